// Dates, ranges, relative days and times of day, and the day an article reports.
#ifndef NETRA_EXTRACT_DATES_HPP
#define NETRA_EXTRACT_DATES_HPP

#include <optional>
#include <string_view>
#include <vector>

#include "extract/date_scan.hpp"
#include "extract/document.hpp"
#include "extract/record.hpp"
#include "text/civil.hpp"

namespace netra::extract {

enum class Granularity : uint8_t {
  hari,           // a day of the calendar
  rentang,        // first and last day under one month: 11-13 Februari 2024
  tanpa_tahun,    // a day whose year nothing tells: no date
  hari_relatif,   // kemarin, besok, Sabtu malam: the day as counted from the reference
  pekan, bulan, tahun,  // pekan lalu, Februari 2025, tahun depan: first and last day
  waktu,          // a time of day in a sentence without a date
};

struct Date {
  Span span;
  std::optional<text::Civil> day;      // none: impossible, or not to be known
  std::optional<text::Civil> end_day;  // last day of a range, pekan, bulan, tahun
  Granularity granularity = Granularity::hari;
  bool inferred = false;  // the year, or the whole day, is reckoned and not written
  int8_t weekday_ok = -1;  // 1 the weekday written beside it is right, 0 wrong (the date stays as written), -1 none
  int8_t hour = -1, minute = 0;
  int8_t zone = -1;  // 0 WIB, 1 WITA, 2 WIT
  bool reported = false;  // stands as a day of reporting does: with a weekday, or in the header of the article
  bool header = false;
  text::IsoText date_text, end_text;
  std::array<char, 5> time_text{};
};

// In text order. raws: what scan_dates() read. reference: the day of publication; without it the dates of the text itself decide on
// years and relative days.
std::vector<Date> find_dates(const Document& document, const std::vector<RawDate>& raws, std::optional<text::Civil> reference);

// The day the article reports: the first date with a weekday that lies in the ten days up to the reference (or the first such
// date at all), else a relative day, the date of the header, the first date.
std::optional<text::Civil> reported_day(const std::vector<Date>& dates, std::optional<text::Civil> reference);

// The day to date names of laws by: the day reported, else the middle of the year the text speaks of.
std::optional<text::Civil> article_day(const Document& document, const std::vector<Date>& dates);

extern const std::span<const Field<Date>> kDateFields;

}  // namespace netra::extract

#endif
