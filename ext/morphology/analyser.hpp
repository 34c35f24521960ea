// The walk over prefixes: every derivation of a word that ends in a lexicon word.
#pragma once

#include <cstdint>

#include "morphology/affixes.hpp"
#include "morphology/candidate.hpp"
#include "morphology/lexicon.hpp"
#include "morphology/word.hpp"

namespace netra::morph {

struct State {
  uint8_t pos, chain;
  char inject;
  uint8_t outer, outer_size;
  int cost;           // recoding, outer prefix
  bool one_syllable;  // after menge-, penge-: only roots of one syllable
};

constexpr int kMaxStates = 64;

struct FollowTable {
  uint8_t to[cChainCount][sStepCount];
};
constexpr FollowTable make_follow() {
  FollowTable t{};
  for (auto& row : t.to)
    for (auto& cell : row) cell = cStop;
  for (const Follow& f : kFollows) t.to[f.from][f.step] = f.to;
  return t;
}
constexpr FollowTable kFollow = make_follow();

// Whether the walk could take any prefix off. Cheap and on the safe side.
inline bool may_be_prefixed(const Text& w) noexcept {
  const char* c = w.c;
  if (c[1] == 'e') {
    switch (c[0]) {
      case 'm':
      case 'p':
      case 'k':
      case 's':
        return true;  // meN- peN- pe- per- ke- se-
      case 'b':
      case 't':
        return c[2] == 'r' || c[2] == 'l' || c[2] == c[0] || (c[3] == 'e' && c[4] == 'r');  // ber- ter-, Ce-
      default:
        return c[2] == c[0];  // Ce-
    }
  }
  switch (c[0]) {
    case 'd':
      return c[1] == 'i';
    case 'k':
      return c[1] == 'u' || (c[1] == 'a' && c[2] == 'u');
    // long prefixes
    case 'a':
      return c[1] == 'n' && c[2] == 't';
    case 'm':
      return c[1] == 'u' && c[2] == 'l';
    case 'n':
      return (c[1] == 'o' && c[2] == 'n') || (c[1] == 'i' && c[2] == 'r');
    case 'p':
      return (c[1] == 'r' && c[2] == 'a') || (c[1] == 'a' && c[2] == 's');
    case 's':
      return c[1] == 'u' && c[2] == 'b';
    default:
      return false;
  }
}

template <int N>
class Analyser {
 public:
  explicit Analyser(const Text& w, bool inner_nasal = false) noexcept : w_(w), inner_nasal_(inner_nasal) { make_tails(); }

  Ranked<N> ranked;
  int exact = kNoEntry;  // entry of the whole word

  // The derivations that need no prefix. With `whole` the word itself too.
  void bare(bool whole) noexcept {
    const Lookup lookup(w_, 0, 0);
    for (int i = whole ? 0 : 1; i < ends_count_; ++i) {
      const int entry = lookup.find(ends_[i]);
      if (entry != kNoEntry) consider({0, cNone, 0, oNone, 0, 0, false}, static_cast<uint16_t>(entry), ends_[i]);
    }
  }

  // All the others.
  void derived() noexcept {
    if (w_.size < 4 || !(inner_nasal_ || may_be_prefixed(w_))) return;
    push({0, cNone, 0, oNone, 0, 0, false});
    for (int at = 0; at < states_count_; ++at) {
      if (at != 0) evaluate(states_[at]);
      if (states_[at].outer < oKu || states_[at].outer == oLong) expand(states_[at]);
    }
  }

