-- Question 2: which acting heads (Pj, Pjs, Plt, Plh, Pgs) are named, and how often?
-- Holders who are never named are given as such: the office is acting all the same.
.load build/release/netra
.headers on
.mode box --wrap 70

SELECT coalesce(name, '(not named)') AS name, acting, office, coalesce(institution, unit) AS body, region, region_code AS code, articles, mentions
  FROM acting_official ORDER BY articles DESC, mentions DESC, office, name, code;
