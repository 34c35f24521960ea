#include <string>

#include "catch.hpp"
#include "election/calendar.hpp"
#include "election/stages.hpp"

using namespace netra;
using namespace netra::election;
using extract::Document;

namespace {

std::string code_at(const text::Civil& day, const char* kind, int year = 0) {
  const data::Stage* stage = stage_at(day, kind, year);
  return stage ? std::string(stage->code) : "-";
}

std::string main_code(const std::string& text) {
  const Document d(text);
  const data::Stage* stage = main_stage(d, find_stages(d, find_election(d)));
  return stage ? std::string(stage->code) : "-";
}

std::string roles(const std::string& text) {
  const Document d(text);
  std::string out;
  for (const auto& m : find_stages(d, find_election(d))) out += std::string(m.stage->code) + "/" + role_name(m.role) + (m.situated ? "! " : " ");
  return out;
}

}  // namespace

TEST_CASE("days are days of the calendar") {
  CHECK(read_day("2024-02-29").has_value());
  CHECK(read_day("2024-02-29 23:59").has_value());
  CHECK(read_day("2024-02-29T23:59:01.5+07:00").has_value());
  for (const char* wrong : {"", "2023-02-29", "2024-2-29", "2024-13-01", "2024-00-10", "2024-01-00", "20240229", "2024-02-29x", "2024-02-29 25:00",
                            "2024-02-29 aa:bb", "0000-01-01", "2024-02-29 24:00", "2024-02-29 12:60", "2024-02-29 1", "2024-02-29 12-30", "2024-02-29 12:3-",
                            "2024-02-29 -1:00", "2024-02-29 1-:00", "2024-02-29T12.30"})
    CHECK_FALSE(read_day(wrong).has_value());
}

TEST_CASE("the shortest period that holds the day wins, at every boundary of every row") {
  for (const auto& boundary : data::calendar)
    for (const auto edge : {boundary.starts, boundary.ends})
      for (int shift = -1; shift <= 1; ++shift) {
        const text::Civil day = text::civil_of(text::day_number(*text::read_iso(edge)) + shift);
        const text::IsoText iso(day);
        for (const auto& kind : data::election_kinds) {
          const data::CalendarRow* best = nullptr;  // by plain search over all rows
          int least = 0;
          for (const bool everywhere : {true, false}) {
            for (const auto& row : data::calendar) {
              if ((row.scope == data::Scope::semua) != everywhere || !holds_for(row, kind.code)) continue;
              if (iso.view() < row.starts || iso.view() > row.ends) continue;
              const int length = text::day_number(*text::read_iso(row.ends)) - text::day_number(*text::read_iso(row.starts));
              if (!best || length < least) best = &row, least = length;
            }
            if (best) break;
          }
          const data::Stage* got = stage_at(day, kind.code);
          CHECK((got ? got->code : std::string_view("-")) == (best ? best->code : std::string_view("-")));
        }
      }
}

TEST_CASE("kinds share the calendar of their family") {
  CHECK(code_at({2024, 11, 27}, "pilgub") == "pemungutan_suara");
  CHECK(code_at({2024, 10, 20}, "pilpres") == "pelantikan");
  CHECK(code_at({2024, 10, 20}, "pileg") == "-");
  CHECK(code_at({2024, 10, 20}, "pemilu") == "pelantikan");
  CHECK(code_at({2024, 11, 27}, "pilkades") == "-");
  CHECK(code_at({2024, 11, 27}, "pilkada", 2020) == "-");
  CHECK(election_of({2025, 1, 15}, "pilbup") == 2024);
  CHECK(election_of({2023, 5, 1}, "pilkada") == 2024);
  CHECK(election_of({2026, 5, 1}, "pilkada") == 2024);
  CHECK(voting_day(11, 27, "pilkada") == 2024);
  CHECK(voting_day(12, 9, "pilkada") == 0);  // of 2015 and of 2020
}

TEST_CASE("the tables refer to what is there and in its order") {
  for (size_t i = 1; i < data::stages.size(); ++i) CHECK(data::stages[i - 1].ord < data::stages[i].ord);
  for (const auto& row : data::calendar) {
    CHECK(text::read_iso(row.starts).has_value());
    CHECK(text::read_iso(row.ends).has_value());
    CHECK(row.starts <= row.ends);
  }
  for (const char* name : {"kini", "akan", "lampau", "disebut", "jadwal", "aktivitas", "hukum", "negasi", "headline", "headline_alone", "situated",
                           "least", "least_long", "long_text"}) {
    bool found = false;
    for (const auto& row : data::stage_weights) found = found || row.name == name;
    CHECK(found);
  }
}

TEST_CASE("roles of mentions") {
  CHECK(roles("KPU memasuki masa tenang Pilkada.") == "masa_tenang/kini! ");
  CHECK(roles("KPU bersiap memasuki masa tenang Pilkada.") == "masa_tenang/akan ");
  CHECK(roles("Usai masa tenang, warga ikut pemungutan suara Pilkada.") == "masa_tenang/lampau pemungutan_suara/kini ");
  CHECK(roles("Pelantikan bupati terpilih hasil Pilkada dijadwalkan Februari mendatang.") == "pelantikan/akan ");
  CHECK(roles("Coklit Pilkada 24 Juni - 24 Juli 2024.") == "daftar_pemilih/jadwal ");
  CHECK(roles("Bawaslu melarang ASN ikut kampanye.") == "kampanye/aktivitas ");
}

TEST_CASE("the stage of a text") {
  CHECK(main_code("") == "-");
  CHECK(main_code("Harga cabai naik.") == "-");
  CHECK(main_code("Telinga Butuh Masa Tenang\n\nMasa kampanye Pilkada sedang berlangsung. Masa kampanye membuat bising.") == "kampanye");
  const std::string filler = "Warga desa itu menanam padi di sawah setiap musim hujan bersama keluarga. ";
  std::string longer = "Bupati meminta ASN netral pada Pilkada 2024. ";
  for (int i = 0; i < 12; ++i) longer += filler;
  CHECK(main_code("Warga menanti pemungutan suara Pilkada.") == "pemungutan_suara");
  CHECK(main_code(longer + "Warga menanti pemungutan suara.") == "-");  // in passing
  CHECK(main_code(longer + "Kini daerah memasuki masa kampanye.") == "kampanye");
}

TEST_CASE("spans lie in the text and in order, whatever the bytes") {
  uint32_t seed = 7;
  const char* words[] = {"Pilkada ", "kampanye", " (", ") ", "masa ", "penetapan ", "terpilih ", "2024 ", "dilantik ", "PPK ", ", ", ".\n\n", "\xFF", "\xE2\x80",
                         "27 November ", "verifikasi ", "pleno ", "rekapitulasi ", "MK ", "gugatan ", "\"", "setelah ", "dapil ", "Pj "};
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (int i = 0; i < 60; ++i) {
      seed = seed * 1664525u + 1013904223u;
      text += words[(seed >> 16) % std::size(words)];
    }
    const Document d(text);
    uint32_t last = 0;
    for (const auto& m : find_stages(d, find_election(d))) {
      REQUIRE(m.span.first < m.span.last);
      REQUIRE(m.span.first >= last);
      REQUIRE(m.span.last <= d.size());
      last = m.span.last;
    }
  }
}
