// A text made ready for all extractors at once: atoms with flags, table matches, article parts, sentences. Built once per text;
// every extractor reads the same spans.
#ifndef NETRA_EXTRACT_DOCUMENT_HPP
#define NETRA_EXTRACT_DOCUMENT_HPP

#include <algorithm>
#include <bit>
#include <forward_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "data/tables.hpp"
#include "extract/gazetteer.hpp"
#include "extract/lexicon.hpp"
#include "extract/matches.hpp"
#include "text/atoms.hpp"
#include "text/poll.hpp"

namespace netra::extract {

using text::Interrupted;
using text::Poll;

// A part of the article in reading order; the parts together are the text. start and length count bytes, first_char and chars
// characters.
struct Part {
  data::PartKind kind;
  uint32_t start;
  uint32_t length;
  uint32_t first_char;
  uint32_t chars;
};

// Atoms [first, last).
struct Span {
  uint32_t first = 0;
  uint32_t last = 0;
  bool empty() const noexcept { return first >= last; }
  bool operator==(const Span&) const = default;
};

// Room for as many records as most articles have of a kind: lists that grow take one block, not six.
inline constexpr size_t kUsual = 16;
inline constexpr size_t kMany = 1024;  // records that only texts have that are full of them

// Some of a document's atoms, a bit each.
class AtomSet {
 public:
  explicit AtomSet(uint32_t atoms = 0) : bits_(atoms / 64 + 1) {}
  void add(uint32_t i) noexcept { bits_[i / 64] |= uint64_t{1} << (i % 64); }
  bool has(uint32_t i) const noexcept { return i / 64 < bits_.size() && (bits_[i / 64] >> (i % 64) & 1) != 0; }
  uint64_t word(uint32_t block) const noexcept { return block < bits_.size() ? bits_[block] : 0; }  // of atoms 64 * block and on
  // How many of the 64 atoms around atom i stand before it.
  int before(uint32_t i) const noexcept { return std::popcount(bits_[i / 64] & ((uint64_t{1} << (i % 64)) - 1)); }

 private:
  std::vector<uint64_t> bits_;
};

// Numbers from 0 for things by the atom they stand at, in the order of the atoms.
class AtomNumbers {
 public:
  explicit AtomNumbers(uint32_t atoms) : set_(atoms) {}
  // Behind all atoms added before.
  void add(uint32_t i) {
    before_.resize(i / 64 + 1, count_++);
    set_.add(i);
  }
  int of(uint32_t i) const noexcept { return set_.has(i) ? static_cast<int>(before_[i / 64]) + set_.before(i) : -1; }

 private:
  AtomSet set_;
  std::vector<uint32_t> before_;  // for each 64 atoms: how many stand before them
  uint32_t count_ = 0;
};

class Document {
 public:
  // Keeps the view and the lexicon (users' own entries, or null): both must outlive the document.
  explicit Document(std::string_view text, Poll poll = {}, const Lexicon* lexicon = nullptr);

  std::string_view text() const noexcept { return text_; }
  // To be called in every loop over atoms: lets the host stop long work (throws Interrupted).
  void poll(uint32_t atoms = 1) const {
    polled_ += atoms;
    if (polled_ < kPollEvery) return;
    polled_ = 0;
    poll_();
  }
  std::span<const text::Atom> atoms() const noexcept { return atoms_; }
  uint32_t size() const noexcept { return static_cast<uint32_t>(atoms_.size()); }
  const text::Atom& atom(uint32_t i) const noexcept { return atoms_[i]; }
  std::string_view bytes(uint32_t i) const noexcept { return text_.substr(atoms_[i].start, atoms_[i].length); }
  bool is(uint32_t i, text::AtomFlag flag) const noexcept { return i < size() && atoms_[i].is(flag); }
  // Is atom i the punctuation mark c (a run of it counts)?
  bool mark(uint32_t i, char c) const noexcept { return i < size() && atoms_[i].punct() && text_[atoms_[i].start] == c; }

  // Matches that begin at atom i, longest first.
  Matches matches(uint32_t i) const noexcept {
    return has(i, kKinds) ? Matches(list(i), i) : Matches();
  }
  // Does any match of that kind begin at atom i?
  bool begins(uint32_t i, Kind kind) const noexcept { return i < size() && has(i, trait(kind)); }
  // Has atom i, i < size(), any of these traits?
  bool has(uint32_t i, Traits wanted) const noexcept { return (traits_[i] & wanted) != 0; }
  // Has any atom any of them?
  bool present(Traits wanted) const noexcept { return (present_ & wanted) != 0; }
  // Of size() atoms and of the one behind them, which has all; so many that a multiple of 64 may be read.
  const Traits* traits() const noexcept { return traits_.data(); }
  // The first atom from i on, before `last`, that has any of these traits; `last` when none has. (Over a whole text: hits.hpp.)
  uint32_t next(uint32_t i, Traits wanted, uint32_t last) const {
    const uint32_t from = i;
    while (i < last && !has(i, wanted)) ++i;
    poll(i - from + 1);
    return i;
  }
  // The longest match of that kind that begins at atom i, if one does.
  std::optional<Match> match(uint32_t i, Kind kind) const noexcept {
    if (!begins(i, kind)) return std::nullopt;
    const Form* form = list(i);
    while (form->kind != kind) ++form;
    return form->at(i);
  }

