-- The parts of an article and its dateline: where the report comes from, and what is not its text.
.mode list
.nullvalue -
CREATE TABLE dateline_case (n INTEGER PRIMARY KEY, body TEXT);
INSERT INTO dateline_case (body) VALUES
 ('NGAWI - Warga desa itu mulai mendaftar ke balai desa.'),
 ('NGAWI, KABAR.COM - Warga desa itu mulai mendaftar ke balai desa.'),
 ('KABAR.COM, NGAWI – Warga desa itu mulai mendaftar ke balai desa.'),
 ('Kabar.id Pamekasan – Warga desa itu mulai mendaftar ke balai desa.'),
 ('Jakarta (ANTARA) - Warga desa itu mulai mendaftar ke balai desa.'),
 ('Kota Malang (Jatim) - Warga desa itu mulai mendaftar ke balai desa.'),
 ('JAKARTA, NUSA KABAR - Warga desa itu mulai mendaftar ke balai desa.'),
 ('JAKARTA, NUSA KABAR, LAGI - Warga desa itu mulai mendaftar ke balai desa.'),
 ('WONOREJO, KABAR.COM | Warga desa itu mulai mendaftar ke balai desa.'),
 ('KABAR.COM - Warga desa itu mulai mendaftar ke balai desa.'),
 ('Warga Mendaftar ke Balai Desa' || char(10, 10) || 'NGAWI, KABAR.CO.ID -- Warga desa itu mulai mendaftar.'),
 ('Warga desa itu mulai mendaftar - ramai sekali.');
SELECT n, article_dateline(body, 'place'), article_dateline(body, 'outlet'), article_dateline(body, 'region_code') FROM dateline_case;
SELECT article_dateline('NGAWI - Warga mendaftar.'), article_dateline(''), article_dateline(NULL);
SELECT article_dateline('NGAWI - Warga mendaftar.', 'kota');
-- link lines, bullets, credits
CREATE TABLE part_case (n INTEGER PRIMARY KEY, body TEXT);
INSERT INTO part_case (body) VALUES
 ('Isi berita hari ini.' || char(10) || 'BACA JUGA:' || char(10) || '• KPU Buka Posko' || char(10) || '· Warga Senang' || char(10) || '* Coba Lagi' || char(10) || '> Satu Lagi' ||
  char(10) || '- Dua Lagi' || char(10) || '– Tiga Lagi' || char(10) || 'Lanjut isi berita yang panjang itu.'),
 ('Isi berita hari ini.' || char(10) || 'Baca juga:' || char(10) || 'KPU Buka Posko di Ngawi' || char(10) || 'Lanjut isi berita yang panjang itu.'),
 ('Isi berita hari ini.' || char(10) || 'Baca juga:' || char(10) || 'Warga datang ke sana.' || char(10) || 'Lanjut isi berita yang panjang itu.'),
 ('Isi berita hari ini.' || char(10) || 'Baca juga:' || char(10) || '"Kami siap," kata dia.' || char(10) || 'Lanjut.'),
 ('Isi berita hari ini.' || char(10) || 'Reporter: Budi Santoso' || char(10) || 'Editor: Siti Aminah' || char(10) || '(bud/sit)'),
 ('Isi berita hari ini. (ANTARA/Budi)'),
 ('Isi berita hari ini. *** (bs)'),
 ('Tags: pilkada, asn' || char(10) || 'Isi berita hari ini.');
SELECT p.n, part, replace(a.text, char(10), '/') FROM part_case AS p, article_parts(p.body) AS a;
