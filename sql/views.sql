-- Netra: the common questions as views. Plain SQL; safe to run again. They compute from `article` when read.

-- Kind, year and stage of every article; calendar_stage is what the official calendar says of the day it was published.
CREATE VIEW IF NOT EXISTS article_election AS
  SELECT id, title, outlet, published, kind, year, stage, election_stage_at(published, kind) AS calendar_stage
    FROM (SELECT id, title, outlet, published, election_kind(text) AS kind, election_year(text) AS year, election_stage(text) AS stage
            FROM article);

-- Every mention of an official, with its evidence: substr(article.text, start, length) = surface.
CREATE VIEW IF NOT EXISTS official_mention AS
  SELECT a.id AS article, o.* FROM article AS a, extract_officials(a.text) AS o;

-- One row for each person and office in an article (the best mention of it).
CREATE VIEW IF NOT EXISTS article_official AS
  SELECT article, name, acting, standing, office, institution, unit, region, region_code, class, max(confidence) AS confidence, count(*) AS mentions
    FROM official_mention
   WHERE office IS NOT NULL
   GROUP BY article, name, acting, standing, office, institution, unit, region_code;

CREATE VIEW IF NOT EXISTS stage_mention AS
  SELECT a.id AS article, s.* FROM article AS a, election_stages(a.text) AS s;
