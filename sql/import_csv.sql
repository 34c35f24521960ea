-- Netra: loads a CSV file with a header line. For the sqlite3 shell (readfile() belongs to it), from the project's folder, into a
-- database that has sql/schema.sql and sql/views.sql:
--   .parameter set :file "'berita.csv'"
--   .parameter set :body isi                      (only where the columns are not called as usual)
--   .parameter set :separator "';'"               (unset: comma, semicolon or tab, whichever the header has most)
--   .read sql/import_csv.sql
-- Parameters :title :body :outlet :published :region :url :source :id name the columns (capitals do not matter). Unset, these are
-- tried: title judul headline; body text isi content; outlet media; published date tanggal; region; url link; source; id.
-- Fields may be quoted, with doubled quotes and line ends inside. Without an id an article is known by file and line. Records with too
-- few or too many fields, without text or not in UTF-8 are listed in import_skipped with line and reason; the rest loads, all in one
-- transaction. Running it again adds nothing. The shell stops with an error when nothing could be loaded. The file is held in memory:
-- beyond some 500 MB use examples/python.
.bail on
.parameter init
.read sql/import_start.sql
INSERT INTO temp.import_source VALUES (:file);
INSERT OR REPLACE INTO temp.sqlite_parameters(key, value) VALUES (':data', readfile(:file));
INSERT OR REPLACE INTO temp.sqlite_parameters(key, value)
  WITH header(text) AS (SELECT substr(:data, 1, coalesce(nullif(instr(:data, x'0A'), 0), length(:data))))
  SELECT ':delimiter', CAST(coalesce(:separator, (SELECT s.value FROM header, json_each('[",", ";", "\t"]') AS s
                                                  ORDER BY length(CAST(text AS TEXT)) - length(replace(CAST(text AS TEXT), s.value, '')) DESC, s.key LIMIT 1), ',') AS BLOB);
BEGIN IMMEDIATE;

-- The text in pieces; a field is the pieces of one record and column in order. A step starts at byte `next` in one of three states:
-- 0 at the start of a field, 1 inside quotes, 2 after them (what follows up to the delimiter still belongs to the field).
CREATE TEMP TABLE csv_piece(number INTEGER PRIMARY KEY, record, field, line, unclosed, value);
INSERT INTO csv_piece(record, field, line, unclosed, value)
  WITH RECURSIVE piece(record, field, line, state, at, length, next, next_record, next_field, next_line, next_state) AS (
    SELECT 0, 0, 1, 0, 1, 0, CASE WHEN substr(:data, 1, 3) = x'EFBBBF' THEN 4 ELSE 1 END, 1, 1, 1, 0
    UNION ALL
    -- found: the distance from `next` to the quote (state 1) or to the delimiter or line end; the series has this one value
    SELECT next_record, next_field, next_line, next_state, next,
           CASE WHEN next_state = 0 AND substr(:data, next, 1) = x'22' THEN 0                                       -- the opening quote
                WHEN next_state = 1 THEN found.value - (substr(:data, next + found.value, 1) <> x'22')              -- with the first of two
                ELSE found.value - 1 - (found.value > 1 AND substr(:data, next + found.value - 2, 2) = x'0D0A') END,
           CASE WHEN next_state = 0 AND substr(:data, next, 1) = x'22' THEN next + 1
                WHEN next_state = 1 THEN next + found.value + (substr(:data, next + found.value, 1) = x'22')
                ELSE next + found.value END,
           next_record + CASE WHEN next_state = 1 OR (next_state = 0 AND substr(:data, next, 1) = x'22') THEN 0
                              ELSE substr(:data, next + found.value - 1, 1) <> :delimiter END,
           CASE WHEN next_state = 1 OR (next_state = 0 AND substr(:data, next, 1) = x'22') THEN next_field
                WHEN substr(:data, next + found.value - 1, 1) = :delimiter THEN next_field + 1 ELSE 1 END,
           next_line + CASE WHEN next_state = 0 AND substr(:data, next, 1) = x'22' THEN 0
                            ELSE length(CAST(substr(:data, next, found.value) AS TEXT))
                                 - length(replace(CAST(substr(:data, next, found.value) AS TEXT), char(10), '')) END,
           CASE WHEN next_state = 0 THEN substr(:data, next, 1) = x'22'
                WHEN next_state = 1 THEN 2 - (substr(:data, next + found.value, 1) = x'22') ELSE 0 END
      FROM piece, generate_series(CASE WHEN next_state = 1
             THEN coalesce(nullif(instr(substr(:data, next, 4096), x'22'), 0), nullif(instr(substr(:data, next), x'22'), 0), length(:data) - next + 2)
             ELSE coalesce(nullif(min(coalesce(nullif(instr(substr(:data, next, 4096), :delimiter), 0), 1 << 40),
                                      coalesce(nullif(instr(substr(:data, next, 4096), x'0A'), 0), 1 << 40)), 1 << 40),
                           min(coalesce(nullif(instr(substr(:data, next), :delimiter), 0), 1 << 40),
                               coalesce(nullif(instr(substr(:data, next), x'0A'), 0), length(:data) - next + 2)))
           END, 1 << 62, 1 << 62) AS found
     -- a field that ends the text is there even when it is empty; nothing follows the last line end
     WHERE next <= length(:data) OR (next = length(:data) + 1 AND (next_state > 0 OR next_field > 1)))
  SELECT record, field, line, state = 1 AND next > length(:data) + 1, CAST(substr(:data, at, length) AS TEXT) FROM piece WHERE record > 0;
