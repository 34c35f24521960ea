-- Netra: loads every .txt file of a folder and the folders in it. For the sqlite3 shell (fsdir() belongs to it), from the project's
-- folder, into a database that has sql/schema.sql and sql/views.sql. Name the folder first:
--   .parameter set :folder "'../shared/seeds'"
--   .read sql/import_txt.sql
-- A file may begin with a header of `key: value` lines (title, outlet, published, region, url, source) and an empty line. Without one
-- the first line is the title when article_parts() takes it for the headline, the outlet comes from the dateline, and the date from
-- a line of publication. Texts are UTF-8; what is not, is empty or cannot be read is listed in import_skipped with the reason, and
-- the rest loads, all in one transaction. Running it again adds nothing. The shell stops with an error when nothing could be loaded.
.bail on
.read sql/import_start.sql
BEGIN IMMEDIATE;

CREATE TEMP TABLE text_file AS
  SELECT name AS file, data, ltrim(replace(CAST(data AS TEXT), char(13, 10), char(10)), char(0xFEFF)) AS content
    FROM fsdir(:folder) WHERE lower(name) LIKE '%.txt' AND mode & 0xF000 = 0x8000;
INSERT INTO temp.import_source SELECT file FROM text_file;

-- The header, one row a line.
CREATE TEMP TABLE text_header AS
  WITH RECURSIVE line(file, text, rest) AS (
    SELECT file, NULL, substr(content, 1, instr(content, char(10, 10)) - 1) || char(10) FROM text_file
     WHERE lower(substr(content, 1, 11)) GLOB 'title: *' OR lower(substr(content, 1, 11)) GLOB 'outlet: *'
        OR lower(substr(content, 1, 11)) GLOB 'published: *'
    UNION ALL
    SELECT file, substr(rest, 1, instr(rest, char(10)) - 1), substr(rest, instr(rest, char(10)) + 1) FROM line WHERE rest <> '')
  SELECT file, lower(trim(substr(text, 1, instr(text, ':') - 1))) AS name, nullif(trim(substr(text, instr(text, ':') + 1)), '-') AS value
    FROM line WHERE text IS NOT NULL;
CREATE INDEX temp.text_header_name ON text_header(file, name);

INSERT INTO temp.import_row(file, line, key, title, body, outlet, published, region, url, source, reason)
  SELECT f.file, 0, f.file, h.value, substr(f.content, instr(f.content, char(10, 10)) + 2),
         (SELECT value FROM text_header WHERE file = f.file AND name = 'outlet'),
         (SELECT value FROM text_header WHERE file = f.file AND name = 'published'),
         (SELECT value FROM text_header WHERE file = f.file AND name = 'region'),
         (SELECT value FROM text_header WHERE file = f.file AND name = 'url'),
         (SELECT value FROM text_header WHERE file = f.file AND name = 'source'), NULL
    FROM text_file AS f LEFT JOIN text_header AS h ON h.file = f.file AND h.name = 'title'
   WHERE f.file IN (SELECT file FROM text_header) ORDER BY f.file;

INSERT INTO temp.import_row(file, line, key, title, body, outlet, published, reason)
  SELECT file, 0, file, headline, CASE WHEN headline IS NULL THEN content ELSE ltrim(substr(content, length(headline) + 1), char(9, 10, 13, 32)) END,
         article_dateline(content, 'outlet'),
         (SELECT extract_date(text) FROM article_parts(content) WHERE part = 'published' LIMIT 1),
         CASE WHEN data IS NULL THEN 'cannot be read'
              WHEN instr(data, x'00') THEN 'holds NUL bytes: UTF-16 or not a text (examples/python reads UTF-16)' END
    FROM (SELECT file, data, content, (SELECT text FROM article_parts(content) WHERE part = 'headline' AND start = 1) AS headline
            FROM text_file WHERE file NOT IN (SELECT file FROM text_header))
   ORDER BY file;
DROP TABLE text_header;
DROP TABLE text_file;

.read sql/import_rows.sql
COMMIT;
.read sql/import_done.sql
