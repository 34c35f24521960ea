// node search.mjs DB MODULE WORDS...: a ranked search in a database that sql/setup.sql or an import has made, with the official and the
// stage of every hit, and the acting heads it names. better-sqlite3 has the same calls: new Database(file), loadExtension, prepare.
import { DatabaseSync } from '@photostructure/sqlite';

const [file, module, ...words] = process.argv.slice(2);
if (!words.length) {
  console.error('usage: node search.mjs DB MODULE WORDS...');
  process.exit(2);
}
const db = new DatabaseSync(file, { readOnly: true, allowExtension: true });
db.enableLoadExtension(true);
db.loadExtension(module);
db.enableLoadExtension(false);

const hits = db.prepare(`
  SELECT f.rowid AS id, a.title, a.outlet, a.published, n.stage, extract_official(a.text, 'name') AS official,
         extract_official(a.text, 'office') AS office, snippet(article_fts, 1, '[', ']', '…', 12) AS snippet
    FROM article_fts AS f JOIN article AS a ON a.id = f.rowid LEFT JOIN article_analysis AS n ON n.article = a.id
   WHERE article_fts MATCH indo_query(?) ORDER BY rank LIMIT 5`);
for (const hit of hits.all(words.join(' '))) {
  console.log(`${hit.id}  ${hit.title}`);
  console.log(`    ${hit.outlet ?? '-'}, ${hit.published ?? 'no date'}; ${hit.office ?? '-'} ${hit.official ?? '-'}; stage ${hit.stage ?? '-'}`);
  console.log(`    ${hit.snippet}`);
}
console.log('\nActing heads:');
for (const { name, acting, office, region, articles } of db.prepare(
  'SELECT name, acting, office, region, articles FROM acting_official WHERE name IS NOT NULL ORDER BY articles DESC, name LIMIT 5').all())
  console.log(`  ${acting} ${office} ${region ?? ''}: ${name} (${articles})`);
db.close();