 private:
  void make_tails() noexcept {
    const int n = w_.size;
    add_tails(n, aNone);
    if (n < 5) return;
    const char* c = w_.c + n - 3;
    if (c[2] == 'h' && c[1] == 'a') {
      if (c[0] == 'l') add_tails(n - 3, aLah);
      if (c[0] == 'k') add_tails(n - 3, aKah);
    } else if (c[2] == 'n' && c[1] == 'u' && c[0] == 'p') {
      add_tails(n - 3, aPun);
    }
  }
  void add_tails(int end, uint8_t particle) noexcept {
    add_suffixes(end, pNone, particle);
    const char* c = w_.c + end;
    if (end >= 4 && c[-1] == 'u') {
      if (c[-2] == 'k') add_suffixes(end - 2, pKu, particle);
      if (c[-2] == 'm') add_suffixes(end - 2, pMu, particle);
    } else if (end >= 5 && c[-1] == 'a' && c[-2] == 'y' && c[-3] == 'n') {
      add_suffixes(end - 3, pNya, particle);
      // one n for two: kekuasaanya, lainya
      if (end >= 6 && is_vowel(c[-4])) add_suffixes(end - 2, pNya, particle, kSharedN);
    }
  }
  void add_suffixes(int end, uint8_t poss, uint8_t particle, int slip = 0) noexcept {
    add_tail(end, kNoSuffix, poss, particle, slip);
    const char last = w_.c[end - 1];
    if (last == 'i' && end >= 4) {
      add_tail(end - 1, kSufI, poss, particle, slip);
    } else if (last == 'n' && end >= 4 && w_.c[end - 2] == 'a') {
      add_tail(end - 2, kSufAn, poss, particle, slip);
      if (w_.c[end - 3] == 'k' && end >= 5) add_tail(end - 3, kSufKan, poss, particle, slip);
      if (end >= 8 && w_.c[end - 3] == 'n' && w_.c[end - 4] == 'a') add_tail(end - 4, kSufAnAn, poss, particle, slip);
    }
  }
  void add_tail(int end, uint8_t suffix, uint8_t poss, uint8_t particle, int slip) noexcept {
    tails_[tails_count_++] = {static_cast<uint8_t>(end), suffix, poss, particle, slip + tail_cost(suffix, poss, particle)};
    for (int i = 0; i < ends_count_; ++i)
      if (ends_[i] == end) return;
    ends_[ends_count_++] = static_cast<uint8_t>(end);
  }

  void evaluate(const State& s) noexcept {
    if (ranked.full_below(s.cost + chain_cost(s.chain))) return;
    const Lookup lookup(w_, s.pos, s.inject);
    const int before = s.pos - (s.inject != 0);
    for (int i = 0; i < ends_count_; ++i) {
      const int entry = lookup.find(ends_[i] - before);
      if (entry != kNoEntry) consider(s, static_cast<uint16_t>(entry), ends_[i]);
    }
  }

  // Every reading of lexicon word `number`, which ends at `end`, under the prefixes of s.
  void consider(const State& s, uint16_t number, int end) noexcept {
    const Entry& e = kEntries[number];
    if (s.one_syllable && vowels(entry_text(e)) != 1) return;
    for (int i = 0; i < tails_count_; ++i) {
      const Tail& t = tails_[i];
      if (t.end != end) continue;
      if (s.pos == 0 && end == w_.size && s.chain == cNone) exact = number;
      bool licensed = true;
      int cost = 0;
      if (s.outer == oPartial) {
        if (!e.takes_frames || e.text_size < 4 || t.suffix == kSufI || t.suffix == kSufKan) continue;
        cost = kPartialRedup + (9 - e.prior) * kPriorUnit + (((kN | kA | kV) >> e.word_class) & 1 ? 0 : 20);
        if (e.word_class == kVerb && t.suffix == kNoSuffix) cost += 20;
      } else {
        cost = reading_cost(e, s.chain, t.suffix, s.outer, licensed);
        if (cost < 0) continue;
      }
      if (s.outer == oLong &&
          (e.text_size < 4 || w_.size - s.outer_size < least_ || (e.kind != kAcronym && e.prior < 2 && e.takes_frames)))
        continue;
      if (s.chain == cNone && s.outer == oPreposition && t.suffix == kSufAn && !(e.frames & kAn)) continue;
      Candidate c;
      c.cost = cost + s.cost + t.cost;
      if (e.kind == kFunction && (t.poss == pKu || t.poss == pMu)) c.cost += kCliticKuMu;
      c.entry = number;
      c.chain = s.chain;
      c.suffix = t.suffix;
      c.poss = t.poss;
      c.particle = t.particle;
      c.outer = s.outer;
      c.outer_size = s.outer_size;
      c.start = s.pos;
      c.end = t.end;
      c.inject = s.inject;
      c.licensed = licensed;
      ranked.add(c);
    }
  }

  void push(const State& s) noexcept {
    if (states_count_ == kMaxStates || w_.size - s.pos < 2 - (s.inject != 0)) return;
    states_[states_count_++] = s;
  }
  void push(const State& from, int pos, uint8_t chain, char inject = 0, int cost = 0) noexcept {
    if (ranked.full_below(from.cost + cost + chain_cost(chain))) return;
    push({static_cast<uint8_t>(pos), chain, inject, from.outer, from.outer_size, from.cost + cost, false});
  }

