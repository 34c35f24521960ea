#!/usr/bin/env bash
# queries.sh NETRA.so [NAME...]: every script of sql/queries on the bundled corpus, run as a user runs it, compared with
# tests/queries/NAME.out. NETRA_UPDATE=1 writes the .out files anew (read the difference before committing it).
set -euo pipefail
module=$(cd "$(dirname "$1")" && pwd)/$(basename "$1" .so)
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
names=("${@:2}")
[ ${#names[@]} -gt 0 ] || for f in sql/queries/*.sql; do names+=("$(basename "$f" .sql)"); done
sqlite3 -batch -bail -init /dev/null "$work/netra.db" -cmd ".load $module" '.read sql/setup.sql'
passed=0 failed=0
for name in "${names[@]}"; do
  # The scripts load build/release/netra; the test may be about another build.
  sed "s|^\.load build/release/netra|.load $module|" "sql/queries/$name.sql" >"$work/query.sql"
  sqlite3 -batch -init /dev/null "$work/netra.db" <"$work/query.sql" >"$work/out" 2>&1 || true
  if [ "${NETRA_UPDATE:-}" = 1 ]; then cp "$work/out" "tests/queries/$name.out"; fi
  if [ -s "$work/out" ] && ! grep -qiE 'error' "$work/out" && diff -u "tests/queries/$name.out" "$work/out" >&2; then passed=$((passed + 1))
  else failed=$((failed + 1)); grep -iE 'error' "$work/out" >&2 || true; echo "FAILED queries/$name" >&2; fi
done
echo "queries: $passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
