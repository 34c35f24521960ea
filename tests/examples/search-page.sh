#!/usr/bin/env bash
# search-page.sh NETRA.so: the search page of examples/ in headless Chromium, as a person uses it. The screenshot goes into the build
# folder. Skipped with a message where Chromium or Selenium is missing.
set -euo pipefail
build=$(cd "$(dirname "$1")" && pwd)
module=$build/$(basename "$1" .so)
cd "$(dirname "$0")/../.."
if ! command -v chromium >/dev/null 2>&1 || ! /usr/bin/python3 -c 'import selenium' 2>/dev/null; then
  echo "searchpage: 0 passed, 0 failed (no chromium or python3-selenium here)"
  exit 0
fi
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$work"' EXIT
sqlite3 -batch -bail -init /dev/null "$work/netra.db" -cmd ".load $module" '.read sql/setup.sql'
/usr/bin/python3 examples/search-page/server.py --db "$work/netra.db" --module "$module" --port 0 >"$work/log" 2>&1 &
server=$!
for _ in $(seq 100); do grep -q http "$work/log" && break; sleep 0.1; done
address=$(grep -o 'http://[^ ]*' "$work/log") || { cat "$work/log" >&2; exit 1; }
timeout 240 /usr/bin/python3 tests/examples/search_page.py "$address" "$build/search-page.png"
