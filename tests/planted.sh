#!/usr/bin/env bash
# planted.sh [FAULT...]: ten planted faults, each of which a test must catch; see planted.py.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
command -v ccache >/dev/null && export CMAKE_CXX_COMPILER_LAUNCHER=ccache
exec python3 "$here/planted.py" "$@"
