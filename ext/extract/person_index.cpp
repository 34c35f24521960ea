#include "extract/person_index.hpp"

#include <algorithm>

namespace netra::extract {

namespace {

constexpr size_t kPersonsBack = 256;  // how many persons back a name is looked for: no article has so many

bool subset(Words part, Words whole) {
  return !part.empty() && std::all_of(part.begin(), part.end(), [&](const WordKey& w) { return holds(whole, w); });
}

}  // namespace

uint32_t PersonIndex::add(Span name, const Named& said) {
  if (ranges_.empty()) {
    ranges_.reserve(kUsual);
    words_.reserve(4 * kUsual);
  }
  Range range{static_cast<uint32_t>(words_.size()), 0};
  for (uint32_t i = name.first; i < name.last; ++i) {
    if (!d_.atom(i).word()) continue;
    d_.make_room(words_, i);
    words_.push_back(word_key(d_, i));
    ++range.count;
  }
  const Words read = words_of(range);
  size_t found = ranges_.size();
  for (size_t p = ranges_.size(); p-- > 0 && found == ranges_.size() && ranges_.size() - p <= kPersonsBack;) {
    const Words known = words_of(ranges_[p]);
    if (std::ranges::equal(read, known) || subset(read, known) || subset(known, read)) found = p;
  }
  if (found == ranges_.size()) {
    d_.make_room(ranges_, name.first);
    ranges_.push_back({range.first, 0});
    names_.push_back({});
  }
  Named& person = names_[found];
  if (range.count > ranges_[found].count)
    ranges_[found] = range, person.name = said.name;
  else
    words_.resize(range.first);
  const auto longer = [](const std::string* a, const std::string* b) { return a && (!b || a->size() > b->size()); };
  if (longer(said.honorifics, person.honorifics)) person.honorifics = said.honorifics;
  if (longer(said.degrees, person.degrees)) person.degrees = said.degrees;
  if (said.rank) person.rank = said.rank;
  return static_cast<uint32_t>(found) + 1;
}

}  // namespace netra::extract
