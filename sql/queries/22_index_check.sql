-- Question 22: does the search index hold the tokens that the loaded Netra would write? An index made by other token rules misses
-- hits without an error. One row a term that differs; no row: the index is sound. What to do with rows:
--   INSERT INTO article_fts(article_fts) VALUES ('rebuild');
-- For an index of your own: put its table, its columns and its tokenizer's options (second argument of indo_tokens) in their places.
.load build/release/netra
.headers on
.mode box --wrap 70

CREATE VIRTUAL TABLE temp.article_terms USING fts5vocab(main, article_fts, 'row');
CREATE TEMP VIEW index_check AS
  SELECT term, sum(stored) AS times_stored, sum(expected) AS times_expected, sum(rows) AS articles_stored, sum(articles) AS articles_expected
    FROM (SELECT term, cnt AS stored, 0 AS expected, doc AS rows, 0 AS articles FROM temp.article_terms
          UNION ALL
          SELECT t.token, 0, count(*), 0, count(DISTINCT a.id)
            FROM article AS a, (SELECT 0 AS title UNION ALL SELECT 1) AS part, indo_tokens(iif(part.title, a.title, a.body), '') AS t
           GROUP BY t.token)
   GROUP BY term HAVING sum(stored) <> sum(expected) OR sum(rows) <> sum(articles);
SELECT CASE count(*) WHEN 0 THEN 'sound' ELSE count(*) || ' terms differ: rebuild' END AS search_index FROM index_check;

-- The same on an index that lost an article and got a word nobody wrote, and after its rebuild.
BEGIN;
INSERT INTO article_fts(article_fts, rowid, title, body) SELECT 'delete', id, title, body FROM article WHERE id = 1;
INSERT INTO article_fts(rowid, title, body) SELECT id, title, replace(body, 'netral', 'netrall') FROM article WHERE id = 1;
SELECT CASE count(*) WHEN 0 THEN 'sound' ELSE 'terms differ: rebuild' END AS search_index FROM index_check;
INSERT INTO article_fts(article_fts) VALUES ('rebuild');
SELECT CASE count(*) WHEN 0 THEN 'sound' ELSE count(*) || ' terms differ: rebuild' END AS search_index FROM index_check;
ROLLBACK;
