// Citations written in every way the press writes them, put together from known places: what is read must be what was written.
#include <string>
#include <vector>

#include "catch.hpp"
#include "extract/analysis.hpp"
#include "extract/pinpoints.hpp"
#include "support/texts.hpp"

using namespace netra::extract;

namespace {

// Writes one group of places and keeps what stands in it.
class Writer {
 public:
  explicit Writer(uint64_t seed) : random_(seed) {}

  std::string text;
  std::vector<std::string> places;

  void group() {
    text += one_of({"Pasal ", "pasal ", "Ps. ", "Ps.", "Ps ", "PASAL "});
    if (random_.below(12) == 0) text = "Pasal-pasal ";
    article();
    for (size_t more = random_.below(4); more > 0; --more) {
      if (random_.below(8) == 0 && places.back() == "Pasal " + article_ && figure_ == article_) {
        to_article();
        continue;
      }
      const bool last_plain = places.back() == "Pasal " + article_;
      const bool all_plain = last_plain && random_.below(3) == 0;
      text += all_plain ? one_of({", ", " dan ", ", dan ", " & ", " serta "})
                        : one_of({", Pasal ", " dan Pasal ", ", dan pasal ", " jo. Pasal ", " jo Pasal ", " juncto Pasal ",
                                  " atau Pasal ", " serta Pasal ", ", jo. Pasal "});
      if (all_plain)
        plain_article();
      else
        article();
    }
    close();
  }

 private:
  std::string one_of(std::initializer_list<const char*> choices) { return *(choices.begin() + random_.below(choices.size())); }
  bool chance(size_t n) { return random_.below(n) == 0; }
  std::string number(size_t least = 1) { return std::to_string(least + random_.below(40)); }

  void put(const std::string& within) { places.push_back("Pasal " + article_ + within); }

  void number_article() {
    figure_ = article_ = std::to_string(1 + random_.below(700));
    text += article_;
    if (chance(5)) {
      const char letter = static_cast<char>('A' + random_.below(6));
      article_ += letter;
      text += chance(3) ? static_cast<char>(letter + 32) : letter;
    }
  }
  void plain_article() {
    number_article();
    put("");
  }
  void article() {
    number_article();
    if (chance(2) && paragraphs("")) return;
    if (chance(3)) return letters("");
    if (chance(6)) return numerals("");
    put("");
  }
  void to_article() {  // Pasal 490 sampai Pasal 492
    const int from = std::stoi(figure_), to = from + 1 + static_cast<int>(random_.below(4));
    text += range() + one_of({"Pasal ", "pasal ", ""}) + std::to_string(to);
    for (int n = from + 1; n <= to; ++n) {
      figure_ = article_ = std::to_string(n);
      put("");
    }
  }
  std::string range() {
    return one_of({" sampai ", " sampai dengan ", " hingga ", " s.d. ", " s/d ", " sd ", "-", " \xE2\x80\x93 "});
  }
  std::string between() { return one_of({", ", " dan ", ", dan ", " atau ", " serta "}); }

  bool paragraphs(const std::string&) {
    const bool bracketed = chance(3) ? false : true;
    std::string value = paragraph_number();
    text += one_of({" ayat ", ", ayat ", " ayat "}) + shown(value, bracketed);
    within(" ayat (" + value + ")");
    for (size_t more = random_.below(4); more > 0; --more) {
      const bool again = chance(2) || !bracketed;
      if (chance(5) && plain_end_ && value.find_first_not_of("0123456789") == std::string::npos) {
        const int from = std::stoi(value), to = from + 1 + static_cast<int>(random_.below(4));
        text += range() + (again ? "ayat " : "") + shown(std::to_string(to), bracketed);
        for (int n = from + 1; n < to; ++n) put(" ayat (" + std::to_string(n) + ")");
        value = std::to_string(to);
      } else {
        value = paragraph_number();
        text += (chance(5) && again ? std::string(" jo. ") : between()) + (again ? "ayat " : "") + shown(value, bracketed);
      }
      within(" ayat (" + value + ")");
    }
    return true;
  }
  std::string paragraph_number() {
    return std::to_string(1 + random_.below(9)) + (chance(8) ? std::string(1, static_cast<char>('a' + random_.below(3))) : "");
  }
  static std::string shown(const std::string& value, bool bracketed) { return bracketed ? "(" + value + ")" : value; }

  // What stands within a paragraph.
  void within(const std::string& before) {
    plain_end_ = false;
    if (chance(4)) return letters(before);
    if (chance(8)) return numerals(before);
    plain_end_ = true;
    put(before);
  }

  void letters(const std::string& before) {
    plain_end_ = false;
    char letter = static_cast<char>('a' + random_.below(12));
    text += one_of({" huruf ", ", huruf ", " huruf "}) + std::string(1, chance(6) ? static_cast<char>(letter - 32) : letter);
    auto one = [&] {
      const std::string place = before + " huruf " + letter;
      if (chance(8)) return numerals(place), false;
      put(place);
      return true;
    };
    bool plain = one();
    for (size_t more = random_.below(3); more > 0 && plain; --more) {
      const bool again = chance(2);
      if (chance(4)) {
        const char to = static_cast<char>(letter + 1 + random_.below(4));
        text += range() + (again ? "huruf " : "") + to;
        for (++letter; letter < to; ++letter) put(before + " huruf " + letter);
      } else {
        letter = static_cast<char>('a' + random_.below(20));
        text += between() + (again ? "huruf " : "") + letter;
      }
      plain = one();
    }
  }

  void numerals(const std::string& before) {
    plain_end_ = false;
    int n = 1 + static_cast<int>(random_.below(20));
    text += one_of({" angka ", ", angka ", " butir ", ", butir "}) + std::to_string(n);
    put(before + " angka " + std::to_string(n));
    for (size_t more = random_.below(3); more > 0; --more) {
      if (chance(4)) {
        const int to = n + 1 + static_cast<int>(random_.below(4));
        text += range() + one_of({"", "angka "}) + std::to_string(to);
        while (++n < to) put(before + " angka " + std::to_string(n));
      } else {
        n = 1 + static_cast<int>(random_.below(20));
        text += between() + "angka " + std::to_string(n);
      }
      put(before + " angka " + std::to_string(n));
    }
  }

  void close() {
    text += one_of({" UU 10/2016", " UU Nomor 10 Tahun 2016", " dari UU No. 10 Tahun 2016",
                    " dalam Undang-Undang Nomor 10 Tahun 2016", " UU Nomor 10/2016 tentang Pilkada"});
  }

  texts::Random random_;
  std::string article_, figure_;
  bool plain_end_ = false;
};

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const auto& line : lines) out += line + "; ";
  return out;
}

}  // namespace

TEST_CASE("places within a law are read as they were written") {
  for (uint64_t seed = 1; seed <= 2500; ++seed) {
    Writer writer(seed);
    writer.group();
    const Document d(writer.text);
    std::vector<std::string> got;
    for (const auto& place : read_pinpoints(d, 0).places) got.push_back(place.text());
    INFO(writer.text);
    CHECK(joined(got) == joined(writer.places));
    Analysis analysis("Rapat itu membahas larangan bagi para pegawai negeri menurut " + writer.text);
    got.clear();
    for (const auto& citation : analysis.laws()) {
      CHECK(citation.law->type == "UU");
      got.push_back(citation.text());
    }
    for (auto& place : writer.places) place = "UU 10/2016 " + place;
    CHECK(joined(got) == joined(writer.places));
  }
}
