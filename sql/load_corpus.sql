-- Netra: loads the bundled corpus (corpus/articles/*.txt). For the sqlite3 shell, run from the project's folder: fsdir() and
-- readfile() belong to the shell. Running it again adds nothing.
-- A file is a header of `key: value` lines, an empty line, and the body.
BEGIN IMMEDIATE;

CREATE TEMP TABLE corpus_file AS
  SELECT name AS file,
         substr(content, 1, instr(content, char(10, 10)) - 1) || char(10) AS header,
         rtrim(substr(content, instr(content, char(10, 10)) + 2), char(10)) AS body
    FROM (SELECT name, CAST(data AS TEXT) AS content FROM fsdir('corpus/articles') WHERE name LIKE '%.txt');

-- One row a header line.
CREATE TEMP TABLE corpus_header AS
  WITH RECURSIVE line(file, text, rest) AS (
    SELECT file, NULL, header FROM corpus_file
    UNION ALL
    SELECT file, substr(rest, 1, instr(rest, char(10)) - 1), substr(rest, instr(rest, char(10)) + 1) FROM line WHERE rest <> '')
  SELECT file, trim(substr(text, 1, instr(text, ':') - 1)) AS name, nullif(trim(substr(text, instr(text, ':') + 1)), '-') AS value
    FROM line WHERE text IS NOT NULL;

INSERT INTO article(title, body, outlet, published, region, url, source, provenance, file)
  SELECT (SELECT value FROM corpus_header h WHERE h.file = f.file AND name = 'title'), body,
         (SELECT value FROM corpus_header h WHERE h.file = f.file AND name = 'outlet'),
         (SELECT value FROM corpus_header h WHERE h.file = f.file AND name = 'published'),
         (SELECT value FROM corpus_header h WHERE h.file = f.file AND name = 'region'),
         (SELECT value FROM corpus_header h WHERE h.file = f.file AND name = 'url'),
         (SELECT value FROM corpus_header h WHERE h.file = f.file AND name = 'source'),
         (SELECT value FROM corpus_header h WHERE h.file = f.file AND name = 'provenance'), file
    FROM corpus_file f WHERE true ORDER BY file
    ON CONFLICT (file) DO NOTHING;

DROP TABLE corpus_header;
DROP TABLE corpus_file;
COMMIT;
