// The hot loop of the word scanner: the run of ASCII letters at the start of a 16-byte block, folded while it is found.
// SSE2 and NEON are part of their architectures' base, so no run-time dispatch; anything else goes byte by byte.
#ifndef NETRA_TEXT_ASCII_RUN_HPP
#define NETRA_TEXT_ASCII_RUN_HPP

#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__ARM_NEON) && defined(__aarch64__)
#include <arm_neon.h>
#endif

namespace netra::text {

namespace detail {
alignas(32) inline constexpr uint8_t kLeading[32] = {0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
                                                     0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};
}

// Reads 16 bytes at p, writes 16 bytes at out: the leading letters in lower case, then zeros. Returns the number of letters.
inline unsigned ascii_run(const char* p, char* out) noexcept {
#if defined(__SSE2__)
  const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
  const __m128i lower = _mm_or_si128(block, _mm_set1_epi8(0x20));
  // 'a'..'z' shifted to the bottom of the signed range: one comparison tells both bounds
  const __m128i shifted = _mm_add_epi8(lower, _mm_set1_epi8(static_cast<char>(-128 - 'a')));
  const __m128i other = _mm_cmpgt_epi8(shifted, _mm_set1_epi8(static_cast<char>(-128 + 25)));
  const auto mask = static_cast<unsigned>(_mm_movemask_epi8(other)) | 0x10000U;
  const auto n = static_cast<unsigned>(__builtin_ctz(mask));
  const __m128i keep = _mm_loadu_si128(reinterpret_cast<const __m128i*>(detail::kLeading + 16 - n));
  _mm_storeu_si128(reinterpret_cast<__m128i*>(out), _mm_and_si128(lower, keep));
  return n;
#elif defined(__ARM_NEON) && defined(__aarch64__)
  const uint8x16_t lower = vorrq_u8(vld1q_u8(reinterpret_cast<const uint8_t*>(p)), vdupq_n_u8(0x20));
  const uint8x16_t other = vcgtq_u8(vsubq_u8(lower, vdupq_n_u8('a')), vdupq_n_u8(25));
  const uint64_t nibbles = vget_lane_u64(vreinterpret_u64_u8(vshrn_n_u16(vreinterpretq_u16_u8(other), 4)), 0);
  const unsigned n = nibbles ? static_cast<unsigned>(__builtin_ctzll(nibbles)) / 4 : 16;
  vst1q_u8(reinterpret_cast<uint8_t*>(out), vandq_u8(lower, vld1q_u8(detail::kLeading + 16 - n)));
  return n;
#else
  unsigned n = 0;
  for (; n < 16; ++n) {
    const auto c = static_cast<unsigned char>(p[n] | 0x20);
    if (static_cast<unsigned char>(c - 'a') > 25) break;
    out[n] = static_cast<char>(c);
  }
  std::memset(out + n, 0, 16 - n);
  return n;
#endif
}

}  // namespace netra::text

#endif
