-- Netra: after COMMIT of an import: says what happened and stops the shell with an error when there is nothing to show for it.
SELECT 'loaded ' || loaded || ', already there ' || known || ', skipped ' || skipped || ', remarks ' || remarks FROM temp.import_result;
SELECT 'skipped ' || file || CASE WHEN line > 0 THEN ':' || line ELSE '' END || ': ' || reason
  FROM import_skipped WHERE file IN (SELECT file FROM temp.import_source) ORDER BY file, line LIMIT 50;
SELECT 'remark ' || m.file || CASE WHEN m.line > 0 THEN ':' || m.line ELSE '' END || ': ' || m.remark
  FROM import_remark AS m JOIN temp.import_row AS r USING (file, line) ORDER BY m.file, m.line LIMIT 50;
CREATE TEMP TABLE import_check(loaded INTEGER);
CREATE TEMP TRIGGER import_nothing BEFORE INSERT ON import_check WHEN new.loaded = 0 BEGIN
  SELECT RAISE(ABORT, 'import: nothing was loaded');
END;
INSERT INTO import_check SELECT loaded + known FROM temp.import_result;
DROP TABLE import_check;
DROP TABLE import_result;
DROP TABLE import_known;
DROP TABLE import_last;
DROP TABLE import_row;
DROP TABLE import_source;
