// Candidates: the ways to read a word, what each costs and which is better.
#pragma once

#include <cstdint>
#include <string_view>
#include <tuple>

#include "morphology/affixes.hpp"
#include "morphology/lexicon.hpp"
#include "morphology/word.hpp"

namespace netra::morph {

enum Outer : uint8_t { oNone, oPreposition, oKu, oKau, oLong, oPartial };
enum Poss : uint8_t { pNone, pKu, pMu, pNya };
enum Particle : uint8_t { aNone, aLah, aKah, aPun };
constexpr std::string_view kPossText[] = {"", "ku", "mu", "nya"};
constexpr std::string_view kParticleText[] = {"", "lah", "kah", "pun"};

struct Tail {
  uint8_t end, suffix, poss, particle;
  int cost;
};

struct Candidate {
  int cost = 0;
  int entry = kNoEntry;  // kNoEntry: a root the lexicon does not know, text [start, end) after `inject`
  uint8_t chain = cNone, suffix = kNoSuffix, poss = pNone, particle = aNone, outer = oNone;
  uint8_t outer_size = 0;  // bytes of a long prefix
  uint8_t start = 0, end = 0;
  char inject = 0;
  bool licensed = true;
};

inline int tail_cost(uint8_t suffix, uint8_t poss, uint8_t particle) noexcept {
  constexpr int kSuffixCost[kSuffixCount] = {0, kSuffixI, kSuffixKan, kSuffixKan, kSuffixDoubleAn};
  return kSuffixCost[suffix] +
         (poss == pNya    ? kCliticNya
          : poss != pNone ? kCliticKuMu
                          : 0) +
         (particle != aNone ? kParticle : 0);
}

inline int text_size(const Candidate& c) noexcept {
  return c.entry == kNoEntry ? c.end - c.start + (c.inject != 0) : kEntries[c.entry].text_size;
}

// Total order: cost, then the longer root, then fewer and earlier prefixes, then the root's place in the lexicon.
inline bool better(const Candidate& a, const Candidate& b) noexcept {
  if (a.cost != b.cost) return a.cost < b.cost;
  const int as = text_size(a), bs = text_size(b);
  if (as != bs) return as > bs;
  return std::tie(a.chain, a.entry, a.outer, a.suffix, a.start) < std::tie(b.chain, b.entry, b.outer, b.suffix, b.start);
}

// The N best candidates, in order.
template <int N>
struct Ranked {
  Candidate list[N];
  int size = 0;

  void add(const Candidate& c) noexcept {
    if (size == N && !better(c, list[N - 1])) return;
    int i = size < N ? size++ : N - 1;
    for (; i > 0 && better(c, list[i - 1]); --i) list[i] = list[i - 1];
    list[i] = c;
  }
  bool full_below(int cost) const noexcept { return size == N && list[N - 1].cost < cost; }
};
template <>
struct Ranked<1> {
  Candidate list[1];
  int size = 0;
  void add(const Candidate& c) noexcept {
    if (size == 0 || better(c, list[0])) {
      list[0] = c;
      size = 1;
    }
  }
  bool full_below(int cost) const noexcept { return size == 1 && list[0].cost < cost; }
};

// What a chain costs whatever the root.
inline int chain_cost(uint8_t chain) noexcept {
  const int count = kChains[chain].count;
  return count * kAffixCost + (count > 1 ? kInnerPrefix : 0);
}

// Cost of reading an entry under a chain and suffix, without tail and recoding; -1 when the pair does not exist.
inline int reading_cost(const Entry& e, uint8_t chain, uint8_t suffix, uint8_t outer, bool& licensed) noexcept {
  const Chain& ch = kChains[chain];
  int cost = chain_cost(chain);
  const bool bare = chain == cNone && suffix == kNoSuffix;
  licensed = true;
  if (!bare) {
    if (!e.takes_frames) {
      // function words, exceptions and acronyms take clitics and outer prefixes only
      if (e.kind == kAcronym || e.kind == kRedup || e.kind == kFunction || e.kind == kException) return -1;
      cost += kProtectedRoot;
    }
    const Cell* cell_of = &ch.cell[suffix == kSufAnAn ? static_cast<uint8_t>(kSufAn) : suffix];
    if (cell_of->penalty == kNever) {
      // one k for two: menunjukan; two for one: penunjukkan
      const bool ends_in_k = kText[e.text_offset + e.text_size - 1] == 'k';
      if (suffix == kSufAn && ends_in_k && ch.cell[kSufKan].penalty != kNever)
        cell_of = &ch.cell[kSufKan];
      else if (suffix == kSufKan && ends_in_k && chain != cNone && ch.cell[kSufAn].penalty != kNever)
        cell_of = &ch.cell[kSufAn];
      else
        return -1;
      cost += kSharedK;
    }
    const Cell& cell = *cell_of;
    if ((e.frames & cell.need) == 0) {
      licensed = false;
      const bool of_class = ((cell.classes >> e.word_class) & 1) != 0;
      const bool near = (e.frames & cell.near) != 0;
      if (near)
        cost += kNearFrame;
      else if (of_class)
        cost += kClassFrame;
      else
        cost += cell.penalty;
    }
  } else if (outer == oKu || outer == oKau) {
    if (!e.takes_frames) return -1;
    if ((e.frames & kAnyMeN) == 0) return -1;
  } else if (outer == oPreposition) {
    if (e.kind == kAcronym && e.text_size < 5) return -1;
    if (e.takes_frames && e.kind != kFunction) return -1;  // di- + root is the passive reading, with the same key
  }
  const int prior = e.takes_frames ? e.prior : e.kind == kFunction || e.kind == kException ? kClosedPrior : 3;
  cost += (9 - prior) * kPriorUnit;
  if (!bare || outer != oNone) {
    const int prefixes = ch.count + (outer != oNone ? 1 : 0);
    if (e.text_size == 3) cost += ch.count == 0 && !licensed ? kBareSuffixOf3 : kRootOf3;
    if (e.text_size == 2) cost += kRootOf2;
    if (e.text_size < 4 && ch.count != 0 && suffix == kNoSuffix && !licensed) cost += kBarePrefixOf3;
    if (e.text_size < 4 && prefixes >= 2 && !licensed) cost += kShortUnderTwo;
  }
  return cost;
}

}  // namespace netra::morph
