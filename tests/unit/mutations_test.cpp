// The sentences of the SQL cases, changed as texts go wrong: cut off, broken over lines, words lost, doubled, in capitals or
// small letters, marks put in. Whatever is then found must stand where it is said to stand, be a value that there is, and be the
// same whichever extractor is asked first. NETRA_FULL=1: every change at every word.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "extract/analysis.hpp"
#include "extract/dateline.hpp"
#include "search/kwic.hpp"
#include "search/query.hpp"
#include "search/tokenizer.hpp"
#include "support/texts.hpp"
#include "text/sentences.hpp"
#include "text/utf8.hpp"

using namespace netra;
using namespace netra::extract;

namespace {

// The string literals of the cases that have at least two words.
std::vector<std::string> sentences_of_the_cases() {
  std::vector<std::string> out;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(NETRA_SOURCE_DIR "/tests/sql"))
    if (entry.path().extension() == ".sql") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
      if (line.rfind("--", 0) == 0) continue;
      for (size_t at = line.find('\''); at != std::string::npos; at = line.find('\'', at)) {
        std::string literal;
        for (++at; at < line.size(); ++at) {
          if (line[at] == '\'' && (at + 1 >= line.size() || line[at + 1] != '\'')) break;
          if (line[at] == '\'') ++at;
          literal += line[at];
        }
        ++at;
        if (literal.size() > 12 && literal.size() < 600 && literal.find(' ') != std::string::npos)
          out.push_back(std::move(literal));
      }
    }
  }
  return out;
}

// A record as a row of SQL would show it.
template <class Records, class Record>
void rows_of(std::string& out, const Document& d, const Records& records, const std::span<const Field<Record>>& fields,
             bool ordered = true) {
  uint32_t last = 0;
  for (const Record& r : records) {
    REQUIRE(r.span.first < r.span.last);
    REQUIRE(r.span.last <= d.size());
    if (ordered) REQUIRE(r.span.first >= last);
    last = r.span.first;
    const auto surface = d.surface(r.span);
    const size_t byte = static_cast<size_t>(surface.data() - d.text().data());
    REQUIRE(text::count_chars(d.text().substr(0, byte)) + 1 == d.start(r.span));
    REQUIRE(text::count_chars(surface) == d.length(r.span));
    out += to_json(r, d, fields) + '\n';
  }
}

// Everything that is found, each kind asked for in the order given.
std::string everything(const std::string& text, const char* order) {
  Analysis a(text);
  const Document& d = a.document();
  std::string kinds[8];
  for (const char* kind = order; *kind; ++kind) {
    std::string& out = kinds[*kind - '0'];
    switch (*kind) {
      case '0':
        rows_of(out, d, a.officials(), kOfficialFields);
        break;
      case '1':
        rows_of(out, d, a.quotes(), kQuoteFields);
        break;
      case '2':
        rows_of(out, d, a.laws(), kLawFields);
        rows_of(out, d, a.sanctions(), kSanctionFields);
        break;
      case '3':
        rows_of(out, d, a.violations(), kViolationFields);
        break;
      case '4':
        rows_of(out, d, a.dates(), kDateFields);
        break;
      case '5':
        rows_of(out, d, a.regions().mentions(), kRegionFields);
        break;
      case '6':
        rows_of(out, d, a.institutions().mentions(), kInstitutionFields);
        break;
      default:
        for (const auto& m : a.stages()) {
          REQUIRE(m.span.last <= d.size());
          REQUIRE((m.confidence > 0 && m.confidence <= 1));
          out += std::string(m.stage->code) + ' ' + election::role_name(m.role) + ' ' + std::string(d.surface(m.span)) + '\n';
        }
        out += std::string(a.election().code()) + ' ' + std::to_string(a.election().year) + '\n';
    }
  }
  std::string all;
  for (const auto& kind : kinds) all += kind;
  return all;
}

void check(const std::string& text, bool both) {
  INFO(text);
  const std::string found = everything(text, "01234567");
  if (both) CHECK(everything(text, "76543210") == found);
  Analysis a(text);
  std::string joined;
  for (const Part& part : a.document().parts()) joined += text.substr(part.start, part.length);
  CHECK(joined == text);
  for (const Official& o : a.officials()) {
    CHECK(o->person > 0);
    CHECK((o.confidence > 0 && o.confidence <= 1));
  }
  for (const Quote& q : a.quotes()) CHECK((q.person >= 0 && q.confidence > 0 && q.confidence <= 1));
  for (const Date& date : a.dates())
    if (date.day) CHECK(text::valid(*date.day));
  CHECK(article_body(a.document()).size() <= text.size() + 1);
  text::SentenceReader reader(text);
  size_t end = 0, last = 0;
  for (size_t start = 0; reader.next(start, end); last = end) {
    REQUIRE(start >= last);
    REQUIRE((start < end && end <= text.size()));
  }
  search::Tokenizer tokenizer;
  std::vector<size_t> starts[2];
  for (const int mode : {0, 1}) {
    const auto sink = [&](const char*, size_t size, size_t start, size_t stop, bool colocated) {
      REQUIRE((size > 0 && start <= stop && stop <= text.size()));
      if (!colocated) starts[mode].push_back(start);
      return 0;
    };
    REQUIRE((mode == 0 ? tokenizer.document(text, sink) : tokenizer.query(text, false, sink)) == 0);
  }
  if (text.rfind('=', 0) != 0) CHECK(starts[0] == starts[1]);
  for (const auto& hit : search::kwic(text, text.substr(0, 40))) CHECK((hit.char_start > 0 && hit.chars > 0));
}

