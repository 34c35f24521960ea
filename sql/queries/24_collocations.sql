-- Question 24: which words stand near a word, in any of its forms, more often than chance has it? Five words to either side, within
-- the article; log-likelihood of the pair (Dunning 1993), 10.83 is p = 0.001. The collocates are stems;
-- stopwords are left out. times_chance: how many times more often than chance has it.
.load build/release/netra
.headers on
.mode box --wrap 70

WITH word AS MATERIALIZED (
    SELECT a.id AS article, t.position, t.stem FROM article AS a, indo_tokens(a.text) AS t WHERE t.kind IN ('word', 'compound')),
  node AS (SELECT article, position FROM word WHERE stem = indo_stem('kampanye')),
  -- every position near the node once, however many nodes are near it
  near AS (SELECT DISTINCT w.article, w.position, w.stem FROM node AS n JOIN word AS w
               ON w.article = n.article AND w.position BETWEEN n.position - 5 AND n.position + 5 AND w.position <> n.position),
  size AS (SELECT (SELECT count(*) FROM near) AS window, (SELECT count(*) FROM word) AS total),
  pair AS (SELECT stem, count(*) AS times FROM near WHERE stem NOT IN (SELECT word FROM indo_stopwords) AND length(stem) > 1 GROUP BY stem),
  -- observed: a near with the stem, b near without, c elsewhere with, d elsewhere without
  cell AS (SELECT p.stem, p.times AS a, s.window - p.times AS b, w.all_times - p.times AS c, s.total - s.window - w.all_times + p.times AS d
             FROM pair AS p JOIN (SELECT stem, count(*) AS all_times FROM word GROUP BY stem) AS w USING (stem), size AS s)
SELECT stem, a AS near, a + c AS in_corpus, round(a * 1.0 * (a + b + c + d) / ((a + b) * (a + c)), 1) AS times_chance,
       round(2 * (a * ln(a * 1.0 * (a + b + c + d) / ((a + b) * (a + c)))
                + iif(b > 0, b * ln(b * 1.0 * (a + b + c + d) / ((a + b) * (b + d))), 0)
                + iif(c > 0, c * ln(c * 1.0 * (a + b + c + d) / ((c + d) * (a + c))), 0)
                + iif(d > 0, d * ln(d * 1.0 * (a + b + c + d) / ((c + d) * (b + d))), 0)), 1) AS log_likelihood
  FROM cell WHERE a >= 3 AND a * (a + b + c + d) > (a + b) * (a + c) ORDER BY log_likelihood DESC, stem LIMIT 12;
