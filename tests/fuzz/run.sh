#!/usr/bin/env bash
# run.sh BUILD SECONDS [TARGET...]: runs the libFuzzer targets of a build (preset fuzz), one after the other, over the seeds and kept
# inputs. A finding is written to BUILD/findings; put it into tests/fuzz/regressions under a name that says what it was.
set -uo pipefail
build=$(cd "$1" && pwd)
seconds=$2
shift 2
here=$(cd "$(dirname "$0")" && pwd)
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(tokenizer stemmer query extract functions database)
mkdir -p "$build/findings"
failed=0
for target in "${targets[@]}"; do
  seeds=$here/seeds/text
  articles=("$here/../../corpus/articles")
  length=4096
  case $target in
    stemmer) seeds=$here/seeds/word articles=() length=80 ;;
    database) seeds=$here/seeds/database articles=() length=400 ;;
  esac
  found=$build/corpus-$target
  mkdir -p "$found"
  log=$build/fuzz-$target.log
  ASAN_OPTIONS=detect_leaks=1 nice "$build/tests/fuzz_$target" -max_total_time="$seconds" -max_len="$length" -timeout=25 -rss_limit_mb=4096 \
    -dict="$here/indonesian.dict" -artifact_prefix="$build/findings/$target-" -print_final_stats=1 \
    "$found" "$seeds" "$here/regressions" ${articles[@]+"${articles[@]}"} >"$log" 2>&1
  rc=$?
  runs=$(awk '/stat::number_of_executed_units/ {print $2}' "$log")
  rate=$(awk '/stat::average_exec_per_sec/ {print $2}' "$log")
  cover=$(grep -oE 'cov: [0-9]+ ft: [0-9]+' "$log" | tail -n 1)
  printf 'fuzz %-10s %4s s  %10s runs  %6s/s  %-22s %s\n' "$target" "$seconds" "${runs:-?}" "${rate:-?}" "$cover" "$([ $rc = 0 ] && echo ok || echo "FINDING, see $log")"
  [ $rc = 0 ] || failed=$((failed + 1))
  if [ -n "${NETRA_REPORT:-}" ]; then
    printf '1\t%s\tfuzz %s\t%s runs in %s s (%s/s), %s\n' "$([ $rc = 0 ] && echo held || echo 'NOT HELD')" "$target" "${runs:-0}" "$seconds" "${rate:-0}" "$cover" >>"$NETRA_REPORT"
  fi
done
echo "fuzz: $((${#targets[@]} - failed)) passed, $failed failed"
[ $failed = 0 ]