  uint8_t follow(const State& s, Step step) const noexcept {
    // after a written-on preposition only nouns; after ku-, kau- and Ce- the root itself
    if (s.outer != oNone && s.outer != oLong &&
        (s.outer != oPreposition || step == sDi || step == sMen || step == sBer || step == sTer || step == sSe))
      return cStop;
    return kFollow.to[s.chain][step];
  }

  // -er prefixes: ber-, ter-, per- and their forms be-, te-, pe- before r and before a syllable in -er, bel-/pel- + ajar.
  void er_prefix(const State& s, int p, uint8_t to) noexcept {
    const char* c = w_.c;
    if (c[p + 2] == 'r') {
      push(s, p + 3, to);
      push(s, p + 2, to, 0, kLostR);
    } else if (is_consonant(c[p + 2]) && c[p + 3] == 'e' && c[p + 4] == 'r') {
      push(s, p + 2, to);
    } else if (c[p + 2] == 'l' && c[p] != 't' && (w_.at(p + 3, "ajar", 4) || w_.at(p + 3, "unjur", 5))) {
      push(s, p + 3, to);
    }
  }

  // meN- and peN-: every root the surface may come from.
  void nasal_prefix(const State& s, int p, uint8_t to) noexcept {
    const char* c = w_.c;
    const char a = c[p + 2], b = c[p + 3];
    switch (a) {
      case 'l':
      case 'r':
      case 'w':
      case 'y':
        push(s, p + 2, to);
        break;
      case 'm':
        if (is_vowel(b)) {
          push(s, p + 3, to, 'p');
          push(s, p + 2, to, 0, kNasalRoot);
        } else if (b == 'b' || b == 'f' || b == 'v') {
          push(s, p + 3, to);
        } else if (b == 'p') {
          push(s, p + 3, to, 0, kKeptConsonant);
        } else if (b == 'r' || b == 'l') {
          push(s, p + 3, to, 'p');
        }
        break;
      case 'n':
        if (is_vowel(b)) {
          push(s, p + 3, to, 't');
          push(s, p + 2, to, 0, kNasalRoot);
        } else if (b == 'd' || b == 'c' || b == 'j' || b == 'z') {
          push(s, p + 3, to);
        } else if (b == 't' || b == 's') {
          push(s, p + 3, to, 0, kKeptConsonant);
        } else if (b == 'r') {
          push(s, p + 3, to, 't', kKeptConsonant);
        } else if (b == 'g') {
          const char d = c[p + 4];
          if (is_vowel(d)) {
            push(s, p + 4, to);
            push(s, p + 4, to, 'k', kLostK);
            push(s, p + 2, to, 0, kNasalRoot + 2);
            if (d == 'e' && states_count_ < kMaxStates)
              states_[states_count_++] = {static_cast<uint8_t>(p + 5), to, 0, s.outer, s.outer_size, s.cost + kOneSyllable, true};
          } else if (d == 'g' || d == 'h' || d == 'q') {
            push(s, p + 4, to);
          } else if (d == 'l' || d == 'r') {
            push(s, p + 4, to, 0, kKeptConsonant);  // penglihatan, pengrajin
          } else if (d == 'k') {
            push(s, p + 4, to, 0, c[p + 5] == 'h' ? 0 : kKeptConsonant);
          }
        } else if (b == 'y') {
          push(s, p + 3, to, 's');  // syair, syarat
          if (is_vowel(c[p + 4])) {
            push(s, p + 4, to, 's');
            push(s, p + 2, to, 0, kNasalRoot);
          }
        }
        break;
      default:
        break;
    }
  }

