#include "sqlite/register.hpp"

#include <atomic>
#include <string>

#include "sqlite/collation.hpp"
#include "sqlite/functions.hpp"
#include "sqlite/tokenizer.hpp"

SQLITE_EXTENSION_INIT1

namespace netra::sqlite {

namespace {

constexpr int kOldestSqlite = 3040000;

// One function table of one SQLite serves the whole process. A second SQLite (say, one linked into the application and one in a
// language binding) must not use it: its calls would reach the wrong library.
bool same_library(const sqlite3_api_routines* a, const sqlite3_api_routines* b) noexcept { return a->libversion == b->libversion; }

int register_tables(sqlite3* db, Connection& connection, std::string& failed) {
  for (const auto scalars : {meta_scalars(), language_scalars(), morphology_scalars(), article_scalars(), extract_scalars(), people_scalars(), fact_scalars(), election_scalars()})
    if (const int rc = register_scalars(db, scalars, connection, failed)) return rc;
  for (const auto tables : {language_tables(), morphology_tables(), article_tables(), extract_tables(), people_tables(), fact_tables(), election_tables()})
    if (const int rc = register_table_functions(db, tables, connection, failed)) return rc;
  return SQLITE_OK;
}

}  // namespace

int register_all(sqlite3* db, char** message, const sqlite3_api_routines* api) noexcept {
  if (!api) return SQLITE_ERROR;  // a host built with SQLITE_OMIT_LOAD_EXTENSION
  if (api->libversion_number() < kOldestSqlite) {
    if (message) *message = api->mprintf("netra: SQLite 3.40.0 or newer is needed; this is %s", api->libversion());
    return SQLITE_ERROR;
  }
  // The first to come sets the pointer, once; several threads may load at the same time, while others read it in their calls:
  // once it is set it is not even tried to be written.
  std::atomic_ref<const sqlite3_api_routines*> shared(sqlite3_api);
  const sqlite3_api_routines* served = shared.load();
  if (!served && shared.compare_exchange_strong(served, api)) served = api;
  if (!same_library(served, api)) {
    if (message)
      *message = api->mprintf("netra: this process has loaded it with SQLite %s already; a second SQLite (%s) cannot use it",
                              served->libversion(), api->libversion());
    return SQLITE_ERROR;
  }
  try {
    auto* connection = new Connection(db);
    connection->retain();  // ours while we register
    std::string failed;
    int rc = SQLITE_NOMEM;
    try {
      rc = register_tables(db, *connection, failed);
      if (rc == SQLITE_OK) rc = register_collation(db, failed);
      if (rc == SQLITE_OK) rc = register_tokenizer(*connection, failed);
    } catch (...) {
      Connection::release(connection);
      throw;
    }
    Connection::release(connection);
    // SELECT load_extension() a second time: SQLite refuses to replace functions while a statement runs. They are there already.
    if (rc == SQLITE_BUSY) return SQLITE_OK;
    if (rc != SQLITE_OK && message)
      *message = sqlite3_mprintf("netra: %s could not be registered: %s", failed.c_str(), sqlite3_errstr(rc));
    return rc;
  } catch (...) {
    return SQLITE_NOMEM;
  }
}

}  // namespace netra::sqlite
