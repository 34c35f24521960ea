// The hash of folded words in the tables and in what a text is read into.
#ifndef NETRA_TEXT_HASH_HPP
#define NETRA_TEXT_HASH_HPP

#include <cstdint>
#include <string_view>

#include "text/ascii_run.hpp"

namespace netra::text {

inline constexpr uint64_t hash_begin(size_t size) noexcept { return size * 0x9E3779B97F4A7C15ull; }
inline constexpr uint64_t hash_step(uint64_t h, uint64_t chunk) noexcept {
  h = (h ^ chunk) * 0xD6E8FEB86659FD93ull;
  return h ^ (h >> 32);
}

// Of a word behind which seven zeros stand: eight bytes at a time.
inline uint64_t hash_padded(std::string_view word) noexcept {
  uint64_t h = hash_begin(word.size());
  for (size_t i = 0; i < word.size(); i += 8) h = hash_step(h, eight_bytes(word.data() + i));
  return h;
}

}  // namespace netra::text

#endif
