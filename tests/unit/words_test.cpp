// Search words, numbers and dates, sentences, index tokens.
#include <string>
#include <vector>

#include "catch.hpp"
#include "search/tokenizer.hpp"
#include "text/atoms.hpp"
#include "text/numbers.hpp"
#include "text/sentences.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

using namespace netra;

namespace {

// "word|word+colocated+colocated|..." as an index sees the text.
std::string tokens(const std::string& text, search::Options options = {}, int query = 0) {
  search::Tokenizer tokenizer(options);
  std::string out;
  auto sink = [&](const char* token, size_t size, size_t start, size_t end, bool colocated) {
    REQUIRE(size > 0);
    REQUIRE(size <= text::kMaxToken);
    REQUIRE(start <= end);
    REQUIRE(end <= text.size());
    if (!out.empty()) out += colocated ? '+' : '|';
    REQUIRE((!out.empty() || !colocated));
    out.append(token, size);
    return 0;
  };
  REQUIRE((query == 0 ? tokenizer.document(text, sink) : tokenizer.query(text, query == 2, sink)) == 0);
  return out;
}

std::string value(const std::string& text) {
  text::Value v;
  return text::read_number(text, 0, v) ? std::string(v.view()) : "-";
}
std::string date(const std::string& text, bool bare = false) {
  text::Value v;
  return text::read_date(text, 0, bare, v) ? std::string(v.view()) : "-";
}

std::vector<std::string> sentences(const std::string& text) {
  std::vector<std::string> out;
  text::SentenceReader reader(text);
  for (size_t start = 0, end = 0; reader.next(start, end);) out.push_back(text.substr(start, end - start));
  return out;
}

}  // namespace

TEST_CASE("what is written as one word is one position") {
  CHECK(tokens("undang-undang") == "undang-undang");
  CHECK(tokens("buku-buku") == "buku-buku+~buku");
  CHECK(tokens("KTP-nya se-Indonesia di-PHK") == "ktp-nya+~ktp|se-indonesia+~indonesia|di-phk+~phk");
  CHECK(tokens("Prabowo-Gibran") == "prabowo-gibran+prabowo+gibran");
  CHECK(tokens("Jum'at Asy’ari Asyʼari") == "jumat|asyari|asyari");
  CHECK(tokens("S.Pd, M.M. a.n. Ph.D") == "s.pd+spd|m.m+mm|a.n+an|ph.d+phd");
  CHECK(tokens("pe\u00ADmilu pemi\u200Blu") == "pemilu|pemilu");
  CHECK(tokens("caf\u00E9 cafe\u0301 ＦＵＬＬ") == "cafe|cafe|full");
  CHECK(tokens("kompas.com nama@contoh.go.id") == "kompas.com+kompas|nama@contoh.go.id+nama+contoh");
  CHECK(tokens("covid-19 ke-4 1960-an P3K-nya") == "covid-19+covid+19|ke-4+4|1960-an+1960|p3k-nya+p3k");
}

TEST_CASE("what is written as two words is two positions") {
  CHECK(tokens("dan/atau") == "dan|atau");
  CHECK(tokens("3(tiga)") == "3|tiga+#3");
  CHECK(tokens("katanya.Dalam Yanti.SH") == "katanya+~kata|dalam|yanti|sh");
  CHECK(tokens("Pasal 1,2,3") == "pasal|1|2|3");
  CHECK(tokens("Aceh–Medan") == "aceh|medan");
  CHECK(tokens("@nama #Tagar2024") == "nama|tagar2024");
}

TEST_CASE("values and dates stand beside the surface") {
  CHECK(tokens("1.929.000 1,929 juta Rp600 ribu") == "1.929.000+#1929000|1,929+#1929000|juta|rp600+600+#600000|ribu");
  CHECK(tokens("27 dua puluh tujuh") == "27|dua+#27|puluh|tujuh");
  CHECK(tokens("72% 72 persen") == "72+#72%|72+#72%|persen");
  CHECK(tokens("(23/10)") == "23+@--10-23|10");
  CHECK(tokens("23 Oktober 2024") == "23+@--10-23-2024|oktober|2024");
  CHECK(tokens("2024-10-23") == "2024-10-23+2024+10+23+@--10-23-2024");
}

