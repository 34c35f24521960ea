#!/usr/bin/env bash
# Runs examples/quickstart.sh as a user would: the bundled corpus, again, a folder of good and bad files, wrong folders.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "quickstart: $*" >&2; exit 1; }
query() { sqlite3 -batch -init /dev/null -cmd '.load build/release/netra' "$1" "$2"; }

export NETRA_DB=$work/corpus.db
examples/quickstart.sh >"$work/first"
count=$(query "$NETRA_DB" 'SELECT count(*) FROM article')
[ "$count" -eq "$(find corpus/articles -name '*.txt' | wc -l)" ] || fail "loaded $count articles"
dump() { query "$NETRA_DB" 'SELECT * FROM article; SELECT count(*) FROM article_fts' | md5sum; }
before=$(dump)
examples/quickstart.sh >"$work/second"
[ "$before" = "$(dump)" ] || fail "running it twice changed the database"
grep -q 'Acting officials' "$work/second" || fail "no overview"
query "$NETRA_DB" "INSERT INTO article_fts(article_fts, rank) VALUES ('integrity-check', 1)" || fail "the index is not in step"
sqlite3 "$NETRA_DB" 'SELECT count(title) FROM article' >/dev/null || fail "unreadable without the extension"

folder="$work/two words' folder"
mkdir -p "$folder"
printf 'Judul Uji\n\nPj. Bupati Ngawi Siti Aminah menyuarakan netralitas ASN pada Pilkada 2024.\n' >"$folder/good.txt"
: >"$folder/empty.txt"
printf 'kata \xff\xfe rusak\n' >"$folder/broken.txt"
printf 'k\0a\0t\0a\0' >"$folder/utf16.txt"
export NETRA_DB=$work/own.db
examples/quickstart.sh "$folder" >"$work/own"
for name in empty broken utf16; do grep -q "skipped .*$name.txt" "$work/own" || fail "$name.txt was not reported"; done
[ "$(query "$NETRA_DB" 'SELECT title FROM article')" = 'Judul Uji' ] || fail "the good file was not loaded"
mkdir "$work/none"
for bad in "$work/none" "$work/missing"; do
  if examples/quickstart.sh "$bad" >/dev/null 2>"$work/error"; then fail "'$bad' was taken"; fi
  grep -qF "$bad" "$work/error" || fail "the message does not name '$bad'"
done
echo "quickstart: 10 passed, 0 failed"
