// Matches: what the gazetteer finds at an atom. Their lists are compiled in, a list for every way a form can end with all that ends
// before it, so that a text keeps of them a number an atom.
#ifndef NETRA_EXTRACT_MATCHES_HPP
#define NETRA_EXTRACT_MATCHES_HPP

#include <cstddef>
#include <cstdint>

#include "data/kinds.hpp"

namespace netra::extract {

// A table row whose form covers the atoms [first, last).
struct Match {
  uint32_t first;
  uint32_t last;
  Kind kind;
  uint8_t alternative;  // which of the row's forms, from 0
  uint16_t row;
};
static_assert(sizeof(Match) == 12);

// A match without its place, as lists keep it.
struct Form {
  uint16_t row;
  uint8_t atoms;
  Kind kind;
  uint8_t alternative;
  bool more;  // the list goes on behind it
  Match at(uint32_t first) const noexcept { return {first, first + atoms, kind, alternative, row}; }
};
static_assert(sizeof(Form) == 6);
inline constexpr size_t kMostFormAtoms = UINT8_MAX;

// The matches of a list that begin at one atom, longest first.
class Matches {
 public:
  class Iterator {
   public:
    Iterator(const Form* form, uint32_t first) noexcept : form_(form), first_(first) {}
    Match operator*() const noexcept { return form_->at(first_); }
    Iterator& operator++() noexcept {
      form_ = form_->more ? form_ + 1 : nullptr;
      return *this;
    }
    bool operator==(const Iterator& other) const noexcept { return form_ == other.form_; }

   private:
    const Form* form_;
    uint32_t first_;
  };
  Matches() = default;
  Matches(const Form* form, uint32_t first) noexcept : form_(form), first_(first) {}
  Iterator begin() const noexcept { return {form_, first_}; }
  Iterator end() const noexcept { return {nullptr, first_}; }
  bool empty() const noexcept { return !form_; }

 private:
  const Form* form_ = nullptr;
  uint32_t first_ = 0;
};

// What stands at an atom, a bit each: the kinds of the matches that begin there, and what the atom itself is. One look at them
// tells an extractor that it has nothing to do at an atom, which is so at most atoms of most texts.
using Traits = uint32_t;
constexpr Traits trait(Kind kind) noexcept { return Traits{1} << static_cast<unsigned>(kind); }
template <class... Kinds>
constexpr Traits traits(Kinds... kinds) noexcept {
  return (trait(kinds) | ...);
}
inline constexpr Traits kKinds = (Traits{1} << 28) - 1;
inline constexpr Traits kCapitalTrait = Traits{1} << 28;  // a word with a capital
inline constexpr Traits kNumberTrait = Traits{1} << 29;
inline constexpr Traits kPunctTrait = Traits{1} << 30;
inline constexpr Traits kBoilerplateTrait = Traits{1} << 31;
static_assert(static_cast<unsigned>(Kind::violation_cue) < 28, "a bit for each kind below the others");

}  // namespace netra::extract

#endif
