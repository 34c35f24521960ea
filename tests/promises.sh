#!/usr/bin/env bash
# promises.sh REPORT: prints the table of the 23 promises of reliability from the lines the tests wrote (number, held or not, who, figure).
# Fails when one is not held or was not shown.
set -euo pipefail
report=$1
targets=(
  "no crash, hang or undefined behaviour on any text" "reads only the given bytes" "offsets and mentions: 0 errors"
  "tokens UTF-8, 1..1,024 bytes" "same text, same answer" "a bad byte swallows no neighbour" "highlight('','') is the text"
  "t(4n)/t(n) <= 6; >= 5 and >= 1 MB/s" "memory: none; 16 MB + 24 B/byte" "failed allocations: NOMEM or right" "nothing thrown through C"
  "xToken's code handed on" "interrupt < 100 ms on 10 MB" "SQLITE_LIMIT_LENGTH" "flags, errors, untrusted schemas" "kill -9, 200 rounds" "threads, TSan clean"
  "load twice, unload 300, fork, second" "the binary" "10,000 damaged databases" "without the extension" "versioned rules" ">= 95 % of branches")
printf '\n%-3s %-50s %-9s %s\n' "#" "promise" "held" "figures"
broken=0
for i in "${!targets[@]}"; do
  number=$((i + 1))
  lines=$(awk -F '\t' -v n="$number" '$1 == n' "$report")
  if [ -z "$lines" ]; then
    state="NOT SHOWN"
  elif grep -q 'NOT HELD' <<<"$lines"; then
    state="NOT HELD"
  else
    state=held
  fi
  [ "$state" = held ] || broken=$((broken + 1))
  printf '%-3s %-50s %-9s\n' "$number" "${targets[$i]}" "$state"
  if [ -n "$lines" ]; then awk -F '\t' '{printf "      %-9s %s: %s\n", $2, $3, $4}' <<<"$lines" | awk '!seen[$0]++'; fi
done
echo "promises: $((${#targets[@]} - broken)) passed, $broken failed"
[ "$broken" -eq 0 ]
