-- The session of the README as a script, on the database that examples/quickstart.sh has made:
--   sqlite3 netra.db <examples/shell/session.sql
.load build/release/netra
.headers on
.mode box --wrap 60

.print == Every form of a word, ranked; the hit is marked ==
SELECT rowid AS id, snippet(article_fts, 1, '[', ']', ' ... ', 10) AS found
  FROM article_fts WHERE article_fts MATCH indo_query('suara') ORDER BY rank, rowid LIMIT 3;

.print == The exact phrase only ==
SELECT count(*) AS articles FROM article_fts WHERE article_fts MATCH '"=pemungutan suara"';

.print == Who holds an acting office in several articles or mentions ==
SELECT name, acting, office, region, mentions FROM acting_official WHERE name IS NOT NULL ORDER BY mentions DESC, name LIMIT 5;

.print == What a text of your own says ==
.parameter init
.parameter set :text "'Pj. Bupati Ngawi Siti Aminah mengajak ASN netral pada masa kampanye Pilkada 2024, Jumat (11/10/2024).'"
SELECT extract_official(:text, 'name') AS official, extract_official(:text, 'region_code') AS code, election_kind(:text) AS kind,
       election_stage(:text) AS stage, extract_date(:text) AS day;

.print == Add it: index and facts follow ==
BEGIN;
INSERT INTO article(title, body, published) VALUES ('Pj Bupati Ngawi bicara', :text, '2024-10-12');
SELECT name, acting, office, region FROM official_mention WHERE article = last_insert_rowid();
ROLLBACK;
