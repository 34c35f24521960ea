-- Netra: the tables of a corpus. Plain SQL; safe to run again. Three layers:
--   article                              what you load; an ordinary table that any SQLite can read, with or without Netra
--   article_fts                          the search index, external-content, kept in step by triggers
--   article_analysis and the fact tables what the functions say of every article, with evidence and version, kept in step by triggers
-- Adding or changing an article needs the extension (index and facts follow at once); reading any table but article_fts does not.
-- INSERT OR REPLACE on article goes past the triggers of the row it replaces: use ON CONFLICT DO UPDATE or delete first.
PRAGMA foreign_keys = ON;

CREATE TABLE IF NOT EXISTS article (
  id         INTEGER PRIMARY KEY,
  title      TEXT CHECK (title <> ''),
  body       TEXT NOT NULL CHECK (trim(body, char(9, 10, 13, 32)) <> ''),
  outlet     TEXT,
  published  TEXT CHECK (published IS date(published)),  -- YYYY-MM-DD
  region     TEXT,                                        -- Kemendagri code, '74.15'
  url        TEXT,
  source     TEXT,
  provenance TEXT NOT NULL DEFAULT 'imported' CHECK (provenance IN ('synthetic', 'retold', 'imported')),
  file       TEXT UNIQUE,                                 -- where it was loaded from; loading again updates nothing
  -- What every function reads: headline, an empty line, body. Offsets (start, length) count characters of this text.
  text       TEXT GENERATED ALWAYS AS (CASE WHEN title IS NULL THEN body ELSE title || char(10, 10) || body END) VIRTUAL
) STRICT;

CREATE INDEX IF NOT EXISTS article_published ON article(published);
-- For imports: is the very same text there already?
CREATE INDEX IF NOT EXISTS article_same_text ON article(length(body), substr(body, 1, 16));

-- Search. The index is external-content: the texts are stored once, in article.
CREATE VIRTUAL TABLE IF NOT EXISTS article_fts USING fts5(
  title, body, content = 'article', content_rowid = 'id', tokenize = 'indonesian');

DROP TRIGGER IF EXISTS article_fts_insert;
CREATE TRIGGER article_fts_insert AFTER INSERT ON article BEGIN
  INSERT INTO article_fts(rowid, title, body) VALUES (new.id, new.title, new.body);
END;
DROP TRIGGER IF EXISTS article_fts_delete;
CREATE TRIGGER article_fts_delete AFTER DELETE ON article BEGIN
  INSERT INTO article_fts(article_fts, rowid, title, body) VALUES ('delete', old.id, old.title, old.body);
END;
DROP TRIGGER IF EXISTS article_fts_update;
CREATE TRIGGER article_fts_update AFTER UPDATE OF id, title, body ON article BEGIN
  INSERT INTO article_fts(article_fts, rowid, title, body) VALUES ('delete', old.id, old.title, old.body);
  INSERT INTO article_fts(rowid, title, body) VALUES (new.id, new.title, new.body);
END;

-- Facts. article_analysis holds one row an article; adding that row fills the other tables (trigger article_analysis_fill), deleting
-- it empties them. `rules` is the rules version that made a row; substr(article.text, start, length) = surface is its evidence.
-- `number` counts the rows of one article in text order.
CREATE TABLE IF NOT EXISTS article_analysis (
  article       INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE ON UPDATE CASCADE,
  kind          TEXT,                -- election_kind
  year          INTEGER,             -- election_year
  stage         TEXT,                -- election_stage, from the text alone
  neutrality    REAL,                -- neutrality_topic, 0..1
  region_code   TEXT,                -- extract_region: where the article is set
  province_code TEXT,
  event_date    TEXT,                -- extract_date(text, published): the day it reports
  fingerprint   INTEGER,             -- indo_fingerprint, for near-duplicates
  version       TEXT NOT NULL,       -- netra_version() and rules of the functions that made this row
  rules         INTEGER NOT NULL
) STRICT;
-- Texts whose fingerprints differ in at most three bits agree in one of these four bands: see near_duplicate.
CREATE INDEX IF NOT EXISTS article_analysis_fingerprint ON article_analysis(fingerprint);
CREATE INDEX IF NOT EXISTS article_analysis_band_1 ON article_analysis(fingerprint & 65535);
CREATE INDEX IF NOT EXISTS article_analysis_band_2 ON article_analysis(fingerprint >> 16 & 65535);
CREATE INDEX IF NOT EXISTS article_analysis_band_3 ON article_analysis(fingerprint >> 32 & 65535);
CREATE INDEX IF NOT EXISTS article_analysis_band_4 ON article_analysis(fingerprint >> 48 & 65535);
CREATE INDEX IF NOT EXISTS article_analysis_region ON article_analysis(province_code, region_code);

