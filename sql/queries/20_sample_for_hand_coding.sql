-- Question 20: a sample for coding by hand, with evidence that can be checked: the same twenty articles each time, spread over the corpus.
-- `evidence` is 1 where the surface stands in the text at its place; it must never be 0.
.load build/release/netra
.headers on
.mode box --wrap 70

SELECT o.article, o.start, o.surface, o.name, o.acting, o.office, o.region_code AS code, round(o.confidence, 2) AS confidence,
       substr(a.text, o.start, o.length) = o.surface AS evidence
  FROM official_mention AS o JOIN article AS a ON a.id = o.article
 WHERE o.number = 1 AND o.article IN (SELECT id FROM article ORDER BY id * 2654435761 % 4294967296 LIMIT 20)
 ORDER BY o.article;
SELECT count(*) AS mentions, sum(substr(a.text, o.start, o.length) = o.surface) AS with_evidence
  FROM official_mention AS o JOIN article AS a ON a.id = o.article;
