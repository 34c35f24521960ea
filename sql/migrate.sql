-- Netra: brings a database made by an older Netra up to this one. For the sqlite3 shell, from the project's folder:
--   sqlite3 netra.db -cmd '.load build/release/netra' '.read sql/migrate.sql'
-- article, netra_meta and the import tables stay; everything that is computed from them (search index, facts, views, triggers) is
-- dropped and made anew. Running it twice, or on a database that is up to date, gives the same database.
.bail on
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DROP TRIGGER IF EXISTS article_fts_insert;
DROP TRIGGER IF EXISTS article_fts_delete;
DROP TRIGGER IF EXISTS article_fts_update;
DROP TRIGGER IF EXISTS article_facts_insert;
DROP TRIGGER IF EXISTS article_facts_delete;
DROP TRIGGER IF EXISTS article_facts_update;
DROP TRIGGER IF EXISTS article_analysis_fill;
DROP TRIGGER IF EXISTS article_analysis_empty;
DROP TABLE IF EXISTS official_mention;
DROP TABLE IF EXISTS stage_mention;
DROP TABLE IF EXISTS quote;
DROP TABLE IF EXISTS law_citation;
DROP TABLE IF EXISTS event_date;
DROP TABLE IF EXISTS region_mention;
DROP TABLE IF EXISTS institution_mention;
DROP TABLE IF EXISTS violation;
DROP TABLE IF EXISTS sanction;
DROP TABLE IF EXISTS near_duplicate;
DROP TABLE IF EXISTS article_analysis;
DROP TABLE IF EXISTS article_fts;
DELETE FROM netra_meta WHERE name IN ('schema', 'version', 'rules');
.read sql/schema.sql
.read sql/views.sql
INSERT INTO article_fts(article_fts) VALUES ('rebuild');
COMMIT;
.read sql/extract_facts.sql