CREATE INDEX temp.csv_piece_field ON csv_piece(record, field, number);
INSERT OR REPLACE INTO temp.sqlite_parameters(key, value) VALUES (':data', NULL);

CREATE TEMP TABLE csv_field AS
  SELECT record, field, min(line) AS line, max(unclosed) AS unclosed, group_concat(value, '') AS value FROM csv_piece GROUP BY record, field;
CREATE UNIQUE INDEX temp.csv_field_record ON csv_field(record, field);
DROP TABLE csv_piece;

-- Which column holds what: the parameter, else the first of the usual names.
CREATE TEMP TABLE csv_column AS
  SELECT n.field AS name, f.field, min(n.rank) AS rank
    FROM (SELECT 'title' AS field, :title AS key, 0 AS rank UNION ALL SELECT 'body', :body, 0 UNION ALL SELECT 'outlet', :outlet, 0
          UNION ALL SELECT 'published', :published, 0 UNION ALL SELECT 'region', :region, 0 UNION ALL SELECT 'url', :url, 0
          UNION ALL SELECT 'source', :source, 0 UNION ALL SELECT 'id', :id, 0
          UNION ALL VALUES ('title', 'title', 1), ('title', 'judul', 2), ('title', 'headline', 3),
            ('body', 'body', 1), ('body', 'text', 2), ('body', 'isi', 3), ('body', 'content', 4), ('outlet', 'outlet', 1), ('outlet', 'media', 2),
            ('published', 'published', 1), ('published', 'date', 2), ('published', 'tanggal', 3), ('region', 'region', 1), ('url', 'url', 1),
            ('url', 'link', 2), ('source', 'source', 1), ('id', 'id', 1)) AS n
    JOIN csv_field AS f ON f.record = 1 AND lower(trim(f.value)) = lower(n.key)
   GROUP BY n.field;

INSERT INTO temp.import_row(file, line, key, title, body, outlet, published, region, url, source, reason)
  SELECT :file, min(f.line),
         :file || '#' || coalesce(nullif(max(f.value) FILTER (WHERE c.name = 'id'), ''), min(f.line)),
         max(f.value) FILTER (WHERE c.name = 'title'), max(f.value) FILTER (WHERE c.name = 'body'),
         max(f.value) FILTER (WHERE c.name = 'outlet'), max(f.value) FILTER (WHERE c.name = 'published'),
         max(f.value) FILTER (WHERE c.name = 'region'), max(f.value) FILTER (WHERE c.name = 'url'),
         max(f.value) FILTER (WHERE c.name = 'source'),
         CASE WHEN max(f.unclosed) THEN 'a quote is not closed'
              WHEN max(instr(CAST(f.value AS BLOB), x'00')) THEN 'holds NUL bytes: UTF-16 or not a text (examples/python reads UTF-16)'
              WHEN NOT EXISTS (SELECT 1 FROM csv_column WHERE name = 'body') THEN 'the file has no column ' || coalesce(:body, 'body, text, isi or content')
              WHEN count(*) <> h.columns THEN 'has ' || count(*) || ' fields, the header ' || h.columns END
    FROM csv_field AS f JOIN (SELECT count(*) AS columns FROM csv_field WHERE record = 1) AS h LEFT JOIN csv_column AS c USING (field)
   WHERE f.record > 1 GROUP BY f.record HAVING count(*) > 1 OR max(f.value) <> '' ORDER BY f.record;
-- One id twice in a file: the second goes by its line.
UPDATE temp.import_row SET key = file || '#' || line || '.' || key
 WHERE rowid NOT IN (SELECT min(rowid) FROM temp.import_row GROUP BY key);
INSERT INTO import_skipped(file, reason) SELECT :file, 'cannot be read or is empty' WHERE NOT EXISTS (SELECT 1 FROM csv_field WHERE record > 1)
  ON CONFLICT DO UPDATE SET reason = excluded.reason;
DROP TABLE csv_field;
DROP TABLE csv_column;

.read sql/import_rows.sql
COMMIT;
.read sql/import_done.sql
