-- Dates: each trap beside its plain case. Printed: number, surface, date, end_date, granularity, inferred, weekday_ok, time, zone.
.mode list
.nullvalue -
CREATE TABLE date_case (n INTEGER PRIMARY KEY, trap TEXT, reference TEXT, body TEXT);
INSERT INTO date_case VALUES
 -- forms
 (1, 'plain', NULL, 'Rapat digelar 23 Oktober 2024.'),
 (2, 'day first, never month first', NULL, 'Rapat digelar Jumat (11/10/2024).'),
 (3, 'slashes', NULL, 'Rapat digelar 3/12/2024.'),
 (4, 'hyphens', NULL, 'Simulasi dijadwalkan tgl 09-07-2024.'),
 (5, 'full stops', NULL, 'Surat bertanggal 31.12.2024 itu beredar.'),
 (6, 'ISO', NULL, 'Dimuat 2024-10-23 oleh redaksi.'),
 (7, 'two-digit year', NULL, 'Kata dia, Kamis (25/07/24).'),
 (8, 'old spelling', NULL, 'Surat suara tiba Jum''at, 1 Nopember 2024.'),
 (9, 'old spelling of February', NULL, 'Sidang dibuka 7 Pebruari 2024.'),
 (10, 'short month with full stop', NULL, 'Posko buka sampai 4 Nop. 2022.'),
 (11, 'English month', NULL, 'Rabu 23 Oct 2024 - 20:31 WIB'),
 (12, 'month in small letters', NULL, 'digelar 15 januari 2024 di balai'),
 (13, 'day in words', NULL, 'pada hari Rabu tanggal dua puluh tujuh November 2024'),
 (14, 'day in figures and words', NULL, 'tanggal 27 (dua puluh tujuh) bulan November tahun 2024'),
 (15, 'no blank', NULL, 'Rakor di Painan,jumat (13/9/2024).'),
 (16, 'blanks around slashes', NULL, 'Sabtu, 23 / 11 / 2024 di aula'),
 (17, 'month first, English', NULL, 'Published October 23, 2024 in Jakarta'),
 -- the year that is not written
 (18, 'reference', '2024-10-24', 'Kata Sudirman, Rabu (23/10).'),
 (19, 'nearest to the reference', '2025-01-03', 'Kata Sudirman, Senin (30/12).'),
 (20, 'forward', '2024-11-25', 'Pelantikan digelar 20 Februari mendatang.'),
 (21, 'backward', '2025-04-20', 'Turun dibanding 27 November lalu.'),
 (22, 'a date of the text', NULL, 'Kamis (24/10/2024), KPU menyebut pencoblosan 27 November.'),
 (23, 'weekday decides', NULL, 'Menjelang Pilkada 2024, apel digelar Rabu (23/10).'),
 (24, 'nothing tells the year', NULL, 'Apel digelar 23 Oktober.'),
 (25, '29 February finds its leap year', '2024-03-10', 'Kata dia, Kamis (29/2).'),
 -- weekdays
 (26, 'right weekday', NULL, 'Rabu (23/10/2024)'),
 (27, 'wrong weekday keeps the date', NULL, 'Jumat (9/9/2024)'),
 (28, 'Ahad', NULL, 'Ahad, 27 Oktober 2024'),
 (29, 'part of the day between', NULL, 'Selasa malam (29/10/2024)'),
 (30, 'weekday behind', NULL, '23 Oktober 2024 (Rabu)'),
 -- impossible
 (31, 'no 31 September', NULL, 'diteken tgl 31 September 2024'),
 (32, 'no month 20', NULL, 'Senin (21/20/2024)'),
 (33, 'no 29 February', NULL, 'pada 29 Februari 2023'),
 (34, 'year with a digit too many', NULL, 'pada 26 Agustus 20214'),
 -- no dates
 (35, 'thousands', NULL, 'Sebanyak 1.208 pemilih dan 12.500 lembar.'),
 (36, 'number of a letter', NULL, 'Surat nomor 100.2.1.3/2314/SJ dan 800-5474/2022'),
 (37, 'fraction', NULL, 'Baru 1/2 bagian yang selesai.'),
 (38, 'number of a law', NULL, 'UU Nomor 10 Tahun 2016 dan UU 7/2017'),
 (39, 'polling station', NULL, 'Di TPS 04 dan Kodim 0712/Tegal'),
 (40, 'score', NULL, 'Arema takluk 0-2 dari tamunya.'),
 (41, 'month alone', NULL, 'Sejak Maret ia sakit.'),
 (42, 'other days', NULL, '24 Desa di Pati'),
 -- ranges
 (43, 'hyphen', NULL, 'masa tenang 11-13 Februari 2024'),
 (44, 'sampai', NULL, 'mulai 7 sampai 20 Oktober 2024'),
 (45, 's/d', '2024-11-20', 'tanggal 24 s/d 26 November'),
 (46, 'dan of neighbours', NULL, 'pada 21 dan 22 Mei 2024'),
 (47, 'dan of others', NULL, 'pada 12 dan 15 Mei 2024'),
 (48, 'figures', NULL, 'Jumat-Sabtu (30-31/8/2024)'),
 (49, 'two months, one year', NULL, '15 Februari hingga 20 Maret 2024'),
 (50, 'over the turn of the year', NULL, '28 November - 10 Februari 2024'),
 (51, 'two full dates', NULL, '28 November 2023 hingga 10 Februari 2024'),
 (52, 'upside down is no range', NULL, 'pasal 20-11 November 2024'),
 -- relative days
 (53, 'kemarin', '2024-10-24', 'Ia datang kemarin.'),
 (54, 'besok', '2024-10-24', 'Ia datang besok.'),
 (55, 'weekday and part of the day', '2024-03-31', 'Buka puasa digelar Sabtu malam.'),
 (56, 'weekday ahead', '2024-10-24', 'Apel digelar Senin mendatang.'),
 (57, 'week', '2024-10-24', 'Ia datang pekan depan.'),
 (58, 'month ahead', '2024-12-10', 'Dilantik Februari mendatang.'),
 (59, 'unknown without a day', NULL, 'Ia datang kemarin.'),
 -- times
 (60, 'time and zone', NULL, 'Rabu (27/11/2024) pukul 13:30 WIB'),
 (61, 'full stop, small letters', NULL, 'ditutup 23 Oktober 2024 jam 15.30 wib'),
 (62, 'WITA', NULL, 'Selasa (5/11/2024), sejak pukul 08.00 Wita'),
 (63, 'no date in the sentence', NULL, 'Sidang ditutup pukul 16.20 WIT.'),
 (64, 'afternoon', NULL, 'Tutup 23 Oktober 2024 pukul 3 sore'),
 (65, 'link lines give none', NULL, 'Isi berita 1 Mei 2024.' || char(10) || 'Baca juga: Debat 2 Mei 2024');
