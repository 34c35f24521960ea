#!/usr/bin/env bash
# examples/quickstart.sh [FOLDER]: from a bare Debian or Ubuntu to a database to search and question. Installs what is missing,
# builds Netra, loads the bundled corpus - or every .txt file of FOLDER - into netra.db, and shows what is in it.
# NETRA_DB names another database file. Can be run again: what is there already is left alone.
set -euo pipefail
project=$(cd "$(dirname "$0")/.." && pwd)
folder=
if [ $# -gt 1 ] || [[ "${1:-}" == -* ]]; then
  echo "usage: examples/quickstart.sh [FOLDER]" >&2
  exit 2
fi
if [ $# -eq 1 ]; then
  [ -d "$1" ] || { echo "quickstart: '$1' is not a folder" >&2; exit 1; }
  folder=$(cd "$1" && pwd)
  [ -n "$(find "$folder" -maxdepth 1 -name '*.txt' -print -quit)" ] || { echo "quickstart: no .txt file in '$folder'" >&2; exit 1; }
fi
cd "$project"
. .ci/packages.sh

say() { printf '%s\n' "-- $*"; }
quietly() { # COMMAND...: shows its output only when it fails
  local log
  log=$(mktemp)
  if ! "$@" </dev/null >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    rm -f "$log"
    echo "quickstart: failed: $*" >&2
    exit 1
  fi
  rm -f "$log"
}

require_packages "${build_packages[@]}"
if [ ! -f build/release/CMakeCache.txt ]; then
  say "Preparing the build"
  quietly cmake --preset release -DNETRA_TESTS=OFF
fi
if [ ! -f build/release/netra.so ]; then say "Building Netra (about a minute)"; fi
quietly cmake --build --preset release --target netra

database=${NETRA_DB:-netra.db}
[ -n "$folder" ] && database=${NETRA_DB:-netra-$(basename "$folder" | tr -cd 'A-Za-z0-9_.-').db}
shell=(sqlite3 -batch -bail -init /dev/null "$database" -cmd ".load build/release/netra")

if [ -z "$folder" ]; then
  say "Loading the bundled corpus into $database"
  "${shell[@]}" '.read sql/setup.sql'
else
  say "Loading $folder into $database"
  quote=${folder//\'/\'\'}
  "${shell[@]}" -cmd '.parameter init' "INSERT OR REPLACE INTO temp.sqlite_parameters VALUES (':folder', '$quote')" \
    '.read sql/schema.sql' '.read sql/views.sql' '.read sql/import_txt.sql' ||
    { echo "quickstart: no article could be loaded from '$folder'" >&2; exit 1; }
fi
say "$("${shell[@]}" "SELECT count(*) || ' articles in the database' FROM article")"
"${shell[@]}" '.read sql/overview.sql'

cat <<END

== How to go on ==
Open the shell:      sqlite3 $database -cmd '.load build/release/netra'
Search:              SELECT id, title FROM article WHERE id IN (SELECT rowid FROM article_fts WHERE article_fts MATCH indo_query('netralitas ASN'));
Exact words only:    ... MATCH '"=pemungutan suara"'
Who is it about:     SELECT id, extract_official(text, 'name'), extract_official(text, 'office') FROM article;
Which stage:         SELECT id, election_stage(text), election_stage_at(published, election_kind(text)) FROM article;
Your own texts:      examples/quickstart.sh FOLDER        (every .txt file in it)
Ready queries:       sqlite3 $database <sql/queries/02_acting_heads.sql     (twenty-four of them; functions: sql/REFERENCE.md)
A report to look at: examples/report.sh $database report.html
A search page:       /usr/bin/python3 examples/search-page/server.py --db $database
CSV, JSON lines:     sql/import_csv.sql, sql/import_jsonl.sql, examples/python
END
