// The dateline of an article: where and by whom it was filed. "LAMANINDO.COM, BATAUGA – ", "Jakarta (ANTARA) - ", "JAMBI - ".
#ifndef NETRA_EXTRACT_DATELINE_HPP
#define NETRA_EXTRACT_DATELINE_HPP

#include "extract/record.hpp"
#include "extract/regions.hpp"

namespace netra::extract {

struct Dateline {
  std::string_view place;  // as written; empty when the dateline names only an outlet
  const Region* region;    // of the place, or null
  std::string_view outlet;
};

extern const std::span<const Field<Dateline>> kDatelineFields;

// False when the text has none.
bool find_dateline(const Document& document, const Regions& regions, Dateline& dateline);

}  // namespace netra::extract

#endif
