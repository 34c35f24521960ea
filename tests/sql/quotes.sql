-- Quotations: each trap beside its plain case. Printed: number, kind, balanced, speaker, verb, quote.
.mode list
.nullvalue -
CREATE TABLE quote_case (n INTEGER PRIMARY KEY, trap TEXT, body TEXT);
INSERT INTO quote_case VALUES
 -- marks
 (1, 'straight', '"Kami siap mengawal pemilu ini," kata Budi Santoso.'),
 (2, 'curly', '“Kami siap mengawal pemilu ini,” kata Budi Santoso.'),
 (3, 'opens curly, closes straight', '“Kami siap mengawal pemilu ini," kata Budi Santoso.'),
 (4, 'opens straight, closes curly', '"Kami siap mengawal pemilu ini,” kata Budi Santoso.'),
 (5, 'opening mark closes', '“Kami siap mengawal pemilu ini,“ kata Budi Santoso.'),
 (6, 'closing mark opens, with a blank', '” Kami siap mengawal pemilu ini,” kata Budi Santoso.'),
 (7, 'blank before the closing mark', '“Kami siap mengawal pemilu ini, " kata Budi Santoso.'),
 (8, 'no blanks', '"Kami siap mengawal pemilu ini"ujar Budi Santoso.'),
 (9, 'single marks', '''Kami siap mengawal pemilu ini,'' ujar Budi Santoso.'),
 (10, 'two apostrophes', '''''Kami siap mengawal pemilu ini,'''' ujar Budi Santoso.'),
 (11, 'comma outside', '"Kami siap mengawal pemilu ini", kata Budi Santoso.'),
 (12, 'question', '"Siapa yang mengawal pemilu ini?" tanya Budi Santoso.'),
 -- missing marks
 (13, 'no opening mark', 'Kami siap mengawal pemilu ini,” kata Budi Santoso.'),
 (14, 'no opening mark, behind narrative', 'Ketua KPU menyebut semua siap. Kami tidak akan lengah sedikit pun," kata Budi Santoso. "Semua petugas sudah dilatih," imbuhnya.'),
 (15, 'no closing mark', '"Kami siap mengawal pemilu ini kata Budi Santoso.'),
 (16, 'no closing mark, then a sound quotation', '“Kami siap mengawal pemilu.' || char(10,10) || 'Rapat ditutup sore hari.' || char(10,10) || '“Semua petugas sudah dilatih,” kata Budi Santoso.'),
 -- paragraphs
 (17, 'two paragraphs, one pair', '"Semua itu ada nomornya di aturan.' || char(10,10) || 'Saya tidak ingin menghukum siapa pun," kata Budi Santoso.'),
 (18, 'opened at each paragraph', '“Jangan langsung dicoret dari daftar.' || char(10,10) || '“Tanyakan dulu mereka mau memilih di mana,” kata Budi Santoso.'),
 (19, 'never over three breaks', '"Satu dua tiga empat.' || char(10,10) || 'A.' || char(10,10) || 'B.' || char(10,10) || 'C lima enam tujuh delapan," kata Budi.'),
 -- split, nested, scare
 (20, 'split', '"Semua kami dengar baik-baik," kata Budi Santoso. "Partai bukan rental mobil."'),
 (21, 'nested single marks', '"Ada yang bertanya ''siapa yang mendaftarkan saya'' kepada kami," kata Budi Santoso.'),
 (22, 'nested double marks', '"Mereka bilang "jangan ikut campur" kepada kami semua," kata Budi Santoso.'),
 (23, 'scare quotes', 'Ia menyebut "pesta demokrasi" itu mahal.'),
 (24, 'three words', '"Saya tidak tahu," kata Budi Santoso.'),
 (25, 'four words', '"Saya cuma terbawa musik," kata Budi Santoso.'),
 -- no speech
 (26, 'theme', 'Apel bertema "Pilkada damai untuk semua warga" itu ramai.'),
 (27, 'slogan in capitals', 'Spanduk "Tegal Adem Ayem Pilkada Tentrem" dipasang.'),
 (28, 'term', 'Frasa "sehat jasmani dan rohani" menjadi perdebatan.'),
 (29, 'link line', 'Isi berita.' || char(10) || 'Baca juga: "Kami siap mengawal pemilu," kata Budi'),
 -- speakers
 (30, 'in the same clause', '"Kami siap mengawal pemilu ini," kata Ketua KPU Siak, Budi Santoso.'),
 (31, 'name, then role', '"Kami siap mengawal pemilu ini," kata Budi Santoso, Ketua KPU Siak.'),
 (32, 'before, with a verb', 'Budi Santoso menegaskan, "Kami siap mengawal pemilu ini."'),
 (33, 'sentence before, -nya', 'Ketua KPU Siak Budi Santoso meninjau gudang. "Kami siap mengawal pemilu ini," katanya.'),
 (34, 'pronoun', 'Ketua KPU Siak Budi Santoso meninjau gudang. "Kami siap mengawal pemilu ini," kata dia.'),
 (35, 'short name, full name', 'Ketua KPU Siak Budi Santoso datang. Ketua Bawaslu Siak Dewi Lestari juga. "Kami siap mengawal pemilu," kata Budi.'),
 (36, 'carried on', '"Kami siap mengawal pemilu ini," kata Budi Santoso.' || char(10,10) || '"Semua petugas sudah dilatih dengan baik," imbuhnya.'),
 (37, 'no verb at all', 'Ketua KPU Siak Budi Santoso datang.' || char(10,10) || '“Kami siap mengawal pemilu ini.”'),
 (38, 'a role without a name', 'Pj Gubernur meminta semua tenang. "Kami siap mengawal pemilu ini," kata dia.'),
 (39, 'initials name nobody', '"Saya khilaf dan minta maaf," ucap SP lirih.'),
 (40, 'without an office', '"Kami siap mengawal pemilu ini," ujar seorang warga, Siti Aminah.'),
 (41, 'verb not in the table', '"Kami siap mengawal pemilu ini," gerutu Budi Santoso.'),
 (42, 'told in the next sentence', '"Kami siap mengawal pemilu ini." Demikian disampaikan Budi Santoso.'),
 (47, 'nameless subject', 'Ketua KPU Siak Budi Santoso hadir.' || char(10,10) || 'Moderator meminta massa tenang. "Mohon bapak ibu kita mulai lagi," katanya.'),
 (48, 'initial for a name', 'Kadis Kesehatan Siak, A. Uke Permata hadir. "Stiker sudah dipasang semua," sebut Andi Uke.'),
 -- speech without marks
 (43, 'tuturnya', 'Ketua KPU Siak Budi Santoso datang. Semua petugas sudah dilatih dengan baik, tuturnya.'),
 (44, 'kata dia, inside', 'Ketua KPU Siak Budi Santoso datang. Sampai pekan ini, kata dia, baru sembilan orang mundur.'),
 (45, 'menurut', 'Menurut Budi Santoso, semua petugas sudah dilatih dengan baik.'),
 (46, 'dikatakan', 'Dikatakan Budi Santoso, semua petugas sudah dilatih dengan baik.');
SELECT n, kind, balanced, speaker, verb, replace(quote, char(10), '/') FROM quote_case, extract_quotes(body) ORDER BY n, start;
SELECT 'no rows', group_concat(n) FROM (SELECT n FROM quote_case WHERE NOT EXISTS (SELECT 1 FROM extract_quotes(body)) ORDER BY n);
SELECT 'broken evidence', count(*) FROM quote_case, extract_quotes(body) q WHERE substr(body, q.start, q.length) IS NOT q.quote;
-- linked to the officials
SELECT q.quote, o.office, o.region_code FROM (SELECT 'Ketua Bawaslu Bukittinggi Ruzy Hariadi datang. "Semua harus bekerja dengan jujur," katanya.' AS t), extract_quotes(t) q
  JOIN extract_officials(t) o ON o.person = q.person WHERE o.via = 'role_first';
