// Citations of laws, regulations, rulings and circulars, down to the paragraph, in one canonical form.
#ifndef NETRA_EXTRACT_LAWS_HPP
#define NETRA_EXTRACT_LAWS_HPP

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.hpp"
#include "extract/pinpoints.hpp"
#include "extract/record.hpp"
#include "text/civil.hpp"

namespace netra::extract {

// An instrument as it stands in the text. Views of the text, of the tables or of what the document keeps.
struct Instrument {
  Span span;
  std::string_view type;    // "UU", "SE MenPAN-RB"
  std::string_view number;  // "10", "60/PUU-XXII/2024"
  int year = 0;             // 0: none
  float confidence = 0.95F;
  bool needs_place = false;  // KUHP: cited only with a place
  bool has_place = false;
  bool defines = false;          // "(UU Pemilu)" behind the law it names
  std::string citation() const;  // "UU 10/2016"
};

// A place in an instrument; without an article the instrument itself.
struct Citation : Pinpoint {
  Citation(const Pinpoint& place, const Instrument& cited, float certain) : Pinpoint(place), law(&cited), confidence(certain) {}
  const Instrument* law;
  float confidence;
  std::string text() const;  // "UU 10/2016 Pasal 71 ayat (1)"
};

struct Laws {
  std::vector<Instrument> instruments;
  std::vector<Citation> citations;  // of the instruments
};

// In text order, one row for each place cited; a law cited with a place gives no row of its own there. day: the day of the
// article, which decides what names such as UU ASN mean (the newest law without it).
Laws find_laws(const Document& document, std::optional<text::Civil> day);

// The table's row of an instrument, or null.
const data::Law* known_law(std::string_view instrument) noexcept;

extern const std::span<const Field<Citation>> kLawFields;

}  // namespace netra::extract

#endif
