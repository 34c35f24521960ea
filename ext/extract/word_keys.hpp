// Words as numbers, so that names are told apart and looked up without a string for each word.
#ifndef NETRA_EXTRACT_WORD_KEYS_HPP
#define NETRA_EXTRACT_WORD_KEYS_HPP

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/document.hpp"

namespace netra::extract {

// A folded word: the hash of its bytes and their number. Words of up to eight bytes have a hash of their own; for longer ones two
// words with one key are as good as impossible in texts nobody made for it, and then only two names are taken for one.
struct WordKey {
  uint64_t hash = 0;
  uint32_t size = 0;
  bool operator==(const WordKey&) const = default;
};

// Of atom i as the tables know it (case, accents and apostrophes do not count), its first 64 bytes.
WordKey word_key(const Document& document, uint32_t i) noexcept;
// Of any text with ASCII letters in lower case, everything else as it is.
WordKey lower_key(std::string_view text) noexcept;

// A set of hashes. Allocates with the first one.
class KeySet {
 public:
  bool empty() const noexcept { return count_ == 0; }
  bool has(const WordKey& key) const noexcept {
    if (count_ == 0) return false;
    const uint64_t hash = key.hash ? key.hash : 1;  // 0 is a free slot
    for (size_t i = slot(hash);; i = (i + 1) & (slots_.size() - 1)) {
      if (slots_[i] == hash) return true;
      if (slots_[i] == 0) return false;
    }
  }
  void add(const WordKey& key) {
    if (count_ * 2 >= slots_.size()) grow();
    put(key.hash ? key.hash : 1);
  }

 private:
  size_t slot(uint64_t hash) const noexcept { return (hash >> 20) & (slots_.size() - 1); }
  void put(uint64_t hash) noexcept {
    size_t i = slot(hash);
    while (slots_[i] != 0 && slots_[i] != hash) i = (i + 1) & (slots_.size() - 1);
    count_ += slots_[i] == 0;
    slots_[i] = hash;
  }
  void grow() {
    std::vector<uint64_t> old(slots_.empty() ? 32 : slots_.size() * 2);
    old.swap(slots_);
    count_ = 0;
    for (const uint64_t hash : old)
      if (hash != 0) put(hash);
  }

  std::vector<uint64_t> slots_;  // a power of two
  size_t count_ = 0;
};

// A number for each of some hashes, 0 for the others.
class KeyMap {
 public:
  uint32_t get(uint64_t hash) const noexcept { return slots_.empty() ? 0 : slots_[find(hash)].value; }
  uint32_t& operator[](uint64_t hash) {
    if (slots_.empty() || count_ * 2 >= slots_.size()) {
      std::vector<Slot> old(slots_.empty() ? 32 : slots_.size() * 2);
      old.swap(slots_);
      for (const Slot& slot : old)
        if (slot.value != 0) slots_[find(slot.hash)] = slot;
    }
    Slot& slot = slots_[find(hash)];
    if (slot.value == 0) slot.hash = hash, ++count_;
    return slot.value;
  }

 private:
  struct Slot {
    uint64_t hash;
    uint32_t value;  // 0 is a free slot
  };
  size_t find(uint64_t hash) const noexcept {
    size_t i = (hash >> 20) & (slots_.size() - 1);
    while (slots_[i].value != 0 && slots_[i].hash != hash) i = (i + 1) & (slots_.size() - 1);
    return i;
  }

  std::vector<Slot> slots_;  // a power of two
  size_t count_ = 0;
};

}  // namespace netra::extract

#endif
