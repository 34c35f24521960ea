#include "sqlite/call.hpp"

#include "text/utf8.hpp"

namespace netra::sqlite {

std::string quoted(std::string_view text) {
  constexpr size_t kShown = 40;
  std::string out = "'";
  out += text.substr(0, text::clip(text, kShown));
  if (text.size() > kShown) out += "...";
  return out += '\'';
}

bool Arguments::is_null(int i) const noexcept {
  return i >= count_ || !values_[i] || sqlite3_value_type(values_[i]) == SQLITE_NULL;
}

std::optional<std::string_view> Arguments::text(int i) const {
  if (is_null(i)) return std::nullopt;
  if (sqlite3_value_type(values_[i]) == SQLITE_BLOB)
    throw UserError{std::string(function_) + "(): argument " + std::to_string(i + 1) + " is a BLOB; text is expected (CAST(... AS TEXT))"};
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(values_[i]));  // before _bytes: it may convert
  if (!bytes) throw std::bad_alloc();
  return std::string_view(bytes, static_cast<size_t>(sqlite3_value_bytes(values_[i])));
}

std::optional<int64_t> Arguments::integer(int i) const {
  if (is_null(i)) return std::nullopt;
  if (sqlite3_value_numeric_type(values_[i]) != SQLITE_INTEGER)
    throw UserError{std::string(function_) + "(): argument " + std::to_string(i + 1) + " is " + quoted(*text(i)) +
                    "; a whole number is expected"};
  return sqlite3_value_int64(values_[i]);
}

void Arguments::fail(std::string_view value, std::string_view what, std::string_view allowed) const {
  throw UserError{std::string(function_) + "(): " + quoted(value) + " is not " + std::string(what) + "; allowed: " +
                  std::string(allowed)};
}

void Result::cell(const extract::Cell& cell) noexcept {
  switch (cell.type) {
    case extract::Cell::Type::null:
      return null();
    case extract::Cell::Type::integer:
      return integer(cell.integer);
    case extract::Cell::Type::real:
      return real(cell.real);
    case extract::Cell::Type::text:
      return text(cell.text);
    case extract::Cell::Type::json:
      return json(cell.text);
  }
}

}  // namespace netra::sqlite
