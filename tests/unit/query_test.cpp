// indo_query, kwic, similarity, synonyms.
#include <string>

#include "catch.hpp"
#include "search/compare.hpp"
#include "search/kwic.hpp"
#include "search/query.hpp"
#include "search/synonyms.hpp"

using namespace netra::search;

namespace {

std::string query(const std::string& text, QueryMode mode = QueryMode::all, const std::string& columns = "", Detail detail = Detail::full) {
  return build_query(text, {mode, columns, detail}).value_or("NULL");
}

}  // namespace

TEST_CASE("words, phrases, signs") {
  CHECK(query("pemungutan suara") == "\"pemungutan\" AND \"suara\"");
  CHECK(query("\"pemungutan suara\"") == "\"=pemungutan suara\" OR \"=pemungutan-suara\"");
  CHECK(query("\"suara\"") == "\"=suara\"");
  CHECK(query("~\"pemungutan suara\"") == "\"pemungutan suara\" OR \"pemungutan-suara\"");
  CHECK(query("~\"wali kota\"") == "\"wali kota\" OR \"wali-kota\" OR \"walikota\"");
  CHECK(query("suara -kampanye") == "(\"suara\") NOT (\"kampanye\")");
  CHECK(query("a OR b c") == "(\"a\" OR \"b\") AND \"c\"");
  CHECK(query("a ATAU b") == "\"a\" OR \"b\"");
  CHECK(query("perkemb*") == "\"perkemb\"*");
  CHECK(query("NEAR(suara rakyat, 5)") == "NEAR(\"suara\" \"rakyat\", 5)");
  CHECK(query("judul:suara", QueryMode::all, "judul") == "\"judul\" : \"suara\"");
  CHECK(query("judul:suara") == "\"judul\" AND \"suara\"");
  CHECK(query("suara rakyat", QueryMode::phrase) == "\"=suara rakyat\" OR \"=suara-rakyat\"");
}

TEST_CASE("nothing searchable finds nothing, an empty text is no query") {
  for (const char* text : {"\"", "(", "()", "* ^ :", "-pilkada", "\xF0\x9F\x98\x80", "- - -"}) CHECK(query(text) == "\"\"");
  for (const char* text : {"", " ", "\n\t"}) CHECK(query(text) == "NULL");
}

TEST_CASE("an operator by itself is a word") { CHECK(query("ATAU") == "\"ATAU\""); }

TEST_CASE("stopwords go when other words remain, never from a phrase") {
  CHECK(query("siapa dia") == "\"siapa\" AND \"dia\"");
  CHECK(query("suara untuk rakyat") == "\"suara\" AND \"rakyat\"");
  CHECK(query("\"suara untuk rakyat\"") == "\"=suara untuk rakyat\" OR \"=suara-untuk rakyat\" OR \"=suara untuk-rakyat\"");
}

