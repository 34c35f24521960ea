// One word without hyphens.
#include "morphology/reading.hpp"

#include <cstring>

#include "morphology/affixes.hpp"
#include "morphology/analyser.hpp"
#include "morphology/unknown.hpp"

namespace netra::morph {
namespace {

// Whether a word may end in a suffix or a clitic. Cheap and on the safe side.
bool may_have_tail(const Text& w) noexcept {
  const char* c = w.c + w.size;
  switch (c[-1]) {
    case 'i':
      return true;  // -i
    case 'n':
      return c[-2] == 'a' || (c[-2] == 'u' && c[-3] == 'p');  // -an -kan, -pun
    case 'u':
      return c[-2] == 'k' || c[-2] == 'm';  // -ku -mu
    case 'a':
      return c[-2] == 'y' && c[-3] == 'n';  // -nya
    case 'h':
      return c[-2] == 'a' && (c[-3] == 'l' || c[-3] == 'k');  // -lah -kah
    default:
      return false;
  }
}

}  // namespace

Candidate whole(int entry, int size) noexcept {
  Candidate c;
  c.entry = entry;
  if (entry == kNoEntry) {
    c.cost = kUnknownCost;
    c.licensed = false;
  }
  c.end = static_cast<uint8_t>(size);
  return c;
}

Candidate best_of(const Text& w, Shape shape) noexcept {
  const int exact = find_word(w);
  if (exact != kNoEntry || w.size < 4) return whole(exact, w.size);
  const bool prefixed = may_be_prefixed(w), tailed = may_have_tail(w);
  if (!prefixed && !tailed) return whole(kNoEntry, w.size);
  Analyser<1> a(w);
  if (tailed) a.bare(false);
  if (prefixed) a.derived();
  if (a.ranked.size != 0 && a.ranked.list[0].cost <= kKnownLimit) return a.ranked.list[0];
  const char* end = w.c + w.size;
  if (!prefixed && (end[-1] == 'i' || end[-1] == 'u' || (end[-1] == 'n' && end[-2] == 'a')))
    return whole(kNoEntry, w.size);  // no rule for it
  return unknown_reading(w, shape);
}

void write_stem(const Text& w, const Candidate& c, Mode mode, Stem& out) noexcept {
  if (mode == Mode::light) {  // the word without clitics
    int from = c.outer == oKu ? 2 : c.outer == oKau ? 3 : 0, to = w.size;
    if (c.particle != aNone) to -= static_cast<int>(kParticleText[c.particle].size());
    if (c.poss != pNone) to -= static_cast<int>(kPossText[c.poss].size());
    if (c.outer == oPartial && c.suffix == kNoSuffix) from = c.start;
    return set(out, {w.c + from, static_cast<size_t>(to - from)});
  }
  if (c.entry != kNoEntry) return set(out, decided_text(c.entry, mode));
  out.size = 0;
  if (c.inject != 0) out.text[out.size++] = c.inject;
  const size_t n = static_cast<size_t>(c.end - c.start);
  std::memcpy(out.text + out.size, w.c + c.start, n);
  out.size = static_cast<uint8_t>(out.size + n);
}

}  // namespace netra::morph
