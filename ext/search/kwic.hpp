// Keyword in context: every place where a text matches a query, in any form, with what stands around it.
#ifndef NETRA_SEARCH_KWIC_HPP
#define NETRA_SEARCH_KWIC_HPP

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/poll.hpp"

namespace netra::search {

inline constexpr size_t kDefaultWidth = 40;  // characters on each side
inline constexpr size_t kMaxWidth = 1000;

struct KeywordHit {
  uint32_t start, end;         // bytes
  uint32_t char_start, chars;  // characters; char_start counts from 1: substr(text, char_start, chars) is the match
};

// Matches in text order; where several words or phrases of the query match at one word, the longest counts, and matches do not
// overlap. Of the query the first 256 words and phrases count (kMaxPatterns), of a phrase the first 16 words. Texts up to 4 GB.
// Time is linear in the text whatever the query.
std::vector<KeywordHit> kwic(std::string_view text, std::string_view query, const text::Poll& poll = {});

struct Concordance {
  std::string
      left;  // exactly `width` characters, blank-filled on the left; line breaks, tabs and NUL as blanks, runs of them as one
  std::string keyword;  // as written, but for the white space
  std::string right;    // at most `width` characters
};
Concordance concordance(std::string_view text, const KeywordHit& hit, size_t width = kDefaultWidth);

}  // namespace netra::search

#endif
