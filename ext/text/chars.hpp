// What kind of character a code point is, for word boundaries.
#ifndef NETRA_TEXT_CHARS_HPP
#define NETRA_TEXT_CHARS_HPP

#include <array>
#include <cstdint>

namespace netra::text {

enum class CharClass : uint8_t {
  separator,  // spaces, punctuation, symbols, controls, malformed bytes
  letter,     // letters of scripts that put spaces between words
  digit,      // decimal digits of any script
  mark,       // combining marks: belong to the letter before them
  ignorable,  // soft hyphen, zero-width characters, bidi controls, variation selectors: invisible inside a word
  unspaced,   // letters of scripts written without spaces: Han, Kana, Thai, Lao, Khmer, Myanmar
};

CharClass char_class(char32_t cp) noexcept;

// A mark that changes neither word nor meaning when left out: Latin, Greek and Cyrillic accents, Arabic vowel points.
// Vowel signs of Indic and Javanese script are letters in this sense and stay.
bool is_diacritic(char32_t cp) noexcept;

constexpr bool is_ascii_lower(char c) noexcept { return c >= 'a' && c <= 'z'; }
constexpr bool is_ascii_upper(char c) noexcept { return c >= 'A' && c <= 'Z'; }
constexpr bool is_ascii_alpha(char c) noexcept { return is_ascii_lower(static_cast<char>(c | 0x20)); }
constexpr bool is_ascii_digit(char c) noexcept { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_alnum(char c) noexcept { return is_ascii_alpha(c) || is_ascii_digit(c); }
constexpr char ascii_lower(char c) noexcept { return is_ascii_upper(c) ? static_cast<char>(c | 0x20) : c; }

constexpr bool is_apostrophe(char32_t cp) noexcept {  // Jum'at, Jum’at, Asyʼari
  return cp == 0x27 || cp == 0x60 || cp == 0x2018 || cp == 0x2019 || cp == 0x02BC || cp == 0x02BB;
}
constexpr bool is_hyphen(char32_t cp) noexcept { return cp == '-' || cp == 0x2010 || cp == 0x2011; }
constexpr bool is_dash(char32_t cp) noexcept { return is_hyphen(cp) || (cp >= 0x2012 && cp <= 0x2015) || cp == 0x2212; }
constexpr bool is_blank(char32_t cp) noexcept {  // white space on a line: ASCII, no-break and typographic spaces
  return cp == ' ' || cp == '\t' || cp == 0xA0 || (cp >= 0x2000 && cp <= 0x200A) || cp == 0x202F || cp == 0x205F || cp == 0x3000;
}
constexpr bool is_newline(char32_t cp) noexcept { return cp == '\n' || cp == '\r' || cp == 0x85 || cp == 0x2028 || cp == 0x2029; }

}  // namespace netra::text

#endif
