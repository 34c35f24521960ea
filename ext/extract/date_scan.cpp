#include "extract/date_scan.hpp"

#include <map>

#include "extract/hits.hpp"
#include "extract/reading.hpp"

namespace netra::extract {

namespace {

using data::DateRole;
using data::PartKind;

constexpr int kFirstYear = 1900, kLastYear = 2100;
constexpr uint32_t kGloss = 6;  // atoms of "(dua puluh tujuh)"
constexpr Traits kOpens = kNumberTrait | traits(Kind::date_word, Kind::month, Kind::weekday);  // what a date can begin with

// Grammar, day first as always in Indonesian:
//   date  := day ["bulan"] month [["tahun"] year] | d/m/yyyy | d-m-yyyy | d.m.yyyy | d/m/yy | yyyy-mm-dd | d/m
//   range := day until day month [year] | d-d/m[/yyyy]
// d/m alone is a date only with a weekday, in parentheses, or behind a word such as "tanggal".
class Scanner {
 public:
  explicit Scanner(const Document& d) : d_(d) {}

  std::vector<RawDate> scan() {
    Hits hits(d_, kOpens);
    for (const Part& part : d_.parts()) {
      const bool header = part.kind == PartKind::published;
      if (!header && part.kind != PartKind::body && part.kind != PartKind::headline && part.kind != PartKind::dateline) continue;
      while (at_ < d_.size() && d_.atom(at_).start < part.start) ++at_;
      header_ = header;
      for (at_ = hits.next(at_); at_ < d_.size() && d_.atom(at_).start < part.start + part.length; at_ = hits.next(at_))
        if (!read()) ++at_;
    }
    return std::move(found_);
  }

 private:
  struct Day {  // a day number at atom i, in figures or words
    int value = 0;
    uint32_t last = 0;
  };

  const data::DateWord* word(uint32_t i, DateRole role, uint32_t* last = nullptr) const {
    if (!d_.begins(i, Kind::date_word)) return nullptr;
    for (const Match m : d_.matches(i))
      if (m.kind == Kind::date_word && data::date_words[m.row].role == role) {
        if (last) *last = m.last;
        return &data::date_words[m.row];
      }
    return nullptr;
  }
  bool figure(uint32_t i, size_t most = 2) const { return digits_of(d_, i) > 0 && digits_of(d_, i) <= most && value_of(d_, i) >= 0; }
  bool year_at(uint32_t i) const {
    return digits_of(d_, i) == 4 && value_of(d_, i) >= kFirstYear && value_of(d_, i) <= kLastYear;
  }

  bool read() {
    const uint32_t i = at_;
    const text::Atom& atom = d_.atom(i);
    if (atom.number()) return starts_figure(i) && (read_iso(i) || read_figures(i) || read_named(i));
    if (!atom.word() || atom.symbol == 0) return false;
    return read_clock(i) || read_named(i) || read_month(i) || read_relative(i) || read_weekday(i);
  }

  // Is the number at atom i free to begin a date? Not inside 1.234, 800-5474/2022, P-12 or Nomor 02/PM.
  bool starts_figure(uint32_t i) const {
    if (!glued(d_, i)) return true;
    if (!d_.atom(i - 1).punct()) return joined_to_date(i);
    const char c = d_.text()[d_.atom(i - 1).start];
    if (std::string_view("([\"'").find(c) != std::string_view::npos || static_cast<unsigned char>(c) >= 0x80) return true;
    if (c == ',') return i < 2 || !d_.atom(i - 2).number();
    if (c == '.') return i >= 2 && is_one_of(d_, i - 2, "tgl", "hr");
    return joined_to_date(i);
  }
  bool joined_to_date(uint32_t i) const {
    return !found_.empty() && found_.back().kind == RawDate::Kind::date && found_.back().span.last + 1 == i && is_dash(d_, i - 1);
  }
  // Does the figure that ends before atom i really end there?
  bool ends_figure(uint32_t i) const {
    if (!glued(d_, i)) return true;
    const text::Atom& next = d_.atom(i);
    if (!next.punct()) return false;
    if (!mark_in(d_, i, ".,/-:")) return true;
    return !(glued(d_, i + 1) && d_.atom(i + 1).number()) && !d_.mark(i, '/');
  }

