#include "extract/gazetteer.hpp"

#include <bit>

namespace netra::extract {

namespace {

using text::eight_bytes;

// Up to seven bytes are read behind both.
bool same(const char* a, const char* b, size_t size) noexcept {
  if constexpr (std::endian::native != std::endian::little) return std::memcmp(a, b, size) == 0;
  for (; size > 8; a += 8, b += 8, size -= 8)
    if (eight_bytes(a) != eight_bytes(b)) return false;
  return size == 0 || (eight_bytes(a) ^ eight_bytes(b)) << (64 - 8 * size) == 0;
}

}  // namespace

uint16_t symbol_of(std::string_view padded, uint32_t hash) noexcept {
  using namespace tables;
  for (uint32_t i = hash & vocabulary_mask; vocabulary_slot[i] != 0; i = (i + 1) & vocabulary_mask) {
    if ((vocabulary_slot[i] ^ hash) >> 16 != 0) continue;
    const auto symbol = static_cast<uint16_t>(vocabulary_slot[i]);
    const uint32_t begin = vocabulary_offset[symbol];
    if (vocabulary_offset[symbol + 1] - begin == padded.size() && same(vocabulary_text + begin, padded.data(), padded.size())) return symbol;
  }
  return 0;
}

}  // namespace netra::extract
