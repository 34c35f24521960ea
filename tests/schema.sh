#!/usr/bin/env bash
# schema.sh NETRA.so: sql/schema.sql and its company: facts and index in step on every change, without the extension, twice, after an
# older version, with facts extracted later, under trusted_schema=OFF.
set -euo pipefail
. "$(dirname "$0")/lib.sh" schema "$1"
query() { shell "$work/a.db" "$@"; }
plain() { sqlite3 -batch -bail -init /dev/null "$work/a.db" "$@"; }
facts='official_mention stage_mention quote law_citation event_date region_mention institution_mention violation sanction'

query '.read sql/setup.sql'
count=$(find corpus/articles -name '*.txt' | wc -l)
same 'one analysis an article' "$(query 'SELECT count(*) FROM article_analysis')" "$count"
for table in $facts; do
  [ "$(query "SELECT count(*) FROM $table")" -gt 0 ] || fail "$table is empty"
  # Evidence: every surface stands in the text at its place, and the version that made the row is known.
  evidence=surface
  [ $table != quote ] || evidence=quote
  same "$table: evidence" "$(query "SELECT count(*) FROM $table AS f JOIN article AS a ON a.id = f.article WHERE substr(a.text, f.start, f.length) IS NOT f.$evidence OR f.rules IS NOT netra_debug() ->> 'rules'")" 0
done
dump() { for table in article article_analysis $facts near_duplicate province netra_meta; do query "SELECT * FROM $table"; done | md5sum; }
before=$(dump)
query '.read sql/setup.sql'
same 'set up twice' "$(dump)" "$before"
query '.read sql/extract_facts.sql'
same 'extracted again' "$(dump)" "$before"
query '.read sql/migrate.sql'
same 'migrated: the same' "$(dump)" "$before"
query '.read sql/migrate.sql'
same 'migrated twice' "$(dump)" "$before"
same 'up to date' "$(query "SELECT count(*) FROM netra_status WHERE action <> 'up to date'")" 0

# The text of a fact that is there from the functions themselves.
same 'facts are what the functions say' "$(query "SELECT count(*) FROM (SELECT a.id, o.name, o.office, o.start FROM article AS a, extract_officials(a.text) AS o EXCEPT SELECT article, name, office, start FROM official_mention)")" 0

# Insert, update, delete.
query "INSERT INTO article(id, title, body, published) VALUES (900, 'Uji', 'Pj. Bupati Ngawi Siti Aminah menyuarakan netralitas ASN pada masa kampanye Pilkada 2024.', '2024-10-10')"
same 'insert' "$(query 'SELECT name, acting FROM official_mention WHERE article = 900; SELECT kind, stage FROM article_analysis WHERE article = 900')" $'Siti Aminah|pj\npilkada|kampanye'
same 'insert: index' "$(query "SELECT rowid FROM article_fts WHERE article_fts MATCH 'suara' AND rowid = 900")" 900
query "UPDATE article SET body = 'Plt. Bupati Blora Budi Santoso bicara.' WHERE id = 900"
same 'update' "$(query 'SELECT name, acting FROM official_mention WHERE article = 900')" 'Budi Santoso|plt'
same 'update: index' "$(query "SELECT count(*) FROM article_fts WHERE article_fts MATCH 'suara' AND rowid = 900")" 0
query 'UPDATE article SET id = 901 WHERE id = 900'
same 'update of the id' "$(query 'SELECT group_concat(DISTINCT article) FROM official_mention WHERE article >= 900; SELECT article FROM article_analysis WHERE article >= 900')" $'901\n901'
query 'UPDATE article SET outlet = NULL WHERE id = 901'
query 'PRAGMA foreign_keys = OFF; DELETE FROM article WHERE id = 901'
for table in article_analysis $facts; do same "delete: $table" "$(query "SELECT count(*) FROM $table WHERE article >= 900")" 0; done
same 'as before' "$(dump)" "$before"
query "INSERT INTO article_fts(article_fts, rank) VALUES ('integrity-check', 1)" || fail 'the index is not in step'
same 'foreign keys' "$(query 'PRAGMA foreign_key_check; PRAGMA integrity_check')" ok

