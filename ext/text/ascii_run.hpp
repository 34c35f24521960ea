// The hot loop of the word scanner: 64 bytes classed at once, and a run of ASCII letters folded while it is copied.
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

// One bit for each of 64 bytes, the first byte lowest.
struct ByteMasks {
  uint64_t letters;  // a-z, A-Z
  uint64_t units;    // letters, digits and bytes of wide characters: where a word can begin
};

inline ByteMasks byte_masks(const char* p) noexcept {
  ByteMasks out{0, 0};
#if defined(__SSE2__)
  for (unsigned i = 0; i < 4; ++i) {
    const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p) + i);
    // a range shifted to the bottom of the signed numbers: one comparison tells both bounds
    const __m128i lower = _mm_or_si128(block, _mm_set1_epi8(0x20));
    const __m128i letter =
        _mm_cmplt_epi8(_mm_add_epi8(lower, _mm_set1_epi8(static_cast<char>(-128 - 'a'))), _mm_set1_epi8(-128 + 26));
    const __m128i digit =
        _mm_cmplt_epi8(_mm_add_epi8(block, _mm_set1_epi8(static_cast<char>(-128 - '0'))), _mm_set1_epi8(-128 + 10));
    const auto letters = static_cast<uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(letter)));
    const auto others = static_cast<uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(digit, block))));
    out.letters |= letters << (16 * i);
    out.units |= (letters | others) << (16 * i);
  }
#elif defined(__ARM_NEON) && defined(__aarch64__)
  const uint8x16_t bit = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  uint8x16_t letters[4], units[4];
  for (int i = 0; i < 4; ++i) {
    const uint8x16_t block = vld1q_u8(reinterpret_cast<const uint8_t*>(p) + 16 * i);
    const uint8x16_t letter = vcltq_u8(vsubq_u8(vorrq_u8(block, vdupq_n_u8(0x20)), vdupq_n_u8('a')), vdupq_n_u8(26));
    const uint8x16_t other =
        vorrq_u8(vcltq_u8(vsubq_u8(block, vdupq_n_u8('0')), vdupq_n_u8(10)), vcgeq_u8(block, vdupq_n_u8(0x80)));
    letters[i] = vandq_u8(letter, bit);
    units[i] = vandq_u8(vorrq_u8(letter, other), bit);
  }
  const auto gather = [](const uint8x16_t* m) {
    const uint8x16_t pairs = vpaddq_u8(vpaddq_u8(m[0], m[1]), vpaddq_u8(m[2], m[3]));
    return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(pairs, pairs)), 0);
  };
  out = {gather(letters), gather(units)};
#else
  for (unsigned i = 0; i < 64; ++i) {
    const auto c = static_cast<unsigned char>(p[i]);
    const uint64_t letter = static_cast<unsigned char>((c | 0x20) - 'a') < 26;
    out.letters |= letter << i;
    out.units |= (letter | (static_cast<unsigned char>(c - '0') < 10) | (c >> 7)) << i;
  }
#endif
  return out;
}

namespace detail {
alignas(32) inline constexpr uint8_t kLeading[48] = {0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
                                                     0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
                                                     0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};
}

// Reads 32 bytes at p, of which the first n are letters; writes them in lower case at out, zeros behind them up to 32 bytes. n
// < 32.
inline void fold_letters(const char* p, unsigned n, char* out) noexcept {
#if defined(__SSE2__)
  const auto half = [&](unsigned i, unsigned count) {
    const __m128i keep = _mm_loadu_si128(reinterpret_cast<const __m128i*>(detail::kLeading + 32 - count));
    const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p + 16 * i));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(out + 16 * i), _mm_and_si128(_mm_or_si128(block, _mm_set1_epi8(0x20)), keep));
  };
  if (n <= 16) [[likely]] {
    half(0, n);
    _mm_storeu_si128(reinterpret_cast<__m128i*>(out + 16), _mm_setzero_si128());
    return;
  }
  half(0, 16);
  half(1, n - 16);
#else
  for (unsigned i = 0; i < 32; ++i) out[i] = static_cast<char>((p[i] | 0x20) & detail::kLeading[i + 32 - n]);
#endif
}

// The letters that begin the 16 bytes at p: how many, and which of them are lower-case (the first letter lowest).
struct LetterRun {
  unsigned size;
  unsigned lower;
};

inline LetterRun letter_run(const char* p) noexcept {
#if defined(__SSE2__)
  const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
  const __m128i folded = _mm_or_si128(block, _mm_set1_epi8(0x20));
  const __m128i letter =
      _mm_cmplt_epi8(_mm_add_epi8(folded, _mm_set1_epi8(static_cast<char>(-128 - 'a'))), _mm_set1_epi8(-128 + 26));
  const auto size = static_cast<unsigned>(__builtin_ctz(~static_cast<unsigned>(_mm_movemask_epi8(letter))));
  const auto lower = static_cast<unsigned>(_mm_movemask_epi8(_mm_slli_epi16(block, 2)));  // 0x20 in the place of the sign
  return {size, lower & ((1U << size) - 1)};
#else
  LetterRun out{0, 0};
  for (; out.size < 16; ++out.size) {
    const auto c = static_cast<unsigned char>(p[out.size]);
    if (static_cast<unsigned char>((c | 0x20) - 'a') > 25) break;
    out.lower |= static_cast<unsigned>(c >> 5 & 1) << out.size;
  }
  return out;
#endif
}

}  // namespace netra::text

#endif
