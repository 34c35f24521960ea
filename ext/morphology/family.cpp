#include "morphology/family.hpp"

#include <algorithm>
#include <iterator>

#include "morphology/word.hpp"

namespace netra::morph {
namespace {

constexpr std::string_view kEnding = "itas";
// How the adjective ends, and what stands before -itas instead.
struct Change {
  std::string_view adjective, quality;
};
constexpr Change kChanges[] = {{"if", "iv"}, {"bel", "bil"}, {"er", "ar"}, {"", ""}};

// Endings of adjectives from Latin; a native adjective makes no noun in -itas.
constexpr std::string_view kLatin[] = {"al", "ar", "bel", "em", "en", "er", "id", "if", "il", "in", "is", "ks", "ns", "or", "un"};

bool ends_in(std::string_view word, std::string_view ending) noexcept {
  return word.size() > ending.size() + 2 && word.substr(word.size() - ending.size()) == ending;
}

const Entry* root_entry(std::string_view word) noexcept {
  const int entry = find_word(word);
  return entry != kNoEntry && kEntries[entry].takes_frames ? &kEntries[entry] : nullptr;
}

bool own_family(std::string_view quality) noexcept {
  const Entry* const e = root_entry(quality);
  return e && e->frames != 0;
}

void join(std::string_view stem, std::string_view ending, std::string_view rest, Stem& out) noexcept {
  out.size = 0;
  for (const std::string_view part : {stem, ending, rest}) {
    out.size = static_cast<uint8_t>(out.size + part.copy(out.text + out.size, part.size()));
  }
}

}  // namespace

bool quality_pair(std::string_view key, Stem& out) noexcept {
  if (key.size() > 24) return false;
  if (ends_in(key, kEnding)) {
    if (own_family(key)) return false;
    const std::string_view base = key.substr(0, key.size() - kEnding.size());
    for (const Change& change : kChanges) {
      if (!ends_in(base, change.quality)) continue;
      join(base.substr(0, base.size() - change.quality.size()), change.adjective, {}, out);
      const Entry* const e = root_entry(out.view());
      if (e && e->word_class == kAdjective) return true;
    }
    return false;
  }
  if (!std::any_of(std::begin(kLatin), std::end(kLatin), [key](std::string_view ending) { return ends_in(key, ending); }))
    return false;
  const Entry* const e = root_entry(key);
  if (!e || e->word_class != kAdjective) return false;
  for (const Change& change : kChanges) {
    if (!ends_in(key, change.adjective)) continue;
    join(key.substr(0, key.size() - change.adjective.size()), change.quality, kEnding, out);
    return !own_family(out.view());
  }
  return false;
}

}  // namespace netra::morph
