-- Question 13: which articles report the same thing in several outlets?
-- Close fingerprints make the candidates, the similarity of the texts decides (table near_duplicate): a copy has more than 0.8.
-- The bundled corpus tells every event once; so that there is something to find, a copy under another headline is made and taken back.
.load build/release/netra
.headers on
.mode box --wrap 70

BEGIN;
INSERT INTO article(id, title, body, outlet, published)
  SELECT 1000000 + id, 'Salinan: ' || title, body || char(10, 10) || 'Berita ini disalin untuk contoh.', 'Kabar Salinan', published FROM article
   WHERE file LIKE '%corpus/articles/006-%' OR file LIKE '%corpus/articles/033-%';
SELECT a, outlet_a, b, outlet_b, published_b AS published, round(similarity, 2) AS similarity
  FROM duplicate_pair WHERE similarity > 0.8 ORDER BY similarity DESC, a, b LIMIT 20;
ROLLBACK;
