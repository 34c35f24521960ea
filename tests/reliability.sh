#!/usr/bin/env bash
# reliability.sh [SECONDS]: everything that shows the promises of reliability, exhaustively: builds with all sanitizers and over the newest
# SQLite (from npm), walks every allocation, fuzzes each target for SECONDS (default 3600), plants ten faults, measures coverage and
# prints the table. Called by tests/run.sh --full after the fast tier; hours of work. Goes on after a failure and tells it in the table.
set -uo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-3600}
export NETRA_FULL=1 NETRA_REPORT=$PWD/build/promises.tsv
mkdir -p build/logs
: >"$NETRA_REPORT"
failed=0

step() { # NAME COMMAND...
  local name=$1 at=$SECONDS
  shift
  printf '%-58s ' "$name"
  local log="build/logs/${name//[^a-z0-9]/-}.log"
  if "$@" </dev/null >"$log" 2>&1; then
    printf 'ok      %6d s  %s\n' $((SECONDS - at)) "$(grep -E '^[a-z]+[a-z ]*: [0-9]+ passed' "$log" | tail -n 1)"
  else
    failed=$((failed + 1))
    printf 'FAILED  %6d s  %s\n' $((SECONDS - at)) "see $log"
    grep -E '^(FAILED|while|ERROR|WARNING|SUMMARY)' "$log" | head -n 5
  fi
}
note() { printf '%s\t%s\t%s\t%s\n' "$@" >>"$NETRA_REPORT"; }

# The newest SQLite that a maintained package carries: its amalgamation lies in better-sqlite3's archive.
amalgamation() {
  [ -f build/sqlite-new/package/deps/sqlite3/sqlite3.c ] && return 0
  rm -rf build/sqlite-new && mkdir -p build/sqlite-new
  (cd build/sqlite-new && npm pack --silent better-sqlite3@13.2.0 >/dev/null && tar xzf better-sqlite3-*.tgz package/deps/sqlite3)
}
build() { cmake --preset "$1" -DNETRA_AMALGAMATION="$PWD/build/sqlite-new/package/deps/sqlite3" && cmake --build --preset "$1"; }

step "the newest SQLite's amalgamation" amalgamation
for preset in release asan ubsan tsan fuzz; do step "$preset: build" build "$preset"; done

r=build/release/tests a=build/asan/tests u=build/ubsan/tests t=build/tsan/tests
module=$PWD/build/release/netra.so
step "unit tests under valgrind" valgrind -q --error-exitcode=9 --leak-check=full --errors-for-leak-kinds=definite "$r/netra_unit"
for section in tokens neighbours functions highlight codes growth memory big; do step "release: hostile $section" "$r/netra_hostile" "$section"; done
for section in tokens neighbours functions highlight codes; do step "asan: hostile $section" env NETRA_FULL= "$a/netra_hostile" "$section"; done
step "release: fault walks, SQLite 3.40" "$r/netra_faults"
step "release: fault walks, newest SQLite" "$r/netra_faults_new"
step "asan: fault walks, strided" env -u NETRA_FULL "$a/netra_faults_new"
step "ubsan: fault walks, strided" env -u NETRA_FULL "$u/netra_faults"
for section in start hash encodings limit interrupt contract without reload second threads kill corrupt golden; do
  step "release: hosts $section" env NETRA_MODULE="$module" "$r/netra_hosts" "$section"
  step "newest SQLite: hosts $section" "$r/netra_hosts_new" "$section"
done
step "asan: hosts, newest SQLite" env -u NETRA_FULL "$a/netra_hosts_new" start hash encodings limit contract reload corrupt
step "tsan: hosts" env -u NETRA_FULL TSAN_OPTIONS=halt_on_error=1 "$t/netra_hosts" start threads
same_digest() { # one digest in every build and version
  local digests
  digests=$(for program in "$r/netra_hosts" "$r/netra_hosts_new" "$a/netra_hosts" "$u/netra_hosts_new"; do env -u NETRA_FULL -u NETRA_REPORT "$program" hash | grep '^digest'; done | sort -u)
  echo "$digests"
  [ "$(wc -l <<<"$digests")" = 1 ] && note 5 held versions "release, asan, ubsan; SQLite 3.40 and newest: $digests"
}
step "one digest in every build and version" same_digest
step "the binary" tests/binary.sh build/release/netra.so
step "fuzzing, $seconds s a target" tests/fuzz/run.sh build/fuzz "$seconds"
step "ten planted faults" tests/planted.sh
step "coverage" env -u NETRA_FULL tests/coverage.sh
tests/promises.sh "$NETRA_REPORT" || failed=$((failed + 1))
echo "reliability: $failed steps failed"
[ "$failed" -eq 0 ]