CREATE TABLE IF NOT EXISTS official_mention (
  article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE ON UPDATE CASCADE, number INTEGER NOT NULL,
  name TEXT, honorifics TEXT, degrees TEXT, rank TEXT, acting TEXT, acting_form TEXT, standing TEXT, office TEXT, institution TEXT,
  unit TEXT, region TEXT, region_code TEXT, class TEXT, person INTEGER, via TEXT,
  surface TEXT NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL, confidence REAL, rules INTEGER NOT NULL,
  PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS official_mention_name ON official_mention(name);
CREATE INDEX IF NOT EXISTS official_mention_office ON official_mention(office, region_code);

CREATE TABLE IF NOT EXISTS stage_mention (
  article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE ON UPDATE CASCADE, number INTEGER NOT NULL,
  code TEXT, ord INTEGER, name TEXT, role TEXT,
  surface TEXT NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL, confidence REAL, rules INTEGER NOT NULL,
  PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS stage_mention_code ON stage_mention(code);

-- The evidence of a quote is the quoted text itself: substr(article.text, start, length) = quote.
CREATE TABLE IF NOT EXISTS quote (
  article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE ON UPDATE CASCADE, number INTEGER NOT NULL,
  quote TEXT NOT NULL, speaker TEXT, person INTEGER, verb TEXT, kind TEXT, balanced INTEGER,
  start INTEGER NOT NULL, length INTEGER NOT NULL, confidence REAL, rules INTEGER NOT NULL,
  PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS law_citation (
  article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE ON UPDATE CASCADE, number INTEGER NOT NULL,
  citation TEXT, law TEXT, type TEXT, law_number TEXT, year INTEGER, pasal TEXT, paragraph TEXT, letter TEXT,  -- law: `UU 10/2016`, without pinpoint
  surface TEXT NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL, confidence REAL, rules INTEGER NOT NULL,
  PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS law_citation_law ON law_citation(law);

CREATE TABLE IF NOT EXISTS event_date (
  article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE ON UPDATE CASCADE, number INTEGER NOT NULL,
  date TEXT, end_date TEXT, granularity TEXT, inferred INTEGER, weekday_ok INTEGER, time TEXT, zone TEXT,
  surface TEXT NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL, rules INTEGER NOT NULL,
  PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS event_date_date ON event_date(date);

CREATE TABLE IF NOT EXISTS region_mention (
  article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE ON UPDATE CASCADE, number INTEGER NOT NULL,
  name TEXT, code TEXT, level TEXT, province_code TEXT, basis TEXT, ambiguous ANY,
  surface TEXT NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL, confidence REAL, rules INTEGER NOT NULL,
  PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS region_mention_code ON region_mention(code);

CREATE TABLE IF NOT EXISTS institution_mention (
  article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE ON UPDATE CASCADE, number INTEGER NOT NULL,
  name TEXT, abbreviation TEXT, class TEXT, region TEXT, region_code TEXT,
  surface TEXT NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL, confidence REAL, rules INTEGER NOT NULL,
  PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS institution_mention_name ON institution_mention(name);

CREATE TABLE IF NOT EXISTS violation (
  article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE ON UPDATE CASCADE, number INTEGER NOT NULL,
  code TEXT, grade TEXT, modality TEXT, actor TEXT,
  surface TEXT NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL, confidence REAL, rules INTEGER NOT NULL,
  PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS violation_code ON violation(code, modality);

CREATE TABLE IF NOT EXISTS sanction (
  article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE ON UPDATE CASCADE, number INTEGER NOT NULL,
  code TEXT, duration ANY, amount ANY, law TEXT,
  surface TEXT NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL, confidence REAL, rules INTEGER NOT NULL,
  PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;

-- Pairs of articles that are nearly the same (similarity from 0.6 on); the later id stands first. Found by fingerprints that agree in one
-- band of sixteen bits and differ in sixteen bits at most, at most twenty for each article, then by the texts themselves.
CREATE TABLE IF NOT EXISTS near_duplicate (
  article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE ON UPDATE CASCADE,
  other INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE ON UPDATE CASCADE,
  distance INTEGER NOT NULL, similarity REAL NOT NULL, rules INTEGER NOT NULL, PRIMARY KEY (article, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS near_duplicate_other ON near_duplicate(other);

-- The Netra that is loaded. (JSON functions would do, but SQLite 3.40 forbids them in views under trusted_schema=OFF.)
DROP VIEW IF EXISTS netra_loaded;
CREATE VIEW netra_loaded AS
  SELECT netra_version() AS version, CAST(substr(netra_debug(), instr(netra_debug(), '"rules":') + 8) AS INTEGER) AS rules;

-- One row for every article, computed when read. The only place that says which function fills which column of article_analysis.
DROP VIEW IF EXISTS article_computed;
CREATE VIEW article_computed AS
  SELECT id AS article, election_kind(text) AS kind, election_year(text) AS year, election_stage(text) AS stage,
         neutrality_topic(text) AS neutrality, extract_region(text, 'code') AS region_code,
         extract_region(text, 'province_code') AS province_code, extract_date(text, published) AS event_date,
         indo_fingerprint(text) AS fingerprint, v.version, v.rules
    FROM article, netra_loaded AS v;

DROP TRIGGER IF EXISTS article_analysis_fill;
CREATE TRIGGER article_analysis_fill AFTER INSERT ON article_analysis BEGIN
  INSERT INTO official_mention
    SELECT new.article, row_number() OVER (), o.name, o.honorifics, o.degrees, o.rank, o.acting, o.acting_form, o.standing, o.office,
           o.institution, o.unit, o.region, o.region_code, o.class, o.person, o.via, o.surface, o.start, o.length, o.confidence, new.rules
      FROM article AS a, extract_officials(a.text) AS o WHERE a.id = new.article;
  INSERT INTO stage_mention
    SELECT new.article, row_number() OVER (), s.code, s.ord, s.name, s.role, s.surface, s.start, s.length, s.confidence, new.rules
      FROM article AS a, election_stages(a.text) AS s WHERE a.id = new.article;
  INSERT INTO quote
    SELECT new.article, row_number() OVER (), q.quote, q.speaker, q.person, q.verb, q.kind, q.balanced, q.start, q.length, q.confidence, new.rules
      FROM article AS a, extract_quotes(a.text) AS q WHERE a.id = new.article;
  INSERT INTO law_citation
    SELECT new.article, row_number() OVER (), l.citation,
           CASE WHEN l.number IS NULL THEN substr(l.citation, 1, instr(l.citation || ' Pasal ', ' Pasal ') - 1)
                ELSE l.type || ' ' || l.number || coalesce('/' || l.year, '') END,
           l.type, l.number, l.year, l.article, l.paragraph, l.letter, l.surface, l.start, l.length, l.confidence, new.rules
      FROM article AS a, extract_laws(a.text) AS l WHERE a.id = new.article;
  INSERT INTO event_date
    SELECT new.article, row_number() OVER (), d.date, d.end_date, d.granularity, d.inferred, d.weekday_ok, d.time, d.zone,
           d.surface, d.start, d.length, new.rules
      FROM article AS a, extract_dates(a.text, a.published) AS d WHERE a.id = new.article;
  INSERT INTO region_mention
    SELECT new.article, row_number() OVER (), r.name, r.code, r.level, r.province_code, r.basis, r.ambiguous,
           r.surface, r.start, r.length, r.confidence, new.rules
      FROM article AS a, extract_regions(a.text) AS r WHERE a.id = new.article;
  INSERT INTO institution_mention
    SELECT new.article, row_number() OVER (), i.name, i.abbreviation, i.class, i.region, i.region_code,
           i.surface, i.start, i.length, i.confidence, new.rules
      FROM article AS a, extract_institutions(a.text) AS i WHERE a.id = new.article;
  INSERT INTO violation
    SELECT new.article, row_number() OVER (), v.code, v.grade, v.modality, v.actor, v.surface, v.start, v.length, v.confidence, new.rules
      FROM article AS a, extract_violations(a.text) AS v WHERE a.id = new.article;
  INSERT INTO sanction
    SELECT new.article, row_number() OVER (), s.code, s.duration, s.amount, s.law, s.surface, s.start, s.length, s.confidence, new.rules
      FROM article AS a, extract_sanctions(a.text) AS s WHERE a.id = new.article;
  -- The bits in which two fingerprints differ are counted in pairs, nibbles and bytes of both halves.
  INSERT INTO near_duplicate
    SELECT max(new.article, id), min(new.article, id), distance, similarity, new.rules
      FROM (SELECT c.id, c.distance, indo_similarity((SELECT body FROM article WHERE id = new.article), (SELECT body FROM article AS o WHERE o.id = c.id)) AS similarity
              FROM (SELECT id, (bytes * 16843009 >> 24) & 255 AS distance
                      FROM (SELECT id, (nibbles & 252645135) + (nibbles >> 4 & 252645135) AS bytes
                              FROM (SELECT id, (low & 858993459) + (low >> 2 & 858993459) + (high & 858993459) + (high >> 2 & 858993459) AS nibbles
                                      FROM (SELECT id, low - (low >> 1 & 1431655765) AS low, high - (high >> 1 & 1431655765) AS high
                                              FROM (SELECT article AS id, ((fingerprint | new.fingerprint) - (fingerprint & new.fingerprint)) & 4294967295 AS low,
                                                           ((fingerprint | new.fingerprint) - (fingerprint & new.fingerprint)) >> 32 & 4294967295 AS high
                                                      FROM article_analysis
                                                     WHERE article <> new.article
                                                       AND (fingerprint & 65535 = new.fingerprint & 65535 OR fingerprint >> 16 & 65535 = new.fingerprint >> 16 & 65535
                                                            OR fingerprint >> 32 & 65535 = new.fingerprint >> 32 & 65535
                                                            OR fingerprint >> 48 & 65535 = new.fingerprint >> 48 & 65535)))))
                     WHERE distance <= 16 ORDER BY distance, id LIMIT 20) AS c)
     WHERE similarity >= 0.6;
END;

DROP TRIGGER IF EXISTS article_analysis_empty;
CREATE TRIGGER article_analysis_empty AFTER DELETE ON article_analysis BEGIN
  DELETE FROM official_mention WHERE article = old.article;
  DELETE FROM stage_mention WHERE article = old.article;
  DELETE FROM quote WHERE article = old.article;
  DELETE FROM law_citation WHERE article = old.article;
  DELETE FROM event_date WHERE article = old.article;
  DELETE FROM region_mention WHERE article = old.article;
  DELETE FROM institution_mention WHERE article = old.article;
  DELETE FROM violation WHERE article = old.article;
  DELETE FROM sanction WHERE article = old.article;
  DELETE FROM near_duplicate WHERE article = old.article OR other = old.article;
END;

-- netra_meta 'facts' = 'later' leaves new and changed articles without facts until sql/extract_facts.sql runs (faster loading).
DROP TRIGGER IF EXISTS article_facts_insert;
CREATE TRIGGER article_facts_insert AFTER INSERT ON article
 WHEN (SELECT value FROM netra_meta WHERE name = 'facts') IS NOT 'later' BEGIN
  INSERT INTO article_analysis SELECT * FROM article_computed WHERE article = new.id;
END;
DROP TRIGGER IF EXISTS article_facts_delete;
CREATE TRIGGER article_facts_delete AFTER DELETE ON article BEGIN
  DELETE FROM article_analysis WHERE article = old.id;
END;
DROP TRIGGER IF EXISTS article_facts_update;
CREATE TRIGGER article_facts_update AFTER UPDATE OF id, title, body, published ON article BEGIN
  DELETE FROM article_analysis WHERE article IN (old.id, new.id);
  INSERT INTO article_analysis SELECT * FROM article_computed
   WHERE article = new.id AND (SELECT value FROM netra_meta WHERE name = 'facts') IS NOT 'later';
END;

-- The provinces by Kemendagri code, for readable results.
CREATE TABLE IF NOT EXISTS province (code TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO province(code, name) VALUES
  ('11', 'Aceh'), ('12', 'Sumatera Utara'), ('13', 'Sumatera Barat'), ('14', 'Riau'), ('15', 'Jambi'),
  ('16', 'Sumatera Selatan'), ('17', 'Bengkulu'), ('18', 'Lampung'), ('19', 'Kepulauan Bangka Belitung'),
  ('21', 'Kepulauan Riau'), ('31', 'DKI Jakarta'), ('32', 'Jawa Barat'), ('33', 'Jawa Tengah'),
  ('34', 'Daerah Istimewa Yogyakarta'), ('35', 'Jawa Timur'), ('36', 'Banten'), ('51', 'Bali'),
  ('52', 'Nusa Tenggara Barat'), ('53', 'Nusa Tenggara Timur'), ('61', 'Kalimantan Barat'), ('62', 'Kalimantan Tengah'),
  ('63', 'Kalimantan Selatan'), ('64', 'Kalimantan Timur'), ('65', 'Kalimantan Utara'), ('71', 'Sulawesi Utara'),
  ('72', 'Sulawesi Tengah'), ('73', 'Sulawesi Selatan'), ('74', 'Sulawesi Tenggara'), ('75', 'Gorontalo'),
  ('76', 'Sulawesi Barat'), ('81', 'Maluku'), ('82', 'Maluku Utara'), ('91', 'Papua'), ('92', 'Papua Barat'),
  ('93', 'Papua Selatan'), ('94', 'Papua Tengah'), ('95', 'Papua Pegunungan'), ('96', 'Papua Barat Daya')
  ON CONFLICT (code) DO UPDATE SET name = excluded.name WHERE name <> excluded.name;

-- Which Netra made the index and the facts: view netra_status compares them with the functions that are loaded.
--   schema         version of this file; sql/migrate.sql brings an older database up to it
--   version, rules of the Netra that made the search index
--   facts          'now': triggers extract at once; 'later': only sql/extract_facts.sql does
CREATE TABLE IF NOT EXISTS netra_meta (name TEXT PRIMARY KEY, value TEXT) STRICT, WITHOUT ROWID;
INSERT INTO netra_meta(name, value)
  SELECT 'schema', '1' UNION ALL SELECT 'version', version FROM netra_loaded UNION ALL SELECT 'rules', rules FROM netra_loaded
  UNION ALL SELECT 'facts', 'now' WHERE true
  ON CONFLICT (name) DO NOTHING;

-- What an import did not take, and what it took with a remark. Line 0 is the whole file.
CREATE TABLE IF NOT EXISTS import_skipped (
  file TEXT NOT NULL, line INTEGER NOT NULL DEFAULT 0, reason TEXT NOT NULL, PRIMARY KEY (file, line)) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS import_remark (
  file TEXT NOT NULL, line INTEGER NOT NULL DEFAULT 0, remark TEXT NOT NULL, PRIMARY KEY (file, line)) STRICT, WITHOUT ROWID;
