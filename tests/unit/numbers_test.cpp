// Numbers written in every way, put together from known values: what is read must be what was written; and the short cuts of the
// tokenizer must say what the full reading says.
#include "text/numbers.hpp"

#include <array>
#include <string>

#include "catch.hpp"
#include "support/texts.hpp"
#include "text/civil.hpp"

using namespace netra;

namespace {

constexpr const char* kUnits[] = {"nol",  "satu",  "dua",     "tiga",     "empat",   "lima",
                                  "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"};

std::string below_thousand(unsigned n) {
  if (n < 12) return kUnits[n];
  if (n < 20) return std::string(kUnits[n - 10]) + " belas";
  if (n < 100) return std::string(kUnits[n / 10]) + " puluh" + (n % 10 ? std::string(" ") + kUnits[n % 10] : "");
  return (n < 200 ? std::string("seratus") : std::string(kUnits[n / 100]) + " ratus") +
         (n % 100 ? " " + below_thousand(n % 100) : "");
}

std::string spelled(uint64_t n) {
  static constexpr struct {
    uint64_t value;
    const char* word;
  } kScales[] = {{1'000'000'000'000, "triliun"}, {1'000'000'000, "miliar"}, {1'000'000, "juta"}, {1'000, "ribu"}};
  std::string out;
  for (const auto& scale : kScales) {
    const auto count = static_cast<unsigned>(n / scale.value);
    n %= scale.value;
    if (count == 0) continue;
    if (!out.empty()) out += ' ';
    out += count == 1 && scale.value == 1000 ? "seribu" : below_thousand(count) + " " + scale.word;
  }
  if (n > 0) out += (out.empty() ? "" : " ") + below_thousand(static_cast<unsigned>(n));
  return out;
}

std::string grouped(uint64_t n, char sign) {
  std::string digits = std::to_string(n);
  for (size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, sign);
  return digits;
}

std::string value(const std::string& text, size_t at = 0) {
  text::Value v;
  return text::read_number(text, at, v) ? std::string(v.view()) : "-";
}

}  // namespace

