#!/usr/bin/env bash
# run.sh NETRA.so [NAME...]: runs tests/sql/*.sql in the sqlite3 shell with the extension loaded and compares what they print
# with NAME.out. NETRA_UPDATE=1 writes the .out files anew (read the difference before committing it).
set -u
module=${1:?usage: run.sh NETRA.so [NAME...]}
module=$(cd "$(dirname "$module")" && pwd)/$(basename "$module" .so)
here=$(cd "$(dirname "$0")" && pwd)
shift
cd "$here" || exit 2
names=("$@")
[ ${#names[@]} -gt 0 ] || for f in *.sql; do names+=("${f%.sql}"); done
passed=0 failed=0
out=$(mktemp)
trap 'rm -f "$out"' EXIT
for name in "${names[@]}"; do
  [ -f "$name.sql" ] || { echo "no such case: sql/$name" >&2; failed=$((failed + 1)); continue; }
  # The init file keeps ~/.sqliterc out; errors are part of the expected output.
  LD_PRELOAD=${NETRA_PRELOAD:-} ASAN_OPTIONS=${ASAN_OPTIONS:-detect_leaks=0} \
    sqlite3 -batch -init /dev/null -cmd ".load $module" :memory: <"$name.sql" >"$out" 2>&1
  # 3.40 says "near line N:", newer shells differ in the rest of the words: keep the message only.
  sed -E -i 's/^(Runtime error|Parse error|Error:?)( near line [0-9]+)?:? */error: /' "$out"
  if [ "${NETRA_UPDATE:-}" = 1 ]; then cp "$out" "$name.out"; fi
  if diff -u "$name.out" "$out" >&2; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "FAILED sql/$name" >&2; fi
done
echo "sql: $passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
