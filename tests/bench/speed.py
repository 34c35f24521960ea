#!/usr/bin/python3
"""speed.py [--build DIR] [--without-icu DIR] [--file TEXT] [--megabytes N] [--rounds N] [--growth N] [--only GROUP,...] [--quick]
         [--json FILE] [--svg FILE] [--markdown]

Measures Netra beside SQLite's own tokenizers and Snowball in one run (netra_bench, which it builds), and writes a table to read. Times
are CPU times of one thread, medians over interleaved rounds; a ratio is the median of the rounds' ratios. Read the ratios: they
hold on a busy machine, megabytes a second do not.

  --file       one article a line, or JSON lines with "body" or "text", instead of text shuffled from the bundled corpus
  --growth     also databases of 1,000 articles and ten times as many up to this number
  --only       tokenizers, queries, functions, load, growth
  --json       all figures;  --svg  the chart of the README;  --markdown  the README's table instead of the long one
  --from       reads the figures of an earlier --json instead of measuring
  --quick      a small run that only shows that everything can be measured
"""
import argparse
import json
import os
import subprocess
import sys

root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

# (measure, peer, group, name, field, goal, unit): goal as the comparison that must hold.
GOALS = [
    ('tokenizing alone, `stem both`', 'unicode61', 'bare', 'indonesian', 'ratio', '>= 1.0', 'x'),
    ('tokenizing alone, `stem root`', 'Snowball wrapper', 'bare', 'indonesian stem root', 'ratio_snowball', '>= 4', 'x'),
    ('indexing, `stem both`', 'unicode61', 'indexing', 'indonesian', 'ratio', '>= 0.82', 'x'),
    ('indexing, `stem root`', 'unicode61', 'indexing', 'indonesian stem root', 'ratio', '>= 1.0', 'x'),
    ('index size, `stem both`', 'unicode61', 'size', 'indonesian', 'ratio_contentless', '<= 1.25', 'x'),
    ('index size, `stem root`', 'unicode61', 'size', 'indonesian stem root', 'ratio_contentless', '<= 0.95', 'x'),
    ('query p50, a word, same rows', 'unicode61', 'query', 'indonesian, exact/word', 'of_peer_p50', '<= 1.3', 'x'),
    ('query p50, a phrase, same rows', 'unicode61', 'query', 'indonesian, exact/phrase', 'of_peer_p50', '<= 1.3', 'x'),
    ('query p50, a word, every form', 'unicode61', 'query', 'indonesian/word', 'of_peer_p50', '<= 1.3', 'x'),
    ('query p50, a phrase, every form', 'unicode61', 'query', 'indonesian/phrase', 'of_peer_p50', '<= 1.3', 'x'),
    ('`indo_query`, ten words', '', 'builder', 'indo_query, 10 words', 'us', '<= 5', 'µs'),
    ('all extractors on an article', '', 'together', 'all extractors', 'mb_s', '>= 20', 'MB/s'),
    ('`election_stage` alone', '', 'together', 'election_stage(?1)', 'mb_s', '>= 60', 'MB/s'),
    ('five functions on one text', '`extract_official` alone', 'together', "extract_official(?1, 'name')", 'five_of_this', '<= 1.4', 'x'),
    ('`.load`, warm, with ICU', '', 'load', 'with ICU', 'warm_ms', '<= 8', 'ms'),
    ('`.load`, warm, without ICU', '', 'load', 'without ICU', 'warm_ms', '<= 1', 'ms'),
    ('memory added by `.load`', '', 'load', 'with ICU', 'own_mb', '<= 4', 'MB'),
    ('indexing, per article, most against 1,000', '', 'growth', 'indonesian', 'of_first', '<= 1.1', 'x'),
    ('facts, per article, most against 1,000', '', 'growth', 'facts', 'of_first', '<= 1.1', 'x'),
]


def measure(options):
    build = os.path.abspath(options.build)
    subprocess.run(['cmake', '--build', build, '--target', 'netra', 'netra_bench'], check=True, stdout=sys.stderr)
    command = [os.path.join(build, 'tests', 'netra_bench'), '--module', os.path.join(build, 'netra.so'),
               '--corpus', os.path.join(root, 'corpus', 'articles'), '--megabytes', str(options.megabytes), '--rounds', str(options.rounds),
               '--sample', str(options.sample), '--growth', str(options.growth), '--seed', str(options.seed)]
    plain = os.path.join(os.path.abspath(options.without_icu), 'netra.so')
    if os.path.exists(plain):
        command += ['--without-icu', plain]
    if options.file:
        command += ['--file', os.path.abspath(options.file)]
    lines = subprocess.run(command + (options.only.split(',') if options.only else []), check=True, stdout=subprocess.PIPE).stdout
    return [json.loads(line) for line in lines.decode().splitlines()]


