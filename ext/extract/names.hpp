// Names of persons: titles before, degrees behind, the name itself between them.
#ifndef NETRA_EXTRACT_NAMES_HPP
#define NETRA_EXTRACT_NAMES_HPP

#include <string>
#include <vector>

#include "extract/document.hpp"

namespace netra::extract {

struct Name {
  Span span;         // the name alone: "La Ode Budiman"
  uint32_t first;    // first atom of its titles: "H. La Ode ..."
  uint32_t last;     // atom after its degrees: "..., S.Pd., M.M."
  std::vector<Span> honorifics;
  std::vector<Span> degrees;
  const data::Rank* rank = nullptr;
  bool titled() const noexcept { return !honorifics.empty() || !degrees.empty() || rank; }
};

// Reads a name that begins at atom i, titles included. false when none does. lower: names in small letters are taken as well
// (only right behind a role).
bool read_name(const Document& document, uint32_t i, Name& name, bool lower = false);

// Could this atom be a word of a name: a capitalised word that no table knows as something else?
bool name_word(const Document& document, uint32_t i) noexcept;

// Is the word, whatever its case, one whose stem the lexicon knows?
bool lexicon_word(const Document& document, uint32_t i);

}  // namespace netra::extract

#endif
