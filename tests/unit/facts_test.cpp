#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "catch.hpp"
#include "extract/analysis.hpp"
#include "text/civil.hpp"
#include "text/utf8.hpp"

using namespace netra;
using namespace netra::extract;

TEST_CASE("civil days count one by one") {
  int number = text::day_number({1899, 12, 31});
  int weekday = text::weekday({1899, 12, 31});  // a Sunday
  CHECK(weekday == 7);
  for (int year = 1900; year <= 2100; ++year)
    for (int month = 1; month <= 12; ++month)
      for (int day = 1; day <= text::days_in_month(year, month); ++day) {
        const text::Civil civil{year, month, day};
        weekday = weekday % 7 + 1;
        REQUIRE(text::day_number(civil) == ++number);
        REQUIRE(text::civil_of(number) == civil);
        REQUIRE(text::weekday(civil) == weekday);
        REQUIRE(text::read_iso(text::IsoText(civil).view()) == civil);
      }
  CHECK(text::day_number({1970, 1, 1}) == 0);
  CHECK(text::weekday({2024, 11, 27}) == 3);
}

TEST_CASE("only days of the calendar are read") {
  CHECK(text::read_iso("2024-02-29"));
  CHECK(text::read_iso("2024-02-29 10:00:00"));
  CHECK(text::read_iso("2024-02-29T10:00Z"));
  for (const auto bad : {"", "2024", "2023-02-29", "2024-13-01", "2024-00-10", "2024-1-1", "2024-02-29x", "0000-01-01", "24-02-2024"})
    CHECK_FALSE(text::read_iso(bad));
}

namespace {

// The characters [start, start + length) of the text, start from 1, as SQL's substr gives them.
std::string substr(std::string_view text, uint32_t start, uint32_t length) {
  const char* p = text.data();
  const char* const end = p + text.size();
  auto skip = [&](uint32_t n) {
    for (; n > 0 && p < end; --n) p += text::decode(p, end).size;
  };
  skip(start - 1);
  const char* const from = p;
  skip(length);
  return {from, p};
}

template <class Record>
void check_evidence(const Document& d, const std::vector<Record>& records) {
  for (const auto& r : records) {
    REQUIRE(r.span.first < r.span.last);
    REQUIRE(r.span.last <= d.size());
    CHECK(substr(d.text(), d.start(r.span), d.length(r.span)) == d.surface(r.span));
  }
}

void check_all(const std::string& text) {
  Analysis a(text);
  check_evidence(a.document(), a.dates());
  check_evidence(a.document(), a.laws());
  check_evidence(a.document(), a.quotes());
  check_evidence(a.document(), a.violations());
  check_evidence(a.document(), a.sanctions());
  const double topic = a.neutrality_topic();
  CHECK(topic >= 0);
  CHECK(topic <= 1);
}

}  // namespace

TEST_CASE("evidence of the corpus stands where it is said to stand") {
  size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(NETRA_SOURCE_DIR "/corpus/articles")) {
    std::ifstream in(entry.path(), std::ios::binary);
    std::stringstream buffer;
    buffer << in.rdbuf();
    check_all(buffer.str());
    ++count;
  }
  CHECK(count > 0);
}

TEST_CASE("odd texts do no harm") {
  for (const std::string text : {"", "\"", "\"\"\"\"", "“”“”", "” ”", "''''", "\xFF\xFE", "Pasal", "Pasal ayat (", "UU Nomor", "UU 10/", "1/1/1/1/1", "31/",
                                 "(((((((", "Rabu", "kata", "\" kata", "kata \"", "-nya", "Menurut", "1-1-1-1-1-1 Mei", "99999999999 Mei 99999999999",
                                 "pukul", "pukul 99", "ayat (1) huruf", "Pasal 1 sampai 999999", "Pasal 1 huruf z sampai huruf a UU 1/2000"})
    check_all(text);
  std::string marks, dates;
  for (int i = 0; i < 2000; ++i) {
    marks += i % 3 ? "“a b c d e\" " : "\" x ";
    dates += "1/2/";
  }
  check_all(marks);
  check_all(dates);
}
