// Small questions the grammars ask of the atoms of a document.
#ifndef NETRA_EXTRACT_READING_HPP
#define NETRA_EXTRACT_READING_HPP

#include <initializer_list>
#include <string_view>

#include "extract/document.hpp"
#include "text/chars.hpp"

namespace netra::extract {

// Is atom i this word? ASCII letters compare without case; `lower` is in lower case.
inline bool is_word(const Document& d, uint32_t i, std::string_view lower) noexcept {
  if (i >= d.size() || !d.atom(i).word()) return false;
  const auto bytes = d.bytes(i);
  if (bytes.size() != lower.size()) return false;
  for (size_t k = 0; k < lower.size(); ++k)
    if (text::ascii_lower(bytes[k]) != lower[k]) return false;
  return true;
}

inline bool is_one_of(const Document& d, uint32_t i, std::initializer_list<std::string_view> words) noexcept {
  for (const auto word : words)
    if (is_word(d, i, word)) return true;
  return false;
}

// dua, sebelas: does a number in words begin at atom i, i < size()?
inline bool number_word(const Document& d, uint32_t i) noexcept {
  for (const Match& m : d.matches(i))
    if (m.kind == Kind::date_word && data::date_words[m.row].role == data::DateRole::number) return true;
  return false;
}

// Nothing stands between atom i and the one before it.
inline bool glued(const Document& d, uint32_t i) noexcept { return i > 0 && i < d.size() && !d.is(i, text::kSpaceBefore); }

// Hyphen, en dash or em dash.
inline bool is_dash(const Document& d, uint32_t i) noexcept {
  if (i >= d.size() || !d.atom(i).punct()) return false;
  const auto bytes = d.bytes(i);
  return bytes[0] == '-' || bytes.starts_with("\u2013") || bytes.starts_with("\u2014") || bytes.starts_with("\u2012");
}

// Value of a number atom of at most nine ASCII digits, or -1.
inline int value_of(const Document& d, uint32_t i) noexcept {
  if (i >= d.size() || !d.atom(i).number()) return -1;
  const auto bytes = d.bytes(i);
  if (bytes.size() > 9) return -1;
  int value = 0;
  for (const char c : bytes) {
    if (!text::is_ascii_digit(c)) return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

inline size_t digits_of(const Document& d, uint32_t i) noexcept {
  return i < d.size() && d.atom(i).number() ? d.bytes(i).size() : 0;
}

}  // namespace netra::extract

#endif