def index(records):
    out = {}
    for record in records:
        if 'own_kb' in record:
            record['own_mb'] = record['own_kb'] / 1000
        name = record['name'] + ('/' + record['kind'] if 'kind' in record else '')
        out[record['group'], name] = record  # of growth the largest comes last
    return out


def figure(value):
    return '%.0f' % value if value >= 100 else '%.1f' % value if value >= 10 else '%.2f' % value


def table(rows, head):
    rows = [[str(cell) for cell in row] for row in rows]
    widths = [max(len(row[i]) for row in [head] + rows) for i in range(len(head))]
    for row in [head] + rows:
        print('  ' + '  '.join(cell.ljust(w) if i == 0 else cell.rjust(w) for i, (cell, w) in enumerate(zip(row, widths))).rstrip())
    print()


def goals(found):
    for measure_, peer, group, name, field, goal, unit in GOALS:
        record = found.get((group, name))
        if record is None or field not in record:
            continue
        relation, limit = goal.split()
        value = record[field]
        reached = value >= float(limit) if relation == '>=' else value <= float(limit)
        yield measure_, peer, '%s %s' % (figure(value), unit), '%s %s' % (goal, unit), 'yes' if reached else 'no'


def show(records):
    found = index(records)
    machine = records[0]
    print('%s, SQLite %s, %s, %.1f MB in %d articles, %d rounds\n' % (machine['name'], machine['sqlite'], machine['text'], machine['bytes'] / 1e6,
                                                                    machine['articles'], machine['rounds']))

    def group(name):
        return [r for r in records if r['group'] == name]
    for name, title in (('bare', 'tokenizing alone'), ('indexing', 'indexing'), ('contentless', "indexing, content=''")):
        if group(name):
            table([[r['name'], figure(r['mb_s']), figure(r['ns_token']), r['tokens'], '%.2f' % r['ratio'], '%.2f' % r.get('ratio_snowball', 0)]
                   for r in group(name)], [title, 'MB/s', 'ns/token', 'tokens', 'x unicode61', 'x snowball'])
    if group('size'):
        table([[r['name'], '%.2f' % (r['bytes'] / 1e6), '%.2f' % r['ratio'], '%.2f' % (r['bytes_contentless'] / 1e6), '%.2f' % r['ratio_contentless']]
               for r in group('size')], ['index after optimize', 'MB', 'x', "content='' MB", 'x'])
    if group('query'):
        table([['%s: %s' % (r['kind'], r['name']), figure(r['p50_us']), figure(r['p95_us']), '%.2f' % r['of_peer_p50'], '%.2f' % r['of_peer_p95'],
                '%.1f' % r['rows']] for r in group('query')], ['query', 'p50 us', 'p95 us', 'p50 x', 'p95 x', 'rows found'])
        table([[r['name'], figure(r['us'])] for r in group('builder')], ['builder', 'us'])
    if group('function'):
        table([[r['name'], figure(r['us_article']), figure(r['mb_s']), figure(r['us_word'])] for r in group('function')],
              ['function', 'us/article', 'MB/s', 'us/word'])
    if group('together'):
        table([[r['name'], int(r['functions']), figure(r['us_article']), figure(r['mb_s'])] for r in group('together')],
              ['on one text', 'functions', 'us/article', 'MB/s'])
    if group('load'):
        table([[r['name'], figure(r['warm_ms']), figure(r['warm_cpu_ms']), figure(r['cold_ms']), int(r['own_kb']), int(r['resident_kb']), int(r['own_used_kb'])]
               for r in group('load')], ['.load', 'warm ms', 'its CPU ms', 'cold ms', 'own kB', 'resident kB', 'own kB after use'])
    if group('growth'):
        table([[r['name'], int(r['articles']), figure(r['us_article']), '%.2f' % r['of_first'], '%.1f' % (r['peak_kb'] / 1e3), '%.1f' % (r['file_bytes'] / 1e6),
                figure(r['optimize_seconds'])] for r in group('growth')],
              ['growth', 'articles', 'us/article', 'x 1,000', 'peak MB', 'file MB', 'optimize s'])
    table(list(goals(found)), ['measure', 'against', 'found', 'goal', 'reached'])


def markdown(records):
    print('| measure | against | found | goal |')
    print('|---|---|---|---|')
    for measure_, peer, value, goal, reached in goals(index(records)):
        print('| %s | %s | %s | %s%s |' % (measure_, peer or '-', value, goal, '' if reached == 'yes' else ', missed'))


