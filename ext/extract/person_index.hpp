// The persons whom a text names beside an office, told apart by the words of their names.
#ifndef NETRA_EXTRACT_PERSON_INDEX_HPP
#define NETRA_EXTRACT_PERSON_INDEX_HPP

#include <algorithm>
#include <span>
#include <vector>

#include "extract/officials.hpp"
#include "extract/word_keys.hpp"

namespace netra::extract {

// The words of a name.
using Words = std::span<const WordKey>;

inline bool holds(Words words, const WordKey& word) { return std::find(words.begin(), words.end(), word) != words.end(); }

// Persons have numbers from 1 in the order of their first mention.
class PersonIndex {
 public:
  // What is to say of the persons is kept in `names`.
  PersonIndex(const Document& d, Blocks<Named>& names) : d_(d), names_(names) {}

  // The number of the person whom a mention names, a new one when none before has that name. What the mention says of the person
  // counts where it says more than those before.
  uint32_t add(Span name, const Named& said);

  uint32_t size() const noexcept { return static_cast<uint32_t>(ranges_.size()); }
  const Named& named(uint32_t person) const noexcept { return names_[person - 1]; }
  Words words(uint32_t person) const noexcept { return words_of(ranges_[person - 1]); }  // of the fullest name

 private:
  struct Range {  // within words_
    uint32_t first, count;
  };
  Words words_of(Range range) const noexcept { return Words(words_).subspan(range.first, range.count); }

  const Document& d_;
  Blocks<Named>& names_;
  std::vector<Range> ranges_;
  std::vector<WordKey> words_;
};

}  // namespace netra::extract

#endif
