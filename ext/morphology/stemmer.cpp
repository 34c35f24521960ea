#include "morphology/stemmer.hpp"

#include <cstring>

#include "morphology/lexicon.hpp"
#include "morphology/reading.hpp"
#include "morphology/reduplication.hpp"
#include "morphology/word.hpp"

namespace netra::morph {
namespace {

// Key of a word of 1 to kMaxWord bytes; `place` becomes its offset in kText when it is a whole lexicon word there.
std::string_view resolve(std::string_view word, Mode mode, Stem& out, uint32_t& place) noexcept {
  Text w;
  w.assign(word);
  if (!w.hyphen) {
    const Candidate c = best_of(w);
    if (c.entry != kNoEntry && mode != Mode::light) {
      const std::string_view key = decided_text(c.entry, mode);
      place = static_cast<uint32_t>(key.data() - kText);
      return key;
    }
    write_stem(w, c, mode, out);
    return out.view();
  }
  Hyphenated h;
  analyse_hyphenated(word, h);
  write_hyphenated(h, mode, out);
  if (out.size == 0) set_exactly(out, word);
  return out.view();
}

}  // namespace

void stem(std::string_view word, Mode mode, Stem& out) noexcept {
  out.size = 0;
  if (word.empty() || word.size() > kMaxWord) return;
  uint32_t place = 0;
  const std::string_view key = resolve(word, mode, out, place);
  if (key.data() != out.text) set(out, key);
}

void StemCache::clear() noexcept {
  for (auto& set : sets_) set[0] = set[1] = Slot{};
}

std::string_view StemCache::stem(std::string_view word, Mode mode) noexcept {
  const size_t n = word.size();
  if (n > 16 || n == 0) {
    if (n > kMaxWord || n == 0) return word;
    morph::stem(word, mode, uncached_);
    return uncached_.view();
  }
  // head, tail and size tell any two words of at most 16 bytes apart
  const char* p = word.data();
  uint64_t head = 0, tail = 0;
  if (n >= 8) {
    std::memcpy(&head, p, 8);
    std::memcpy(&tail, p + n - 8, 8);
  } else if (n >= 4) {
    uint32_t a, b;
    std::memcpy(&a, p, 4);
    std::memcpy(&b, p + n - 4, 4);
    head = a;
    tail = b;
  } else {
    head = static_cast<unsigned char>(p[0]) | static_cast<uint64_t>(static_cast<unsigned char>(p[n / 2])) << 8 |
           static_cast<uint64_t>(static_cast<unsigned char>(p[n - 1])) << 16;
  }
  const uint64_t mixed = (head * 0x9E3779B97F4A7C15u) ^ ((tail + n) * 0xD6E8FEB86659FD93u);
  Slot* const set = sets_[(mixed ^ (mixed >> 29)) * 0x9E3779B97F4A7C15u >> (64 - kSetBits)];
  const uint8_t tag = static_cast<uint8_t>(mode);
  for (int i = 0; i < 2; ++i) {
    const Slot& s = set[i];
    if (s.head != head || s.tail != tail || s.word_size != n || s.tag != tag) continue;
    if (s.key == kItself) return word;
    return {kText + s.key, s.key_size};
  }
  uint32_t place = kItself;
  const std::string_view key = resolve(word, mode, uncached_, place);
  const bool itself = key == word;
  if (itself || place != kItself) {
    set[1] = set[0];
    set[0] = {head, tail, itself ? kItself : place, static_cast<uint8_t>(n), static_cast<uint8_t>(key.size()), tag};
  }
  return key;
}

}  // namespace netra::morph
