// Loads Netra into the SQLite that @photostructure/sqlite carries and asks the questions of the README.
import assert from 'node:assert/strict';
import { DatabaseSync } from '@photostructure/sqlite';

const db = new DatabaseSync(':memory:', { allowExtension: true });
db.enableLoadExtension(true);
db.loadExtension(process.argv[2]);
const one = (sql, ...args) => Object.values(db.prepare(sql).get(...args))[0];

db.exec("CREATE VIRTUAL TABLE t USING fts5(body, tokenize='indonesian')");
db.prepare("INSERT INTO t VALUES ('Warga menyuarakan aspirasi'), ('Suara rakyat'), ('Hari yang cerah')").run();
assert.equal(one("SELECT count(*) FROM t WHERE t MATCH indo_query('suara')"), 2);
assert.equal(one("SELECT count(*) FROM t WHERE t MATCH '\"=suara\"'"), 1);
db.exec("INSERT INTO t(t, rank) VALUES ('integrity-check', 1)");
const text = 'Pj. Bupati Ngawi Siti Aminah mengajak ASN netral pada masa kampanye Pilkada 2024.';
assert.equal(one("SELECT extract_official(?, 'name')", text), 'Siti Aminah');
assert.equal(one("SELECT json_extract(extract_official(?), '$.region_code')", text), '35.21');
assert.equal(one('SELECT election_kind(?)', text), 'pilkada');
console.log(`node: 6 passed, 0 failed (SQLite ${one('SELECT sqlite_version()')})`);
