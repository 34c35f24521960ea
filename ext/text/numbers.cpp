#include "text/numbers.hpp"

#include <algorithm>
#include <array>

#include "text/chars.hpp"

namespace netra::text {

namespace {

enum class Role : uint8_t { digit, ten, eleven, belas, puluh, ratus, hundred, scale, one_scale, percent, month };
struct NumberWord {
  std::string_view word;
  Role role;
  uint8_t value;  // the digit, the power of ten of a scale, the number of the month
};
constexpr NumberWord kNumberWords[] = {
    {"satu", Role::digit, 1},      {"dua", Role::digit, 2},        {"tiga", Role::digit, 3},      {"empat", Role::digit, 4},
    {"lima", Role::digit, 5},      {"enam", Role::digit, 6},       {"tujuh", Role::digit, 7},     {"delapan", Role::digit, 8},
    {"sembilan", Role::digit, 9},  {"nol", Role::digit, 0},        {"sepuluh", Role::ten, 10},    {"sebelas", Role::eleven, 11},
    {"belas", Role::belas, 0},     {"puluh", Role::puluh, 0},      {"ratus", Role::ratus, 0},     {"seratus", Role::hundred, 0},
    {"ribu", Role::scale, 3},      {"rb", Role::scale, 3},         {"juta", Role::scale, 6},      {"jt", Role::scale, 6},
    {"miliar", Role::scale, 9},    {"milyar", Role::scale, 9},     {"triliun", Role::scale, 12},  {"trilyun", Role::scale, 12},
    {"seribu", Role::one_scale, 3}, {"sejuta", Role::one_scale, 6}, {"semiliar", Role::one_scale, 9}, {"setriliun", Role::one_scale, 12},
    {"persen", Role::percent, 0},  {"prosen", Role::percent, 0},
    {"januari", Role::month, 1}, {"jan", Role::month, 1}, {"februari", Role::month, 2}, {"pebruari", Role::month, 2},
    {"feb", Role::month, 2}, {"maret", Role::month, 3}, {"mar", Role::month, 3}, {"april", Role::month, 4},
    {"apr", Role::month, 4}, {"mei", Role::month, 5}, {"juni", Role::month, 6}, {"jun", Role::month, 6},
    {"juli", Role::month, 7}, {"jul", Role::month, 7}, {"agustus", Role::month, 8}, {"agu", Role::month, 8},
    {"agt", Role::month, 8}, {"ags", Role::month, 8}, {"september", Role::month, 9}, {"sep", Role::month, 9},
    {"sept", Role::month, 9}, {"oktober", Role::month, 10}, {"okt", Role::month, 10}, {"november", Role::month, 11},
    {"nopember", Role::month, 11}, {"nov", Role::month, 11}, {"nop", Role::month, 11}, {"desember", Role::month, 12},
    {"des", Role::month, 12},
};
constexpr size_t kLongestWord = 9;

constexpr bool begins(Role role) noexcept {
  return role == Role::digit || role == Role::ten || role == Role::eleven || role == Role::hundred || role == Role::one_scale;
}

// The names in a hash table, and the first three letters of any name in a bit set: most words end there.
constexpr unsigned kSlots = 256;
constexpr unsigned opening(const char* word) noexcept {  // of at least three letters, case ignored
  return (static_cast<unsigned>(word[0] & 31) << 10) | (static_cast<unsigned>(word[1] & 31) << 5) | static_cast<unsigned>(word[2] & 31);
}
constexpr unsigned slot(std::string_view folded) noexcept {
  unsigned hash = static_cast<unsigned>(folded.size());
  for (const char c : folded) hash = hash * 31 + static_cast<unsigned char>(c);
  return (hash ^ (hash >> 8)) % kSlots;
}

constexpr auto kOpenings = [] {
  std::array<uint32_t, 1024> bits{};
  for (const NumberWord& entry : kNumberWords)
    if (entry.word.size() > 2) bits[opening(entry.word.data()) >> 5] |= 1U << (opening(entry.word.data()) & 31);
  return bits;
}();

constexpr auto kTable = [] {
  std::array<uint8_t, kSlots> table{};  // index into kNumberWords + 1; open addressing
  for (size_t i = 0; i < std::size(kNumberWords); ++i) {
    unsigned at = slot(kNumberWords[i].word);
    while (table[at] != 0) at = (at + 1) % kSlots;
    table[at] = static_cast<uint8_t>(i + 1);
  }
  return table;
}();

const NumberWord* find_number_word(std::string_view word) noexcept {
  if (word.size() < 2 || word.size() > kLongestWord) return nullptr;
  if (word.size() > 2 && !(kOpenings[opening(word.data()) >> 5] >> (opening(word.data()) & 31) & 1)) return nullptr;
  char folded[kLongestWord];
  for (size_t i = 0; i < word.size(); ++i) folded[i] = ascii_lower(word[i]);
  const std::string_view key(folded, word.size());
  for (unsigned at = slot(key); kTable[at] != 0; at = (at + 1) % kSlots)
    if (kNumberWords[kTable[at] - 1].word == key) return &kNumberWords[kTable[at] - 1];
  return nullptr;
}

// Can the word at p, which begins with a letter, be no name of a number, unit or month? False says nothing.
bool opens_no_name(const char* p, const char* end) noexcept {
  if (end - p < 3) return false;
  if (is_ascii_alpha(p[1]) && is_ascii_alpha(p[2])) return !(kOpenings[opening(p) >> 5] >> (opening(p) & 31) & 1);
  return (p[0] | 0x20) != 'r' && (p[0] | 0x20) != 'j';  // of the names only rb and jt have two letters
}

constexpr std::string_view kWeekdays[] = {"senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu", "ahad"};

bool same(std::string_view text, std::string_view word) noexcept {
  if (text.size() != word.size()) return false;
  for (size_t i = 0; i < word.size(); ++i)
    if (ascii_lower(text[i]) != word[i]) return false;
  return true;
}

// Up to four blanks (space, tab, no-break space).
const char* skip_blanks(const char* p, const char* end) noexcept {
  for (int n = 0; n < 4 && p < end; ++n) {
    if (*p == ' ' || *p == '\t') ++p;
    else if (end - p > 1 && p[0] == '\xC2' && p[1] == '\xA0') p += 2;
    else break;
  }
  return p;
}

// The ASCII word at p, or empty when it is longer than any name of interest or something is written on it.
std::string_view word_at(const char* p, const char* end) noexcept {
  const char* q = p;
  while (q < end && q - p <= 12 && is_ascii_alpha(*q)) ++q;
  if (q == p || q - p > 12) return {};
  if (q < end && (is_ascii_digit(*q) || (static_cast<unsigned char>(*q) >= 0x80 && static_cast<unsigned char>(*q) < 0xE2 && *q != '\xC2'))) return {};
  if (end - q > 1 && *q == '-' && is_ascii_alpha(q[1])) return {};
  return {p, static_cast<size_t>(q - p)};
}

struct Decimal {  // mantissa * 10^-scale
  uint64_t mantissa = 0;
  int scale = 0;
};

bool push_digit(Decimal& d, char c) noexcept {
  if (d.mantissa >= 100'000'000'000'000'000ULL) return false;
  d.mantissa = d.mantissa * 10 + static_cast<uint64_t>(c - '0');
  return true;
}

// The figure [p, end) as number_end() cut it; false when its reading is not certain.
bool parse_figure(const char* p, const char* end, Decimal& out) noexcept {
  const char* const comma = std::find(p, end, ',');
  const char* const dot = std::find(p, end, '.');
  if (end - p > 1 && p[0] == '0' && is_ascii_digit(p[1])) return false;  // telephone and serial numbers
  if (end - p > 40) return false;
  const bool english = comma < end && (std::find(comma + 1, end, ',') < end || (dot < end && dot > comma));
  if (dot < end && !english) {  // grouped by dots, or a time, a section, a date
    const char* group = dot;
    for (const char* q = dot; q < end && *q == '.'; q += 4) {
      if (end - q < 4 || !std::all_of(q + 1, q + 4, is_ascii_digit)) return false;
      group = q + 4;
      if (group < end && *group != '.' && *group != ',') return false;
    }
    if (dot - p > 3) return false;
  }
  const char fraction = english ? '.' : ',';
  bool behind = false;
  for (; p < end; ++p) {
    if (*p == fraction) behind = true;
    else if (!is_ascii_digit(*p)) continue;
    else if (!push_digit(out, *p)) return false;
    else out.scale += behind;
  }
  return true;
}

bool scale_up(Decimal& d, int power) noexcept {
  for (; power > 0 && d.scale > 0; --power) --d.scale;
  for (; power > 0; --power) {
    if (d.mantissa >= 100'000'000'000'000'000ULL) return false;
    d.mantissa *= 10;
  }
  return true;
}

bool add(Decimal& sum, Decimal more) noexcept {
  while (sum.scale < more.scale) {
    if (sum.mantissa >= 100'000'000'000'000'000ULL) return false;
    sum.mantissa *= 10, ++sum.scale;
  }
  while (more.scale < sum.scale) {
    if (more.mantissa >= 100'000'000'000'000'000ULL) return false;
    more.mantissa *= 10, ++more.scale;
  }
  sum.mantissa += more.mantissa;
  return true;
}

void write(Decimal d, bool percent, Value& out) noexcept {
  while (d.scale > 0 && d.mantissa % 10 == 0) d.mantissa /= 10, --d.scale;
  char digits[24];
  int n = 0;
  do digits[n++] = static_cast<char>('0' + d.mantissa % 10), d.mantissa /= 10;
  while (d.mantissa > 0);
  while (n <= d.scale && n < 22) digits[n++] = '0';
  size_t size = 0;
  out.text[size++] = '#';
  while (n > 0) {
    out.text[size++] = digits[--n];
    if (n == d.scale && n > 0) out.text[size++] = '.';
  }
  if (percent) out.text[size++] = '%';
  out.size = static_cast<uint8_t>(size);
}

// Number words from p: "dua puluh tujuh juta lima ratus ribu". Moves p behind the last word used.
bool parse_words(const char*& p, const char* end, Decimal& out) noexcept {
  uint64_t total = 0, group = 0;
  int digit = -1, last_scale = 99, words = 0, level = 3;  // level: what the group may still take: 3 hundreds, 2 tens, 1 units
  const char* q = p;
  for (; words < 32; ++words) {  // the longest number below a thousand triliun has 29
    const std::string_view word = word_at(q, end);
    const NumberWord* entry = word.empty() ? nullptr : find_number_word(word);
    if (!entry) break;
    bool fits = true;
    switch (entry->role) {
      case Role::digit:
        fits = digit < 0 && level >= 1;
        if (fits) digit = entry->value;
        break;
      case Role::ten:
      case Role::eleven:
        fits = digit < 0 && level >= 2;
        if (fits) group += entry->value, level = 0;
        break;
      case Role::belas:
        fits = digit > 0 && level >= 2;
        if (fits) group += 10 + static_cast<uint64_t>(digit), digit = -1, level = 0;
        break;
      case Role::puluh:
        fits = digit > 0 && level >= 2;
        if (fits) group += 10 * static_cast<uint64_t>(digit), digit = -1, level = 1;
        break;
      case Role::ratus:
        fits = digit > 0 && level >= 3;
        if (fits) group += 100 * static_cast<uint64_t>(digit), digit = -1, level = 2;
        break;
      case Role::hundred:
        fits = digit < 0 && level >= 3;
        if (fits) group += 100, level = 2;
        break;
      case Role::scale:
      case Role::one_scale: {
        const uint64_t count = group + (digit > 0 ? static_cast<uint64_t>(digit) : 0);
        fits = entry->value < last_scale && (entry->role == Role::scale ? count > 0 : count == 0 && digit < 0);
        if (!fits) break;
        uint64_t power = 1;
        for (int i = 0; i < entry->value; ++i) power *= 10;
        total += (entry->role == Role::scale ? count : 1) * power;
        group = 0, digit = -1, level = 3, last_scale = entry->value;
        break;
      }
      case Role::percent:
      case Role::month:
        fits = false;
        break;
    }
    if (!fits) {
      if (entry->role == Role::digit && digit >= 0 && words == 1) return false;  // "dua tiga": two or three
      break;
    }
    p = q + word.size();
    q = skip_blanks(p, end);
    if (q == p) {
      ++words;
      break;
    }
  }
  if (words == 0) return false;
  out.mantissa = total + group + (digit > 0 ? static_cast<uint64_t>(digit) : 0);
  return true;
}

int two_or_four(std::string_view digits) noexcept {  // a year, or -1
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  if (digits.size() == 4) return value >= 1000 && value <= 2999 ? value : -1;
  return digits.size() == 2 ? 2000 + value : -1;
}

bool valid(int year, int month, int day) noexcept {
  constexpr int kDays[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12 || day < 1 || day > kDays[month - 1]) return false;
  return month != 2 || day < 29 || year < 0 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
}

bool write_date(int year, int month, int day, Value& out) noexcept {
  if (!valid(year, month, day)) return false;
  char* p = out.text;
  *p++ = '@';
  if (year >= 0)
    for (int power = 1000; power > 0; power /= 10) *p++ = static_cast<char>('0' + year / power % 10);
  else
    *p++ = '-';
  *p++ = '-';
  *p++ = static_cast<char>('0' + month / 10);
  *p++ = static_cast<char>('0' + month % 10);
  *p++ = '-';
  *p++ = static_cast<char>('0' + day / 10);
  *p++ = static_cast<char>('0' + day % 10);
  out.size = static_cast<uint8_t>(p - out.text);
  out.spelled = false;
  return true;
}

std::string_view digits_at(const char* p, const char* end) noexcept {
  const char* q = p;
  while (q < end && q - p < 6 && is_ascii_digit(*q)) ++q;
  return {p, static_cast<size_t>(q - p)};
}

int small(std::string_view digits) noexcept {  // day or month, or 0
  if (digits.empty() || digits.size() > 2) return 0;
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

// Is a day and month announced right before p: "(", "Rabu ", "Rabu, "?
bool announced(const char* begin, const char* p) noexcept {
  auto back = [&](int limit) {
    for (int n = 0; n < limit && p > begin && (p[-1] == ' ' || p[-1] == '\t'); ++n) --p;
  };
  back(2);
  if (p > begin && p[-1] == '(') return true;
  if (p > begin && p[-1] == ',') {
    --p;
    back(2);
  }
  const char* q = p;
  while (q > begin && p - q < 7 && is_ascii_alpha(q[-1])) --q;
  const std::string_view word(q, static_cast<size_t>(p - q));
  return std::any_of(std::begin(kWeekdays), std::end(kWeekdays), [&](std::string_view day) { return same(word, day); });
}

}  // namespace

const char* number_end(const char* begin, const char* p, const char* end) noexcept {
  auto digits = [end](const char* q) {
    while (q < end && is_ascii_digit(*q)) ++q;
    return q;
  };
  auto joined = [end](const char* q, char sign) { return q + 1 < end && *q == sign && is_ascii_digit(q[1]); };
  const char* const first = digits(p);
  if (joined(first, '.')) {
    bool grouped = first - p <= 3;
    const char* q = first;
    for (int n = 0; n < 7 && joined(q, '.'); ++n) {
      const char* const next = digits(q + 1);
      if (next - q != 4) grouped = false;
      q = next;
    }
    if (grouped && joined(q, ',')) {  // 1.000,50
      const char* const next = digits(q + 1);
      if (!joined(next, ',')) q = next;
    }
    return q;
  }
  if (joined(first, ',') && !(p - begin >= 2 && p[-1] == ',' && is_ascii_digit(p[-2]))) {
    const char* const second = digits(first + 1);
    if (!joined(second, ',')) {
      if (second - first == 4 && first - p <= 3 && joined(second, '.')) return digits(second + 1);  // 1,234.50
      return second;
    }
    const char* q = first;
    int groups = 0;
    while (groups < 6 && joined(q, ',') && digits(q + 1) - q == 4) q = digits(q + 1), ++groups;
    if (groups >= 2 && first - p <= 3 && !joined(q, ',')) return joined(q, '.') ? digits(q + 1) : q;
  }
  return first;
}

bool begins_number(std::string_view folded) noexcept {
  const NumberWord* entry = find_number_word(folded);
  return entry && begins(entry->role);
}

bool stays_plain(std::string_view text, size_t start, size_t end) noexcept {
  const char* p = text.data() + start;
  const char* const stop = text.data() + end;
  const char* const limit = text.data() + text.size();
  for (; p < stop; ++p)
    if (!is_ascii_digit(*p)) return false;
  if (p == limit) return true;
  const char next = p + 1 < limit ? p[1] : '.';
  if (*p == '.' || *p == '/' || *p == '-') return !is_ascii_digit(next);
  if (*p != ' ') return *p != '%' && *p != '\t' && *p != '\xC2' && !is_ascii_alnum(*p);
  if (!is_ascii_alpha(next)) return next != '%' && next != ' ' && next != '\t' && next != '\xC2';
  return opens_no_name(p + 1, limit);
}

bool lone_number_word(std::string_view text, size_t start, size_t end, Value& out) noexcept {
  const char* const p = text.data() + end;
  const char* const limit = text.data() + text.size();
  if (p == limit) return false;
  const bool closed = *p == '.' || *p == ',' || *p == ';' || *p == ':' || *p == ')' || *p == '"' || *p == '\n';
  if (!closed && !(*p == ' ' && limit - p > 1 && is_ascii_alpha(p[1]) && opens_no_name(p + 1, limit))) return false;
  const NumberWord* entry = find_number_word(text.substr(start, end - start));
  if (!entry || !begins(entry->role)) return false;
  out.size = 0;
  if (entry->role == Role::digit && entry->value == 1) return true;
  Decimal value;
  value.mantissa = entry->role == Role::hundred ? 100 : entry->role == Role::one_scale ? 1 : entry->value;
  if (entry->role == Role::one_scale) scale_up(value, entry->value);
  write(value, false, out);
  out.end = end;
  out.spelled = false;
  return true;
}

bool read_number(std::string_view text, size_t at, Value& out) noexcept {
  const char* const end = text.data() + text.size();
  const char* const start = text.data() + at;
  const char* p = start;
  if (p >= end) return false;
  bool money = false;
  if (end - p > 2 && (p[0] | 0x20) == 'r' && (p[1] | 0x20) == 'p' && is_ascii_digit(p[2])) p += 2, money = true;
  Decimal value;
  bool words = false, unit = false;
  if (is_ascii_digit(*p)) {
    // 2 juta 500 ribu: figures with ever smaller units; the last figure may stand without
    int last_scale = 99;
    bool any = false;
    for (int n = 0; n < 5; ++n) {
      const char* const stop = number_end(text.data(), p, end);
      Decimal figure;
      if (!parse_figure(p, stop, figure)) break;
      const char* const q = skip_blanks(stop, end);
      const std::string_view word = word_at(q, end);
      const NumberWord* entry = word.empty() ? nullptr : find_number_word(word);
      const bool scaled = entry && entry->role == Role::scale && entry->value < last_scale && (q > stop || word.size() > 2);
      if (!scaled && any) break;
      if (scaled && !scale_up(figure, entry->value)) return false;
      if (!add(value, figure)) return false;
      any = true;
      p = scaled ? q + word.size() : stop;
      if (!scaled) break;
      unit = true;
      last_scale = entry->value;
      const char* const next = skip_blanks(p, end);
      if (next == p || next >= end || !is_ascii_digit(*next)) break;
      const char* const next_stop = number_end(text.data(), next, end);
      const std::string_view next_word = word_at(skip_blanks(next_stop, end), end);
      const NumberWord* next_entry = next_word.empty() ? nullptr : find_number_word(next_word);
      if (!next_entry || next_entry->role != Role::scale || next_entry->value >= last_scale) break;
      p = next;
    }
    if (!any) return false;
  } else {
    const std::string_view first = word_at(p, end);
    if (money || !parse_words(p, end, value)) return false;
    if (same(first, "satu") && static_cast<size_t>(p - start) == first.size()) return false;
    words = true;
  }
  bool percent = false;
  if (p < end && *p == '%') percent = true, ++p;
  else {
    const char* q = skip_blanks(p, end);
    if (q < end && *q == '%') percent = true, p = q + 1;
    else if (q > p) {
      const std::string_view word = word_at(q, end);
      const NumberWord* entry = word.empty() ? nullptr : find_number_word(word);
      if (entry && entry->role == Role::percent) percent = true, p = q + word.size();
    }
  }
  write(value, percent, out);
  out.end = static_cast<size_t>(p - text.data());
  out.spelled = !words && !money && !unit && !percent && std::all_of(start, p, is_ascii_digit);
  return true;
}

bool read_date(std::string_view text, size_t at, bool bare, Value& out) noexcept {
  const char* const begin = text.data();
  const char* const end = begin + text.size();
  const char* p = begin + at;
  const std::string_view first = digits_at(p, end);
  p += first.size();
  if (first.empty() || p >= end) return false;
  auto done = [&](const char* stop) {
    if (stop < end && is_ascii_digit(*stop)) return false;
    out.end = static_cast<size_t>(stop - begin);
    return true;
  };
  const char sign = *p;
  if (sign == '/' || sign == '-' || sign == '.') {
    const std::string_view second = digits_at(p + 1, end);
    const char* q = p + 1 + second.size();
    if (second.empty()) return false;
    if (q + 1 < end && *q == sign && is_ascii_digit(q[1])) {
      const std::string_view third = digits_at(q + 1, end);
      const char* const stop = q + 1 + third.size();
      if (first.size() == 4) {
        if (sign == '.') return false;
        return small(third) && write_date(two_or_four(first), small(second), small(third), out) && done(stop);
      }
      const int year = two_or_four(third);
      if (year < 0 || (sign == '.' && third.size() != 4)) return false;
      return small(first) && write_date(year, small(second), small(first), out) && done(stop);
    }
    if (sign != '/' || !(bare || announced(begin, begin + at))) return false;
    return small(first) && small(second) && write_date(-1, small(second), small(first), out) && done(q);
  }
  const int day = small(first);
  if (day == 0) return false;
  const char* q = skip_blanks(p, end);
  if (q == p) return false;
  const std::string_view word = word_at(q, end);
  const NumberWord* month = word.empty() ? nullptr : find_number_word(word);
  if (!month || month->role != Role::month) return false;
  q += word.size();
  const bool dotted = word.size() <= 4 && q < end && *q == '.';
  const char* const rest = skip_blanks(dotted ? q + 1 : q, end);
  const std::string_view year = rest > q ? digits_at(rest, end) : std::string_view{};
  if (year.size() == 4 && two_or_four(year) > 0 && write_date(two_or_four(year), month->value, day, out)) return done(rest + 4);
  return write_date(-1, month->value, day, out) && done(q);
}

}  // namespace netra::text
