-- Queries as people type them: the MATCH string and what it finds.
.mode list
.separator ' → '
.nullvalue NULL
CREATE VIRTUAL TABLE a USING fts5(title, body, tokenize = 'indonesian');
INSERT INTO a(rowid, title, body) VALUES
 (1, 'ASN diminta netral', 'Aparatur sipil negara menyuarakan netralitas menjelang pemungutan suara 27 November 2024.'),
 (2, 'Bawaslu mengawasi kampanye', 'Badan Pengawas Pemilihan Umum mengawasi kampanye di Bukittinggi. Dana kampanye Rp600 ribu.'),
 (3, 'Undang-undang baru', 'Undang-Undang Nomor 10 Tahun 2016 mengatur pemilihan; KTP-nya diperiksa. UU itu penting.'),
 (4, 'Prabowo-Gibran menang', 'Pasangan Prabowo dan Gibran meraih 58,6% suara, 96.214.691 suara sah, kata Wali Kota.'),
 (5, 'Jum''at kelabu', 'Walikota hadir pada Jumat (1/11). Buku-buku dibagikan. S.Pd dan M.M. tertulis di kartu.'),
 (6, 'Perkembangan suara', 'Suara itu berkembang; perkembangan dua puluh tujuh TPS. Sosialisasi ke warga se-Indonesia.');
