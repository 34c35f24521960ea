#!/usr/bin/env bash
# tables.sh NETRA_TABLEGEN: faults planted in copies of ext/data stop the compiler with file, line and reason.
set -euo pipefail
tablegen=$1
data=$(cd "$(dirname "$0")/../ext/data" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
# expect FILE SED-SCRIPT MESSAGE: after the edit the compiler must fail with exit code 1 and print MESSAGE.
expect() {
  rm -rf "$work/data" && cp -r "$data" "$work/data" && mkdir -p "$work/out"
  sed -i -E "$2" "$work/data/$1"
  code=0
  "$tablegen" "$work/data" "$work/out" >"$work/log" 2>&1 || code=$?
  [ "$code" -eq 1 ] || { echo "exit code $code instead of 1: $1 $2" >&2; exit 1; }
  grep -qF "$3" "$work/log" || { echo "wrong message for $1 $2:" >&2; head -n 3 "$work/log" >&2; exit 1; }
  passed=$((passed + 1))
}
line() { grep -nvE '^#|^$' "$data/$1" | sed -n "${2}p" | cut -d: -f1; } # number of the Nth row, the column names being the first
n=$(line regions.tsv 2)
expect regions.tsv "${n}s/\t[a-z]+\t/\tdusun\t/" "regions.tsv:$n: column level: 'dusun' is not one of: provinsi, kabupaten, kota"
expect regions.tsv "${n}s/\$/\tmore/" "regions.tsv:$n: 5 cells, 4 columns"
expect regions.tsv "${n}{p}" "regions.tsv:$((n + 1)): '11' stands already in line $n"
n=$(line region_aliases.tsv 2)
expect region_aliases.tsv "${n}s/\t[0-9.]+\t/\t99.99\t/" "region_aliases.tsv:$n: column code: '99.99' is not in regions.code"
n=$(line months.tsv 2)
expect months.tsv "${n}s/\t1\$/\tsatu/" "months.tsv:$n: column number: 'satu' is not a number"
expect months.tsv "${n}s/^/\xff/" "months.tsv:$n: malformed UTF-8"
expect months.tsv "${n}s/^/$(printf 'a %.0s' {1..256})/" "months.tsv:$n: a form of more than 255 words"
expect months.tsv "${n}s/^/|/" "months.tsv:$n: an empty form"
expect months.tsv "1,\$d" "months.tsv:0: has no rows"
# the stemmer's lexicon
n=$(line roots.tsv 2)
first=$(sed -n "${n}p" "$data/roots.tsv" | cut -f1)
second=$(sed -n "$((n + 1))p" "$data/roots.tsv" | cut -f1)
expect roots.tsv "${n}{h;d};$((n + 1)){G}" "roots.tsv:$((n + 1)): '$first' is not sorted (after '$second')"
expect roots.tsv "${n}p" "roots.tsv:$((n + 1)): duplicate '$first'"
expect roots.tsv "${n}s/^([^\t]+\t[a-z])\t[^\t]+/\1\tmeNg/" "roots.tsv:$n: unknown frame 'meNg'"
expect roots.tsv "${n}s/^([^\t]+)\t[a-z]/\1\tq/" "roots.tsv:$n: unknown class 'q' (one of n v a d m b x)"
expect roots.tsv "${n}s/[0-9]\$/ten/" "roots.tsv:$n: prior 'ten' is not a digit 0..9"
expect roots.tsv "${n}s/\t[^\t]+\$//" "roots.tsv:$n: has 3 cells, needs 4"
n=$(line exceptions.tsv 2)
expect exceptions.tsv "${n}s/^[^\t]+/$first/" "root '$first' of "
n=$(line variants.tsv 2)
expect variants.tsv "${n}s/^([^\t]+\t[^\t]+)\t[^\t]+/\1\tqwertz/" "variants.tsv:$n: key 'qwertz' is in no table"
echo "tables: $passed passed, 0 failed"
