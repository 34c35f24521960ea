#include "extract/dates.hpp"

#include <algorithm>
#include <cstdlib>

namespace netra::extract {

namespace {

using data::DateRole;
using text::Civil;
using text::day_number;

constexpr int kNear = 60;    // days: a date without a year within this distance is the one meant, whatever its weekday says
constexpr int kReport = 10;  // days a report may lie behind its publication

struct Base {
  std::optional<Civil> day;
  int year = 0;
};

Base base_of(const Document& document, const std::vector<RawDate>& raws, std::optional<Civil> reference) {
  if (reference) return {reference, reference->year};
  const RawDate* best = nullptr;
  int best_rank = 0;
  for (const auto& raw : raws) {
    const Civil day{raw.year, raw.month, raw.day};
    if (raw.kind != RawDate::Kind::date || raw.year <= 0 || raw.year_shared || !valid(day)) continue;
    const bool right = raw.weekday != 0 && weekday(day) == raw.weekday;
    const int rank = raw.header ? 3 : right ? 2 : 1;
    if (rank > best_rank) {
      best_rank = rank;
      best = &raw;
    }
  }
  if (best && best_rank > 1) return {Civil{best->year, best->month, best->day}, best->year};
  const int year = spoken_year(document);
  if (best && (year == 0 || std::abs(year - best->year) <= 1)) return {Civil{best->year, best->month, best->day}, best->year};
  return {{}, year};
}

// The year of a day and month that are written without one.
int infer_year(const RawDate& raw, const Base& base) {
  if (!base.day) {
    if (base.year == 0 || raw.weekday == 0) return base.year;
    for (const int year : {base.year, base.year - 1, base.year + 1}) {
      const Civil day{year, raw.month, raw.day};
      if (valid(day) && weekday(day) == raw.weekday) return year;
    }
    return base.year;
  }
  const int from = day_number(*base.day);
  int best = 0, best_distance = 1 << 30;
  for (int year = base.day->year - 1; year <= base.day->year + 1; ++year) {
    Civil day{year, raw.month, raw.day};
    if (raw.month == 2 && raw.day == 29 && !text::leap_year(year)) continue;
    if (!valid(day)) return base.day->year;  // impossible in every year
    const int away = day_number(day) - from;
    int distance = std::abs(away);
    if ((raw.side > 0 && away < 0) || (raw.side < 0 && away > 0)) distance += 100000;
    if (raw.weekday != 0 && weekday(day) != raw.weekday && distance > kNear) distance += 10000;
    if (distance < best_distance) {
      best_distance = distance;
      best = year;
    }
  }
  return best == 0 ? base.day->year : best;
}

Civil add_months(const Civil& day, int months) {
  const int index = day.year * 12 + day.month - 1 + months;
  return {index / 12, index % 12 + 1, 1};
}

class Resolver {
 public:
  Resolver(const Document& document, const std::vector<RawDate>& raws, std::optional<Civil> reference)
      : d_(document), raws_(raws), base_(base_of(document, raws_, reference)) {}

  std::vector<Date> resolve() {
    std::vector<Date> dates;
    dates.reserve(raws_.size());
    for (const auto& raw : raws_) {
      d_.poll();
      if (raw.kind != RawDate::Kind::clock) dates.push_back(resolve(raw));
    }
    const size_t days = dates.size();  // in text order so far
    for (const auto& raw : raws_) {
      d_.poll();
      if (raw.kind == RawDate::Kind::clock) attach(dates, days, raw);
    }
    std::sort(dates.begin(), dates.end(), [](const Date& a, const Date& b) {
      return a.span.first != b.span.first ? a.span.first < b.span.first : a.span.last < b.span.last;
    });
    for (auto& date : dates) write(date);
    return dates;
  }

 private:
  Date resolve(const RawDate& raw) {
    Date date;
    date.span = raw.span;
    date.header = raw.header;
    date.hour = static_cast<int8_t>(raw.hour);
    date.minute = static_cast<int8_t>(raw.minute);
    date.zone = static_cast<int8_t>(raw.zone);
    switch (raw.kind) {
      case RawDate::Kind::date: resolve_day(raw, date); break;
      case RawDate::Kind::month: resolve_month(raw, date); break;
      case RawDate::Kind::relative: resolve_relative(raw, date); break;
      case RawDate::Kind::weekday: resolve_weekday(raw, date); break;
      case RawDate::Kind::clock: break;
    }
    return date;
  }

