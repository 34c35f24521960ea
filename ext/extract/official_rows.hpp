// What a role and its holder say as a row of extract_officials: body, region, class, extent and confidence.
#ifndef NETRA_EXTRACT_OFFICIAL_ROWS_HPP
#define NETRA_EXTRACT_OFFICIAL_ROWS_HPP

#include <vector>

#include "extract/holders.hpp"

namespace netra::extract {

class OfficialRows {
 public:
  OfficialRows(const Document& d, const Regions& regions, const Institutions& institutions, Holders& holders)
      : d_(d),
        regions_(regions),
        institutions_(institutions),
        names_(holders.names()),
        roles_(holders.roles()),
        owner_(holders.owners()),
        via_(holders.vias()) {}

  // A post within a body that the role itself does not name: the body of the last role before it. In text order.
  void fill_institution(size_t r);
  Official make(size_t r, Post& post, Named& named) const;
  // Does the role, with the name it has or without, make a row?
  static bool worth(const Role& role, const Named& named);

 private:
  static data::OfficeClass class_of(const Role& role);
  // An article from Jakarta that names no regional branch of the body speaks of the national one.
  bool national_body(const data::Institution& row) const;
  const Region* region_of(const Role& role) const;

  const Document& d_;
  const Regions& regions_;
  const Institutions& institutions_;
  const NameIndex& names_;
  Blocks<Role>& roles_;
  const std::vector<int>& owner_;  // by role: its name
  const std::vector<Via>& via_;
};

}  // namespace netra::extract

#endif
