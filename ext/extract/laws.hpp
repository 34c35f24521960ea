// Citations of laws, regulations, rulings and circulars, down to the paragraph, in one canonical form.
#ifndef NETRA_EXTRACT_LAWS_HPP
#define NETRA_EXTRACT_LAWS_HPP

#include <optional>
#include <string>
#include <vector>

#include "extract/document.hpp"
#include "extract/record.hpp"
#include "text/civil.hpp"

namespace netra::extract {

struct Citation {
  Span span;
  std::string citation;  // "UU 10/2016 Pasal 71 ayat (1)"
  std::string type;      // "UU", "SE MenPAN-RB"
  std::string number;    // "10", "60/PUU-XXII/2024"
  int year = 0;          // 0: none
  std::string article, paragraph, letter;
  double confidence = 0;
  std::string instrument() const;  // the citation without the place: "UU 10/2016"
};

// In text order, one row for each place cited; a law cited with a place gives no row of its own there. day: the day of the
// article, which decides what names such as UU ASN mean (the newest law without it).
std::vector<Citation> find_laws(const Document& document, std::optional<text::Civil> day);

// The table's row of an instrument, or null.
const data::Law* known_law(std::string_view instrument) noexcept;

extern const std::span<const Field<Citation>> kLawFields;

}  // namespace netra::extract

#endif
