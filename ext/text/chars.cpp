#include "text/chars.hpp"

#include <utf8proc.h>

#include "text/utf8.hpp"

namespace netra::text {

namespace {

struct Range {
  char32_t first, last;
};

constexpr bool within(char32_t cp, const Range* ranges, size_t n) noexcept {
  for (size_t i = 0; i < n; ++i)
    if (cp >= ranges[i].first && cp <= ranges[i].last) return true;
  return false;
}

// Unicode blocks and extensions of scripts without spaces between words (UAX #29: complex context and ideographs).
constexpr Range kUnspaced[] = {
    {0x0E00, 0x0EFF},    // Thai, Lao
    {0x1000, 0x109F},    // Myanmar
    {0x1780, 0x17FF},    // Khmer
    {0x3005, 0x3007},    // ideographic iteration mark, zero
    {0x3040, 0x30FF},    // Hiragana, Katakana
    {0x31F0, 0x31FF},    // Katakana extensions
    {0x3400, 0x4DBF},    // Han extension A
    {0x4E00, 0x9FFF},    // Han
    {0xA9E0, 0xA9FF},    // Myanmar extended B
    {0xAA60, 0xAA7F},    // Myanmar extended A
    {0xF900, 0xFAFF},    // Han compatibility
    {0x20000, 0x3FFFD},  // Han extensions B and later
};

constexpr Range kDiacritics[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0610, 0x061A}, {0x064B, 0x065F}, {0x0670, 0x0670},
    {0x06D6, 0x06DC}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF}, {0xFE20, 0xFE2F},
};

constexpr bool is_ignorable(char32_t cp) noexcept {  // Default_Ignorable_Code_Point, the part met in texts
  return cp == 0xAD || cp == 0x34F || cp == 0x61C || cp == 0x180E || (cp >= 0x200B && cp <= 0x200F) ||
         (cp >= 0x202A && cp <= 0x202E) || (cp >= 0x2060 && cp <= 0x206F) || cp == 0xFEFF || (cp >= 0xFE00 && cp <= 0xFE0F) ||
         (cp >= 0xE0000 && cp <= 0xE0FFF);
}

}  // namespace

bool is_diacritic(char32_t cp) noexcept { return within(cp, kDiacritics, std::size(kDiacritics)); }

CharClass char_class(char32_t cp) noexcept {
  if (cp < 0x80) {
    const char c = static_cast<char>(cp);
    return is_ascii_alpha(c) ? CharClass::letter : is_ascii_digit(c) ? CharClass::digit : CharClass::separator;
  }
  if (cp == kInvalid) return CharClass::separator;
  if (is_ignorable(cp)) return CharClass::ignorable;
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(cp))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_NL:
      return within(cp, kUnspaced, std::size(kUnspaced)) ? CharClass::unspaced : CharClass::letter;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
      return within(cp, kUnspaced, std::size(kUnspaced)) ? CharClass::unspaced : CharClass::mark;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NO:
      return CharClass::digit;
    case UTF8PROC_CATEGORY_CO:  // private use: unicode61 indexes it too
      return CharClass::letter;
    default:
      return CharClass::separator;
  }
}

}  // namespace netra::text