  void add(RawDate raw) {
    raw.header = header_;
    if (raw.kind == RawDate::Kind::date && raw.weekday == 0) raw.weekday = weekday_before(raw.span.first);
    if (raw.kind == RawDate::Kind::date && raw.weekday == 0) raw.weekday = weekday_after(raw.span.last);
    if (raw.side == 0) raw.side = side_after(raw.span.last);
    if (!found_.empty() && connects(found_.back().span.last, raw.span.first)) found_.back().joins_next = true;
    at_ = raw.span.last;
    d_.make_room(found_, raw.span.first);
    found_.push_back(raw);
  }

  // mendatang, nanti, lalu, silam behind the date, also behind a closing parenthesis.
  int side_after(uint32_t i) const {
    if (d_.mark(i, ')')) ++i;
    if (i >= d_.size() || d_.is(i, text::kNewlineBefore)) return 0;
    if (word(i, DateRole::ahead)) return 1;
    return word(i, DateRole::back) ? -1 : 0;
  }

  // The weekday that stands before atom i: "Rabu (", "Kamis, ", "Jumat tanggal ", "Sabtu malam (".
  int weekday_before(uint32_t i) const {
    for (int steps = 0; i > 0 && steps < 5; ++steps) {
      if (d_.is(i, text::kParagraphBefore)) return 0;
      const uint32_t p = i - 1;
      if (d_.atom(p).punct()) {
        if (!mark_in(d_, p, "(,./-")) return 0;
      } else if (const auto m = d_.match(p, Kind::weekday); m && m->last == i && plausible_weekday(p)) {
        return data::weekdays[m->row].number;
      } else if (!is_one_of(d_, p, "tanggal", "tgl", "malam", "pagi", "siang", "sore", "petang", "dini", "hari", "subuh", "pada")) {
        return 0;
      }
      i = p;
    }
    return 0;
  }
  int weekday_after(uint32_t i) const {  // "23 Oktober 2024 (Rabu)"
    if (!d_.mark(i, '(')) return 0;
    const auto m = d_.match(i + 1, Kind::weekday);
    return m && d_.mark(m->last, ')') ? data::weekdays[m->row].number : 0;
  }
  // "Min", "Sen" and other short forms must be written with a capital.
  bool plausible_weekday(uint32_t i) const { return d_.atom(i).length > 3 || d_.atom(i).is(text::kCapital); }

  // Nothing but a dash or "hingga" between two dates.
  bool connects(uint32_t from, uint32_t to) const {
    if (from >= to || to - from > 7) return false;
    uint32_t i = from;
    if (d_.mark(i, ')')) ++i;
    uint32_t last = i;
    if (is_dash(d_, i)) {
      last = i + 1;
    } else if (!word(i, DateRole::until, &last)) {
      return false;
    }
    while (last < to && (d_.mark(last, '(') || d_.mark(last, ',') || is_one_of(d_, last, "tanggal", "tgl", "dengan", "pada") ||
                         d_.match(last, Kind::weekday)))
      ++last;
    return last == to;
  }

  // 2024-10-23
  bool read_iso(uint32_t i) {
    if (!year_at(i) || !is_dash(d_, i + 1) || !is_dash(d_, i + 3)) return false;
    for (uint32_t k = i + 1; k <= i + 4; ++k)
      if (!glued(d_, k)) return false;
    if (digits_of(d_, i + 2) != 2 || digits_of(d_, i + 4) != 2 || value_of(d_, i + 2) > 12 || !ends_figure(i + 5)) return false;
    RawDate raw;
    raw.span = {i, i + 5};
    raw.year = value_of(d_, i);
    raw.month = value_of(d_, i + 2);
    raw.day = value_of(d_, i + 4);
    add(raw);
    return true;
  }

  bool separator(uint32_t i, char c) const { return d_.mark(i, c) && d_.atom(i).length == 1 && glued(d_, i) && glued(d_, i + 1); }

