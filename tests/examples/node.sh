#!/usr/bin/env bash
# node.sh NETRA.so: examples/node on the bundled corpus. Skipped with a message where npm is missing.
set -euo pipefail
build=$(cd "$(dirname "$1")" && pwd)
module=$build/$(basename "$1" .so)
cd "$(dirname "$0")/../.."
command -v npm >/dev/null 2>&1 || { echo "node: 0 passed, 0 failed (no npm here)"; exit 0; }
work=$build/node-example
mkdir -p "$work"
cp examples/node/package.json examples/node/search.mjs "$work"
rm -f "$work"/netra.db*
sqlite3 -batch -bail -init /dev/null "$work/netra.db" -cmd ".load $module" '.read sql/setup.sql'
cd "$work"
if [ ! -d node_modules/@photostructure/sqlite ]; then
  npm install --no-audit --no-fund --loglevel=error >npm.log 2>&1 || { cat npm.log >&2; echo "node: npm could not install the client" >&2; exit 1; }
fi
node search.mjs netra.db "$module" netralitas ASN >out || exit 1
[ "$(grep -c '^[0-9]' out)" -eq 5 ] || { cat out >&2; echo "node: not five hits" >&2; exit 1; }
grep -qi '\[netralitas\]' out || { cat out >&2; echo "node: no highlighted hit" >&2; exit 1; }
grep -qE '^  (pj|pjs|plt|plh) ' out || { cat out >&2; echo "node: no acting head" >&2; exit 1; }
echo "node: 3 passed, 0 failed"
