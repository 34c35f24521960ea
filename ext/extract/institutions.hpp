// Bodies named in a text: listed ones by their table, others by the way their names are built (Universitas X, Dinas Y).
#ifndef NETRA_EXTRACT_INSTITUTIONS_HPP
#define NETRA_EXTRACT_INSTITUTIONS_HPP

#include <deque>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "extract/document.hpp"
#include "extract/record.hpp"
#include "extract/regions.hpp"
#include "extract/word_keys.hpp"

namespace netra::extract {

// Words that stand somewhere as a name of one word ("kata Annisa"): where an unknown name of a body ends and a person's begins,
// they decide.
using BareNames = KeySet;
BareNames find_bare_names(const Document& document);
bool is_bare_name(const Document& document, const BareNames& bare_names, uint32_t i);

struct Institution {
  Span span;                      // with its abbreviation in parentheses and its region: "KPU Kabupaten Siak"
  Span name_span;                 // without the region
  std::string_view abbreviation;  // "" when none is in use
  std::string_view name;
  std::string_view institution_class;
  const data::Institution* row;   // null for a body the table does not list
  const Region* region;           // its own region, null when none is named or meant
  bool listed;                    // counts as a mention (not the issuer inside a citation)
  double confidence;
};

extern const std::span<const Field<Institution>> kInstitutionFields;

class Institutions {
 public:
  Institutions(const Document& document, const Regions& regions, const BareNames& bare_names);
  const std::deque<Institution>& mentions() const noexcept { return mentions_; }
  const Institution* at(uint32_t i) const noexcept;  // that begins at atom i
  const AtomSet& beginnings() const noexcept { return begins_; }  // where they begin
  bool regional(const data::Institution* row) const { return regional_.count(row) > 0; }  // is a regional branch of it named?

 private:
  void note_definitions();
  bool listed(uint32_t i);
  bool staff_matter(uint32_t i) const noexcept;
  bool built(uint32_t i);
  uint32_t run_end(uint32_t i, std::string_view institution_class) const;
  void finish(Institution& body, uint32_t last);
  bool citation(uint32_t i, uint32_t last) const noexcept;

  const Document& d_;
  const Regions& regions_;
  const BareNames& bare_names_;
  std::deque<Institution> mentions_;  // grows without a second copy of itself
  AtomSet begins_;  // where they begin
  bool definitions_noted_ = false;
  std::map<std::string_view, uint32_t> defined_;  // "(PPK)": the parenthesis where a short form is first explained
  std::set<const data::Institution*> regional_;
};

}  // namespace netra::extract

#endif
