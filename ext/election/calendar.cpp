#include "election/calendar.hpp"

#include <limits>
#include <vector>

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

bool time_of_day(std::string_view text) noexcept {
  if (text.size() < 6 || (text[0] != ' ' && text[0] != 'T')) return false;
  for (const char c : text.substr(1))
    if (std::string_view("0123456789:.+-Z ").find(c) == std::string_view::npos) return false;
  return digits(text.substr(1, 2)) >= 0 && digits(text.substr(1, 2)) < 24 && text[3] == ':' && digits(text.substr(4, 2)) >= 0 &&
         digits(text.substr(4, 2)) < 60;
}

bool related(std::string_view own, std::string_view asked) noexcept {
  if (own == asked) return true;
  const auto *a = kind_of(own), *b = kind_of(asked);
  return (b && b->parent == own) || (a && a->parent == asked);
}

// The rows with their days as numbers and a bit for each kind they hold for, read once.
struct Period {
  int first, last;
  uint32_t kinds;
  const data::CalendarRow* row;
};
const std::vector<Period>& periods() {
  static const std::vector<Period> all = [] {
    std::vector<Period> read;
    for (const auto& row : data::calendar) {
      uint32_t kinds = 0;
      for (size_t k = 0; k < data::election_kinds.size(); ++k) kinds |= uint32_t{related(row.kind, data::election_kinds[k].code)} << k;
      read.push_back({text::day_number(*text::read_iso(row.starts)), text::day_number(*text::read_iso(row.ends)), kinds, &row});
    }
    return read;
  }();
  return all;
}

uint32_t bit_of(std::string_view kind) noexcept {  // 0: no such kind
  const auto* known = kind_of(kind);
  return known ? uint32_t{1} << (known - data::election_kinds.data()) : 0;
}

}  // namespace

const data::Stage* stage_of(std::string_view code) noexcept {
  for (const auto& stage : data::stages)
    if (stage.code == code) return &stage;
  return nullptr;
}

std::optional<text::Civil> read_day(std::string_view text) noexcept {
  if (text.size() > 10 && !time_of_day(text.substr(10))) return std::nullopt;
  return text::read_iso(text);
}

bool holds_for(const data::CalendarRow& row, std::string_view kind) {
  return (periods()[static_cast<size_t>(&row - data::calendar.data())].kinds & bit_of(kind)) != 0;
}

const data::Stage* stage_at(const text::Civil& civil, std::string_view kind, int year) {
  const int day = text::day_number(civil);
  const uint32_t asked = bit_of(kind);
  const data::CalendarRow* best = nullptr;
  int shortest = std::numeric_limits<int>::max();
  for (const Period& period : periods()) {
    const data::CalendarRow& row = *period.row;
    if (day < period.first || day > period.last || (year != 0 && year != row.year) || !(period.kinds & asked)) continue;
    const bool better_scope = best && best->scope == data::Scope::sebagian && row.scope == data::Scope::semua;
    const bool worse_scope = best && best->scope == data::Scope::semua && row.scope == data::Scope::sebagian;
    const int length = period.last - period.first;
    if (worse_scope || (!better_scope && length >= shortest)) continue;
    best = &row;
    shortest = length;
  }
  return best ? stage_of(best->code) : nullptr;
}

int voting_day(int month, int day, std::string_view kind) {
  const uint32_t asked = bit_of(kind);
  int year = 0;
  for (const Period& period : periods()) {
    const data::CalendarRow& row = *period.row;
    if (!(period.kinds & asked) || row.code != "pemungutan_suara" || row.scope != data::Scope::semua) continue;
    const auto held = text::civil_of(period.first);
    if (held.month != month || held.day != day) continue;
    if (year) return 0;
    year = row.year;
  }
  return year;
}

int election_of(const text::Civil& civil, std::string_view kind) {
  const int day = text::day_number(civil);
  const uint32_t asked = bit_of(kind);
  int holding = 0, next = 0, last = 0;
  for (const Period& period : periods()) {
    const data::CalendarRow& row = *period.row;
    if (!(period.kinds & asked) || row.scope != data::Scope::semua) continue;
    if (day >= period.first && day <= period.last && (holding == 0 || row.year < holding)) holding = row.year;
    if (period.first > day && (next == 0 || row.year < next)) next = row.year;
    if (period.last < day && row.year > last) last = row.year;
  }
  return holding ? holding : next ? next : last;
}

}  // namespace netra::election
