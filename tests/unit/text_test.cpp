// UTF-8 in SQLite's idea of a character, character classes, folding, the ICU door.
#include <string>
#include <vector>

#include "catch.hpp"
#include "text/chars.hpp"
#include "text/fold.hpp"
#include "text/icu.hpp"
#include "text/utf8.hpp"

using namespace netra::text;

namespace {

std::string fold(const std::string& word, Diacritics diacritics = Diacritics::remove) {
  char out[2048];
  return std::string(out, fold_word(word, diacritics, out, sizeof out));
}

}  // namespace

TEST_CASE("decode gives one character for a lead byte and all its continuation bytes") {
  auto size = [](const std::string& s) { return decode(s.data(), s.data() + s.size()).size; };
  auto cp = [](const std::string& s) { return decode(s.data(), s.data() + s.size()).cp; };
  CHECK(cp("a") == U'a');
  CHECK(cp("\xC3\xA9") == U'\u00E9');
  CHECK(cp("\xE2\x80\x9C") == U'\u201C');
  CHECK(cp("\xF0\x9F\x98\x80") == U'\U0001F600');
  for (const std::string bad : {"\x80", "\xBF", "\xC3", "\xC3 ", "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xFF",
                                "\xF4\x90\x80\x80", "\xE2\x80", "\xC3\xA9\xA9"})
    CHECK(cp(bad) == kInvalid);
  CHECK(size("\xC3\xA9\xA9\xA9z") == 4);
  CHECK(size("\x80\x80") == 1);
  CHECK(size("\xE2\x82z") == 2);
}

TEST_CASE("characters are counted as substr() counts them") {
  CHECK(count_chars("") == 0);
  CHECK(count_chars("kata") == 4);
  CHECK(count_chars("caf\xC3\xA9") == 4);
  CHECK(count_chars("\x80\x80") == 2);
  CHECK(count_chars("a\x80") == 2);
  CHECK(count_chars("\xC3\xA9\xA9 x") == 3);
  CHECK(clip("caf\xC3\xA9", 4) == 3);
  CHECK(clip("caf\xC3\xA9", 5) == 5);
}

TEST_CASE("encode and decode are inverse") {
  for (char32_t cp : {U'a', U'\x7F', U'\u0080', U'\u07FF', U'\u0800', U'\uFFFD', U'\U00010000', U'\U0010FFFF'}) {
    char bytes[4];
    const size_t n = encode(cp, bytes);
    const Char c = decode(bytes, bytes + n);
    CHECK(c.cp == cp);
    CHECK(c.size == n);
  }
}

TEST_CASE("words fold to one spelling") {
  CHECK(fold("PEMILU") == "pemilu");
  CHECK(fold("Jum'at") == "jumat");
  CHECK(fold("Jum\u2019at") == "jumat");
  CHECK(fold("caf\u00E9") == "cafe");
  CHECK(fold("cafe\u0301") == "cafe");
  CHECK(fold("caf\u00E9", Diacritics::keep) == "caf\u00E9");
  CHECK(fold("cafe\u0301", Diacritics::keep) == "caf\u00E9");
  CHECK(fold("\uFF30\uFF45\uFF4D\uFF49\uFF4C\uFF55") == "pemilu");  // full-width
  CHECK(fold("pil\u00ADkada") == "pilkada");                        // soft hyphen
  CHECK(fold("pil\u200Bkada") == "pilkada");                        // zero-width space
  CHECK(fold("undang\u2010undang") == "undang-undang");
  CHECK(fold("\u00C4\u00D6") == "ao");
  CHECK(fold("Stra\u00DFe") == "strasse");
  CHECK(fold("\u0645\u064F") == "\u0645");  // Arabic vowel point
}

TEST_CASE("a bomb of combining marks stays small") {
  std::string word = "a";
  for (int i = 0; i < 5000; ++i) word += "\u0316\u0301";
  CHECK(fold(word) == "a");
  CHECK(fold(word, Diacritics::keep).size() <= 1 + 2 * 30 + 2);
}

TEST_CASE("fold_text normalises and marks malformed bytes") {
  CHECK(fold_text("Caf\u00E9 P\uFF45MILU") == "cafe pemilu");
  CHECK(fold_text("a\xFF" "b") == "a\uFFFD" "b");
  CHECK(fold_text("") == "");
}

TEST_CASE("fold_text gives a text that grows as its pieces") {
  std::string text, folded;
  auto add = [&](const char* piece, int times) {
    const std::string one = fold_text(piece);
    for (int i = 0; i < times; ++i) text += piece, folded += one;
  };
  add("Pemilu ", 2000);
  add("\uFDFA", 4000);  // a whole phrase in one character: 3 bytes become 33
  add(" \u00E9\u0301", 500);
  add("\uFDFA", 100);
  CHECK(fold_text(text) == folded);
  CHECK(fold_text(text).capacity() < folded.size() + folded.size() / 8);
}

TEST_CASE("runs of unspaced scripts are cut and the pieces tile the run") {
  RunBreaker breaker;
  for (const std::string run : {"\u4E2D\u56FD\u4EBA\u6C11", "\u0E20\u0E32\u0E29\u0E32\u0E44\u0E17\u0E22", "\u3042"}) {
    breaker.start(run);
    size_t last = 0;
    for (size_t end; (end = breaker.next()) != 0; last = end) {
      CHECK(end > last);
      CHECK((end == run.size() || !is_continuation(run[end])));
    }
    CHECK(last == run.size());
  }
}

TEST_CASE("the collation ignores case and accents") {
  const Collator order;
  CHECK(order.compare("Aceh", "aceh") == 0);
  CHECK(order.compare("caf\u00E9", "CAFE") == 0);
  CHECK(order.compare("aceh", "Bali") < 0);
  CHECK(order.compare("Bali", "aceh") > 0);
  CHECK(order.compare("", "a") < 0);
  CHECK(order.compare("a", "") > 0);
  CHECK(order.compare("", "") == 0);
}
