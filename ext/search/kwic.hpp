// Keyword in context: every place where a text matches a query, in any form, with what stands around it.
#ifndef NETRA_SEARCH_KWIC_HPP
#define NETRA_SEARCH_KWIC_HPP

#include <string>
#include <string_view>
#include <vector>

namespace netra::search {

inline constexpr size_t kDefaultWidth = 40;  // characters on each side
inline constexpr size_t kMaxWidth = 1000;

struct Concordance {
  std::string left;      // exactly `width` characters, blank-filled on the left
  std::string keyword;   // as written, line breaks as blanks
  std::string right;     // at most `width` characters
  size_t start, length;  // characters; start counts from 1: substr(text, start, length) is the match
};

// Matches in text order; where several words or phrases of the query match at one word, the longest counts.
std::vector<Concordance> kwic(std::string_view text, std::string_view query, size_t width = kDefaultWidth);

}  // namespace netra::search

#endif