  void resolve_day(const RawDate& raw, Date& date) {
    date.granularity = raw.last_day ? Granularity::rentang : Granularity::hari;
    date.reported = raw.header || raw.weekday != 0;
    int year = raw.year;
    date.inferred = year == 0 || raw.year_shared;
    const bool leap_safe = raw.month >= 1 && raw.month <= 12 && raw.day >= 1 && raw.day <= text::days_in_month(2000, raw.month);
    if (year < 0 || !leap_safe) return;  // impossible whatever the year
    if (year == 0) year = infer_year(raw, base_);
    if (year == 0) {
      date.granularity = Granularity::tanpa_tahun;
      return;
    }
    const Civil day{year, raw.month, raw.day};
    if (!valid(day)) return;
    date.day = day;
    if (raw.last_day) {
      const Civil end{year, raw.month, raw.last_day};
      if (valid(end)) date.end_day = end;
    }
    if (raw.weekday) date.weekday_ok = weekday(day) == raw.weekday || (date.end_day && weekday(*date.end_day) == raw.weekday);
  }

  void months_from(Date& date, const Civil& first, int months) const {
    date.day = Civil{first.year, first.month, 1};
    const Civil next = add_months(*date.day, months);
    date.end_day = text::civil_of(day_number(next) - 1);
  }

  void resolve_month(const RawDate& raw, Date& date) const {
    date.granularity = Granularity::bulan;
    int year = raw.year;
    if (year == 0) {
      date.inferred = true;
      if (base_.year == 0) return;
      year = base_.year;
      if (base_.day && raw.side > 0 && raw.month < base_.day->month) ++year;
      if (base_.day && raw.side < 0 && raw.month > base_.day->month) --year;
    }
    months_from(date, {year, raw.month, 1}, 1);
  }

  void resolve_relative(const RawDate& raw, Date& date) const {
    date.inferred = true;
    switch (raw.unit) {
      case DateRole::week: date.granularity = Granularity::pekan; break;
      case DateRole::month: date.granularity = Granularity::bulan; break;
      case DateRole::year: date.granularity = Granularity::tahun; break;
      default: date.granularity = Granularity::hari_relatif; break;
    }
    if (!base_.day) return;
    const Civil& from = *base_.day;
    if (raw.unit == DateRole::week) {  // Monday to Sunday
      const int monday = day_number(from) - weekday(from) + 1 + 7 * raw.offset;
      date.day = text::civil_of(monday);
      date.end_day = text::civil_of(monday + 6);
    } else if (raw.unit == DateRole::month) {
      months_from(date, add_months(from, raw.offset), 1);
    } else if (raw.unit == DateRole::year) {
      months_from(date, {from.year + raw.offset, 1, 1}, 12);
    } else {
      date.day = text::civil_of(day_number(from) + raw.offset);
    }
  }

  // The last such day up to the reference; the next one after "mendatang" or "depan".
  void resolve_weekday(const RawDate& raw, Date& date) const {
    date.granularity = Granularity::hari_relatif;
    date.inferred = true;
    if (!base_.day) return;
    const int from = day_number(*base_.day);
    const int back = (weekday(*base_.day) - raw.weekday + 7) % 7;
    const int ahead = 7 - (back == 0 ? 7 : back);
    date.day = text::civil_of(raw.side > 0 ? from + (ahead == 0 ? 7 : ahead) : from - back);
  }

  // A time of day belongs to the nearest date of its sentence, the one before it when both sides have one. The first `days` of
  // the dates stand in text order.
  void attach(std::vector<Date>& dates, size_t days, const RawDate& raw) const {
    const Span sentence = d_.sentence(d_.sentence_of(raw.span.first));
    const auto first = dates.begin(), last = first + static_cast<std::ptrdiff_t>(days);
    const auto behind = std::lower_bound(first, last, raw.span.first, [](const Date& date, uint32_t atom) { return date.span.last <= atom; });
    Date* best = nullptr;
    if (behind != first && (behind - 1)->span.last > sentence.first)  // "4 Nop. 2022": its full stop may end a sentence
      best = &*(behind - 1);
    else if (behind != last && behind->span.first < sentence.last)
      best = &*behind;
    if (best && best->hour < 0) {
      best->hour = static_cast<int8_t>(raw.hour);
      best->minute = static_cast<int8_t>(raw.minute);
      best->zone = static_cast<int8_t>(raw.zone);
      return;
    }
    Date date;
    date.span = raw.span;
    date.granularity = Granularity::waktu;
    date.hour = static_cast<int8_t>(raw.hour);
    date.minute = static_cast<int8_t>(raw.minute);
    date.zone = static_cast<int8_t>(raw.zone);
    dates.push_back(date);
  }

