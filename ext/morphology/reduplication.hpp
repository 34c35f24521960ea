// Words with hyphens: reduplication, fixed pairs, clitics and prefixes after and before a hyphen.
#pragma once

#include <cstddef>
#include <string_view>

#include "morphology/candidate.hpp"
#include "morphology/stemmer.hpp"
#include "morphology/word.hpp"

namespace netra::morph {

// What a hyphenated word comes to.
struct Hyphenated {
  enum How : uint8_t { asOne, part, common, pair } how = asOne;
  Text part_text;             // the part (or, for asOne, the word) that was analysed
  Candidate chosen;           // in part_text
  int pair_entry = kNoEntry;  // `pair`: lexicalised X-X
  Stem light;
  char outer[24] = "";  // prefixes before a hyphen
  char tails[24] = "";  // clitics and suffixes after a hyphen
  int cost = 0;
};

// `word` of 1 to kMaxWord bytes with a hyphen.
void analyse_hyphenated(std::string_view word, Hyphenated& h) noexcept;
void write_hyphenated(const Hyphenated& h, Mode mode, Stem& out) noexcept;

// Adds `text` to a list joined by '+'; nothing when it is empty or does not fit.
void append(char* to, size_t capacity, std::string_view text) noexcept;

}  // namespace netra::morph
