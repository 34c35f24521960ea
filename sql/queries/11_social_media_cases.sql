-- Question 11: in which regencies and cities were there cases of officials liking, sharing or commenting on social media?
-- Cases are allegations and findings; bans and warnings do not count.
.load build/release/netra
.headers on
.mode box --wrap 70

SELECT coalesce(r.name, n.region_code, '(none)') AS region, n.region_code AS code, count(DISTINCT v.article) AS articles,
       count(*) FILTER (WHERE v.modality = 'dugaan') AS alleged, count(*) FILTER (WHERE v.modality = 'terbukti') AS proven,
       group_concat(DISTINCT v.surface) AS evidence
  FROM violation AS v JOIN article_election AS n ON n.id = v.article LEFT JOIN region_name AS r ON r.code = n.region_code
 WHERE v.code = 'medsos_interaksi' AND v.modality IN ('dugaan', 'terbukti')
 GROUP BY n.region_code ORDER BY articles DESC, code;
