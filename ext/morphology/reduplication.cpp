#include "morphology/reduplication.hpp"

#include <cstring>
#include <iterator>

#include "morphology/affixes.hpp"
#include "morphology/analyser.hpp"
#include "morphology/reading.hpp"

namespace netra::morph {
namespace {

template <size_t N>
constexpr size_t longest(const std::string_view (&list)[N]) {
  size_t n = 0;
  for (const auto& s : list) n = s.size() > n ? s.size() : n;
  return n;
}
// Whether s stands in a sorted list.
template <size_t N>
bool one_of(std::string_view s, const std::string_view (&list)[N], size_t most) noexcept {
  if (s.empty() || s.size() > most) return false;
  for (size_t i = 0; i < N && list[i].front() <= s.front(); ++i)
    if (list[i] == s) return true;
  return false;
}
bool is_hyphen_prefix(std::string_view s) noexcept { return one_of(s, kHyphenPrefixes, longest(kHyphenPrefixes)); }
bool is_hyphen_tail(std::string_view s) noexcept { return one_of(s, kHyphenTails, longest(kHyphenTails)); }

constexpr int kHalves = 12;

// undang-undang and its derivations keep the pair as their key.
void find_pair(Hyphenated& h) noexcept {
  Stem root;
  write_stem(h.part_text, h.chosen, Mode::root, root);
  if (root.size * 2 + 1 > static_cast<int>(kMaxWord)) return;
  char pair[kMaxWord + 1];
  std::memcpy(pair, root.text, root.size);
  pair[root.size] = '-';
  std::memcpy(pair + root.size + 1, root.text, root.size);
  h.pair_entry = find_word({pair, static_cast<size_t>(root.size) * 2 + 1});
  if (h.pair_entry != kNoEntry) h.how = Hyphenated::pair;
}

// X-X: what the half is by itself.
void full_reduplication(std::string_view half, Hyphenated& h) noexcept {
  h.part_text.assign(half);
  h.chosen = best_of(h.part_text);
  h.how = Hyphenated::common;
  set_exactly(h.light, half);
  find_pair(h);
}

constexpr int kNoCommonRoot = 1 << 20;

// The cheapest readings of both halves that share their root; returns what both cost, kNoCommonRoot when none do.
int common_root(const Text& left, const Text& right, Candidate& left_reading, Candidate& right_reading) noexcept {
  if (!may_be_prefixed(left) && !may_have_tail(left) && find_word(left) == kNoEntry) return kNoCommonRoot;
  Analyser<kHalves> la(left);
  la.bare(true);
  la.derived();
  if (la.ranked.size == 0) return kNoCommonRoot;
  Analyser<kHalves> ra(right, true);
  ra.bare(true);
  ra.derived();
  int best = kNoCommonRoot;
  for (int i = 0; i < la.ranked.size; ++i)
    for (int j = 0; j < ra.ranked.size; ++j) {
      const Candidate &a = la.ranked.list[i], &b = ra.ranked.list[j];
      if (root_of(static_cast<uint16_t>(a.entry)) != root_of(static_cast<uint16_t>(b.entry))) continue;
      // a root under three letters below affixes is no evidence; the affix of a half need not be licensed by itself
      if (kEntries[a.entry].text_size < 3 || a.cost + b.cost >= best) continue;
      best = a.cost + b.cost;
      left_reading = a;
      right_reading = b;
    }
  return best;
}

// Entry of a pair of reduplication.tsv below prefixes and suffixes.
int pair_inside(std::string_view left, std::string_view right) noexcept {
  struct Head {
    std::string_view text;
    char lost;  // first letter of the pair that the nasal swallowed
  };
  constexpr Head kHeads[] = {{"", 0},      {"ber", 0},    {"be", 0},     {"di", 0},   {"ke", 0},   {"se", 0},
                             {"ter", 0},   {"me", 0},     {"mem", 0},    {"men", 0},  {"meng", 0}, {"mem", 'p'},
                             {"men", 't'}, {"meng", 'k'}, {"meny", 's'}, {"peng", 0}, {"pen", 0}};
  constexpr std::string_view kTails[] = {"", "nya", "kan", "i", "an", "annya", "kannya"};
  for (const Head& head : kHeads) {
    if (left.size() < head.text.size() + 2 || left.substr(0, head.text.size()) != head.text) continue;
    for (const std::string_view tail : kTails) {
      if (right.size() < tail.size() + 2 || right.substr(right.size() - tail.size()) != tail) continue;
      char pair[kMaxWord + 1];
      size_t n = 0;
      if (head.lost != 0) pair[n++] = head.lost;
      const std::string_view l = left.substr(head.text.size()), r = right.substr(0, right.size() - tail.size());
      std::memcpy(pair + n, l.data(), l.size());
      n += l.size();
      pair[n++] = '-';
      std::memcpy(pair + n, r.data(), r.size());
      const int entry = find_word(std::string_view(pair, n + r.size()));
      if (entry != kNoEntry) return entry;
    }
  }
  return kNoEntry;
}

}  // namespace

void append(char* to, size_t capacity, std::string_view text) noexcept {
  size_t n = std::strlen(to);
  if (text.empty() || n + text.size() + 2 > capacity) return;
  if (n != 0) to[n++] = '+';
  std::memcpy(to + n, text.data(), text.size());
  to[n + text.size()] = 0;
}

void analyse_hyphenated(std::string_view word, Hyphenated& h) noexcept {
  std::string_view rest = word;
  const size_t half = word.size() / 2;
  if (half >= 4 && word.size() % 2 == 1 && word[half] == '-' && word.substr(0, half) == word.substr(half + 1) &&
      word.substr(0, half).find('-') == word.npos && find_word(word) == kNoEntry)
    return full_reduplication(word.substr(0, half), h);
  // clitics and prefixes at the edges, outside in
  for (;;) {
    const size_t last = rest.rfind('-');
    if (last == std::string_view::npos || last == 0) break;
    const std::string_view tail = rest.substr(last + 1);
    if (!is_hyphen_tail(tail)) break;
    append(h.tails, sizeof h.tails, tail);
    rest = rest.substr(0, last);
  }
  for (;;) {
    const int entry = find_word(rest);
    if (entry != kNoEntry) {
      h.part_text.assign(rest);
      h.chosen = whole(entry, h.part_text.size);
      h.how = Hyphenated::part;
      set_exactly(h.light, rest);
      return;
    }
    const size_t first = rest.find('-');
    if (first == std::string_view::npos) {
      h.part_text.assign(rest);
      h.chosen = best_of(h.part_text);
      h.how = Hyphenated::part;
      write_stem(h.part_text, h.chosen, Mode::light, h.light);
      return;
    }
    const std::string_view head = rest.substr(0, first);
    if (first + 1 < rest.size() && is_hyphen_prefix(head) && head != rest.substr(first + 1)) {
      append(h.outer, sizeof h.outer, head);
      rest = rest.substr(first + 1);
      continue;
    }
    break;
  }
  const size_t hyphen = rest.find('-');
  const std::string_view left = rest.substr(0, hyphen), right = rest.substr(hyphen + 1);
  h.part_text.assign(rest);
  h.chosen = Candidate{};
  h.chosen.end = static_cast<uint8_t>(rest.size());
  h.chosen.cost = 120;
  h.chosen.licensed = false;
  set_exactly(h.light, rest);
  if (left.empty() || right.empty() || right.find('-') != std::string_view::npos) return;

  if (left == right) return full_reduplication(left, h);
  Text lt;
  lt.assign(left);
  Text rt;
  rt.assign(right);
  Candidate left_reading, right_reading;
  const int common_cost = common_root(lt, rt, left_reading, right_reading);
  constexpr int kPairLimit = 2 * kKnownLimit + 20;
  if (common_cost <= kPairLimit) {
    h.part_text = lt;
    h.chosen = left_reading;
    const Candidate& rc = right_reading;
    if (h.chosen.suffix == kNoSuffix) h.chosen.suffix = rc.suffix;
    if (h.chosen.poss == pNone) h.chosen.poss = rc.poss;
    if (h.chosen.particle == aNone) h.chosen.particle = rc.particle;
    h.chosen.licensed = h.chosen.licensed && rc.licensed;
    h.how = Hyphenated::common;
    h.cost = common_cost;
    // light: the left half up to where the right half takes over (membeda-bedakan -> membedakan), without clitics
    size_t right_size = right.size();
    right_size -= kParticleText[rc.particle].size() + kPossText[rc.poss].size();
    size_t overlap = left.size() < right_size ? left.size() : right_size;
    while (overlap > 0 && left.substr(left.size() - overlap) != right.substr(0, overlap)) --overlap;
    const Entry& e = kEntries[h.chosen.entry];
    if (overlap >= 3 && overlap + 1 >= e.text_size && left.size() + right_size - overlap <= kMaxWord) {
      set_exactly(h.light, left);
      std::memcpy(h.light.text + h.light.size, right.data() + overlap, right_size - overlap);
      h.light.size = static_cast<uint8_t>(h.light.size + right_size - overlap);
    } else {
      set_exactly(h.light, entry_text(e));
    }
  } else {
    if (find_word(lt) != kNoEntry && right.size() >= 4 && left.size() > right.size() &&
        left.substr(left.size() - right.size()) == right) {
      h.part_text = lt;  // pertama-tama: the end of a bare word repeated
      h.chosen = whole(find_word(lt), lt.size);
      h.how = Hyphenated::common;
      set_exactly(h.light, left);
      return;
    }
    const int inner = pair_inside(left, right);
    if (inner != kNoEntry) {  // berwarna-warni, digembar-gemborkan
      h.part_text = lt;
      h.pair_entry = inner;
      h.how = Hyphenated::pair;
      return;
    }
    // unknown root: X-Xnya, X-Xan, diX-X
    size_t common = 0;
    while (common < left.size() && common < right.size() && left[common] == right[common]) ++common;
    const std::string_view after = right.substr(common);
    const bool tail_only = common == left.size() && common >= 3 && is_hyphen_tail(after);
    const bool head_only = right.size() >= 4 && left.size() > right.size() && left.substr(left.size() - right.size()) == right &&
                           is_hyphen_prefix(left.substr(0, left.size() - right.size()));
    if (tail_only || head_only) {
      h.part_text = tail_only ? lt : rt;
      h.chosen = best_of(h.part_text);
      h.how = Hyphenated::common;
      set_exactly(h.light, head_only ? left : left);
      if (tail_only) append(h.tails, sizeof h.tails, after);
    } else {
      // one word of the lexicon written with a hyphen: penyalah-gunaan, kerja-sama
      char joined[kMaxWord];
      std::memcpy(joined, left.data(), left.size());
      std::memcpy(joined + left.size(), right.data(), right.size());
      Text jt;
      jt.assign({joined, left.size() + right.size()});
      const Candidate c = best_known(jt);
      if (c.entry != kNoEntry && kEntries[c.entry].text_size >= 7 && c.outer == oNone &&
          c.start < static_cast<int>(left.size()) && c.end > static_cast<int>(left.size())) {
        h.part_text = jt;
        h.chosen = c;
        h.how = Hyphenated::part;
        write_stem(jt, c, Mode::light, h.light);
      }
      return;
    }
  }
  find_pair(h);
}

void write_hyphenated(const Hyphenated& h, Mode mode, Stem& out) noexcept {
  if (mode == Mode::light) {
    out = h.light;
  } else if (h.how == Hyphenated::pair) {
    set(out, decided_text(h.pair_entry, mode));
  } else {
    write_stem(h.part_text, h.chosen, mode, out);
  }
}

}  // namespace netra::morph
