# Sourced by test scripts as `. tests/lib.sh NAME NETRA.so` from anywhere below the project: goes to the project's folder and sets
# module (without .so, as .load takes it), build (its folder), work (removed at the end) and the helpers below.
# same and done_with count into passed; output of the program under test belongs in $work/out, shown when a test fails.
name=$1
build=$(cd "$(dirname "$2")" && pwd)
module=$build/$(basename "$2" .so)
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0

fail() {
  echo "$name: $*" >&2
  [ ! -s "$work/out" ] || tail -n 40 "$work/out" >&2
  exit 1
}
same() { # WHAT GOT EXPECTED
  [ "$2" = "$3" ] || fail "$(printf '%s\n  expected %s\n  got      %s' "$1" "$3" "$2")"
  passed=$((passed + 1))
}
shell() { sqlite3 -batch -bail -init /dev/null "$1" -cmd ".load $module" "${@:2}"; } # DB COMMAND...
finish() { echo "$name: $passed passed, 0 failed${1:+ ($1)}"; }                    # [REMARK]
skip() {                                                                           # REASON
  echo "$name: 0 passed, 0 failed ($1)"
  exit 0
}

# Headless Chromium that needs neither a user, a sandbox, shared memory nor a network.
chromium_flags=(--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --no-first-run --disable-background-networking
  --disable-component-update --disable-sync --disable-extensions --no-proxy-server)
# Why Chromium cannot be used here; nothing when it can. A browser that is there but does not start is told with its last words.
no_chromium() {
  command -v chromium >/dev/null 2>&1 || { echo 'no chromium here'; return; }
  timeout 120 chromium "${chromium_flags[@]}" --user-data-dir="$work/probe" --dump-dom 'data:text/html,<p>mulai</p>' >"$work/dom" 2>"$work/chromium.log" </dev/null || true
  grep -q mulai "$work/dom" || echo "chromium does not start here: $(tail -n 1 "$work/chromium.log")"
}
