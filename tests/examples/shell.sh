#!/usr/bin/env bash
# shell.sh NETRA.so: the session of examples/shell on the bundled corpus.
set -euo pipefail
module=$(cd "$(dirname "$1")" && pwd)/$(basename "$1" .so)
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sqlite3 -batch -bail -init /dev/null "$work/netra.db" -cmd ".load $module" '.read sql/setup.sql'
sed "s|^\.load build/release/netra|.load $module|" examples/shell/session.sql >"$work/session.sql"
sqlite3 -batch -bail -init /dev/null "$work/netra.db" <"$work/session.sql" >"$work/out" 2>&1 || { cat "$work/out" >&2; exit 1; }
passed=0
for pattern in '\[.*suara' 'Sudirman *│ pjs' 'Siti Aminah │ 35.21 │ pilkada │ kampanye │ 2024-10-11' 'Siti Aminah │ pj *│ Bupati │ Kabupaten Ngawi'; do
  grep -q -- "$pattern" "$work/out" || { cat "$work/out" >&2; echo "shell: no '$pattern'" >&2; exit 1; }
  passed=$((passed + 1))
done
echo "shell: $passed passed, 0 failed"
