// The hot loops of the scanners: 64 bytes classed at once, runs of ASCII letters measured and folded while they are copied.
// SSE2 and NEON are part of their architectures' base, so no run-time dispatch; anything else goes byte by byte or by eight bytes.
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
  uint64_t ends;     // where a word of letters ends for certain, whatever else the text says
};

// A blank and most marks end a word; ' - . / _ ` @ : and what lies between them in ASCII only before a byte that does.
inline ByteMasks byte_masks(const char* p) noexcept {
  uint64_t letters = 0, units = 0, joiners = 0;
#if defined(__SSE2__)
  for (unsigned i = 0; i < 4; ++i) {
    const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p) + i);
    // a range shifted to the bottom of the signed numbers: one comparison tells both bounds
    const auto within = [](__m128i bytes, int first, int count) {
      return _mm_cmplt_epi8(_mm_add_epi8(bytes, _mm_set1_epi8(static_cast<char>(-128 - first))),
                            _mm_set1_epi8(static_cast<char>(-128 + count)));
    };
    const auto bits = [i](__m128i bytes) {
      return static_cast<uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(bytes))) << (16 * i);
    };
    const __m128i letter = within(_mm_or_si128(block, _mm_set1_epi8(0x20)), 'a', 26);
    letters |= bits(letter);
    units |= bits(_mm_or_si128(_mm_or_si128(letter, block), within(block, '0', 10)));
    joiners |= bits(_mm_or_si128(_mm_or_si128(within(block, '\'', 9), within(block, ':', 7)), within(block, '_', 2)));
  }
#elif defined(__ARM_NEON) && defined(__aarch64__)
  const uint8x16_t bit = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  const auto within = [](uint8x16_t bytes, uint8_t first, uint8_t count) {
    return vcltq_u8(vsubq_u8(bytes, vdupq_n_u8(first)), vdupq_n_u8(count));
  };
  uint8x16_t letter[4], unit[4], joiner[4];
  for (int i = 0; i < 4; ++i) {
    const uint8x16_t block = vld1q_u8(reinterpret_cast<const uint8_t*>(p) + 16 * i);
    const uint8x16_t is_letter = within(vorrq_u8(block, vdupq_n_u8(0x20)), 'a', 26);
    const uint8x16_t other = vorrq_u8(within(block, '0', 10), vcgeq_u8(block, vdupq_n_u8(0x80)));
    letter[i] = vandq_u8(is_letter, bit);
    unit[i] = vandq_u8(vorrq_u8(is_letter, other), bit);
    joiner[i] = vandq_u8(vorrq_u8(vorrq_u8(within(block, '\'', 9), within(block, ':', 7)), within(block, '_', 2)), bit);
  }
  const auto gather = [](const uint8x16_t* m) {
    const uint8x16_t pairs = vpaddq_u8(vpaddq_u8(m[0], m[1]), vpaddq_u8(m[2], m[3]));
    return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(pairs, pairs)), 0);
  };
  letters = gather(letter), units = gather(unit), joiners = gather(joiner);
#else
  for (unsigned i = 0; i < 64; ++i) {
    const auto c = static_cast<unsigned char>(p[i]);
    const auto within = [](unsigned byte, unsigned first, unsigned count) { return uint64_t{byte - first < count}; };
    const uint64_t letter = within(c | 0x20, 'a', 26);
    letters |= letter << i;
    units |= (letter | within(c, '0', 10) | (c >> 7)) << i;
    joiners |= (within(c, '\'', 9) | within(c, ':', 7) | within(c, '_', 2)) << i;
  }
#endif
  const uint64_t certain = ~(units | joiners);
  return {letters, units, certain | (joiners & (certain >> 1))};
}

inline uint64_t eight_bytes(const char* p) noexcept {
  uint64_t bytes;
  std::memcpy(&bytes, p, 8);
  return bytes;
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
  for (unsigned i = 0; i < 32; ++i) out[i] = i < n ? static_cast<char>(p[i] | 0x20) : '\0';
#endif
}

// The same for words of at most 15 letters; reads and writes 16 bytes.
inline void fold_short(const char* p, unsigned n, char* out) noexcept {
  constexpr uint64_t kLower = 0x2020202020202020ULL;
  const char* const keep = reinterpret_cast<const char*>(detail::kLeading) + 32 - n;
  const uint64_t head = (eight_bytes(p) | kLower) & eight_bytes(keep);
  const uint64_t tail = (eight_bytes(p + 8) | kLower) & eight_bytes(keep + 8);
  std::memcpy(out, &head, 8);
  std::memcpy(out + 8, &tail, 8);
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
  const auto letters = [](uint64_t x) {  // the highest bit of every byte that is none
    constexpr uint64_t kOnes = 0x0101010101010101ULL;
    const uint64_t low = (x | kOnes * 0x20) & kOnes * 0x7F;
    return ~((low + kOnes * (0x80 - 'a')) & ~(low + kOnes * (0x7F - 'z')) & ~x) & kOnes * 0x80;
  };
  const auto first = [](uint64_t marks) {  // in memory
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    return static_cast<unsigned>(__builtin_clzll(marks)) / 8;
#else
    return static_cast<unsigned>(__builtin_ctzll(marks)) / 8;
#endif
  };
  LetterRun out{16, 0};
  if (const uint64_t head = letters(eight_bytes(p))) out.size = first(head);
  else if (const uint64_t tail = letters(eight_bytes(p + 8))) out.size = 8 + first(tail);
  for (unsigned i = 0; i < out.size; ++i) out.lower |= (static_cast<unsigned>(p[i]) >> 5 & 1) << i;
  return out;
#endif
}

}  // namespace netra::text

#endif
