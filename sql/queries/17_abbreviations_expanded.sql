-- Question 17: which abbreviations does a foreign reader have to know, and what do they stand for? The thirty in most articles.
.load build/release/netra
.headers on
.mode box --wrap 70

SELECT substr(a.body, t.start, t.length) AS abbreviation, indo_expand(t.token) AS stands_for, count(DISTINCT a.id) AS articles, count(*) AS times
  FROM article AS a, indo_tokens(a.body) AS t
 WHERE t.length BETWEEN 2 AND 12 AND substr(a.body, t.start, 1) <> lower(substr(a.body, t.start, 1)) AND indo_expand(t.token) IS NOT NULL
 GROUP BY t.token ORDER BY articles DESC, times DESC, 1 LIMIT 30;
