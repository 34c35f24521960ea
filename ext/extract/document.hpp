// A text made ready for all extractors at once: atoms with flags, table matches, article parts, sentences. Built once per text;
// every extractor reads the same spans.
#ifndef NETRA_EXTRACT_DOCUMENT_HPP
#define NETRA_EXTRACT_DOCUMENT_HPP

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "data/tables.hpp"
#include "extract/gazetteer.hpp"
#include "extract/lexicon.hpp"
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

class Document {
 public:
  // Keeps the view and the lexicon (users' own entries, or null): both must outlive the document.
  explicit Document(std::string_view text, Poll poll = {}, const Lexicon* lexicon = nullptr);

  std::string_view text() const noexcept { return text_; }
  // To be called in every loop over atoms: lets the host stop long work (throws Interrupted).
  void poll() const {
    if (++polled_ % 4096 == 0) poll_();
  }
  std::span<const text::Atom> atoms() const noexcept { return atoms_; }
  uint32_t size() const noexcept { return static_cast<uint32_t>(atoms_.size()); }
  const text::Atom& atom(uint32_t i) const noexcept { return atoms_[i]; }
  std::string_view bytes(uint32_t i) const noexcept { return text_.substr(atoms_[i].start, atoms_[i].length); }
  bool is(uint32_t i, text::AtomFlag flag) const noexcept { return i < size() && atoms_[i].is(flag); }
  // Is atom i the punctuation mark c (a run of it counts)?
  bool mark(uint32_t i, char c) const noexcept { return i < size() && atoms_[i].punct() && text_[atoms_[i].start] == c; }

  // Matches that begin at atom i, longest first.
  std::span<const Match> matches(uint32_t i) const noexcept {
    return std::span(matches_).subspan(match_at_[i], match_at_[i + 1] - match_at_[i]);
  }
  // Does any match of that kind begin at atom i?
  bool begins(uint32_t i, Kind kind) const noexcept { return i < size() && (kinds_[i] >> static_cast<unsigned>(kind) & 1) != 0; }
  // Do any matches of these kinds begin at atom i, i < size()?
  template <class... Kinds>
  bool begins_any(uint32_t i, Kinds... wanted) const noexcept {
    return (kinds_[i] & ((uint32_t{1} << static_cast<unsigned>(wanted)) | ...)) != 0;
  }
  // The longest match of that kind that begins at atom i, or null.
  const Match* match(uint32_t i, Kind kind) const noexcept {
    if (!begins(i, kind)) return nullptr;
    const Match* m = matches_.data() + match_at_[i];
    while (m->kind != kind) ++m;
    return m;
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

  std::span<const Part> parts() const noexcept { return parts_; }
  // First atoms of the sentences, then size().
  std::span<const uint32_t> sentences() const noexcept { return sentences_; }
  uint32_t sentence_of(uint32_t i) const noexcept;           // index into sentences()
  Span sentence(uint32_t index) const noexcept { return {sentences_[index], sentences_[index + 1]}; }

  // The span as it stands in the text, and where: characters, start from 1, so that substr(text, start, length) = surface.
  std::string_view surface(Span span) const noexcept;
  uint32_t start(Span span) const noexcept { return atoms_[span.first].first_char + 1; }
  uint32_t length(Span span) const noexcept;
  // Characters before a byte position that lies in or right after atom i.
  uint32_t chars_before(uint32_t i, uint32_t byte) const noexcept;

 private:
  void scan();
  void find_matches();
  std::vector<uint32_t> user_symbols() const;
  void add_user_matches(const std::vector<uint32_t>& symbols, uint32_t i);
  void mark_sentences();
  void mark_nesting();

  std::string_view text_;
  Poll poll_;
  const Lexicon* lexicon_ = nullptr;
  mutable uint32_t polled_ = 0;
  std::vector<text::Atom> atoms_;
  std::vector<Match> matches_;
  std::vector<uint32_t> match_at_;  // size() + 1
  std::vector<uint32_t> kinds_;     // of the matches that begin at an atom, a bit each
  std::vector<Part> parts_;
  std::vector<uint32_t> sentences_;
};

// article.cpp: finds the parts and flags the atoms of headline and boilerplate.
std::vector<Part> find_parts(std::string_view text, std::vector<text::Atom>& atoms, std::span<const Match> matches,
                             std::span<const uint32_t> match_at, std::span<const uint32_t> kinds);

// The running text: body without datelines, link lines, credits and headline, parts joined by a line break.
std::string article_body(const Document& document);

}  // namespace netra::extract

#endif
