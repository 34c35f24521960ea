// One word without hyphens: its best reading and what it comes to.
#pragma once

#include <string_view>

#include "morphology/candidate.hpp"
#include "morphology/stemmer.hpp"
#include "morphology/word.hpp"

namespace netra::morph {

// The word as it stands, an entry of the lexicon or kNoEntry.
Candidate whole(int entry, int size) noexcept;

// The cheapest reading; a word of the lexicon is itself. best_known: of those with a lexicon root, or the whole word.
Candidate best_of(const Text& w) noexcept;
Candidate best_known(const Text& w) noexcept;

// Root or key of a candidate of w.
void write_stem(const Text& w, const Candidate& c, Mode mode, Stem& out) noexcept;

// Text of the root or key of an entry.
inline std::string_view decided_text(int entry, Mode mode) noexcept {
  const auto e = static_cast<uint16_t>(entry);
  return entry_text(kEntries[mode == Mode::root ? root_of(e) : key_of(e)]);
}

// The text comes from kText or a Text: both may be read 16 bytes past its start.
inline void set(Stem& out, std::string_view text) noexcept {
  out.size = static_cast<uint8_t>(text.size());
  std::memcpy(out.text, text.data(), text.size() > 16 ? text.size() : 16);
}
inline void set_exactly(Stem& out, std::string_view text) noexcept {
  out.size = static_cast<uint8_t>(text.size());
  std::memcpy(out.text, text.data(), text.size());
}

}  // namespace netra::morph
