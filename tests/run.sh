#!/usr/bin/env bash
# tests/run.sh [--full [SECONDS]]: installs what a bare Debian or Ubuntu lacks, builds Netra in three ways (release, without ICU, with sanitizers) and
# runs all tests. Can be run again; stops at the first failure with the reason. Needs no network beyond apt and npm. --full then runs
# tests/reliability.sh: every walk to its end, SECONDS of fuzzing a target (default 3600), and the table of the 23 promises; hours.
set -euo pipefail
cd "$(dirname "$0")/.."
. .ci/packages.sh
begin=$SECONDS
passed=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT

# step NAME COMMAND...: runs it quietly, shows its output only when it fails.
step() {
  local name=$1 at=$SECONDS
  shift
  printf '%-46s ' "$name"
  if "$@" </dev/null >"$log" 2>&1; then
    passed=$((passed + 1))
    printf 'ok  %3d s  %s\n' $((SECONDS - at)) "$(grep -E '^(All tests passed|[a-z]+: [0-9]+ passed)' "$log" | tail -n 1)"
  else
    echo FAILED
    tail -n 80 "$log"
    echo
    echo "tests/run.sh: '$name' failed: $*"
    echo "$passed passed, 1 failed"
    exit 1
  fi
}

configure() { cmake --preset "$1" -DNETRA_WERROR=ON; }
build() { # without ICU only one file differs: the module and the unit tests are enough
  if [ "$1" = noicu ]; then cmake --build --preset noicu --target netra netra_unit; else cmake --build --preset "$1"; fi
}
unit() { "build/$1/tests/netra_unit"; }
sql() { # PRESET: the SQL cases; an instrumented module needs the sanitizer's runtime in the uninstrumented shell
  local preload=
  [ "$1" = asan ] && preload="$(g++ -print-file-name=libasan.so) $(g++ -print-file-name=libstdc++.so)"
  NETRA_PRELOAD=$preload tests/sql/run.sh "build/$1/netra.so"
}
clang_reads() ( # the fuzzers are built by Clang, and so are other people's copies
  cd build/release
  ninja -t commands netra | sed -nE 's/^.*c\+\+ (.*) -o [^ ]+ -c ([^ ]*\/ext\/.*)/clang++ -fsyntax-only \1 \2/p' | xargs -P "$(nproc)" -d '\n' -n 1 bash -c
)

example_packages=(chromium chromium-driver python3-selenium python3-apsw python3-charset-normalizer sqlite-utils libdbd-sqlite3-perl)
full=
[ "${1:-}" = --full ] && full=1
require_packages "${build_packages[@]}" catch2 python3 binutils ccache
if command -v ccache >/dev/null 2>&1; then  # all but a few objects of the build without ICU are those of the release build
  export CMAKE_CXX_COMPILER_LAUNCHER=ccache CCACHE_DIR="$PWD/build/ccache" CCACHE_BASEDIR="$PWD" CCACHE_NOHASHDIR=1
fi
[ -z "$full" ] || require_packages clang libclang-rt-14-dev valgrind gdb
for preset in release noicu asan; do
  step "$preset: configure" configure "$preset"
  step "$preset: build" build "$preset"
  step "$preset: unit tests" unit "$preset"
  step "$preset: SQL cases" sql "$preset"
done
if command -v clang++ >/dev/null 2>&1; then step "sources: Clang reads them too" clang_reads; fi
# The promises of reliability, strided; an instrumented build reads the same texts and walks fewer allocations.
step "hostile texts" build/release/tests/netra_hostile tokens neighbours functions reportage highlight codes
step "hostile texts, sanitized" build/asan/tests/netra_hostile neighbours functions reportage highlight codes
step "hosts" build/release/tests/netra_hosts
step "hosts: the loaded module" env NETRA_MODULE="$PWD/build/release/netra.so" build/release/tests/netra_hosts start reload second
step "hosts, sanitized" build/asan/tests/netra_hosts start contract limit reload
step "fault walks" build/release/tests/netra_faults
for target in build/asan/tests/fuzz_*; do
  seeds=tests/fuzz/seeds/text
  case $target in *stemmer) seeds=tests/fuzz/seeds/word ;; *database | *lexicon) seeds=tests/fuzz/seeds/${target##*_} ;; esac
  step "replay, sanitized: ${target##*/}" "$target" "$seeds" tests/fuzz/regressions
done
step "the binary: symbols and imports" tests/binary.sh build/release/netra.so
step "the binary without ICU" env -u NETRA_REPORT tests/binary.sh build/noicu/netra.so
step "schema: facts and index in step" tests/schema.sh build/release/netra.so
step "imports: txt, csv, jsonl" tests/imports.sh build/release/netra.so
step "queries: every script of sql/queries" tests/queries.sh build/release/netra.so
for client in tests/clients/*.sh; do
  [ -e "$client" ] && step "client: $(basename "$client" .sh)" "$client" build/release/netra.so
done
# What is missing here is skipped by its example, with a message.
require_packages "${example_packages[@]}" || echo "Some examples will be skipped."
for example in tests/examples/*.sh; do
  step "example: $(basename "$example" .sh)" "$example" build/release/netra.so
done
step "bench: everything can be measured" tests/bench/speed.py --quick
step "planted faults still fit" tests/planted.sh --fit build/release
step "tables: a malformed row stops the build" tests/tables.sh build/release/netra_tablegen
step "documentation: every example" tests/docs.py build/release/netra README.md sql/REFERENCE.md sql/REPRODUCE.md
step "quickstart: the bundled corpus" tests/quickstart.sh
if [ -n "$full" ]; then tests/reliability.sh "${2:-3600}"; fi
echo "All done in $((SECONDS - begin)) s."
echo "$passed passed, 0 failed"
