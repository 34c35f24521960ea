// From what a person types to an FTS5 MATCH string that can never be a syntax error.
//
//   pemungutan suara          both words, every form of each (mode all); either (any)
//   "pemungutan suara"        the exact phrase, these very forms; ~"pemungutan suara" the phrase in any form
//   -kampanye  NOT kampanye   without; -"dua kata", -(a b)
//   a OR b, a ATAU b, a | b   either; binds closer than blanks
//   perkemb*                  prefix of a word as written
//   =suara                    this very form
//   NEAR(a b, 5)              near each other
//   judul:suara               in a column, for the columns given
//   ( )                       groups
//
// Added by itself: the other name of an abbreviation or a long form (ASN, aparatur sipil negara), other spellings, the value of
// a number or date, the parts of a hyphenated compound. Left out: stopwords when other words remain.
#ifndef NETRA_SEARCH_QUERY_HPP
#define NETRA_SEARCH_QUERY_HPP

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/words.hpp"

namespace netra::search {

enum class QueryMode : uint8_t { all, any, phrase };
std::optional<QueryMode> query_mode(std::string_view name) noexcept;

// columns: names that may stand before a colon, separated by commas or blanks. Nothing for an empty or blank text. A text that asks
// for no word at all, or only for what must not be there, gives "" (an empty phrase), which finds nothing.
std::optional<std::string> build_query(std::string_view text, QueryMode mode, std::string_view columns = {});

// One way in which a text can match: words in a row.
struct PatternWord {
  std::string form;  // a surface, a stem or a prefix
  enum class By : uint8_t { stem, surface, prefix } by;
};
using Pattern = std::vector<PatternWord>;

// The positive words and phrases of a query with their alternatives, for kwic. At most 256.
std::vector<Pattern> query_patterns(std::string_view text);

}  // namespace netra::search

#endif
