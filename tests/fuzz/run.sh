#!/usr/bin/env bash
# run.sh BUILD SECONDS [TARGET...]: runs the libFuzzer targets of a build (preset fuzz) over the seeds and the inputs kept in
# BUILD/corpus-TARGET, in turns of at most five minutes, until each has had SECONDS. Every turn adds a line to BUILD/fuzz-totals.tsv
# (target, CPU seconds, executions, coverage, findings); the table at the end sums up all turns there are. A finding is written to
# BUILD/findings; put it into tests/fuzz/regressions under a name that says what it was.
set -uo pipefail
build=$(cd "$1" && pwd)
seconds=$2
shift 2
here=$(cd "$(dirname "$0")" && pwd)
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(tokenizer stemmer query extract lexicon functions database)
turn=$((seconds < 300 ? seconds : 300))
mkdir -p "$build/findings"
totals=$build/fuzz-totals.tsv
touch "$totals"

# one_turn TARGET SECONDS
one_turn() {
  local target=$1 seeds=$here/seeds/text articles=("$here/../../corpus/articles") length=4096 log=$build/fuzz-$1.log
  case $target in
    stemmer) seeds=$here/seeds/word articles=() length=80 ;;
    database) seeds=$here/seeds/database articles=() length=400 ;;
    lexicon) seeds=$here/seeds/lexicon articles=() length=1500 ;;
  esac
  local found=$build/corpus-$target cpu rc runs cover
  mkdir -p "$found"
  TIMEFORMAT='%U %S'
  cpu=$({ time ASAN_OPTIONS=detect_leaks=1 nice "$build/tests/fuzz_$target" -max_total_time="$2" -max_len="$length" -timeout=25 -rss_limit_mb=4096 \
    -dict="$here/indonesian.dict" -artifact_prefix="$build/findings/$target-" -print_final_stats=1 -use_value_profile=0 \
    "$found" "$seeds" "$here/regressions" ${articles[@]+"${articles[@]}"} >"$log" 2>&1; echo $? >"$log.rc"; } 2>&1 | awk '{print $1 + $2}')
  rc=$(cat "$log.rc")
  [ "$rc" = 0 ] || cp "$log" "$build/findings/$target-$(date +%H%M%S).log"
  runs=$(awk '/stat::number_of_executed_units/ {print $2}' "$log")
  cover=$(grep -oE 'cov: [0-9]+ ft: [0-9]+' "$log" | tail -n 1)
  printf '%s\t%s\t%s\t%s\t%s\n' "$target" "$cpu" "${runs:-0}" "${cover:-?}" "$((rc != 0))" >>"$totals"
}

for ((done = 0; done < seconds; done += turn)); do
  for target in "${targets[@]}"; do one_turn "$target" $((seconds - done < turn ? seconds - done : turn)); done
done

failed=0
for target in "${targets[@]}"; do
  read -r cpu runs rate findings < <(awk -F '\t' -v t="$target" '$1 == t {c += $2; r += $3; f += $5} END {printf "%d %d %d %d\n", c, r, c ? r / c : 0, f}' "$totals")
  cover=$(awk -F '\t' -v t="$target" '$1 == t {last = $4} END {print last}' "$totals")
  now=$(tail -n 100 "$totals" | awk -F '\t' -v t="$target" '$1 == t {last = $5} END {print last + 0}')
  printf 'fuzz %-10s %6s CPU s  %10s runs  %6s/s  %-22s %s\n' "$target" "$cpu" "$runs" "$rate" "$cover" "$([ "$now" = 0 ] && echo ok || echo "FINDING, see $build/findings")"
  [ "$now" = 0 ] || failed=$((failed + 1))
  if [ -n "${NETRA_REPORT:-}" ]; then
    printf '1\t%s\tfuzz %s\t%s runs in %s CPU s (%s/s), %s\n' "$([ "$now" = 0 ] && echo held || echo 'NOT HELD')" "$target" "$runs" "$cpu" "$rate" "$cover" >>"$NETRA_REPORT"
  fi
done
echo "fuzz: $((${#targets[@]} - failed)) passed, $failed failed"
[ $failed = 0 ]
