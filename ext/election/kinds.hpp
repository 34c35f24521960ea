// Which election a text is about: its kind and its year.
#ifndef NETRA_ELECTION_KINDS_HPP
#define NETRA_ELECTION_KINDS_HPP

#include <optional>
#include <string_view>

#include "extract/document.hpp"
#include "text/civil.hpp"

namespace netra::election {

struct Election {
  const data::ElectionKind* kind = nullptr;  // null: not an electoral text
  int year = 0;                              // of the election, 0 = unknown
  std::optional<text::Civil> day;            // the text reports

  std::string_view code() const noexcept { return kind ? kind->code : std::string_view(); }
};

// The most specific kind named; two kinds of one family give the family (Pilgub and Pilbup: pilkada). Pemilu said loosely of a
// Pilkada, and the other way round, yields to the one that stands in the headline or with a year. The year: the one written with
// the kind, else that of the election whose calendar holds the day of the report.
Election find_election(const extract::Document& document);

const data::ElectionKind* kind_of(std::string_view code) noexcept;  // null: no such kind

// Does atom i belong to the name of a body (Badan Pengawas Pemilihan Umum, Panitia Pemungutan Suara)?
class Bodies {
 public:
  explicit Bodies(const extract::Document& document) noexcept : document_(document) {}
  bool covers(uint32_t first, uint32_t last) noexcept;  // to be asked with rising first

 private:
  const extract::Document& document_;
  uint32_t at_ = 0;   // bodies before this atom are known
  uint32_t end_ = 0;  // end of the last one
};

}  // namespace netra::election

#endif
