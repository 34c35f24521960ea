-- Netra: a report of the whole database as one self-contained HTML page: sums, the stages of the articles against the official
-- calendar, provinces as tiles, acting heads, quotes with their evidence, laws, violations. SQL alone writes it:
--   sqlite3 netra.db -cmd '.load build/release/netra' '.read sql/report.sql' >report.html
-- Every text is escaped; the page loads nothing from anywhere.
.headers off
.mode list
.nullvalue ""

SELECT '<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Netra report</title>
<style>
body { margin: 0 auto; max-width: 1080px; padding: 24px; font: 15px/1.5 system-ui, sans-serif; color: #1c2530; background: #fff }
h1 { color: #0b5e7d; margin: 0 } h2 { margin: 36px 0 8px; font-size: 19px; border-bottom: 2px solid #0b5e7d; padding-bottom: 4px }
p.note { color: #5b6775; margin: 4px 0 12px; font-size: 13.5px }
.sums { display: flex; flex-wrap: wrap; gap: 12px; margin: 18px 0 }
.sums div { background: #eef4f7; border-radius: 10px; padding: 10px 16px; min-width: 110px } .sums b { display: block; font-size: 24px; color: #0b5e7d }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: 4px 10px 4px 0; border-bottom: 1px solid #e3e8ed; vertical-align: top }
th { color: #5b6775; font-weight: 600; font-size: 13px } td.n, th.n { text-align: right; padding-right: 16px } td:last-child { white-space: nowrap } .violations td:last-child { white-space: normal }
svg text { font: 11px system-ui, sans-serif; fill: #1c2530 } svg .soft { fill: #5b6775 }
blockquote { margin: 0 0 14px; padding: 8px 14px; border-left: 4px solid #0b5e7d; background: #f6f8fa } blockquote cite { display: block; font-style: normal; color: #5b6775; font-size: 13.5px }
mark { background: #ffe28a } .bar { display: inline-block; height: 12px; border-radius: 2px; vertical-align: middle }
</style></head><body>
<h1>Netra report</h1>
<p class="note">' || (SELECT count(*) FROM article) || ' articles' || coalesce(', ' || (SELECT min(published) || ' to ' || max(published) FROM article), '')
  || '; Netra ' || netra_version() || ', rules ' || (netra_debug() ->> 'rules') || ', SQLite ' || sqlite_version() || '.'
  || coalesce((SELECT ' <b>' || count(*) || ' of them are invented</b> (provenance synthetic): what they report did not happen.' FROM article WHERE provenance = 'synthetic' HAVING count(*) > 0), '') || '</p>
<div class="sums">';
SELECT '<div><b>' || n || '</b>' || what || '</div>' FROM (
  SELECT count(*) AS n, 'articles' AS what FROM article
  UNION ALL SELECT count(DISTINCT outlet), 'outlets' FROM article
  UNION ALL SELECT count(DISTINCT name), 'named officials' FROM official_mention WHERE class = 'official'
  UNION ALL SELECT count(*), 'acting heads' FROM acting_official WHERE name IS NOT NULL
  UNION ALL SELECT count(*), 'quotes' FROM quote
  UNION ALL SELECT count(DISTINCT law), 'laws' FROM law_citation
  UNION ALL SELECT count(DISTINCT province_code), 'provinces' FROM article_election);
SELECT '</div>';

-- One chart an election: a bar for each stage of the calendar, a dot for each article on the row of the stage it speaks of.
SELECT '<h2>Stages in the news against the official calendar</h2>
<p class="note">Bars: the calendar. Dots: articles by day of publication on the row of the stage they speak of; dark where the calendar says the same for that day.</p>';
WITH chart(kind, year, label, first, last) AS (
  VALUES ('pilkada', 2024, 'Pilkada 2024', '2024-01-01', '2025-04-01'), ('pemilu', 2024, 'Pemilu 2024', '2022-06-01', '2024-11-01')),
calendar AS (
  SELECT c.label AS chart, c.first, c.last, k.code, min(k.ord) AS ord, min(k.starts) AS starts, max(coalesce(k.ends, k.starts)) AS ends
    FROM chart AS c JOIN election_calendar() AS k ON k.kind = c.kind AND k.year = c.year GROUP BY c.label, k.code),
spoken AS (
  SELECT c.label AS chart, c.first, c.last, n.id, n.published, n.stage, n.stage = n.calendar_stage AS same, n.title
    FROM chart AS c JOIN article_election AS n ON n.year = c.year AND n.published BETWEEN c.first AND c.last
     AND (c.kind = 'pemilu') = (n.kind IN ('pemilu', 'pilpres', 'pileg')) AND n.kind NOT IN ('pilkades', 'lain')
   WHERE n.stage IS NOT NULL),
stage AS (SELECT chart, code, min(ord) AS ord FROM (
            SELECT chart, code, ord FROM calendar UNION ALL SELECT DISTINCT chart, s.stage, m.ord FROM spoken AS s JOIN stage_mention AS m ON m.code = s.stage)
           GROUP BY chart, code),
line AS (SELECT chart, code, row_number() OVER (PARTITION BY chart ORDER BY ord, code) AS line FROM stage),
scale AS (SELECT label AS chart, first, last, 700.0 / (julianday(last) - julianday(first)) AS pixel FROM chart),
month(chart, day) AS (SELECT chart, first FROM scale UNION ALL SELECT m.chart, date(m.day, '+1 month') FROM month AS m JOIN scale AS s USING (chart) WHERE date(m.day, '+1 month') < s.last),
drawn(chart, layer, element) AS (
  SELECT m.chart, 1, printf('<line x1="%.1f" x2="%.1f" y1="20" y2="%d" stroke="#e3e8ed"/>', x, x, 24 + 22 * (SELECT max(line) FROM line AS l WHERE l.chart = m.chart))
                     || CASE WHEN CAST(substr(day, 6, 2) AS INTEGER) % 3 = 1 THEN printf('<text class="soft" x="%.1f" y="14">%s</text>', x + 2, substr(day, 1, 7)) ELSE '' END
    FROM (SELECT m.*, 300 + (julianday(m.day) - julianday(s.first)) * s.pixel AS x FROM month AS m JOIN scale AS s USING (chart)) AS m
  UNION ALL
  SELECT l.chart, 2, printf('<text x="290" y="%d" text-anchor="end">%s</text>', 15 + 22 * l.line, coalesce(election_stage_name(l.code, 'en'), l.code)) FROM line AS l
  UNION ALL
  SELECT c.chart, 3, printf('<rect x="%.1f" y="%d" width="%.1f" height="12" rx="3" fill="#cfe3ec"><title>%s: %s to %s</title></rect>',
                            300 + max(0, julianday(c.starts) - julianday(c.first)) * s.pixel, 5 + 22 * l.line,
                            max(3, (min(julianday(c.ends) + 1, julianday(c.last)) - max(julianday(c.starts), julianday(c.first))) * s.pixel), c.code, c.starts, c.ends)
    FROM calendar AS c JOIN scale AS s USING (chart) JOIN line AS l USING (chart, code) WHERE c.starts < c.last AND c.ends >= c.first
  UNION ALL
  SELECT p.chart, 4, printf('<circle cx="%.1f" cy="%d" r="4.5" fill="%s" stroke="#fff"><title>%d, %s: %s</title></circle>',
                            300 + (julianday(p.published) - julianday(p.first)) * s.pixel, 11 + 22 * l.line, CASE WHEN p.same THEN '#0b5e7d' ELSE '#e08a1e' END,
                            p.id, p.published, replace(replace(replace(coalesce(p.title, ''), '&', '&amp;'), '<', '&lt;'), '>', '&gt;'))
    FROM spoken AS p JOIN scale AS s USING (chart) JOIN line AS l ON l.chart = p.chart AND l.code = p.stage)
SELECT '<h3>' || chart || '</h3><svg class="timeline" viewBox="0 0 1010 ' || (34 + 22 * (SELECT max(line) FROM line AS l WHERE l.chart = d.chart))
       || '" role="img" aria-label="Stages, ' || chart || '">' || group_concat(element, '') || '</svg>'
  FROM (SELECT * FROM drawn ORDER BY chart, layer) AS d GROUP BY chart ORDER BY chart DESC;

-- Provinces as tiles, roughly where they lie.
SELECT '<h2>Articles by province</h2><p class="note">Where an article is set: its region column, else the region the text speaks of. Darker means more.</p>';
WITH tile(code, label, x, y) AS (
  VALUES ('11', 'Aceh', 0, 0), ('12', 'Sumut', 1, 0), ('13', 'Sumbar', 1, 1), ('14', 'Riau', 2, 1), ('21', 'Kepri', 3, 0), ('15', 'Jambi', 2, 2), ('17', 'Bengkulu', 1, 2),
         ('16', 'Sumsel', 2, 3), ('19', 'Babel', 3, 2), ('18', 'Lampung', 2, 4), ('36', 'Banten', 3, 5), ('31', 'Jakarta', 4, 5), ('32', 'Jabar', 5, 5), ('33', 'Jateng', 6, 5),
         ('34', 'DIY', 6, 6), ('35', 'Jatim', 7, 5), ('51', 'Bali', 8, 6), ('52', 'NTB', 9, 6), ('53', 'NTT', 10, 6), ('61', 'Kalbar', 5, 2), ('62', 'Kalteng', 6, 2),
         ('63', 'Kalsel', 7, 3), ('64', 'Kaltim', 7, 2), ('65', 'Kaltara', 7, 1), ('71', 'Sulut', 11, 1), ('72', 'Sulteng', 9, 2), ('73', 'Sulsel', 9, 4), ('74', 'Sultra', 10, 3),
         ('75', 'Gorontalo', 10, 1), ('76', 'Sulbar', 9, 3), ('81', 'Maluku', 12, 4), ('82', 'Malut', 12, 2), ('91', 'Papua', 15, 2), ('92', 'PapBar', 14, 3), ('93', 'PapSel', 16, 4),
         ('94', 'PapTeng', 15, 3), ('95', 'PapPeg', 16, 3), ('96', 'PBD', 13, 3)),
counted AS (SELECT t.*, (SELECT count(*) FROM article_election AS n WHERE n.province_code = t.code) AS articles FROM tile AS t)
SELECT '<svg class="tiles" viewBox="0 0 1030 430" role="img" aria-label="Articles by province">' || group_concat(printf(
         '<g transform="translate(%d %d)"><title>%s</title><rect width="56" height="56" rx="6" fill="#0b5e7d" fill-opacity="%.2f"/><text x="28" y="22" text-anchor="middle"%s>%s</text><text x="28" y="42" text-anchor="middle" font-weight="700"%s>%s</text></g>',
         x * 60, y * 60, (SELECT name FROM province AS p WHERE p.code = t.code), 0.06 + 0.94 * articles / max(1, most), CASE WHEN articles * 2 > most THEN ' style="fill:#fff"' ELSE '' END, label,
         CASE WHEN articles * 2 > most THEN ' style="fill:#fff"' ELSE '' END, CASE WHEN articles > 0 THEN articles ELSE '' END), '') || '</svg>'
  FROM (SELECT *, max(articles) OVER () AS most FROM counted) AS t;

SELECT '<h2>Acting heads</h2><table class="acting"><tr><th>name</th><th>capacity</th><th>office</th><th>region</th><th class="n">articles</th><th class="n">mentions</th><th>seen</th></tr>';
SELECT '<tr><td>' || replace(replace(replace(coalesce(name, '(not named)'), '&', '&amp;'), '<', '&lt;'), '>', '&gt;') || '</td><td>' || upper(substr(acting, 1, 1)) || substr(acting, 2)
       || '</td><td>' || replace(replace(replace(office || coalesce(' ' || coalesce(institution, unit), ''), '&', '&amp;'), '<', '&lt;'), '>', '&gt;')
       || '</td><td>' || coalesce(region || ' (' || region_code || ')', '') || '</td><td class="n">' || articles || '</td><td class="n">' || mentions
       || '</td><td>' || coalesce(first_seen || CASE WHEN last_seen > first_seen THEN ' to ' || last_seen ELSE '' END, '') || '</td></tr>'
  FROM acting_official ORDER BY articles DESC, mentions DESC, name IS NULL, name, office LIMIT 25;
SELECT '</table>';

-- The quote stands in its sentence: three quotes at most from one article, the surest first.
SELECT '<h2>Who said what</h2><p class="note">The quote as it stands in the text, marked; the office is what the same person holds in the same article.</p>';
WITH chosen AS (
  SELECT q.*, row_number() OVER (PARTITION BY q.article ORDER BY q.confidence DESC, q.number) AS place
    FROM quote_speaker AS q WHERE q.office IS NOT NULL AND q.kind = 'langsung' AND q.class = 'official' AND q.length BETWEEN 40 AND 400),
piece AS (
  SELECT c.*, substr(a.text, max(1, c.start - 90), c.start - max(1, c.start - 90)) AS before, substr(a.text, c.start, c.length) AS said, substr(a.text, c.start + c.length, 110) AS after
    FROM chosen AS c JOIN article AS a ON a.id = c.article WHERE place = 1 ORDER BY c.confidence DESC, c.article LIMIT 12)
SELECT '<blockquote>… ' || replace(replace(replace(before, '&', '&amp;'), '<', '&lt;'), '>', '&gt;') || '<mark>' || replace(replace(replace(said, '&', '&amp;'), '<', '&lt;'), '>', '&gt;')
       || '</mark>' || replace(replace(replace(after, '&', '&amp;'), '<', '&lt;'), '>', '&gt;') || ' …<cite>'
       || replace(replace(replace(speaker || ', ' || coalesce(acting || ' ', '') || office || coalesce(' ' || coalesce(institution, unit), '') || coalesce(', ' || region, '')
                                  || '; article ' || article || coalesce(', ' || outlet, '') || coalesce(', ' || published, ''), '&', '&amp;'), '<', '&lt;'), '>', '&gt;')
       || '; characters ' || start || ' to ' || (start + length - 1) || ', confidence ' || printf('%.2f', confidence) || '</cite></blockquote>'
  FROM piece;

SELECT '<h2>Laws cited</h2><table class="laws"><tr><th>law</th><th>status</th><th class="n">articles</th><th class="n">citations</th><th>cited</th></tr>';
SELECT '<tr><td>' || replace(replace(replace(law, '&', '&amp;'), '<', '&lt;'), '>', '&gt;') || '</td><td>'
       || coalesce(CASE law_status(law) ->> 'status' WHEN 'berlaku' THEN 'in force' WHEN 'dicabut' THEN 'repealed by ' || (law_status(law) ->> 'replaced_by')
                   WHEN 'diubah' THEN 'amended by ' || (law_status(law) ->> 'replaced_by') ELSE law_status(law) ->> 'status' END, '') || '</td><td class="n">' || articles
       || '</td><td class="n">' || citations || '</td><td>' || coalesce(first_cited || CASE WHEN last_cited > first_cited THEN ' to ' || last_cited ELSE '' END, '') || '</td></tr>'
  FROM law_use ORDER BY articles DESC, citations DESC, law LIMIT 20;
SELECT '</table>';

SELECT '<h2>Violations of neutrality, by modality</h2><p class="note">Most mentions are bans and warnings. Only <i>dugaan</i> (alleged) and <i>terbukti</i> (proven) report an act.</p><table class="violations"><tr><th>violation</th><th>mentions</th><th></th></tr>';
SELECT '<tr><td>' || code || '</td><td class="n">' || sum(n) || '</td><td>' || group_concat(printf('<span class="bar" style="width:%dpx;background:%s" title="%s %d"></span>', 14 * n,
         CASE modality WHEN 'terbukti' THEN '#a3222b' WHEN 'dugaan' THEN '#e08a1e' WHEN 'larangan' THEN '#0b5e7d' WHEN 'himbauan' THEN '#5fa3bd' WHEN 'hipotetis' THEN '#b7c4ce' ELSE '#8a97a5' END,
         modality, n), '') || ' <span class="note">' || group_concat(modality || ' ' || n, ', ') || '</span></td></tr>'
  FROM (SELECT code, coalesce(modality, '-') AS modality, count(*) AS n FROM violation GROUP BY 1, 2 ORDER BY code, 3 DESC)
 GROUP BY code ORDER BY sum(n) DESC, code LIMIT 25;
SELECT '</table></body></html>';
