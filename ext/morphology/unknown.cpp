// Words the lexicon does not explain.
#include "morphology/unknown.hpp"

#include <cstring>
#include <iterator>

#include "morphology/affixes.hpp"
#include "morphology/analyser.hpp"

namespace netra::morph {
namespace {

bool has_vowel(const char* c, int from, int to) noexcept {
  for (int i = from; i < to; ++i)
    if (is_vowel(c[i])) return true;
  return false;
}

int vowel_groups(const char* c, int from, int to) noexcept {
  int n = 0;
  for (int i = from; i < to; ++i)
    if (is_vowel(c[i]) && (i == from || !is_vowel(c[i - 1]))) ++n;
  return n;
}

bool loan_ending(const char* c, int from, int to) noexcept {
  for (const auto& ending : kLoanEndings) {
    const int n = static_cast<int>(ending.size());
    if (to - from >= 6 && to - from > n && std::memcmp(c + to - n, ending.data(), static_cast<size_t>(n)) == 0) return true;
  }
  return false;
}

// A prefix and a suffix, the frame that tells a slip inside from a word nobody knows.
bool framed(const Text& w) noexcept {
  int n = w.size;
  if (n < 9 || n >= static_cast<int>(kMaxWord) || w.other) return false;
  if (w.at(n - 3, "nya", 3)) n -= 3;
  const bool suffix = w.at(n - 2, "an", 2) || (w.c[n - 1] == 'i' && is_consonant(w.c[n - 2]));
  return suffix &&
         (w.at(0, "di", 2) || w.at(0, "me", 2) || w.at(0, "pe", 2) || w.at(0, "ke", 2) || w.at(0, "be", 2) || w.at(0, "te", 2));
}

bool lost_vowel(const Text& w, Candidate& out) noexcept {
  constexpr std::string_view kVowels = "aeiou";
  if (!framed(w)) return false;
  char longer[kMaxWord + 1];
  int found = kNoEntry;
  for (int i = 3; i < w.size - 2; ++i) {
    if (!is_consonant(w.c[i - 1]) || !is_consonant(w.c[i])) continue;
    if (w.c[i - 1] == 'n' && (w.c[i] == 'g' || w.c[i] == 'y')) continue;  // one sound
    std::memcpy(longer, w.c, static_cast<size_t>(i));
    std::memcpy(longer + i + 1, w.c + i, static_cast<size_t>(w.size - i));
    for (const char vowel : kVowels) {
      longer[i] = vowel;
      Text t;
      t.assign({longer, static_cast<size_t>(w.size + 1)});
      if (!may_be_prefixed(t)) continue;
      Analyser<1> a(t);
      a.derived();
      if (a.ranked.size == 0) continue;
      const Candidate& c = a.ranked.list[0];
      const Entry& e = kEntries[c.entry];
      if (!c.licensed || c.outer != oNone || c.chain == cNone || c.suffix == kNoSuffix || e.kind != kRoot || e.text_size < 5 ||
          c.cost + kLostVowel > kKnownLimit)
        continue;
      if (c.start > i || c.end <= i) continue;  // the vowel belongs to an affix
      if (found != kNoEntry && found != c.entry) return false;
      found = c.entry;
      out = c;
      out.cost += kLostVowel;
    }
  }
  return found != kNoEntry;
}

Candidate by_rules(const Text& w) noexcept {
  Candidate u;
  u.cost = kUnknownCost;
  u.licensed = false;
  int n = w.size;
  u.end = static_cast<uint8_t>(n);
  if (w.other) {
    if (n >= 6 && w.at(n - 3, "nya", 3)) {
      u.end = static_cast<uint8_t>(n - 3);
      u.poss = pNya;
    }
    return u;
  }
  const auto cut_clitics = [&] {
    if (n >= 8 && (w.at(n - 3, "pun", 3) || w.at(n - 3, "lah", 3) || w.at(n - 3, "kah", 3)) && w.at(n - 6, "nya", 3)) {
      u.particle = w.c[n - 3] == 'p' ? aPun : w.c[n - 3] == 'l' ? aLah : aKah;
      n -= 3;
    }
    if (n >= 6 && w.at(n - 3, "nya", 3) && has_vowel(w.c, 0, n - 3)) {
      n -= 3;
      u.poss = pNya;
    }
  };
  cut_clitics();
  u.end = static_cast<uint8_t>(n);
  const bool kan = n >= 8 && w.at(n - 3, "kan", 3);
  const int e = kan ? n - 3 : n;
  int start = 0;
  uint8_t inject = 0, chain = cNone;
  const char* c = w.c;
  const bool an = !kan && n >= 9 && w.at(n - 2, "an", 2);
  if (w.at(0, "di", 2) && n >= 7) {
    start = 2;
    chain = cDi;
  } else if (n >= 8 && (w.at(0, "me", 2) || w.at(0, "pe", 2))) {
    chain = c[0] == 'm' ? cMen : cPen;
    const char a = c[2], b = c[3];
    if (a == 'm' && is_vowel(b))
      start = 3, inject = 'p';
    else if (a == 'm' && (b == 'b' || b == 'f' || b == 'v' || b == 'p'))
      start = 3;
    else if (a == 'n' && is_vowel(b))
      start = 3, inject = 't';
    else if (a == 'n' && (b == 'd' || b == 'c' || b == 'j' || b == 'z' || b == 't' || b == 's'))
      start = 3;
    else if (a == 'n' && b == 'g')
      start = 4;
    else if (a == 'n' && b == 'y' && is_vowel(c[4]))
      start = 4, inject = 's';
    else if ((a == 'l' || a == 'r' || a == 'w') && is_vowel(b))
      start = 2;
  } else if (n >= 9 && w.at(0, "ber", 3)) {
    start = 3;
    chain = cBer;
  } else if (n >= 9 && w.at(0, "ter", 3)) {
    start = 3;
    chain = cTer;
  }
  if (start == 0) return u;
  const int size = e - start + (inject != 0);
  // peN- alone begins too many loans (penetrasi, personalitas): only with -an
  const bool loan = chain == cPen ? an && loan_ending(c, start, n - 2) : loan_ending(c, start, e);
  bool cut = false;
  if (chain == cDi && c[2] == 's' && is_consonant(c[3])) return u;  // dis- of loans
  if (kan && (chain == cDi || chain == cMen || chain == cTer))
    cut = size >= 4 && (vowel_groups(c, start, e) >= 2 || size >= 5) && (chain != cTer || loan);
  else if (loan && chain != cNone)
    cut = true;
  if (!cut) return u;
  u.start = static_cast<uint8_t>(start);
  u.inject = inject;
  u.chain = chain;
  u.end = static_cast<uint8_t>(e);
  if (kan) u.suffix = kSufKan;
  if (chain == cPen && an && loan_ending(c, start, n - 2)) {
    u.suffix = kSufAn;
    u.end = static_cast<uint8_t>(n - 2);
  }
  return u;
}

}  // namespace

Candidate guess(const Text& w) noexcept {
  Candidate c;
  return lost_vowel(w, c) ? c : by_rules(w);
}

}  // namespace netra::morph
