#include "search/query_names.hpp"

#include <algorithm>

#include "morphology/stemmer.hpp"
#include "text/chars.hpp"

namespace netra::search {

using Type = QueryItem::Type;

namespace {

// Affixes and clitics that people write apart (se Indonesia), and that are also abbreviations.
constexpr std::string_view kAffixes[] = {"an", "be", "di", "ke", "ku", "me", "mu", "pe", "se", "te"};

bool common_word(std::string_view folded) noexcept {
  morph::Derivation derivation;
  return folded.size() <= 3 && morph::analyze(folded, &derivation, 1) == 1 && derivation.known &&
         (std::string_view(derivation.source) == "root" || std::string_view(derivation.source) == "function");
}

}  // namespace

size_t QueryNames::find(size_t i) {
  const auto& items = reader_.items();
  if (!items[i].loose) return 0;
  size_t found = 0;
  uint64_t state = Synonyms::kStart;
  Synonyms::Match match;
  for (size_t k = 0; i + k < items.size() && items[i + k].type == Type::word && items[i + k].loose; ++k) {
    state = Synonyms::step(state, reader_.token(items[i + k]));
    if (!synonyms_.find(state, match)) break;
    if (!match.alternatives.empty() && (k > 0 || unmistakable(items[i], match))) found = k + 1, match_ = match;
    if (!match.longer) break;
  }
  return found;
}

// A short abbreviation that is also a word or an affix of the language (dan, api, as, se) counts only in capitals.
bool QueryNames::unmistakable(const QueryItem& item, const Synonyms::Match& match) const noexcept {
  if (match.alternatives[0].relation != Relation::expansion) return true;
  const std::string_view form = reader_.source(item);
  if (std::none_of(form.begin(), form.end(), text::is_ascii_lower)) return true;
  return item.stop == Stop::none &&
         std::find(std::begin(kAffixes), std::end(kAffixes), reader_.token(item)) == std::end(kAffixes) &&
         !common_word(reader_.token(item));
}

}  // namespace netra::search
