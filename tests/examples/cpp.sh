#!/usr/bin/env bash
# cpp.sh NETRA.so: examples/cpp against the static libraries that lie beside the module.
set -euo pipefail
build=$(cd "$(dirname "$1")" && pwd)
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "cpp: $*" >&2; cat "$work/out" >&2; exit 1; }
cmake -S examples/cpp -B "$work/build" -G Ninja -DNETRA_BUILD="$build" >"$work/out" 2>&1 || fail 'cmake'
cmake --build "$work/build" >"$work/out" 2>&1 || fail 'build'
"$work/build/tag_articles" 'netral' corpus/articles/*.txt >"$work/out" || fail 'run'
grep -q 'official La Ode Budiman (Bupati), stage ' "$work/out" || fail 'no official'
grep -qi '\[netral' "$work/out" || fail 'no highlighted hit'
tail -n 1 "$work/out" | grep -qE "^[1-9][0-9]* of $(ls corpus/articles/*.txt | wc -l) articles$" || fail 'no count'
if "$work/build/tag_articles" netral "$work/missing" >"$work/out" 2>&1; then fail 'a missing file was taken'; fi
grep -q "cannot read $work/missing" "$work/out" || fail 'no reason'
echo "cpp: 4 passed, 0 failed"
