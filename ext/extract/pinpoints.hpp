// The places within a law: Pasal, ayat, huruf, angka.
#ifndef NETRA_EXTRACT_PINPOINTS_HPP
#define NETRA_EXTRACT_PINPOINTS_HPP

#include <string>
#include <vector>

#include "extract/document.hpp"

namespace netra::extract {

struct Pinpoint {
  Span span;
  std::string article;    // "71", "45A"
  std::string paragraph;  // "1"
  std::string letter;     // "b"
  std::string numeral;    // "3"
  std::string text() const;  // "Pasal 71 ayat (1) huruf b angka 3"
};

// "Pasal 71 ayat (1) jo. Pasal 188", "Pasal 280, 282, dan 283", "Pasal 71 ayat (2) juncto ayat (5)": places that belong to one law.
struct PinpointGroup {
  Span span;
  std::vector<Pinpoint> places;
};

// Reads the group that begins at atom i ("Pasal", "Ps"); empty when none does.
PinpointGroup read_pinpoints(const Document& document, uint32_t i);

}  // namespace netra::extract

#endif
