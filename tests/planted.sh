#!/usr/bin/env bash
# planted.sh [FAULT... | --fit BUILD]: ten planted faults, each of which a test must catch; see planted.py.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
if command -v ccache >/dev/null; then
  export CMAKE_CXX_COMPILER_LAUNCHER=ccache CCACHE_BASEDIR="${CCACHE_BASEDIR:-$(dirname "$here")}" CCACHE_NOHASHDIR=1
fi
exec python3 "$here/planted.py" "$@"
