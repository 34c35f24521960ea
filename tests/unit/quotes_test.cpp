// Speech put together from known parts: what is said, who says it and how it is marked must be found again.
#include <array>
#include <string>
#include <vector>

#include "catch.hpp"
#include "extract/analysis.hpp"
#include "support/texts.hpp"

using namespace netra::extract;

namespace {

struct Marks {
  const char *open, *close;
};
constexpr Marks kMarks[] = {{"\"", "\""},
                            {"\u201C", "\u201D"},
                            {"\u201C", "\""},
                            {"\"", "\u201D"},
                            {"\u00AB", "\u00BB"},
                            {"\u201E", "\u201D"},
                            {"\u2033", "\u2033"},
                            {"''", "''"},
                            {"``", "''"},
                            {"\u2019\u2019", "\u2019\u2019"},
                            {"\u2018\u2018", "\u2019\u2019"},
                            {"\u2018", "\u2019"},
                            {"'", "'"}};
constexpr const char* kSaid[] = {"Kami meminta seluruh pegawai menjaga netralitas", "Jangan ada yang ikut kampanye di kantor ini",
                                 "Semua laporan warga akan ditindaklanjuti secepatnya", "Petugas sudah bekerja sejak pagi tadi",
                                 "Logistik tiba besok dan langsung dibagikan ke desa"};
constexpr const char* kAfter[] = {"kata", "ujar", "tutur", "jelas", "tegas", "ungkap", "kata dia,", "imbuh"};
constexpr const char* kBefore[] = {"mengatakan", "menegaskan", "menjelaskan", "mengungkapkan", "menuturkan", "menyatakan"};
constexpr const char* kSpeakers[] = {"Siti Aminah", "Budi Santoso", "La Ode Budiman", "Nur'aini Hasan"};
constexpr const char* kTitles[] = {"Ketua KPU Ngawi", "Bupati Wonogiri", "Anggota Bawaslu Ende", "Pj Wali Kota Tomohon"};

std::string found(const std::string& text) {
  Analysis a(text);
  std::string out;
  for (const auto& q : a.quotes())
    out += (out.empty() ? "" : "; ") + std::string(a.document().surface(q.span)) + " | " + std::string(q.speaker) + " | " +
           std::string(q.verb) + (q.balanced ? "" : " | open");
  return out;
}

}  // namespace

TEST_CASE("speech between marks has its words and its speaker") {
  texts::Random random(3);
  const auto any = [&](const auto& list) { return list[random.below(std::size(list))]; };
  for (int i = 0; i < 1500; ++i) {
    const Marks marks = any(kMarks);
    const std::string said = any(kSaid), speaker = any(kSpeakers), title = any(kTitles), after = kAfter[random.below(6)],
                      before = any(kBefore);
    const std::string day = random.below(2) ? ", Rabu (23/10/2024)" : "", quoted = marks.open + said;
    std::string text = "Rapat koordinasi itu digelar di balai kota. ", expected = said;
    switch (random.below(6)) {
      case 0:
        text += quoted + "," + marks.close + " " + after + " " + title + " " + speaker + day + ".";
        expected += ", | " + speaker + " | " + after;
        break;
      case 1:
        text += quoted + "," + marks.close + " " + after + " " + title + ", " + speaker + day + ".";
        expected += ", | " + speaker + " | " + after;
        break;
      case 2:
        text += title + " " + speaker + " " + before + ", " + quoted + "." + marks.close;
        expected += ". | " + speaker + " | " + before;
        break;
      case 3:
        text += quoted + marks.close + ", " + after + " " + title + " " + speaker + day + ".";
        expected += " | " + speaker + " | " + after;
        break;
      case 4:
        text += title + " " + speaker + " hadir. " + quoted + "," + marks.close + " " + after + "nya" + day + ".";
        expected += ", | " + speaker + " | " + after;
        break;
      default:
        text += quoted + "," + marks.close + " " + after + " " + speaker + ", " + title + day + ".";
        expected += ", | " + speaker + " | " + after;
    }
    INFO(text);
    CHECK(found(text) == expected);
  }
}

TEST_CASE("speech that goes on behind its verb keeps its speaker") {
  for (const auto& [open, close] : kMarks)
    for (const char* speaker : kSpeakers) {
      const std::string first = kSaid[0], second = kSaid[2];
      const std::string text = std::string("Rapat digelar di balai kota. ") + open + first + "," + close +
                               " kata Ketua KPU Ngawi " + speaker + ". " + open + second + "." + close;
      INFO(text);
      CHECK(found(text) == first + ", | " + speaker + " | kata; " + second + ". | " + speaker + " | ");
    }
}
