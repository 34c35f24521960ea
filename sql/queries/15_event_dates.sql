-- Question 15: on which day did it happen, not on which day was it printed?
-- First the day each article reports, with its distance from publication; then dates whose weekday is wrong or that do not exist.
.load build/release/netra
.headers on
.mode box --wrap 70

SELECT n.article, a.published, n.event_date, CAST(julianday(a.published) - julianday(n.event_date) AS INTEGER) AS days_later
  FROM article_analysis AS n JOIN article AS a ON a.id = n.article
 WHERE n.event_date IS NOT NULL ORDER BY n.event_date, n.article;
SELECT d.article, d.surface, d.date, CASE WHEN d.date IS NULL THEN 'no such day' ELSE 'wrong weekday' END AS problem
  FROM event_date AS d WHERE d.weekday_ok = 0 OR (d.date IS NULL AND d.granularity = 'hari') ORDER BY d.article, d.start;
