#!/usr/bin/env bash
# binary.sh NETRA.so: one exported symbol, no import of sqlite3_*, full RELRO, no text relocations, no RPATH, not linked to SQLite.
set -euo pipefail
module=$1
fail() { echo "binary.sh: $*" >&2; exit 1; }
exported=$(nm -D --defined-only "$module" | awk '{print $3}')
[ "$exported" = sqlite3_netra_init ] || fail "exports more than the entry point: $exported"
imports=$(nm -D --undefined-only "$module" | awk '{print $NF}')
if grep -q '^sqlite3_' <<<"$imports"; then fail "imports SQLite functions: $(grep '^sqlite3_' <<<"$imports" | head -n 5)"; fi
# No file, environment, network, locale or clock from SQL.
forbidden='^(fopen|open|openat|getenv|secure_getenv|socket|connect|setlocale|time|clock_gettime|gettimeofday|localtime|system|popen)(64)?(@|$)'
if grep -qE "$forbidden" <<<"$imports"; then fail "imports $(grep -E "$forbidden" <<<"$imports" | tr '\n' ' ')"; fi
dynamic=$(readelf -d "$module")
grep -q 'BIND_NOW' <<<"$dynamic" || fail "is not bound at load (-z now)"
grep -q 'NODELETE' <<<"$dynamic" || fail "can be unloaded (-z nodelete)"
readelf -lW "$module" | grep -q GNU_RELRO || fail "has no RELRO"
if grep -qE 'RPATH|RUNPATH|TEXTREL|libsqlite3' <<<"$dynamic"; then fail "has RPATH, TEXTREL or links SQLite"; fi
grep -q '__stack_chk_fail' <<<"$imports" || fail "is built without stack protector"
echo "binary: 8 passed, 0 failed"
