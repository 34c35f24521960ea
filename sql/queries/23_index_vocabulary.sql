-- Question 23: what stands in the search index? fts5vocab lists its terms; the first character tells stems (~), values of numbers
-- (#) and dates (@: month, day, year) from words as written. No written word begins with one of these.
.load build/release/netra
.headers on
.mode box --wrap 70

CREATE VIRTUAL TABLE temp.article_terms USING fts5vocab(main, article_fts, 'row');
CREATE TEMP VIEW index_vocabulary AS
  SELECT CASE substr(term, 1, 1) WHEN '~' THEN 'stem' WHEN '#' THEN 'number' WHEN '@' THEN 'date' ELSE 'word' END AS kind,
         iif(term GLOB '@--*-*-*', substr(term, 10) || '-' || substr(term, 4, 5), ltrim(term, '~#@')) AS term, doc AS articles, cnt AS times FROM temp.article_terms;
SELECT kind, term, articles, times
  FROM (SELECT *, row_number() OVER (PARTITION BY kind ORDER BY articles DESC, times DESC, term) AS place
          FROM index_vocabulary WHERE term NOT IN (SELECT word FROM indo_stopwords))
 WHERE place <= 5 ORDER BY kind, place;
