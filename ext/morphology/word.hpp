// One word as the analyser sees it, and its lookup in the lexicon.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "morphology/lexicon.hpp"
#include "morphology/stemmer.hpp"

namespace netra::morph {

constexpr bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }
constexpr bool is_consonant(char c) { return c >= 'a' && c <= 'z' && !is_vowel(c); }

// A word of at most kMaxWord bytes, followed by 16 bytes or more of '~', which is no letter of any lexicon word.
struct Text {
  static constexpr int kPad = 16;
  static constexpr char kPadByte = '~';
  char c[kMaxWord + kPad];
  int size = 0;
  bool hyphen = false;  // has a hyphen
  bool other = false;   // has bytes other than a-z and hyphens

  void assign(std::string_view w) noexcept {
    size = static_cast<int>(w.size());
    hyphen = other = false;
    if (size <= 16) {
      std::memset(c + 16, kPadByte, 16);
      using Sixteen [[gnu::vector_size(16)]] = uint64_t;  // one store: loads at any place of it need not wait
      uint64_t x, y = 0;
      const char* p = w.data();
      if (size > 8) {
        x = load8(p);
        y = load8(p + size - 8) >> (8 * (16 - size));
      } else if (size == 8) {
        x = load8(p);
      } else {
        x = 0;
        for (int i = 0; i < size; ++i) x |= uint64_t{static_cast<uint8_t>(p[i])} << (8 * i);
      }
      const uint64_t kx = size >= 8 ? 0 : ~uint64_t{0} << (8 * size), ky = size >= 16 ? 0
                                                                           : size > 8 ? ~uint64_t{0} << (8 * size - 64)
                                                                                      : ~uint64_t{0};
      if ((strange(x) & ~kx) | (strange(y) & ~ky)) {
        std::memcpy(c, p, w.size());
        classify();
      }
      if constexpr (std::endian::native == std::endian::little) {
        const Sixteen both = {x | (kx & kPad8), y | (ky & kPad8)};
        std::memcpy(c, &both, 16);
      } else {
        std::memset(c, kPadByte, 16);
        std::memcpy(c, p, w.size());
      }
      return;
    }
    std::memset(c + 16, kPadByte, sizeof c - 16);
    std::memcpy(c, w.data(), w.size());
    uint64_t found = 0;
    for (int b = 0; b < size; b += 8) {
      const int valid = size - b;  // bytes of the word in this block
      found |= strange(load8(c + b)) & (valid >= 8 ? ~uint64_t{0} : ~uint64_t{0} >> (64 - 8 * valid));
    }
    if (found != 0) classify();
  }
  [[gnu::always_inline]] bool at(int p, const char* s, int n) const noexcept {
    return std::memcmp(c + p, s, static_cast<size_t>(n)) == 0;
  }

 private:
  static constexpr uint64_t kOnes = 0x0101010101010101u, kHigh = 0x8080808080808080u, kPad8 = kOnes * uint64_t{kPadByte};
  // The high bit of every byte that is no letter a-z.
  static uint64_t strange(uint64_t x) noexcept {
    // a byte is a letter when adding 0x1f reaches 0x80 ('a' or more) and adding 5 does not ('z' or less)
    const uint64_t low = x & ~kHigh;
    return ~((low + 0x1f * kOnes) & ~(low + 0x05 * kOnes) & ~x) & kHigh;
  }
  void classify() noexcept {
    for (int i = 0; i < size; ++i) {
      if (c[i] == '-') {
        hyphen = true;
      } else if (c[i] < 'a' || c[i] > 'z') {
        other = true;
      }
    }
  }
};

constexpr int kNoEntry = -1;

// Looks up what a word holds from one place on, for any number of ends.
class Lookup {
 public:
  // From byte `start` of w; `inject` is a letter (or 0) that takes the place of the byte before.
  Lookup(const Text& w, int start, char inject) noexcept : from_(w.c + start - (inject != 0)), first_(load8(from_)) {
    if (inject != 0) first_ = (first_ & ~uint64_t{0xff}) | static_cast<uint8_t>(inject);
  }
  // Entry of the word of n letters, or kNoEntry.
  [[gnu::always_inline]] int find(int n) const noexcept {
    if (n <= 0) return kNoEntry;
    uint64_t first = first_, next = 0;
    if (n <= 8)
      first &= kLow[n];
    else
      next = load8(from_ + 8) & kLow[n >= 16 ? 8 : n - 8];
    const uint64_t h = hash(first, next);
    if ((kFilter[filter_bit(h) / 64] >> (filter_bit(h) % 64) & 1) == 0) return kNoEntry;
    return compare(from_, n, h, first, next);
  }

  // Entry of a word that no padding follows; only hyphenated words and their pairs are looked up so.
  static int find(std::string_view w) noexcept {
    const int n = static_cast<int>(w.size());
    if (n < 8) {
      Text t;
      t.assign(w);
      return Lookup(t, 0, 0).find(n);
    }
    const char* p = w.data();
    const uint64_t first = load8(p), next = n == 8 ? 0 : n >= 16 ? load8(p + 8) : load8(p + n - 8) >> (8 * (16 - n));
    const uint64_t h = hash(first, next);
    if ((kFilter[filter_bit(h) / 64] >> (filter_bit(h) % 64) & 1) == 0) return kNoEntry;
    return compare(p, n, h, first, next);
  }

 private:
  static constexpr uint64_t kLow[9] = {
      0, 0xff, 0xffff, 0xffffff, 0xffffffff, 0xffffffffff, 0xffffffffffff, 0xffffffffffffff, ~uint64_t{0}};

  static int compare(const char* from, int n, uint64_t h, uint64_t first, uint64_t next) noexcept {
    for (uint32_t at = cell(h);; at = (at + 1) & (kCellCount - 1)) {
      const uint32_t found = kCells[at];
      const uint32_t number = found & 0xFFFF;
      if (number == kFreeCell) return kNoEntry;
      if (((found ^ static_cast<uint32_t>(h)) & 0xFFFF0000u) != 0) continue;
      const Entry& e = kEntries[number];
      if (static_cast<int>(e.text_size) != n) continue;
      const char* text = kText + e.text_offset;
      if ((load8(text) & kLow[n >= 8 ? 8 : n]) != first) continue;
      if (n > 8 && (load8(text + 8) & kLow[n >= 16 ? 8 : n - 8]) != next) continue;
      if (n > 16 && std::memcmp(text + 16, from + 16, static_cast<size_t>(n - 16)) != 0) continue;
      return static_cast<int>(number);
    }
  }

  const char* from_;
  uint64_t first_;
};

// Entry of a whole word, hyphens included.
inline int find_word(const Text& w) noexcept { return Lookup(w, 0, 0).find(w.size); }
inline int find_word(std::string_view w) noexcept { return Lookup::find(w); }

constexpr int vowels(std::string_view text) noexcept {
  int n = 0;
  for (char c : text) n += is_vowel(c);
  return n;
}

}  // namespace netra::morph
