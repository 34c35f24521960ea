-- Question 19: ranked search from what a person types. The hits are marked; words of the headline weigh three times.
.load build/release/netra
.headers on
.mode box --wrap 70

SELECT f.rowid AS id, a.outlet, a.published, round(-bm25(article_fts, 3.0, 1.0), 2) AS score, replace(snippet(article_fts, -1, '[', ']', ' ... ', 14), char(10), ' ') AS found
  FROM article_fts AS f JOIN article AS a ON a.id = f.rowid
 WHERE article_fts MATCH indo_query('sanksi like medsos ASN', 'any') ORDER BY bm25(article_fts, 3.0, 1.0), f.rowid LIMIT 10;