// One change at the word that begins at byte `at` and ends at `end`.
std::string changed(const std::string& text, size_t at, size_t end, size_t change) {
  const std::string before = text.substr(0, at), word = text.substr(at, end - at), after = text.substr(end);
  auto in_case = [&](bool upper) {
    std::string out = word;
    for (char& c : out)
      if (upper ? c >= 'a' && c <= 'z' : c >= 'A' && c <= 'Z') c = static_cast<char>(c ^ 0x20);
    return out;
  };
  switch (change) {
    case 0:
      return before + word;  // cut off
    case 1:
      return before.empty() ? word + after : before.substr(0, before.size() - 1) + "\n" + word + after;
    case 2:
      return before + (after.empty() ? after : after.substr(1));  // lost
    case 3:
      return before + in_case(false) + after;
    case 4:
      return before + in_case(true) + after;
    case 5:
      return before + word + "," + after;
    case 6:
      return before + "(" + word + ")" + after;
    case 7:
      return before + word + " dan" + after;
    case 8:
      return before.empty() ? word + after : before.substr(0, before.size() - 1) + "\n\n" + word + after;
    case 9:
      return before + word + " " + word + after;
    case 10:
      return before + word + "." + after;
    case 11:
      return before + "\"" + word + after;
    case 12:
      return before + word + "-" + (after.empty() ? after : after.substr(1));
    case 13:
      return before + static_cast<char>(word[0] >= 'a' && word[0] <= 'z' ? word[0] - 32 : word[0]) + word.substr(1) + after;
    case 14:
      return before + word + " 2" + after;
    case 15:
      return text.substr(at);  // the beginning lost
    default:
      return before + word + "/" + (after.empty() ? after : after.substr(1));
  }
}
constexpr size_t kChanges = 17;

}  // namespace

TEST_CASE("sentences gone wrong do no harm") {
  const bool full = std::getenv("NETRA_FULL") != nullptr;
  const auto sentences = sentences_of_the_cases();
  CHECK(sentences.size() > 500);
  size_t count = 0;
  for (const auto& sentence : sentences) {
    check(sentence, true);
    for (size_t at = 0; at < sentence.size();) {
      const size_t end = std::min(sentence.find(' ', at), sentence.size());
      if (end > at)
        for (size_t change = 0; change < kChanges; ++change, ++count)
          if (full || count % 4 == 0) check(changed(sentence, at, end, change), count % 28 == 0);
      at = end + 1;
    }
  }
}

TEST_CASE("articles put together from such sentences do no harm") {
  static const char* const kDatelines[] = {
      "", "NGAWI - ", "NGAWI, Kabar.id \u2013 ", "Jakarta (Kabar) - ", "KABAR.com, BATAUGA \u2013 ", "Ngawi, 23/10/2024 - "};
  static const char* const kJoints[] = {
      " ", " ", " ", "\n\n", "\n", "\n\nBACA JUGA: ", "\n\n* ", " Sementara itu, ", " Menurutnya, ", "\n\nReporter: "};
  const auto sentences = sentences_of_the_cases();
  texts::Random random(11);
  const auto any = [&] { return sentences[random.below(sentences.size())]; };
  const size_t count = std::getenv("NETRA_FULL") != nullptr ? 40000 : 8000;
  for (size_t i = 0; i < count; ++i) {
    std::string text;
    if (random.below(2)) {
      std::string headline = any().substr(0, 80);
      if (random.below(2))
        for (char& c : headline)
          if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
      if (random.below(2))  // Every Word With A Capital
        for (size_t k = 0; k < headline.size(); ++k)
          if (headline[k] >= 'a' && headline[k] <= 'z' && (k == 0 || headline[k - 1] == ' '))
            headline[k] = static_cast<char>(headline[k] - 32);
      while (!headline.empty() && (headline.back() == '.' || headline.back() == ' ')) headline.pop_back();
      text = headline + "\n\n";
    }
    text += kDatelines[random.below(std::size(kDatelines))];
    for (size_t n = 2 + random.below(4); n > 0; --n) text += any() + kJoints[random.below(std::size(kJoints))];
    check(text, i % 5 == 0);
  }
}
