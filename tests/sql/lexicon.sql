-- Users' own entries (ext/extract/lexicon.hpp): a JSON array as last argument of the functions that find people, regions and
-- institutions. First what the tables alone say, then with the entries.
.mode list
.separator ' | '
.nullvalue -
CREATE TABLE own (entries TEXT);
INSERT INTO own VALUES (json_array(
  json_object('kind', 'office', 'form', 'Juragan Cipta', 'name', 'Kepala', 'unit', 'Dinas Cipta Karya'),
  json_object('kind', 'office', 'form', 'Regen', 'name', 'Bupati'),
  json_object('kind', 'office', 'form', '^Ketua Satgas Netralitas'),
  json_object('kind', 'region', 'form', 'Bumi Gerbang Salam', 'code', '35.28'),
  json_object('kind', 'institution', 'form', 'Gardu Suara', 'name', 'Gardu Suara Rakyat', 'abbreviation', 'GSR', 'class', 'masyarakat'),
  json_object('kind', 'institution', 'form', 'Wasit Pemilu', 'name', 'Bawaslu'),
  json_object('kind', 'honorific', 'form', 'Tuanku'),
  json_object('kind', 'degree', 'form', 'S.Qx')));
CREATE TABLE story (n INTEGER PRIMARY KEY, body TEXT);
INSERT INTO story (body) VALUES
  ('Juragan Cipta Bogor, Salman Hakiki, meminta ASN netral.'),
  ('Regen Ende Budi Santoso hadir.'),
  ('Ketua Satgas Netralitas Kabupaten Ende, Tuanku Rahmat Hidayat, S.Qx, hadir.'),
  ('ketua satgas netralitas belum ditunjuk.'),
  ('Warga Bumi Gerbang Salam memilih; Gardu Suara memantau.'),
  ('Ketua Wasit Pemilu Kabupaten Ende, Yosef Dala, hadir.'),
  ('Ketua GARDU SUARA, Yosef Dala, hadir di BUMI GERBANG SALAM.');
SELECT n, 'tables', (SELECT group_concat(coalesce(name, '-') || ', ' || office, '; ') FROM extract_officials(body)) FROM story;
SELECT n, 'own', name, honorifics, degrees, office, unit, institution, region_code, surface FROM own, story, extract_officials(body, entries);
SELECT n, 'tables', code, surface FROM story, extract_regions(body);
SELECT n, 'own', code, basis, surface FROM own, story, extract_regions(body, entries);
SELECT n, 'own', name, abbreviation, class, region_code, surface FROM own, story, extract_institutions(body, entries);
-- No entries change nothing; the same text with and without them in one query.
SELECT count(*) FROM story, extract_officials(body, NULL);
SELECT count(*) FROM story, extract_officials(body, '[]');
SELECT extract_region(body), extract_region(body, 'code', entries), extract_region(body, 'code') FROM own, story WHERE n = 5;
SELECT extract_official(body, 'office', entries), extract_official(body, 'office'), json_extract(extract_official(body, NULL, entries), '$.unit') FROM own, story WHERE n = 1;
SELECT sum(substr(body, o.start, o.length) IS NOT o.surface) FROM own, story, extract_officials(body, entries) o;
SELECT sum(substr(body, o.start, o.length) IS NOT o.surface) FROM own, story, extract_regions(body, entries) o;
-- Escapes; the caret and the exclamation mark ask for capitals.
SELECT surface, code FROM extract_regions('Warga Kota Jam''u dan kota jamu', '[{"kind":"region","form":"^Kota \u004aam\u0027u","code":"32.04"}]');
SELECT surface, code FROM extract_regions('Bumi Xa dan BUMI XA', '[{"kind":"region","form":"!Bumi Xa","code":"74"}]');
-- Whatever a lexicon writes, the record is JSON.
SELECT json_valid(r), hex(r ->> '$.unit') FROM (SELECT extract_official('Juragan Cipta Bogor, Salman Hakiki, hadir.', NULL,
  '[{"kind":"office","form":"Juragan Cipta","name":"Kepala","unit":"Dinas \"C\" \\ \n\u0001\u001f \ud83d\ude00"}]') AS r);
SELECT json_valid(r), hex(r ->> '$.unit') FROM (SELECT extract_official('Juragan Cipta Bogor, Salman Hakiki, hadir.', NULL,
  CAST(x'5b7b226b696e64223a226f6666696365222c22666f726d223a224a75726167616e204369707461222c226e616d65223a224b6570616c61222c22756e6974223a22446980ff6e227d5d' AS TEXT)) AS r);
-- Faults.
SELECT * FROM extract_officials('x', 'kadis');
SELECT * FROM extract_officials('x', '[{"kind":"office","form":"Kadis"}');
SELECT * FROM extract_officials('x', '[{"kind":"office","form":1}]');
SELECT * FROM extract_officials('x', '[] []');
SELECT * FROM extract_regions('x', '[{"kind":"kantor","form":"Kadis"}]');
SELECT * FROM extract_regions('x', '[{"kind":"region","form":"Bumi","name":"Bumi"}]');
SELECT * FROM extract_regions('x', '[{"kind":"region","form":"Bumi","form":"Bumi"}]');
SELECT * FROM extract_regions('x', '[{"kind":"region","form":"Bumi","code":"99.99"}]');
SELECT * FROM extract_institutions('x', '[{"kind":"institution","form":"Gardu","class":"ormas"}]');
SELECT * FROM extract_institutions('x', '[{"kind":"institution","form":"Gardu"}]');
SELECT * FROM extract_officials('x', '[{"kind":"office","form":"Kadis","level":"negeri"}]');
SELECT * FROM extract_officials('x', '[{"kind":"honorific","form":" "}]');
SELECT * FROM extract_officials('x', x'5b5d');
SELECT extract_official('x', 'name', '[{"kind":"honorific","form":"\ud800"}]');
SELECT extract_region('x', 'kode', '[]');
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4097)
SELECT * FROM extract_regions('x', (SELECT json_group_array(json_object('kind', 'region', 'form', 'Bumi ' || i, 'code', '74')) FROM n));