  // A date in figures stands where one is expected: beside a weekday, in parentheses, behind "tanggal".
  bool expected(uint32_t i, bool weak) const {
    if (weekday_before(i) != 0 || header_) return true;
    if (i == 0) return false;
    if (joined_to_date(i)) return true;
    uint32_t p = i - 1;
    if (d_.mark(p, '.') && p > 0) --p;
    for (const auto on : {"pada", "tanggal", "tgl", "tertanggal", "bertanggal", "sebelum", "sesudah", "setelah", "sejak", "mulai",
                          "hingga", "sampai", "per", "besok", "kemarin", "lambat", "hari"})
      if (is_word(d_, p, on)) return true;
    return d_.mark(i - 1, '(') && !weak;
  }

  // d/m/yyyy and its kin, d-d/m
  bool read_figures(uint32_t i) {
    if (!figure(i)) return false;
    RawDate raw;
    raw.day = value_of(d_, i);
    if (is_dash(d_, i + 1) && glued(d_, i + 1) && glued(d_, i + 2) && figure(i + 2) && separator(i + 3, '/') && figure(i + 4) &&
        value_of(d_, i + 2) > raw.day) {  // 27-29/8/2024
      raw.last_day = value_of(d_, i + 2);
      raw.month = value_of(d_, i + 4);
      uint32_t last = i + 5;
      if (separator(last, '/') && (year_at(last + 1) || digits_of(d_, last + 1) == 2)) {
        raw.year = full_year(last + 1);
        last += 2;
      }
      if (raw.month > 12 || !ends_figure(last) || (raw.year == 0 && !expected(i, false))) return false;
      raw.span = {i, last};
      add(raw);
      return true;
    }
    const char c = d_.mark(i + 1, '/') ? '/' : d_.mark(i + 1, '.') ? '.' : '-';
    if (!(separator(i + 1, c) || spaced_slashes(i)) || !figure(i + 2)) return false;
    raw.month = value_of(d_, i + 2);
    uint32_t last = i + 3;
    const bool third = (separator(last, c) || spaced_slashes(i)) && d_.is(last + 1, text::kSpaceBefore) == spaced_slashes(i) &&
                       digits_of(d_, last + 1) >= 2;
    if (third) {
      const size_t digits = digits_of(d_, last + 1);
      if (digits == 2 && (c == '.' || !(c == '/' || expected(i, false)))) return false;
      if (digits == 4 && !year_at(last + 1)) return false;
      if (digits == 3 || digits > 5) return false;
      raw.year = digits == 5 ? -1 : full_year(last + 1);
      last += 2;
    } else if (c != '/' || !expected(i, raw.day <= 3 && raw.month <= 4 && digits_of(d_, i) == 1)) {
      return false;
    }
    if (!ends_figure(last) && !(is_dash(d_, last) && third == false)) return false;
    raw.span = {i, last};
    const bool possible = raw.month >= 1 && raw.month <= 12 && raw.day >= 1 && raw.day <= 31;
    if (!possible && !(expected(i, false) && (third || weekday_before(i) != 0)) && !(third && c == '/' && digits_of(d_, last - 1) == 4))
      return false;
    if (is_one_of(d_, i > 0 ? i - 1 : 0, "nomor", "no", "pasal", "uu") && !third) return false;
    add(raw);
    return true;
  }
  bool spaced_slashes(uint32_t i) const {  // 23 / 10 / 2024
    return d_.mark(i + 1, '/') && d_.mark(i + 3, '/') && !glued(d_, i + 1) && !glued(d_, i + 2) && !glued(d_, i + 3) && year_at(i + 4);
  }
  int full_year(uint32_t i) const { return digits_of(d_, i) == 2 ? 2000 + value_of(d_, i) : value_of(d_, i); }

  Day day_at(uint32_t i) const {
    if (figure(i)) {
      Day day{value_of(d_, i), i + 1};
      if (d_.mark(i + 1, '(')) {  // 27 (dua puluh tujuh)
        for (uint32_t k = i + 2; k < i + 2 + kGloss && k < d_.size(); ++k)
          if (d_.mark(k, ')')) return word(i + 2, DateRole::number) ? Day{day.value, k + 1} : day;
      }
      return day;
    }
    uint32_t last = 0;
    if (const auto* number = word(i, DateRole::number, &last)) return {number->value, last};
    return {};
  }

