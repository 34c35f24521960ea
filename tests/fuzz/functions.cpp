// SQL functions with arguments of every type and number, cut out of the input.
#include <vector>

#include "fuzz/fuzz.hpp"
#include "support/host.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static host::Db* const db = new host::Db;
  struct Target {
    std::string name;
    int arguments;
    bool table;
  };
  static const auto* const targets = [] {
    auto* list = new std::vector<Target>;
    for (const auto& f : host::surface().functions)
      if (f.arguments >= 0) list->push_back({f.name, f.arguments, false});
    for (const auto& t : host::surface().tables)
      for (int n = 0; n <= static_cast<int>(t.parameters.size()); ++n) list->push_back({t.name, n, true});
    return list;
  }();
  fuzz::Source source{data, size};
  const Target& target = (*targets)[(source.byte() | source.byte() << 8) % targets->size()];
  static std::vector<sqlite3_stmt*> statements(targets->size());
  sqlite3_stmt*& statement = statements[static_cast<size_t>(&target - targets->data())];
  if (!statement) {
    std::string list;
    for (int i = 1; i <= target.arguments; ++i) list += (i > 1 ? ",?" : "?") + std::to_string(i);
    const std::string sql = std::string(target.table ? "SELECT * FROM " : "SELECT ") + target.name + "(" + list + ")";
    if (sqlite3_prepare_v2(db->get(), sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) return 0;
  }
  for (int i = 1; i <= target.arguments; ++i) {
    const uint8_t type = source.byte();
    const size_t room = i == target.arguments ? source.size : std::min<size_t>(source.size, source.byte());
    const std::string_view bytes = fuzz::text_of(source.data, room);
    source.data += room;
    source.size -= room;
    switch (type % 8) {
      case 0: sqlite3_bind_null(statement, i); break;
      case 1: sqlite3_bind_int64(statement, i, static_cast<sqlite3_int64>(room) * type - 7); break;
      case 2: sqlite3_bind_double(statement, i, type / 3.0 - 20); break;
      case 3: sqlite3_bind_blob64(statement, i, bytes.data(), bytes.size(), SQLITE_STATIC); break;
      case 4: sqlite3_bind_text64(statement, i, bytes.data() ? bytes.data() : "", bytes.size() & ~size_t{1}, SQLITE_STATIC, SQLITE_UTF16LE); break;
      default: sqlite3_bind_text64(statement, i, bytes.data() ? bytes.data() : "", bytes.size(), SQLITE_STATIC, SQLITE_UTF8);
    }
  }
  int rows = 0;
  int rc;
  while ((rc = sqlite3_step(statement)) == SQLITE_ROW && ++rows < 1000)
    for (int i = 0; i < sqlite3_column_count(statement); ++i) sqlite3_column_text(statement, i);
  fuzz::require(rc == SQLITE_ROW || rc == SQLITE_DONE || rc == SQLITE_ERROR, sqlite3_errmsg(db->get()));
  sqlite3_reset(statement);
  sqlite3_clear_bindings(statement);
  return 0;
}