  static void write(Date& date) {
    if (date.day) date.date_text = text::IsoText(*date.day);
    if (date.end_day) date.end_text = text::IsoText(*date.end_day);
    if (date.hour >= 0)
      date.time_text = {static_cast<char>('0' + date.hour / 10), static_cast<char>('0' + date.hour % 10), ':',
                        static_cast<char>('0' + date.minute / 10), static_cast<char>('0' + date.minute % 10)};
  }

  const Document& d_;
  const std::vector<RawDate>& raws_;
  Base base_;
};

constexpr std::string_view kGranularities[] = {"hari", "rentang", "tanpa_tahun", "hari_relatif", "pekan", "bulan", "tahun", "waktu"};
constexpr std::string_view kZones[] = {"WIB", "WITA", "WIT"};

constexpr Field<Date> kFields[] = {
    {"date", "TEXT", [](const Date& r, const Document&) { return Cell::or_null(r.date_text.view()); }},
    {"end_date", "TEXT", [](const Date& r, const Document&) { return Cell::or_null(r.end_text.view()); }},
    {"granularity", "TEXT", [](const Date& r, const Document&) { return Cell::of(kGranularities[static_cast<size_t>(r.granularity)]); }},
    {"inferred", "INTEGER", [](const Date& r, const Document&) { return Cell::of(static_cast<int64_t>(r.inferred)); }},
    {"weekday_ok", "INTEGER",
     [](const Date& r, const Document&) { return r.weekday_ok < 0 ? Cell() : Cell::of(static_cast<int64_t>(r.weekday_ok)); }},
    {"time", "TEXT", [](const Date& r, const Document&) { return r.hour < 0 ? Cell() : Cell::of({r.time_text.data(), 5}); }},
    {"zone", "TEXT", [](const Date& r, const Document&) { return r.zone < 0 ? Cell() : Cell::of(kZones[r.zone]); }},
    {"surface", "TEXT", surface_of<Date>},
    {"start", "INTEGER", start_of<Date>},
    {"length", "INTEGER", length_of<Date>},
};

}  // namespace

const std::span<const Field<Date>> kDateFields = kFields;

std::vector<Date> find_dates(const Document& document, const std::vector<RawDate>& raws, std::optional<Civil> reference) {
  return Resolver(document, raws, reference).resolve();
}

std::optional<Civil> reported_day(const std::vector<Date>& dates, std::optional<Civil> reference) {
  const auto near = [&](const Date& date) {
    if (!date.day || date.granularity != Granularity::hari) return false;
    if (!reference) return true;
    const int behind = day_number(*reference) - day_number(*date.day);
    return behind >= 0 && behind <= kReport;
  };
  for (const auto& date : dates)
    if (date.reported && !date.header && date.weekday_ok != 0 && near(date)) return date.day;
  for (const auto& date : dates)
    if (date.reported && !date.header && near(date)) return date.day;
  for (const auto& date : dates)
    if (date.granularity == Granularity::hari && reference && near(date)) return date.day;
  for (const auto& date : dates)
    if (date.granularity == Granularity::hari_relatif && date.day) {
      if (!reference || day_number(*date.day) <= day_number(*reference)) return date.day;
    }
  for (const auto& date : dates)
    if (date.header && date.day) return date.day;
  for (const auto& date : dates)
    if (date.day && date.granularity == Granularity::hari) return date.day;
  return {};
}

std::optional<Civil> article_day(const Document& document, const std::vector<Date>& dates) {
  if (const auto day = reported_day(dates, {})) return day;
  const int year = spoken_year(document);
  if (year == 0) return {};
  return Civil{year, 7, 1};
}

}  // namespace netra::extract
