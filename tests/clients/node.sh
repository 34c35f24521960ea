#!/usr/bin/env bash
# node.sh NETRA.so: the module in an npm client with its own, newer SQLite (@photostructure/sqlite, prebuilt; version pinned in
# tests/clients/node/package.json). Skipped with a message where npm or the registry is missing.
set -euo pipefail
module=$(cd "$(dirname "$1")" && pwd)/$(basename "$1" .so)
here=$(cd "$(dirname "$0")" && pwd)
command -v npm >/dev/null 2>&1 || { echo "node: 0 passed, 0 failed (no npm here)"; exit 0; }
work=$(dirname "$module")/node-client
mkdir -p "$work"
cp "$here"/node/package.json "$here"/node/client.mjs "$work"
cd "$work"
if [ ! -d node_modules/@photostructure/sqlite ]; then
  npm install --no-audit --no-fund --loglevel=error >npm.log 2>&1 || { cat npm.log >&2; echo "node: npm could not install the client" >&2; exit 1; }
fi
exec node client.mjs "$module"
