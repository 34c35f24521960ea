#!/usr/bin/env bash
# python3.sh NETRA.so: the module in Debian's python3 (another build of Python may have no extension loading).
set -euo pipefail
module=$(cd "$(dirname "$1")" && pwd)/$(basename "$1" .so)
exec /usr/bin/python3 - "$module" <<'PY'
import sqlite3, sys
db = sqlite3.connect(':memory:')
db.enable_load_extension(True)
db.load_extension(sys.argv[1])
db.execute("CREATE VIRTUAL TABLE t USING fts5(body, tokenize='indonesian')")
db.execute("INSERT INTO t VALUES ('Warga menyuarakan aspirasi'), ('Suara rakyat'), ('Hari yang cerah')")
one = lambda sql, *a: db.execute(sql, a).fetchone()[0]
assert [r[0] for r in db.execute("SELECT rowid FROM t WHERE t MATCH indo_query('suara') ORDER BY rowid")] == [1, 2]
assert one("SELECT highlight(t, 0, '[', ']') FROM t WHERE t MATCH indo_query('suara') AND rowid = 1") == 'Warga [menyuarakan] aspirasi'
text = 'Pj. Bupati Ngawi Siti Aminah mengajak ASN netral pada masa kampanye Pilkada 2024.'
assert one("SELECT extract_official(?, 'name')", text) == 'Siti Aminah'
assert one("SELECT extract_official(?, 'acting')", text) == 'pj'
assert one("SELECT count(*) FROM extract_officials(?) WHERE substr(?, start, length) <> surface", text, text) == 0
assert one("SELECT election_stage(?)", text) == 'kampanye'
try:
    db.execute("SELECT extract_official(?, 'nama')", (text,)).fetchone()
    raise SystemExit('a wrong field was taken')
except sqlite3.OperationalError as e:
    assert "'nama'" in str(e) and 'name' in str(e), e
print('python3: 7 passed, 0 failed (SQLite %s)' % sqlite3.sqlite_version)
PY
