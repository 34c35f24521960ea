#include "extract/document.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "text/ascii_run.hpp"
#include "text/chars.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace netra::extract {

namespace {

constexpr size_t kAhead = 4;            // atoms that wait for their word to be looked up
constexpr size_t kMuchRoom = 4096;  // elements that nothing came to stand in: a longer text gives them back
constexpr uint32_t kPollBytes = 1 << 17;  // between two looks at the host's interrupt flag

// An atom with its word folded; looked up a few atoms later, when what the lookup reads first has come from memory.
struct Folded {
  text::Atom atom;
  uint32_t hash;
  uint32_t size;  // 0: no table can know it
  char word[kLongestKnown * 4 + 8];
};

// Folds a word or takes a punctuation mark as it is. readable: bytes of the text from the atom's first on.
void fold(std::string_view bytes, size_t readable, Folded& out) noexcept {
  const text::Atom& atom = out.atom;
  size_t n = bytes.size();
  if (n > kLongestKnown) {
    n = 0;
  } else if (readable >= 32 && n < 32 && !atom.punct() && atom.is(text::kAscii) && !atom.is(text::kApostrophe)) [[likely]] {
    text::fold_letters(bytes.data(), static_cast<unsigned>(n), out.word);  // a figure's bytes stay the same
  } else {
    n = fold_atom(bytes, atom, out.word);
  }
  std::memset(out.word + n, 0, 8);
  out.size = static_cast<uint32_t>(n);
  out.hash = tables::hash_word({out.word, n});
  __builtin_prefetch(&tables::vocabulary_slot[out.hash & tables::vocabulary_mask]);
}

// The symbol of the folded word. Sets kClitic when only the word without -nya is known.
uint16_t look_up(Folded& folded) noexcept {
  const size_t n = folded.size;
  if (n == 0) return 0;
  uint16_t symbol = symbol_of({folded.word, n}, folded.hash);
  if (symbol == 0 && n > 5 && !folded.atom.punct() && std::memcmp(folded.word + n - 3, "nya", 3) == 0) {
    std::memset(folded.word + n - 3, 0, 3);
    const std::string_view stem(folded.word, n - 3);
    symbol = symbol_of(stem, tables::hash_word(stem));
    if (symbol != 0) folded.atom.flags |= text::kClitic;
  }
  return symbol;
}

uint16_t find_symbol(std::string_view bytes, text::Atom& atom) noexcept {
  Folded folded;
  folded.atom = atom;
  fold(bytes, 0, folded);
  const uint16_t symbol = look_up(folded);
  atom.flags = folded.atom.flags;
  return symbol;
}

// "sebagaiBupati": where the second of two glued words begins in an atom no table knows, 0 when it is one word. Only behind words
// that lead to an office and before a known word, so that names of outlets (detikNews) stay whole.
uint32_t glued_at(std::string_view bytes, const text::Atom& atom) noexcept {
  if (atom.symbol != 0 || !atom.word() || !atom.is(text::kAscii) || !atom.is(text::kMixed) || bytes.size() > kLongestKnown) return 0;
  for (const std::string_view lead : {"sebagai", "selaku", "menjabat", "oleh", "kepada", "dengan", "adalah", "yakni", "yaitu", "kata", "ujar", "dan"})
    if (bytes.size() > lead.size() + 2 && bytes.starts_with(lead)) {
      const char next = bytes[lead.size()];
      if (next < 'A' || next > 'Z') continue;
      text::Atom rest{};
      rest.kind_bits = atom.kind_bits;
      rest.flags = text::kAscii;
      if (find_symbol(bytes.substr(lead.size()), rest) != 0) return static_cast<uint32_t>(lead.size());
    }
  return 0;
}

}  // namespace

Document::Document(std::string_view text, Poll poll, const Lexicon* lexicon) : text_(text), poll_(poll), lexicon_(lexicon) {
  scan();
  find_matches();
  poll_();
  parts_ = find_parts(text_, atoms_, matches_, match_at_, traits_);
  mark_nesting();
  mark_sentences();
}

// Adds the two atoms of a glued word; false when it is none.
bool Document::take_glued(const text::Atom& atom) {
  const uint32_t second = glued_at(text_.substr(atom.start, atom.length), atom);
  if (second == 0) return false;
  text::Atom first = atom, rest = atom;
  first.length = second & 0xFFFFFFu;
  first.symbol = find_symbol(text_.substr(first.start, first.length), first);
  atoms_.push_back(first);
  rest.start += second;
  rest.first_char += second;
  rest.length = (atom.length - second) & 0xFFFFFFu;
  rest.flags = static_cast<uint16_t>(text::kAscii | text::kCapital);
  rest.symbol = find_symbol(text_.substr(rest.start, rest.length), rest);
  atoms_.push_back(rest);
  return true;
}