def svg(records):
    """Bars of MB/s for tokenizing alone and for indexing, the tokenizers in order of speed."""
    colours = {'indonesian': 'own', 'indonesian stem root': 'own', 'indonesian stem off': 'own'}
    labels = {'indonesian': 'indonesian (stem both)', 'snowball': 'Snowball over unicode61', 'porter unicode61': 'porter over unicode61'}
    row, left, width = 22, 190, 330
    out, y = [], 0
    for group, title in (('bare', 'Tokenizing alone, MB of text a second'), ('indexing', 'Indexing into FTS5, MB of text a second')):
        rows = sorted((r for r in records if r['group'] == group), key=lambda r: -r['mb_s'])
        most = max((r['mb_s'] for r in rows), default=1)
        y += 26
        out.append('<text class="title" x="8" y="%d">%s</text>' % (y, title))
        y += 8
        for r in rows:
            length = max(1, r['mb_s'] / most * width)
            out.append('<text class="label" x="%d" y="%d">%s</text>' % (left - 8, y + 15, labels.get(r['name'], r['name'])))
            out.append('<rect class="%s" x="%d" y="%d" width="%.1f" height="%d" rx="2"/>' % (colours.get(r['name'], 'peer'), left, y + 3, length, row - 6))
            out.append('<text x="%.1f" y="%d">%s  (%.2f x unicode61)</text>' % (left + length + 6, y + 15, figure(r['mb_s']), r['ratio']))
            y += row
    machine = records[0]
    y += 24
    out.append('<text class="note" x="8" y="%d">%s, SQLite %s, one thread; %.0f MB: %s. Longer is faster.</text>'
               % (y, machine['name'], machine['sqlite'], machine['bytes'] / 1e6, machine['text']))
    y += 12
    style = ('text{font:12px sans-serif;fill:#333}.title{font-weight:bold;font-size:13px}.label{text-anchor:end}.note{font-size:11px;fill:#777}'
             '.own{fill:#c0392b}.peer{fill:#9aa5b1}@media(prefers-color-scheme:dark){text{fill:#ddd}.note{fill:#999}.own{fill:#e5604f}.peer{fill:#67727e}}')
    return ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 700 %d" width="700" height="%d" role="img" aria-label="Speed of FTS5 tokenizers">'
            '<style>%s</style>\n%s\n</svg>\n' % (y, y, style, '\n'.join(out)))


def complete(records):
    """Was everything measured? Says nothing about how fast."""
    expected = {'machine', 'bare', 'indexing', 'contentless', 'size', 'query', 'builder', 'function', 'together', 'load', 'growth'}
    missing = expected - {r['group'] for r in records}
    bad = [(r['group'], r['name'], key) for r in records for key, value in r.items()
           if key in ('mb_s', 'ratio', 'p50_us', 'us_article', 'warm_ms', 'bytes') and not value > 0]
    names = {r['name'].split('(')[0] for r in records if r['group'] == 'function'}
    for name in ('extract_officials', 'election_stage', 'indo_tokens', 'indo_stem', 'article_parts'):
        if name not in names:
            missing.add(name)
    if missing or bad:
        raise SystemExit('speed.py: not measured: %s %s' % (sorted(missing), bad))
    print('speed.py: %d figures, 0 missing' % len(records))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--build', default=os.path.join(root, 'build', 'release'))
    parser.add_argument('--without-icu', default=os.path.join(root, 'build', 'noicu'))
    parser.add_argument('--file', default='')
    parser.add_argument('--megabytes', type=float, default=8)
    parser.add_argument('--rounds', type=int, default=7)
    parser.add_argument('--sample', type=int, default=64)
    parser.add_argument('--growth', type=int, default=0)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--only', default='')
    parser.add_argument('--json', default='')
    parser.add_argument('--svg', default='')
    parser.add_argument('--from', dest='source', default='')
    parser.add_argument('--markdown', action='store_true')
    parser.add_argument('--quick', action='store_true')
    options = parser.parse_args()
    if options.quick:
        options.megabytes, options.rounds, options.sample, options.growth = 0.2, 2, 8, 1000
    records = json.load(open(options.source)) if options.source else measure(options)
    if options.json:
        with open(options.json, 'w', encoding='utf-8') as out:
            out.write('[\n' + ',\n'.join(json.dumps(r, ensure_ascii=False) for r in records) + '\n]\n')
    picture = svg(records)
    if options.svg:
        with open(options.svg, 'w', encoding='utf-8') as out:
            out.write(picture)
    markdown(records) if options.markdown else show(records)
    if options.quick:
        complete(records)


main()
