-- Netra: the common questions as views over the facts of sql/schema.sql. Plain SQL; safe to run again.
-- Views that call functions when read (calendar, names of stages, similarity, status) need the extension; the others do not.

-- Kind, year and stage of every article; calendar_stage is what the official calendar says of the day it was published or, where
-- that is unknown, of the day it reports.
DROP VIEW IF EXISTS article_election;
CREATE VIEW article_election AS
  SELECT a.id, a.title, a.outlet, a.published, n.kind, n.year, n.stage, n.neutrality,
         coalesce(a.region, n.region_code) AS region_code,
         coalesce(substr(a.region, 1, 2), n.province_code) AS province_code,
         election_stage_at(coalesce(a.published, extract_date(a.text)), n.kind) AS calendar_stage
    FROM article AS a LEFT JOIN article_analysis AS n ON n.article = a.id;

-- Names of regions by code: all provinces, regencies and cities as far as the articles name them.
DROP VIEW IF EXISTS region_name;
CREATE VIEW region_name AS
  SELECT code, name FROM province
  UNION ALL
  SELECT code, min(name) FROM region_mention WHERE length(code) > 2 AND name IS NOT NULL GROUP BY code;

-- One row for each person and office in an article, from the best mention of it, with how often it is mentioned.
-- SQLite takes the other columns from the row that holds the maximum.
DROP VIEW IF EXISTS article_official;
CREATE VIEW article_official AS
  SELECT article, name, acting, standing, office, institution, unit, region, region_code, class, person,
         max(confidence) AS confidence, count(*) AS mentions, surface, start, length
    FROM official_mention
   WHERE office IS NOT NULL
   GROUP BY article, name, acting, standing, office, institution, unit, region_code;

-- Acting heads (Pj, Pjs, Plt, Plh, Pgs) with the number of articles and mentions.
DROP VIEW IF EXISTS acting_official;
CREATE VIEW acting_official AS
  SELECT o.name, o.acting, o.office, o.institution, o.unit, o.region, o.region_code, count(DISTINCT o.article) AS articles,
         sum(o.mentions) AS mentions, min(a.published) AS first_seen, max(a.published) AS last_seen
    FROM article_official AS o JOIN article AS a ON a.id = o.article
   WHERE o.acting IS NOT NULL
   GROUP BY o.name, o.acting, o.office, o.institution, o.unit, o.region_code;

-- Every quote with who said it, in the office the same person holds in the same article (the surest mention with an office).
DROP VIEW IF EXISTS quote_speaker;
CREATE VIEW quote_speaker AS
  SELECT q.article, q.number, a.title, a.outlet, a.published, q.quote, q.kind, q.verb, coalesce(o.name, q.speaker) AS speaker, q.person,
         o.acting, o.standing, o.office, o.institution, o.unit, o.region, o.region_code, o.class, q.start, q.length, q.confidence
    FROM quote AS q
    JOIN article AS a ON a.id = q.article
    LEFT JOIN official_mention AS o ON o.article = q.article AND o.number =
         (SELECT m.number FROM official_mention AS m
           WHERE m.article = q.article AND m.person = q.person AND m.office IS NOT NULL
           ORDER BY m.confidence DESC, m.number LIMIT 1);

-- Laws with the articles that cite them. `law` is the instrument without its pinpoint.
DROP VIEW IF EXISTS law_use;
CREATE VIEW law_use AS
  SELECT l.law, count(*) AS citations, count(DISTINCT l.article) AS articles, min(a.published) AS first_cited, max(a.published) AS last_cited
    FROM law_citation AS l JOIN article AS a ON a.id = l.article
   WHERE l.law IS NOT NULL GROUP BY l.law;

-- Articles on the neutrality of civil servants, by week (Monday) and province.
DROP VIEW IF EXISTS neutrality_week;
CREATE VIEW neutrality_week AS
  SELECT date(published, '-6 days', 'weekday 1') AS week, province_code, count(*) AS articles
    FROM article_election WHERE neutrality >= 0.5 AND published IS NOT NULL GROUP BY 1, 2;

-- Near-duplicates with what tells them apart.
DROP VIEW IF EXISTS duplicate_pair;
CREATE VIEW duplicate_pair AS
  SELECT d.other AS a, d.article AS b, x.title AS title_a, y.title AS title_b, x.outlet AS outlet_a, y.outlet AS outlet_b,
         x.published AS published_a, y.published AS published_b, d.similarity
    FROM near_duplicate AS d JOIN article AS x ON x.id = d.other JOIN article AS y ON y.id = d.article;

-- Is the database in step with the Netra that is loaded, and what to do when not.
DROP VIEW IF EXISTS netra_status;
CREATE VIEW netra_status AS
  WITH meta(schema, rules, loaded, articles, analysed) AS (
    SELECT (SELECT value FROM netra_meta WHERE name = 'schema'), (SELECT value FROM netra_meta WHERE name = 'rules'), (SELECT rules FROM netra_loaded),
           (SELECT count(*) FROM article), (SELECT count(*) FROM article_analysis JOIN netra_loaded USING (version, rules)))
  SELECT 'schema' AS part, schema AS stored, '1' AS current, CASE WHEN schema = '1' THEN 'up to date' ELSE 'run sql/migrate.sql' END AS action FROM meta
  UNION ALL
  SELECT 'search index', 'rules ' || rules, 'rules ' || loaded, CASE WHEN rules = loaded || '' THEN 'up to date' ELSE 'run sql/migrate.sql' END FROM meta
  UNION ALL
  SELECT 'facts', analysed || ' articles', articles || ' articles', CASE WHEN analysed = articles THEN 'up to date' ELSE 'run sql/extract_facts.sql' END FROM meta;
