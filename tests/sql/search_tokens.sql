-- The golden tokens of rules version 1. A change here is a change of every index: raise the version (search/rules.hpp), name
-- it in the changelog and tell users to rebuild. token, kind, position, start, length; colocated tokens share a position.
.mode list
.nullvalue NULL
CREATE TABLE sample(id INTEGER PRIMARY KEY, text TEXT);
INSERT INTO sample(text) VALUES
 ('Ia menyuarakan suara rakyat; KTP-nya, se-Indonesia, di-PHK, buku-buku, undang-undang.'),
 ('Prabowo-Gibran, Aceh-Medan, Aceh–Medan, dan/atau, kabupaten/kota, 3(tiga), (23/10).'),
 ('Jum''at, Jum’at, Asy''ari; La Nita, S.Pd, M.M. a.n. Ph.D; Ely Yanti.SH katanya.Dalam'),
 ('1.929.000 suara, 1,929 juta, Rp600 ribu, Rp 600 ribu, 72%, 72 persen, dua puluh tujuh, 10.30 WIB, Pasal 1,2,3'),
 ('Rabu, 23/10; 23 Oktober 2024; 23/10/2024; 2024-10-23; 31.12.2024; 11/10/24; 1 Nopember'),
 ('https://www.kompas.com/read/x?y=1. LAMANINDO.COM nama@contoh.go.id @ganjar_pranowo #Pilkada2024 detik.com/pemilu'),
 ('pe' || char(0xAD) || 'milu pe' || char(0x200B) || 'milu café cafe' || char(0x301) || ' ＦＵＬＬ １２３ Müller straße'),
 ('ꦗꦮ بسم الله 选举委员会 👍 pilkada😀damai m² ½ ①'),
 ('covid-19 ke-4 1960-an 2019-2024 H-3 P3K-nya 3G Kompas86.com 10.000-15.000 a_b'),
 ('~gelombang =sama "@tanda" ''kutip'' -minus *bintang* ^topi');
SELECT id, t.token, t.kind, position, start, length FROM sample, indo_tokens(sample.text, 'stem both') AS t ORDER BY id, t.rowid;
SELECT 'listing', t.token, t.stem, t.kind FROM sample, indo_tokens(sample.text) AS t WHERE id = 6 ORDER BY t.rowid;
-- start and length are characters of the text
SELECT 'wrong offsets', count(*) FROM sample, indo_tokens(sample.text) AS t WHERE lower(substr(sample.text, start, length)) NOT LIKE substr(t.token, 1, 1) || '%' AND unicode(t.token) < 128 AND id NOT IN (7, 8);
SELECT * FROM indo_tokens('a', 'stem');
SELECT * FROM indo_tokens('a', 'stem none');
CREATE VIRTUAL TABLE f USING fts5(t, tokenize = 'indonesian stem');
CREATE VIRTUAL TABLE f USING fts5(t, tokenize = 'indonesian rules 2');
CREATE VIRTUAL TABLE f USING fts5(t, tokenize = 'indonesian stem root diacritics keep rules 1');
DROP TABLE f;
-- stems are told from surfaces by their mark
CREATE VIRTUAL TABLE f USING fts5(t, tokenize = 'indonesian');
INSERT INTO f VALUES ('Bawaslu mengawasi pengawasan dana 1,5 juta, 2 Mei');
CREATE VIRTUAL TABLE v USING fts5vocab(f, row);
SELECT term, CASE substr(term, 1, 1) WHEN '~' THEN 'stem' WHEN '#' THEN 'number' WHEN '@' THEN 'date' ELSE 'surface' END AS kind, cnt FROM v ORDER BY term;
