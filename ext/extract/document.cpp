#include "extract/document.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "extract/hits.hpp"
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
  uint32_t first_char;
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
  parts_ = find_parts(*this, atoms_, traits_);
  count_parts();
  mark_nesting();
  mark_sentences();
}

[[gnu::always_inline]] inline void Document::add(const text::Atom& atom, uint32_t first_char) {
  if (atoms_.size() % kCharsEvery == 0) open_block(atom.start, first_char);
  atoms_.push_back(atom);
}

// Room for the next kCharsEvery atoms; in a dense text for as many as there will be if it goes on so: what is copied is little then.
void Document::open_block(uint32_t start, uint32_t first_char) {
  chars_.push_back(first_char);
  const size_t count = atoms_.size();
  if (count + kCharsEvery <= atoms_.capacity()) return;
  const auto all = static_cast<size_t>(1.1 * static_cast<double>(count) * static_cast<double>(text_.size()) / start);
  atoms_.reserve(std::max(std::min(all, text_.size()), count + count / 4) + kCharsEvery);
}

// Adds the two atoms of a glued word; false when it is none.
bool Document::take_glued(const text::Atom& atom, uint32_t first_char) {
  const uint32_t second = glued_at(text_.substr(atom.start, atom.length), atom);
  if (second == 0) return false;
  text::Atom first = atom, rest = atom;
  first.length = static_cast<uint16_t>(second);
  first.symbol = find_symbol(text_.substr(first.start, first.length), first);
  add(first, first_char);
  rest.start += second;
  rest.length = static_cast<uint16_t>(atom.length - second);
  rest.flags = static_cast<uint16_t>(text::kAscii | text::kCapital);
  rest.symbol = find_symbol(text_.substr(rest.start, rest.length), rest);
  add(rest, first_char + second);
  return true;
}

void Document::scan() {
  const auto take = [this](Folded& folded) {
    folded.atom.symbol = look_up(folded);
    if (folded.atom.symbol == 0 && folded.atom.is(text::kMixed) && take_glued(folded.atom, folded.first_char)) return;
    add(folded.atom, folded.first_char);
  };
  atoms_.reserve(text_.size() / 6 + 2 * kCharsEvery);
  chars_.reserve(atoms_.capacity() / kCharsEvery);
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
    slot.first_char = scanner.first_char();
    fold(text_.substr(atom.start, atom.length), text_.size() - atom.start, slot);
  }
  for (size_t k = scanned - std::min(scanned, kAhead); k < scanned; ++k) take(waiting[k % kAhead]);
  if (atoms_.capacity() - atoms_.size() > std::max(atoms_.size() / 4, kMuchRoom)) atoms_.shrink_to_fit();
}

// The atoms' words as the user's lexicon numbers them.
std::vector<uint16_t> Document::user_symbols() const {
  std::vector<uint16_t> symbols(atoms_.size());
  char folded[kLongestKnown * 4];
  for (uint32_t i = 0; i < size(); ++i) {
    poll();
    if (const size_t n = fold_atom(bytes(i), atoms_[i], folded)) symbols[i] = lexicon_->symbol({folded, n});
  }
  return symbols;
}

// Gives atom i a list with the user's entries that begin there, if any do, and with those it has, which are of these kinds; the kinds
// of them all. Longest first; of the same words the user's entry comes first.
Traits Document::add_user_matches(const std::vector<uint16_t>& symbols, uint32_t i, Traits kinds) {
  std::vector<Match> matches;
  lexicon_->match(atoms_, symbols, i, matches);
  if (matches.empty()) return kinds;
  if (kinds != 0)
    for (const Match m : Matches(list(i), i)) matches.push_back(m);
  std::stable_sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) { return a.last > b.last; });
  atoms_[i].matches = tables::kNoForm;
  user_lists_.push_back({i, static_cast<uint32_t>(user_forms_.size())});
  for (const Match& m : matches) {
    user_forms_.push_back({m.row, static_cast<uint8_t>(m.last - i), m.kind, m.alternative, &m != &matches.back()});
    kinds |= trait(m.kind);
  }
  return kinds;
}

