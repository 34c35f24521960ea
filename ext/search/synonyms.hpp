// What else a word or a run of words is called: abbreviations and their long forms (abbreviations.tsv), spellings
// (spelling_variants.tsv). Built once from the compiled tables, then constant.
#ifndef NETRA_SEARCH_SYNONYMS_HPP
#define NETRA_SEARCH_SYNONYMS_HPP

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace netra::search {

enum class Relation : uint8_t { expansion, abbreviation, variant };  // what the alternative is to the form looked up

struct Alternative {
  std::string_view text;  // as the table has it
  Relation relation;
  uint8_t rank;           // 0 usual, 1 and 2 less so
};

class Synonyms {
 public:
  static const Synonyms& instance();  // may throw std::bad_alloc the first time

  // Walks word by word: state = step(kStart, "komisi"), step(state, "pemilihan"), ... Words are folded.
  static constexpr uint64_t kStart = 0x9E3779B97F4A7C15ULL;
  static uint64_t step(uint64_t state, std::string_view word) noexcept;

  struct Match {
    std::span<const Alternative> alternatives;  // empty when the words so far are only the beginning of a longer form
    bool longer;                                // some form continues behind these words
  };
  bool find(uint64_t state, Match& match) const noexcept;  // false: no form begins so

 private:
  Synonyms();
  struct Slot {
    uint64_t state = 0;  // 0: free
    uint32_t first = 0;
    uint16_t count = 0;
    bool longer = false;
  };
  std::vector<Slot> slots_;  // open addressing, a power of two
  std::vector<Alternative> alternatives_;
};

enum class Stop : uint8_t {
  none,
  word,
  verb,      // ada, menjadi
  question,  // apa, siapa
  frame,     // a stopword only in a question: jumlah, pengertian
};
Stop stop_class(std::string_view folded) noexcept;

// The usual expansion of an abbreviation, the usual abbreviation of a long form; empty when unknown. Any spelling of case,
// dots and blanks.
std::string_view expand(std::string_view abbreviation);
std::string_view abbreviate(std::string_view name);

}  // namespace netra::search

#endif
