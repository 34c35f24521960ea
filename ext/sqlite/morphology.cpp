// The stemmer for SQL: indo_stem, indo_analyze, indo_derivations.
#include <cstring>
#include <string>
#include <vector>

#include "morphology/stemmer.hpp"
#include "sqlite/functions.hpp"
#include "text/atoms.hpp"
#include "text/words.hpp"

namespace netra::sqlite {

namespace {

using extract::Cell;

constexpr size_t kMostDerivations = 16;

morph::Mode stem_mode(const Arguments& arguments, int i) {
  const auto name = arguments.text(i);
  if (!name || *name == "search") return morph::Mode::search;
  if (*name == "root") return morph::Mode::root;
  if (*name == "light") return morph::Mode::light;
  arguments.fail(*name, "a mode", "search, root, light");
}

// indo_stem(text [, mode]): the key of a word; of a text with several words the keys of all, joined by blanks.
void indo_stem(const Arguments& arguments, Result& result) {
  const morph::Mode mode = stem_mode(arguments, 1);
  const std::string_view text = *arguments.text(0);
  std::string out;
  text::WordScanner scanner;
  scanner.start(text);
  const text::Poll poll = arguments.connection().poll();
  scanner.watch(poll);
  unsigned words = 0;
  for (text::Word word; scanner.next(word); ++words) {
    morph::Stem buffer;
    if (words % 4096 == 4095) poll();
    if (words > 0) out += ' ';
    out += word.plain ? morph::stem_view(word.view(), mode, buffer) : word.view();
  }
  scanner.check();
  result.text(out);
}

struct Reading {
  std::string surface;  // the first word, folded; empty when there is none
  morph::Derivation derivations[kMostDerivations];
  size_t count = 0;
};

void read_first_word(std::string_view text, const text::Poll& poll, Reading& reading) {
  text::WordScanner scanner;
  scanner.watch(poll);
  scanner.start(text);
  text::Word word;
  if (!scanner.next(word)) return scanner.check();
  reading.surface = word.view();
  if (!word.plain) return;
  reading.count = morph::analyze(word.view(), reading.derivations, kMostDerivations);
}

class Object {  // writes a JSON object
 public:
  explicit Object(std::string& json) : json_(json) { json_ += '{'; }
  void add(const char* name, const Cell& value) {
    begin(name);
    extract::append_json(json_, value);
  }
  void add_bool(const char* name, bool value) {
    begin(name);
    json_ += value ? "true" : "false";
  }
  void begin(const char* name) {
    if (json_.back() != '{') json_ += ',';
    extract::append_json_text(json_, name);
    json_ += ':';
  }
  void end() { json_ += '}'; }

 private:
  std::string& json_;
};

void add_derivation(Object& object, const morph::Derivation& d) {
  object.add("root", Cell::of(d.root.view()));
  object.add("key", Cell::of(d.key.view()));
  object.add("prefixes", Cell::or_null(d.prefixes));
  object.add("suffixes", Cell::or_null(d.suffixes));
  object.add("clitics", Cell::or_null(d.clitics));
  object.add("reduplication", Cell::or_null(d.reduplication));
  object.add_bool("known", d.known);
  object.add("source", Cell::of(std::string_view(d.source)));
  object.add("cost", Cell::of(static_cast<int64_t>(d.cost)));
}

// indo_analyze(word): JSON {surface, root, key, prefixes, suffixes, clitics, reduplication, known, source, cost, derivations}.
// The fields beside `derivations` are those of the chosen one; `derivations` lists all, the chosen one first, then by cost, with
// `licensed` (the lexicon lists the affix for the root) and `chosen`. Lists of affixes are joined by '+', outermost first.
void indo_analyze(const Arguments& arguments, Result& result) {
  Reading reading;
  read_first_word(*arguments.text(0), arguments.connection().poll(), reading);
  if (reading.surface.empty()) return result.null();
  std::string json;
  Object object(json);
  object.add("surface", Cell::of(std::string_view(reading.surface)));
  if (reading.count != 0) {
    add_derivation(object, reading.derivations[0]);
  } else {  // not a word the stemmer reads: another script, over 64 bytes
    object.add("root", Cell::of(std::string_view(reading.surface)));
    object.add("key", Cell::of(std::string_view(reading.surface)));
    for (const char* name : {"prefixes", "suffixes", "clitics", "reduplication"}) object.add(name, Cell());
    object.add_bool("known", false);
    object.add("source", Cell());
    object.add("cost", Cell());
  }
  object.begin("derivations");
  json += '[';
  for (size_t i = 0; i < reading.count; ++i) {
    if (i != 0) json += ',';
    Object one(json);
    add_derivation(one, reading.derivations[i]);
    one.add_bool("licensed", reading.derivations[i].licensed);
    one.add_bool("chosen", reading.derivations[i].chosen);
    one.end();
  }
  json += ']';
  object.end();
  result.json(json);
}

// "meN- per- -kan -nya", with "X-X" for a reduplication; empty for the word as it stands.
std::string affixes_of(const morph::Derivation& d) {
  std::string out;
  auto list = [&](std::string_view affixes, bool before) {
    for (size_t at = 0; at < affixes.size();) {
      const size_t end = std::min(affixes.find('+', at), affixes.size());
      if (!out.empty()) out += ' ';
      if (!before) out += '-';
      out += affixes.substr(at, end - at);
      if (before) out += '-';
      at = end + 1;
    }
  };
  list(d.prefixes, true);
  if (d.reduplication[0] != 0) {
    if (!out.empty()) out += ' ';
    out += "X-X";
  }
  list(d.suffixes, false);
  list(d.clitics, false);
  return out;
}

class DerivationRows : public RowSet {
 public:
  DerivationRows(std::string_view text, const text::Poll& poll) {
    read_first_word(text, poll, reading_);
    for (size_t i = 0; i < reading_.count; ++i) affixes_.push_back(affixes_of(reading_.derivations[i]));
  }
  size_t size() const override { return reading_.count; }
  Cell cell(size_t row, size_t column) const override {
    const morph::Derivation& d = reading_.derivations[row];
    switch (column) {
      case 0:
        return Cell::of(static_cast<int64_t>(row + 1));
      case 1:
        return Cell::of(d.root.view());
      case 2:
        return Cell::of(d.key.view());
      case 3:
        return Cell::or_null(affixes_[row]);
      case 4:
        return Cell::of(static_cast<int64_t>(d.cost));
      default:
        return Cell::of(static_cast<int64_t>(d.chosen));
    }
  }

 private:
  Reading reading_;
  std::vector<std::string> affixes_;
};

constexpr Scalar kScalars[] = {
    {"indo_stem", 1, 2, indo_stem},
    {"indo_analyze", 1, 1, indo_analyze},
};

}  // namespace

std::span<const Scalar> morphology_scalars() { return kScalars; }

std::span<const TableFunction> morphology_tables() {
  static const TableFunction kTables[] = {
      {"indo_derivations",
       {{"rank", "INTEGER"}, {"root", "TEXT"}, {"key", "TEXT"}, {"affixes", "TEXT"}, {"cost", "INTEGER"}, {"chosen", "INTEGER"}},
       {"input"},
       1,
       [](const Arguments& arguments) -> std::unique_ptr<RowSet> {
         return std::make_unique<DerivationRows>(*arguments.text(0), arguments.connection().poll());
       }},
  };
  return kTables;
}

}  // namespace netra::sqlite