  // End of month and year that begin at atom i, filling the record; 0 when there is no month.
  uint32_t month_year(uint32_t i, RawDate& raw) const {
    const bool dashed = is_dash(d_, i) || d_.mark(i, '/');
    if ((dashed && glued(d_, i)) || is_word(d_, i, "bulan")) ++i;
    const auto m = d_.match(i, Kind::month);
    if (!m || d_.is(i, text::kParagraphBefore)) return 0;
    raw.month = data::months[m->row].number;
    const bool shortened = d_.atom(i).length <= 3;
    uint32_t last = m->last;
    uint32_t next = last;
    if (d_.mark(next, '.') && glued(d_, next) && shortened_month(i)) ++next;
    if (dashed && (is_dash(d_, next) || d_.mark(next, '/'))) ++next;
    if (d_.mark(next, ',') && year_at(next + 1)) ++next;
    if (is_one_of(d_, next, "tahun", "thn", "th")) next += d_.mark(next + 1, '.') ? 2 : 1;
    if (d_.is(next, text::kParagraphBefore)) return last;
    if (year_at(next)) {
      raw.year = value_of(d_, next);
      return next + 1;
    }
    if (digits_of(d_, next) == 5 && value_of(d_, next) / 1000 == 20) {  // 26 Agustus 20214
      raw.year = -1;
      return next + 1;
    }
    const bool two = digits_of(d_, next) == 2 && value_of(d_, next) >= 10 && value_of(d_, next) <= 40;
    if (two && next == last + (d_.mark(last, '.') ? 1u : 0u) && shortened_month(i) && (next + 1 >= d_.size() || d_.atom(next + 1).punct())) {
      raw.year = 2000 + value_of(d_, next);
      return next + 1;
    }
    if (shortened && !d_.is(i, text::kCapital) && !is_word(d_, i, "mei")) return 0;  // "5 des", "3 sep"
    return last;
  }
  bool shortened_month(uint32_t i) const { return d_.atom(i).length <= 4 && !is_one_of(d_, i, "mei", "juni", "juli"); }

  // 23 Oktober 2024, and ranges that share the month
  bool read_named(uint32_t i) {
    const Day first = day_at(i);
    if (first.value == 0) return false;
    RawDate raw;
    raw.day = first.value;
    uint32_t end = month_year(first.last, raw);
    if (end == 0) {
      const uint32_t second = second_day(first.last);
      if (second == 0) return false;
      const Day last = day_at(second);
      end = month_year(last.last, raw);
      if (end == 0 || last.value <= first.value || last.value > 31) return false;
      const bool both = is_one_of(d_, second - 1, "dan") && last.value != first.value + 1;
      if (!both) raw.last_day = last.value;  // "12 dan 15 November" is two days, "12 dan 13" a range
      raw.span = {i, end};
      if (both) {
        add(raw);
        at_ = second;
        return true;
      }
      add(raw);
      return true;
    }
    if (raw.day > 31 && raw.year == 0) return false;
    if (d_.atom(i).number() && figure_of_law(i)) return false;
    raw.span = {i, end};
    add(raw);
    return true;
  }
  bool figure_of_law(uint32_t i) const { return i > 0 && is_one_of(d_, i - 1, "nomor", "pasal", "ayat"); }

  // The atom of the second day of "11-13", "7 sampai 20", "27 dan 28"; 0 when there is none.
  uint32_t second_day(uint32_t i) const {
    uint32_t next = 0;
    if (is_dash(d_, i) || is_word(d_, i, "dan"))
      next = i + 1;
    else if (!word(i, DateRole::until, &next))
      return 0;
    if (d_.match(next, Kind::weekday)) ++next;
    if (is_one_of(d_, next, "tanggal", "tgl")) ++next;
    if (d_.mark(next, '(')) ++next;
    return figure(next) || word(next, DateRole::number) ? next : 0;
  }