TEST_CASE("a date is one token in an index, and the beginning of it without the year") {
  CHECK(tokens("1 Oktober") == "1+@--10-01|oktober");
  CHECK(tokens("01 Oktober 2024") == "01+@--10-01-2024|oktober|2024");
  CHECK(tokens("01 Oktober", {}, 1) == "01+@--10-01+1|oktober+~oktober");
  CHECK(tokens("1 Oktober", {}, 1) == "1+@--10-01+01|oktober+~oktober");
  CHECK(tokens("11 Oktober", {}, 1) == "11+@--10-11|oktober+~oktober");
  CHECK(tokens("=@2024-10-01", {}, 1) == "@--10-01-2024");
  CHECK(tokens("=@--10-01-2024", {}, 1) == "@--10-01-2024");
  CHECK(tokens("=@--10-01", {}, 2) == "@--10-01");
  CHECK(tokens("=@2024-100-1", {}, 1) == "@2024-100-1");
}

TEST_CASE("numbers that cannot be read for certain have no value") {
  CHECK(value("10.30") == "-");
  CHECK(value("08123") == "-");
  CHECK(value("dua tiga") == "-");
  CHECK(value("satu") == "-");
  CHECK(value("9999999999999999999") == "-");
  CHECK(value("1.000,50") == "#1000.5");
  CHECK(value("dua ratus lima puluh juta lima ratus ribu") == "#250500000");
  CHECK(value("2 juta 500 ribu") == "#2500000");
  CHECK(value("seribu") == "#1000");
  CHECK(value("1,234,567") == "#1234567");
  CHECK(date("31/02/2024") == "-");
  CHECK(date("29/02/2023") == "-");
  CHECK(date("29/02/2024") == "@2024-02-29");
  CHECK(date("23/10") == "-");
  CHECK(date("23/10", true) == "@--10-23");
  CHECK(date("1 Nopember 2024") == "@2024-11-01");
}

TEST_CASE("queries ask for the stem, for surfaces behind =, for a prefix") {
  CHECK(tokens("menyuarakan", {}, 1) == "suara+~suara");
  CHECK(tokens("=menyuarakan suara", {}, 1) == "menyuarakan|suara");
  CHECK(tokens("satu perkemb", {}, 2) == "satu+~satu|perkemb");
  CHECK(tokens("=#27", {}, 1) == "#27+27");
  CHECK(tokens("=#2.7", {}, 1) == "#2.7");
  CHECK(tokens("=#72%", {}, 1) == "#72%");
  CHECK(tokens("=@2024-10-23", {}, 1) == "@--10-23-2024");
  CHECK(tokens("Prabowo-Gibran", {}, 1) == "prabowo-gibran+~prabowo-gibran");
  CHECK(tokens("mendalam", {}, 1) == "~dalam");  // not the preposition
}

TEST_CASE("words are the same wherever they stand in the blocks looked at") {
  const std::string text =
      "Penjabat (Pj.) Bupati mengimbau \u201cASN\u201d netral\u2014tanpa kecuali; KTP-nya, S.Pd. dan 1.929.000 suara pada 27/11/2024 di "
      "sebuahkatayangsangatpanjangsekali dan kata-yang-disambung-sambung http://x.id/a pukul 07.00 WIB\u2026 \u6771\u4eac, caf\u00e9";
  const std::string expected = tokens(text);
  for (size_t shift = 1; shift < 200; ++shift) {
    INFO(shift);
    REQUIRE(tokens(std::string(shift, ' ') + text) == expected);
    REQUIRE(tokens(text + std::string(shift, ' ')) == expected);
  }
}

