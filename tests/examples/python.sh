#!/usr/bin/env bash
# python.sh NETRA.so: examples/python with the sqlite3 module and with apsw: encodings, duplicates, kill -9 and resume, export.
set -euo pipefail
. "$(dirname "$0")/../lib.sh" python "$1"
query() { shell "$1" "$2"; }
python=/usr/bin/python3
import() { local db=$1; shift; $python examples/python/import_articles.py --module "$module" --db "$db" "$@" >"$work/out" 2>"$work/err"; }

# Encodings, by file.
mkdir -p "$work/texts"
$python - "$work/texts" <<'PY'
import os, sys
text = 'Judul Uji\n\nPj. Bupati Ngawi Siti Aminah menyuarakan “netralitas” ASN pada Pilkada 2024 – kata dia, %s.\n'
for number, name in enumerate(('utf-8', 'utf-8-sig', 'utf-16', 'utf-16-le', 'utf-16-be', 'cp1252')):
    open(os.path.join(sys.argv[1], name + '.txt'), 'wb').write((text % ('berkas %d' % number)).encode(name))
for name, data in (('empty', b''), ('binary', bytes(range(256)) * 3), ('half', 'kata “baik”'.encode() + b'\xff rusak'), ('undefined', b'kata \x81 \x9d')):
    open(os.path.join(sys.argv[1], name + '.txt'), 'wb').write(data)
PY
import "$work/enc.db" "$work/texts" || fail "encodings: $(cat "$work/err")"
same 'encodings: loaded' "$(query "$work/enc.db" "SELECT count(*), count(DISTINCT substr(body, 1, 80)) FROM article")" '6|1'
same 'encodings: skipped' "$(query "$work/enc.db" "SELECT group_concat(substr(file, length('$work/texts/') + 1), ' ') FROM import_skipped")" \
  'binary.txt empty.txt half.txt undefined.txt'
same 'encodings: read as' "$(query "$work/enc.db" "SELECT group_concat(substr(remark, 1, instr(remark || ';', ';') - 1), ', ') FROM import_remark WHERE remark LIKE 'read as %'")" \
  'read as windows-1252, read as UTF-16-BE, read as UTF-16-LE, read as UTF-16-LE'
import "$work/enc.db" "$work/texts" || fail "encodings again: $(cat "$work/err")"
same 'encodings: twice' "$(head -n 1 "$work/out")" 'loaded 0, already there 6, skipped 4, remarks 0'

# A CSV in windows-1252 and the same as JSON lines in UTF-16; one exact and one near duplicate.
$python - "$work" <<'PY'
import csv, io, json, os, sys
body = 'Bawaslu mengingatkan “aparatur” agar netral. ' * 3 + ' '.join('Kalimat nomor %d tentang tahapan dan pengawasan di kecamatan.' % n for n in range(40))
rows = [('1', 'Satu', body, '2024-10-01'), ('2', 'Satu', body, '2024-10-02'), ('3', 'Tiga', body + ' Selesai.', '2024-10-03'),
        ('4', 'Empat', 'Isi, dengan "kutip" dan\nbaris.', '2024-10-04')]
out = io.StringIO()
writer = csv.writer(out, delimiter=';')
writer.writerow(('ID', 'Judul', 'Naskah', 'Tanggal'))
writer.writerows(rows)
open(os.path.join(sys.argv[1], 'a.csv'), 'wb').write(out.getvalue().encode('cp1252') + b'5;lima\r\n')
open(os.path.join(sys.argv[1], 'a.jsonl'), 'wb').write(
    ''.join(json.dumps(dict(zip(('id', 'title', 'text', 'date'), r)), ensure_ascii=False) + '\n' for r in rows).encode('utf-16') + 'rusak\n'.encode('utf-16-le'))
