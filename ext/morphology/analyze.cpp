// Every reading of a word, for people.
#include <cstring>

#include "morphology/affixes.hpp"
#include "morphology/analyser.hpp"
#include "morphology/reading.hpp"
#include "morphology/reduplication.hpp"
#include "morphology/stemmer.hpp"
#include "morphology/unknown.hpp"

namespace netra::morph {
namespace {

void copy_text(char* to, size_t capacity, std::string_view text) noexcept {
  const size_t n = text.size() < capacity - 1 ? text.size() : capacity - 1;
  std::memcpy(to, text.data(), n);
  to[n] = 0;
}

const char* source_of(const Candidate& c) noexcept {
  if (c.entry == kNoEntry) return "rule";
  constexpr const char* kNames[] = {"root", "protected", "function", "acronym", "exception", "reduplication", "root"};
  return kNames[kEntries[c.entry].kind];
}

void describe(const Text& w, const Candidate& c, Derivation& d) noexcept {
  write_stem(w, c, Mode::root, d.root);
  write_stem(w, c, Mode::search, d.key);
  d.prefixes[0] = d.suffixes[0] = d.clitics[0] = 0;
  d.reduplication = "";
  if (c.outer == oPreposition) append(d.prefixes, sizeof d.prefixes, {w.c, 2});
  if (c.outer == oLong) append(d.prefixes, sizeof d.prefixes, {w.c, c.outer_size});
  if (c.outer == oPartial) d.reduplication = "sebagian";
  if (c.chain != cNone) append(d.prefixes, sizeof d.prefixes, kChains[c.chain].prefixes);
  append(d.suffixes, sizeof d.suffixes, kSuffixText[c.suffix]);
  if (c.outer == oKu) append(d.clitics, sizeof d.clitics, "ku");
  if (c.outer == oKau) append(d.clitics, sizeof d.clitics, "kau");
  append(d.clitics, sizeof d.clitics, kPossText[c.poss]);
  append(d.clitics, sizeof d.clitics, kParticleText[c.particle]);
  d.source = source_of(c);
  d.known = c.entry != kNoEntry;
  d.licensed = c.licensed;
  d.cost = c.cost;
  d.chosen = false;
}

bool same_reading(const Derivation& a, const Derivation& b) noexcept {
  return a.root.view() == b.root.view() && std::strcmp(a.prefixes, b.prefixes) == 0 && std::strcmp(a.suffixes, b.suffixes) == 0 &&
         std::strcmp(a.clitics, b.clitics) == 0;
}

}  // namespace

size_t analyze(std::string_view word, Derivation* out, size_t capacity) noexcept {
  if (word.empty() || word.size() > kMaxWord || capacity == 0) return 0;
  size_t count = 0;
  const auto add = [&](const Text& w, const Candidate& c) {
    if (count == capacity) return;
    describe(w, c, out[count]);
    for (size_t i = 0; i < count; ++i)
      if (same_reading(out[i], out[count])) return;
    ++count;
  };
  if (word.find('-') != std::string_view::npos) {
    Hyphenated h;
    analyse_hyphenated(word, h);
    Derivation& d = out[0];
    describe(h.part_text, h.chosen, d);
    write_hyphenated(h, Mode::root, d.root);
    write_hyphenated(h, Mode::search, d.key);
    char prefixes[sizeof d.prefixes];
    copy_text(prefixes, sizeof prefixes, h.outer);
    append(prefixes, sizeof prefixes, d.prefixes);
    copy_text(d.prefixes, sizeof d.prefixes, prefixes);
    append(d.clitics, sizeof d.clitics, h.tails);
    if (h.how == Hyphenated::common) d.reduplication = "penuh";
    if (h.how == Hyphenated::pair) {
      d.reduplication = "leksikal";
      d.source = "reduplication";
    }
    if (h.how == Hyphenated::common && h.cost != 0) d.cost = h.cost;
    d.chosen = true;
    return 1;
  }
  Text w;
  w.assign(word);
  Analyser<16> a(w);
  a.bare(true);
  const int exact = a.exact;
  a.derived();
  if (exact != kNoEntry) add(w, whole(exact, w.size));
  const bool known = exact != kNoEntry || (a.ranked.size != 0 && a.ranked.list[0].cost <= kKnownLimit);
  if (!known) add(w, guess(w));
  for (int i = 0; i < a.ranked.size; ++i) {
    const Candidate& c = a.ranked.list[i];
    if (c.entry == exact && c.chain == cNone && c.end == w.size) continue;
    add(w, c);
  }
  out[0].chosen = true;
  return count;
}

}  // namespace netra::morph