const Form* Document::user_list(uint32_t i) const noexcept {
  const auto at = std::lower_bound(user_lists_.begin(), user_lists_.end(), i, [](const UserList& list, uint32_t atom) { return list.atom < atom; });
  return &user_forms_[at->form];
}

void Document::find_matches() {
  const std::vector<uint16_t> symbols = lexicon_ ? user_symbols() : std::vector<uint16_t>();
  traits_.resize((atoms_.size() / 64 + 1) * 64);
  lines_ = AtomSet(size());
  // first the links alone, then what each leads to: loads that do not wait for each other
  for (uint32_t i = 0; i < size(); ++i) {
    traits_[i] = tables::root_child[atoms_[i].symbol];
    tables::prefetch(traits_[i]);
  }
  for (uint32_t i = 0; i < size(); ++i) {
    text::Atom& atom = atoms_[i];
    const tables::List& list = list_at(atoms_.data(), i, atoms_.size(), traits_[i]);
    atom.matches = list.form;
    Traits traits = list.kinds | (atom.is(text::kCapital) ? kCapitalTrait : atom.number() ? kNumberTrait : atom.punct() ? kPunctTrait : 0);
    if (lexicon_) traits |= add_user_matches(symbols, i, list.kinds);
    if (atom.is(text::kNewlineBefore)) lines_.add(i);
    traits_[i] = traits;
    present_ |= traits;
    poll();
  }
  traits_[atoms_.size()] = ~Traits{0};
}

void Document::mark_nesting() {
  unsigned depth = 0;
  Hits marks(*this, kPunctTrait);
  for (uint32_t i = marks.next(0); i < size(); i = depth > 0 ? i + 1 : marks.next(i + 1)) {
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
  sentences_.reserve(size() / 16 + 4);
  bool fresh = true;        // the next word opens a sentence
  const auto opens = [this](uint32_t i) {
    atoms_[i].flags |= text::kSentenceStart;
    sentences_.push_back(i);
  };
  uint32_t run_end = 0;     // where the last run of closing marks ends: a run is walked once, not once for each of its stops
  Hits hits(*this, kPunctTrait, &lines_);
  for (uint32_t i = 0; (i = fresh ? i : hits.next(i)) < size(); ++i) {
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

// Characters and bytes are counted together; where as many of both lie between two known places, all are ASCII.
uint32_t Document::first_char(uint32_t i) const noexcept {
  const uint32_t block = i / kCharsEvery, begin = atoms_[block * kCharsEvery].start, bytes = atoms_[i].start - begin;
  if (block + 1 < chars_.size() && chars_[block + 1] - chars_[block] == atoms_[(block + 1) * kCharsEvery].start - begin) return chars_[block] + bytes;
  return chars_[block] + static_cast<uint32_t>(text::count_chars(text_.substr(begin, bytes)));
}

uint32_t Document::length(Span span) const noexcept {
  if (span.empty()) return 0;
  const text::Atom& last = atoms_[span.last - 1];
  const size_t chars = last.is(text::kAscii) ? last.length : text::count_chars(bytes(span.last - 1));
  return first_char(span.last - 1) + static_cast<uint32_t>(chars) - first_char(span.first);
}

void Document::count_parts() {
  uint32_t end = static_cast<uint32_t>(atoms_.empty() ? text::count_chars(text_) : first_char(size() - 1) + text::count_chars(text_.substr(atoms_.back().start)));
  for (size_t p = parts_.size(); p-- > 0; end = parts_[p].first_char) {
    Part& part = parts_[p];
    const auto atom = std::lower_bound(atoms_.begin(), atoms_.end(), part.start, [](const text::Atom& a, uint32_t start) { return a.start < start; });
    part.first_char = part.start == 0 ? 0 : first_char(static_cast<uint32_t>(atom - atoms_.begin()));
    part.chars = end - part.first_char;
  }
}

}  // namespace netra::extract
