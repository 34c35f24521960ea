-- Kind and year of the election a text is about.
WITH c(n, body) AS (VALUES
 (1, 'Pilkada 2024 berlangsung damai.'),
 (2, 'Pilgub Sultra 2024 diikuti empat pasangan.'),
 (3, 'KPU mencetak surat suara Pilgub dan Pilbup 2024.'),
 (4, 'Pemilihan Wali Kota dan Wakil Wali Kota Banjarbaru diulang.'),
 (5, 'Pilpres 2019 diikuti dua pasangan.'),
 (6, 'Pilpres dan Pileg 2024 digelar pada hari yang sama.'),
 (7, 'Pemilihan Gubernur, Bupati, dan Wali Kota 2024 diawasi Bawaslu.'),
 (8, 'Pilkada Damai' || char(10,10) || 'Pemilu adalah pilar demokrasi. Pemilu perlu pengawasan. Bawaslu mengawasi Pemilu. ASN netral pada Pilkada Serentak 2024.'),
 (9, 'Dalam rangka Pilkada 2024, ASN netral selama proses pemilu.'),
 (10, 'Pemilu 2024 aman. Pilkada menyusul. Pemilu 2024 diikuti 18 partai.'),
 (11, 'Sebanyak 24 desa menggelar pemilihan kepala desa (Pilkades), Minggu (29/10/2023).'),
 (12, 'Pemilihan Ketua RT Serentak Rasa Pemilu' || char(10,10) || 'Warga memilih ketua RT seperti pemilu sungguhan.'),
 (13, 'Pilrek kampus digelar tertutup.'),
 (14, 'Pilpres Amerika Serikat berlangsung ketat.'),
 (15, 'Harga cabai naik menjelang Lebaran 2024.'),
 (16, 'Komisi Pemilihan Umum memeriksa gudangnya.'),
 (17, 'Bawaslu memproses lurah yang berfoto dengan paslon, Selasa (29/10/2024).'),
 (18, 'KPU menertibkan baliho, Minggu (24/11). Bawaslu hadir, TPS disiapkan.'),
 (19, 'PSU Pilkada digelar Sabtu (19/4/2025).'),
 (20, 'KPPS dilantik, Kamis (25/1/2024). Musibah Pemilu 2019 tidak boleh terulang.'),
 (21, 'Pada pemilu legislatif lalu ia kalah. Kini ia maju di Pilbup 2024.'),
 (22, 'Pilkada 2018 dan Pilkada 2020 dibandingkan dengan Pilkada 2020 di provinsi lain.'),
 (23, 'Senin (14/10) apel netralitas Pilkada digelar.'))
SELECT n, coalesce(election_kind(body), '-'), coalesce(election_year(body), '-') FROM c;
SELECT election_kind(NULL), election_year(NULL), election_kind(''), election_year(2024);
SELECT election_kind(x'00');
