-- Officials: each construction of the grammar once, with the trap beside it; the people are invented. Expected: the named and the
-- definite nameless offices as acting/standing/office/name@region, in text order. Printed: how many agree, then each that does not.
.mode list
.nullvalue -
CREATE TABLE official_case (n INTEGER PRIMARY KEY, construction TEXT, body TEXT, expected TEXT);
INSERT INTO official_case (construction, body, expected) VALUES
 ('role, then name', 'Bupati Wonogiri Harjanto Sasmita membuka rapat.', '-/menjabat/Bupati/Harjanto Sasmita@33.12'),
 ('role, comma, name', 'Wali Kota Tomohon, Ferdinand Rumagit, membuka rapat.', '-/menjabat/Wali Kota/Ferdinand Rumagit@71.73'),
 ('name, comma, role', 'Lasminah Wijayanti, Ketua KPU Wonogiri, membuka rapat.', '-/menjabat/Ketua/Lasminah Wijayanti@33.12'),
 ('name, role without a comma', 'Lebih lanjut Darman Rasul Ketua Bawaslu Lahat menambahkan.', '-/menjabat/Ketua/Darman Rasul@16.04'),
 ('selaku', 'Imran Batubara selaku Ketua KPU Langkat hadir.', '-/menjabat/Ketua/Imran Batubara@12.05'),
 ('yang menjabat', 'Sartika Dewi yang kini menjabat Camat Ngawen hadir di Kabupaten Blora.', '-/menjabat/Camat/Sartika Dewi@33.16'),
 ('two roles of one person', 'Edi Canggara selaku Kepala BPBD yang juga Sekda Ogan Ilir hadir.', '-/menjabat/Kepala/Edi Canggara@16.10;-/menjabat/Sekretaris Daerah/Edi Canggara@16.10'),
 ('second office in parentheses', 'Plh. Sekretaris Daerah (Staf Ahli Bupati Bidang Hukum), Rukmini Saleh, hadir di Kabupaten Buol.', 'plh/menjabat/Sekretaris Daerah/Rukmini Saleh@72.05;-/menjabat/Staf Ahli Bupati/Rukmini Saleh@72.05'),
 ('pj', 'Pj Bupati Sambas Rudianto hadir.', 'pj/menjabat/Bupati/Rudianto@61.01'),
 ('pj in parentheses', 'Penjabat (Pj) Gubernur Maluku Salampessy hadir.', 'pj/menjabat/Gubernur/Salampessy@81'),
 ('pj glued', 'Pj.Bupati Kaur Herman Sutrisno hadir.', 'pj/menjabat/Bupati/Herman Sutrisno@17.04'),
 ('PJ in capitals', 'PJ Walikota Palopo Asrul Mappatunru hadir.', 'pj/menjabat/Wali Kota/Asrul Mappatunru@73.73'),
 ('pejabat for penjabat', 'Pejabat Bupati Nagekeo Yulius Tukan hadir.', 'pj/menjabat/Bupati/Yulius Tukan@53.16'),
 ('trap: pejabat pembina', 'Pejabat Pembina Kepegawaian wajib netral, begitu pula pejabat negara.', '-'),
 ('pjs', 'PJs Bupati Ngawi Sukarman hadir.', 'pjs/menjabat/Bupati/Sukarman@35.21'),
 ('penjabat sementara', 'Penjabat Sementara (Pjs) Bupati Berau Syahrani hadir.', 'pjs/menjabat/Bupati/Syahrani@64.03'),
 ('plt', 'Plt. Kepala Dinas Sosial Kabupaten Lingga, Hasnah Daud, hadir.', 'plt/menjabat/Kepala/Hasnah Daud@21.04'),
 ('plh', 'Pelaksana Harian (Plh) Wali Kota Bitung Jeremia Tumbel hadir.', 'plh/menjabat/Wali Kota/Jeremia Tumbel@71.72'),
 ('mantan', 'Mantan Bupati Sragen Suparjo hadir.', '-/mantan/Bupati/Suparjo@33.14'),
 ('eks, name first', 'Marthen Lewu, eks Wakil Bupati Alor, hadir.', '-/mantan/Wakil Bupati/Marthen Lewu@53.05'),
 ('calon', 'Calon Bupati Pidie Jaya Zulkarnen hadir.', '-/calon/Bupati/Zulkarnen@11.18'),
 ('trap: nameless calon', 'Setiap calon bupati wajib melapor ke KPU Bantul.', '-'),
 ('terpilih', 'Bupati terpilih Sukoharjo, Wiratno Adi, hadir.', '-/terpilih/Bupati/Wiratno Adi@33.11'),
 ('nonaktif', 'Gubernur nonaktif Jambi Sulaiman Hadi hadir.', '-/nonaktif/Gubernur/Sulaiman Hadi@15'),
 ('deputy', 'Wabup Sleman Danar Kusuma hadir.', '-/menjabat/Wakil Bupati/Danar Kusuma@34.04'),
 ('wakilnya', 'Bupati Tabanan I Wayan Sudira datang bersama wakilnya, Ni Made Rasmini.', '-/menjabat/Bupati/I Wayan Sudira@51.02;-/menjabat/Wakil Bupati/Ni Made Rasmini@51.02'),
 ('pair', 'Calon Bupati dan Wakil Bupati Ngada Petrus Nono-Anastasia Bupu mendaftar.', '-/calon/Bupati/Petrus Nono@53.09;-/calon/Wakil Bupati/Anastasia Bupu@53.09'),
 ('pair without an office', 'Pasangan Petrus Nono-Anastasia Bupu mendaftar ke KPU Ngada.', '-'),
 ('kota and kabupaten', 'Penjabat Wali Kota Bogor Hendra Wiguna bertemu Penjabat Bupati Bogor Asep Suhendar.', 'pj/menjabat/Wali Kota/Hendra Wiguna@32.71;pj/menjabat/Bupati/Asep Suhendar@32.01'),
 ('province or city', 'Gubernur Bengkulu, Rohimin, hadir.', '-/menjabat/Gubernur/Rohimin@17'),
 ('region that is a word', 'Bupati Pati Haryanto Joyo hadir.', '-/menjabat/Bupati/Haryanto Joyo@33.18'),
 ('trap: a name like a region', 'Ketua KPU Demak, Ali Pati, hadir.', '-/menjabat/Ketua/Ali Pati@33.21'),
 ('police: rank', 'Kapolres Tegal Kota AKBP Rendy Lukmana hadir.', '-/menjabat/Kapolres/Rendy Lukmana@33.76'),
 ('army: number and place', 'Dandim 0812/Lamongan Letkol Arm Kuncoro hadir.', '-/menjabat/Dandim/Kuncoro@35.24'),
 ('army: retired', 'Pj Gubernur Papua, Mayjen TNI (Purn) Yoris Wanma, hadir.', 'pj/menjabat/Gubernur/Yoris Wanma@91'),
 ('police desk', 'Kabid Humas Polda Jambi Kombes Pol Mulkan Rizal hadir.', '-/menjabat/Kabid Humas/Mulkan Rizal@15'),
 ('honorifics', 'Bupati Kampar, Dr. H. Azwar Hamid, S.H., M.H., hadir.', '-/menjabat/Bupati/Azwar Hamid@14.01'),
 ('degrees without dots', 'Sekda Kampar Azwar Hamid SH MH hadir.', '-/menjabat/Sekretaris Daerah/Azwar Hamid@14.01'),
 ('degrees glued', 'Camat Limun,Roslina Sari,S.P.,M.M.,hadir di Kabupaten Sarolangun.', '-/menjabat/Camat/Roslina Sari@15.03'),
 ('degree with a dot and no blank', 'Ketua KPU Dairi Rosna Purba.SH hadir.', '-/menjabat/Ketua/Rosna Purba@12.11'),
 ('La Ode', 'Bupati Muna La Ode Rahmat Sati hadir.', '-/menjabat/Bupati/La Ode Rahmat Sati@74.03'),
 ('I Gusti', 'Bupati Badung I Gusti Ngurah Adnyana hadir.', '-/menjabat/Bupati/I Gusti Ngurah Adnyana@51.03'),
 ('initial', 'Bupati Tolikara Michael R.Kogoya hadir.', '-/menjabat/Bupati/Michael R.Kogoya@95.04'),
 ('apostrophe', 'Ketua KPU Jepara Asy''ari Mukti hadir.', '-/menjabat/Ketua/Asy''ari Mukti@33.20'),
 ('small letters', 'ketua bawaslu sigi rahmadin lasompu hadir.', '-/menjabat/Ketua/rahmadin lasompu@72.10'),
 ('trap: headline in capitals', 'Bupati Blitar Minta Warga Tenang' || char(10, 10) || 'Warga Blitar diminta tenang oleh Bupati Blitar Retno Sulastri.', '-/menjabat/Bupati/Retno Sulastri@35.05;-/menjabat/Bupati/Retno Sulastri@35.05'),
 ('division behind the body', 'Anggota KPU Natuna Divisi Teknis, Rusdi Karim, hadir.', '-/menjabat/Anggota/Rusdi Karim@21.03'),
 ('coordinator', 'Koordinator Divisi Hukum Bawaslu Ende, Maria Goreti, hadir.', '-/menjabat/Koordinator Divisi/Maria Goreti@53.08'),
 ('commission of the house', 'Wakil Ketua Komisi II DPR, Fredrik Lumban, hadir.', '-/menjabat/Wakil Ketua/Fredrik Lumban@-'),
 ('national body', 'Anggota KPU RI, Betharia Siregar, hadir.', '-/menjabat/Anggota/Betharia Siregar@-'),
 ('bidang of a badan', 'Kabid Mutasi BKPSDM Metro, Evi Triana, hadir.', '-/menjabat/Kepala/Evi Triana@18.72'),
 ('asisten', 'Asisten II Setda Kolaka, Andi Muliadi, hadir.', '-/menjabat/Asisten/Andi Muliadi@74.01'),
 ('minister', 'Menteri Dalam Negeri (Mendagri) Hardiman Tjokro hadir.', '-/menjabat/Menteri Dalam Negeri/Hardiman Tjokro@-'),
 ('trap: issuer of a circular', 'Aturan itu tertuang dalam Surat Edaran Mendagri Nomor 100.2.1.3/2314/SJ.', '-'),
 ('president', 'Presiden ke-7 RI Jayadi Wibawa hadir.', '-/menjabat/Presiden/Jayadi Wibawa@-'),
 ('pengamat', 'Pengamat politik dari Universitas Bengkulu, Panji Suminar, hadir.', '-/menjabat/Pengamat/Panji Suminar@-'),
 ('relative clause', 'Bupati Ngada yang akan mengakhiri jabatan, Drs. Paulus Siga, hadir.', '-/menjabat/Bupati/Paulus Siga@53.09'),
 ('appositive pyramid', 'Hadir Bupati Ende Melki Sareng, Kapolres Ende AKBP Dewa Parikesit, dan Ketua DPRD Ende Fransiskus Taso.', '-/menjabat/Bupati/Melki Sareng@53.08;-/menjabat/Kapolres/Dewa Parikesit@53.08;-/menjabat/Ketua/Fransiskus Taso@53.08'),
 ('name-first list', 'Hadir Melki Sareng, Bupati Ende, dan Dewa Parikesit, Kapolres Ende.', '-/menjabat/Bupati/Melki Sareng@53.08;-/menjabat/Kapolres/Dewa Parikesit@53.08'),
 ('trap: plural', 'Hadir para camat, semua Pj Kepala Desa, dan tiga lurah di Kabupaten Ende.', '-'),
 ('trap: indefinite', 'Seorang lurah dan salah satu camat diperiksa di Kabupaten Ende.', '-'),
 ('trap: place', 'Massa mendatangi kantor bupati dan rumah dinas wali kota.', '-'),
 ('trap: election', 'Pemilihan Bupati dan Wakil Bupati Ende berlangsung damai.', '-'),
 ('nameless, definite', 'Pj Bupati Ende mengajak ASN netral.', 'pj/menjabat/Bupati/-@53.08'),
 ('nameless goes back', 'Pj Bupati Ende Melki Sareng hadir. Pj Bupati juga mengajak ASN netral.', 'pj/menjabat/Bupati/Melki Sareng@53.08;pj/menjabat/Bupati/Melki Sareng@53.08'),
 ('nameless elsewhere', 'Pj Bupati Ende Melki Sareng hadir. Di Kabupaten Alor, Pj Bupati Alor tidak hadir.', 'pj/menjabat/Bupati/Melki Sareng@53.08;pj/menjabat/Bupati/-@53.05'),
 ('setempat', 'KPU Kota Parepare rapat. Wakil Ketua DPRD setempat, Rahmania, hadir.', '-/menjabat/Wakil Ketua/Rahmania@73.72'),
 ('village head', 'Suwarno, Kepala Desa Karangrejo, hadir di Kabupaten Blitar.', '-/menjabat/Kepala Desa/Suwarno@35.05'),
 ('place or name', 'Camat Karangrejo Suwarno Hadi, mengatakan Kecamatan Karangrejo di Kabupaten Blitar aman.', '-/menjabat/Camat/Suwarno Hadi@35.05'),
 ('line break between role and name', 'Ketua KPU Ende,' || char(10) || 'Maria Goreti, hadir.', '-/menjabat/Ketua/Maria Goreti@53.08');
