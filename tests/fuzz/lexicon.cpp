// Users' own entries, the last argument of the extractors: JSON as it comes, or entries put together from the lines of the input,
// over a text in which their forms occur. A fault names the function; every surface stands in the text.
#include <vector>

#include "fuzz/fuzz.hpp"
#include "support/host.hpp"

namespace {

// A line "kind|key=value|..." becomes an object; the forms are collected.
std::string entries_of(std::string_view lines, std::string& forms) {
  static const char* const kKinds[] = {"office", "region", "institution", "honorific", "degree"};
  static const char* const kKeys[] = {"form", "name", "unit", "level", "code", "abbreviation", "class"};
  std::string json = "[";
  for (size_t line = 0; !lines.empty() && line < 20; ++line) {
    const std::string_view all = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(lines.size(), all.size() + 1));
    if (all.size() < 2) continue;
    std::string_view fields = all.substr(1);
    json +=
        (json.size() > 1 ? ",{\"kind\":\"" : "{\"kind\":\"") + std::string(kKinds[static_cast<unsigned char>(all[0]) % 5]) + '"';
    for (bool first = true; !fields.empty(); first = false) {
      const std::string_view field = fields.substr(0, fields.find('|'));
      fields.remove_prefix(std::min(fields.size(), field.size() + 1));
      if (!first && field.empty()) continue;
      const std::string_view value = first ? field : field.substr(1);
      json += std::string(",\"") + kKeys[first ? 0 : static_cast<unsigned char>(field[0]) % 7] + "\":\"";
      for (const char c : value)
        json += c == '"' || c == '\\'                  ? std::string("\\") + c
                : static_cast<unsigned char>(c) < 0x20 ? std::string(" ")
                                                       : std::string(1, c);
      json += '"';
      if (first) forms.append(value.substr(value.starts_with('^') || value.starts_with('!'))).append(" Budi Santoso, ");
    }
    json += '}';
  }
  return json + ']';
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static host::Db* const db = new host::Db;
  static const char* const kTables[] = {"extract_officials", "extract_regions", "extract_institutions"};
  static const char* const kScalars[] = {"extract_official", "extract_region"};
  fuzz::Source source{data, size};
  const bool raw = source.byte() % 2 == 0;
  std::string text = raw ? std::string(host::sample()) : std::string();
  const std::string json = raw ? std::string(source.rest()) : entries_of(source.rest(), text);
  if (!raw) text += "dan Bupati Ngawi.";
  const auto query = [&](const std::string& sql, const auto& row) {
    sqlite3_stmt* statement = nullptr;
    fuzz::require(sqlite3_prepare_v2(db->get(), sql.c_str(), -1, &statement, nullptr) == SQLITE_OK, sqlite3_errmsg(db->get()));
    sqlite3_bind_text64(statement, 1, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
    sqlite3_bind_text64(statement, 2, json.data() ? json.data() : "", json.size(), SQLITE_STATIC, SQLITE_UTF8);
    int rc;
    while ((rc = sqlite3_step(statement)) == SQLITE_ROW) row(statement);
    const std::string message = rc == SQLITE_DONE ? "" : sqlite3_errmsg(db->get());
    sqlite3_finalize(statement);
    return std::pair(rc, message);
  };
  int outcome = -1;  // the same for every function
  const auto same = [&](const std::string& name, const std::pair<int, std::string>& got) {
    fuzz::require(got.first == SQLITE_DONE || (got.first == SQLITE_ERROR && got.second.rfind(name, 0) == 0),
                  (name + ": " + got.second).c_str());
    fuzz::require(outcome == -1 || outcome == got.first, "the same entries are taken by one function and refused by another");
    outcome = got.first;
  };
  for (const std::string name : kTables)
    same(name, query("SELECT start, length, surface FROM " + name + "(?1, ?2)", [&](sqlite3_stmt* row) {
           if (sqlite3_column_type(row, 2) == SQLITE_NULL) return;
           const std::string_view surface(reinterpret_cast<const char*>(sqlite3_column_text(row, 2)),
                                          static_cast<size_t>(sqlite3_column_bytes(row, 2)));
           fuzz::require(host::substr(text, sqlite3_column_int64(row, 0), sqlite3_column_int64(row, 1)) == surface, "surface");
         }));
  for (const std::string name : kScalars) same(name, query("SELECT " + name + "(?1, NULL, ?2)", [](sqlite3_stmt*) {}));
  return 0;
}
