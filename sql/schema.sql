-- Netra: the tables of a corpus. Plain SQL; safe to run again. Needs the extension (tokenizer `indonesian`) for article_fts only:
-- without it `article` stays an ordinary table that any SQLite can read.
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

-- Search. The index is external-content: the texts are stored once, in article.
CREATE VIRTUAL TABLE IF NOT EXISTS article_fts USING fts5(
  title, body, content = 'article', content_rowid = 'id', tokenize = 'indonesian');

CREATE TRIGGER IF NOT EXISTS article_fts_insert AFTER INSERT ON article BEGIN
  INSERT INTO article_fts(rowid, title, body) VALUES (new.id, new.title, new.body);
END;
CREATE TRIGGER IF NOT EXISTS article_fts_delete AFTER DELETE ON article BEGIN
  INSERT INTO article_fts(article_fts, rowid, title, body) VALUES ('delete', old.id, old.title, old.body);
END;
CREATE TRIGGER IF NOT EXISTS article_fts_update AFTER UPDATE OF id, title, body ON article BEGIN
  INSERT INTO article_fts(article_fts, rowid, title, body) VALUES ('delete', old.id, old.title, old.body);
  INSERT INTO article_fts(rowid, title, body) VALUES (new.id, new.title, new.body);
END;

-- Which Netra made the index: a later version compares `rules` and says whether a rebuild is due.
CREATE TABLE IF NOT EXISTS netra_meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
INSERT INTO netra_meta(name, value) VALUES ('version', netra_version()), ('rules', netra_debug() ->> 'rules')
  ON CONFLICT (name) DO NOTHING;

-- Files an import did not take, and why.
CREATE TABLE IF NOT EXISTS import_skipped (file TEXT PRIMARY KEY, reason TEXT NOT NULL) STRICT, WITHOUT ROWID;
