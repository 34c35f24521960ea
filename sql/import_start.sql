-- Netra: the first step of every import: the empty table that import_rows.sql reads. `key` becomes article.file, by which a second
-- run knows the article; `reason` is why a row cannot be taken. import_source lists the files that were looked at.
DROP TABLE IF EXISTS temp.import_row;
DROP TABLE IF EXISTS temp.import_source;
DROP TABLE IF EXISTS temp.import_known;
DROP TABLE IF EXISTS temp.import_last;
DROP TABLE IF EXISTS temp.import_result;
DROP TABLE IF EXISTS temp.import_check;
CREATE TEMP TABLE import_row(file TEXT, line INTEGER, key TEXT, title TEXT, body TEXT, outlet TEXT, published TEXT, region TEXT, url TEXT,
                             source TEXT, reason TEXT);
CREATE TEMP TABLE import_source(file TEXT);
