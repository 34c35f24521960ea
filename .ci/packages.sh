# Sourced by examples/quickstart.sh and tests/run.sh: require_packages PACKAGE... installs the Debian packages that are missing,
# as root or with sudo, and says nothing about those that are there. Without apt it says what to install and stops.
require_packages() {
  local missing=() package
  if ! command -v dpkg-query >/dev/null 2>&1 || ! command -v apt-get >/dev/null 2>&1; then
    # Another system: judge by the tools themselves.
    local tool absent=()
    for tool in c++ cmake ninja pkg-config sqlite3; do command -v "$tool" >/dev/null 2>&1 || absent+=("$tool"); done
    for package in sqlite3 libutf8proc icu-uc icu-i18n; do
      pkg-config --exists "$package" 2>/dev/null || absent+=("the development files of $package")
    done
    [ ${#absent[@]} -eq 0 ] && return 0
    echo "This system has no apt. Please install with its own package manager:" >&2
    printf '  - %s\n' "${absent[@]}" >&2
    echo "  (a C++20 compiler, CMake 3.25+, Ninja, pkg-config, the sqlite3 shell 3.40+, SQLite, ICU, utf8proc, Catch2 for the tests)" >&2
    return 1
  fi
  for package in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  echo "Installing ${missing[*]} ..."
  local as_root=() log
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 || { echo "Missing packages and no sudo. As root: apt-get install ${missing[*]}" >&2; return 1; }
    as_root=(sudo)
  fi
  log=$(mktemp)
  if ! { "${as_root[@]}" apt-get update -qq && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
         apt-get install -y -qq --no-install-recommends "${missing[@]}"; } </dev/null >"$log" 2>&1; then
    echo "apt-get could not install them:" >&2
    tail -n 15 "$log" >&2
    rm -f "$log"
    return 1
  fi
  rm -f "$log"
}

build_packages=(g++ cmake ninja-build pkg-config sqlite3 libsqlite3-dev libicu-dev libutf8proc-dev)
