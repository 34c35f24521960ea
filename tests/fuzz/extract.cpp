// Every function over one text, with surface = substr(text, start, length) where a row has them. The first byte chooses an eighth
// of the functions, so that many texts are tried.
#include <unordered_map>

#include "fuzz/fuzz.hpp"
#include "support/host.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static host::Db* const db = [] {
    host::enter(host::Entry::guarded);
    return new host::Db;
  }();
  static const auto* const checks = [] {
    auto* list = new std::vector<std::pair<std::string, std::string>>;  // SQL and what it says
    for (const auto& call : host::calls()) {
      if (!call.takes_text) continue;
      bool surface = false;
      if (call.sql.find("(?1") != std::string::npos)
        for (const auto& column : call.columns) surface = surface || column == "surface";
      list->push_back(
          {surface ? "SELECT start, length, surface FROM " + call.sql.substr(call.sql.find("FROM ") + 5) : call.sql, call.name});
    }
    return list;
  }();
  fuzz::Source source{data, size};
  const size_t share = source.byte() % 8;
  const std::string_view text = source.rest();
  for (size_t i = share; i < checks->size(); i += 8) {
    const auto& [sql, name] = (*checks)[i];
    if (sql.rfind("SELECT start", 0) != 0) {
      const auto a = db->run(sql, text);
      fuzz::require(a.rc == SQLITE_OK || (a.rc == SQLITE_ERROR && a.message.rfind(name, 0) == 0),
                    (sql + ": " + a.message).c_str());
      continue;
    }
    static std::unordered_map<std::string, sqlite3_stmt*> kept;
    sqlite3_stmt*& statement = kept[sql];
    if (!statement) fuzz::require(sqlite3_prepare_v2(db->get(), sql.c_str(), -1, &statement, nullptr) == SQLITE_OK, sql.c_str());
    sqlite3_bind_text64(statement, 1, text.data() ? text.data() : "", text.size(), SQLITE_STATIC, SQLITE_UTF8);
    while (sqlite3_step(statement) == SQLITE_ROW) {
      if (sqlite3_column_type(statement, 2) == SQLITE_NULL) continue;
      const auto* surface = reinterpret_cast<const char*>(sqlite3_column_text(statement, 2));
      const std::string_view got(surface, static_cast<size_t>(sqlite3_column_bytes(statement, 2)));
      fuzz::require(host::substr(text, sqlite3_column_int64(statement, 0), sqlite3_column_int64(statement, 1)) == got,
                    (sql + ": surface").c_str());
    }
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
  }
  return 0;
}
