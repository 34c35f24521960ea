// The language family indo_* (the stemmer is in morphology.cpp): folding, queries, comparison, listings; and the collation `indonesian`.
#include <algorithm>
#include <charconv>
#include <vector>

#include "data/tables.hpp"
#include "morphology/stemmer.hpp"
#include "search/compare.hpp"
#include "search/kwic.hpp"
#include "search/query.hpp"
#include "search/synonyms.hpp"
#include "search/tokenizer.hpp"
#include "sqlite/functions.hpp"
#include "text/fold.hpp"
#include "text/sentences.hpp"
#include "text/utf8.hpp"

namespace netra::sqlite {

namespace {

using extract::Cell;

// --- scalars ---

void indo_fold(const Arguments& arguments, Result& result) { result.text(text::fold_text(*arguments.text(0))); }

void indo_query(const Arguments& arguments, Result& result) {
  search::QueryMode mode = search::QueryMode::all;
  if (const auto name = arguments.text(1)) {
    const auto known = search::query_mode(*name);
    if (!known) arguments.fail(*name, "a mode", "all, any, phrase");
    mode = *known;
  }
  const auto match = search::build_query(*arguments.text(0), mode, arguments.text(2).value_or(std::string_view{}));
  match ? result.text(*match) : result.null();
}

void text_or_null(Result& result, std::string_view text) { text.empty() ? result.null() : result.text(text); }
void indo_expand(const Arguments& arguments, Result& result) { text_or_null(result, search::expand(*arguments.text(0))); }
void indo_abbreviate(const Arguments& arguments, Result& result) { text_or_null(result, search::abbreviate(*arguments.text(0))); }

void indo_similarity(const Arguments& arguments, Result& result) {
  if (arguments.is_null(1)) return result.null();
  const std::string a(*arguments.text(0));  // reading the second argument may move the first one's text
  result.real(search::similarity(a, *arguments.text(1)));
}

void indo_fingerprint(const Arguments& arguments, Result& result) {
  const auto bits = search::fingerprint(*arguments.text(0));
  bits ? result.integer(*bits) : result.null();
}

constexpr Scalar kScalars[] = {
    {"indo_fold", 1, 1, indo_fold},
    {"indo_query", 1, 3, indo_query},
    {"indo_expand", 1, 1, indo_expand},
    {"indo_abbreviate", 1, 1, indo_abbreviate},
    {"indo_similarity", 2, 2, indo_similarity},
    {"indo_fingerprint", 1, 1, indo_fingerprint},
};

// --- table-valued functions ---

class CharCounter {  // byte offsets, asked for in order, as SQLite's 1-based characters
 public:
  explicit CharCounter(std::string_view text) noexcept : text_(text) {}
  int64_t at(size_t byte) noexcept {
    if (byte > at_) chars_ += static_cast<int64_t>(text::count_chars(text_.substr(at_, byte - at_))), at_ = byte;
    return chars_ + 1;
  }

 private:
  std::string_view text_;
  size_t at_ = 0;
  int64_t chars_ = 0;
};

class TokenRows : public RowSet {
 public:
  struct Row {
    uint32_t token, token_size, stem, stem_size;  // bytes of arena_
    const char* kind;
    int64_t position, start, length;
  };

  TokenRows(std::string_view text, const search::Options& options, bool extras) {
    CharCounter chars(text);
    int64_t position = 0, start = 0, length = 0;
    auto put = [&](std::string_view token, std::string_view stem, const char* kind) {
      const auto at = static_cast<uint32_t>(arena_.size());
      arena_ += token;
      arena_ += stem;
      rows_.push_back({at, static_cast<uint32_t>(token.size()), static_cast<uint32_t>(at + token.size()), static_cast<uint32_t>(stem.size()),
                       kind, position, start, length});
    };
    if (!extras) {
      text::WordScanner scanner(options.diacritics);
      scanner.start(text);
      for (text::Word word; scanner.next(word);) {
        morph::Stem buffer;
        place(text, word.start, word.end, chars, position, start, length);
        const char sign = text::sign_before(text, word.start);
        const char* kind = sign == '#' ? "hashtag" : sign == '@' ? "mention" : text::word_kind_name(word.kind);
        const std::string_view stem = word.plain ? morph::stem_view(word.view(), morph::Mode::search, buffer) : word.view();
        put(word.view(), stem, kind);
      }
      if (scanner.failed()) throw std::bad_alloc();
      return;
    }
    search::Tokenizer tokenizer(options);
    tokenizer.document(text, [&](const char* token, size_t size, size_t from, size_t to, bool colocated) {
      if (!colocated) place(text, from, to, chars, position, start, length);
      const char* kind = !colocated ? "word" : *token == '~' ? "stem" : *token == '#' ? "number" : *token == '@' ? "date" : "part";
      put({token, size}, {}, kind);
      return 0;
    });
    if (tokenizer.failed()) throw std::bad_alloc();
  }

  size_t size() const override { return rows_.size(); }
  Cell cell(size_t row, size_t column) const override {
    const Row& r = rows_[row];
    switch (column) {
      case 0: return Cell::of(std::string_view(arena_).substr(r.token, r.token_size));
      case 1: return Cell::or_null(std::string_view(arena_).substr(r.stem, r.stem_size));
      case 2: return Cell::of(std::string_view(r.kind));
      case 3: return Cell::of(r.position);
      case 4: return Cell::of(r.start);
      default: return Cell::of(r.length);
    }
  }

