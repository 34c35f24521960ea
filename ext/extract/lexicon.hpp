// Users' own entries, given to extract_official(s), extract_region(s) and extract_institutions as a JSON array, so that a newsroom
// can add what the compiled tables lack without a build. The answer depends on the arguments alone: the functions stay
// deterministic. One entry an object of text values:
//   {"kind":"office", "form":"Kadis Cipta Karya", "name":"Kepala", "unit":"Dinas Cipta Karya", "level":"kabupaten"}
//     name: the canonical title (default: the form); that of offices.tsv brings its grammar ("Bupati": a region follows). unit:
//     the unit the title itself implies. level: provinsi, kabupaten, kota, kecamatan, desa, negara, semua (default).
//   {"kind":"region", "form":"Bumi Anoa", "code":"74"}             another name of a region of regions.tsv
//   {"kind":"institution", "form":"Gardu Suara", "name":"Gardu Suara Rakyat", "abbreviation":"GSR", "class":"masyarakat"}
//     name: a name or an abbreviation of institutions.tsv makes the form another name of that body; then nothing else is needed.
//   {"kind":"honorific", "form":"Tuan"}, {"kind":"degree", "form":"S.Xyz"}
// Forms are written as in ext/data: case, accents and apostrophes do not count, ^ asks for a capital, ! for capitals. An entry
// wins over a table's row that covers the same words. Matching costs at most kLongestForm steps an atom.
#ifndef NETRA_EXTRACT_LEXICON_HPP
#define NETRA_EXTRACT_LEXICON_HPP

#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "data/tables.hpp"
#include "extract/gazetteer.hpp"
#include "extract/matches.hpp"

namespace netra::extract {

// What is wrong with a lexicon: "'value' is not <what>; allowed: <allowed>".
struct LexiconFault {
  static constexpr size_t kValue = 128;  // bytes of the value that are kept: more than a message shows
  LexiconFault(std::string_view given, std::string wanted, std::string_view choice)
      : value(given.substr(0, kValue)), what(std::move(wanted)), allowed(choice) {}
  std::string value, what, allowed;
};

class Lexicon {
 public:
  static constexpr size_t kMostEntries = 4096;
  static constexpr size_t kLongestForm = 12;  // atoms
  static_assert(kLongestForm <= kMostFormAtoms);

  explicit Lexicon(std::string_view json);  // throws LexiconFault
  Lexicon(const Lexicon&) = delete;
  Lexicon& operator=(const Lexicon&) = delete;

  std::string_view json() const noexcept { return json_; }

  // Rows from the end of the compiled table on are the lexicon's.
  const data::Office& office(size_t row) const noexcept { return offices_[row - data::offices.size()]; }
  const data::Institution& institution(size_t row) const noexcept { return institutions_[row - data::institutions.size()]; }
  const data::RegionAlias& region_alias(size_t row) const noexcept { return aliases_[row - data::region_aliases.size()]; }

  // Number of an atom's folded word among those of the forms, 0 when none holds it.
  uint16_t symbol(std::string_view folded) const;
  // Adds the forms that begin at atoms[first]; symbols as symbol() gave them.
  void match(const std::vector<text::Atom>& atoms, const std::vector<uint16_t>& symbols, uint32_t first, std::vector<Match>& out) const;

 private:
  struct Payload {
    Kind kind;
    tables::Shape shape;
    uint16_t row;
  };
  struct Entry;  // the values of one object

  void add(const Entry& entry);
  Payload row_of(const Entry& entry);
  uint16_t add_office(const Entry& entry);
  uint16_t add_institution(const Entry& entry);
  uint16_t add_alias(const Entry& entry);
  data::Text keep(std::string_view text) { return data::Text(texts_.emplace_back(text)); }

  std::string json_;
  std::deque<std::string> texts_;
  std::deque<data::Office> offices_;
  std::deque<data::Institution> institutions_;
  std::deque<data::RegionAlias> aliases_;
  std::map<std::string, uint16_t, std::less<>> words_;  // at most kMostEntries * kLongestForm
  std::map<uint64_t, uint32_t> edges_;  // node << 32 | word
  std::vector<std::vector<Payload>> payloads_;  // by node
};

// The atom's word as tables and lexicons know it, into out (at least 4 * kLongestKnown bytes); 0 when it is too long to be known.
constexpr size_t kLongestKnown = 64;  // bytes: no table holds a longer word
size_t fold_atom(std::string_view bytes, const text::Atom& atom, char* out) noexcept;

}  // namespace netra::extract

#endif
