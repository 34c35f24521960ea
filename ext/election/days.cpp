#include "election/days.hpp"

namespace netra::election {

using extract::Document;

namespace {

int small_number(const Document& d, uint32_t i) noexcept {  // of at most two digits, or -1
  if (i >= d.size() || !d.atom(i).number() || d.atom(i).length > 2) return -1;
  int value = 0;
  for (const char c : d.bytes(i)) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

bool separator(const Document& d, uint32_t i) noexcept { return d.mark(i, '/') || d.mark(i, '-'); }

}  // namespace

int year_at(const Document& d, uint32_t i) noexcept {
  if (i >= d.size() || !d.atom(i).number() || d.atom(i).length != 4) return 0;
  int year = 0;
  for (const char c : d.bytes(i)) {
    if (c < '0' || c > '9') return 0;
    year = year * 10 + (c - '0');
  }
  return year >= 1955 && year <= 2099 ? year : 0;
}

text::Civil day_at(const Document& d, uint32_t i) noexcept {
  const text::Civil none;
  text::Civil found;
  found.day = small_number(d, i);
  if (found.day < 1 || found.day > 31) return none;
  if (const auto m = d.match(i + 1, extract::Kind::month)) {
    found.month = data::months[m->row].number;
    found.year = year_at(d, m->last + (d.mark(m->last, '.') ? 1 : 0));
  } else if (separator(d, i + 1)) {
    found.month = small_number(d, i + 2);
    if (separator(d, i + 3)) {
      found.year = year_at(d, i + 4);
      const int two = small_number(d, i + 4);
      if (!found.year && two >= 10 && two <= 40) found.year = 2000 + two;
    }
  }
  return found.month >= 1 && found.month <= 12 ? found : none;
}

}  // namespace netra::election
