-- Question 1: how many articles a week are about the neutrality of civil servants, by province?
-- A week is named by its Monday. Articles without a date or a province are counted in rows of their own.
.load build/release/netra
.headers on
.mode box --wrap 70

SELECT coalesce(date(published, '-6 days', 'weekday 1'), '(no date)') AS week, coalesce(p.name, '(none)') AS province,
       count(*) AS articles, group_concat(n.id, ' ') AS ids
  FROM article_election AS n LEFT JOIN province AS p ON p.code = n.province_code
 WHERE neutrality >= 0.5
 GROUP BY 1, n.province_code ORDER BY n.published IS NULL, 1, 2;
