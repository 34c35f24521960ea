-- Beyond the twenty: how well do the functions agree with a careful reader? Compares corpus/annotations.tsv (our own reading of thirty
-- articles; the policy is in its first lines) with the facts: precision, recall and F1. Run it from the project's folder.
.load build/release/netra
.headers on
.mode box --wrap 70

-- The table, line by line and cell by cell: a TSV becomes a JSON array.
CREATE TEMP TABLE annotation AS
  SELECT a.id AS article, c ->> 1 AS kind, c ->> 2 AS year, c ->> 3 AS stage, c ->> 4 AS officials, c ->> 5 AS laws, c ->> 6 AS dates, c ->> 7 AS quotes
    FROM (SELECT '[' || replace(json_quote(value), '\t', '","') || ']' AS c
            FROM json_each('[' || replace(json_quote(CAST(readfile('corpus/annotations.tsv') AS TEXT)), '\n', '","') || ']')
           WHERE value <> '' AND value NOT LIKE '#%' AND value NOT LIKE 'file' || char(9) || '%')
    JOIN article AS a ON a.file LIKE '%/' || (c ->> 0);

-- What the reader found, one row each. Lists are separated by semicolons.
CREATE TEMP TABLE expected AS
  SELECT DISTINCT article, 'officials: name, acting, office, region' AS measure, value AS item
    FROM annotation, json_each('[' || replace(json_quote(officials), ';', '","') || ']') WHERE officials <> '-'
  UNION SELECT article, 'laws', value FROM annotation, json_each('[' || replace(json_quote(laws), ';', '","') || ']') WHERE laws <> '-'
  UNION SELECT article, 'dates', value FROM annotation, json_each('[' || replace(json_quote(dates), ';', '","') || ']') WHERE dates <> '-'
  UNION SELECT article, 'quotes: speaker and beginning', value FROM annotation, json_each('[' || replace(json_quote(quotes), ';', '","') || ']') WHERE quotes <> '-';

-- What the functions found. A nameless holder counts where the article names none for that office and region; a surface counts once.
CREATE TEMP TABLE found AS
  SELECT DISTINCT o.article, 'officials: name, acting, office, region' AS measure,
         coalesce(o.name, '-') || '|' || coalesce(o.acting, '-') || '|' || o.office || '|' || coalesce(o.region_code, '-') AS item
    FROM official_mention AS o WHERE o.office IS NOT NULL AND o.article IN (SELECT article FROM annotation)
     AND (o.name IS NOT NULL OR NOT EXISTS (SELECT 1 FROM official_mention AS m WHERE m.article = o.article AND m.office = o.office
                                             AND m.region_code IS o.region_code AND m.name IS NOT NULL))
  UNION SELECT article, 'laws', citation FROM law_citation WHERE article IN (SELECT article FROM annotation) AND law_number IS NOT NULL
  UNION SELECT article, 'dates', surface || '=' || coalesce(date || coalesce('/' || nullif(end_date, date), ''), '-')
          FROM event_date WHERE article IN (SELECT article FROM annotation) AND granularity IN ('hari', 'rentang')
  UNION SELECT article, 'quotes: speaker and beginning', coalesce(speaker, '-') || ':' || substr(quote, 1, 25)
          FROM quote WHERE article IN (SELECT article FROM annotation) AND kind <> 'tak_langsung';

INSERT INTO expected SELECT DISTINCT article, 'officials: name', substr(item, 1, instr(item, '|') - 1) FROM expected WHERE measure LIKE 'officials: name,%' AND item NOT LIKE '-|%';
INSERT INTO found SELECT DISTINCT article, 'officials: name', substr(item, 1, instr(item, '|') - 1) FROM found WHERE measure LIKE 'officials: name,%' AND item NOT LIKE '-|%';
INSERT INTO expected SELECT DISTINCT article, 'quotes: beginning', substr(item, instr(item, ':') + 1) FROM expected WHERE measure LIKE 'quotes: speaker%';
INSERT INTO found SELECT DISTINCT article, 'quotes: beginning', substr(item, instr(item, ':') + 1) FROM found WHERE measure LIKE 'quotes: speaker%';

SELECT measure, expected, found, right, printf('%.2f', 1.0 * right / found) AS precision, printf('%.2f', 1.0 * right / expected) AS recall,
       printf('%.2f', 2.0 * right / (found + expected)) AS f1
  FROM (SELECT e.measure, count(*) AS expected, (SELECT count(*) FROM found AS f WHERE f.measure = e.measure) AS found,
               sum(EXISTS (SELECT 1 FROM found AS f WHERE f.article = e.article AND f.measure = e.measure AND f.item = e.item)) AS right
          FROM expected AS e GROUP BY e.measure)
 ORDER BY measure;

SELECT 'kind' AS measure, count(*) AS articles, sum(n.kind IS nullif(a.kind, '-')) AS right, printf('%.2f', avg(n.kind IS nullif(a.kind, '-'))) AS accuracy
  FROM annotation AS a JOIN article_analysis AS n USING (article)
UNION ALL
SELECT 'year', count(*), sum(coalesce(n.year, '-') || '' = a.year), printf('%.2f', avg(coalesce(n.year, '-') || '' = a.year)) FROM annotation AS a JOIN article_analysis AS n USING (article)
UNION ALL
SELECT 'stage', count(*), sum(n.stage IS nullif(a.stage, '-')), printf('%.2f', avg(n.stage IS nullif(a.stage, '-'))) FROM annotation AS a JOIN article_analysis AS n USING (article);

-- Where they differ: - the reader's, missed; + the function's, not the reader's.
SELECT article, measure, sign, item FROM (
  SELECT e.article, e.measure, '-' AS sign, e.item FROM expected AS e WHERE NOT EXISTS (SELECT 1 FROM found AS f WHERE f.article = e.article AND f.measure = e.measure AND f.item = e.item)
  UNION ALL
  SELECT f.article, f.measure, '+', f.item FROM found AS f WHERE NOT EXISTS (SELECT 1 FROM expected AS e WHERE e.article = f.article AND e.measure = f.measure AND e.item = f.item)
  UNION ALL
  SELECT a.article, 'kind, year, stage', '-', a.kind || ' ' || a.year || ' ' || a.stage FROM annotation AS a JOIN article_analysis AS n USING (article)
   WHERE n.kind IS NOT nullif(a.kind, '-') OR coalesce(n.year, '-') || '' <> a.year OR n.stage IS NOT nullif(a.stage, '-')
  UNION ALL
  SELECT a.article, 'kind, year, stage', '+', coalesce(n.kind, '-') || ' ' || coalesce(n.year, '-') || ' ' || coalesce(n.stage, '-') FROM annotation AS a JOIN article_analysis AS n USING (article)
   WHERE n.kind IS NOT nullif(a.kind, '-') OR coalesce(n.year, '-') || '' <> a.year OR n.stage IS NOT nullif(a.stage, '-'))
 WHERE measure NOT IN ('officials: name', 'quotes: beginning') ORDER BY article, measure, item;
