-- Regions and institutions: homonyms by cue, aliases, definitions, traps. Printed: number, what is found.
.mode list
.separator ' | '
.nullvalue -
CREATE TABLE region_case (n INTEGER PRIMARY KEY, body TEXT);
INSERT INTO region_case (body) VALUES
 ('Bawaslu Kota Bogor dan Bawaslu Kabupaten Bogor bertemu.'),
 ('KPU Kabupaten dan Kota Malang bertemu.'),
 ('Wali Kota Solok bertemu Bupati Solok.'),
 ('Pilwalkot Bandung dan Pilbup Bandung berlangsung bersamaan.'),
 ('Rapat digelar di Semarang.'),
 ('Kabupaten Buton Selatan (Butolan) ramai. Warga Butolan senang.'),
 ('Batu itu besar, dan jalan ke Metro ramai.'),
 ('Polda Metro Jaya dan Universitas Bengkulu hadir di Hotel Bukittinggi.'),
 ('Kodim 0712/Tegal dan Zainuddin Palembang hadir; Riau Pos menulis.'),
 ('KPU Provinsi Kalimantan Selatan (Kalsel), KPU DIY, dan KPU Kulonprogo hadir.'),
 ('JAMBI - Gubernur Jambi hadir.'),
 ('Bawaslu Bukittinggi, Dinas Pendidikan dan Kebudayaan Mubar, dan Sentra Gakkumdu hadir.'),
 ('Keputusan KPU dan Peraturan Bawaslu Nomor 6 berlaku; MK memutus.'),
 ('Pejabat Pembina Kepegawaian (PPK) dan PPK lain hadir.'),
 ('Ketua DPC PDI Perjuangan Ende dan pengurus PKB hadir.'),
 ('Kabupaten Buton Selatan (Bukasel) ramai. Warga Bukasel senang.'),
 ('Anggota DPRD Kota Cilegon untuk periode baru dilantik.'),
 ('Kepolisian Daerah (Polda) Metro Jaya menahan dua orang.'),
 ('Universitas 17 Agustus 1945 Surabaya hadir, Institut Teknologi Sepuluh Nopember Surabaya Rabu hadir.'),
 ('Ia menghormati putusan MK Nomor 60/PUU-XXII/2024 dan putusan MK.'),
 ('Dinas Pemberdayaan Perempuan, Perlindungan Anak, dan Keluarga Berencana Ngawi rapat.'),
 ('Satgas Covid-19 Kabupaten Paser rapat.'),
 ('Dinas Kebudayaan (Kundha Kabudayan) DIY rapat.'),
 ('Dinas Pendidikan - Kebudayaan Ngawi'),
 ('Fraksi PDIP DPRD Ngawi, DPR Papua dan DPRA rapat.'),
 ('Ahmad Yani, S.H., MA hadir. Putusan MA keluar.'),
 ('Pemda rapat. Pemda Ngawi rapat. Pemkot rapat.'),
 ('Surat Edaran (SE) Bawaslu Nomor 5 beredar.'),
 ('Kota Administrasi Jakarta Barat dan Kabupaten Adm. Kepulauan Seribu tenang.'),
 ('Provinsi Jambi dan Prov. Riau tenang.'),
 ('Kabupaten/Kota Malang tenang.'),
 ('Kabupaten dan Kota Kediri serta Kab. maupun Kota Bogor tenang.');
SELECT n, 'R', (SELECT group_concat(code || ' ' || basis || CASE WHEN ambiguous THEN ' ?' ELSE '' END || ' <' || surface || '>', '; ') FROM extract_regions(body)) FROM region_case;
SELECT n, 'I', (SELECT group_concat(coalesce(abbreviation, name) || coalesce(' ' || region_code, ''), '; ') FROM extract_institutions(body)) FROM region_case;
SELECT sum(substr(body, r.start, r.length) IS NOT r.surface) FROM region_case, extract_regions(body) r;
SELECT sum(substr(body, i.start, i.length) IS NOT i.surface) FROM region_case, extract_institutions(body) i;
SELECT extract_region('Bupati Ende hadir.'), extract_region('Bupati Ende hadir.', 'code'), extract_region(NULL), extract_region('kosong');
SELECT extract_region('x', 'kode');
