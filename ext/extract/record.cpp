#include "extract/record.hpp"

#include <charconv>

#include "text/utf8.hpp"

namespace netra::extract {

void append_json_text(std::string& out, std::string_view text) {
  constexpr char kHex[] = "0123456789abcdef";
  out += '"';
  const char* const end = text.data() + text.size();
  for (const char* p = text.data(); p < end;) {
    const char* const plain = p;
    while (p < end && *p >= ' ' && *p < 0x7F && *p != '"' && *p != '\\') ++p;
    if (p > plain) out.append(plain, p);
    if (p == end) break;
    const text::Char c = text::decode(p, end);
    if (c.cp == text::kInvalid) {
      out += "\uFFFD";
    } else if (c.cp == '"' || c.cp == '\\') {
      out += '\\';
      out += *p;
    } else if (c.cp == '\n') {
      out += "\\n";
    } else if (c.cp < 0x20) {
      out += "\\u00";
      out += kHex[c.cp >> 4];
      out += kHex[c.cp & 15];
    } else {
      out.append(p, c.size);
    }
    p += c.size;
  }
  out += '"';
}

void append_json(std::string& out, const Cell& cell) {
  char digits[40];
  switch (cell.type) {
    case Cell::Type::null:
      out += "null";
      return;
    case Cell::Type::integer:
      out.append(digits, std::to_chars(digits, digits + sizeof digits, cell.integer).ptr);
      return;
    case Cell::Type::real:
      out.append(digits, std::to_chars(digits, digits + sizeof digits, cell.real).ptr);
      return;
    case Cell::Type::text:
      append_json_text(out, cell.text);
      return;
    case Cell::Type::json:
      out += cell.text;
      return;
  }
}

}  // namespace netra::extract
