-- Question 18: which institutions appear together with village heads (kades) and village facilitators (pendamping desa)?
.load build/release/netra
.headers on
.mode box --wrap 70

SELECT coalesce(i.abbreviation, i.name) AS institution, i.class, count(DISTINCT i.article) AS articles, group_concat(DISTINCT i.article) AS ids
  FROM institution_mention AS i
 WHERE i.article IN (SELECT rowid FROM article_fts WHERE article_fts MATCH '("=kades" OR "=kepala desa") AND "=pendamping desa"')
 GROUP BY 1, 2 ORDER BY articles DESC, 1;
