-- Question 7: what did the chairs of Bawaslu say, place by place?
-- For one place add: AND region_code = '13.75'. A quote is joined to its speaker's office by the number of the person in the article.
.load build/release/netra
.headers on
.mode box --wrap 70

SELECT article, published, region_code AS code, speaker, kind, quote
  FROM quote_speaker
 WHERE office = 'Ketua' AND institution LIKE '%Bawaslu%'
 ORDER BY region_code, published, article, number;
