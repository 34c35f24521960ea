// Version of the token rules.
#ifndef NETRA_SEARCH_RULES_HPP
#define NETRA_SEARCH_RULES_HPP

namespace netra::search {

// Changes whenever the same text may give other tokens, so that an index made before must be rebuilt. The tokenizer option
// `rules` names it, netra_debug() tells it, and sql/schema.sql keeps it beside the index.
inline constexpr int kRulesVersion = 1;

}  // namespace netra::search

#endif
