#include "extract/document.hpp"

#include <string>

#include "catch.hpp"
#include "text/utf8.hpp"

using namespace netra;
using namespace netra::extract;

namespace {

std::string parts_of(const std::string& text) {
  std::string names, joined;
  const Document d(text);
  for (const Part& p : d.parts()) {
    names += "BHDYPRCKT"[static_cast<int>(p.kind)];
    joined += text.substr(p.start, p.length);
  }
  CHECK(joined == text);
  return names;
}

}  // namespace

TEST_CASE("atoms cut at hyphens, dots and between letters and digits") {
  const std::string text = "Pj. Bupati Ma'ruf, S.Pd (3x) Rp600 undang-undang caf\xC3\xA9 \xFF ya...";
  const Document d(text);
  std::string joined;
  for (uint32_t i = 0; i < d.size(); ++i) joined += std::string(d.bytes(i)) + "|";
  CHECK(joined == "Pj|.|Bupati|Ma'ruf|,|S|.|Pd|(|3|x|)|Rp|600|undang|-|undang|caf\xC3\xA9|ya|...|");
}

TEST_CASE("start and length count characters") {
  const std::string text = "\xE2\x80\x9CUntuk itu\xE2\x80\x9D kata Siti\xE2\x80\x94" "Bupati";
  const Document d(text);
  for (uint32_t i = 0; i < d.size(); ++i) {
    const Span span{i, i + 1};
    const auto start = d.start(span) - 1;
    // the same count made from the bytes
    CHECK(start == text::count_chars(std::string_view(text).substr(0, d.atom(i).start)));
    CHECK(d.length(span) == text::count_chars(d.surface(span)));
  }
}

TEST_CASE("article parts tile the text") {
  CHECK(parts_of("") == "");
  CHECK(parts_of("   \n") == "B");
  CHECK(parts_of("Judul Berita Hari Ini\n\nJAMBI - Isi berita.\n\nBACA JUGA:KPU Tebo\nLanjut. (sr)") == "HDBRBC");
  CHECK(parts_of("LAMANINDO.COM, BATAUGA \xE2\x80\x93 Di tengah persiapan.") == "DB");
  CHECK(parts_of("SEPUTARSULTRA.COM-Dalam rangka pemilihan.") == "DB");
  CHECK(parts_of("BUKITTINGGI, KOMPAS86.com\nDalam rangka pemilihan.") == "DB");
  CHECK(parts_of("Judul\nJudul\nIsi berita panjang.") == "HHB");
  CHECK(parts_of("Anak-anak bermain di taman.") == "B");
}

TEST_CASE("regions are found in the text") {
  const std::string text = "Bupati Buton Selatan";
  const Document d(text);
  const Match* m = d.match(1, Kind::region);
  REQUIRE(m != nullptr);
  CHECK(data::regions[m->row].code == "74.15");
}

TEST_CASE("an apostrophe that Unicode calls a letter begins no word") {
  const std::string text = "\xCA\xBC\xCA\xBB As\xCA\xBC" "ari \xCA\xBC";
  const Document d(text);
  std::string joined;
  for (uint32_t i = 0; i < d.size(); ++i) joined += std::string(d.bytes(i)) + "|";
  CHECK(joined == "\xCA\xBC|\xCA\xBB|As\xCA\xBC" "ari|\xCA\xBC|");
}
