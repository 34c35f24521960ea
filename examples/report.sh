#!/usr/bin/env bash
# examples/report.sh [DB [OUT.html]]: writes the HTML report of sql/report.sql (default: netra.db, report.html).
# NETRA_MODULE names another build of the extension.
set -euo pipefail
project=$(cd "$(dirname "$0")/.." && pwd)
database=${1:-netra.db} out=${2:-report.html} module=${NETRA_MODULE:-$project/build/release/netra}
[ -f "$database" ] || { echo "report: there is no database '$database'; examples/quickstart.sh makes one" >&2; exit 1; }
partial=$(mktemp "$out.XXXXXX")
trap 'rm -f "$partial"' EXIT
sqlite3 -batch -bail -init /dev/null -readonly "$database" -cmd ".load ${module%.so}" ".read '$project/sql/report.sql'" >"$partial"
chmod 644 "$partial"
mv "$partial" "$out"
echo "$out"