PY
import "$work/csv.db" "$work/a.csv" --columns body=naskah || fail "csv: $(cat "$work/err")"
same 'csv' "$(head -n 1 "$work/out")" 'loaded 3, already there 0, skipped 2, remarks 1'
same 'csv: skipped' "$(query "$work/csv.db" "SELECT group_concat(line || ' ' || reason, '; ') FROM import_skipped")" \
  "3 same text as $work/a.csv#1; 7 has 2 fields, the header 4"
same 'csv: near-duplicate' "$(query "$work/csv.db" "SELECT line, remark LIKE 'nearly the same as %#1, similarity %' FROM import_remark")" '4|1'
import "$work/json.db" "$work/a.jsonl" --driver apsw || fail "jsonl, apsw: $(cat "$work/err")"
same 'jsonl, apsw' "$(head -n 1 "$work/out")" 'loaded 3, already there 0, skipped 2, remarks 1'
same 'the same articles' "$(query "$work/json.db" "ATTACH '$work/csv.db' AS c; SELECT count(*) FROM article JOIN c.article USING (title, body, published)")" 3
if import "$work/none.db" "$work/a.csv"; then fail 'a CSV without a text column was taken'; fi
grep -q 'nothing was loaded' "$work/err" || fail "no reason: $(cat "$work/err")"
if import "$work/none.db" "$work/missing"; then fail 'a missing file was taken'; fi
grep -q "$work/missing: does not exist" "$work/err" || fail "no reason: $(cat "$work/err")"
passed=$((passed + 2))

# kill -9 in the middle, three times, then on to the end: nothing lost, nothing twice, index and facts in step.
count=${NETRA_KILL_ARTICLES:-1500}
$python tests/bench/make_articles.py "$count" >"$work/many.jsonl"
for round in 1 2 3; do
  $python examples/python/import_articles.py --module "$module" --db "$work/kill.db" --batch 50 "$work/many.jsonl" >/dev/null 2>&1 &
  pid=$!
  before=$(query "$work/kill.db" 'SELECT count(*) FROM article' 2>/dev/null || echo 0)
  for _ in $(seq 200); do
    sleep 0.05
    now=$(query "$work/kill.db" 'SELECT count(*) FROM article' 2>/dev/null || echo 0)
    [ "${now:-0}" -gt "${before:-0}" ] && break
  done
  kill -9 "$pid" 2>/dev/null || true
  wait "$pid" 2>/dev/null || true
done
part=$(query "$work/kill.db" 'SELECT count(*) FROM article')
[ "$part" -gt 0 ] || fail 'kill -9: nothing had been loaded'
import "$work/kill.db" --batch 200 "$work/many.jsonl" --progress always || fail "resume: $(cat "$work/err")"
same "killed at $part articles, resumed" "$(query "$work/kill.db" 'SELECT count(*), count(DISTINCT file), (SELECT count(*) FROM article_analysis), (SELECT count(*) FROM article_fts) FROM article')" \
  "$count|$count|$count|$count"
query "$work/kill.db" "INSERT INTO article_fts(article_fts, rank) VALUES ('integrity-check', 1)" || fail 'the index is not in step'
same 'integrity' "$(query "$work/kill.db" 'PRAGMA integrity_check; PRAGMA foreign_key_check')" ok
grep -q '100 %' "$work/err" || fail 'no progress bar'

# Export, with both modules.
for driver in sqlite3 apsw; do
  for format in csv json jsonl; do
    $python examples/python/export.py --module "$module" --db "$work/csv.db" --driver $driver --format $format 'SELECT id, title, body FROM article ORDER BY id' >"$work/out.$format"
  done
  same "export, $driver" "$($python - "$work" <<'PY'
import csv, json, sys
rows = [list(r.values()) for r in json.load(open(sys.argv[1] + '/out.json'))]
lines = [list(json.loads(l).values()) for l in open(sys.argv[1] + '/out.jsonl')]
cells = list(csv.reader(open(sys.argv[1] + '/out.csv', newline='')))
print(rows == lines and cells[0] == ['id', 'title', 'body'] and [[str(c) for c in r] for r in rows] == cells[1:] and len(rows))
PY
)" 3
done
finish "killed at $part of $count"
