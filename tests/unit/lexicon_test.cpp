#include "extract/lexicon.hpp"

#include <memory>
#include <string>

#include "catch.hpp"
#include "extract/analysis.hpp"

using namespace netra::extract;

namespace {

const std::string kGood = R"([ {"kind":"region","form":"Bumi \u0041b\ud83d\ude00","code":"74"} ,{"kind":"honorific","form":"Tuanku"}])";

bool accepted(const std::string& json) {
  try {
    Lexicon lexicon(json);
    return lexicon.json() == json;
  } catch (const LexiconFault& fault) {
    CHECK_FALSE(fault.what.empty());
    CHECK_FALSE(fault.allowed.empty());
    return false;
  }
}

size_t matches_at(const Analysis& analysis, uint32_t i) {
  size_t count = 0;
  for ([[maybe_unused]] const Match m : analysis.document().matches(i)) ++count;
  return count;
}

}  // namespace

TEST_CASE("a lexicon is strict JSON: every prefix and every foreign byte is a fault, never a crash") {
  CHECK(accepted(kGood));
  for (size_t n = 0; n < kGood.size(); ++n) CHECK_FALSE(accepted(kGood.substr(0, n)));
  for (size_t n = 0; n < kGood.size(); ++n)
    for (const char c : {'\0', '\x01', '"', '\\', '{', '[', ']', '}', ',', ':', 'u', '\xFF'}) {
      std::string broken = kGood;
      broken[n] = c;
      accepted(broken);  // may be good by chance; must end
    }
  CHECK_FALSE(accepted(std::string(100000, '[')));
  CHECK_FALSE(accepted("[{\"kind\":\"region\",\"form\":\"\\u0000\",\"code\":\"74\"}]"));
}

TEST_CASE("a lexicon adds to the tables and leaves them as they are") {
  const std::string text = "Warga Bumi Gerbang dan Kabupaten Ende; Bumi Gerbangnya indah.";
  const auto lexicon = std::make_shared<const Lexicon>(R"([{"kind":"region","form":"Bumi Gerbang","code":"35.28"}])");
  Analysis with(text, {}, lexicon), without(text);
  REQUIRE(without.regions().mentions().size() == 1);
  REQUIRE(with.regions().mentions().size() == 2);
  CHECK(with.regions().mentions()[0].region->code == "35.28");
  CHECK(matches_at(with, 0) == matches_at(without, 0));
}

TEST_CASE("forms have at most twelve words") {
  const auto form = [](unsigned words) {
    std::string out;
    for (unsigned i = 0; i < words; ++i) out += "kata ";
    return "[{\"kind\":\"region\",\"form\":\"" + out + "\",\"code\":\"74\"}]";
  };
  CHECK(accepted(form(12)));
  CHECK_FALSE(accepted(form(13)));
  CHECK_FALSE(accepted("[{\"kind\":\"honorific\",\"form\":\"" + std::string(65, 'a') + "\"}]"));
}

TEST_CASE("escapes of JSON become characters") {
  const auto lexicon = [](const std::string& form) {
    return std::make_shared<const Lexicon>("[{\"kind\":\"region\",\"form\":\"" + form + "\",\"code\":\"35.28\"}]");
  };
  for (const auto& [escaped, written] : {std::pair<const char*, const char*>{"Gerbang\\u00E9k", "Gerbang\u00e9k"},
                                         {"G\\u0065rbang\\u20ac", "Gerbang\u20ac"},
                                         {"Ger\\ud83d\\uDE00 Baru", "Ger\U0001F600 Baru"},
                                         {"Ger\\tBaru\\/Lama", "Ger Baru/Lama"}}) {
    Analysis a("Warga " + std::string(written) + " hadir.", {}, lexicon(escaped));
    REQUIRE(a.regions().mentions().size() == 1);
    CHECK(a.document().surface(a.regions().mentions()[0].span) == written);
  }
  for (const char* form : {"\\ud83d", "\\ud83dx", "\\ud83d\\u0041", "\\ud83d\\ue000", "\\ude00", "\\u00g0", "\\x", "\\"})
    CHECK_FALSE(accepted("[{\"kind\":\"honorific\",\"form\":\"" + std::string(form) + "\"}]"));
}

