// Shared by the fuzz targets: a target is one function over bytes and aborts on what must not be.
#ifndef NETRA_TESTS_FUZZ_HPP
#define NETRA_TESTS_FUZZ_HPP

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace fuzz {

inline std::string_view text_of(const uint8_t* data, size_t size) { return {reinterpret_cast<const char*>(data), size}; }

inline void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "fuzz: %s\n", what);
  std::abort();
}

// The first bytes choose, the rest is text.
struct Source {
  const uint8_t* data;
  size_t size;
  uint8_t byte() { return size > 0 ? (--size, *data++) : uint8_t{0}; }
  std::string_view rest() const { return text_of(data, size); }
};

}  // namespace fuzz

#endif
