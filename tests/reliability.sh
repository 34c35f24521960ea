#!/usr/bin/env bash
# reliability.sh [SECONDS [PATTERN]]: everything that shows the promises of reliability, exhaustively: builds with all sanitizers and
# over the newest SQLite (from npm), walks every allocation, fuzzes each target for SECONDS (default 3600), plants ten faults, measures
# coverage and prints the table. Called by tests/run.sh --full after the fast tier; hours of work. Goes on after a failure and tells
# it in the table. With PATTERN (a grep -E) only the steps whose name fits are run: the table keeps what the others found before, so
# that the hours may be spent one by one. NETRA_STRIDED=1 leaves the walks as strided as in the fast tier.
set -uo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-3600}
pattern=${2:-.}
[ -n "${NETRA_STRIDED:-}" ] || export NETRA_FULL=1
mkdir -p build/logs build/promises
exec 3>&2
export NETRA_PROGRESS=3  # long programs tell there how far they are
failed=0

# step PROMISES NAME COMMAND...: what a step says of the promises goes into build/promises/NAME.tsv; a step that says nothing itself
# holds PROMISES (numbers) by passing, and breaks them by failing.
step() {
  local promises=$1 name=$2 at=$SECONDS state=held
  shift 2
  grep -qE "$pattern" <<<"$name" || return 0
  echo "  $name ..." >&3
  local slug=${name//[^a-z0-9]/-}
  local log=build/logs/$slug.log
  export NETRA_REPORT=$PWD/build/promises/$slug.tsv
  : >"$NETRA_REPORT"
  if "$@" </dev/null >"$log" 2>&1; then
    printf '%-58s ok      %6d s  %s\n' "$name" $((SECONDS - at)) "$(grep -E '^[a-z]+[a-z ]*: [0-9]+ passed|^All tests passed' "$log" | tail -n 1)"
  else
    failed=$((failed + 1))
    state='NOT HELD'
    printf '%-58s FAILED  %6d s  %s\n' "$name" $((SECONDS - at)) "see $log"
    grep -E '^(FAILED|while|ERROR|WARNING|SUMMARY|==)' "$log" | head -n 5
  fi
  local number
  for number in $promises; do
    if [ $state = held ] && grep -q "^$number	" "$NETRA_REPORT"; then continue; fi
    printf '%s\t%s\t%s\t%s\n' "$number" "$state" "$name" "$([ $state = held ] && echo "passed in $((SECONDS - at)) s" || echo "see $log")" >>"$NETRA_REPORT"
  done
}

# The newest SQLite that a maintained package carries: its amalgamation lies in better-sqlite3's archive.
amalgamation() {
  [ -f build/sqlite-new/package/deps/sqlite3/sqlite3.c ] && return 0
  rm -rf build/sqlite-new && mkdir -p build/sqlite-new
  (cd build/sqlite-new && npm pack --silent better-sqlite3@13.2.0 >/dev/null && tar xzf better-sqlite3-*.tgz package/deps/sqlite3)
}
build() { cmake --preset "$1" -DNETRA_AMALGAMATION="$PWD/build/sqlite-new/package/deps/sqlite3" && cmake --build --preset "$1"; }

step '' "the newest SQLite's amalgamation" amalgamation
for preset in release asan ubsan tsan fuzz; do step '' "build: $preset" build "$preset"; done

r=build/release/tests a=build/asan/tests u=build/ubsan/tests t=build/tsan/tests
module=$PWD/build/release/netra.so
strided=(env -u NETRA_FULL)
sql() { # PRESET: the sqlite3 shell is not instrumented, the sanitizer's runtime comes first by LD_PRELOAD
  NETRA_PRELOAD="$(g++ -print-file-name="$2") $(g++ -print-file-name=libstdc++.so)" tests/sql/run.sh "build/$1/netra.so"
}
step '1 2' "valgrind: unit tests" valgrind -q --error-exitcode=9 --leak-check=full --errors-for-leak-kinds=definite "$r/netra_unit"
step '1 2' "asan: unit tests" "$a/netra_unit"
step 1 "asan: SQL cases" sql asan libasan.so
step 1 "ubsan: unit tests" "$u/netra_unit"
step 1 "ubsan: SQL cases" sql ubsan libubsan.so
for section in tokens neighbours functions reportage highlight codes growth memory; do step 1 "release: hostile $section" "$r/netra_hostile" "$section"; done
for section in tokens neighbours functions reportage highlight codes; do step 1 "asan: hostile $section" "${strided[@]}" "$a/netra_hostile" "$section"; done
step 1 "ubsan: hostile" "${strided[@]}" "$u/netra_hostile" tokens neighbours functions reportage highlight codes
step '10 11' "release: fault walks, SQLite 3.40" "$r/netra_faults"
step '10 11' "release: fault walks, newest SQLite" "$r/netra_faults_new"
step '10 11' "asan: fault walks, strided" "${strided[@]}" "$a/netra_faults_new"
for section in start hash encodings limit interrupt contract refuse without reload second threads kill corrupt golden; do
  step '' "release: hosts $section" env NETRA_MODULE="$module" "$r/netra_hosts" "$section"
  step '' "newest SQLite: hosts $section" "$r/netra_hosts_new" "$section"
done
step 1 "asan: hosts, newest SQLite" "${strided[@]}" "$a/netra_hosts_new" start hash encodings limit contract reload corrupt
step 17 "tsan: hosts" "${strided[@]}" TSAN_OPTIONS=halt_on_error=1 "$t/netra_hosts" start threads
same_digest() { # one digest in every build and version
  local digests
  digests=$(for program in "$r/netra_hosts" "$r/netra_hosts_new" "$a/netra_hosts" "$u/netra_hosts_new"; do env -u NETRA_FULL -u NETRA_REPORT "$program" hash | grep '^digest'; done | sort -u)
  echo "$digests"
  [ "$(wc -l <<<"$digests")" = 1 ] && printf '5\theld\tversions\t%s\n' "release, asan, ubsan; SQLite 3.40 and newest: $digests" >>"$NETRA_REPORT"
}
step 5 "one digest in every build and version" same_digest
step 19 "the binary" tests/binary.sh build/release/netra.so
step 1 "fuzzing" tests/fuzz/run.sh build/fuzz "$seconds"
step '' "ten planted faults" tests/planted.sh
step 23 "coverage" "${strided[@]}" tests/coverage.sh
cat build/promises/*.tsv >build/promises.tsv
tests/promises.sh build/promises.tsv || failed=$((failed + 1))
echo "reliability: $failed steps failed"
[ "$failed" -eq 0 ]