  // The rows matches of these kinds stand for: of the compiled table or of the user's lexicon.
  const data::Office& office(const Match& m) const noexcept {
    return m.row < data::offices.size() ? data::offices[m.row] : lexicon_->office(m.row);
  }
  const data::Institution& institution(const Match& m) const noexcept {
    return m.row < data::institutions.size() ? data::institutions[m.row] : lexicon_->institution(m.row);
  }
  const data::RegionAlias& region_alias(const Match& m) const noexcept {
    return m.row < data::region_aliases.size() ? data::region_aliases[m.row] : lexicon_->region_alias(m.row);
  }

  uint32_t words() const noexcept { return words_; }  // outside boilerplate
  const AtomSet& lines() const noexcept { return lines_; }  // atoms with a line break before them

  std::span<const Part> parts() const noexcept { return parts_; }
  // First atoms of the sentences, then size().
  std::span<const uint32_t> sentences() const noexcept { return sentences_; }
  uint32_t sentence_of(uint32_t i) const noexcept;           // index into sentences()
  Span sentence(uint32_t index) const noexcept { return {sentences_[index], sentences_[index + 1]}; }

  // The span as it stands in the text, and where: characters, start from 1, so that substr(text, start, length) = surface.
  std::string_view surface(Span span) const noexcept;
  uint32_t start(Span span) const noexcept { return first_char(span.first) + 1; }
  uint32_t length(Span span) const noexcept;
  // Makes room for one more record in a list of what was read up to atom i: a long one at once for as many as there will be when
  // the rest of the text is like what was read, so that hardly any room stays unused and little is copied.
  template <class Record>
  void make_room(std::vector<Record>& list, uint32_t i) const {
    if (list.size() < list.capacity() || list.size() < kMany) return;
    const double most = 256.0 * static_cast<double>(list.size());  // the text may be full of them at its beginning only
    const auto all = static_cast<size_t>(std::min(most, 1.1 * static_cast<double>(list.size()) * size() / (i + 1.0)));
    list.reserve(std::max(all, list.size() + list.size() / 8));
  }
  // A text made of words of this one, kept as long as the document.
  const std::string& keep(std::string text) const {
    if (kept_.empty() || kept_.front() != text) kept_.push_front(std::move(text));
    return kept_.front();
  }
  // A text made for one value of a row: valid until the next is lent.
  const std::string& lend(std::string text) const { return lent_ = std::move(text); }

 private:
  // The list of the matches that begin at atom i, which are not none.
  const Form* list(uint32_t i) const noexcept {
    const uint32_t at = atoms_[i].matches;
    return at != tables::kNoForm ? tables::forms + at : user_list(i);
  }
  const Form* user_list(uint32_t i) const noexcept;
  void scan();
  void add(const text::Atom& atom, uint32_t first_char);
  void open_block(uint32_t start, uint32_t first_char);
  bool take_glued(const text::Atom& atom, uint32_t first_char);
  void find_matches();
  std::vector<uint16_t> user_symbols() const;
  Traits add_user_matches(const std::vector<uint16_t>& symbols, uint32_t i, Traits kinds);
  void count_parts();
  void mark_sentences();
  void mark_nesting();

  std::string_view text_;
  Poll poll_;
  const Lexicon* lexicon_ = nullptr;
  static constexpr uint32_t kPollEvery = 4096;  // atoms
  mutable uint32_t polled_ = 0;
  std::vector<text::Atom> atoms_;
  uint32_t first_char(uint32_t i) const noexcept;  // characters before atom i
  static constexpr uint32_t kCharsEvery = 16;
  std::vector<uint32_t> chars_;     // before each kCharsEvery-th atom
  struct UserList {  // of an atom whose matches are tables::kNoForm
    uint32_t atom, form;
  };
  std::vector<UserList> user_lists_;  // with entries of the user's lexicon, in the order of the atoms
  std::vector<Form> user_forms_;
  std::vector<Traits> traits_;
  AtomSet lines_;
  Traits present_ = 0;              // of all atoms together
  std::vector<Part> parts_;
  std::vector<uint32_t> sentences_;
  uint32_t words_ = 0;
  mutable std::forward_list<std::string> kept_;
  mutable std::string lent_;
};

// article.cpp: finds the parts, flags the atoms of headline and boilerplate and adds kBoilerplateTrait. Characters are not counted.
std::vector<Part> find_parts(const Document& document, std::vector<text::Atom>& atoms, std::span<Traits> traits);

// The running text: body without datelines, link lines, credits and headline, parts joined by a line break.
std::string article_body(const Document& document);

}  // namespace netra::extract

#endif
