-- Question 9: which laws are cited, when first and last, and is UU 5/2014 still cited after UU 20/2023 replaced it on 31 October 2023?
.load build/release/netra
.headers on
.mode box --wrap 70

SELECT law, law_status(law) ->> 'status' AS status, law_status(law) ->> 'replaced_by' AS replaced_by, citations, articles, first_cited, last_cited FROM law_use ORDER BY articles DESC, citations DESC, law;
SELECT l.article, a.published, a.outlet, l.surface
  FROM law_citation AS l JOIN article AS a ON a.id = l.article
 WHERE l.law = 'UU 5/2014' AND a.published >= '2023-10-31' ORDER BY a.published, l.article, l.start;
