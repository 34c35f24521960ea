#!/usr/bin/env bash
# perl.sh NETRA.so: examples/perl on the bundled corpus. Skipped with a message where DBD::SQLite is missing.
set -euo pipefail
module=$(cd "$(dirname "$1")" && pwd)/$(basename "$1" .so)
cd "$(dirname "$0")/../.."
perl -MDBD::SQLite -e 1 2>/dev/null || { echo "perl: 0 passed, 0 failed (no DBD::SQLite here)"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sqlite3 -batch -bail -init /dev/null "$work/netra.db" -cmd ".load $module" '.read sql/setup.sql'
perl examples/perl/officials.pl "$work/netra.db" "$module" Bupati >"$work/out"
grep -qE '^74\.15 +pj Bupati +La Ode Budiman +[0-9]+$' "$work/out" || { cat "$work/out" >&2; echo "perl: no acting head" >&2; exit 1; }
[ "$(wc -l <"$work/out")" -ge 5 ] || { echo "perl: too few rows" >&2; exit 1; }
echo "perl: 2 passed, 0 failed"
