// Indonesian stemmer: every derivation of a word, ranked by an integer cost.
// Words are folded (lower-case) ASCII or UTF-8 and may hold hyphens: how a word was capitalised cannot count,
// since what is typed in a search seldom is. Pure functions over constant tables, shared by threads; nothing here allocates or throws.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace netra::morph {

enum class Mode : uint8_t {
  search,  // index key: the root, but function words, lexicalised words and variants have keys of their own
  root,    // linguistic root
  light,   // only clitics and reduplication removed
};

inline constexpr size_t kMaxWord = 64;  // bytes; longer words pass unchanged

struct Stem {
  char text[kMaxWord + 8];
  uint8_t size = 0;
  std::string_view view() const noexcept { return {text, size}; }
};

// Writes the key of `word` to `out`; the word itself when nothing applies. A word over kMaxWord bytes cannot be held: out.size is
// 0 and the caller keeps its word (stem_view below does that).
void stem(std::string_view word, Mode mode, Stem& out) noexcept;

// The same as a view, valid while both arguments live.
inline std::string_view stem_view(std::string_view word, Mode mode, Stem& out) noexcept {
  if (word.size() > kMaxWord) return word;
  stem(word, mode, out);
  return out.view();
}

// One way to read a word.
struct Derivation {
  Stem root, key;
  char prefixes[40];          // outermost first, joined by '+': "meN+per"; "" when none
  char suffixes[16];          // "kan", "i", "an"
  char clitics[24];           // proclitic, possessive and particle: "ku", "nya+lah"
  const char* reduplication;  // "" | "penuh" (full) | "sebagian" (partial) | "leksikal" (decided in a table)
  const char* source;         // what decided: "root", "function", "protected", "acronym", "exception", "reduplication", "rule"
  bool known;                 // the root is in the lexicon
  bool licensed;              // the lexicon lists the affix frame for this root
  bool chosen;                // the derivation stem() uses
  int cost;                   // lower is better; see the named constants in affixes.hpp
};

// Ranked derivations, the chosen one first; returns how many were written (at most capacity). 0 only for an empty word, a word
// over kMaxWord bytes or capacity 0.
size_t analyze(std::string_view word, Derivation* out, size_t capacity) noexcept;

// Cache surface -> key for one thread (one tokenizer instance). Answers never differ from stem().
class StemCache {
 public:
  StemCache() noexcept { clear(); }
  // Key of the word; the view is valid until the next call and while `word` lives. Words over kMaxWord bytes come back unchanged.
  std::string_view stem(std::string_view word, Mode mode) noexcept;
  void clear() noexcept;

 private:
  // Words of at most 16 bytes whose key is the word itself or a lexicon word: 24 bytes a slot, two slots for each hash, 384 kB in
  // all.
  static constexpr unsigned kSetBits = 13;
  struct Slot {
    uint64_t head, tail;  // the first and the last eight bytes of the word
    uint32_t key;         // place of the key in the lexicon's text, or kItself
    uint8_t word_size, key_size, tag;
  };
  static constexpr uint32_t kItself = 0xFFFFFFFF;
  std::array<Slot[2], size_t{1} << kSetBits> sets_;
  Stem uncached_;
};

}  // namespace netra::morph
