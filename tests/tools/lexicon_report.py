#!/usr/bin/env python3
"""lexicon_report.py STEMWORDS [--data ext/data] [--text FILE...] [--rows N]

Reports on the stemmer's tables, with the program built from tests/tools/stemwords.cpp:
  coverage    how many words of the given running text have a known root, and the most frequent ones that have none
  round trip  every form that the frames of roots.tsv license is made and stemmed again; forms that do not come back are listed
  suspicious  roots that another root explains under a listed frame, roots whose prior does not fit their frames
Prints a summary and at most N rows (default 40) of each list. Exit code 0: a report, not a test.
"""
import argparse
import collections
import pathlib
import re
import subprocess

VOWELS = 'aeiou'


def rows(path):
    lines = [l.rstrip('\n') for l in open(path, encoding='utf8') if l.strip() and l[0] != '#']
    return [l.split('\t') for l in lines[1:]]


def syllables(root):
    return len(re.findall(r'[aeiou]', root))


def nasal(root, head):
    """meN- or peN- (head 'me' or 'pe') before a root, by the rules of the standard language."""
    a = root[0]
    if syllables(root) == 1 and a not in 'lrmnwy':
        return head + 'nge' + root
    if a in VOWELS or a in 'gh' or root.startswith('kh'):
        return head + 'ng' + root
    if a == 'k':
        return head + 'ng' + (root[1:] if root[1] in VOWELS else root)
    if a == 'p':
        return head + 'm' + (root[1:] if root[1] in VOWELS else root)
    if a == 't':
        return head + 'n' + (root[1:] if root[1] in VOWELS else root)
    if a == 's':
        return head + ('ny' + root[1:] if root[1] in VOWELS else 'n' + root)
    if a in 'bfv':
        return head + 'm' + root
    if a in 'cdjz':
        return head + 'n' + root
    if a == 'q':
        return head + 'ng' + root
    return head + root


def er(root, head):
    """ber-, per-, ter- (head 'be', 'pe', 'te')."""
    if root == 'ajar' and head != 'te':
        return head + 'l' + root
    if root[0] == 'r' or re.match(r'[^aeiou]er', root):
        return head + root
    return head + 'r' + root


FORMS = {
    'meN': lambda r: [nasal(r, 'me'), 'di' + r],
    'meN-kan': lambda r: [nasal(r, 'me') + 'kan', 'di' + r + 'kan'],
    'meN-i': lambda r: [nasal(r, 'me') + 'i', 'di' + r + 'i'],
    'ber': lambda r: [er(r, 'be')],
    'ber-an': lambda r: [er(r, 'be') + 'an'],
    'ber-kan': lambda r: [er(r, 'be') + 'kan'],
    'ter': lambda r: [er(r, 'te')],
    'ke-an': lambda r: ['ke' + r + 'an'],
    'peN': lambda r: [nasal(r, 'pe')],
    'peN-an': lambda r: [nasal(r, 'pe') + 'an'],
    'pe': lambda r: ['pe' + r],
    'per-an': lambda r: [er(r, 'pe') + 'an'],
    'per': lambda r: ['mem' + er(r, 'pe'), 'di' + er(r, 'pe')],
    'per-kan': lambda r: ['mem' + er(r, 'pe') + 'kan', 'di' + er(r, 'pe') + 'kan'],
    'per-i': lambda r: ['mem' + er(r, 'pe') + 'i', 'di' + er(r, 'pe') + 'i'],
    '-an': lambda r: [r + 'an'],
    'se': lambda r: ['se' + r],
    'ke': lambda r: ['ke' + r],
}


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('stemwords')
    ap.add_argument('--data', default=str(pathlib.Path(__file__).resolve().parents[2] / 'ext' / 'data'))
    ap.add_argument('--text', action='append', default=[])
    ap.add_argument('--rows', type=int, default=40)
    args = ap.parse_args()

    def run(mode, words):
        out = subprocess.run([args.stemwords, mode], input='\n'.join(words) + '\n', capture_output=True, text=True, check=True)
        return out.stdout.split('\n')[:-1]

    def show(title, items):
        print(f'{title}: {len(items)}')
        for line in items[:args.rows]:
            print('  ' + line)
        if len(items) > args.rows:
            print(f'  ... {len(items) - args.rows} more')

    data = pathlib.Path(args.data)
    roots = rows(data / 'roots.tsv')
    for name in ('roots', 'protected', 'function_words', 'acronyms', 'reduplication', 'exceptions', 'variants'):
        print(f'{name}.tsv: {len(rows(data / (name + ".tsv")))} rows')

    # round trip
    keys = dict(zip([r[0] for r in roots], run('search', [r[0] for r in roots])))
    forms = []
    for root, _, frames, _ in roots:
        for frame in frames.split():
            if frame in FORMS and '-' not in root:
                forms += [(f, root, frame) for f in FORMS[frame](root)]
    got = run('search', [f[0] for f in forms])
    by_form = collections.defaultdict(set)
    for form, root, _ in forms:
        by_form[form].add(keys[root])
    lost = [(form, root, frame, key) for (form, root, frame), key in zip(forms, got) if key not in by_form[form]]
    taken = [(form, root, frame, key) for (form, root, frame), key in zip(forms, got) if key != keys[root] and key in by_form[form]]
    print(f'round trip: {len(forms)} licensed forms, {len(forms) - len(lost) - len(taken)} come back, {len(taken)} belong to another root too')
    show('licensed forms that do not come back (form, root, frame, key)', [' '.join(x) for x in lost])
    show('forms of two roots (form, root, frame, key chosen)', [' '.join(x) for x in taken])

    # suspicious rows
    family = [(r[0], len(r[2].split()) if r[2] != '-' else 0, int(r[3])) for r in roots]
    show('prior 6 or more with at most one frame', [f'{r} {p}' for r, n, p in family if p >= 6 and n <= 1])
    show('prior 0 or 1 with six frames or more', [f'{r} {p} ({n} frames)' for r, n, p in family if p <= 1 and n >= 6])
    explained = []
    for line in run('analyze', [r[0] for r in roots]):
        a = line.split('\t')
        if a[1] != '1' and a[9] == 'licensed' and (a[4] or a[5]) and int(a[10]) < 40:
            explained.append(f'{a[0]} = {a[4] or "-"} {a[2]} {a[5] or "-"} (cost {a[10]})')
    show('roots that another root explains under a listed frame', sorted(set(explained)))

    # coverage
    if args.text:
        count = collections.Counter()
        for name in args.text:
            count.update(w.lower() for w in re.findall(r'[A-Za-z]+(?:-[A-Za-z]+)*', open(name, encoding='utf8').read()))
        words = list(count)
        chosen = {}
        for line in run('analyze', words):
            a = line.split('\t')
            if a[1] == '1':
                chosen[a[0]] = a
        known = [w for w in words if chosen[w][8] != 'rule']
        total = sum(count.values())
        print(f'coverage: {sum(count[w] for w in known) / total:.1%} of {total} words, {len(known) / len(words):.1%} of {len(words)} types')
        unknown = sorted((w for w in words if chosen[w][8] == 'rule'), key=lambda w: (-count[w], w))
        show('most frequent words without a known root', [f'{w} {count[w]} -> {chosen[w][2]}' for w in unknown])


if __name__ == '__main__':
    main()
