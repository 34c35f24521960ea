#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "extract/analysis.hpp"
#include "text/utf8.hpp"

using namespace netra;
using namespace netra::extract;

namespace {

// substr(text, start, length) in characters, start from 1.
std::string characters(const std::string& text, uint32_t start, uint32_t length) {
  const char* const end = text.data() + text.size();
  const char* p = text.data();
  for (uint32_t i = 1; i < start && p < end; ++i) p += text::decode(p, end).size;
  const char* q = p;
  for (uint32_t i = 0; i < length && q < end; ++i) q += text::decode(q, end).size;
  return std::string(p, q);
}

template <class Record>
void check_evidence(const std::string& text, const Document& d, const Record& r) {
  REQUIRE(r.span.first < r.span.last);
  CHECK(characters(text, d.start(r.span), d.length(r.span)) == d.surface(r.span));
}

void check_text(const std::string& text) {
  Analysis analysis(text);
  const Document& d = analysis.document();
  std::string joined;
  for (const Part& part : d.parts()) joined += text.substr(part.start, part.length);
  CHECK(joined == text);
  uint32_t before = 0;
  for (const Official& o : analysis.officials()) {
    check_evidence(text, d, o);
    CHECK(o.span.first >= before);
    CHECK(o->person > 0);
    CHECK((o.confidence > 0 && o.confidence <= 1));
    before = o.span.first;
  }
  for (const RegionMention& m : analysis.regions().mentions()) check_evidence(text, d, m);
  for (const Institution& b : analysis.institutions().mentions()) check_evidence(text, d, b);
}

std::string read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream all;
  all << in.rdbuf();
  return all.str();
}

std::string names(const std::string& text) {
  Analysis analysis(text);
  std::string out;
  for (const Official& o : analysis.officials()) out += (out.empty() ? "" : ";") + std::string(o->name()) + "=" + std::to_string(o->person);
  return out;
}

}  // namespace

TEST_CASE("every row of officials, regions and institutions points at its words") {
  const std::filesystem::path root = NETRA_SOURCE_DIR;
  size_t texts = 0;
  for (const auto& folder : {root / "corpus" / "articles", root / ".." / "shared" / "seeds"}) {
    if (!std::filesystem::is_directory(folder)) continue;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      if (entry.path().extension() != ".txt") continue;
      check_text(read(entry.path()));
      ++texts;
    }
  }
  CHECK(texts >= 30);
}

TEST_CASE("officials of broken texts") {
  for (const std::string text : {"", " ", "Bupati", "Pj.", "Bupati (", "Ketua KPU", "Bupati \xFF\xFE Ende", "Kabupaten", "(Busel)", "Wali Kota,", "yang juga Bupati",
                                 "Camat \xE2\x80\x9C", "H. Drs.", "Bupati dan", "Bupati Ende H.", "Dandim 07/", "Kepala Dinas", "wakilnya,", "Kab. ", "Prof. Dr. Ir."})
    check_text(text);
  std::string long_text;
  for (int i = 0; i < 2000; ++i) long_text += "Bupati Ende Melki Sareng dan Ketua KPU Alor, Maria Goreti, hadir. Camat Sukamaju Rina Hapsari pulang. ";
  check_text(long_text);
}

TEST_CASE("mentions of one person share a number") {
  CHECK(names("Pj Bupati Ende Melki Sareng hadir. Melki pulang. Ketua KPU Ende, Maria Goreti, hadir.") == "Melki Sareng=1;Melki Sareng=1;Maria Goreti=2");
  CHECK(names("Bupati Ende Melki hadir. \"Aman,\" kata Bupati Melki Sareng.") == "Melki Sareng=1;Melki Sareng=1");
  CHECK(names("Ketua KPU Ende Budi Santoso bertemu Ketua KPU Alor Agus Santoso.") == "Budi Santoso=1;Agus Santoso=2");
}

TEST_CASE("a former office goes back to the person named before") {
  Analysis analysis("Kapolres Siak AKBP Dr. Budi Santoso, S.H. hadir. Mantan Kepala Desa Bayan itu diam.");
  const Mentions& officials = analysis.officials();
  REQUIRE(officials.size() == 2);
  CHECK(officials[0]->person == officials[1]->person);
  CHECK(officials[0]->named->rank->rank == "AKBP");
  CHECK(officials[1]->name() == "Budi Santoso");
  CHECK(officials[1]->named == officials[0]->named);  // honorifics, degrees and rank are the person's
}