TEST_CASE("short words found some at a time are those found one by one") {
  const char* const kPieces[] = {"satu", "KPU", "Menyuarakan", " ", " ", " ", ", ", ". ", ".", "-", "'", ":", "/", "27", "2,5", "PPPK2", "\n",
                                 "(", ")", "\"", "?", "\xE2\x80\x9C", "\xE2\x80\x99", "\xE2\x80\x93", "caf\xC3\xA9", "\xC2\xA0", "\xFF",
                                 "abcdefghijklmno", "abcdefghijklmnop", "abcdefghijklmnopqrstuvwxyzabcdefghi", "kompas.com", "https://x.id/a?b",
                                 "\xE6\x9D\xB1\xE4\xBA\xAC", "                                                                      "};
  uint32_t state = 7;
  const auto below = [&](size_t n) { return (state = state * 1664525 + 1013904223) / 65536 % n; };
  size_t together = 0;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (size_t n = below(80); n > 0; --n) text += kPieces[below(std::size(kPieces))];
    std::vector<std::string> one, some;
    const auto spell = [](const text::Word& word) {
      return std::to_string(word.start) + '-' + std::to_string(word.end) + ' ' + std::string(word.view()) + ' ' + text::word_kind_name(word.kind) +
             (word.plain ? "+" : "-");
    };
    text::WordScanner scanner;
    text::Word word;
    scanner.start(text);
    while (scanner.next(word)) one.push_back(spell(word));
    const std::vector<char> exact(text.begin(), text.end());  // reading beyond it is seen by a sanitizer
    scanner.start({exact.data(), exact.size()});
    text::ShortWord words[5];
    const size_t capacity = 1 + below(5);
    do {
      for (size_t n = capacity; n == capacity;) {
        n = scanner.short_words(words, capacity, [](text::ShortWord&) {});
        for (size_t i = 0; i < n; ++i) some.push_back(spell(words[i]));
        together += n;
      }
      if (!scanner.next(word)) break;
      some.push_back(spell(word));
    } while (true);
    REQUIRE(some == one);
  }
  CHECK(together > 1000);
}

TEST_CASE("what is seen at a glance of a number is what reading it gives") {
  const char* words[] = {"satu", "dua", "sembilan", "nol", "sepuluh", "sebelas", "seratus", "seribu", "sejuta", "setriliun", "belas", "orang"};
  const char* behind[] = {"", ".", ",", " ", "  ", "\n", ")", "%", " %", " persen", " juta", " jt", " rb.", " orang", " di", " puluh tujuh",
                          " Oktober 2024", "\u00a0ribu", " \u2013 ", "/", "/10/2024", "-27", ": ", "; dua", " a", " 5", " r", "\tjuta"};
  for (const char* word : words)
    for (const char* rest : behind) {
      const std::string text = std::string(word) + rest;
      INFO(text);
      text::Value lone, read;
      if (!text::lone_number_word(text, 0, std::string(word).size(), lone)) continue;
      const bool has_value = text::read_number(text, 0, read);
      REQUIRE((lone.size > 0) == has_value);
      if (!has_value) continue;
      REQUIRE(lone.view() == read.view());
      REQUIRE(lone.end == read.end);
    }
  for (const char* figure : {"27", "5", "2024", "08123", "1234567890123456789"})
    for (const char* rest : behind) {
      const std::string text = std::string(figure) + rest;
      INFO(text);
      if (!text::stays_plain(text, 0, std::string(figure).size())) continue;
      text::Value read;
      REQUIRE(!text::read_date(text, 0, false, read));
      if (text::read_number(text, 0, read)) REQUIRE((read.spelled && read.end == std::string(figure).size()));
    }
  text::Value value;
  REQUIRE(text::lone_number_word("dua orang", 0, 3, value));  // the glance is worth something
  REQUIRE(text::stays_plain("27 orang", 0, 2));
}

