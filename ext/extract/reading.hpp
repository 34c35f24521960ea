// Small questions the grammars ask of the atoms of a document.
#ifndef NETRA_EXTRACT_READING_HPP
#define NETRA_EXTRACT_READING_HPP

#include <string_view>

#include "extract/grammar.hpp"

namespace netra::extract {

// Is atom i this word? ASCII letters compare without case; `lower` is in lower case.
inline bool is_word(const Document& d, uint32_t i, std::string_view lower) noexcept { return word_is(d, i, lower) && d.atom(i).word(); }
template <size_t... Sizes>
[[gnu::always_inline]] inline bool is_one_of(const Document& d, uint32_t i, const char (&... words)[Sizes]) noexcept {
  return word_in(d, i, words...) && d.atom(i).word();
}

// dua, sebelas: does a number in words begin at atom i, i < size()?
inline bool number_word(const Document& d, uint32_t i) noexcept {
  if (!d.begins(i, Kind::date_word)) return false;
  for (const Match m : d.matches(i))
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
