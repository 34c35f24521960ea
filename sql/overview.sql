-- Netra: what is in the database, at a glance. For the sqlite3 shell.
.headers on
.mode box --wrap 60

.print
.print == Articles by kind of election and stage ==
SELECT coalesce(kind, '(none)') AS kind, coalesce(stage, '(none named)') AS stage, coalesce(calendar_stage, '-') AS "stage by calendar",
       count(*) AS articles
  FROM article_election GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1, 2, 3 LIMIT 15;

.print
.print == Acting officials: who, where, in how many articles ==
SELECT coalesce(name, '(not named)') AS name, acting, office, region, region_code AS code, count(DISTINCT article) AS articles
  FROM article_official WHERE acting IS NOT NULL
 GROUP BY 1, 2, 3, 4, 5 ORDER BY articles DESC, office, name LIMIT 15;

.print
.print == Other officials ==
SELECT name, office, coalesce(institution, unit) AS body, region, count(DISTINCT article) AS articles
  FROM article_official WHERE acting IS NULL AND name IS NOT NULL AND class = 'official' AND standing = 'menjabat'
 GROUP BY 1, 2, 3, 4 ORDER BY articles DESC, office, name LIMIT 12;

.print
.print == Search: suara, in all its forms (menyuarakan, bersuara, disuarakan ...) ==
SELECT rowid AS id, snippet(article_fts, -1, '[', ']', ' ... ', 14) AS found
  FROM article_fts WHERE article_fts MATCH indo_query('suara') ORDER BY rank LIMIT 5;
