// How records become rows and JSON: a record type lists its fields once; table-valued functions, JSON scalars and the field
// argument of the scalars all read that list.
#ifndef NETRA_EXTRACT_RECORD_HPP
#define NETRA_EXTRACT_RECORD_HPP

#include <cmath>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "extract/document.hpp"

namespace netra::extract {

// One value. Text and JSON are views: into the document, a compiled-in table or the record itself; to be used before the next
// value is asked for.
struct Cell {
  enum class Type : uint8_t { null, integer, real, text, json } type = Type::null;
  int64_t integer = 0;
  double real = 0;
  std::string_view text;

  Cell() = default;
  static Cell of(int64_t value) { return {Type::integer, value, 0, {}}; }
  static Cell of(double value) { return {Type::real, 0, value, {}}; }
  static Cell of(std::string_view value) { return {Type::text, 0, 0, value}; }
  static Cell json(std::string_view value) { return {Type::json, 0, 0, value}; }
  // Empty text stands for "none" in records and tables.
  static Cell or_null(std::string_view value) { return value.empty() ? Cell() : of(value); }

 private:
  Cell(Type t, int64_t i, double r, std::string_view s) : type(t), integer(i), real(r), text(s) {}
};

// declared: the column's type in SQL, "TEXT", "INTEGER", "REAL" or "JSON" (declared as TEXT).
template <class Record>
struct Field {
  const char* name;
  const char* declared;
  Cell (*get)(const Record&, const Document&);
};

// Evidence and confidence, the same four columns at the end of every extraction.
template <class Record>
inline Cell surface_of(const Record& r, const Document& d) {
  return Cell::of(d.surface(r.span));
}
template <class Record>
inline Cell start_of(const Record& r, const Document& d) {
  return Cell::of(static_cast<int64_t>(d.start(r.span)));
}
template <class Record>
inline Cell length_of(const Record& r, const Document& d) {
  return Cell::of(static_cast<int64_t>(d.length(r.span)));
}
template <class Record>
inline Cell confidence_of(const Record& r, const Document&) {
  return Cell::of(std::round(static_cast<double>(r.confidence) * 1000) / 1000);  // 0.95, not the nearest float's 0.949999988
}

void append_json_text(std::string& out, std::string_view text);  // quoted and escaped; malformed bytes become U+FFFD
void append_json(std::string& out, const Cell& cell);

// {"name": value, ...} of all fields.
template <class Record>
std::string to_json(const Record& record, const Document& document, std::span<const Field<Record>> fields) {
  std::string out = "{";
  out.reserve(768);  // most records need less
  for (const auto& field : fields) {
    if (out.size() > 1) out += ',';
    append_json_text(out, field.name);
    out += ':';
    append_json(out, field.get(record, document));
  }
  return out += '}';
}

}  // namespace netra::extract

#endif
