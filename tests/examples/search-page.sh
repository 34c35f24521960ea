#!/usr/bin/env bash
# search-page.sh NETRA.so: the search page of examples/ in headless Chromium, as a person uses it. The screenshot goes into the build
# folder. Skipped with a message where Chromium or Selenium is missing or cannot start.
set -euo pipefail
. "$(dirname "$0")/../lib.sh" searchpage "$1"
without=$(no_chromium)
[ -z "$without" ] || skip "$without"
command -v chromedriver >/dev/null 2>&1 || skip 'no chromedriver here'
/usr/bin/python3 -c 'import selenium' 2>/dev/null || skip 'no python3-selenium here'
server= driver=
trap 'kill $server $driver 2>/dev/null || true; rm -rf "$work"' EXIT
shell "$work/netra.db" '.read sql/setup.sql'
/usr/bin/python3 examples/search-page/server.py --db "$work/netra.db" --module "$module" --port 0 >"$work/log" 2>&1 &
server=$!
for _ in $(seq 100); do grep -q http "$work/log" && break; sleep 0.1; done
address=$(grep -o 'http://[^ ]*' "$work/log") || { cat "$work/log" >&2; exit 1; }
# Started here and reached at 127.0.0.1: Selenium would look for it at the name localhost, which a bare system does not know.
chromedriver --port=0 >"$work/driver" 2>&1 &
driver=$!
for _ in $(seq 100); do grep -q 'on port' "$work/driver" && break; sleep 0.1; done
port=$(grep -oE 'on port [0-9]+' "$work/driver" | grep -oE '[0-9]+$' | tail -n 1) || { cat "$work/driver" >&2; fail 'chromedriver does not start'; }
timeout 240 /usr/bin/python3 tests/examples/search_page.py "$address" "http://127.0.0.1:$port" "$build/search-page.png" "${chromium_flags[@]}"
