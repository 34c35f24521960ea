-- Question 5: every mention of the quiet period (masa tenang, hari tenang, minggu tenang), with its role and its surroundings.
-- Then the word as a concordance, whether or not it names the stage.
.load build/release/netra
.headers on
.mode box --wrap 70

SELECT s.article, s.role, round(s.confidence, 2) AS confidence,
       replace(substr(a.text, max(1, s.start - 40), s.start - max(1, s.start - 40)) || '[' || s.surface || ']' || substr(a.text, s.start + s.length, 40),
               char(10), ' ') AS context
  FROM stage_mention AS s JOIN article AS a ON a.id = s.article
 WHERE s.code = 'masa_tenang' ORDER BY s.article, s.start;
SELECT a.id, replace(k.left, char(10), ' ') AS left, k.keyword, replace(k.right, char(10), ' ') AS right
  FROM article_fts AS f JOIN article AS a ON a.id = f.rowid, indo_kwic(a.body, 'tenang', 40) AS k
 WHERE article_fts MATCH 'tenang' ORDER BY a.id, k.start;