TEST_CASE("options") {
  search::Options root;
  REQUIRE(search::set_option(root, "stem", "root"));
  CHECK(tokens("menyuarakan 1.929.000", root) == "suara|1.929.000+#1929000");
  search::Options off;
  REQUIRE(search::set_option(off, "STEM", "off"));
  CHECK(tokens("menyuarakan KTP-nya", off) == "menyuarakan|ktp-nya");
  search::Options keep;
  REQUIRE(search::set_option(keep, "diacritics", "keep"));
  CHECK(tokens("caf\u00E9", keep) == "caf\u00E9");
  CHECK_FALSE(search::set_option(keep, "rules", "2"));
  CHECK_FALSE(search::set_option(keep, "stem", "x"));
  CHECK_FALSE(search::set_option(keep, "x", "y"));
}

TEST_CASE("a bad byte or NUL separates and swallows nothing") {
  for (const char* bad : {"\xFF", "\xC3", "\xE2\x82", "\xED\xA0\x80", "\x80", "\xF8\x88\x80\x80\x80"}) {
    const std::string text = std::string("satu") + bad + " dua " + bad + "tiga";
    CHECK(tokens(text).find("satu") == 0);
    CHECK(tokens(text).find("tiga") != std::string::npos);
  }
  CHECK(tokens(std::string("satu\0dua", 8)) == "satu|dua+#2");
}

TEST_CASE("long and hostile runs: bounded tokens, offsets on characters, nothing at the end of memory read") {
  std::vector<std::string> pieces = {"a", "-", "a-", "a.", "1.", "1,", "'", "a'", "\u0301", "a\u0301", "\u00AD", "me", "é", "@", "a@", "http://", "選", "ก",
                                     "Rp1", "_", "a_", "\u200D", "\U0001F468\u200D", "=", "\xF0\x9F"};
  for (const std::string& piece : pieces)
    for (const size_t n : {1u, 15u, 16u, 17u, 31u, 32u, 33u, 34u, 35u, 1023u, 1024u, 1025u, 5000u}) {
      std::string text;
      while (text.size() < n) text += piece;
      const std::vector<char> exact(text.begin(), text.end());  // no terminator: ASan sees a read behind the end
      search::Tokenizer tokenizer;
      size_t last = 0;
      tokenizer.document({exact.data(), exact.size()}, [&](const char*, size_t size, size_t start, size_t end, bool) {
        REQUIRE(size > 0);
        REQUIRE(size <= text::kMaxToken);
        REQUIRE(start >= last);
        REQUIRE(start < end);
        REQUIRE(end <= exact.size());
        last = start;
        return 0;
      });
    }
}

TEST_CASE("the sink's answer stops the tokenizer and is handed on") {
  for (int stop = 1; stop <= 6; ++stop) {
    search::Tokenizer tokenizer;
    int calls = 0;
    const int rc = tokenizer.document("menyuarakan S.Pd 1.929.000 dan", [&](const char*, size_t, size_t, size_t, bool) {
      return ++calls == stop ? 42 : 0;
    });
    CHECK(rc == 42);
    CHECK(calls == stop);
  }
}

TEST_CASE("a watch stops the words inside one word, one stretch without words and one compound, within 128 kB") {
  std::string marks = "a", dashes, word(1 << 20, 'm'), dotted = "a.", parts = "a-";
  for (int i = 0; i < 1 << 19; ++i) marks += "\xCC\x81", dashes += "\xE2\x94\x80 ";
  for (const std::string& text : {marks, dashes, word, dotted + word, parts + word}) {
    struct Count {
      int asked = 0, stop = 0;
    } count;
    const auto stop = [](void* at) { return ++static_cast<Count*>(at)->asked == static_cast<Count*>(at)->stop; };
    text::WordScanner scanner;
    scanner.watch({stop, &count});
    text::Word found;
    scanner.start(text);
    while (scanner.next(found)) {}
    scanner.check();
    CHECK(count.asked >= static_cast<int>(text.size() >> 17));
    count = {0, 2};
    scanner.start(text);
    while (scanner.next(found)) {}
    CHECK(count.asked == 2);
    CHECK(scanner.stopped());
    CHECK_THROWS_AS(scanner.check(), text::Interrupted);
    search::Tokenizer tokenizer;
    tokenizer.watch({stop, &count});
    count = {0, 1};
    size_t given = 0;
    CHECK(tokenizer.document(text, [&](const char*, size_t, size_t, size_t, bool) { return ++given, 0; }) == 0);
    CHECK(given == 0);
    CHECK(tokenizer.stopped());
    scanner.start("lagi");
    CHECK(scanner.next(found));
    CHECK(!scanner.stopped());
  }
}