  // "October 23, 2024"
  bool month_first(uint32_t i) const {
    const auto m = d_.match(i, Kind::month);
    return m && figure(m->last) && value_of(d_, m->last) >= 1 && value_of(d_, m->last) <= 31 && d_.mark(m->last + 1, ',') && year_at(m->last + 2);
  }
  // The same; "Februari 2025", "Februari mendatang"
  bool read_month(uint32_t i) {
    const auto m = d_.match(i, Kind::month);
    if (!m || !d_.is(i, text::kCapital)) return false;
    RawDate raw;
    raw.month = data::months[m->row].number;
    uint32_t next = m->last;
    if (month_first(i)) {
      raw.day = value_of(d_, next);
      raw.year = value_of(d_, next + 2);
      raw.span = {i, next + 3};
      add(raw);
      return true;
    }
    raw.kind = RawDate::Kind::month;
    if (is_one_of(d_, next, "tahun", "thn")) ++next;
    if (year_at(next)) {
      raw.year = value_of(d_, next);
      raw.span = {i, next + 1};
    } else {
      raw.span = {i, m->last};
      if (side_after(m->last) == 0 || d_.atom(i).length < 3) return false;
    }
    add(raw);
    return true;
  }

  // "Jumat kemarin", "(27/11) kemarin": no day of its own.
  bool tells_side(uint32_t i) const {
    if (found_.empty() || found_.back().side == 0 || found_.back().kind == RawDate::Kind::relative) return false;
    const uint32_t last = found_.back().span.last;
    return last == i || (last + 1 == i && d_.mark(last, ')'));
  }
  bool read_relative(uint32_t i) {
    for (const Match m : d_.matches(i)) {
      if (m.kind != Kind::date_word) continue;
      const auto& w = data::date_words[m.row];
      if (w.role != DateRole::day && w.role != DateRole::week && w.role != DateRole::month && w.role != DateRole::year) continue;
      if (w.role == DateRole::day && tells_side(i)) return false;
      RawDate raw;
      raw.kind = RawDate::Kind::relative;
      raw.unit = w.role;
      raw.offset = w.past ? -w.value : w.value;
      raw.span = {i, m.last};
      raw.side = w.past ? -1 : w.value > 0 ? 1 : 0;
      add(raw);
      return true;
    }
    return false;
  }

  // A weekday without a date: "Sabtu malam", "Rabu lalu".
  bool read_weekday(uint32_t i) {
    const auto m = d_.match(i, Kind::weekday);
    if (!m || !d_.is(i, text::kCapital) || d_.atom(i).length < 4 || m->last != i + 1) return false;
    uint32_t last = m->last;
    word(last, DateRole::part, &last);
    if (d_.mark(i - (i > 0), '(') && !found_.empty() && found_.back().span.last + 1 == i) return false;  // 23 Oktober 2024 (Rabu)
    if (is_dash(d_, last) && d_.match(last + 1, Kind::weekday)) last += 2;  // Jumat-Sabtu (30-31/8)
    for (uint32_t k = last; k < last + 4 && k < d_.size(); ++k) {  // its date follows: let that take it
      if (figure(k) || word(k, DateRole::number) || (year_at(k) && is_dash(d_, k + 1)) || month_first(k)) return false;
      if (is_one_of(d_, k, "tanggal", "tgl")) continue;
      if (!d_.mark(k, '(') && !d_.mark(k, ',') && !d_.mark(k, '.')) break;
    }
    if (is_one_of(d_, last, "ini", "tenang", "ke", "pertama", "kedua") && last == m->last && data::weekdays[m->row].number == 7) return false;
    if (last > m->last + 1 && is_dash(d_, m->last)) last = m->last;
    RawDate raw;
    raw.kind = RawDate::Kind::weekday;
    raw.weekday = data::weekdays[m->row].number;
    raw.span = {i, last};
    add(raw);
    return true;
  }

