// Stems and derivations of one word.
#include "fuzz/fuzz.hpp"
#include "morphology/stemmer.hpp"

using namespace netra;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string word(fuzz::text_of(data, size));  // exactly its bytes: a read past them is seen
  for (const auto mode : {morph::Mode::search, morph::Mode::root, morph::Mode::light}) {
    morph::Stem a, b;
    const std::string_view stem = morph::stem_view(word, mode, a);
    fuzz::require(stem.size() <= word.size() + 8, "a stem much longer than its word");
    fuzz::require(word.empty() || !stem.empty(), "no stem");
    fuzz::require(morph::stem_view(word, mode, b) == stem, "hidden state");
  }
  morph::Derivation out[8];
  const size_t n = morph::analyze(word, out, 8);
  fuzz::require(n <= 8, "too many derivations");
  return 0;
}