void Document::scan() {
  const auto take = [this](Folded& folded) {
    folded.atom.symbol = look_up(folded);
    if (folded.atom.symbol == 0 && folded.atom.is(text::kMixed) && take_glued(folded.atom)) return;
    atoms_.push_back(folded.atom);
  };
  atoms_.reserve(text_.size() / 6 + 16);
  text::AtomScanner scanner(text_, poll_);
  uint32_t next_poll = kPollBytes;
  std::array<Folded, kAhead> waiting;
  size_t scanned = 0;
  for (text::Atom atom; scanner.next(atom); ++scanned) {
    if (atom.end() > next_poll) {  // an atom may be long
      poll_();
      next_poll = atom.end() + kPollBytes;
    }
    Folded& slot = waiting[scanned % kAhead];
    if (scanned >= kAhead) take(slot);
    slot.atom = atom;
    fold(text_.substr(atom.start, atom.length), text_.size() - atom.start, slot);
  }
  for (size_t k = scanned - std::min(scanned, kAhead); k < scanned; ++k) take(waiting[k % kAhead]);
  if (atoms_.capacity() - atoms_.size() > std::max(atoms_.size() / 4, kMuchRoom)) atoms_.shrink_to_fit();
}

// The atoms' words as the user's lexicon numbers them.
std::vector<uint32_t> Document::user_symbols() const {
  std::vector<uint32_t> symbols(atoms_.size());
  char folded[kLongestKnown * 4];
  for (uint32_t i = 0; i < size(); ++i) {
    poll();
    if (const size_t n = fold_atom(bytes(i), atoms_[i], folded)) symbols[i] = lexicon_->symbol({folded, n});
  }
  return symbols;
}

// Longest first; of the same words the user's entry comes first.
void Document::add_user_matches(const std::vector<uint32_t>& symbols, uint32_t i) {
  const size_t known = matches_.size();
  lexicon_->match(atoms_, symbols, i, matches_);
  if (matches_.size() == known) return;
  const auto begin = matches_.begin() + match_at_[i];
  std::rotate(begin, matches_.begin() + static_cast<std::ptrdiff_t>(known), matches_.end());
  std::stable_sort(begin, matches_.end(), [](const Match& a, const Match& b) { return a.last > b.last; });
}

void Document::find_matches() {
  const std::vector<uint32_t> symbols = lexicon_ ? user_symbols() : std::vector<uint32_t>();
  match_at_.resize(atoms_.size() + 1);
  traits_.resize(atoms_.size() + 1);
  matches_.reserve(atoms_.size() < kMuchRoom ? atoms_.size() : atoms_.size() / 2);
  // first the links alone, whose loads then wait for each other no more
  for (uint32_t i = 0; i < size(); ++i) traits_[i] = tables::root_child[atoms_[i].symbol];
  for (uint32_t i = 0; i < size(); ++i) {
    const text::Atom& atom = atoms_[i];
    const uint32_t link = traits_[i];
    const size_t begin = matches_.size();
    match_at_[i] = static_cast<uint32_t>(begin);
    Traits traits = atom.is(text::kCapital) ? kCapitalTrait : atom.number() ? kNumberTrait : atom.punct() ? kPunctTrait : 0;
    if (link != 0)
      match_forms(atoms_.data(), i, atoms_.size(), link, [&](size_t last, Kind kind, uint16_t row, uint8_t alternative) {
        traits |= trait(kind);
        matches_.push_back({i, static_cast<uint32_t>(last), kind, alternative, row});
      });
    if (matches_.size() - begin > 1) std::reverse(matches_.begin() + static_cast<std::ptrdiff_t>(begin), matches_.end());
    if (lexicon_) {
      add_user_matches(symbols, i);
      for (size_t m = begin; m < matches_.size(); ++m) traits |= trait(matches_[m].kind);
    }
    traits_[i] = traits;
    present_ |= traits;
    poll();
  }
  if (matches_.capacity() - matches_.size() > std::max(matches_.size() / 4, kMuchRoom)) matches_.shrink_to_fit();
  match_at_.back() = static_cast<uint32_t>(matches_.size());
  traits_.back() = ~Traits{0};
}

