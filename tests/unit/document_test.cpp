#include "extract/document.hpp"

#include <algorithm>
#include <string>

#include "catch.hpp"
#include "extract/grammar.hpp"
#include "extract/hits.hpp"
#include "extract/word_keys.hpp"
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
  const auto m = d.match(1, Kind::region);
  REQUIRE(m.has_value());
  CHECK(data::regions[m->row].code == "74.15");
}

TEST_CASE("an apostrophe that Unicode calls a letter begins no word") {
  const std::string text = "\xCA\xBC\xCA\xBB As\xCA\xBC" "ari \xCA\xBC";
  const Document d(text);
  std::string joined;
  for (uint32_t i = 0; i < d.size(); ++i) joined += std::string(d.bytes(i)) + "|";
  CHECK(joined == "\xCA\xBC|\xCA\xBB|As\xCA\xBC" "ari|\xCA\xBC|");
}

TEST_CASE("traits tell what stands at an atom, and next() goes by them") {
  const std::string text = "Judul KPU\n\nBupati Ngawi Siti Aminah, M.Si berkata: \"Pilkada 27 November 2024.\"\nBaca juga: Ketua KPU Ngawi\nia hadir";
  const Document d(text);
  bool boilerplate = false;
  for (uint32_t i = 0; i < d.size(); ++i) {
    CHECK(d.has(i, kCapitalTrait) == d.is(i, text::kCapital));
    CHECK(d.has(i, kNumberTrait) == d.atom(i).number());
    CHECK(d.has(i, kPunctTrait) == d.atom(i).punct());
    CHECK(d.has(i, kBoilerplateTrait) == d.is(i, text::kBoilerplate));
    boilerplate = boilerplate || d.is(i, text::kBoilerplate);
    Traits kinds = 0;
    for (const Match m : d.matches(i)) kinds |= trait(m.kind);
    CHECK(d.has(i, kinds) == (kinds != 0));
    CHECK(!d.has(i, ~(kinds | kCapitalTrait | kNumberTrait | kPunctTrait | kBoilerplateTrait)));
  }
  CHECK(boilerplate);
  CHECK(d.words() == 13);
  for (const Traits wanted : {kCapitalTrait, kPunctTrait, kNumberTrait, traits(Kind::office, Kind::month), trait(Kind::sanction)})
    for (uint32_t i = 0; i <= d.size(); ++i) {
      uint32_t found = i;
      while (found < d.size() && !d.has(found, wanted)) ++found;
      CHECK(Hits(d, wanted).next(i) == found);
      CHECK(d.next(i, wanted, d.size() / 2) == (i > d.size() / 2 ? i : std::min(found, d.size() / 2)));
    }
}

TEST_CASE("hits are the atoms with the traits and those of the sets, whatever the number of atoms") {
  std::string text;
  for (int i = 0; i < 300; ++i) {
    text += i % 13 == 0 ? "Bupati " : i % 70 == 5 ? "\nia " : i % 29 == 0 ? "12, " : "kata ";
    if (i % 17 != 0 && i < 290) continue;
    const Document d(text);
    AtomSet every(d.size());
    for (uint32_t k = 0; k < d.size(); k += 50) every.add(k);
    for (const Traits wanted : {Traits{0}, kCapitalTrait, kNumberTrait | kPunctTrait, trait(Kind::office), trait(Kind::sanction)}) {
      std::vector<uint32_t> expected, found;
      for (uint32_t k = 0; k < d.size(); ++k)
        if (d.has(k, wanted) || every.has(k) || d.is(k, text::kNewlineBefore)) expected.push_back(k);
      Hits hits(d, wanted, &every, &d.lines());
      for (uint32_t k = hits.next(0); k < d.size(); k = hits.next(k + 1)) found.push_back(k);
      CHECK(found == expected);
      CHECK(hits.next(d.size()) == d.size());
    }
  }
}

TEST_CASE("plain_text is a view where the text is plain, and kept where it is not") {
  const std::string text = "Siti Aminah  Budi\nM.Si \xFFNur";
  const Document d(text);
  CHECK(plain_text(d, {0, 2}) == "Siti Aminah");
  CHECK(plain_text(d, {0, 2}).data() == d.text().data());
  CHECK(plain_text(d, {0, 3}) == "Siti Aminah Budi");
  CHECK(plain_text(d, {2, 6}) == "Budi M.Si");
  CHECK(plain_text(d, {5, 7}) == "Si Nur");
  CHECK(plain_text(d, {1, 1}).empty());
}

