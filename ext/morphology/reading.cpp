// One word without hyphens.
#include "morphology/reading.hpp"

#include <cstring>

#include "morphology/affixes.hpp"
#include "morphology/analyser.hpp"
#include "morphology/unknown.hpp"

namespace netra::morph {

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

namespace {

// False, and the whole word, when no reading has a lexicon root. `affixed`: the word looks as if it had a prefix or a tail.
bool read_known(const Text& w, Candidate& best, bool& affixed) noexcept {
  const int exact = find_word(w);
  affixed = false;
  best = whole(exact, w.size);
  if (exact != kNoEntry || w.size < 4) return exact != kNoEntry;
  const bool prefixed = may_be_prefixed(w), tailed = may_have_tail(w);
  affixed = prefixed || tailed;
  if (!affixed) return false;
  Analyser<1> a(w);
  if (tailed) a.bare(false);
  if (prefixed) a.derived();
  if (a.ranked.size != 0 && a.ranked.list[0].cost <= kKnownLimit) {
    best = a.ranked.list[0];
    return true;
  }
  const char* end = w.c + w.size;
  if (!prefixed && (end[-1] == 'i' || end[-1] == 'u' || (end[-1] == 'n' && end[-2] == 'a'))) affixed = false;  // no rule for it
  return false;
}

}  // namespace

Candidate best_known(const Text& w) noexcept {
  Candidate best;
  bool affixed;
  read_known(w, best, affixed);
  return best;
}

Candidate best_of(const Text& w) noexcept {
  Candidate best;
  bool affixed;
  return read_known(w, best, affixed) || !affixed ? best : guess(w);
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
