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
// a number or date, the parts of a hyphenated compound, the short and the long form of a citation (10/2016, 10 tahun 2016), two
// words of a phrase with a hyphen between. Left out: stopwords when other words remain.
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

// FTS5's `detail` of the table: without positions (column, none) it has no phrases and no NEAR, without columns (none) no filter
// for one either, and gives an error when asked. All words of a phrase are asked for then.
enum class Detail : uint8_t { full, column, none };
std::optional<Detail> query_detail(std::string_view name) noexcept;

struct QueryOptions {
  QueryMode mode = QueryMode::all;
  std::string_view columns;  // names that may stand before a colon, separated by commas or blanks
  Detail detail = Detail::full;
};

// What is read of a query; what a longer one has beyond is left out, as are words and signs after the 512th.
inline constexpr size_t kMaxQueryBytes = 1 << 16;

// Nothing for an empty or blank text. A text that asks for no word at all, or only for what must not be there, gives "" (an empty
// phrase), which finds nothing.
std::optional<std::string> build_query(std::string_view text, const QueryOptions& options);

// One way in which a text can match: words in a row.
struct PatternWord {
  std::string form;  // a surface, a stem or a prefix
  enum class By : uint8_t { stem, surface, prefix } by;
};
using Pattern = std::vector<PatternWord>;

// The positive words and phrases of a query with their alternatives, for kwic.
inline constexpr size_t kMaxPatterns = 256;
std::vector<Pattern> query_patterns(std::string_view text);

}  // namespace netra::search

#endif
