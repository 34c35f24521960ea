-- The official calendar: every day on which the stage changes, found day by day.
CREATE TABLE span (kind TEXT, first TEXT, last TEXT);
INSERT INTO span VALUES ('pemilu', '2022-06-10', '2024-10-25'), ('pilpres', '2023-10-10', '2024-10-25'), ('pileg', '2022-12-01', '2024-10-05'),
 ('pilkada', '2023-09-20', '2025-09-01');
WITH RECURSIVE d(kind, day, last) AS (SELECT kind, first, last FROM span UNION ALL SELECT kind, date(day, '+1 day'), last FROM d WHERE day < last),
 s AS (SELECT kind, day, coalesce(election_stage_at(day, kind), '-') AS code FROM d),
 w AS (SELECT *, lag(code) OVER (PARTITION BY kind ORDER BY day) AS before FROM s)
SELECT kind, day, code FROM w WHERE before IS NULL OR code <> before ORDER BY kind, day;
-- the parts follow the calendar of their whole
SELECT k.value, election_stage_at('2024-11-27', k.value), election_stage_at('2024-02-14', k.value) FROM json_each('["pemilu","pilpres","pileg","pilkada","pilgub","pilbup","pilwalkot","pilkades","lain"]') AS k;
-- earlier voting days
SELECT kind, year, starts, source FROM election_calendar() WHERE code = 'pemungutan_suara' ORDER BY starts;
-- every row has its source, a stage and a period that does not run backwards; regions without it and re-votes are noted
SELECT count(*) > 50, sum(source = ''), sum(starts > ends), sum(election_stage_name(code) <> name) FROM election_calendar();
SELECT starts, ends, scope, note FROM election_calendar() WHERE code = 'psu' ORDER BY starts;
-- on its first and last day, and not on the day before or after when it is the only one of its election
SELECT count(*), sum(election_stage_at(starts, kind, year) IS NOT NULL), sum(election_stage_at(ends, kind, year) IS NOT NULL) FROM election_calendar();
SELECT election_stage_at('2024-02-13', 'pemilu'), election_stage_at('2024-02-14', 'pemilu'), election_stage_at('2024-02-15', 'pemilu'), election_stage_at('2024-02-16', 'pemilu');
SELECT election_stage_at('2024-10-24', 'pilkada'), election_stage_at('2024-10-24 20:31', 'pilkada'), election_stage_at('2024-10-24T08:00:00Z', 'pilkada', 2024), election_stage_at('2024-10-24', 'pilkada', 2020);
SELECT election_stage_at('2010-01-01', 'pilkada'), election_stage_at(NULL, 'pilkada'), election_stage_at('2024-10-24', NULL), election_stage_at('2024-10-24', 'pilkada', NULL);
SELECT election_stage_at('2024-02-30', 'pilkada');
SELECT election_stage_at('24-10-2024', 'pilkada');
SELECT election_stage_at('2024-10-24x', 'pilkada');
SELECT election_stage_at('2024-10-24', 'Pilkada');
SELECT election_stage_at('2024-10-24', 'pilkada', 'baru');
SELECT ord, code, election_stage_name(code), election_stage_name(code, 'en') FROM (SELECT DISTINCT ord, code FROM election_calendar()) ORDER BY ord;
SELECT election_stage_name('pemungutan_suara', 'en'), election_stage_name(NULL), election_stage_name('psu', NULL);
SELECT election_stage_name('pencoblosan');
SELECT election_stage_name('psu', 'jv');
