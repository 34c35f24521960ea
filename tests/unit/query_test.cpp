// indo_query, kwic, similarity, synonyms.
#include <string>

#include "catch.hpp"
#include "search/compare.hpp"
#include "search/kwic.hpp"
#include "search/query.hpp"
#include "search/synonyms.hpp"

using namespace netra::search;

namespace {

std::string query(const std::string& text, QueryMode mode = QueryMode::all, const std::string& columns = "") {
  return build_query(text, mode, columns).value_or("NULL");
}

}  // namespace

TEST_CASE("words, phrases, signs") {
  CHECK(query("pemungutan suara") == "\"pemungutan\" AND \"suara\"");
  CHECK(query("\"pemungutan suara\"") == "\"=pemungutan suara\"");
  CHECK(query("~\"pemungutan suara\"") == "\"pemungutan suara\"");
  CHECK(query("suara -kampanye") == "(\"suara\") NOT (\"kampanye\")");
  CHECK(query("a OR b c") == "(\"a\" OR \"b\") AND \"c\"");
  CHECK(query("a ATAU b") == "\"a\" OR \"b\"");
  CHECK(query("perkemb*") == "\"perkemb\"*");
  CHECK(query("NEAR(suara rakyat, 5)") == "NEAR(\"suara\" \"rakyat\", 5)");
  CHECK(query("judul:suara", QueryMode::all, "judul") == "\"judul\" : \"suara\"");
  CHECK(query("judul:suara") == "\"judul\" AND \"suara\"");
  CHECK(query("suara rakyat", QueryMode::phrase) == "\"=suara rakyat\"");
}

TEST_CASE("nothing searchable finds nothing, an empty text is no query") {
  for (const char* text : {"\"", "(", "()", "* ^ :", "-pilkada", "\xF0\x9F\x98\x80", "- - -"}) CHECK(query(text) == "\"\"");
  for (const char* text : {"", " ", "\n\t"}) CHECK(query(text) == "NULL");
}

TEST_CASE("an operator by itself is a word") { CHECK(query("ATAU") == "\"ATAU\""); }

TEST_CASE("stopwords go when other words remain, never from a phrase") {
  CHECK(query("siapa dia") == "\"siapa\" AND \"dia\"");
  CHECK(query("suara untuk rakyat") == "\"suara\" AND \"rakyat\"");
  CHECK(query("\"suara untuk rakyat\"") == "\"=suara untuk rakyat\"");
}

TEST_CASE("other names, compounds, values") {
  CHECK(query("ASN").find("\"Aparatur Sipil Negara\"") != std::string::npos);
  CHECK(query("aparatur sipil negara").find("\"ASN\"") != std::string::npos);
  CHECK(query("se") == "\"se\"");
  CHECK(query("Prabowo-Gibran") == "\"Prabowo-Gibran\" OR \"Prabowo Gibran\"");
  CHECK(query("kupu-kupu") == "\"kupu-kupu\"");
  CHECK(query("dua puluh tujuh orang") == "(\"dua puluh tujuh\" OR \"=#27\") AND \"orang\"");
  CHECK(query("23 Oktober 2024") == "\"23 Oktober 2024\" OR \"=@2024-10-23\"");
  CHECK(expand("asn") == "Aparatur Sipil Negara");
  CHECK(abbreviate("APARATUR SIPIL NEGARA") == "ASN");
  CHECK(expand("tidakada").empty());
}

TEST_CASE("kwic matches every form, in characters") {
  const auto lines = kwic("É, ia menyuarakan\nsuara.", "suara", 10);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].keyword == "menyuarakan");
  CHECK(lines[0].start == 7);
  CHECK(lines[0].length == 11);
  CHECK(lines[0].left == "    É, ia ");
  CHECK(lines[0].right == " suara.");
  CHECK(kwic("a b c", "-a").empty());
  CHECK(kwic("pemungutan suara ulang; suara", "\"pemungutan suara\"").size() == 1);
  CHECK(kwic("perkembangan berkembang", "perkemb*").size() == 1);
}

TEST_CASE("similarity and fingerprint") {
  CHECK(similarity("Bawaslu mengawasi kampanye di Bukittinggi", "Bawaslu mengawasi kampanye di Bukittinggi.") == 1.0);
  CHECK(similarity("satu dua tiga empat", "lima enam tujuh delapan") == 0.0);
  CHECK(similarity("", "") == 1.0);
  CHECK_FALSE(fingerprint("!?").has_value());
  CHECK(fingerprint("Bawaslu mengawasi kampanye") == fingerprint("bawaslu, mengawasi kampanye!"));
}
