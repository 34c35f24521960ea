// The names a query's words go by in the tables.
#ifndef NETRA_SEARCH_QUERY_NAMES_HPP
#define NETRA_SEARCH_QUERY_NAMES_HPP

#include "search/query_reader.hpp"
#include "search/synonyms.hpp"

namespace netra::search {

class QueryNames {
 public:
  explicit QueryNames(const QueryReader& reader) noexcept : reader_(reader) {}

  // How many loose words from item i on have another name together, the longest run that has; the names are then in match().
  // 0 when there is none.
  size_t find(size_t i);
  const Synonyms::Match& match() const noexcept { return match_; }

 private:
  bool unmistakable(const QueryItem& item, const Synonyms::Match& match) const noexcept;

  const QueryReader& reader_;
  const Synonyms& synonyms_ = Synonyms::instance();
  Synonyms::Match match_;
};

}  // namespace netra::search

#endif