TEST_CASE("words are one word by their keys whatever their case, accents and apostrophes") {
  const std::string text = "Jumat JUM'AT jumat caf\xC3\xA9 Cafe kafe perpustakaannya PERPUSTAKAANNYA perpustakaannyi";
  const Document d(text);
  KeySet set;
  KeyMap map;
  CHECK((set.empty() && !set.has(word_key(d, 0)) && map.get(word_key(d, 0).hash) == 0));
  for (uint32_t i = 0; i < d.size(); ++i) set.add(word_key(d, i)), map[word_key(d, i).hash] = i + 1;
  CHECK((word_key(d, 0) == word_key(d, 1) && word_key(d, 1) == word_key(d, 2)));
  CHECK((word_key(d, 3) == word_key(d, 4) && !(word_key(d, 4) == word_key(d, 5))));
  CHECK((word_key(d, 6) == word_key(d, 7) && !(word_key(d, 7) == word_key(d, 8))));
  CHECK((map.get(word_key(d, 0).hash) == 3 && map.get(word_key(d, 8).hash) == 9 && map.get(1) == 0));
  for (uint64_t k = 1; k <= 1000; ++k) set.add({k << 20, 1}), map[k << 20] = static_cast<uint32_t>(k);
  for (uint64_t k = 1; k <= 1000; ++k) CHECK((set.has({k << 20, 1}) && map.get(k << 20) == k && !set.has({(k + 1000) << 20, 1})));
  CHECK(lower_key("Budi") == lower_key("bUDI"));
  CHECK(!(lower_key("Budi") == lower_key("Budia")));
}

TEST_CASE("every atom of a dense text knows its characters, matches and number") {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += i % 40 == 7 ? "\xE2\x80\x9CIa\xE2\x80\x9D caf\xC3\xA9 \xFF\x80 " : i % 3 ? "\"a" : "S.H. ";
  const Document d(text);
  AtomNumbers numbers(d.size());
  size_t wrong = 0, known = 0, matches = 0;
  for (uint32_t i = 0; i < d.size(); ++i) {
    wrong += d.start({i, i + 1}) != 1 + text::count_chars(text.substr(0, d.atom(i).start)) || d.length({i, i + 1}) != text::count_chars(d.bytes(i));
    for (const Match m : d.matches(i)) wrong += m.first != i || !d.has(i, trait(m.kind)), ++matches;
    if (d.has(i, kKinds)) numbers.add(i);
  }
  for (uint32_t i = 0; i < d.size(); ++i) wrong += numbers.of(i) != (d.has(i, kKinds) ? static_cast<int>(known++) : -1);
  CHECK(wrong == 0);
  CHECK((known > 1000 && matches > known && known < d.size()));
  CHECK(d.length({0, d.size()}) == text::count_chars(text.substr(0, d.atom(d.size() - 1).end())));
}

TEST_CASE("a run without end is cut into atoms that follow each other and hold whole characters") {
  for (const std::string piece : {"a", "7", "!", "\u00E9", "\u6771", "\U0001D41A"}) {
    std::string text = "x ";
    while (text.size() < 200000) text += piece;
    const Document d(text);
    CAPTURE(piece, d.size());
    CHECK(d.size() >= 4);
    for (uint32_t i = 2; i < d.size(); ++i) {
      CHECK(d.atom(i).start == d.atom(i - 1).end());
      CHECK(d.atom(i).length % piece.size() == 0);
    }
    CHECK(d.atom(d.size() - 1).end() == text.size());
  }
}

TEST_CASE("a long list takes room for what the rest of the text promises") {
  std::string text;
  for (int i = 0; i < 8000; ++i) text += "kata ";
  const Document d(text);
  std::vector<uint32_t> list;
  size_t blocks = 0;
  for (uint32_t i = 0; i < d.size(); ++i) {
    const auto before = list.capacity();
    d.make_room(list, i);
    list.push_back(i);
    blocks += list.capacity() != before && list.size() > kMany;
  }
  CHECK((blocks == 1 && list.capacity() < d.size() + d.size() / 8));
  std::vector<uint32_t> begun(kMany);
  begun.shrink_to_fit();
  d.make_room(begun, 0);
  CHECK(begun.capacity() == 256 * kMany);  // whatever the first atoms promise
  for (uint32_t i = 0; i < d.size(); ++i) {  // at the end of the text there are more than it promised
    d.make_room(list, d.size() - 1);
    list.push_back(i);
  }
  CHECK((list.size() == 2 * d.size() && list.capacity() < 2 * d.size() + d.size() / 2));
}