  void expand(const State& s) noexcept {
    const char* c = w_.c;
    const int p = s.pos;
    uint8_t to;
    if (s.inject != 0) {  // the nasal swallowed the first letter of an inner prefix: menye-, menge-, memer-, mener-
      if (c[p] != 'e') return;
      if (s.inject == 's' && (to = follow(s, sSe)) != cStop) push(s, p + 1, to);
      if (s.inject == 'k' && (to = follow(s, sKe)) != cStop) push(s, p + 1, to);
      if (s.inject == 'p' && (to = follow(s, sPer)) != cStop) {
        if (c[p + 1] == 'r') {
          push(s, p + 2, to);
          push(s, p + 1, to, 0, kLostR);
        } else if (w_.at(p + 1, "lajar", 5)) {
          push(s, p + 2, to);
        }
      }
      if (s.inject == 't' && c[p + 1] == 'r' && (to = follow(s, sTer)) != cStop) push(s, p + 2, to);
      return;
    }
    switch (c[p]) {
      case 'd':
        if (c[p + 1] == 'i') {
          if ((to = follow(s, sDi)) != cStop) push(s, p + 2, to);
          if (s.chain == cNone && s.outer == oNone) push_outer(s, p + 2, oPreposition, kPreposition);
        }
        break;
      case 't':
        if (c[p + 1] == 'e' && (to = follow(s, sTer)) != cStop) er_prefix(s, p, to);
        if ((to = follow(s, sTidak)) != cStop) {
          if (w_.at(p, "tidak", 5)) push(s, p + 5, to);
          if (w_.at(p, "tak", 3)) push(s, p + 3, to, 0, kShortTidak);
        }
        break;
      case 'b':
        if (c[p + 1] == 'e' && (to = follow(s, sBer)) != cStop) er_prefix(s, p, to);
        break;
      case 'k':
        if (c[p + 1] == 'e') {
          if ((to = follow(s, sKe)) != cStop) push(s, p + 2, to);
          if (s.chain == cNone && s.outer == oNone) push_outer(s, p + 2, oPreposition, kPreposition + 4);
        } else if (s.chain == cNone && s.outer == oNone) {
          if (c[p + 1] == 'u') push_outer(s, p + 2, oKu, kProclitic);
          if (c[p + 1] == 'a' && c[p + 2] == 'u') push_outer(s, p + 3, oKau, kProclitic);
        }
        break;
      case 's':
        if (c[p + 1] == 'e' && (to = follow(s, sSe)) != cStop) push(s, p + 2, to);
        break;
      case 'm':
        if (c[p + 1] == 'e' && (to = follow(s, sMen)) != cStop) nasal_prefix(s, p, to);
        break;
      case 'p':
        if (c[p + 1] == 'e') {
          if ((to = follow(s, sPer)) != cStop) er_prefix(s, p, to);
          if ((to = follow(s, sPen)) != cStop) nasal_prefix(s, p, to);
          const char a = c[p + 2];
          if ((to = follow(s, sPe)) != cStop && a != 'l' && a != 'r' && a != 'w' && a != 'y') push(s, p + 2, to);
        }
        break;
      default:
        break;
    }
    if (p == 0 && s.chain == cNone && s.outer == oNone) {
      if (may_be_long(c[0]))
        for (const LongPrefix& lp : kLongPrefixes) {
          const int n = static_cast<int>(lp.text.size());
          if (lp.text[0] == c[0] && w_.size >= n + lp.least && w_.at(0, lp.text.data(), n)) {
            least_ = lp.least;
            State next{static_cast<uint8_t>(n), cNone, 0, oLong, static_cast<uint8_t>(n), kLongPrefix + kAffixCost, false};
            push(next);
          }
        }
      // Ce- + the same consonant
      if (c[1] == 'e' && is_consonant(c[0]) && c[2] == c[0]) push_outer(s, 2, oPartial, 0);
      if (inner_nasal_) bare_nasal(s);
    }
  }

  static bool may_be_long(char first) noexcept {
    return first == 'a' || first == 'm' || first == 'n' || first == 'p' || first == 's';
  }

  void push_outer(const State& s, int pos, uint8_t outer, int cost) noexcept {
    push({static_cast<uint8_t>(pos), cNone, 0, outer, 0, s.cost + cost + kAffixCost, false});
  }

  // Second half of menyebut-nyebut, memanggil-manggil: the nasal without me-.
  void bare_nasal(const State& s) noexcept {
    const char* c = w_.c;
    constexpr int kBareNasal = 4;
    if (c[0] == 'n' && c[1] == 'y') {
      push(s, 2, cMen, 's', kBareNasal);
    } else if (c[0] == 'n' && c[1] == 'g') {
      push(s, 2, cMen, 'k', kBareNasal + 1);
      push(s, 2, cMen, 0, kBareNasal);
    } else if (c[0] == 'n') {
      push(s, 1, cMen, 't', kBareNasal);
    } else if (c[0] == 'm') {
      push(s, 1, cMen, 'p', kBareNasal);
    }
  }

  const Text& w_;
  bool inner_nasal_;
  int least_ = 5;
  Tail tails_[40];
  int tails_count_ = 0;
  uint8_t ends_[40];  // where the tails begin, each once, the end of the word first
  int ends_count_ = 0;
  State states_[kMaxStates];
  int states_count_ = 0;
};

}  // namespace netra::morph
