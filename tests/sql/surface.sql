-- What every function does with NULL, numbers, BLOBs, wrong arity, wrong fields; and how table-valued functions join.
.mode list
.nullvalue NULL
SELECT 'NULL in, NULL out', article_body(NULL), indo_fold(NULL);
SELECT 'rows for NULL', count(*) FROM article_parts(NULL);
SELECT 'numbers are text', indo_fold(12.5), article_body(7);
SELECT article_body(x'41');
SELECT article_body();
SELECT article_body('a', 'b');
SELECT * FROM article_parts;
SELECT * FROM article_parts('a', 'b');
-- lateral joins, in both orders; the hidden column reads back the argument
CREATE TABLE a(id INTEGER PRIMARY KEY, t TEXT);
INSERT INTO a VALUES (1, 'Judul' || char(10, 10) || 'Isi satu.'), (2, 'Isi dua. (sr)'), (3, NULL), (4, '');
SELECT id, part, start, length, p.text FROM a, article_parts(a.t) AS p ORDER BY id, start;
SELECT id, count(*) FROM article_parts(a.t) AS p JOIN a GROUP BY id;
SELECT DISTINCT input = t FROM a, article_parts(t);
-- the parts are the text
SELECT id, group_concat(text, '') = t FROM (SELECT id, t, p.text FROM a, article_parts(a.t) AS p ORDER BY id, start) GROUP BY id;
-- pure: allowed in an index, a generated column, a view and a trigger of a schema that is not trusted
PRAGMA trusted_schema = OFF;
CREATE INDEX a_folded ON a(indo_fold(t));
CREATE TABLE g(t TEXT, body TEXT GENERATED ALWAYS AS (article_body(t)) STORED);
CREATE VIEW v AS SELECT id, p.part FROM a, article_parts(a.t) AS p;
CREATE TRIGGER tr AFTER INSERT ON a BEGIN INSERT INTO g(t) SELECT text FROM article_parts(new.t) WHERE part = 'body'; END;
INSERT INTO a VALUES (5, 'Judul' || char(10, 10) || 'Isi lima.');
SELECT body FROM g;
SELECT count(*) FROM v;
SELECT id FROM a WHERE indo_fold(t) = 'isi dua. (sr)';
-- offsets are characters
SELECT part, start, length, substr(t, start, length) = text FROM (SELECT '“Judul” é' || char(10, 10) || '“Isi” – ñ. (sr)' AS t), article_parts(t);
SELECT netra_version() IS NOT NULL, json_type(netra_debug(), '$.rules'), json_array(netra_debug() -> '$.rules');
-- a text over 1 MB is read where SQLite keeps it: rows and hidden column hold while its table is rewritten under them
CREATE TABLE long(id INTEGER PRIMARY KEY, t TEXT);
INSERT INTO long SELECT value, replace(printf('%0200000d', 0), '0', 'begini ') || '. Bupati Ngawi ' || IIF(value = 1, 'Siti Aminah', 'Budi Santoso') || ' hadir.'
  FROM json_each('[1, 2]');
SELECT id, o.name, o.office, substr(t, o.start, o.length) = o.surface, input = t, o.start > 1400000 FROM long, extract_officials(t) AS o;
SELECT count(*), sum(r.surface = 'Ngawi') FROM (SELECT replace(t, 'Ngawi', 'Blitar') AS u, t FROM long), extract_regions(u || t) AS r;
SELECT extract_official(t) ->> 'name', extract_official(t, 'office'), election_stage(t) FROM long;
CREATE TRIGGER shorten AFTER INSERT ON a WHEN new.t LIKE 'hapus%' BEGIN UPDATE long SET t = (SELECT name FROM extract_officials(long.t)); END;
INSERT INTO a VALUES (6, 'hapus');
SELECT id, t FROM long;