TEST_CASE("numbers in words and figures have their value") {
  texts::Random random(1);
  for (int i = 0; i < 6000; ++i) {
    uint64_t n = random.next() % 1'000'000'000'000'000;
    for (size_t cut = random.below(15); cut > 0; --cut) n /= 10;
    const bool percent = random.below(4) == 0;
    const std::string sign = percent ? (random.below(3) == 0   ? "%"
                                        : random.below(2) == 0 ? " %"
                                                               : " persen")
                                     : "",
                      expected = "#" + std::to_string(n) + (percent ? "%" : "");
    static const char* const kBehind[] = {"", ".", ", kata dia", " orang", " suara", ")", "\n", " (", " dari 9", " rapat"};
    const std::string behind = kBehind[random.below(std::size(kBehind))];
    INFO(n << " " << spelled(n) << " |" << sign << behind << "|");
    if (n > 1) {
      std::string words = spelled(n);
      if (random.below(3) == 0) words[0] = static_cast<char>(words[0] - 32);
      CHECK(value(words + (sign.find('%') == 0 ? " persen" : sign) + behind) == expected);
    }
    CHECK(value(grouped(n, '.') + sign + behind) == expected);
    if (n >= 1'000'000) CHECK(value(grouped(n, ',') + sign + behind) == expected);  // 1,929,000
    if (!percent) CHECK(value("Rp" + grouped(n, '.') + behind) == expected);
    // a fraction: 1,5 juta
    const unsigned whole = 1 + static_cast<unsigned>(random.below(900)), tenths = 1 + static_cast<unsigned>(random.below(9));
    const std::string figure = std::to_string(whole) + "," + std::to_string(tenths);
    CHECK(value(figure + sign + behind) == "#" + std::to_string(whole) + "." + std::to_string(tenths) + (percent ? "%" : ""));
    if (!percent) {
      CHECK(value(figure + " juta" + behind) == "#" + std::to_string(whole * 1'000'000 + tenths * 100'000));
      CHECK(value("Rp" + figure + " miliar" + behind) ==
            "#" + std::to_string(whole * 1'000'000'000ull + tenths * 100'000'000ull));
      const unsigned thousands = 1 + static_cast<unsigned>(random.below(900));
      CHECK(value(std::to_string(whole) + " juta " + std::to_string(thousands) + " ribu" + behind) ==
            "#" + std::to_string(whole * 1'000'000 + thousands * 1000));
    }
  }
}

TEST_CASE("numbers at their bounds") {
  CHECK(value("1,23456789 juta 5 ribu") == "#1239567.89");
  CHECK(value("2 juta 500,25 ribu") == "#2500250");
  CHECK(value("0,000000000000000001") == "#0.000000000000000001");
  CHECK(value("99999999999999999 triliun") == "-");
  CHECK(value("12345678901234567890") == "-");
  CHECK(value("dua puluh puluh") == "#20");
  CHECK(value("seratus ratus") == "#100");
  CHECK(value("sebelas belas") == "#11");
  CHECK(value("dua belas puluh") == "#12");
  CHECK(value("sepuluh sebelas") == "#10");
  CHECK(value("dua puluh seratus") == "#20");
  CHECK(value("dua tiga orang") == "-");
  CHECK(value("satu") == "-");
  CHECK(value("Rpdua") == "-");
  CHECK(value("1,234.50") == "#1234.5");
  CHECK(value("1,234,567.8") == "#1234567.8");
  CHECK(value("1,23,456") == "#1");
  CHECK(value("") == "-");
}

TEST_CASE("a day is the same token in figures and in words") {
  static constexpr const char* kMonths[] = {"Januari", "Februari", "Maret",     "April",   "Mei",      "Juni",
                                            "Juli",    "Agustus",  "September", "Oktober", "November", "Desember"};
  const auto date = [](const std::string& text, size_t at = 0, bool bare = false) {
    text::Value v;
    return text::read_date(text, at, bare, v) ? std::string(v.view()) : "-";
  };
  for (int day = text::day_number({2023, 12, 25}); day < text::day_number({2025, 1, 5}); ++day) {
    const text::Civil c = text::civil_of(day);
    const std::string iso(text::IsoText(c).view()), expected = "@" + iso, d = std::to_string(c.day), m = std::to_string(c.month),
                                                    y = std::to_string(c.year);
    const std::string dd = iso.substr(8), mm = iso.substr(5, 2), without = "@--" + mm + "-" + dd;
    INFO(iso);
    CHECK(date(d + "/" + m + "/" + y) == expected);
    CHECK(date(dd + "-" + mm + "-" + y + ".") == expected);
    CHECK(date(dd + "." + mm + "." + y + " di") == expected);
    CHECK(date(d + "/" + m + "/" + y.substr(2) + ")") == expected);
    CHECK(date(iso) == expected);
    CHECK(date(d + " " + kMonths[c.month - 1] + " " + y) == expected);
    CHECK(date(d + "\u00A0" + kMonths[c.month - 1] + " " + y + ",") == expected);
    CHECK(date(d + " " + std::string(kMonths[c.month - 1]).substr(0, 3) + ". " + y) == expected);
    CHECK(date(d + " " + kMonths[c.month - 1] + " di") == without);
    CHECK(date("(" + d + "/" + m + ")", 1) == without);
    CHECK(date("Rabu, " + d + "/" + m, 6) == without);
    CHECK(date("rapat " + d + "/" + m, 6) == "-");
    CHECK(date(d + "/" + m, 0, true) == without);
  }
  // not days
  for (const char* text :
       {"32/1/2024", "29/2/2023", "1/13/2024", "0/1/2024", "1/1/123", "1/1/12345", "1.1.24", "2024.1.1", "1/", "1/x", "1", "1 x",
        "1Januari", "32 Januari", "1 Januarix", "123/1/2024", "1/123/2024", "2024-13-01", "2024-1-123"})
    CHECK(date(text) == "-");
  for (const char* text : {"3/4", "1 Januari 20245"}) CHECK(date(text, 0, false) == (text[1] == '/' ? "-" : "@--01-01"));
}

TEST_CASE("short cuts say what the full reading says") {
  static const char* const kFronts[] = {"",       "1",     "27",     "2024",    "007",     "1234567", "12345678901234567890",
                                        "dua",    "satu",  "seribu", "sepuluh", "Seratus", "tiga",    "nol",
                                        "sejuta", "puluh", "x"};
  static const char* const kBehinds[] = {"",         ".",          ",",      ";",       ")",
                                         "\n",       "%",          " %",     " persen", " ribu",
                                         " juta",    " rb",        " jt.",   " puluh",  " belas",
                                         " Januari", " Jan",       "/10",    "-10",     ".5",
                                         ".500",     ",5",         "x",      "\t2",     "\xC2\xA0juta",
                                         " x",       "  juta",     " rumah", " jurus",  " 5",
                                         " (",       ". Lalu",     "/x",     "-an",     " ratus",
                                         " suara",   "\xC3\xA9",   " dua",   " seribu", " r",
                                         "-rata",    " \xC2\xA0%", "\"",     ":",       " jo"};
  for (const std::string front : kFronts)
    for (const std::string behind : kBehinds)
      for (const std::string before : {"", "Ada ", "1,", "(", "Rabu "}) {
        const std::string text = before + front + behind;
        const size_t at = before.size(), end = at + front.size();
        INFO(text);
        text::Value full, quick;
        const bool read = text::read_number(text, at, full);
        if (!front.empty() && front[0] >= '0' && front[0] <= '9') {
          if (text::stays_plain(text, at, end) &&
              text::number_end(text.data(), text.data() + at, text.data() + text.size()) == text.data() + end) {
            if (read) CHECK((full.spelled && full.end == end));
            CHECK_FALSE(text::read_date(text, at, false, full));
          }
        } else if (!front.empty() && text::lone_number_word(text, at, end, quick)) {
          CHECK(read == (quick.size > 0));
          if (read) CHECK((quick.view() == full.view() && quick.end == full.end && quick.spelled == full.spelled));
        }
        CHECK((!read || (full.end > at && full.end <= text.size())));
      }
}
