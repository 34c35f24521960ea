#!/usr/bin/env bash
# binary.sh NETRA.so: what the module exports, imports and how it is hardened (promise 19). No file, environment, network, locale or
# clock is reachable from SQL.
set -euo pipefail
module=$1
passed=0
fail() { echo "binary.sh: $*" >&2; exit 1; }
ok() { passed=$((passed + 1)); }

exported=$(nm -D --defined-only "$module" | awk '{print $3}')
[ "$exported" = sqlite3_netra_init ] || fail "exports more than the entry point: $exported"
ok
imports=$(nm -D --undefined-only "$module" | awk '{print $NF}' | sed 's/@.*//')
if grep -q '^sqlite3_' <<<"$imports"; then fail "imports SQLite functions: $(grep '^sqlite3_' <<<"$imports" | head -n 5)"; fi
ok
# Names by family; 64-bit and fortified variants included. ICU reads its own data by itself, never because of what SQL says.
# A module that brings the C++ runtime along (built without ICU) has what the runtime uses to print an exception nobody caught.
runtime='-'
readelf -d "$module" | grep -q 'libstdc++' || runtime='sprintf|fwrite'
families=(
  'f?open(at)?|creat|fdopen|freopen|opendir|fread|fwrite|read|write|pread|pwrite|mmap|unlink|rename|mkdir|stat|lstat|fstat|access|readlink|realpath'
  '(secure_)?getenv|setenv|putenv|clearenv|environ'
  'socket|connect|bind|listen|accept|send(to|msg)?|recv(from|msg)?|getaddrinfo|gethostbyname|res_query'
  '(set|new|use|free)locale|localeconv|nl_langinfo|is(alpha|alnum|digit|space|upper|lower|punct)|to(lower|upper)|isw.*|tow.*|wcsto.*|mbsto.*|strcoll|strxfrm|_ZNSt6locale.*'
  'time|clock|clock_gettime|gettimeofday|localtime(_r)?|gmtime(_r)?|mktime|strftime|_ZNSt6chrono.*'
  'system|popen|fork|vfork|exec[lv].*|posix_spawn.*|dlopen|dlsym|pthread_create|signal|sigaction|exit|_exit|kill'
  'rand(om)?|srand(om)?|getrandom|arc4random.*|_ZNSt13random_device.*'
  'printf|puts|putchar|vprintf|fprintf|perror|_ZSt4cout|_ZSt4cerr|_ZNSt8ios_base4InitC1Ev'
  'gets|strcpy|strcat|sprintf|vsprintf|scanf|sscanf|strtok|setjmp|longjmp|alloca'
)
for family in "${families[@]}"; do
  if found=$(grep -E "^_*($family)(64)?(_chk)?\$" <<<"$imports" | grep -vxE "$runtime"); then fail "imports $(tr '\n' ' ' <<<"$found")"; fi
  ok
done
dynamic=$(readelf -d "$module")
grep -q 'BIND_NOW' <<<"$dynamic" || fail "is not bound at load (-z now)"
ok
grep -q 'NODELETE' <<<"$dynamic" || fail "can be unloaded (-z nodelete)"
ok
segments=$(readelf -lW "$module")
grep -q GNU_RELRO <<<"$segments" || fail "has no RELRO"
ok
grep -qE 'GNU_STACK.* RW ' <<<"$segments" || fail "has an executable stack"
ok
if grep -qE ' RWE ' <<<"$segments"; then fail "has a segment that is writable and executable"; fi
ok
if grep -qE 'RPATH|RUNPATH|TEXTREL|libsqlite3' <<<"$dynamic"; then fail "has RPATH, TEXTREL or links SQLite"; fi
ok
grep -q '^__stack_chk_fail$' <<<"$imports" || fail "is built without stack protector"
ok
# _FORTIFY_SOURCE leaves checked calls where a size is known; a build without it has none. What it could not check it may import plain.
if command -v objdump >/dev/null && ! grep -qE '_chk$' <<<"$(grep -v stack_chk <<<"$imports")"; then
  grep -qE '^mem(cpy|move|set)$' <<<"$imports" || fail "has neither checked nor plain memory calls: is it a release build?"
  grep -qs '_FORTIFY_SOURCE' "$(dirname "$module")/compile_commands.json" || fail "is built without _FORTIFY_SOURCE"
fi
ok
# Without ICU and with the archives at hand nothing but libc is needed.
if [ "$runtime" != - ]; then
  needed=$(sed -n 's/.*NEEDED.*\[\(.*\)\]/\1/p' <<<"$dynamic" | grep -vE '^(libc|libm|ld-linux.*)\.so') && fail "needs $needed"
  ok
fi
echo "binary: $passed passed, 0 failed"
if [ -n "${NETRA_REPORT:-}" ]; then
  printf '19\theld\tbinary.sh\t%s checks: one export, no sqlite3_*, no file/env/net/locale/clock import, RELRO, NOW, stack protector, FORTIFY\n' "$passed" >>"$NETRA_REPORT"
fi
