#include "support/texts.hpp"

#include <cstdio>
#include <cstdlib>

namespace texts {

std::string repeat(std::string_view unit, size_t bytes) {
  std::string out;
  out.reserve(bytes + unit.size());
  while (out.size() < bytes) out += unit;
  return out;
}

namespace {

template <class Make>
std::string counted(size_t bytes, Make make) {
  std::string out;
  for (size_t i = 0; out.size() < bytes; ++i) out += make(i);
  return out;
}

std::string wrapped(std::string_view open, std::string_view close, size_t bytes) {
  return repeat(open, bytes / 2) + repeat(close, bytes / 2);
}

std::string random_bytes(size_t bytes) {
  Random random(7);
  std::string out(bytes, '\0');
  for (char& c : out) c = static_cast<char>(random.next() >> 40);
  return out;
}

void append_utf8(std::string& out, uint32_t cp) {
  if (cp < 0x80) {
    out += static_cast<char>(cp);
  } else if (cp < 0x800) {
    out += {static_cast<char>(0xC0 | cp >> 6), static_cast<char>(0x80 | (cp & 63))};
  } else if (cp < 0x10000) {
    out += {static_cast<char>(0xE0 | cp >> 12), static_cast<char>(0x80 | (cp >> 6 & 63)), static_cast<char>(0x80 | (cp & 63))};
  } else {
    out += {static_cast<char>(0xF0 | cp >> 18), static_cast<char>(0x80 | (cp >> 12 & 63)), static_cast<char>(0x80 | (cp >> 6 & 63)),
            static_cast<char>(0x80 | (cp & 63))};
  }
}

std::string random_utf8(size_t bytes) {
  Random random(11);
  std::string out;
  while (out.size() < bytes) {
    uint32_t cp = 1 + static_cast<uint32_t>(random.next() >> 33) % 0x10FFFF;
    if (cp >= 0xD800 && cp <= 0xDFFF) cp = 0x41;
    append_utf8(out, random.below(3) == 0 ? 0x20 + cp % 0x300 : cp);
  }
  return out;
}

// Every character once (and again), in no order, before a letter or a blank.
std::string every_character(size_t bytes) {
  constexpr uint32_t kAll = 0x110000, kStep = 610839;  // coprime
  std::string out;
  for (uint32_t cp = kStep; out.size() < bytes; cp = (cp + kStep) % kAll) {
    if (cp == 0 || (cp >= 0xD800 && cp <= 0xDFFF)) continue;
    append_utf8(out, cp);
    out += cp % 2 ? 'a' : ' ';
  }
  return out;
}

std::string random_words(size_t bytes) {  // pronounceable, unknown to the lexicon
  Random random(13);
  return counted(bytes, [&](size_t) {
    std::string word;
    for (size_t n = 1 + random.below(5); n > 0; --n) word += {"bcdfghjklmnprstw"[random.below(16)], "aiueo"[random.below(5)]};
    return word + " ";
  });
}

#define CLASS(name, expression) \
  { name, [](size_t n) -> std::string { return expression; } }

std::vector<Class> make_classes() {
  return {
      // malformed UTF-8, one class of fault each
      CLASS("lone continuations", repeat("\x80", n)),
      CLASS("lead then many continuations", "\xE2" + repeat("\x80", n)),
      CLASS("leads without continuation", repeat("\xC3", n)),
      CLASS("truncated three-byte", repeat("a\xE2\x82", n)),
      CLASS("truncated four-byte", repeat("\xF0\x9F\x98", n)),
      CLASS("overlong two-byte", repeat("\xC0\xAF", n)),
      CLASS("overlong three-byte", repeat("\xE0\x80\xAF", n)),
      CLASS("overlong four-byte", repeat("\xF0\x80\x80\xAF", n)),
      CLASS("surrogates", repeat("\xED\xA0\x80", n)),
      CLASS("surrogate pairs", repeat("\xED\xA0\xBD\xED\xB8\x80", n)),
      CLASS("beyond U+10FFFF", repeat("\xF4\x90\x80\x80", n)),
      CLASS("five-byte form", repeat("\xF8\x88\x80\x80\x80", n)),
      CLASS("FE and FF", repeat("\xFE\xFF", n)),
      CLASS("words between bad bytes", repeat("suara\xFFrakyat\xC3 ", n)),
      CLASS("nul", std::string(n, '\0')),
      CLASS("words between nul", repeat(std::string_view("suara\0rakyat ", 13), n)),
      CLASS("utf-16 as bytes", repeat(std::string_view("S\0u\0a\0r\0a\0 \0", 12), n)),
      CLASS("noncharacters", repeat("\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xB7\x90", n)),
      CLASS("byte order marks", repeat("\xEF\xBB\xBFkata", n)),
      CLASS("random bytes", random_bytes(n)),
      CLASS("random utf-8", random_utf8(n)),
      CLASS("every character", every_character(n)),
      // one token, one mark
      CLASS("one word", repeat("a", n)),
      CLASS("one capital word", repeat("A", n)),
      CLASS("one number", repeat("7", n)),
      CLASS("me", repeat("me", n)),
      CLASS("memper di ber", repeat("memperdiber", n)),
      CLASS("nya", repeat("nya", n)),
      CLASS("kan", "suara" + repeat("kan", n)),
      CLASS("me words", repeat("mememememememememememememe ", n)),
      CLASS("affixed words of 64 bytes", repeat("memperkeberpengdimemperkebersetertanggungjawabkannyalahpunkahku ", n)),
      CLASS("hyphens", repeat("-", n)),
      CLASS("hyphened letters", repeat("a-", n)),
      CLASS("hyphened word", repeat("undang-", n)),
      CLASS("underscores", repeat("a_", n)),
      CLASS("dots", repeat(".", n)),
      CLASS("dotted abbreviations", repeat("S.Pd.", n)),
      CLASS("dotted letters", repeat("a.", n)),
      CLASS("abbreviations", repeat("S.Pd., M.Si., Dr. H. ", n)),
      CLASS("apostrophes", repeat("'", n)),
      CLASS("apostrophe words", repeat("a'", n)),
      CLASS("typographic apostrophes", repeat("a\xE2\x80\x99", n)),
      CLASS("modifier apostrophes", repeat("\xCA\xBC\xCA\xBB" "a", n)),
      CLASS("at signs", repeat("a@", n)),
      CLASS("address pieces", repeat("a.b-c_d+e@", n)),
      CLASS("hosts", repeat("www.a.co.id/", n)),
      CLASS("url heads", repeat("http://", n)),
      CLASS("urls", repeat("https://kpu.go.id/a?b=1&c=(2) ", n)),
      CLASS("one url", "https://kpu.go.id/" + repeat("a/b", n)),
      CLASS("grouped digits", repeat("1.", n)),
      CLASS("grouped thousands", "1" + repeat(".000", n)),
      CLASS("list of digits", repeat("1,2,", n)),
      CLASS("dates without end", repeat("1/2/", n)),
      CLASS("dashes between digits", repeat("1-", n)),
      CLASS("percent", repeat("1%", n)),
      CLASS("money heads", repeat("Rp1", n)),
      CLASS("letters and digits", repeat("a1", n)),
      // Unicode
      CLASS("combining marks", "a" + repeat("\xCC\x81", n)),
      CLASS("combining marks out of order", "a" + repeat("\xCC\x81\xCC\xA3\xD6\xB0\xE3\x82\x99", n)),
      CLASS("marks without a letter", repeat("\xCD\xA0 ", n)),
      CLASS("letters with 40 marks", counted(n, [](size_t) { return "e" + repeat("\xCC\xA3", 80) + " "; })),
      CLASS("wide decomposition", repeat("\xEF\xB7\xBA", n)),
      CLASS("ligatures", repeat("\xEF\xAC\x81", n)),
      CLASS("hangul jamo", repeat("\xE1\x84\x80\xE1\x85\xA1\xE1\x86\xA8", n)),
      CLASS("fullwidth", repeat("\xEF\xBC\xB3\xEF\xBD\x95\xEF\xBD\x81", n)),
      CLASS("bidi controls", repeat("\xE2\x80\xAE" "a\xE2\x80\xAC\xE2\x81\xA6", n)),
      CLASS("zero width", repeat("\xE2\x80\x8B\xE2\x80\x8D\xC2\xAD", n)),
      CLASS("zero width in words", repeat("su\xE2\x80\x8B" "ara ", n)),
      CLASS("soft hyphens", repeat("de\xC2\xAD", n)),
      CLASS("emoji zwj", repeat("\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7", n)),
      CLASS("emoji zwj once", repeat("\xF0\x9F\x91\xA8\xE2\x80\x8D", n)),
      CLASS("flags and keycaps", repeat("\xF0\x9F\x87\xAE\xF0\x9F\x87\xA9" "1\xEF\xB8\x8F\xE2\x83\xA3", n)),
      CLASS("variation selectors", "a" + repeat("\xEF\xB8\x8F", n)),
      CLASS("tags", repeat("\xF3\xA0\x81\xA1", n)),
      CLASS("han", repeat("\xE6\x9D\xB1\xE4\xBA\xAC\xE9\x83\xBD", n)),
      CLASS("thai", repeat("\xE0\xB8\x81\xE0\xB8\xB2\xE0\xB8\xA3\xE0\xB9\x80\xE0\xB8\xA5\xE0\xB8\xB7\xE0\xB8\xAD\xE0\xB8\x81", n)),
      CLASS("one thai letter", repeat("\xE0\xB8\x81", n)),
      CLASS("khmer marks", "\xE1\x9E\x80" + repeat("\xE1\x9F\x92\xE1\x9E\x80", n)),
      CLASS("javanese", repeat("\xEA\xA6\xB1\xEA\xA6\xAE\xEA\xA6\xB6 ", n)),
      CLASS("han between latin", repeat("a\xE6\x9D\xB1", n)),
      CLASS("arabic", repeat("\xD8\xA7\xD9\x84\xD9\x84\xD9\x87 ", n)),
      CLASS("turkish i", repeat("\xC4\xB0\xC4\xB1Ii", n)),
      CLASS("sharp s", repeat("\xC3\x9F\xE1\xBA\x9E", n)),
      // structure
      CLASS("spaces", repeat(" ", n)),
      CLASS("newlines", repeat("\n", n)),
      CLASS("carriage returns", repeat("\r", n)),
      CLASS("one letter lines", repeat("a\n", n)),
      CLASS("one letter paragraphs", repeat("a\n\n", n)),
      CLASS("unicode spaces", repeat("\xC2\xA0\xE2\x80\xA8\xE3\x80\x80", n)),
      CLASS("open quotes", repeat("\"", n)),
      CLASS("open curly quotes", repeat("\xE2\x80\x9C", n)),
      CLASS("closing curly quotes", repeat("\xE2\x80\x9D", n)),
      CLASS("quoted letters", repeat("\"a", n)),
      CLASS("quote verbs", repeat("\xE2\x80\x9Cya,\xE2\x80\x9D kata ", n)),
      CLASS("single quotes that never close", repeat("'a b ", n)),
      CLASS("quotes of four words", repeat("\xE2\x80\x9Csatu dua tiga empat\xE2\x80\x9D ", n)),
      CLASS("quotes without an opening mark", repeat("satu dua tiga empat\xE2\x80\x9D ", n)),
      CLASS("verbs of saying", repeat("kata ", n)),
      CLASS("saying without end", repeat("mengatakan bahwa ", n)),
      CLASS("deep parentheses", wrapped("(", ")", n)),
      CLASS("deep brackets with words", wrapped("(a [b {", "} c] d)", n)),
      CLASS("closing parentheses", repeat(")", n)),
      CLASS("deep quotes", wrapped("\xE2\x80\x9C'", "'\xE2\x80\x9D", n)),
      CLASS("punctuation", repeat("?!;:,/\\|*&^%$#~<>=+", n)),
      // what extractors look for, without end
      CLASS("capitalised words", repeat("Aminah ", n)),
      CLASS("capitalised letters", repeat("A ", n)),
      CLASS("capitalised nonsense", counted(n, [](size_t i) { return "Xa" + std::to_string(i % 97) + " Qe "; })),
      CLASS("headline of capitals", repeat("BUPATI NGAWI ", n)),
      CLASS("names and commas", repeat("Siti, ", n)),
      CLASS("names joined by dan", repeat("Siti dan ", n)),
      CLASS("titles", repeat("Dr. H. ", n)),
      CLASS("degrees", repeat("S.H., M.H., ", n)),
      CLASS("acting", repeat("Pj. Plt. Plh. ", n)),
      CLASS("offices", repeat("Bupati ", n)),
      CLASS("offices with regions", repeat("Bupati Ngawi ", n)),
      CLASS("districts", repeat("Camat X ", n)),
      CLASS("offices without end", repeat("Ketua Wakil Sekretaris ", n)),
      CLASS("office and open bracket", repeat("Bupati (", n)),
      CLASS("persons", repeat("Bupati Ngawi Siti Aminah ", n)),
      CLASS("deputies", repeat("Bupati Ngawi hadir bersama wakilnya, Budi. ", n)),
      CLASS("nicknames", repeat("Bupati Ngawi Siti Aminah akrab disapa Bu Siti. ", n)),
      CLASS("campaign teams", repeat("Deputi Tim Kampanye Budi-Rahmat ", n)),
      CLASS("units without end", repeat("Kepala Bidang Sistem Kerja Baru Rumah Besar ", n)),
      CLASS("many persons", counted(n, [](size_t i) {
              std::string name = " X";
              for (size_t k = i; ; k /= 20) {
                name += {"bcdfghjklmnprstvwyzq"[k % 20], "aiueo"[k % 5]};
                if (k < 20) break;
              }
              return "Bupati Ngawi" + name + " hadir. ";
            })),
      CLASS("pronouns", "Bupati Ngawi Siti Aminah hadir. " + repeat("Ia kata dia. ", n)),
      CLASS("regions", repeat("Kabupaten Ngawi, Jawa Timur, ", n)),
      CLASS("regency heads", repeat("Kabupaten ", n)),
      CLASS("villages", repeat("Desa Kecamatan ", n)),
      CLASS("ambiguous regions", repeat("Malang Kediri Bogor ", n)),
      CLASS("institutions", repeat("KPU Bawaslu DKPP ", n)),
      CLASS("institution heads", repeat("Komisi Pemilihan ", n)),
      CLASS("laws", repeat("UU 10/2016 Pasal 71 ayat (1) ", n)),
      CLASS("law heads", repeat("Undang-Undang Nomor ", n)),
      CLASS("articles", repeat("Pasal ", n)),
      CLASS("article lists", "Pasal " + repeat("71, 72 dan ", n)),
      CLASS("paragraph lists", "Pasal 1 " + repeat("ayat (1) huruf a ", n)),
      CLASS("juncto", repeat("jo. ", n)),
      CLASS("law and juncto", repeat("UU 1/2015 jo. ", n)),
      CLASS("dates", repeat("23 Oktober 2024 ", n)),
      CLASS("dates with a time", repeat("Rabu (27/11/2024) pukul 13.00 WIB ", n)),
      CLASS("date heads", repeat("23 ", n)),
      CLASS("months", repeat("Oktober ", n)),
      CLASS("ranges", repeat("23-", n)),
      CLASS("weekdays", repeat("Rabu (", n)),
      CLASS("relative days", repeat("kemarin besok lusa ", n)),
      CLASS("stages", repeat("masa kampanye pemungutan suara rekapitulasi ", n)),
      CLASS("stages and negation", repeat("tidak belum akan kampanye ", n)),
      CLASS("violations", repeat("ASN dilarang memberi like, diduga melanggar ", n)),
      CLASS("violations in one sentence", repeat("ASN dilarang ikut kampanye dan berfoto bersama calon jika terbukti dijatuhi sanksi ", n)),
      CLASS("violations by sentence", repeat("ASN dilarang ikut kampanye. ", n)),
      CLASS("sanctions", repeat("dijatuhi sanksi teguran tertulis denda Rp6.000.000 ", n)),
      CLASS("number words", repeat("dua puluh ", n)),
      CLASS("million words", repeat("juta ", n)),
      CLASS("seratus ribu", repeat("seratus ribu dua ", n)),
      CLASS("boilerplate", repeat("BACA JUGA: ", n)),
      CLASS("boilerplate lines", repeat("BACA JUGA: KPU\nReporter: A\n", n)),
      CLASS("datelines", repeat("NGAWI, X \xE2\x80\x93 ", n)),
      CLASS("dateline lines", repeat("NGAWI, X \xE2\x80\x93 a\n", n)),
      CLASS("reduplication", repeat("buku-buku ", n)),
      CLASS("reduplication with change", repeat("sayur-mayur-mayur ", n)),
      CLASS("query operators", repeat("OR AND NOT NEAR( ", n)),
      CLASS("query minus", repeat("-a ", n)),
      CLASS("query quotes", repeat("\"a b\" ", n)),
      CLASS("query stars", repeat("a* ", n)),
      CLASS("query colons", repeat("a:b^c ", n)),
      CLASS("query abbreviations", repeat("ASN KPU ", n)),
      CLASS("markers", repeat("=~#@ ", n)),
      CLASS("unknown words", random_words(n)),
      CLASS("mixture", mixture(1, n)),
      CLASS("mixture of others", mixture(2, n)),
  };
}
#undef CLASS

}  // namespace

const std::vector<Class>& classes() {
  static const std::vector<Class> kClasses = [] {
    std::vector<Class> list = make_classes();
    if (const char* const wanted = std::getenv("NETRA_CLASSES")) {
      size_t part = 0, parts = 0, i = 0;
      if (std::sscanf(wanted, "%zu/%zu", &part, &parts) == 2 && parts > 0)
        std::erase_if(list, [&](const Class&) { return i++ % parts != part % parts; });
      else
        std::erase_if(list, [&](const Class& c) { return std::string_view(c.name).find(wanted) == std::string_view::npos; });
    }
    return list;
  }();
  return kClasses;
}

const std::vector<std::pair<const char*, std::string>>& bad_bytes() {
  static const std::vector<std::pair<const char*, std::string>> kBad = {
      {"nul", std::string(1, '\0')},
      {"three nul", std::string(3, '\0')},
      {"continuation", "\x80"},
      {"continuations", "\xBF\x80\xBF"},
      {"C0", "\xC0"},
      {"C1 continuation", "\xC1\xBF"},
      {"lead of two", "\xC3"},
      {"lead of three", "\xE2"},
      {"two of three", "\xE2\x82"},
      {"lead of four", "\xF0"},
      {"two of four", "\xF0\x9F"},
      {"three of four", "\xF0\x9F\x98"},
      {"overlong slash", "\xC0\xAF"},
      {"overlong of three", "\xE0\x80\xAF"},
      {"overlong of four", "\xF0\x80\x80\xAF"},
      {"high surrogate", "\xED\xA0\x80"},
      {"low surrogate", "\xED\xBF\xBF"},
      {"beyond the last", "\xF4\x90\x80\x80"},
      {"five bytes", "\xF8\x88\x80\x80\x80"},
      {"six bytes", "\xFC\x84\x80\x80\x80\x80"},
      {"FE", "\xFE"},
      {"FF", "\xFF"},
      {"too many continuations", "\xC3\xA9\x80\x80"},
  };
  return kBad;
}

std::string mixture(uint64_t seed, size_t bytes) {
  static const std::vector<std::string_view> kPieces = {
      "Pj. Bupati Ngawi ", "Siti Aminah, M.Si., ", "mengatakan ", "\xE2\x80\x9C", "\xE2\x80\x9D", "(", ")", "23 Oktober 2024", "Rabu (23/10/2024)",
      "UU Nomor 10 Tahun 2016 ", "Pasal 71 ayat (1) huruf b ", "Kabupaten ", "Kota Malang ", "KPU RI ", "Bawaslu ", "masa kampanye ", "tidak ",
      "diduga ", "melanggar kode etik ", "sanksi ", "Rp600 juta ", "undang-undang ", "KTP-nya ", "Jum'at ", "dan/atau ", "\n", "\n\n", "\r\n", " ", "-",
      ".", ",", "\"", "'", "27 ", "1.929.000 ", "72% ", "dua puluh ", "BACA JUGA: ", "Reporter: ", "ia ", "kemarin ", "NGAWI, ", "\xE2\x80\x93 ",
      "\xCC\x81", "\xE2\x80\x8B", "\xF0\x9F\x91\x8D", "\xE6\x9D\xB1\xE4\xBA\xAC", "\xE0\xB8\x81\xE0\xB8\xB2", "A", "z", "mantan ", "Wakil ", "DPRD ",
      "kompas.com ", "a@b.id ", "https://x.id/y ", "=", "~", "#", "@", "*", ":", "^", "OR ", "NEAR(", "Dr. ", "H. ", "S.Pd ", "memberi like "};
  Random random(seed);
  std::string out;
  while (out.size() < bytes) {
    switch (random.below(12)) {
      case 0:
        out += bad_bytes()[random.below(bad_bytes().size())].second;
        break;
      case 1:
        out += static_cast<char>(random.next() >> 20);
        break;
      default:
        out += kPieces[random.below(kPieces.size())];
    }
  }
  return out;
}

}  // namespace texts
