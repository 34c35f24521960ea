// Days as the election grammar needs them: quickly, at one place. (All forms of dates: extract/dates.hpp.)
#ifndef NETRA_ELECTION_DAYS_HPP
#define NETRA_ELECTION_DAYS_HPP

#include "extract/document.hpp"
#include "text/civil.hpp"

namespace netra::election {

int year_at(const extract::Document& document, uint32_t atom) noexcept;  // 1955 to 2099, or 0

// The day whose number is that atom: "16 Mei 2024", "16/05/24", "16-5-2024". month 0: none stands there; year 0: none is written.
text::Civil day_at(const extract::Document& document, uint32_t atom) noexcept;

}  // namespace netra::election

#endif
