// Loops over the atoms of a document that have some of a set of traits.
#ifndef NETRA_EXTRACT_HITS_HPP
#define NETRA_EXTRACT_HITS_HPP

#include <bit>
#include <cstdint>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "extract/document.hpp"

namespace netra::extract {

// A bit for each of 64 atoms that has any of the traits, the first atom lowest.
inline uint64_t mask_of(const Traits* at, Traits wanted) noexcept {
  uint64_t mask = 0;
#if defined(__SSE2__)
  const __m128i all = _mm_set1_epi32(static_cast<int>(wanted)), none = _mm_setzero_si128();
  for (unsigned n = 0; n < 64; n += 16) {
    const auto lacking = [&](unsigned k) {
      return _mm_cmpeq_epi32(_mm_and_si128(_mm_loadu_si128(reinterpret_cast<const __m128i*>(at + n + k)), all), none);
    };
    const __m128i bytes = _mm_packs_epi16(_mm_packs_epi32(lacking(0), lacking(4)), _mm_packs_epi32(lacking(8), lacking(12)));
    mask |= static_cast<uint64_t>(~static_cast<unsigned>(_mm_movemask_epi8(bytes)) & 0xFFFFu) << n;
  }
#else
  for (unsigned n = 0; n < 64; ++n) mask |= static_cast<uint64_t>((at[n] & wanted) != 0) << n;
#endif
  return mask;
}

// 64 atoms are looked at together; from one hit to the next there is then nothing to look at. Polls.
class Hits {
 public:
  // also, more: atoms besides those with the traits, or null.
  Hits(const Document& d, Traits wanted, const AtomSet* also = nullptr, const AtomSet* more = nullptr) noexcept
      : d_(d), wanted_(wanted), also_(also), more_(more), last_(also || more || d.present(wanted) ? d.size() : 0) {}

  // The first from atom i on, or size().
  uint32_t next(uint32_t i) {
    if (i >= last_) return d_.size();
    if (i / 64 != block_) read(i / 64);
    uint64_t left = mask_ >> (i % 64);
    while (left == 0) {
      i = (i | 63) + 1;
      if (i >= last_) return last_;
      read(i / 64);
      left = mask_;
    }
    return i + static_cast<uint32_t>(std::countr_zero(left));  // what stands behind the last atom has every trait
  }

 private:
  void read(uint32_t block) {
    d_.poll(64);
    block_ = block;
    mask_ = mask_of(d_.traits() + size_t{block} * 64, wanted_);
    if (also_) mask_ |= also_->word(block);
    if (more_) mask_ |= more_->word(block);
  }

  const Document& d_;
  Traits wanted_;
  const AtomSet *also_, *more_;
  uint32_t last_;
  uint32_t block_ = UINT32_MAX;
  uint64_t mask_ = 0;
};

}  // namespace netra::extract

#endif
