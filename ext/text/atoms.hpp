// Atoms: the finest units of a text that grammar looks at. A word, a number or one punctuation mark each; the hyphen, the dot
// and the boundary between letters and digits always separate, so "S.Pd", "Undang-Undang" and "Rp600" mean the same to the
// tables (which are cut by this same scanner) and to the text. (The search index has larger words: text/words.hpp.)
#ifndef NETRA_TEXT_ATOMS_HPP
#define NETRA_TEXT_ATOMS_HPP

#include <cstdint>
#include <string_view>

#include "text/poll.hpp"

namespace netra::text {

enum AtomFlag : uint16_t {
  kSpaceBefore = 1 << 0,    // blanks or a line break stand before it (also at the start of the text)
  kNewlineBefore = 1 << 1,  // at least one line break
  kParagraphBefore = 1 << 2,  // an empty line, or the start of the text
  kCapital = 1 << 3,        // word: starts with an upper-case letter
  kUpper = 1 << 4,          // word: has no lower-case letter and at least two letters
  kAscii = 1 << 5,          // bytes and characters of the atom are the same
  kSentenceStart = 1 << 6,  // first word of a sentence          (set by Document)
  kInQuote = 1 << 7,        // between quotation marks           (set by Document)
  kHeadline = 1 << 8,       // part of the headline              (set by Document)
  kBoilerplate = 1 << 9,    // not running text: link lines, bylines, credits (set by Document)
  kClitic = 1 << 10,        // the word ends in -nya and its symbol is that of the word without it (set by Document)
  kNested = 1 << 11,        // within parentheses                (set by Document)
  kApostrophe = 1 << 12,    // word: holds an apostrophe (Jum'at)
  kMixed = 1 << 13,         // ASCII word: may have an upper-case letter behind a lower-case one; certain only when it is not set
  kNumber = 1 << 14,        // what is neither a number nor a punctuation mark is a word
  kPunct = 1 << 15,
};

// start and length count bytes. symbol: the folded word's number in the gazetteer's vocabulary, 0 when no table knows it. matches:
// the list of those that begin at it. Its Document sets both. Small: a text may have an atom a byte.
struct Atom {
  uint32_t start;
  uint16_t length;
  uint16_t flags;
  uint16_t symbol;
  uint16_t matches;

  uint32_t end() const noexcept { return start + length; }
  bool is(AtomFlag flag) const noexcept { return (flags & flag) != 0; }
  bool word() const noexcept { return (flags & (kNumber | kPunct)) == 0; }
  bool number() const noexcept { return is(kNumber); }
  bool punct() const noexcept { return is(kPunct); }
};
static_assert(sizeof(Atom) == 12);

// A run that is longer continues in the next atom; with the character it ends in it fits Atom::length.
inline constexpr uint32_t kMaxAtom = UINT16_MAX - 3;

// Cuts a text into atoms, in order; what lies between two atoms is white space, controls and malformed bytes.
class AtomScanner {
 public:
  // poll is asked within long stretches between atoms, of marks alone say; what it throws comes out of next().
  explicit AtomScanner(std::string_view text, const Poll& poll = {}) noexcept : text_(text), poll_(poll) {}
  bool next(Atom& atom);  // false at the end; symbol and matches are left 0
  uint32_t first_char() const noexcept { return first_char_; }  // characters before the last atom

 private:
  bool ascii_run(Atom& atom) noexcept;
  void run(Atom& atom) noexcept;

  std::string_view text_;
  Poll poll_;
  uint32_t passed_ = 0;  // characters between atoms that are no ASCII blanks
  uint32_t at_ = 0;
  uint32_t char_ = 0;
  uint32_t first_char_ = 0;
};

}  // namespace netra::text

#endif