# FTS5 3.40 may not be used by triggers under trusted_schema=OFF; views and fact triggers may.
query 'PRAGMA trusted_schema = OFF; DELETE FROM article_analysis WHERE article < 5; INSERT INTO article_analysis SELECT * FROM article_computed WHERE article < 5;'
same 'trusted_schema = OFF' "$(dump)" "$before"

# Near-duplicates: found in either order of arrival, gone with either.
query "INSERT INTO article(id, title, body) SELECT 902, title, body || ' Kalimat tambahan di ujung.' FROM article WHERE id = 6"
same 'near-duplicate' "$(query 'SELECT other, article, similarity > 0.9, distance <= 16 FROM near_duplicate WHERE article = 902')" '6|902|1|1'
query 'UPDATE article SET title = title WHERE id = 6'
same 'near-duplicate: the first changed' "$(query 'SELECT other, article FROM near_duplicate WHERE article = 902')" '6|902'
query 'DELETE FROM article WHERE id = 902'
same 'near-duplicate: gone' "$(query 'SELECT count(*) FROM near_duplicate WHERE article = 902')" 0

# Facts later.
query "UPDATE netra_meta SET value = 'later' WHERE name = 'facts'" "INSERT INTO article(id, body) VALUES (900, 'Pj. Bupati Ngawi Siti Aminah bicara.')"
same 'later: none yet' "$(query 'SELECT count(*) FROM official_mention WHERE article = 900'; query "SELECT action FROM netra_status WHERE part = 'facts'")" $'0\nrun sql/extract_facts.sql'
query '.read sql/extract_facts.sql'
same 'later: filled' "$(query 'SELECT name FROM official_mention WHERE article = 900')" 'Siti Aminah'
query 'DELETE FROM article WHERE id = 900' "UPDATE netra_meta SET value = 'now' WHERE name = 'facts'"

# An older Netra made it.
query "UPDATE article_analysis SET version = '0.0.1' WHERE article <= 3" "DELETE FROM official_mention WHERE article = 1"
same 'older facts: seen' "$(query "SELECT action FROM netra_status WHERE part = 'facts'")" 'run sql/extract_facts.sql'
query '.read sql/extract_facts.sql'
same 'older facts: anew' "$(dump)" "$before"
query "UPDATE netra_meta SET value = '0' WHERE name IN ('schema', 'rules')" 'DROP TABLE violation'
same 'older schema: seen' "$(query "SELECT part FROM netra_status WHERE action = 'run sql/migrate.sql'")" $'schema\nsearch index'
query '.read sql/migrate.sql'
same 'older schema: migrated' "$(dump)" "$before"

# Constraints.
for bad in "INSERT INTO article(body) VALUES (' ')" "INSERT INTO article(body, published) VALUES ('x', '2024-02-31')" "INSERT INTO article(body, title) VALUES ('x', '')" \
  "INSERT INTO article(body, provenance) VALUES ('x', 'real')" "INSERT INTO article(body) VALUES (x'00')" \
  "PRAGMA foreign_keys = ON; INSERT INTO quote(article, number, quote, start, length, rules) VALUES (12345, 1, 'x', 1, 1, 1)"; do
  if query "$bad" >/dev/null 2>&1; then fail "taken: $bad"; fi
  passed=$((passed + 1))
done

# Without the extension: tables can be read, adding is refused with a reason, nothing is harmed.
same 'plain: articles' "$(plain 'SELECT count(*), count(text) FROM article')" "$count|$count"
same 'plain: facts' "$(plain "SELECT count(*) > 0 FROM official_mention WHERE acting = 'pj'")" 1
same 'plain: views' "$(plain 'SELECT count(*) > 0 FROM acting_official; SELECT count(*) > 0 FROM quote_speaker; SELECT count(*) > 0 FROM law_use')" $'1\n1\n1'
if plain "INSERT INTO article(body) VALUES ('x')" >/dev/null 2>"$work/error"; then fail 'plain: an article was taken without its index'; fi
grep -qE 'indonesian|no such' "$work/error" || fail "plain: no reason: $(cat "$work/error")"
same 'plain: as before' "$(dump)" "$before"
finish
