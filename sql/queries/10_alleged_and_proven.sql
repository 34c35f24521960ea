-- Question 10: who is accused of what, and what was proven? Violations by actor and modality.
-- Only dugaan and terbukti are reports of an act; the other columns are bans, warnings, what-ifs and the law's own words.
.load build/release/netra
.headers on
.mode box --wrap 70

SELECT coalesce(actor, '(not said)') AS actor, count(*) FILTER (WHERE modality = 'dugaan') AS dugaan, count(*) FILTER (WHERE modality = 'terbukti') AS terbukti,
       count(*) FILTER (WHERE modality = 'larangan') AS larangan, count(*) FILTER (WHERE modality = 'himbauan') AS himbauan,
       count(*) FILTER (WHERE modality = 'hipotetis') AS hipotetis, count(*) FILTER (WHERE modality = 'hukum') AS hukum,
       count(DISTINCT article) AS articles
  FROM violation GROUP BY 1 ORDER BY dugaan + terbukti DESC, articles DESC, 1;
SELECT v.article, v.actor, v.code, v.grade, v.modality, v.surface
  FROM violation AS v WHERE v.modality IN ('dugaan', 'terbukti') ORDER BY v.article, v.start;
