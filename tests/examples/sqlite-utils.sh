#!/usr/bin/env bash
# sqlite-utils.sh NETRA.so: the commands of examples/sqlite-utils, and what its metadata.json names. Skipped where the tool is missing.
set -euo pipefail
module=$(cd "$(dirname "$1")" && pwd)/$(basename "$1" .so)
cd "$(dirname "$0")/../.."
command -v sqlite-utils >/dev/null 2>&1 || { echo "sqliteutils: 0 passed, 0 failed (no sqlite-utils here)"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "sqliteutils: $*" >&2; exit 1; }
sqlite3 -batch -bail -init /dev/null "$work/netra.db" -cmd ".load $module" '.read sql/setup.sql'
sqlite-utils query "$work/netra.db" 'SELECT name, acting, office FROM acting_official' --load-extension "$module" --table >"$work/out"
grep -q 'La Ode Budiman' "$work/out" || fail 'query: no acting head'
echo '{"title": "Pj. Bupati Ngawi Siti Aminah Bicara", "body": "Pj. Bupati Ngawi Siti Aminah menyuarakan netralitas ASN.", "published": "2024-10-01"}' >"$work/one.jsonl"
sqlite-utils insert "$work/netra.db" article "$work/one.jsonl" --nl --load-extension "$module"
[ "$(sqlite-utils query "$work/netra.db" "SELECT count(*) AS n FROM official_mention WHERE name = 'Siti Aminah'" --load-extension "$module" --csv --no-headers | tr -d '\r')" -ge 1 ] ||
  fail 'insert: no facts'
/usr/bin/python3 - "$work/netra.db" "$module" <<'PY'
import json, sqlite3, sys
db = sqlite3.connect(sys.argv[1])
db.enable_load_extension(True)
db.load_extension(sys.argv[2])
data = json.load(open('examples/sqlite-utils/metadata.json'))['databases']['netra']
for table, about in data['tables'].items():
    columns = {row[1] for row in db.execute('SELECT * FROM pragma_table_xinfo(?)', (table,))}
    missing = (set(about.get('columns', ())) | set(about.get('facets', ())) | {about.get('sort_desc')} - {None}) - columns
    assert columns and not missing, (table, missing)
for name, query in data['queries'].items():
    rows = list(db.execute(query['sql'], {'words': 'netralitas', 'office': 'Bupati'}))
    assert rows, name
PY
echo "sqliteutils: 3 passed, 0 failed"
