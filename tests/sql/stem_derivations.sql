-- How a word was read: indo_derivations(word), indo_analyze(word); capitals do not count.
SELECT '-- the chosen derivation first, then the others by cost';
SELECT rank, root, key, affixes, chosen FROM indo_derivations('memasak');
SELECT count(*) > 1, min(cost) = (SELECT cost FROM indo_derivations('beruang') WHERE chosen), sum(chosen) FROM indo_derivations('beruang');
SELECT rank, root, key, affixes, chosen FROM indo_derivations('anak-anaknya');
SELECT rank, root, key, affixes, chosen FROM indo_derivations('xyzzynya');
SELECT count(*) FROM indo_derivations(''), (SELECT 1) UNION ALL SELECT count(*) FROM indo_derivations(NULL);
SELECT '-- JSON';
SELECT json_valid(indo_analyze('menyuarakannya')), indo_analyze('menyuarakannya') ->> 'root', indo_analyze('menyuarakannya') ->> '$.derivations[0].clitics';
SELECT json_array_length(indo_analyze('memasak'), '$.derivations') = (SELECT count(*) FROM indo_derivations('memasak'));
SELECT indo_analyze('Ω') ->> 'key', json_array_length(indo_analyze('Ω'), '$.derivations'), indo_analyze('') IS NULL, indo_analyze(NULL) IS NULL;
SELECT '-- slips and negation: one k for two, two for one, ketak-, ketidak-me-';
SELECT indo_stem('menunjukan'), indo_stem('penunjukkan'), indo_stem('ketakmurnian'), indo_stem('ketidakmerataan');
SELECT '-- how a word is capitalised does not count, here as in the index: a search is seldom typed with capitals';
SELECT indo_stem('Para Mengkloroskan', 'root'), indo_stem('Mengkloroskan', 'root'), indo_stem('para mengkloroskan', 'root');
SELECT indo_stem('kata MENGKLOROSKAN', 'root'), indo_stem('KATA MENGKLOROSKAN', 'root');
SELECT indo_stem('memilih', 'semua');