CREATE TABLE official_got AS
 SELECT n, construction, expected, coalesce((SELECT group_concat(coalesce(o.acting, '-') || '/' || o.standing || '/' || o.office || '/' ||
   coalesce(o.name, '-') || '@' || coalesce(o.region_code, '-'), ';') FROM extract_officials(body) o WHERE o.via <> 'coreference'), '-') AS got,
   (SELECT count(*) FROM extract_officials(body) o WHERE substr(body, o.start, o.length) IS NOT o.surface) AS wrong_spans
 FROM official_case;
SELECT sum(expected = got) || ' of ' || count(*) || ' agree, wrong spans: ' || sum(wrong_spans) FROM official_got;
SELECT n || ' ' || construction || ': expected ' || expected || ' got ' || got FROM official_got WHERE expected <> got;
-- Persons, titles and evidence.
.mode box
SELECT person, via, name, honorifics, degrees, rank, acting_form, surface FROM extract_officials(
 'Pj. Bupati Ende, Drs. Melki Sareng, M.Si., membuka rapat. "Semua harus netral," kata Melki. Kapolres Ende AKBP Dewa Parikesit mengangguk.');
SELECT extract_official('Ketua KPU Ende, Maria Goreti, hadir.', 'office'), extract_official(NULL), extract_official('Tidak ada siapa-siapa.');
SELECT extract_official('x', 'jabatan');
SELECT count(*) FROM extract_officials(NULL);