TEST_CASE("a poll stops the atoms inside a stretch of marks") {
  std::string marks = "a";
  for (int i = 0; i < 1 << 19; ++i) marks += "\xCC\x81";
  int asked = 0;
  const text::Poll poll{[](void* at) { return ++*static_cast<int*>(at) == 2; }, &asked};
  text::AtomScanner scanner(marks, poll);
  text::Atom atom;
  REQUIRE(scanner.next(atom));
  CHECK(asked == 0);
  CHECK_THROWS_AS(scanner.next(atom), text::Interrupted);
  CHECK(asked == 2);
}

TEST_CASE("sentences know abbreviations, quotes and lines") {
  CHECK(sentences("Pj. Bupati La Nita, S.Pd., M.M. hadir. \"Saya siap.\" Ia pergi ke No. 5, Rp1.000,00 dibayar! Benar?") ==
        std::vector<std::string>{"Pj. Bupati La Nita, S.Pd., M.M. hadir.", "\"Saya siap.\"", "Ia pergi ke No. 5, Rp1.000,00 dibayar!", "Benar?"});
  CHECK(sentences("Judul berita\n\nIsi satu\nlanjut. Isi dua.") == std::vector<std::string>{"Judul berita", "Isi satu\nlanjut.", "Isi dua."});
  CHECK(sentences("1. Tahapan kampanye. H. Abdul hadir.") == std::vector<std::string>{"1. Tahapan kampanye.", "H. Abdul hadir."});
  CHECK(sentences(" \n ").empty());
}

TEST_CASE("marks that close a sentence stay with it, marks that open one begin the next") {
  for (const std::string close : {"", "\"", "'", ")", "]", "\u201D", "\u2019", "\u00BB", "\u201D)"})
    for (const std::string open : {"", "\"", "'", "(", "[", "\u201C", "\u2018", "\u201E", "\u00AB", "- ", "\u2013 ", "\u2014 ", "\u2022 ", "* ", "#", "@", "5 "})
      for (const std::string stop : {".", "!", "?", "\u2026", "...", "?!"}) {
        const std::string first = "Rapat itu usai" + stop + close, second = open + "Warga pulang.";
        INFO(first + " " + second);
        CHECK(sentences(first + " " + second) == std::vector<std::string>{first, second});
        CHECK(sentences(first + "\n\n" + second) == std::vector<std::string>{first, second});
        CHECK(sentences(first + "  \n" + second) == std::vector<std::string>{first, second});
      }
  for (const std::string more : {"lalu pulang.", ", kata dia.", "\u00E9tat.", "; lalu.", "\xFF."}) {
    CHECK(sentences("Rapat usai. " + more).size() == 1);
    CHECK(sentences("Rapat usai\n" + more).size() == (more[0] == 'l' || more[0] == '\xC3' ? 1u : 2u));
  }
  CHECK(sentences("Warga a.n. Bupati dan S.Pd. Ia hadir.") == std::vector<std::string>{"Warga a.n. Bupati dan S.Pd.", "Ia hadir."});
  CHECK(sentences("Ada di TPS 12. Ia hadir.").size() == 2);
  CHECK(sentences("12. Ia hadir. 3.Ia").size() == 2);
  CHECK(sentences("Ia.\f\v").size() == 1);
}
