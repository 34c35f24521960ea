-- Netra: loads a file of JSON lines, one object a line. For the sqlite3 shell (readfile() belongs to it), from the project's folder,
-- into a database that has sql/schema.sql and sql/views.sql:
--   .parameter set :file "'berita.jsonl'"
--   .parameter set :body isi                      (only where the names are not the usual ones)
--   .read sql/import_jsonl.sql
-- Parameters :title :body :outlet :published :region :url :source :id name the keys ('$.a.b' for nested ones). Unset, these are tried:
-- title judul headline; body text isi content; outlet media; published date tanggal; region; url link; source; id.
-- Without an id an article is known by file and line. Lines that are no object or have no text are listed in import_skipped with line
-- and reason; the rest loads, all in one transaction. Running it again adds nothing. The shell stops with an error when nothing could
-- be loaded. The file is held in memory: beyond some 500 MB use examples/python.
.bail on
.parameter init
.read sql/import_start.sql
INSERT INTO temp.import_source VALUES (:file);
INSERT OR REPLACE INTO temp.sqlite_parameters(key, value) VALUES (':data', readfile(:file));
BEGIN IMMEDIATE;

-- A line ends at the next newline; longer and longer pieces are searched so that a line costs what it measures.
CREATE TEMP TABLE json_line AS
  WITH RECURSIVE line(number, at, length, next) AS (
    SELECT 0, 1, 0, CASE WHEN substr(:data, 1, 3) = x'EFBBBF' THEN 4 ELSE 1 END
    UNION ALL
    -- found: the distance from `next` to the newline; the series has this one value
    SELECT number + 1, next, found.value - 1, next + found.value
      FROM line, generate_series(coalesce(nullif(instr(substr(:data, next, 4096), x'0A'), 0), nullif(instr(substr(:data, next, 65536), x'0A'), 0),
                                          nullif(instr(substr(:data, next), x'0A'), 0), length(:data) - next + 2), 1 << 62, 1 << 62) AS found
     WHERE next <= length(:data))
  SELECT number, trim(CAST(substr(:data, at, length) AS TEXT), char(9, 13, 32)) AS json, instr(substr(:data, at, length), x'00') > 0 AS nul
    FROM line WHERE number > 0;
INSERT OR REPLACE INTO temp.sqlite_parameters(key, value) VALUES (':data', NULL);

-- Which key holds what: the parameter, else the first of the usual names.
CREATE TEMP TABLE json_key AS
  SELECT field, CASE WHEN key LIKE '$%' THEN key ELSE '$."' || key || '"' END AS path, rank
    FROM (SELECT 'title' AS field, :title AS key, 0 AS rank UNION ALL SELECT 'body', :body, 0 UNION ALL SELECT 'outlet', :outlet, 0
          UNION ALL SELECT 'published', :published, 0 UNION ALL SELECT 'region', :region, 0 UNION ALL SELECT 'url', :url, 0
          UNION ALL SELECT 'source', :source, 0 UNION ALL SELECT 'id', :id, 0
          UNION ALL VALUES ('title', 'title', 1), ('title', 'judul', 2), ('title', 'headline', 3),
            ('body', 'body', 1), ('body', 'text', 2), ('body', 'isi', 3), ('body', 'content', 4), ('outlet', 'outlet', 1), ('outlet', 'media', 2),
            ('published', 'published', 1), ('published', 'date', 2), ('published', 'tanggal', 3), ('region', 'region', 1), ('url', 'url', 1),
            ('url', 'link', 2), ('source', 'source', 1), ('id', 'id', 1))
   WHERE key IS NOT NULL;
DELETE FROM json_key AS k WHERE rank > 0 AND EXISTS (SELECT 1 FROM json_key AS o WHERE o.field = k.field AND o.rank = 0);

CREATE TEMP TABLE json_field AS
  SELECT l.number, k.field, json_extract(l.json, k.path) AS value, json_type(l.json, k.path) AS type, min(k.rank) AS rank
    FROM json_line AS l JOIN json_key AS k
   WHERE json_valid(l.json) AND json_type(l.json) = 'object' AND json_type(l.json, k.path) <> 'null'
   GROUP BY l.number, k.field;
CREATE UNIQUE INDEX temp.json_field_number ON json_field(number, field);

INSERT INTO temp.import_row(file, line, key, title, body, outlet, published, region, url, source, reason)
  SELECT :file, l.number, :file || '#' || coalesce(i.value, l.number), t.value, b.value, o.value, p.value, r.value, u.value, s.value,
         CASE WHEN l.nul THEN 'holds NUL bytes'
              WHEN NOT json_valid(l.json) THEN 'is not JSON'
              WHEN json_type(l.json) <> 'object' THEN 'is not an object'
              WHEN b.value IS NULL THEN 'has no text (key ' || coalesce(:body, 'body, text, isi or content') || ')'
              WHEN b.type <> 'text' THEN 'its text is not a string' END
    FROM json_line AS l
    LEFT JOIN json_field AS t ON t.number = l.number AND t.field = 'title' AND t.type = 'text'
    LEFT JOIN json_field AS b ON b.number = l.number AND b.field = 'body'
    LEFT JOIN json_field AS o ON o.number = l.number AND o.field = 'outlet'
    LEFT JOIN json_field AS p ON p.number = l.number AND p.field = 'published'
    LEFT JOIN json_field AS r ON r.number = l.number AND r.field = 'region'
    LEFT JOIN json_field AS u ON u.number = l.number AND u.field = 'url'
    LEFT JOIN json_field AS s ON s.number = l.number AND s.field = 'source'
    LEFT JOIN json_field AS i ON i.number = l.number AND i.field = 'id'
   WHERE l.json <> '' ORDER BY l.number;
-- One id twice in a file: the second goes by its line.
UPDATE temp.import_row SET key = file || '#' || line || '.' || key
 WHERE rowid NOT IN (SELECT min(rowid) FROM temp.import_row GROUP BY key);
INSERT INTO import_skipped(file, reason) SELECT :file, 'cannot be read or is empty' WHERE NOT EXISTS (SELECT 1 FROM json_line WHERE json <> '')
  ON CONFLICT DO UPDATE SET reason = excluded.reason;
DROP TABLE json_field;
DROP TABLE json_key;
DROP TABLE json_line;

.read sql/import_rows.sql
COMMIT;
.read sql/import_done.sql
