#!/usr/bin/env bash
# coverage.sh [BUILD [--read]]: builds the preset `coverage`, runs what tests/run.sh runs of the unit tests, the SQL cases and queries,
# the documents and the programs of the promises, and prints the share of lines and branches of ext/ that were taken, file by file
# (promise 23); with --read it only reads the counters that are there. Branches that only an exception takes are not counted (gcov
# marks them); the fault walks reach those.
set -euo pipefail
cd "$(dirname "$0")/.."
build=${1:-build/coverage}
run_tests() {
  cmake --preset coverage -B "$build" >/dev/null
  cmake --build "$build" --target netra netra_unit netra_hostile netra_faults netra_hosts >"$build.log" 2>&1 || { tail -n 30 "$build.log"; exit 1; }
  build=$(cd "$build" && pwd)
  find "$build" -name '*.gcda' -delete
  unset NETRA_FULL
  "$build/tests/netra_unit"
  for script in sql/run queries schema imports; do "tests/$script.sh" "$build/netra.so"; done
  /usr/bin/python3 tests/docs.py "$build/netra" README.md sql/REFERENCE.md sql/REPRODUCE.md
  /usr/bin/python3 tests/search/search_test.py "$build/netra.so"
  NETRA_FULL=1 "$build/tests/netra_faults" load
  NETRA_BRIEF=1 "$build/tests/netra_hostile" tokens neighbours functions reportage highlight codes
  "$build/tests/netra_faults"
  "$build/tests/netra_hosts" hash encodings limit interrupt contract refuse reload without golden corrupt
  NETRA_MODULE=$build/netra.so "$build/tests/netra_hosts" reload second
}
if [ "${2:-}" != --read ]; then run_tests >&2; fi
build=$(cd "$build" && pwd)
python3 - "$build" "$PWD" <<'PY'
import collections, glob, gzip, json, os, subprocess, sys, tempfile
build, source = sys.argv[1:]
lines, branches = collections.defaultdict(dict), collections.defaultdict(dict)
with tempfile.TemporaryDirectory() as folder:
    data = [f for f in glob.glob(build + '/**/*.gcda', recursive=True) if '/netra_' in f]
    for f in data:
        out = subprocess.run(['gcov', '--json-format', '--branch-probabilities', '--stdout', f], cwd=folder, capture_output=True).stdout
        for part in out.splitlines():
            for file in json.loads(part)['files']:
                path = os.path.realpath(os.path.join(build, file['file']))
                if not path.startswith(source + '/ext/') or '/tablegen/' in path:
                    continue
                path = path[len(source) + 1:]
                for line in file['lines']:
                    n = line['line_number']
                    lines[path][n] = lines[path].get(n, 0) + line['count']
                    for i, b in enumerate(line['branches']):
                        if not b['throw']:
                            key = (n, line.get('function_name', ''), i)
                            branches[path][key] = branches[path].get(key, 0) + b['count']
# a template is the same line in several functions: a branch counts as taken when any of them took it
total = [0, 0, 0, 0]
for path in sorted(lines):
    merged = {}
    for (n, _, i), count in branches[path].items():
        merged[n, i] = merged.get((n, i), 0) + count
    row = [sum(c > 0 for c in lines[path].values()), len(lines[path]), sum(c > 0 for c in merged.values()), len(merged)]
    total = [a + b for a, b in zip(total, row)]
    missed = [str(n) for n, c in sorted(lines[path].items()) if c == 0]
    print('%-36s lines %5.1f %%  branches %5.1f %%  %s' % (path, 100 * row[0] / max(1, row[1]), 100 * row[2] / max(1, row[3]),
          ('not reached: ' + ','.join(missed[:12]) + ('...' if len(missed) > 12 else '')) if missed else ''))
share = 100 * total[2] / max(1, total[3])
print('coverage: %d of %d lines (%.1f %%), %d of %d branches (%.1f %%)' % (total[0], total[1], 100 * total[0] / max(1, total[1]), total[2], total[3], share))
report = os.environ.get('NETRA_REPORT')
if report:
    with open(report, 'a') as f:
        f.write('23\t%s\tcoverage.sh\t%.1f %% of branches, %.1f %% of lines\n' % ('held' if share >= 95 else 'NOT HELD', share, 100 * total[0] / max(1, total[1])))
PY
