#!/usr/bin/env python3
"""lexicon_prune.py propose [--data ext/data] [--prior 1]
   lexicon_prune.py check BEFORE AFTER [--words FILE]

Rows of roots.tsv that do nothing: a bare root (no frames, low prior) that no rule for unknown words would cut is left alone without its
row too.
propose  prints the candidates: no frames, prior at most --prior, no hyphen, named by no other table
check    compares two builds of tests/tools/stemwords.cpp, before and after rows were taken out: for every row X on stdin
         X, Xnya, X-X, X-Xnya, and the words of FILE (one a line), in all modes. Prints word, mode, before, after and exits with 1 when
         one differs. Put the rows back that explain a difference and check again.
"""
import argparse
import pathlib
import subprocess
import sys

DATA = pathlib.Path(__file__).resolve().parents[2] / 'ext' / 'data'


def rows(path):
    lines = [l.rstrip('\n') for l in open(path, encoding='utf8') if l.strip() and l[0] != '#']
    return [l.split('\t') for l in lines[1:]]


def propose(args):
    data = pathlib.Path(args.data)
    named = set()
    for table, columns in (('function_words', [2]), ('exceptions', [1, 2]), ('reduplication', [1, 2]), ('variants', [0, 1, 2])):
        for row in rows(data / f'{table}.tsv'):
            named.update(row[c] for c in columns)
    for root, _, frames, prior in rows(data / 'roots.tsv'):
        if frames == '-' and int(prior) <= args.prior and '-' not in root and root not in named:
            print(root)
    return 0


def check(args):
    words = {f for x in sys.stdin.read().split() for f in (x, x + 'nya', f'{x}-{x}', f'{x}-{x}nya')}
    if args.words:
        words.update(open(args.words, encoding='utf8').read().split())
    words = sorted(words)

    def run(program, mode):
        out = subprocess.run([program, mode], input='\n'.join(words) + '\n', capture_output=True, text=True, check=True)
        return out.stdout.split('\n')[:-1]

    differ = 0
    for mode in ('search', 'root', 'light'):
        for word, before, after in zip(words, run(args.before, mode), run(args.after, mode)):
            if before != after:
                print(word, mode, before, after, sep='\t')
                differ += 1
    print(f'{len(words)} words, {differ} differences', file=sys.stderr)
    return differ != 0


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    sub = ap.add_subparsers(required=True)
    p = sub.add_parser('propose')
    p.add_argument('--data', default=str(DATA))
    p.add_argument('--prior', type=int, default=1)
    p.set_defaults(run=propose)
    p = sub.add_parser('check')
    p.add_argument('before')
    p.add_argument('after')
    p.add_argument('--words')
    p.set_defaults(run=check)
    args = ap.parse_args()
    return args.run(args)


if __name__ == '__main__':
    sys.exit(main())
