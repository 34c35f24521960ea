-- Stages named in a text: each trap beside its plain case. Printed: number, stage of the text, every mention as code/role/surface.
CREATE TABLE stage_case (n INTEGER PRIMARY KEY, trap TEXT, body TEXT);
INSERT INTO stage_case VALUES
 -- 1 kampanye that is not electoral
 (1, 'plain', 'KPU menggelar kampanye terbuka Pilkada 2024 di lapangan kota.'),
 (2, 'kampanye vaksin', 'Dinas Kesehatan memulai masa kampanye imunisasi polio di sepuluh kecamatan.'),
 (3, 'kampanye vaksin in season', 'Menjelang Pilkada 2024, puskesmas menggelar kampanye imunisasi campak.'),
 (4, 'black campaign of goods', 'Polisi menangkap pembuat video kampanye hitam terhadap merek sabun.'),
 -- 2 the stage and the act
 (5, 'stage', 'ASN wajib netral selama masa kampanye Pilkada.'),
 (6, 'act', 'ASN tidak boleh terlibat dalam kegiatan kampanye Pilkada.'),
 (7, 'act in the headline', 'Kades Diduga Ikut Kampanye Paslon' || char(10,10) || 'Bawaslu memeriksa seorang kepala desa terkait Pilkada 2024. Ia diduga ikut kampanye salah satu paslon.'),
 (8, 'people, not stages', 'Tim kampanye dan juru kampanye paslon menemui Bawaslu.'),
 -- 3 still to come, over
 (9, 'to come', 'KPU bersiap menjelang masa tenang Pilkada 2024.'),
 (10, 'names no stage', 'Keamanan ditingkatkan menjelang Pemilihan Umum 2024.'),
 (11, 'over', 'Usai pemungutan suara Pilkada, gudang KPU dijaga polisi.'),
 (12, 'day after the day of the report', 'KPU mengumumkan, Senin (7/10/2024), pemungutan suara Pilkada digelar 27 November 2024.'),
 (13, 'since it began', 'Sejak kampanye dimulai, Bawaslu menerima tujuh laporan pelanggaran Pilkada.'),
 -- 4 enumeration
 (14, 'enumeration', 'Polisi memetakan kerawanan Pilkada: pendaftaran paslon, kampanye, pemungutan suara, serta rekapitulasi suara.'),
 (15, 'numbered', 'Tiga tahapan Pilkada rawan, yaitu: 1) Tahapan kampanye; 2) Tahapan pemungutan suara; dan 3) Tahapan rekapitulasi suara.'),
 -- 5 negation, hypothesis
 (16, 'plain', 'Daerah itu memasuki masa kampanye Pilkada.'),
 (17, 'not yet', 'Daerah itu belum memasuki masa kampanye Pilkada.'),
 (18, 'not yet behind', 'Aturan kampanye belum berlaku karena KPU belum menetapkan paslon.'),
 (19, 'hypothesis', 'Jika terjadi pemungutan suara ulang, KPU meminta tambahan logistik.'),
 -- 6 heads that need their object
 (20, 'penetapan paslon', 'KPU menggelar penetapan pasangan calon Pilkada 2024.'),
 (21, 'penetapan DPT', 'KPU menggelar penetapan DPT Pilkada 2024.'),
 (22, 'penetapan hasil', 'KPU membacakan penetapan hasil pemilihan Bupati.'),
 (23, 'penetapan terpilih', 'KPU menetapkan Andi dan Budi sebagai bupati dan wakil bupati terpilih hasil Pilkada 2024.'),
 (24, 'penetapan tersangka', 'Polisi menunda penetapan tersangka kasus uang Pilkada.'),
 (25, 'pelantikan of the elected', 'Presiden melantik kepala daerah hasil Pilkada 2024.'),
 (26, 'pelantikan of PPK', 'KPU melantik 75 anggota Panitia Pemilihan Kecamatan (PPK) untuk Pilkada 2024.'),
 (27, 'pelantikan of an acting head', 'Gubernur melantik Pj Bupati di tengah tahapan Pilkada 2024.'),
 (28, 'pelantikan of an office', 'Bupati melantik kepala dinas menjelang Pilkada 2024.'),
 (29, 'pendaftaran of KPPS', 'KPU membuka pendaftaran anggota KPPS untuk Pilkada 2024.'),
 (30, 'pendaftaran of civil servants', 'Pendaftaran CPNS dibuka setelah Pilkada.'),
 (31, 'verifikasi of parties', 'KPU melakukan verifikasi faktual keanggotaan partai politik untuk Pemilu 2024.'),
 (32, 'verifikasi of an independent', 'KPU melakukan verifikasi faktual dukungan calon perseorangan Pilkada 2024.'),
 (33, 'rekapitulasi of votes', 'Saksi hadir pada rekapitulasi hasil penghitungan suara Pilkada tingkat kabupaten.'),
 (34, 'rekapitulasi of voters', 'KPU menggelar rapat pleno rekapitulasi DPT Pilkada.'),
 -- 7 generic
 (35, 'every stage', 'Bawaslu mengawasi setiap tahapan Pilkada dan seluruh tahapan Pemilu.'),
 -- 8 the wording of a law
 (36, 'law', 'Pasal 71 ayat (1) UU 10/2016 melarang pejabat menguntungkan paslon selama masa kampanye.'),
 (37, 'name of a draft', 'KPU menggelar uji publik rancangan PKPU tentang kampanye Pilkada.'),
 -- 9 link lines
 (38, 'link line', 'Gubernur meminta ASN netral pada Pilkada 2024.' || char(10,10) || 'BACA JUGA:KPU Tebo Mulai Pelipatan Kertas Surat Suara'),
 -- 10 the calendar paragraph
 (39, 'calendar', 'Diketahui, KPU menetapkan jadwal Pemilu 2024. Masa kampanye 28 November 2023 hingga 10 Februari 2024, masa tenang 11-13 Februari 2024, dan pemungutan suara 14 Februari 2024.'),
 (48, 'calendar line by line', 'Bupati meminta ASN netral pada Pilkada 2024.' || char(10,10) || 'Pendaftaran paslon: 27 Agustus 2024' || char(10) || 'Masa kampanye: 25 September 2024' || char(10) || 'Pemungutan suara: 27 November 2024'),
 -- 11 other meanings
 (40, 'PSU of housing', 'Pengembang menyerahkan PSU perumahan kepada dinas.'),
 (41, 'PSU', 'KPU menyiapkan PSU di tiga TPS sesuai putusan MK.'),
 (42, 'logistics of a disaster', 'Logistik untuk korban banjir tiba dengan empat truk.'),
 (43, 'logistics', 'Gudang KPU menerima logistik untuk 300 TPS.'),
 (44, 'polling place', 'Polisi menjaga setiap tempat pemungutan suara (TPS) pada Pilkada 2024.'),
 (45, 'tps in an address', 'Lihat https://contoh.id/tps/berita untuk harga beras.'),
 (46, 'body with a stage in its name', 'Panitia Pemungutan Suara mengikuti pelatihan Pilkada.'),
 -- what is to come, over, announced
 (49, 'setelah itu', 'Coklit Pilkada 2024 selesai hari ini. Setelah itu KPU menyusun daftar pemilih sementara.'),
 (50, 'counted from', 'Gugatan ke MK dapat diajukan paling lambat tiga hari setelah penetapan hasil Pilkada 2024.'),
 (51, 'to be finished', 'KPU menargetkan rekapitulasi suara Pilkada 2024 tuntas pekan ini.'),
 (52, 'given up', 'Pasangan itu batal mendaftar ke KPU untuk Pilgub 2024.'),
 (53, 'organisers, not candidates', 'KPU membuka pendaftaran calon anggota KPPS untuk Pilkada 2024.'),
 (54, 'ruling on a law', 'Putusan MK tentang ambang batas mengubah syarat calon pada Pilkada 2024.'),
 (55, 'day of the campaign', 'Hingga hari kelima kampanye Pilkada 2024, Bawaslu belum menerima laporan.'),
 (56, 'held, not taken part in', 'Bawaslu membubarkan kampanye tatap muka paslon Pilkada 2024.'),
 (57, 'announced at the end', 'Bawaslu membuka posko Pilkada 2024, Selasa (5/11/2024). Pemungutan suara berlangsung Rabu, 27 November 2024.'),
 (47, 'malformed bytes', 'KPU ' || CAST(x'ff' AS TEXT) || 'menggelar debat publik Pilkada.');
SELECT n, trap, coalesce(election_stage(body), '-'), coalesce((SELECT group_concat(code || '/' || role || '/' || surface, ' + ') FROM election_stages(body)), '-') FROM stage_case;
-- evidence: the surface stands where start and length say; order by position; confidence within bounds
SELECT count(*), sum(substr(body, start, length) = surface), sum(confidence BETWEEN 0 AND 1), sum(ord > 0 AND name <> '') FROM stage_case, election_stages(body);
-- the calendar steps in only where the text names no stage and is about an election
SELECT election_stage('Pj Bupati meminta ASN netral pada Pilkada 2024.'), election_stage('Pj Bupati meminta ASN netral pada Pilkada 2024.', '2024-10-11'),
  election_stage('KPU memasuki masa tenang Pilkada 2024.', '2024-10-11'), election_stage('Harga cabai naik.', '2024-10-11');
SELECT election_stage(NULL), election_stage(NULL, '2024-10-11'), election_stage('', NULL), (SELECT count(*) FROM election_stages(NULL)), (SELECT count(*) FROM election_stages(''));
SELECT election_stage('Pilkada', '11/10/2024');
SELECT election_stage(x'4142');
