-- Question 8: what share of its quotes does an outlet leave without a speaker?
.load build/release/netra
.headers on
.mode box --wrap 70

SELECT coalesce(outlet, '(no outlet)') AS outlet, count(*) AS quotes, sum(speaker IS NULL) AS unattributed,
       printf('%.0f %%', 100.0 * sum(speaker IS NULL) / count(*)) AS share
  FROM quote_speaker GROUP BY 1 ORDER BY 1.0 * sum(speaker IS NULL) / count(*) DESC, quotes DESC, 1 LIMIT 30;
