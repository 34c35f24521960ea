-- Netra: brings the facts up to date: extracts from every article that has none, and anew where another version or other rules
-- made them. Plain SQL; run it after loading with netra_meta 'facts' = 'later', and after installing a newer Netra.
-- Running it again changes nothing. PRAGMA temp_store = MEMORY before it makes it several times faster.
BEGIN IMMEDIATE;
DELETE FROM article_analysis WHERE (version, rules) NOT IN (SELECT version, rules FROM netra_loaded);
INSERT INTO article_analysis
  SELECT * FROM article_computed WHERE article NOT IN (SELECT article FROM article_analysis) ORDER BY article;
COMMIT;
