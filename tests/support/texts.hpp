// Hostile texts, made by code at any length.
#ifndef NETRA_TESTS_TEXTS_HPP
#define NETRA_TESTS_TEXTS_HPP

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace texts {

struct Class {
  const char* name;
  std::string (*make)(size_t bytes);  // about that many bytes, never more than a few over
};
const std::vector<Class>& classes();  // $NETRA_CLASSES restricts them: a part of the names, or "2/5": every fifth from the third

// Malformed sequences of every kind, a few bytes each, and NUL.
const std::vector<std::pair<const char*, std::string>>& bad_bytes();

std::string repeat(std::string_view unit, size_t bytes);
// The same on every platform and run.
struct Random {
  uint64_t state;
  explicit Random(uint64_t seed) : state(seed * 2685821657736338717ull + 1) {}
  uint64_t next() {
    state ^= state >> 12, state ^= state << 25, state ^= state >> 27;
    return state * 2685821657736338717ull;
  }
  size_t below(size_t n) { return static_cast<size_t>(next() % n); }
};
// Pieces of articles, hostile pieces and bad bytes in any order.
std::string mixture(uint64_t seed, size_t bytes);

}  // namespace texts

#endif
