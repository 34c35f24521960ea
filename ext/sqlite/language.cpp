// The language family indo_* (the stemmer is in morphology.cpp): folding, queries, comparison, listings; and the collation `indonesian`.
#include <algorithm>
#include <charconv>
#include <deque>
#include <memory>
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

void indo_fold(const Arguments& arguments, Result& result) { result.text(text::fold_text(*arguments.text(0), arguments.connection().poll())); }

// indo_query(text [, mode [, columns [, detail]]])
void indo_query(const Arguments& arguments, Result& result) {
  search::QueryOptions options;
  if (const auto name = arguments.text(1)) {
    const auto known = search::query_mode(*name);
    if (!known) arguments.fail(*name, "a mode", "all, any, phrase");
    options.mode = *known;
  }
  if (const auto name = arguments.text(3)) {
    const auto known = search::query_detail(*name);
    if (!known) arguments.fail(*name, "a detail", "full, column, none");
    options.detail = *known;
  }
  const std::string columns(arguments.text(2).value_or(std::string_view{}));  // reading an argument may move another one's text
  options.columns = columns;
  const auto match = search::build_query(*arguments.text(0), options);
  match ? result.text(*match) : result.null();
}

void text_or_null(Result& result, std::string_view text) { text.empty() ? result.null() : result.text(text); }
void indo_expand(const Arguments& arguments, Result& result) { text_or_null(result, search::expand(*arguments.text(0))); }
void indo_abbreviate(const Arguments& arguments, Result& result) { text_or_null(result, search::abbreviate(*arguments.text(0))); }

void indo_similarity(const Arguments& arguments, Result& result) {
  if (arguments.is_null(1)) return result.null();
  const std::string a(*arguments.text(0));  // reading the second argument may move the first one's text
  result.real(search::similarity(a, *arguments.text(1), arguments.connection().poll()));
}

void indo_fingerprint(const Arguments& arguments, Result& result) {
  const auto bits = search::fingerprint(*arguments.text(0), arguments.connection().poll());
  bits ? result.integer(*bits) : result.null();
}

