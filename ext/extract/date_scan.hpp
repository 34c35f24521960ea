// What stands in the text of a date, before any reckoning (dates.cpp does that).
#ifndef NETRA_EXTRACT_DATE_SCAN_HPP
#define NETRA_EXTRACT_DATE_SCAN_HPP

#include <vector>

#include "extract/document.hpp"

namespace netra::extract {

struct RawDate {
  Span span;
  enum class Kind : uint8_t { date, month, relative, weekday, clock } kind = Kind::date;
  int day = 0, month = 0;
  int year = 0;      // 0: not written; -1: written and impossible
  int last_day = 0;  // of a range under one month
  int weekday = 0;   // ISO number of the weekday written beside it
  int side = 0;      // 1: ahead of the report (mendatang, nanti), -1: behind it (lalu, silam)
  data::DateRole unit = data::DateRole::day;  // relative: what offset counts
  int offset = 0;
  int hour = -1, minute = 0, zone = -1;
  bool joins_next = false;  // a dash or "hingga" and the next date follow
  bool header = false;      // in the line of the publication date
  bool year_shared = false; // the year is that of the other end of a range
};

std::vector<RawDate> scan_dates(const Document& document);

// The year an article speaks of when it has no full date: the one most often written behind the name of an election or
// "tahun"; 0 when there is none.
int spoken_year(const Document& document);

}  // namespace netra::extract

#endif
