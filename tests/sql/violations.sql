-- Neutrality: a warning is never an event. Printed: number, code, grade, modality, actor, surface.
.mode list
.nullvalue -
CREATE TABLE violation_case (n INTEGER PRIMARY KEY, trap TEXT, body TEXT);
INSERT INTO violation_case VALUES
 (1, 'ban', 'ASN dilarang mengunggah foto bersama calon bupati. Netralitas ASN dijaga.'),
 (2, 'allegation', 'Seorang ASN diduga berfoto dengan simbol jari bersama calon bupati. Netralitas ASN dipertanyakan.'),
 (3, 'finding', 'ASN itu terbukti memberikan dukungan kepada calon bupati. Netralitas ASN dilanggar.'),
 (4, 'condition', 'Kalau nanti terbukti ikut jadi tim sukses calon, ASN dihukum. Netralitas ASN wajib.'),
 (5, 'statute', 'Menurut Pasal 70 ayat (1) UU 10/2016, calon dilarang melibatkan ASN dalam kampanye. Netralitas ASN wajib.'),
 (6, 'exhortation', 'Bupati mengimbau ASN keluar dari grup percakapan tim pemenangan demi netralitas.'),
 (7, 'negated', 'ASN tidak boleh ikut kampanye demi netralitas.'),
 (8, 'denied', 'Camat membantah menghadiri deklarasi calon. Netralitas ASN diperiksa.'),
 (9, 'list of actors', 'ASN, TNI, dan Polri wajib netral dalam Pilkada.'),
 (10, 'village heads', 'Kades dilarang ikut berkampanye dalam Pilkada dan wajib netral.'),
 (11, 'declaration of neutrality is no breach', 'Bupati menghadiri Deklarasi Netralitas ASN menjelang Pilkada.'),
 (12, 'another kind of photograph', 'Pengantin berfoto bersama keluarga di pantai.'),
 (13, 'another neutrality', 'Swiss tetap netral dalam perang.'),
 (14, 'party news', 'Anggota partai itu berkumpul di Jakarta.'),
 (15, 'supposed finding', 'ASN yang terbukti ikut kampanye akan dijatuhi hukuman disiplin. Netralitas ASN wajib dijaga.'),
 (16, 'asked to report', 'Warga diminta melaporkan ASN yang ikut kampanye. Netralitas ASN wajib dijaga.'),
 (17, 'never done', 'Guru itu mengaku tidak pernah memberi like pada unggahan paslon. Netralitas ASN diawasi.'),
 (18, 'told across a sentence', 'Seorang lurah dijatuhi sanksi moral. Ia menghadiri deklarasi paslon. Netralitas ASN dilanggar.'),
 (19, 'somebody in particular', 'Dua camat berfoto bersama calon bupati di pasar. Netralitas ASN dipertanyakan.'),
 (20, 'draft', 'Uji Publik Rancangan Peraturan Bawaslu' || char(10,10) || 'Naskah itu menyebut ASN boleh mendengarkan kampanye. Netralitas ASN ikut dibahas.'),
 (21, 'the law forbids', 'Undang-undang melarang ASN menjadi pengurus partai. Netralitas ASN dijaga.'),
 (22, 'a number between verb and object', 'Sekdes itu terbukti memasang enam spanduk paslon. Netralitas perangkat desa dilanggar.'),
 (23, 'heads of region may be party members', 'Bupati yang juga pengurus partai itu membuka pasar. Pilkada 2024 ramai.'),
 (24, 'those of the sentence before', 'Panwascam mencatat 27 ASN serta empat perangkat desa. KTP mereka diduga dipakai sebagai KTP dukungan calon. Netralitas ASN disorot.'),
 (25, 'initials', 'Camat berinisial RM mengantar paslon mendaftar ke KPU. Netralitas ASN dipertanyakan.'),
 (26, 'that one', 'ASN tersebut berfoto bersama calon bupati. Netralitas ASN dipertanyakan.'),
 (27, 'the story goes on', 'Seorang camat terbukti ikut kampanye. Ia juga berfoto bersama calon bupati. Netralitas ASN dilanggar.'),
 (30, 'help for citizens', 'Sekretaris desa itu membantu warga miskin memasang atap. Netralitas perangkat desa dibahas.'),
 (31, 'the rule forbids', 'Aturan itu tegas melarang ASN menjadi pengurus partai. Netralitas ASN dijaga.'),
 (32, 'the law goes on', 'Pasal 2 UU 20/2023 dikutip. Aturan itu menyebut ASN dilarang menjadi pengurus partai. Netralitas ASN dijaga.');
SELECT n, code, grade, modality, actor, surface FROM violation_case, extract_violations(body) ORDER BY n, start, actor;
SELECT 'no rows', group_concat(n) FROM (SELECT n FROM violation_case WHERE NOT EXISTS (SELECT 1 FROM extract_violations(body)) ORDER BY n);
SELECT n, neutrality_topic(body) BETWEEN 0 AND 1, neutrality_topic(body) >= 0.2 FROM violation_case;
SELECT 'warnings taken for events', count(*) FROM violation_case, extract_violations(body) WHERE n IN (1, 5, 6, 7, 9, 10, 15, 16, 20, 21) AND modality IN ('dugaan', 'terbukti');
CREATE TABLE sanction_case (n INTEGER PRIMARY KEY, body TEXT);
INSERT INTO sanction_case VALUES
 (1, 'ASN yang tidak netral dalam Pilkada dikenai pernyataan terbuka hingga penurunan jabatan selama 12 bulan.'),
 (2, 'Netralitas ASN: pelanggar Pilkada dipotong, yakni pemotongan tunjangan kinerja 25 persen selama enam bulan.'),
 (3, 'Kades yang tidak netral dalam Pilkada dihukum denda Rp 5 juta menurut Pasal 188 UU 10/2016.'),
 (4, 'Pencuri itu diancam enam tahun penjara.');
SELECT n, code, duration, amount, law, surface FROM sanction_case, extract_sanctions(body) ORDER BY n, start;
SELECT neutrality_topic(NULL), neutrality_topic('');
-- short texts, other neutralities, organisers
SELECT neutrality_topic('ASN harus netral.') >= 0.5, neutrality_topic('Bawaslu memproses tiga ASN yang mengantar paslon ke KPU dan merekomendasikan hukuman disiplin.') >= 0.5,
  neutrality_topic('Swiss tetap netral dalam perang itu dan tidak memihak.') < 0.2, neutrality_topic('Rayap itu netral, kata Ketua PPK yang menghitung suara Pilkada.') < 0.5;
