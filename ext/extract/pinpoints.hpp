// The places within a law: Pasal, ayat, huruf, angka.
#ifndef NETRA_EXTRACT_PINPOINTS_HPP
#define NETRA_EXTRACT_PINPOINTS_HPP

#include <array>
#include <cassert>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.hpp"

namespace netra::extract {

// The number of a place: at most four digits and two letters, or six digits. Kept in the record: a text may be full of places.
class PlaceNumber {
 public:
  PlaceNumber() = default;
  explicit PlaceNumber(std::string_view text) {
    for (const char c : text) *this += c;
  }
  PlaceNumber& operator+=(char c) {
    assert(size_ < bytes_.size());
    bytes_[size_++] = c;
    return *this;
  }
  bool empty() const noexcept { return size_ == 0; }
  std::string_view view() const noexcept { return {bytes_.data(), size_}; }

 private:
  std::array<char, 6> bytes_{};
  uint8_t size_ = 0;
};

struct Pinpoint {
  Span span;
  PlaceNumber article;    // "71", "45A"
  PlaceNumber paragraph;  // "1"
  PlaceNumber numeral;    // "3"
  char letter = 0;        // 'b'
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
