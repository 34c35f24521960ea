-- Citations: each trap beside its plain case. Printed: number, citation, type, number, year, article, paragraph, letter, surface.
.mode list
.nullvalue -
CREATE TABLE law_case (n INTEGER PRIMARY KEY, trap TEXT, body TEXT);
INSERT INTO law_case VALUES
 (1, 'plain', 'Undang-Undang Nomor 10 Tahun 2016 tentang Pemilihan'),
 (2, 'short', 'menurut UU 10/2016'),
 (3, 'no blank', 'UU No.10 Tahun 2016'),
 (4, 'abbreviation in parentheses', 'Undang-Undang (UU) Nomor 6 Tahun 2014'),
 (5, 'small letters', 'Undang-undang nomor 6 tahun 2014 tentang Desa'),
 (6, 'RI', 'UU RI Nomor 7 Tahun 2017'),
 (7, 'its name behind is no second citation', 'UU Nomor 7 Tahun 2017 tentang Pemilihan Umum (UU Pemilu)'),
 (8, 'name with number', 'UU ASN Nomor 5 Tahun 2014'),
 (9, 'regulation', 'PP No 94 Thn 2021'),
 (10, 'KPU', 'Peraturan KPU (PKPU) Nomor 2 Tahun 2024'),
 (11, 'Bawaslu', 'Perbawaslu 6/2018'),
 (12, 'ministry', 'Peraturan Menteri Dalam Negeri Nomor 20 Tahun 2018'),
 (13, 'region', 'Peraturan Daerah (Perda) Kabupaten Ngawi Nomor 5 Tahun 2020'),
 (14, 'Aceh', 'Qanun Aceh Nomor 12 Tahun 2016'),
 (15, 'circular with issuer', 'Surat Edaran (SE) MenPAN-RB Nomor 1 Tahun 2023'),
 (16, 'circular with a letter number', 'Surat Edaran Mendagri Nomor 100.2.1.3/2314/SJ'),
 (17, 'ruling', 'Putusan MK Nomor 60/PUU-XXII/2024'),
 (18, 'ruling in full', 'putusan Mahkamah Konstitusi (MK) No. 60/PUU-XXII/2024'),
 (19, 'two rulings, one series', 'Putusan MK Nomor 60 dan 70/PUU-XXII/2024'),
 (20, 'joint decree, one row', 'SKB Menteri PAN-RB, Mendagri, BKN, KASN, dan Bawaslu Nomor 2 Tahun 2022, Nomor 800-5474 Tahun 2022, Nomor 246 Tahun 2022'),
 (21, 'joint decree without number', 'SKB lima lembaga tahun 2022'),
 (22, 'constitution', 'Pasal 22E UUD 1945'),
 -- names by date
 (23, 'UU ASN until 30 October 2023', 'UU ASN dikutip Senin (30/10/2023).'),
 (24, 'UU ASN from 31 October 2023', 'UU ASN dikutip Selasa (31/10/2023).'),
 (25, 'UU ASN without a day', 'UU ASN mewajibkan netral.'),
 (26, 'UU Pilkada', 'UU Pilkada'),
 -- places
 (27, 'place before', 'Pasal 71 ayat (1) UU Nomor 10 Tahun 2016'),
 (28, 'place behind', 'UU Nomor 10 Tahun 2016 Pasal 71 ayat (1)'),
 (29, 'further behind', 'UU Nomor 7 Tahun 2017, khususnya Pasal 280 ayat (2) huruf f dan Pasal 494'),
 (30, 'juncto', 'Pasal 188 jo. Pasal 71 ayat (1) UU 10/2016'),
 (31, 'juncto within the article', 'Pasal 71 ayat (2) juncto ayat (5) UU 10/2016'),
 (32, 'letter and number', 'Pasal 5 huruf n angka 5 PP 94/2021'),
 (33, 'no parentheses', 'pasal 70 ayat 1 huruf b UU Nomor 10 Tahun 2016'),
 (34, 'list of articles', 'Pasal 280, 282, dan 283 UU 7/2017'),
 (35, 'list that a count ends', 'Pasal 188 UU 10/2016, 3 orang diperiksa'),
 (36, 'paragraphs', 'Pasal 71 ayat (1), (2), dan (3) UU Pilkada'),
 (37, 'range of letters', 'Pasal 280 ayat (1) huruf a sampai huruf c UU 7/2017'),
 (38, 'range of articles', 'Pasal 490 sampai Pasal 492 UU Pemilu'),
 (39, 'article with a letter', 'Pasal 187A ayat (1) UU 10/2016'),
 (40, 'to each its own', 'Pasal 9 ayat (2) UU 5/2014, Pasal 5 PP 94/2021'),
 (41, 'the law cited before', 'Pasal 494 UU Pemilu mengancam ASN. Pasal 280 melarangnya.'),
 (42, 'no law at all', 'Pasal 5 kontrak itu dibatalkan.'),
 (43, 'code', 'Pasal 55 ayat (1) ke-1 KUHP'),
 -- none
 (44, 'no number', 'UU itu dan PP turunannya, Keputusan KPU tentang hasil'),
 (45, 'a count', 'PP 5 orang, UU 12 kali dibahas'),
 (46, 'letter of an office', 'surat KPU nomor 1234/PL.02-SD/06/2024'),
 (47, 'link line', 'Isi.' || char(10) || 'BACA JUGA: UU 7/2017 Digugat'),
 (48, 'two of one kind', 'PKPU Nomor 8 dan 10 Tahun 2024'),
 (50, 'of the kind named before', 'Revisi PKPU Nomor 8 Tahun 2024 menyusul Putusan MK Nomor 60/PUU-XXII/2024. Yang diubah Pasal 11 ayat (1) dan Pasal 13 dalam PKPU tersebut.'),
 (49, 'further of one kind', 'UU Nomor 1 Tahun 2015 dan Nomor 10 Tahun 2016');
SELECT n, citation, type, number, year, article, paragraph, letter, surface FROM law_case, extract_laws(body) ORDER BY n, start, citation;
SELECT 'no rows', group_concat(n) FROM (SELECT n FROM law_case WHERE NOT EXISTS (SELECT 1 FROM extract_laws(body)) ORDER BY n);
SELECT 'broken evidence', count(*) FROM law_case, extract_laws(body) l WHERE substr(body, l.start, l.length) IS NOT l.surface;
SELECT extract_law('UU 7/2017. Pasal 71 UU 10/2016. Pasal 188 UU 10/2016.', 'citation'), extract_law('tidak ada'), extract_law(NULL);
SELECT extract_law('Pasal 71 ayat (1) UU 10/2016');
SELECT extract_law('x', 'pasal');
-- in force, or replaced
SELECT law_status('Undang-Undang Nomor 5 Tahun 2014');
SELECT law_status('UU 20/2023', 'status'), law_status('Pasal 71 UU Pilkada', 'status'), law_status('PP 53/2010', 'replaced_by'), law_status('UU 99/2020'), law_status(NULL);
SELECT law_status('UU 5/2014', 'berlaku');
