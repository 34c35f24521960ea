// Civil (proleptic Gregorian) calendar days, for the years 1 to 9999. Day numbers count from 1970-01-01.
#ifndef NETRA_TEXT_CIVIL_HPP
#define NETRA_TEXT_CIVIL_HPP

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace netra::text {

struct Civil {
  int year = 0;
  int month = 0;
  int day = 0;
  auto operator<=>(const Civil&) const = default;
};

constexpr bool leap_year(int year) noexcept { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

constexpr int days_in_month(int year, int month) noexcept {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && leap_year(year) ? 29 : kDays[month - 1];
}

constexpr bool valid(const Civil& d) noexcept {
  return d.year >= 1 && d.year <= 9999 && d.month >= 1 && d.month <= 12 && d.day >= 1 && d.day <= days_in_month(d.year, d.month);
}

// Counts years from 1 March, so that the leap day ends a year, in cycles of 400 years (146,097 days).
constexpr int day_number(const Civil& d) noexcept {
  const int y = d.month <= 2 ? d.year - 1 : d.year;
  const int cycle = y / 400, year_of_cycle = y - cycle * 400;
  const int day_of_year = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
  return cycle * 146097 + year_of_cycle * 365 + year_of_cycle / 4 - year_of_cycle / 100 + day_of_year - 719468;
}

constexpr Civil civil_of(int number) noexcept {
  const int days = number + 719468;
  const int cycle = days / 146097, day_of_cycle = days - cycle * 146097;
  const int year_of_cycle = (day_of_cycle - day_of_cycle / 1460 + day_of_cycle / 36524 - day_of_cycle / 146096) / 365;
  const int day_of_year = day_of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
  const int m = (5 * day_of_year + 2) / 153;
  const int month = m < 10 ? m + 3 : m - 9;
  return {year_of_cycle + cycle * 400 + (month <= 2 ? 1 : 0), month, day_of_year - (153 * m + 2) / 5 + 1};
}

constexpr int weekday(const Civil& d) noexcept {  // ISO 8601: Monday 1 .. Sunday 7
  return ((day_number(d) + 3) % 7 + 7) % 7 + 1;   // 1970-01-01 was a Thursday
}

// "2024-10-23", alone or followed by a blank or 'T' and anything (a time); nothing when it is not a day of the calendar.
constexpr std::optional<Civil> read_iso(std::string_view text) noexcept {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return {};
  if (text.size() > 10 && text[10] != ' ' && text[10] != 'T') return {};
  int parts[3] = {};
  constexpr int kFrom[] = {0, 5, 8}, kTo[] = {4, 7, 10};
  for (int p = 0; p < 3; ++p)
    for (int i = kFrom[p]; i < kTo[p]; ++i) {
      if (text[static_cast<size_t>(i)] < '0' || text[static_cast<size_t>(i)] > '9') return {};
      parts[p] = parts[p] * 10 + (text[static_cast<size_t>(i)] - '0');
    }
  const Civil day{parts[0], parts[1], parts[2]};
  if (!valid(day)) return {};
  return day;
}

struct IsoText {  // "2024-10-23", or empty
  std::array<char, 10> bytes{};
  uint8_t size = 0;
  constexpr IsoText() = default;
  constexpr explicit IsoText(const Civil& d) : size(10) {
    int year = d.year;
    for (int i = 3; i >= 0; --i, year /= 10) bytes[static_cast<size_t>(i)] = static_cast<char>('0' + year % 10);
    bytes[4] = bytes[7] = '-';
    bytes[5] = static_cast<char>('0' + d.month / 10);
    bytes[6] = static_cast<char>('0' + d.month % 10);
    bytes[8] = static_cast<char>('0' + d.day / 10);
    bytes[9] = static_cast<char>('0' + d.day % 10);
  }
  constexpr std::string_view view() const noexcept { return {bytes.data(), size}; }
};

}  // namespace netra::text

#endif
