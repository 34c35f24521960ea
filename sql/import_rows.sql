-- Netra: the last step of every import, read by import_txt.sql, import_csv.sql and import_jsonl.sql: takes what they put into
-- temp.import_row to article, names what it skips and why, and reports near-duplicates. Runs inside their transaction.

UPDATE temp.import_row SET title = nullif(trim(title, char(9, 10, 13, 32)), ''), outlet = nullif(trim(outlet), ''),
       published = nullif(trim(published), ''), region = nullif(trim(region), ''), url = nullif(trim(url), ''), source = nullif(trim(source), '');
CREATE TEMP TABLE import_known AS SELECT key FROM temp.import_row WHERE key IN (SELECT file FROM main.article);
DELETE FROM temp.import_row WHERE key IN (SELECT key FROM import_known);
DELETE FROM import_skipped WHERE (file, line) IN (SELECT file, line FROM temp.import_row);

INSERT INTO import_skipped(file, line, reason)
  SELECT file, line, coalesce(reason,
           CASE WHEN coalesce(trim(body, char(9, 10, 13, 32, 0xFEFF)), '') = '' THEN 'has no text'
                -- indo_fold() writes U+FFFD for what is not UTF-8
                WHEN instr(indo_fold(body), char(0xFFFD)) AND NOT instr(body, char(0xFFFD)) THEN 'is not UTF-8'
                WHEN instr(indo_fold(title), char(0xFFFD)) AND NOT instr(title, char(0xFFFD)) THEN 'is not UTF-8'
           END) AS why
    FROM temp.import_row WHERE why IS NOT NULL;
DELETE FROM temp.import_row WHERE (file, line) IN (SELECT file, line FROM import_skipped);

CREATE INDEX temp.import_row_text ON import_row(length(body), substr(body, 1, 16));
CREATE INDEX temp.import_row_key ON import_row(key);
-- The same text twice, here or in the database, is loaded once.
INSERT INTO import_skipped(file, line, reason)
  SELECT r.file, r.line, 'same text as ' || coalesce(
           (SELECT coalesce(a.file, 'article ' || a.id) FROM main.article AS a
             WHERE length(a.body) = length(r.body) AND substr(a.body, 1, 16) = substr(r.body, 1, 16) AND a.body = r.body AND a.title IS r.title),
           (SELECT e.key FROM temp.import_row AS e
             WHERE length(e.body) = length(r.body) AND substr(e.body, 1, 16) = substr(r.body, 1, 16) AND e.body = r.body AND e.title IS r.title
               AND e.rowid < r.rowid ORDER BY e.rowid LIMIT 1)) AS why
    FROM temp.import_row AS r WHERE why IS NOT NULL;
DELETE FROM temp.import_row WHERE (file, line) IN (SELECT file, line FROM import_skipped);

-- Dates as they come: 2024-10-24, 2024-10-24T08:00:00+07:00, or as the press writes them ("Kamis, 24 Oktober 2024", 24/10/2024).
INSERT INTO import_remark(file, line, remark)
  SELECT file, line, 'the date ''' || published || ''' is not understood' FROM temp.import_row
   WHERE published IS NOT NULL AND date(substr(published, 1, 10)) IS NOT substr(published, 1, 10) AND extract_date(published) IS NULL
  ON CONFLICT DO UPDATE SET remark = excluded.remark;
UPDATE temp.import_row SET published =
  CASE WHEN date(substr(published, 1, 10)) = substr(published, 1, 10) THEN substr(published, 1, 10) ELSE extract_date(published) END;
-- A region is a Kemendagri code or a name.
UPDATE temp.import_row SET region =
  CASE WHEN region GLOB '[1-9][0-9]' OR region GLOB '[1-9][0-9].[0-9][0-9]' THEN region ELSE extract_region(region, 'code') END;

CREATE TEMP TABLE import_last AS SELECT coalesce(max(id), 0) AS id FROM main.article;
INSERT INTO main.article(title, body, outlet, published, region, url, source, provenance, file)
  SELECT title, body, outlet, published, region, url, source, 'imported', key FROM temp.import_row ORDER BY rowid;

INSERT INTO import_remark(file, line, remark)
  SELECT r.file, r.line, 'nearly the same as ' || coalesce(y.file, 'article ' || y.id) || ', similarity ' || printf('%.2f', max(d.similarity))
    FROM near_duplicate AS d JOIN main.article AS x ON x.id = d.article JOIN main.article AS y ON y.id = d.other JOIN temp.import_row AS r ON r.key = x.file
   WHERE d.article > (SELECT id FROM import_last) AND d.similarity >= 0.8 GROUP BY d.article
  ON CONFLICT DO UPDATE SET remark = remark || '; ' || excluded.remark;

-- What happened, in one line; the details stay in import_skipped and import_remark.
CREATE TEMP TABLE import_result AS
  SELECT (SELECT count(*) FROM temp.import_row) AS loaded, (SELECT count(*) FROM temp.import_known) AS known,
         (SELECT count(*) FROM import_skipped WHERE file IN (SELECT file FROM temp.import_source)) AS skipped,
         (SELECT count(*) FROM import_remark WHERE (file, line) IN (SELECT file, line FROM temp.import_row)) AS remarks;
