#include "extract/gazetteer.hpp"

namespace netra::extract {

uint16_t symbol_of(std::string_view folded) noexcept {
  using namespace tables;
  for (uint32_t i = hash_word(folded) & vocabulary_mask; vocabulary_slot[i] != 0; i = (i + 1) & vocabulary_mask) {
    const uint16_t symbol = vocabulary_slot[i];
    const uint32_t begin = vocabulary_offset[symbol];
    if (std::string_view(vocabulary_text + begin, vocabulary_offset[symbol + 1] - begin) == folded) return symbol;
  }
  return 0;
}

}  // namespace netra::extract
