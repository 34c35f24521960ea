-- Question 14: who held the office of Bupati of Kabupaten Buton Selatan (74.15), month by month?
-- Then the heads of region who are named with a predecessor, a successor or a stand-in.
.load build/release/netra
.headers on
.mode box --wrap 70

SELECT coalesce(substr(a.published, 1, 7), '(no date)') AS month, o.office, coalesce(o.acting, 'definitif') AS standing, coalesce(o.name, '(not named)') AS name,
       count(DISTINCT o.article) AS articles
  FROM article_official AS o JOIN article AS a ON a.id = o.article
 WHERE o.office = 'Bupati' AND o.region_code = '74.15' AND o.standing = 'menjabat'
 GROUP BY 1, 2, 3, 4 ORDER BY 1, 4;
SELECT o.office, o.region_code AS code, o.region, group_concat(DISTINCT coalesce(o.acting || ' ', '') || o.name || CASE WHEN o.standing <> 'menjabat' THEN ' (' || o.standing || ')' ELSE '' END) AS holders
  FROM article_official AS o
 WHERE o.office IN ('Gubernur', 'Bupati', 'Wali Kota') AND o.name IS NOT NULL AND o.standing <> 'calon' AND o.region_code IS NOT NULL
 GROUP BY o.office, o.region_code HAVING count(DISTINCT o.name) > 1 ORDER BY o.region_code, o.office;