TEST_CASE("other names, compounds, values") {
  CHECK(query("ASN").find("\"Aparatur Sipil Negara\"") != std::string::npos);
  CHECK(query("aparatur sipil negara").find("\"ASN\"") != std::string::npos);
  CHECK(query("se") == "\"se\"");
  CHECK(query("Prabowo-Gibran") == "\"Prabowo-Gibran\" OR NEAR(\"Prabowo\" \"Gibran\", 1)");
  CHECK(query("kupu-kupu") == "\"kupu-kupu\"");
  CHECK(query("dua puluh tujuh orang") == "(\"dua puluh tujuh\" OR \"=#27\") AND \"orang\"");
  CHECK(query("23 Oktober 2024") == "\"23 Oktober 2024\" OR \"=@2024-10-23\"");
  CHECK(query("UU 10/2016").find("\"10 tahun 2016\" OR \"10 2016\"") != std::string::npos);
  CHECK(query("UU No. 10 Tahun 2016") == query("UU 10/2016"));
  CHECK(query("pasal 71 ayat (1)") == "\"pasal 71\" AND (\"ayat 1\" OR \"ayat 01\")");
  CHECK(query("TPS 27 November").find("\"TPS 27\"") == std::string::npos);
  CHECK(query("Rp 600.000") == "\"600.000\"");
  CHECK(query("undang undang") == "\"undang-undang\" OR \"undang undang\" OR \"undang2\" OR \"UU\"");
  CHECK(query("buku2") == "\"buku-buku\" OR \"buku buku\" OR \"buku2\"");
  CHECK(query("rata rata") == "\"rata-rata\" OR \"rata rata\" OR \"rata2\"");
  CHECK(query("C 1") == "\"C\" AND (\"1\" OR \"01\")");
  for (const char* text : {"non-ASN", "non asn"}) CHECK(query(text).find("\"nonasn\"* OR \"non-asn\"* OR \"non asn\"") == 0);
  CHECK(query("pascapemilu") == query("pasca pemilu"));
  CHECK(query("mk") == query("MK").replace(1, 2, "mk"));
  CHECK(query("se Indonesia") == "\"se\" AND \"Indonesia\"");
  CHECK(query("\u9009\u4e3e") == "\"=\u9009 \u4e3e\"");
  CHECK(expand("asn") == "Aparatur Sipil Negara");
  CHECK(abbreviate("APARATUR SIPIL NEGARA") == "ASN");
  CHECK(expand("tidakada").empty());
}

TEST_CASE("kwic matches every form, in characters") {
  const std::string text = "É, ia menyuarakan\nsuara.";
  const auto hits = kwic(text, "suara");
  REQUIRE(hits.size() == 2);
  CHECK(hits[0].char_start == 7);
  CHECK(hits[0].chars == 11);
  const Concordance line = concordance(text, hits[0], 10);
  CHECK(line.keyword == "menyuarakan");
  CHECK(line.left == "    É, ia ");
  CHECK(line.right == " suara.");
  CHECK(kwic("a b c", "-a").empty());
  CHECK(kwic("pemungutan suara ulang; suara", "\"pemungutan suara\"").size() == 1);
  CHECK(kwic("pemungutan suara ulang; suara", "\"pemungutan suara\" suara").size() == 2);
  CHECK(kwic("perkembangan berkembang", "perkemb*").size() == 1);
  CHECK(kwic("kenetralan, netralitas, netral", "netral").size() == 3);
  CHECK(kwic("ab abc abcd b", "a* abc* ab").size() == 3);
  CHECK(kwic("suara itu berkembang, suara itu", "\"suara itu berk\"*").size() == 1);
}

TEST_CASE("a table without positions gets no phrase, one without columns no filter") {
  const auto of = [](const char* text, Detail detail) { return query(text, QueryMode::all, "judul", detail); };
  CHECK(of("\"suara rakyat\"", Detail::none) == "\"=suara\" AND \"=rakyat\"");
  CHECK(of("Prabowo-Gibran", Detail::column) == "\"Prabowo-Gibran\" OR (\"Prabowo\" AND \"Gibran\")");
  CHECK(of("asn", Detail::none) == "\"asn\" OR (\"Aparatur\" AND \"Sipil\" AND \"Negara\")");
  CHECK(of("NEAR(suara \"sah betul\")", Detail::none) == "\"suara\" AND \"=sah\" AND \"=betul\"");
  CHECK(of("judul:suara", Detail::column) == "\"judul\" : \"suara\"");
  CHECK(of("judul:suara", Detail::none) == "\"suara\"");
  CHECK(of("suara -\"tidak sah\"", Detail::none) == "(\"suara\") NOT (\"=tidak\" AND \"=sah\")");
}

TEST_CASE("similarity and fingerprint") {
  CHECK(similarity("Bawaslu mengawasi kampanye di Bukittinggi", "Bawaslu mengawasi kampanye di Bukittinggi.") == 1.0);
  CHECK(similarity("satu dua tiga empat", "lima enam tujuh delapan") == 0.0);
  CHECK(similarity("", "") == 1.0);
  CHECK_FALSE(fingerprint("!?").has_value());
  CHECK(fingerprint("Bawaslu mengawasi kampanye") == fingerprint("bawaslu, mengawasi kampanye!"));
}