SELECT n, surface, date, end_date, granularity, inferred, weekday_ok, time, zone FROM date_case AS c, extract_dates(c.body, c.reference) ORDER BY n, start;
SELECT 'no rows', group_concat(n) FROM (SELECT n FROM date_case WHERE NOT EXISTS (SELECT 1 FROM extract_dates(date_case.body, date_case.reference)) ORDER BY n);
SELECT 'broken evidence', count(*) FROM date_case AS c, extract_dates(c.body, c.reference) d WHERE substr(body, d.start, d.length) IS NOT d.surface;
-- the day an article reports
SELECT extract_date('JAMBI - Apel digelar Rabu (23/10). Pencoblosan 27 November 2024.', '2024-10-24');
SELECT extract_date('Peringatan 28 Oktober 1928 dibaca pada Senin (28/10/2024).', '2024-10-29');
SELECT extract_date('Ia datang kemarin.', '2024-10-24'), extract_date('Tidak ada hari.'), extract_date(NULL), extract_date('x', NULL);
-- a malformed reference
SELECT extract_date('x', '23/10/2024');
SELECT extract_date('x', '2024-02-30');
SELECT * FROM extract_dates('x', 'kemarin');
SELECT * FROM extract_dates(x'00', NULL);
SELECT count(*) FROM extract_dates('Rabu (23/10)', '2024-10-24 08:00:00');
-- what stands around figures decides whether they are a day; all as of 2024-10-24
CREATE TABLE figure_case (n INTEGER PRIMARY KEY, body TEXT);
INSERT INTO figure_case VALUES
 (1, 'Rapat dibuka [23/10/2024] pagi.'),
 (2, 'Ia menulis "23/10/2024" di surat.'),
 (3, 'Daftar 1,23/10/2024 dibaca.'),
 (4, 'Rapat,23/10/2024, dibuka.'),
 (5, 'Rapat tgl.23/10/2024 dibuka.'),
 (6, 'Rapat dibuka Rabu (27-29/8).'),
 (7, 'Rapat dibuka 27-29/13/2024.'),
 (8, 'Rapat dibuka tanggal 27-29/8/24.'),
 (9, 'Rapat dibuka 27-29/8.'),
 (10, 'Rapat dibuka tanggal 27-29/8/2024/X.'),
 (11, 'Rapat dibuka tanggal 25-07-24.'),
 (12, 'Skor 25-07-24 dicatat.'),
 (13, 'Rapat dibuka tanggal 12/10/999.'),
 (14, 'Rapat dibuka tanggal 12/10/1234.'),
 (15, 'Rapat dibuka tanggal 12/10/123456.'),
 (16, 'Rapat dibuka tanggal 12/10/20244.'),
 (17, 'Rapat dibuka 12.10.24.'),
 (18, 'Rapat dibuka tanggal 23/10- selesai.'),
 (19, 'Rapat dibuka tanggal 23/10/2024-selesai.'),
 (22, 'Rapat dibuka 5 des 24.'),
 (23, 'Rapat dibuka 5 Des 24.'),
 (24, 'Rapat dibuka 5 Des 24 orang.'),
 (25, 'Rapat dibuka 5 Des 41.'),
 (26, 'Minggu ini rapat.'),
 (27, 'Minggu tenang dimulai.'),
 (29, 'Minggu pagi rapat.'),
 (30, 'October 40, 2024 rapat.'),
 (31, 'October 23 2024 rapat.'),
 (35, 'Rapat jam 8 malam dan jam 1 siang.'),
 (37, 'Rapat 2024-10-2 dan 2024-10-235.'),
 (40, 'Rapat 32 Oktober dan 45 Mei.'),
 (41, 'Rapat ayat 5 Mei.'),
 (42, 'Rapat 23 Oktober-5 November 2024.'),
 (43, 'Rapat 5 Mei hingga Senin (9 Mei 2024).'),
 (44, 'Rapat 23 Oktober 2024 (Rabu, pagi).'),
 (45, 'Rapat bulan Mei mendatang.'),
 (46, 'Rapat Mei mendatang, mei mendatang.'),
 (50, 'Rapat 26 Agustus 30214.'),
 (52, 'Sabtu-Minggu (30-31/8) rapat.'),
 (53, 'Rapat Jumat kemarin, 27 November lalu, (27/11) kemarin.'),
 (55, 'Rabu, 1/2 rapat.');
SELECT n, body, coalesce((SELECT group_concat(surface || ' = ' || coalesce(date, '-') || coalesce('..' || end_date, '') || ' ' || granularity ||
  coalesce(' ' || time, '') || CASE weekday_ok WHEN 1 THEN ' right' WHEN 0 THEN ' wrong' ELSE '' END, '; ') FROM extract_dates(body, '2024-10-24')), '-') FROM figure_case;
