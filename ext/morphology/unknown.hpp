// Words the lexicon does not explain.
#pragma once

#include "morphology/candidate.hpp"
#include "morphology/stemmer.hpp"
#include "morphology/word.hpp"

namespace netra::morph {

inline constexpr int kUnknownCost = 100;  // of every reading without a lexicon root

// Reading of a word that no lexicon root explains as it is written.
// First, a root that lost one vowel in writing between two affixes: kementrian menteri, kecendrungan cenderung, dianugrahkan anugerah.
// Only when a vowel between two consonants makes the word a licensed derivation of a root of five letters or more, and of one alone.
// Else conservative rules: -nya, the particles after a longer base, di-...-kan, meN-...-kan, di- and clear prefixes before a loan;
// never -i, -an, ke-, se-, ter- alone.
Candidate guess(const Text& w) noexcept;

}  // namespace netra::morph