CREATE TABLE q(id INTEGER PRIMARY KEY, text TEXT, mode TEXT DEFAULT 'all');
INSERT INTO q(text) VALUES
 ('suara'), ('menyuarakan'), ('SUARA!'), ('undang-undang'), ('undang undang'), ('"aparatur sipil"'), ('undang-undang "nomor 10"'), ('ASN'),
 ('asn netral'), ('aparatur sipil negara'), ('KPU'), ('bawaslu'), ('Badan Pengawas Pemilihan Umum'), ('kampanye -dana'), ('suara -kampanye'),
 ('-suara'), ('"pemungutan suara"'), ('~"memungut suara"'), ('suara pemungutan'), ('perkemb*'), ('"suara itu berk"*'), ('kampanye OR netralitas'),
 ('kampanye ATAU netralitas'), ('kampanye | buku'), ('(kampanye OR suara) dana'), ('((suara'), ('suara))'), ('Prabowo-Gibran'), ('prabowo gibran'),
 ('walikota'), ('wali kota'), ('jumat'), ('Jum''at'), ('jum’at'), ('1/11'), ('27 November 2024'), ('27/11/2024'), ('27'), ('dua puluh tujuh'),
 ('600.000'), ('Rp600 ribu'), ('58,6 persen'), ('96 juta'), ('S.Pd'), ('spd'), ('KTP'), ('ktp-nya'), ('Indonesia'), ('buku2'),
 ('NEAR(suara sah, 2)'), ('NEAR('), ('NEAR'), ('AND'), ('suara AND sah'), ('suara NOT sah'), ('title:suara'), ('yang'), ('apa itu kampanye'),
 ('!'), ('"'), (''''), ('('), ('^'), ('*'), ('{'), (':'), ('\'), ('😀'), ('suara 😀'), (''), ('   '), ('"" ()'), ('a:b:c'), ('=suara'), ('=menyuarakan'),
 ('NÉTRALITAS'), ('netra­litas'), ('ＳＵＡＲＡ'), ('dan'), ('di TPS'), ('suara; DROP TABLE a'), (NULL);
SELECT id, text, indo_query(text), (SELECT group_concat(rowid, ' ') FROM (SELECT rowid FROM a WHERE a MATCH coalesce(indo_query(q.text), '""') ORDER BY rowid)) FROM q;
INSERT INTO q(text, mode) VALUES ('apa itu kampanye', 'any'), ('Apa yang dimaksud dengan netralitas ASN?', 'any'), ('kerja sama pemilihan umum', 'any'), ('pemungutan suara', 'phrase'),
 ('=pemungutan "suara"', 'phrase'), ('~pemungutan suara', 'phrase'), ('', 'any'), ('-suara', 'any'), ('27 November 2024', 'any'), ('suara suara', 'any');
SELECT id, mode, text, indo_query(text, mode), (SELECT group_concat(rowid, ' ') FROM (SELECT rowid FROM a WHERE a MATCH coalesce(indo_query(q.text, q.mode), '""') ORDER BY rowid)) FROM q WHERE mode <> 'all';
SELECT indo_query('title:suara body:"kampanye di"', 'all', 'title, body');
SELECT rowid FROM a WHERE a MATCH indo_query('title:suara', 'all', 'title');
-- long ones
SELECT length(indo_query(printf('%.*c', 10000, 'x'))), length(indo_query(replace(printf('%.*c', 5000, 'x'), 'x', 'a '))) > 0, indo_query(printf('%.*c', 10000, '('));
SELECT count(*) FROM a WHERE a MATCH indo_query(replace(printf('%.*c', 5000, 'x'), 'x', 'suara OR '));
-- faults
SELECT indo_query('a', 'some');
SELECT indo_query(x'41');
SELECT indo_query();
-- the same in the other functions
SELECT indo_expand('ASN'), indo_expand('asn'), indo_expand('tidak ada'), indo_abbreviate('aparatur sipil negara'), indo_abbreviate('x');
SELECT "left", keyword, "right", start, length FROM a, indo_kwic(body, 'suara', 15) WHERE a.rowid = 1;
SELECT * FROM indo_kwic('a', 'a', 0);
SELECT round(indo_similarity(x.body, y.body), 3) FROM a AS x, a AS y WHERE x.rowid = 1 AND y.rowid IN (1, 2) ORDER BY y.rowid;
SELECT indo_similarity('a', NULL), indo_fingerprint(NULL), indo_fingerprint('?!');
SELECT sentence, start, length FROM indo_sentences('Pj. Bupati hadir. "Siap." No. 5 dibayar Rp1.000,00! Ya?');
SELECT count(*) > 100, sum(word = 'yang') FROM indo_stopwords;
SELECT count(*) > 1000, max(abbreviation = 'ASN') FROM indo_abbreviations;
-- more articles, and queries as a newsroom types them
CREATE VIRTUAL TABLE n USING fts5(title, body, tokenize = 'indonesian');
INSERT INTO n(rowid, title, body) VALUES
 (1, 'Kenetralan pegawai', 'Pegawai diminta menjaga kenetralan; netralitas ASN diatur UU Nomor 10 Tahun 2016 Pasal 71 ayat (1).'),
 (2, 'Bersikap netral', 'Aparat TNI dan Polri bersikap netral. Denda Rp600.000 menanti, menurut UU 10/2016.'),
 (3, 'TNI-Polri siaga', 'TNI-Polri mengamankan TPS 01 dan TPS 12 pada 27 November 2024. Pegawai non-ASN ikut.'),
 (4, 'Paslon nomor urut 1', 'Pasangan calon nomor urut 01 unggul di Kab. Lumajang, kata Plt. Kepala Dinas.'),
 (5, 'Pemilukada damai', 'Pemilukada tanggal 27 Nopember berlangsung damai. Pemantau antikorupsi hadir pasca pemilu.'),
 (6, 'Gugatan ke MK', 'Mahkamah Konstitusi memutus perkara Jum''at sore. Rata-rata suara 25 persen. 选举管理委员会'),
 (7, 'Undang undang baru', 'Undang undang mengatur fleksibilitas kerja; korupsi ditangani KPK. E-KTP dibagikan.'),
 (8, 'Kementrian sibuk', 'Kementerian Dalam Negeri diselenggrakan rapat. Anak-anak dan orang tua hadir.');
CREATE TABLE p(id INTEGER PRIMARY KEY, text TEXT);
INSERT INTO p(text) VALUES
 ('netral'), ('netralitas'), ('kenetralan'), ('ketidaknetralan'), ('"netral"'), ('=netralitas'), ('fleksibel'), ('TNI-Polri'), ('tni polri'), ('TNI/Polri'),
 ('"tni polri"'), ('"TNI-Polri"'), ('UU 10/2016'), ('uu no. 10 tahun 2016'), ('UU Nomor 10 Tahun 2016'), ('pasal 71'), ('pasal 71 ayat (1)'), ('Pasal 1'),
 ('Rp 600.000'), ('rp600 ribu'), ('TPS 1'), ('tps 01'), ('TPS 12'), ('TPS 2'), ('nomor urut 1'), ('no urut 01'), ('no. urut 2'), ('kabupaten lumajang'),
 ('kab. lumajang'), ('plt kepala dinas'), ('pelaksana tugas'), ('tgl 27 november'), ('27/11/2024'), ('27 nopember 2024'), ('non-ASN'), ('non asn'), ('ASN'),
 ('anti korupsi'), ('antikorupsi'), ('korupsi'), ('pasca-pemilu'), ('pascapemilu'), ('mk'), ('mahkamah konstitusi'), ('pilkada'), ('pemilukada'), ('jumat'),
 ('Jum’at'), ('rata rata'), ('rata-rata'), ('25%'), ('undang undang'), ('undang-undang'), ('undang2'), ('anak2'), ('ektp'), ('ktp elektronik'), ('选举'), ('举选'),
 ('kementerian'), ('selenggara'), ('(netral OR netralitas) -denda'), ('netral TANPA denda'), ('netral* -"UU 10/2016"'), ('http://a.id/b_(c)'), ('NEAR(netral denda, 5)');
SELECT id, text, indo_query(text), (SELECT group_concat(rowid, ' ') FROM (SELECT rowid FROM n WHERE n MATCH indo_query(p.text) ORDER BY rowid)) FROM p;
-- tables without positions or columns
CREATE VIRTUAL TABLE n_none USING fts5(title, body, detail = none, tokenize = 'indonesian');
CREATE VIRTUAL TABLE n_column USING fts5(title, body, detail = column, tokenize = 'indonesian');
INSERT INTO n_none(rowid, title, body) SELECT rowid, title, body FROM n;
INSERT INTO n_column(rowid, title, body) SELECT rowid, title, body FROM n;
SELECT count(*), sum(x.hits IS NOT NULL) FROM (SELECT (SELECT group_concat(rowid, ' ') FROM n_none WHERE n_none MATCH indo_query(p.text, 'all', 'title', 'none')) AS hits FROM p) AS x;
SELECT count(*), sum(x.hits IS NOT NULL) FROM (SELECT (SELECT group_concat(rowid, ' ') FROM n_column WHERE n_column MATCH indo_query(p.text, 'all', 'title', 'column')) AS hits FROM p) AS x;
SELECT indo_query('title:"tni polri" asn', 'all', 'title', 'column'), indo_query('title:"tni polri" asn', 'all', 'title', 'none');
SELECT group_concat(rowid, ' ') FROM n_column WHERE n_column MATCH indo_query('title:"tni polri"', 'all', 'title', 'column');
SELECT indo_query('a', 'all', NULL, 'some');
SELECT keyword, start FROM n, indo_kwic(n.body, 'netral*  ASN') WHERE n.rowid IN (1, 2);
