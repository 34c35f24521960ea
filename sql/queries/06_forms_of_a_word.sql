-- Question 6: in which forms does a word occur (netral, netralitas, menetralkan), and how many articles have any form, or one exact form?
.load build/release/netra
.headers on
.mode box --wrap 70

SELECT lower(t.token) AS form, count(*) AS times, count(DISTINCT a.id) AS articles
  FROM article AS a, indo_tokens(a.text) AS t
 WHERE a.id IN (SELECT rowid FROM article_fts WHERE article_fts MATCH 'netral') AND t.stem = indo_stem('netral')
 GROUP BY 1 ORDER BY 2 DESC, 1;
SELECT query, (SELECT count(*) FROM article_fts WHERE article_fts MATCH query) AS articles, meaning
  FROM (SELECT 'netral' AS query, 'any form' AS meaning UNION ALL SELECT '"=netralitas"', 'exactly this form'
        UNION ALL SELECT '"=netralitas asn"', 'exactly these two' UNION ALL SELECT 'netral*', 'what begins so');
