#!/usr/bin/python3
"""docs.py MODULE FILE.md...: runs every ```sql example of the documents and compares what it gives with the comments below it.

    SELECT indo_stem('menyuarakan');
    -- suara

A line `-- ...` directly under a statement is one expected row (columns joined by |, NULL as NULL), `-- Error: ...` an expected
error. A statement without such lines only has to run. Statements see a database with the bundled corpus loaded by sql/setup.sql.
"""
import os, re, sqlite3, subprocess, sys, tempfile

root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
module = os.path.abspath(sys.argv[1])
module = module[:-3] if module.endswith('.so') else module


def show(value):
    return 'NULL' if value is None else str(value)


def statements(block):
    """(statement, expected lines or None) in order."""
    sql, expected, out = '', None, []
    for line in block.split('\n') + ['']:
        if not sql and expected is not None and line.startswith('-- '):
            expected.append(line[3:])
            continue
        if expected is not None:
            out[-1] = (out[-1][0], expected or None)
            expected = None
        if line.startswith('--') and not sql:
            continue
        sql += line + '\n'
        if sqlite3.complete_statement(sql):
            out.append((sql.strip(), None))
            sql, expected = '', []
        elif not sql.strip():
            sql = ''
    if sql.strip():
        raise SystemExit('docs.py: an example does not end: ' + sql)
    return out


def run(document, database):
    db = sqlite3.connect(database)
    db.enable_load_extension(True)
    db.load_extension(module)
    passed = failed = 0
    for block in re.findall(r'^```sql\n(.*?)^```', open(document, encoding='utf-8').read(), re.S | re.M):
        for sql, expected in statements(block):
            if sql.startswith('.'):
                continue
            try:
                got = ['|'.join(map(show, row)) for row in db.execute(sql)]
            except sqlite3.Error as error:
                got = ['Error: %s' % error]
                if expected is None:
                    expected = ['(no error)']
            if expected is None or got == expected:
                passed += 1
            else:
                failed += 1
                print('%s: %s\n  expected %s\n  got      %s' % (os.path.basename(document), sql, expected, got), file=sys.stderr)
    return passed, failed


with tempfile.TemporaryDirectory() as work:
    database = os.path.join(work, 'corpus.db')
    subprocess.run(['sqlite3', '-batch', '-bail', '-init', '/dev/null', '-cmd', '.load ' + module, database, '.read sql/setup.sql'],
                   cwd=root, check=True, stdin=subprocess.DEVNULL)
    results = [run(document, database) for document in sys.argv[2:]]
passed, failed = (sum(column) for column in zip(*results))
print('docs: %d passed, %d failed' % (passed, failed))
sys.exit(1 if failed or not passed else 0)
