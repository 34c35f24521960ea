-- Question 16, data quality: where does an office contradict the level of its region (a Wali Kota of a kabupaten, a Bupati of a kota)?
-- Codes from .71 on are cities, below they are regencies, two digits are provinces. No row in the first list is good news.
.load build/release/netra
.headers on
.mode box --wrap 70

SELECT o.article, o.name, o.office, o.region, o.region_code AS code, round(o.confidence, 2) AS confidence, o.surface
  FROM official_mention AS o
 WHERE (o.office IN ('Bupati', 'Wakil Bupati') AND o.region_code IS NOT NULL AND NOT o.region_code GLOB '[0-9][0-9].[0-6][0-9]')
    OR (o.office IN ('Wali Kota', 'Wakil Wali Kota') AND o.region_code IS NOT NULL AND NOT o.region_code GLOB '[0-9][0-9].[7-9][0-9]')
    OR (o.office IN ('Gubernur', 'Wakil Gubernur') AND length(o.region_code) > 2)
 ORDER BY o.article, o.start;
SELECT count(*) AS heads_with_region FROM official_mention
 WHERE office IN ('Gubernur', 'Wakil Gubernur', 'Bupati', 'Wakil Bupati', 'Wali Kota', 'Wakil Wali Kota') AND region_code IS NOT NULL;
