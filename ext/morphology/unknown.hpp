// Words the lexicon does not explain.
#pragma once

#include "morphology/candidate.hpp"
#include "morphology/stemmer.hpp"
#include "morphology/word.hpp"

namespace netra::morph {

inline constexpr int kUnknownCost = 100;  // of every reading without a lexicon root

// Conservative rules: -nya, the particles after a longer base, di-...-kan, meN-...-kan, di- and clear prefixes before a loan;
// never -i, -an, ke-, se-, ter- alone.
Candidate unknown_reading(const Text& w, Shape shape) noexcept;

}  // namespace netra::morph
