#include "search/synonyms.hpp"

#include <algorithm>

#include "data/tables.hpp"
#include "text/words.hpp"

namespace netra::search {

namespace {

struct Draft {
  uint64_t state;
  Alternative alternative;
};

// Walks the words of a form; on(state) for every word but the last, returns the state of the whole.
template <class On>
uint64_t walk(std::string_view form, On&& on) {
  text::WordScanner scanner;
  scanner.start(form);
  uint64_t state = Synonyms::kStart;
  bool first = true;
  for (text::Word word; scanner.next(word); first = false) {
    if (!first) on(state);
    state = Synonyms::step(state, word.view());
  }
  return first ? 0 : state;
}

}  // namespace

uint64_t Synonyms::step(uint64_t state, std::string_view word) noexcept {
  uint64_t hash = state ^ 0xCBF29CE484222325ULL;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  hash = (hash ^ (hash >> 32)) * 0xD6E8FEB86659FD93ULL;
  hash ^= hash >> 29;
  return hash ? hash : 1;
}

Synonyms::Synonyms() {
  std::vector<Draft> drafts;
  std::vector<uint64_t> begun;  // states of forms that continue
  auto enter = [&](std::string_view form, Alternative alternative) {
    const uint64_t state = walk(form, [&](uint64_t s) { begun.push_back(s); });
    if (state != 0) drafts.push_back({state, alternative});
  };
  for (const data::Abbreviation& row : data::abbreviations) {
    const bool other = row.note == data::Reading::lain, variant = row.note == data::Reading::varian;
    enter(row.abbr, {row.expansion, Relation::expansion, static_cast<uint8_t>(other ? 2 : 0)});
    enter(row.expansion, {row.abbr, Relation::abbreviation, static_cast<uint8_t>(other ? 2 : variant ? 1 : 0)});
  }
  for (const data::SpellingVariant& row : data::spelling_variants) {
    const std::string_view all = row.forms;
    std::vector<std::string_view> forms;
    for (size_t at = 0; at <= all.size();) {
      const size_t bar = std::min(all.find('|', at), all.size());
      forms.push_back(all.substr(at, bar - at));
      at = bar + 1;
    }
    for (const std::string_view form : forms)
      for (const std::string_view other : forms)
        if (other != form) enter(form, {other, Relation::variant, 0});
  }
  std::stable_sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) {
    return a.state != b.state ? a.state < b.state : a.alternative.rank < b.alternative.rank;
  });
  size_t capacity = 64;
  while (capacity < 3 * (drafts.size() + begun.size())) capacity *= 2;
  slots_.resize(capacity);
  auto slot = [&](uint64_t state) -> Slot& {
    size_t at = state & (capacity - 1);
    while (slots_[at].state != 0 && slots_[at].state != state) at = (at + 1) & (capacity - 1);
    slots_[at].state = state;
    return slots_[at];
  };
  alternatives_.reserve(drafts.size());
  for (size_t i = 0; i < drafts.size();) {
    Slot& entry = slot(drafts[i].state);
    entry.first = static_cast<uint32_t>(alternatives_.size());
    size_t next = i;
    for (; next < drafts.size() && drafts[next].state == drafts[i].state; ++next) alternatives_.push_back(drafts[next].alternative);
    entry.count = static_cast<uint16_t>(std::min<size_t>(next - i, 65535));
    i = next;
  }
  for (const uint64_t state : begun) slot(state).longer = true;
}

const Synonyms& Synonyms::instance() {
  static const Synonyms synonyms;
  return synonyms;
}

bool Synonyms::find(uint64_t state, Match& match) const noexcept {
  const size_t mask = slots_.size() - 1;
  for (size_t at = state & mask; slots_[at].state != 0; at = (at + 1) & mask)
    if (slots_[at].state == state) {
      match = {{alternatives_.data() + slots_[at].first, slots_[at].count}, slots_[at].longer};
      return true;
    }
  return false;
}

Stop stop_class(std::string_view folded) noexcept {
  const auto row = std::lower_bound(data::stopwords.begin(), data::stopwords.end(), folded,
                                    [](const data::Stopword& a, std::string_view b) { return a.word < b; });
  if (row == data::stopwords.end() || row->word != folded) return Stop::none;
  const data::Text kind = row->word_class;
  return kind == "question" ? Stop::question : kind == "frame" ? Stop::frame : kind == "verb" ? Stop::verb : Stop::word;
}

namespace {

std::string_view usual(std::string_view form, Relation relation) {
  constexpr size_t kLongest = 1024;  // bytes: far beyond any form of the tables, and a long text is not walked for nothing
  if (form.size() > kLongest) return {};
  Synonyms::Match match;
  const uint64_t state = walk(form, [](uint64_t) {});
  if (state == 0 || !Synonyms::instance().find(state, match)) return {};
  for (const Alternative& alternative : match.alternatives)
    if (alternative.relation == relation) return alternative.text;
  return {};
}

}  // namespace

std::string_view expand(std::string_view abbreviation) { return usual(abbreviation, Relation::expansion); }
std::string_view abbreviate(std::string_view name) { return usual(name, Relation::abbreviation); }

}  // namespace netra::search
