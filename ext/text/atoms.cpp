#include "text/atoms.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "text/ascii_run.hpp"
#include "text/chars.hpp"
#include "text/utf8.hpp"

namespace netra::text {

namespace {

enum class Unit : uint8_t { blank, newline, word, number, joiner, punct, wide };

bool is_upper(char32_t cp) noexcept {
  return cp < 0x80 ? is_ascii_upper(static_cast<char>(cp)) : utf8proc_category(static_cast<int32_t>(cp)) == UTF8PROC_CATEGORY_LU;
}

// joiner: belongs to the word it stands in (marks, invisible characters), and is nothing by itself.
Unit unit_of(char32_t cp) noexcept {
  if (cp < 0x80) {
    const char c = static_cast<char>(cp);
    if (is_ascii_alpha(c)) return Unit::word;
    if (is_ascii_digit(c)) return Unit::number;
    if (cp == '\n' || cp == '\r') return Unit::newline;
    return cp <= ' ' || cp == 0x7F ? Unit::blank : Unit::punct;
  }
  if (cp == kInvalid || is_blank(cp)) return Unit::blank;
  if (is_apostrophe(cp)) return Unit::punct;  // also U+02BB and U+02BC, which Unicode counts as letters
  if (is_newline(cp)) return Unit::newline;
  switch (char_class(cp)) {
    case CharClass::letter:
    case CharClass::unspaced:
      return Unit::word;
    case CharClass::digit:
      return Unit::number;
    case CharClass::mark:
    case CharClass::ignorable:
      return Unit::joiner;
    case CharClass::separator:
      break;
  }
  return utf8proc_category(static_cast<int32_t>(cp)) == UTF8PROC_CATEGORY_CC ? Unit::blank : Unit::punct;
}

constexpr std::array<Unit, 256> kUnits = [] {  // bytes >= 0x80 stand for "look at the character"
  std::array<Unit, 256> units{};
  for (int c = 0; c < 256; ++c) {
    const char ch = static_cast<char>(c);
    units[static_cast<size_t>(c)] = c >= 0x80                 ? Unit::wide
                                    : is_ascii_alpha(ch)      ? Unit::word
                                    : is_ascii_digit(ch)      ? Unit::number
                                    : c == '\n' || c == '\r' ? Unit::newline
                                    : c <= ' ' || c == 0x7F   ? Unit::blank
                                                              : Unit::punct;
  }
  return units;
}();

constexpr Unit unit_of_byte(char c) noexcept { return kUnits[static_cast<unsigned char>(c)]; }

}  // namespace

// The common case of run(): an ASCII word or number that ends before an ASCII character other than an apostrophe, or one lone
// ASCII mark. False when the general way is needed.
bool AtomScanner::ascii_run(Atom& atom) noexcept {
  const char* const begin = text_.data() + atom.start;
  const char* const limit = begin + std::min<size_t>(text_.size() - atom.start, kMaxAtom);  // or a run of many atoms is read for each
  const Unit unit = unit_of_byte(*begin);
  const char* p = begin + 1;
  if (unit == Unit::word) {
    unsigned lower = static_cast<unsigned char>(*begin) & 0x20;  // set in lower-case letters
    if (const LetterRun letters = limit - begin >= 16 ? letter_run(begin) : LetterRun{16, 0}; letters.size < 16) [[likely]] {
      p = begin + letters.size;
      lower = letters.lower;
      // without the first letter: all lower-case, all upper-case, or mixed
      if (const unsigned all = (1U << letters.size) - 1; (lower | 1) != all && (lower & ~1U) != 0) atom.flags |= kMixed;
    } else {
      for (; p < limit && unit_of_byte(*p) == Unit::word; ++p) lower |= static_cast<unsigned char>(*p) & 0x20;
      atom.flags |= kMixed;
    }
    if (p < limit && (is_apostrophe(static_cast<unsigned char>(*p)) || unit_of_byte(*p) == Unit::wide)) return false;
    if (is_ascii_upper(*begin)) atom.flags |= kCapital;
    if (!lower && p - begin >= 2) atom.flags |= kUpper;
  } else if (unit == Unit::number) {
    while (p < limit && unit_of_byte(*p) == Unit::number) ++p;
    if (p < limit && unit_of_byte(*p) == Unit::wide) return false;
    atom.flags |= kNumber;
  } else if (unit == Unit::punct) {
    if (p < limit && *p == *begin) return false;
    atom.flags |= kPunct;
  } else {
    return false;
  }
  const auto length = static_cast<uint32_t>(p - begin);
  if (length >= kMaxAtom) return false;
  atom.length = static_cast<uint16_t>(length);
  atom.flags |= kAscii;
  at_ = atom.end();
  char_ += length;
  return true;
}

// Extends the atom that starts at at_ to its end. Words take marks, invisible characters and apostrophes between letters with
// them; a punctuation mark takes its repetitions ("...", "***").
void AtomScanner::run(Atom& atom) noexcept {
  const char* const base = text_.data();
  const char* const end = base + text_.size();
  const char* p = base + atom.start;
  const Char first = decode(p, end);
  const Unit unit = unit_of(first.cp);
  uint32_t chars = 0;
  bool ascii = true, lower = false;
  unsigned letters = 0;
  while (p < end) {
    const Char c = decode(p, end);
    if (unit == Unit::punct) {
      if (c.cp != first.cp) break;
    } else {
      const Unit u = unit_of(c.cp);
      if (u == Unit::joiner) {
      } else if (unit == Unit::word && is_apostrophe(c.cp)) {
        const char* after = p + c.size;
        if (after >= end || letters == 0 || unit_of(decode(after, end).cp) != Unit::word) break;
        atom.flags |= kApostrophe;
      } else if (u != unit) {
        break;
      } else if (unit == Unit::word) {
        ++letters;
        lower = lower || !is_upper(c.cp);
      }
    }
    ascii = ascii && c.cp < 0x80;
    p += c.size;
    ++chars;
    if (static_cast<uint32_t>(p - base) - atom.start >= kMaxAtom) break;
  }
  atom.length = static_cast<uint16_t>(static_cast<uint32_t>(p - base) - atom.start);
  if (unit != Unit::word) atom.flags |= unit == Unit::number ? kNumber : kPunct;
  if (ascii) atom.flags |= kAscii;
  if (unit == Unit::word) {
    atom.flags |= kMixed;
    if (is_upper(first.cp)) atom.flags |= kCapital;
    if (!lower && letters >= 2) atom.flags |= kUpper;
  }
  at_ = atom.end();
  char_ += chars;
}

bool AtomScanner::next(Atom& atom) {
  const char* const base = text_.data();
  const char* const end = base + text_.size();
  unsigned newlines = 0;
  bool space = at_ == 0;
  const bool first = at_ == 0;
  while (at_ < text_.size()) {
    const Unit byte = unit_of_byte(base[at_]);
    if (byte == Unit::blank) {
      space = true;
      ++at_;
      ++char_;
      continue;
    }
    if (byte == Unit::word || byte == Unit::number || byte == Unit::punct) break;
    const Char c = decode(base + at_, end);
    const Unit unit = unit_of(c.cp);
    if (unit != Unit::blank && unit != Unit::newline && unit != Unit::joiner) break;
    if (unit == Unit::newline && !(c.cp == '\n' && at_ > 0 && base[at_ - 1] == '\r')) ++newlines;
    space = space || unit != Unit::joiner;
    at_ += c.size;
    ++char_;
    if (++passed_ % 16384 == 0) poll_();
  }
  if (at_ >= text_.size()) return false;
  atom.start = at_;
  first_char_ = char_;
  atom.matches = 0;
  atom.symbol = 0;
  atom.flags = 0;
  if (space) atom.flags |= kSpaceBefore;
  if (newlines > 0 || first) atom.flags |= kNewlineBefore;
  if (newlines > 1 || first) atom.flags |= kParagraphBefore;
  if (!ascii_run(atom)) run(atom);
  return true;
}

}  // namespace netra::text
