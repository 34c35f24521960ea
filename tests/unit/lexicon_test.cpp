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
  CHECK(with.document().matches(0).size() == without.document().matches(0).size());
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
