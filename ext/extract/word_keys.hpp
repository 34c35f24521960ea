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

// Open addressing by hash, at most half full. Slot: a hash and free(). Allocates with the first one.
template <class Slot>
class KeySlots {
 public:
  bool empty() const noexcept { return count_ == 0; }

 protected:
  const Slot* find(uint64_t hash) const noexcept {  // null when it is not there
    if (slots_.empty()) return nullptr;
    const Slot& slot = slots_[place(hash)];
    return slot.free() ? nullptr : &slot;
  }
  Slot& take(uint64_t hash) {
    if (count_ * 2 >= slots_.size()) {
      std::vector<Slot> old(slots_.empty() ? 32 : slots_.size() * 2);
      old.swap(slots_);
      for (const Slot& slot : old)
        if (!slot.free()) slots_[place(slot.hash)] = slot;
    }
    Slot& slot = slots_[place(hash)];
    count_ += slot.free();
    slot.hash = hash;
    return slot;
  }

 private:
  size_t place(uint64_t hash) const noexcept {
    size_t i = (hash >> 20) & (slots_.size() - 1);
    while (!slots_[i].free() && slots_[i].hash != hash) i = (i + 1) & (slots_.size() - 1);
    return i;
  }

  std::vector<Slot> slots_;  // a power of two
  size_t count_ = 0;
};

struct KeySlot {
  uint64_t hash = 0;
  bool free() const noexcept { return hash == 0; }
};
class KeySet : public KeySlots<KeySlot> {
 public:
  bool has(const WordKey& key) const noexcept { return find(key.hash ? key.hash : 1) != nullptr; }
  void add(const WordKey& key) { take(key.hash ? key.hash : 1); }
};

struct ValueSlot {
  uint64_t hash = 0;
  uint32_t value = 0;
  bool free() const noexcept { return value == 0; }
};
// A number for each of some hashes, 0 for the others; what operator[] gives must be set.
class KeyMap : public KeySlots<ValueSlot> {
 public:
  uint32_t get(uint64_t hash) const noexcept {
    const ValueSlot* const slot = find(hash);
    return slot ? slot->value : 0;
  }
  uint32_t& operator[](uint64_t hash) { return take(hash).value; }
};

}  // namespace netra::extract

#endif
