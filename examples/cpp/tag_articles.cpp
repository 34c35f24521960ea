// tag_articles WORDS FILE...: puts text files into a database in memory, searches them for WORDS, and prints for every hit the
// official it is mainly about, the stage, and the sentence around the hit. Netra is linked in: no extension is loaded at run time.
#include <sqlite3.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>

extern "C" int sqlite3_netra_init(sqlite3*, char**, const void*);

namespace {

struct Close {
  void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, Close>;
using Statement = std::unique_ptr<sqlite3_stmt, Close>;

void check(sqlite3* db, int rc) {
  if (rc != SQLITE_OK && rc != SQLITE_ROW && rc != SQLITE_DONE) throw std::runtime_error(sqlite3_errmsg(db));
}

Statement prepare(sqlite3* db, const char* sql) {
  sqlite3_stmt* statement = nullptr;
  check(db, sqlite3_prepare_v2(db, sql, -1, &statement, nullptr));
  return Statement(statement);
}

void bind(const Statement& statement, int place, const std::string& text) {
  check(sqlite3_db_handle(statement.get()),
        sqlite3_bind_text64(statement.get(), place, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

bool step(const Statement& statement) {
  const int rc = sqlite3_step(statement.get());
  check(sqlite3_db_handle(statement.get()), rc);
  return rc == SQLITE_ROW;
}

const char* text(const Statement& statement, int column) {
  const unsigned char* value = sqlite3_column_text(statement.get(), column);
  return value ? reinterpret_cast<const char*>(value) : "-";
}

void run(int count, char** arguments) {
  // Every connection opened from here on has Netra.
  sqlite3_auto_extension(reinterpret_cast<void (*)()>(sqlite3_netra_init));
  sqlite3* opened = nullptr;
  const int rc = sqlite3_open(":memory:", &opened);
  const Database db(opened);
  check(db.get(), rc);
  check(db.get(), sqlite3_exec(db.get(), "CREATE VIRTUAL TABLE text USING fts5(file UNINDEXED, body, tokenize = 'indonesian')", nullptr, nullptr, nullptr));

  const Statement insert = prepare(db.get(), "INSERT INTO text(file, body) VALUES (?, ?)");
  for (int i = 2; i < count; ++i) {
    std::ifstream file(arguments[i], std::ios::binary);
    if (!file) throw std::runtime_error(std::string("cannot read ") + arguments[i]);
    bind(insert, 1, arguments[i]);
    bind(insert, 2, std::string(std::istreambuf_iterator<char>(file), {}));
    step(insert);
    sqlite3_reset(insert.get());
  }

  const Statement search = prepare(db.get(),
      "SELECT file, extract_official(body, 'name'), extract_official(body, 'office'), election_stage(body),"
      "       snippet(text, 1, '[', ']', '...', 12)"
      "  FROM text WHERE text MATCH indo_query(?) ORDER BY rank");
  bind(search, 1, arguments[1]);
  int hits = 0;
  for (; step(search); ++hits)
    std::printf("%s\n  official %s (%s), stage %s\n  %s\n", text(search, 0), text(search, 1), text(search, 2), text(search, 3), text(search, 4));
  std::printf("%d of %d articles\n", hits, count - 2);
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    std::fprintf(stderr, "usage: tag_articles WORDS FILE...\n");
    return 2;
  }
  try {
    run(count, arguments);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "tag_articles: %s\n", error.what());
    return 1;
  }
  return 0;
}