void Document::mark_nesting() {
  unsigned depth = 0;
  for (uint32_t i = next(0, kPunctTrait); i < size(); i = depth > 0 ? i + 1 : next(i + 1, kPunctTrait)) {
    text::Atom& atom = atoms_[i];
    if (atom.is(text::kParagraphBefore)) depth = 0;
    const char c = text_[atom.start];
    if (atom.punct() && c == '(') ++depth;
    if (depth > 0) atom.flags |= text::kNested;
    if (atom.punct() && c == ')' && depth > 0) --depth;
  }
}

namespace {

// Does the full stop at atoms[i] stand behind something that is written with one: an initial, a number in a list, a short
// form like Pj., No., Kab., S.Pd.?
bool abbreviates(std::span<const text::Atom> atoms, size_t i, std::string_view text) noexcept {
  if (i == 0 || atoms[i].is(text::kSpaceBefore)) return false;
  const text::Atom& before = atoms[i - 1];
  if (before.number()) return i < 2 || before.is(text::kNewlineBefore);  // "1. Tahapan"
  if (!before.word()) return false;
  if (before.length == 1) return true;
  if (before.length > 4 || !before.is(text::kCapital)) return false;  // Drs. Pj. Plh. Kab. No.
  bool vowel = false;  // "Kab" has one
  for (const char c : text.substr(before.start, before.length))
    vowel = vowel || std::string_view("aiueoAIUEO").find(c) != std::string_view::npos;
  return !vowel || before.length <= 2;
}

}  // namespace

void Document::mark_sentences() {
  bool fresh = true;        // the next word opens a sentence
  const auto opens = [this](uint32_t i) {
    atoms_[i].flags |= text::kSentenceStart;
    sentences_.push_back(i);
  };
  uint32_t run_end = 0;     // where the last run of closing marks ends: a run is walked once, not once for each of its stops
  for (uint32_t i = 0; i < size(); ++i) {
    while (!fresh && !has(i, kPunctTrait) && !atoms_[i].is(text::kNewlineBefore)) ++i;  // a mark stands behind the last atom
    if (i >= size()) break;
    text::Atom& atom = atoms_[i];
    if (atom.is(text::kNewlineBefore)) fresh = true;
    if (!atom.punct()) {
      opens(i);
      fresh = false;
      continue;
    }
    const char c = text_[atom.start];
    if (c == '.' || c == '!' || c == '?') {
      const bool last = i + 1 >= size();
      uint32_t next = std::max(i + 1, run_end);
      while (next < size() && atoms_[next].punct() && !atoms_[next].is(text::kSpaceBefore)) ++next;  // closing marks
      run_end = next;
      if (last || next >= size()) continue;
      const text::Atom& after = atoms_[next];
      if (!after.is(text::kSpaceBefore) || (c == '.' && abbreviates(atoms_, i, text_))) continue;
      if (after.word() && !after.is(text::kCapital)) continue;
      fresh = true;
      continue;
    }
    if (fresh && atom.is(text::kSpaceBefore)) {  // no closing mark
      opens(i);
      fresh = false;
    }
  }
  if (size() > 0 && (sentences_.empty() || sentences_.front() != 0)) sentences_.insert(sentences_.begin(), 0);
  sentences_.push_back(size());
  for (uint32_t i = 0; i < size(); ++i) words_ += !has(i, kNumberTrait | kPunctTrait | kBoilerplateTrait);
}

uint32_t Document::sentence_of(uint32_t i) const noexcept {
  const auto after = std::upper_bound(sentences_.begin(), sentences_.end() - 1, i);
  return static_cast<uint32_t>(after - sentences_.begin()) - 1;
}

std::string_view Document::surface(Span span) const noexcept {
  if (span.empty()) return {};
  const uint32_t begin = atoms_[span.first].start;
  return text_.substr(begin, atoms_[span.last - 1].end() - begin);
}

uint32_t Document::chars_before(uint32_t i, uint32_t byte) const noexcept {
  const text::Atom& atom = atoms_[i];
  const auto between = text_.substr(atom.start, byte - atom.start);
  return atom.first_char + static_cast<uint32_t>(atom.is(text::kAscii) && byte <= atom.end() ? between.size()
                                                                                             : text::count_chars(between));
}

uint32_t Document::length(Span span) const noexcept {
  if (span.empty()) return 0;
  return chars_before(span.last - 1, atoms_[span.last - 1].end()) - atoms_[span.first].first_char;
}

}  // namespace netra::extract
