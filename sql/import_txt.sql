-- Netra: loads every .txt file of a folder. For the sqlite3 shell (fsdir() belongs to it). Name the folder first:
--   .parameter set :folder "'../shared/seeds'"
--   .read sql/import_txt.sql
-- Files that are empty or not UTF-8 are listed in import_skipped with the reason; the rest loads. Running it again adds nothing.
BEGIN IMMEDIATE;

CREATE TEMP TABLE text_file AS
  SELECT name AS file, data, CAST(data AS TEXT) AS content FROM fsdir(:folder)
   WHERE name LIKE '%.txt' AND mode & 32768 AND name NOT IN (SELECT file FROM article WHERE file IS NOT NULL);

DELETE FROM import_skipped WHERE file IN (SELECT file FROM text_file);
INSERT INTO import_skipped(file, reason)
  SELECT file, CASE WHEN data IS NULL THEN 'cannot be read'
                    WHEN trim(content, char(9, 10, 13, 32, 0xFEFF)) = '' THEN 'is empty'
                    WHEN instr(data, x'00') THEN 'holds NUL bytes: UTF-16 or not a text'
                    -- indo_fold() writes U+FFFD for what is not UTF-8
                    WHEN instr(indo_fold(content), char(0xFFFD)) AND NOT instr(content, char(0xFFFD)) THEN 'is not UTF-8'
                END AS reason
    FROM text_file WHERE reason IS NOT NULL;

-- A first line that article_parts() takes for the headline becomes the title; the dateline's or the header's date the date.
INSERT INTO article(title, body, published, region, provenance, file)
  SELECT nullif(trim(headline, char(9, 10, 13, 32)), ''), substr(content, length(coalesce(headline, '')) + 1), NULL, NULL, 'imported', file
    FROM (SELECT file, content,
                 (SELECT text FROM article_parts(content) WHERE part = 'headline' AND start = 1) AS headline
            FROM (SELECT file, ltrim(content, char(0xFEFF)) AS content FROM text_file
                   WHERE file NOT IN (SELECT file FROM import_skipped)))
   WHERE trim(substr(content, length(coalesce(headline, '')) + 1), char(9, 10, 13, 32)) <> ''
   ORDER BY file;

DROP TABLE text_file;
COMMIT;
