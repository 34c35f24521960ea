#!/usr/bin/env bash
# tables.sh NETRA_TABLEGEN: faults planted in copies of ext/data stop the compiler with file, line and reason.
set -euo pipefail
tablegen=$1
data=$(cd "$(dirname "$0")/../ext/data" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
# expect FILE SED-SCRIPT MESSAGE: after the edit the compiler must fail and print MESSAGE.
expect() {
  rm -rf "$work/data" && cp -r "$data" "$work/data" && mkdir -p "$work/out"
  sed -i -E "$2" "$work/data/$1"
  if "$tablegen" "$work/data" "$work/out" >"$work/log" 2>&1; then echo "not noticed: $1 $2" >&2; exit 1; fi
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
expect months.tsv "1,\$d" "months.tsv:0: has no rows"
echo "tables: $passed passed, 0 failed"