constexpr Scalar kScalars[] = {
    {"indo_fold", 1, 1, indo_fold},
    {"indo_query", 1, 4, indo_query},
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

class Arena {  // of tokens and stems; grows without a second copy of itself
 public:
  uint32_t keep(std::string_view text, std::string_view more) {
    if (text.size() + more.size() > left_) {
      blocks_.push_back(std::make_unique_for_overwrite<char[]>(kBlock));
      left_ = kBlock;
    }
    const size_t at = blocks_.size() * kBlock - left_;
    char* const end = std::copy(text.begin(), text.end(), blocks_.back().get() + at % kBlock);
    std::copy(more.begin(), more.end(), end);
    left_ -= text.size() + more.size();
    return static_cast<uint32_t>(at);
  }
  std::string_view at(uint32_t place, size_t size) const noexcept { return {blocks_[place / kBlock].get() + place % kBlock, size}; }

 private:
  static constexpr size_t kBlock = 1 << 14;
  std::vector<std::unique_ptr<char[]>> blocks_;
  size_t left_ = 0;  // bytes of the last block
};

class TokenRows : public RowSet {
 public:
  struct Row {
    uint32_t token;  // place in arena_
    uint32_t token_size : 12, stem_size : 12, kind : 7;
    uint32_t stem_apart : 1;  // behind the token; else the token begins with it
    uint32_t position, start, length;
  };
  static_assert(sizeof(Row) == 20 && text::kMaxToken < 1 << 12);

  TokenRows(std::string_view text, const search::Options& options, bool extras, const text::Poll& poll) {
    CharCounter chars(text);
    uint32_t position = 0, start = 0, length = 0;
    auto put = [&](std::string_view token, std::string_view stem, uint8_t kind) {
      if (rows_.size() % 4096 == 4095) poll();
      Row row{};
      row.token_size = static_cast<uint32_t>(token.size()) & 0xFFF;
      row.stem_size = static_cast<uint32_t>(stem.size()) & 0xFFF;
      row.kind = kind & 0x7F;
      row.stem_apart = !token.starts_with(stem);
      row.token = arena_.keep(token, row.stem_apart ? stem : std::string_view{});
      row.position = position, row.start = start, row.length = length;
      rows_.push_back(row);
    };
    if (!extras) {
      text::WordScanner scanner(options.diacritics);
      scanner.watch(poll);
      scanner.start(text);
      for (text::Word word; scanner.next(word);) {
        morph::Stem buffer;
        place(text, word.start, word.end, chars, position, start, length);
        const char sign = text::sign_before(text, word.start);
        const auto kind = static_cast<uint8_t>(sign == '#' ? kHashtag : sign == '@' ? kMention : static_cast<int>(word.kind));
        const std::string_view stem = word.plain ? morph::stem_view(word.view(), morph::Mode::search, buffer) : word.view();
        put(word.view(), stem, kind);
      }
      scanner.check();
      return;
    }
    search::Tokenizer tokenizer(options);
    tokenizer.watch(poll);
    tokenizer.document(text, [&](const char* token, size_t size, size_t from, size_t to, bool colocated) {
      if (!colocated) place(text, from, to, chars, position, start, length);
      const Kind kind = !colocated ? kWord : *token == '~' ? kStem : *token == '#' ? kNumber : *token == '@' ? kDate : kPart;
      put({token, size}, {}, kind);
      return 0;
    });
    tokenizer.check();
  }

  size_t size() const override { return rows_.size(); }
  Cell cell(size_t row, size_t column) const override {
    const Row& r = rows_[row];
    switch (column) {
      case 0: return Cell::of(arena_.at(r.token, r.token_size));
      case 1: return Cell::or_null(arena_.at(r.stem_apart ? r.token + r.token_size : r.token, r.stem_size));
      case 2: return Cell::of(std::string_view(kind_name(r.kind)));
      case 3: return Cell::of(int64_t{r.position});
      case 4: return Cell::of(int64_t{r.start});
      default: return Cell::of(int64_t{r.length});
    }
  }

 private:
  enum Kind : uint8_t { kHashtag = 100, kMention, kWord, kStem, kNumber, kDate, kPart };  // below 100: a text::WordKind
  static const char* kind_name(uint8_t kind) noexcept {
    constexpr const char* kNames[] = {"hashtag", "mention", "word", "stem", "number", "date", "part"};
    return kind < kHashtag ? text::word_kind_name(static_cast<text::WordKind>(kind)) : kNames[kind - kHashtag];
  }

  static void place(std::string_view text, size_t from, size_t to, CharCounter& chars, uint32_t& position, uint32_t& start, uint32_t& length) {
    ++position;
    start = static_cast<uint32_t>(chars.at(from));
    length = static_cast<uint32_t>(text::count_chars(text.substr(from, to - from)));
  }

  Arena arena_;
  std::deque<Row> rows_;  // grows without a second copy of itself: a text of one-letter words has a row for every two bytes
};

// options: as in tokenize = 'indonesian ...'; when given, the rows are the tokens of an index made with them, colocated ones
// included; "" are the default options.
std::unique_ptr<RowSet> indo_tokens(const Arguments& arguments) {
  search::Options options;
  const auto wish = arguments.text(1);
  if (wish) {
    std::string_view rest = *wish;
    const auto take = [&rest] {
      rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
      const std::string_view word = rest.substr(0, rest.find(' '));
      rest.remove_prefix(word.size());
      return word;
    };
    for (auto name = take(); !name.empty(); name = take())
      if (!search::set_option(options, name, take()))
        arguments.fail(*wish, "a list of options", "stem both|root|off, diacritics remove|keep, rules 1");
  }
  return std::make_unique<TokenRows>(*arguments.text(0), options, wish.has_value(), arguments.connection().poll());
}

class SentenceRows : public RowSet {
 public:
  explicit SentenceRows(const Arguments& arguments) : text_(*arguments.text(0)) {
    CharCounter chars(text_);
    text::SentenceReader reader(text_, arguments.connection().poll());
    for (size_t start = 0, end = 0; reader.next(start, end);)
      rows_.push_back({static_cast<uint32_t>(start), static_cast<uint32_t>(end - start), static_cast<uint32_t>(chars.at(start))});
  }
  size_t size() const override { return rows_.size(); }
  Cell cell(size_t row, size_t column) const override {
    const Row& r = rows_[row];
    const std::string_view sentence = text_.substr(r.start, r.size);
    if (column == 0) return Cell::of(sentence);
    return Cell::of(column == 1 ? int64_t{r.start_char} : static_cast<int64_t>(text::count_chars(sentence)));
  }

 private:
  struct Row {
    uint32_t start, size, start_char;
  };
  std::string_view text_;
  std::vector<Row> rows_;
};

class KwicRows : public RowSet {
 public:
  explicit KwicRows(const Arguments& arguments) {
    const std::string_view query = *arguments.text(1);
    const int64_t width = arguments.integer(2).value_or(search::kDefaultWidth);
    if (width < 1 || width > static_cast<int64_t>(search::kMaxWidth)) arguments.fail(std::to_string(width), "a width", "1 to 1000 characters");
    width_ = static_cast<size_t>(width);
    text_ = *arguments.text(0);
    hits_ = search::kwic(text_, query, arguments.connection().poll());
  }
  size_t size() const override { return hits_.size(); }
  Cell cell(size_t row, size_t column) const override {
    const search::KeywordHit& hit = hits_[row];
    if (column == 3) return Cell::of(int64_t{hit.char_start});
    if (column == 4) return Cell::of(int64_t{hit.chars});
    if (row != made_) line_ = search::concordance(text_, hit, width_), made_ = row;
    return Cell::of(std::string_view(column == 0 ? line_.left : column == 1 ? line_.keyword : line_.right));
  }

 private:
  std::string_view text_;
  size_t width_;
  std::vector<search::KeywordHit> hits_;
  mutable search::Concordance line_;  // of row made_
  mutable size_t made_ = SIZE_MAX;
};

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
      {"indo_sentences", {{"sentence", "TEXT"}, {"start", "INTEGER"}, {"length", "INTEGER"}}, {"input"}, 1,
       [](const Arguments& arguments) -> std::unique_ptr<RowSet> { return std::make_unique<SentenceRows>(arguments); }},
      {"indo_kwic",
       {{"left", "TEXT"}, {"keyword", "TEXT"}, {"right", "TEXT"}, {"start", "INTEGER"}, {"length", "INTEGER"}},
       {"input", "query", "width"}, 2,
       [](const Arguments& arguments) -> std::unique_ptr<RowSet> { return std::make_unique<KwicRows>(arguments); }},
      {"indo_stopwords", {{"word", "TEXT"}, {"class", "TEXT"}}, {}, 0,
       [](const Arguments&) -> std::unique_ptr<RowSet> { return std::make_unique<StopwordRows>(); }},
      {"indo_abbreviations", {{"abbreviation", "TEXT"}, {"expansion", "TEXT"}, {"reading", "TEXT"}}, {}, 0,
       [](const Arguments&) -> std::unique_ptr<RowSet> { return std::make_unique<AbbreviationRows>(); }},
  };
  return kTables;
}

}  // namespace netra::sqlite
