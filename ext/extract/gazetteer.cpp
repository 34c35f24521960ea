#include "extract/gazetteer.hpp"

namespace netra::extract {

uint16_t symbol_of(std::string_view padded) noexcept {
  using namespace tables;
  const uint32_t hash = hash_word(padded);
  for (uint32_t i = hash & vocabulary_mask; vocabulary_slot[i] != 0; i = (i + 1) & vocabulary_mask) {
    if ((vocabulary_slot[i] ^ hash) >> 16 != 0) continue;
    const auto symbol = static_cast<uint16_t>(vocabulary_slot[i]);
    const uint32_t begin = vocabulary_offset[symbol];
    if (std::string_view(vocabulary_text + begin, vocabulary_offset[symbol + 1] - begin) == padded) return symbol;
  }
  return 0;
}

}  // namespace netra::extract