 private:
  static void place(std::string_view text, size_t from, size_t to, CharCounter& chars, int64_t& position, int64_t& start, int64_t& length) {
    ++position;
    start = chars.at(from);
    length = static_cast<int64_t>(text::count_chars(text.substr(from, to - from)));
  }

  std::string arena_;
  std::vector<Row> rows_;
};

// options: as in tokenize = 'indonesian ...'; when given, the rows are the tokens of an index made with them, colocated ones
// included; "" are the default options.
std::unique_ptr<RowSet> indo_tokens(const Arguments& arguments) {
  search::Options options;
  const auto wish = arguments.text(1);
  if (wish) {
    std::vector<std::string_view> words;
    for (size_t i = 0; i < wish->size();) {
      const size_t end = std::min(wish->find(' ', i), wish->size());
      if (end > i) words.push_back(wish->substr(i, end - i));
      i = end + 1;
    }
    for (size_t i = 0; i < words.size(); i += 2)
      if (i + 1 >= words.size() || !search::set_option(options, words[i], words[i + 1]))
        arguments.fail(*wish, "a list of options", "stem both|root|off, diacritics remove|keep, rules 1");
  }
  return std::make_unique<TokenRows>(*arguments.text(0), options, wish.has_value());
}

struct TextRow {
  std::string cells[3];
  int64_t start, length;
};

class TextRows : public RowSet {  // some texts, then start and length
 public:
  explicit TextRows(size_t texts) noexcept : texts_(texts) {}
  void add(TextRow row) { rows_.push_back(std::move(row)); }
  size_t size() const override { return rows_.size(); }
  Cell cell(size_t row, size_t column) const override {
    const TextRow& r = rows_[row];
    return column < texts_ ? Cell::of(std::string_view(r.cells[column])) : Cell::of(column == texts_ ? r.start : r.length);
  }

 private:
  size_t texts_;
  std::vector<TextRow> rows_;
};

std::unique_ptr<RowSet> indo_sentences(const Arguments& arguments) {
  const std::string_view text = *arguments.text(0);
  auto rows = std::make_unique<TextRows>(1);
  CharCounter chars(text);
  text::SentenceReader reader(text);
  for (size_t start = 0, end = 0; reader.next(start, end);) {
    const std::string_view sentence = text.substr(start, end - start);
    rows->add({{std::string(sentence), {}, {}}, chars.at(start), static_cast<int64_t>(text::count_chars(sentence))});
  }
  return rows;
}

std::unique_ptr<RowSet> indo_kwic(const Arguments& arguments) {
  const std::string text(*arguments.text(0));
  const std::string query(*arguments.text(1));
  const int64_t width = arguments.integer(2).value_or(search::kDefaultWidth);
  if (width < 1 || width > static_cast<int64_t>(search::kMaxWidth)) arguments.fail(std::to_string(width), "a width", "1 to 1000 characters");
  auto rows = std::make_unique<TextRows>(3);
  for (search::Concordance& line : search::kwic(text, query, static_cast<size_t>(width)))
    rows->add({{std::move(line.left), std::move(line.keyword), std::move(line.right)}, static_cast<int64_t>(line.start),
               static_cast<int64_t>(line.length)});
  return rows;
}

class StopwordRows : public RowSet {
 public:
  size_t size() const override { return data::stopwords.size(); }
  Cell cell(size_t row, size_t column) const override {
    return Cell::of(column == 0 ? data::stopwords[row].word : data::stopwords[row].word_class);
  }
};

class AbbreviationRows : public RowSet {
 public:
  size_t size() const override { return data::abbreviations.size(); }
  Cell cell(size_t row, size_t column) const override {
    constexpr std::string_view kNotes[] = {"utama", "varian", "lain"};
    const data::Abbreviation& r = data::abbreviations[row];
    return Cell::of(column == 0 ? r.abbr : column == 1 ? r.expansion : kNotes[static_cast<size_t>(r.note)]);
  }
};

}  // namespace

std::span<const Scalar> language_scalars() { return kScalars; }

std::span<const TableFunction> language_tables() {
  static const TableFunction kTables[] = {
      {"indo_tokens",
       {{"token", "TEXT"}, {"stem", "TEXT"}, {"kind", "TEXT"}, {"position", "INTEGER"}, {"start", "INTEGER"}, {"length", "INTEGER"}},
       {"input", "options"}, 1, indo_tokens},
      {"indo_sentences", {{"sentence", "TEXT"}, {"start", "INTEGER"}, {"length", "INTEGER"}}, {"input"}, 1, indo_sentences},
      {"indo_kwic",
       {{"left", "TEXT"}, {"keyword", "TEXT"}, {"right", "TEXT"}, {"start", "INTEGER"}, {"length", "INTEGER"}},
       {"input", "query", "width"}, 2, indo_kwic},
      {"indo_stopwords", {{"word", "TEXT"}, {"class", "TEXT"}}, {}, 0,
       [](const Arguments&) -> std::unique_ptr<RowSet> { return std::make_unique<StopwordRows>(); }},
      {"indo_abbreviations", {{"abbreviation", "TEXT"}, {"expansion", "TEXT"}, {"reading", "TEXT"}}, {}, 0,
       [](const Arguments&) -> std::unique_ptr<RowSet> { return std::make_unique<AbbreviationRows>(); }},
  };
  return kTables;
}

}  // namespace netra::sqlite