  // pukul 13:30 WIB, jam 15.30 wib, pukul 8 malam
  bool read_clock(uint32_t i) {
    if (!word(i, DateRole::clock)) return false;
    uint32_t k = i + 1;
    if (d_.mark(k, '.') || d_.mark(k, ':')) ++k;
    RawDate raw;
    if (!clock_time(k, raw, true)) return false;
    raw.span.first = i;
    const auto keep = at_;
    add(raw);
    return at_ > keep;
  }
  bool clock_time(uint32_t k, RawDate& raw, bool hour_alone) const {
    if (!figure(k) || value_of(d_, k) > 24) return false;
    raw.kind = RawDate::Kind::clock;
    raw.hour = value_of(d_, k);
    uint32_t last = k + 1;
    if ((d_.mark(last, '.') || d_.mark(last, ':')) && glued(d_, last + 1) && digits_of(d_, last + 1) == 2 && value_of(d_, last + 1) < 60) {
      raw.minute = value_of(d_, last + 1);
      last += 2;
    } else if (!hour_alone) {
      return false;
    }
    uint32_t after = last;
    if (const auto* zone = word(last, DateRole::zone, &after)) {
      raw.zone = zone->value;
      last = after;
    } else if (word(last, DateRole::part)) {
      if (raw.hour < 12 && is_one_of(d_, last, "sore", "petang", "malam")) raw.hour += 12;
      if (raw.hour < 5 && is_word(d_, last, "siang")) raw.hour += 12;
      ++last;
    }
    raw.span = {k, last};
    return true;
  }

 public:
  // "20:31 WIB" without pukul: looked for behind a date.
  bool bare_time(uint32_t k, RawDate& raw) const {
    if (d_.mark(k, ')')) ++k;
    if (is_dash(d_, k) || d_.mark(k, '|') || d_.mark(k, ',')) ++k;
    return clock_time(k, raw, false) && (raw.zone >= 0 || d_.mark(k + 1, ':'));
  }

 private:
  const Document& d_;
  std::vector<RawDate> found_;
  uint32_t at_ = 0;
  bool header_ = false;
};

// "15 Februari hingga 20 Maret 2024": one year serves both, across the turn of the year too.
void share_years(std::vector<RawDate>& raws) {
  for (size_t i = raws.size(); i-- > 0;) {
    if (!raws[i].joins_next || i + 1 >= raws.size()) continue;
    RawDate &first = raws[i], &last = raws[i + 1];
    if (first.kind != RawDate::Kind::date || last.kind != RawDate::Kind::date) continue;
    const bool turns = first.month > last.month || (first.month == last.month && first.day > last.day);
    if (first.year == 0 && last.year > 0) {
      first.year = turns ? last.year - 1 : last.year;
      first.year_shared = true;
    } else if (first.year > 0 && last.year == 0) {
      last.year = turns ? first.year + 1 : first.year;
      last.year_shared = true;
    }
  }
}

}  // namespace

std::vector<RawDate> scan_dates(const Document& document) {
  auto found = Scanner(document).scan();
  for (auto& raw : found) {
    RawDate time;
    if (raw.kind == RawDate::Kind::date && Scanner(document).bare_time(raw.span.last, time)) {
      raw.hour = time.hour;
      raw.minute = time.minute;
      raw.zone = time.zone;
    }
  }
  share_years(found);
  return found;
}

int spoken_year(const Document& d) {
  std::map<int, int> counts;
  Hits hits(d, kNumberTrait);
  for (uint32_t i = hits.next(1); i < d.size(); i = hits.next(i + 1)) {
    if (digits_of(d, i) != 4 || value_of(d, i) < 1990 || value_of(d, i) > kLastYear || d.is(i, text::kBoilerplate)) continue;
    if (!d.atom(i - 1).word() || !d.is(i, text::kSpaceBefore)) continue;
    const bool law = is_word(d, i - 1, "tahun") && i >= 2 && d.atom(i - 2).number();  // Nomor 10 Tahun 2016
    if (!law) ++counts[value_of(d, i)];
  }
  int year = 0, most = 0;
  for (const auto& [y, n] : counts)
    if (n >= most) {
      most = n;
      year = y;
    }
  return year;
}

}  // namespace netra::extract
