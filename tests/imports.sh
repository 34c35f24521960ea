#!/usr/bin/env bash
# imports.sh NETRA.so: the import scripts of sql/ with good and bad files: what loads, what is skipped and named, twice, stopped half-way.
set -euo pipefail
. "$(dirname "$0")/lib.sh" imports "$1"
query() { shell "$1" "$2"; }
import() { # DB KIND PARAMETER VALUE ...: runs sql/import_KIND.sql
  local db=$1 kind=$2 arguments=('.read sql/schema.sql' '.read sql/views.sql' '.parameter init')
  shift 2
  while [ $# -gt 0 ]; do
    arguments+=("INSERT OR REPLACE INTO temp.sqlite_parameters VALUES ('$1', '${2//\'/\'\'}')")
    shift 2
  done
  shell "$db" "${arguments[@]}" ".read sql/import_$kind.sql" >"$work/out" 2>&1
}
skipped() { query "$1" "SELECT group_concat(line || ' ' || reason, '; ') FROM (SELECT * FROM import_skipped ORDER BY file, line)"; }

# CSV: quotes, doubled quotes, line ends inside, CRLF, a byte order mark, other names, other separator.
printf '\xef\xbb\xbfid;Judul;isi;Tanggal\r\n1;"Judul ""satu""; panjang";"Baris satu\nbaris ""dua"".";2024-10-24\r\n2;Dua;Isi dua;2024-10-25T08:00:00+07:00\r\n' >"$work/a b'c.csv"
import "$work/csv.db" csv :file "$work/a b'c.csv" :title JUDUL || fail "csv: $(cat "$work/out")"
same 'csv: fields' "$(query "$work/csv.db" "SELECT group_concat(title || '|' || replace(body, char(10), '~') || '|' || published, ' / ') FROM article")" \
  'Judul "satu"; panjang|Baris satu~baris "dua".|2024-10-24 / Dua|Isi dua|2024-10-25'
import "$work/csv.db" csv :file "$work/a b'c.csv" :title JUDUL || fail "csv again: $(cat "$work/out")"
same 'csv: twice' "$(query "$work/csv.db" 'SELECT count(*) FROM article')" 2

{
  printf 'title,body\nsatu,isi yang satu\nkosong,\ntiga,isi,lebih\nsatu,isi yang satu\n'
  printf 'rusak,"kata \xff\xfe rusak"\n"enam","isi\nenam"\n\ntujuh,"tanpa penutup\nhabis'
} >"$work/bad.csv"
import "$work/bad.db" csv :file "$work/bad.csv" || fail "bad.csv: $(cat "$work/out")"
same 'csv: skipped' "$(skipped "$work/bad.db")" \
  "3 has no text; 4 has 3 fields, the header 2; 5 same text as $work/bad.csv#2; 6 is not UTF-8; 10 a quote is not closed"
same 'csv: loaded' "$(query "$work/bad.db" "SELECT group_concat(title) FROM article")" 'satu,enam'
grep -q "skipped $work/bad.csv:6: is not UTF-8" "$work/out" || fail 'csv: the skipped line is not named'
for bad in missing.csv empty.csv header.csv; do
  [ $bad = missing.csv ] || : >"$work/$bad"
  [ $bad != header.csv ] || echo 'title,body' >"$work/$bad"
  if import "$work/none.db" csv :file "$work/$bad"; then fail "$bad was taken"; fi
  grep -q 'nothing was loaded' "$work/out" || fail "$bad: $(cat "$work/out")"
  passed=$((passed + 1))
done
printf 'judul,teks\na,b\n' >"$work/columns.csv"
if import "$work/none.db" csv :file "$work/columns.csv" :body naskah; then fail 'a column that is not there was taken'; fi
grep -q 'no column naskah' "$work/out" || fail "columns.csv: $(cat "$work/out")"
passed=$((passed + 1))

# JSON lines.
{
  printf '{"id":"x1","title":"Satu","isi":{"teks":"Naskah satu"},"date":"Kamis, 24 Oktober 2024"}\r\n\n'
  printf '{"id":"x2","isi":{"teks":"Naskah dua"}\n[1]\n{"id":"x3","title":"Tiga"}\n{"id":"x4","isi":{"teks":5}}\n'
  printf '{"id":"x1","isi":{"teks":"Naskah \\"tujuh\\""},"date":"entah"}\n{"isi":{"teks":"Tanpa akhir baris"},"date":null}'
} >"$work/a.jsonl"
import "$work/json.db" jsonl :file "$work/a.jsonl" :body '$.isi.teks' || fail "jsonl: $(cat "$work/out")"
same 'jsonl: skipped' "$(skipped "$work/json.db")" \
  '3 is not JSON; 4 is not an object; 5 has no text (key $.isi.teks); 6 its text is not a string'
same 'jsonl: loaded' "$(query "$work/json.db" "SELECT group_concat(coalesce(title, '-') || '|' || body || '|' || coalesce(published, '-'), ' / ') FROM article")" \
  'Satu|Naskah satu|2024-10-24 / -|Naskah "tujuh"|- / -|Tanpa akhir baris|-'
same 'jsonl: remark' "$(query "$work/json.db" 'SELECT line || remark FROM import_remark')" "7the date 'entah' is not understood"
import "$work/json.db" jsonl :file "$work/a.jsonl" :body '$.isi.teks' || fail "jsonl again: $(cat "$work/out")"
same 'jsonl: twice' "$(query "$work/json.db" 'SELECT count(*) FROM article')" 3

# A folder of texts: with and without a header, CRLF, in a folder below, empty, not UTF-8, UTF-16, not a text.
mkdir -p "$work/texts/below"
printf 'title: Judul: dua\noutlet: Kabar Uji\npublished: 2024-11-20\nregion: 74.15\n\nIsi berita.\n' >"$work/texts/header.txt"
printf 'Judul Uji\r\n\r\nPj. Bupati Ngawi Siti Aminah menyuarakan netralitas ASN pada Pilkada 2024.\r\n' >"$work/texts/below/plain.TXT"
: >"$work/texts/empty.txt"
printf 'kata \xff\xfe rusak\n' >"$work/texts/broken.txt"
printf 'k\0a\0t\0a\0' >"$work/texts/utf16.txt"
echo 'bukan berita' >"$work/texts/notes.md"
import "$work/txt.db" txt :folder "$work/texts" || fail "txt: $(cat "$work/out")"
same 'txt: loaded' "$(query "$work/txt.db" "SELECT group_concat(title || '|' || coalesce(outlet, '-') || '|' || coalesce(published, '-') || '|' || coalesce(region, '-'), ' / ') FROM (SELECT * FROM article ORDER BY title)")" \
  'Judul Uji|-|-|- / Judul: dua|Kabar Uji|2024-11-20|74.15'
same 'txt: skipped' "$(query "$work/txt.db" "SELECT group_concat(substr(file, length('$work/texts/') + 1) || ' ' || substr(reason, 1, 15), '; ') FROM import_skipped")" \
  'broken.txt is not UTF-8; empty.txt has no text; utf16.txt holds NUL bytes'
mkdir "$work/bare"
for folder in "$work/bare" "$work/nowhere"; do
  if import "$work/none.db" txt :folder "$folder"; then fail "$folder was taken"; fi
  passed=$((passed + 1))
done

# Stopped half-way: an error in the middle of the transaction leaves the database as it was.
before=$(query "$work/csv.db" 'SELECT count(*), sum(length(body)) FROM article')
printf 'title,body\nlima,isi lima\nenam,isi enam\n' >"$work/stop.csv"
query "$work/csv.db" "CREATE TRIGGER stop BEFORE INSERT ON article WHEN new.title = 'enam' BEGIN SELECT RAISE(ABORT, 'stopped'); END"
if import "$work/csv.db" csv :file "$work/stop.csv"; then fail 'the stop did not stop'; fi
same 'stopped: as before' "$(query "$work/csv.db" 'SELECT count(*), sum(length(body)) FROM article')" "$before"
query "$work/csv.db" 'DROP TRIGGER stop'
import "$work/csv.db" csv :file "$work/stop.csv" || fail "after the stop: $(cat "$work/out")"
same 'after the stop' "$(query "$work/csv.db" 'SELECT count(*) FROM article')" 4

# Killed with -9 while the transaction writes: nothing of the file is there; called again, all of it is, once.
/usr/bin/python3 tests/bench/make_articles.py 1200 >"$work/many.jsonl"
query "$work/kill.db" 'PRAGMA journal_mode = DELETE' >/dev/null
shell "$work/kill.db" '.read sql/schema.sql' '.read sql/views.sql'
sqlite3 -batch -bail -init /dev/null "$work/kill.db" -cmd ".load $module" -cmd '.parameter init' \
  "INSERT INTO temp.sqlite_parameters VALUES (':file', '$work/many.jsonl')" '.read sql/import_jsonl.sql' >/dev/null 2>&1 &
pid=$!
for _ in $(seq 400); do
  [ -s "$work/kill.db-journal" ] && break
  sleep 0.02
done
kill -9 "$pid" 2>/dev/null || true
wait "$pid" 2>/dev/null || true
same 'killed: as before' "$(query "$work/kill.db" 'SELECT count(*), (SELECT count(*) FROM official_mention) FROM article')" '0|0'
import "$work/kill.db" jsonl :file "$work/many.jsonl" || fail "after the kill: $(cat "$work/out")"
same 'killed: then complete' "$(query "$work/kill.db" 'SELECT count(*), count(DISTINCT file), (SELECT count(*) FROM article_analysis) FROM article')" '1200|1200|1200'
query "$work/csv.db" "INSERT INTO article_fts(article_fts, rank) VALUES ('integrity-check', 1)" || fail 'the index is not in step'
finish