TEST_CASE("what a lexicon may not say is told") {
  const auto told = [](const std::string& json) -> std::string {
    try {
      Lexicon lexicon(json);
      return "accepted";
    } catch (const LexiconFault& fault) {
      return fault.what;
    }
  };
  CHECK(told("[]") == "accepted");
  CHECK(told("[{}]") == "a kind (entry 1 of the lexicon)");
  CHECK(told(R"([{"kind":"degree","form":"S.Tes"},{"kind":"dewan","form":"x"}])") == "a kind (entry 2 of the lexicon)");
  CHECK(told(R"([{"kind":"degree","form":"S.Tes","name":"x"}])") == "a key of the kind degree (entry 1 of the lexicon)");
  CHECK(told(R"([{"kind":"office","form":"x","":"y"}])") == "a key of the kind office (entry 1 of the lexicon)");
  CHECK(told(R"([{"kind":"office","form":"x","form":"y"}])") == "a new key of its entry");
  CHECK(told(R"([{"kind":"office","form":"x","level":"desa"}])") == "accepted");
  CHECK(told(R"([{"kind":"office","form":"x","level":"benua"}])") == "a level (entry 1 of the lexicon)");
  CHECK(told(R"([{"kind":"office"}])") == "a form (entry 1 of the lexicon)");
  CHECK(told(R"([{"kind":"region","form":"x","code":"99"}])") == "the code of a region (entry 1 of the lexicon)");
  CHECK(told(R"([{"kind":"region","form":"x","code":"35.2"}])") == "the code of a region (entry 1 of the lexicon)");
  CHECK(told(R"([{"kind":"institution","form":"x"}])") == "a class (entry 1 of the lexicon)");
  CHECK(told(R"([{"kind":"institution","form":"x","class":"klub"}])") == "a class (entry 1 of the lexicon)");
  CHECK(told(R"([{"kind":"institution","form":"x","class":"masyarakat","level":"provinsi"}])") == "accepted");
  CHECK(told(R"([{"a":"1","b":"1","c":"1","d":"1","e":"1","f":"1","g":"1","h":"1","i":"1"}])").find("a lexicon from byte") == 0);
  CHECK(told("[] x").find("a lexicon from byte") == 0);
  CHECK(told("\t\r\n[ ]\n") == "accepted");
}

TEST_CASE("entries of users mean what the tables mean") {
  const auto found = [](const std::string& json, const std::string& text) {
    Analysis a(text, {}, std::make_shared<const Lexicon>(json));
    std::string out;
    for (const auto& o : a.officials()) out += std::string(o->office) + "|" + std::string(o->unit) + "|" + std::string(o->name()) + ";";
    for (const auto& b : a.institutions().mentions()) out += std::string(b.name) + "|" + std::string(b.abbreviation) + ";";
    return out;
  };
  CHECK(found(R"([{"kind":"office","form":"Panglima Adat","name":"Bupati"}])", "Panglima Adat Ngawi Siti Aminah hadir.") == "Bupati||Siti Aminah;");
  CHECK(found(R"([{"kind":"office","form":"Kabalai","name":"Kepala","unit":"Balai Rimba"}])", "Kabalai Siti Aminah hadir.").find("Kepala|Balai Rimba|Siti Aminah;") == 0);
  CHECK(found(R"([{"kind":"institution","form":"Komisi Sungai","name":"KPU"}])", "Komisi Sungai rapat.").find("Komisi Pemilihan Umum|KPU;") == 0);
  CHECK(found(R"([{"kind":"institution","form":"Komisi Sungai","name":"Komisi Pemilihan Umum"}])", "Komisi Sungai rapat.").find("Komisi Pemilihan Umum|KPU;") == 0);
  CHECK(found(R"([{"kind":"institution","form":"!KSN","class":"masyarakat","abbreviation":"KSN","name":"Komunitas Sungai"}])", "KSN rapat, ksn tidak.").find("Komunitas Sungai|KSN;") == 0);
  // the same form of the same kind again changes nothing; regions may share a name, up to sixteen
  CHECK(found(R"([{"kind":"office","form":"Panglima Adat","name":"Bupati"},{"kind":"office","form":"Panglima Adat","name":"Camat"}])",
              "Panglima Adat Ngawi Siti Aminah hadir.") == "Bupati||Siti Aminah;");
  std::string many = "[";
  for (int i = 1; i <= 20; ++i) many += std::string(i > 1 ? "," : "") + R"({"kind":"region","form":"Bumi Gerbang","code":"35.)" + (i < 10 ? "0" : "") + std::to_string(i) + "\"}";
  const auto shared = std::make_shared<const Lexicon>(many + "]");
  Analysis a("Warga Bumi Gerbang hadir.", {}, shared);
  CHECK(matches_at(a, 1) == 16);
}

TEST_CASE("of a long text that is no lexicon the fault keeps what a message shows") {
  try {
    Lexicon lexicon(std::string(10 << 20, 'a'));
    FAIL("taken for a lexicon");
  } catch (const LexiconFault& fault) {
    CHECK(fault.value == std::string(LexiconFault::kValue, 'a'));
  }
}

TEST_CASE("an entry at the first word of a boilerplate line leaves the line what it is") {
  const std::string text = "Bawaslu Memanggil Camat\n\nNGAWI - Camat hadir.\n\nBaca juga: Bupati Ngawi cuti\n\nSidang ditunda.";
  const auto lexicon = std::make_shared<const Lexicon>(R"([{"kind":"honorific","form":"Baca"},{"kind":"office","form":"Baca juga"}])");
  Analysis with(text, {}, lexicon), without(text);
  REQUIRE(with.document().parts().size() == without.document().parts().size());
  for (size_t p = 0; p < with.document().parts().size(); ++p) CHECK(with.document().parts()[p].kind == without.document().parts()[p].kind);
  uint32_t baca = 0;
  while (with.document().bytes(baca) != "Baca") ++baca;
  CHECK(matches_at(with, baca) == matches_at(without, baca) + 2);
  CHECK((*with.document().matches(baca).begin()).kind == Kind::office);  // of the longest the user's comes first
}
