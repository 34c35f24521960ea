-- Netra: everything in order, from the project's folder in the sqlite3 shell:
--   sqlite3 netra.db -cmd '.load build/release/netra' '.read sql/setup.sql'
-- Running it twice changes nothing.
.read sql/schema.sql
.read sql/views.sql
.read sql/load_corpus.sql
