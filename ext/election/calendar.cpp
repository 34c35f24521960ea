#include "election/calendar.hpp"

#include <limits>

#include "election/kinds.hpp"

namespace netra::election {

namespace {

int digits(std::string_view text) noexcept {  // -1: something else stands there
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

int days_in(int year, int month) noexcept {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[month - 1];
}

bool time_of_day(std::string_view text) noexcept {
  if (text.size() < 6 || (text[0] != ' ' && text[0] != 'T')) return false;
  for (const char c : text.substr(1))
    if (std::string_view("0123456789:.+-Z ").find(c) == std::string_view::npos) return false;
  return digits(text.substr(1, 2)) >= 0 && digits(text.substr(1, 2)) < 24 && text[3] == ':' && digits(text.substr(4, 2)) >= 0 &&
         digits(text.substr(4, 2)) < 60;
}

}  // namespace

const data::Stage* stage_of(std::string_view code) noexcept {
  for (const auto& stage : data::stages)
    if (stage.code == code) return &stage;
  return nullptr;
}

std::optional<std::string_view> read_day(std::string_view text) noexcept {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const int year = digits(text.substr(0, 4)), month = digits(text.substr(5, 2)), day = digits(text.substr(8, 2));
  if (year < 0 || month < 1 || month > 12 || day < 1 || day > days_in(year, month)) return std::nullopt;
  if (text.size() > 10 && !time_of_day(text.substr(10))) return std::nullopt;
  return text.substr(0, 10);
}

int64_t day_number(std::string_view day) noexcept {
  int64_t y = digits(day.substr(0, 4));
  const int64_t m = digits(day.substr(5, 2)), d = digits(day.substr(8, 2));
  y -= m <= 2;  // years begin in March: the leap day is the last
  const int64_t era = (y >= 0 ? y : y - 399) / 400;
  const int64_t of_era = y - era * 400;
  const int64_t of_year = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

int weekday_of(int64_t number) noexcept {
  return static_cast<int>(((number + 3) % 7 + 7) % 7) + 1;  // 1970-01-01 was a Thursday
}

bool holds_for(const data::CalendarRow& row, std::string_view kind) noexcept {
  if (row.kind == kind) return true;
  const auto* asked = kind_of(kind);
  const auto* own = kind_of(row.kind);
  return (asked && asked->parent == row.kind) || (own && own->parent == kind);
}

const data::Stage* stage_at(std::string_view day, std::string_view kind, int year) noexcept {
  const data::CalendarRow* best = nullptr;
  int64_t shortest = std::numeric_limits<int64_t>::max();
  for (const auto& row : data::calendar) {
    if (day < row.starts || day > row.ends || (year != 0 && year != row.year) || !holds_for(row, kind)) continue;
    const bool better_scope = best && best->scope == data::Scope::sebagian && row.scope == data::Scope::semua;
    const bool worse_scope = best && best->scope == data::Scope::semua && row.scope == data::Scope::sebagian;
    const int64_t length = day_number(row.ends) - day_number(row.starts);
    if (worse_scope || (!better_scope && length >= shortest)) continue;
    best = &row;
    shortest = length;
  }
  return best ? stage_of(best->code) : nullptr;
}

int election_of(std::string_view day, std::string_view kind) noexcept {
  int holding = 0, next = 0, last = 0;
  for (const auto& row : data::calendar) {
    if (row.scope != data::Scope::semua || !holds_for(row, kind)) continue;
    if (day >= row.starts && day <= row.ends && (holding == 0 || row.year < holding)) holding = row.year;
    if (row.starts > day && (next == 0 || row.year < next)) next = row.year;
    if (row.ends < day && row.year > last) last = row.year;
  }
  return holding ? holding : next ? next : last;
}

}  // namespace netra::election
