// What a person typed, as a list of words, phrases and signs: the first half of indo_query() and of kwic.
#ifndef NETRA_SEARCH_QUERY_READER_HPP
#define NETRA_SEARCH_QUERY_READER_HPP

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/synonyms.hpp"
#include "text/words.hpp"

namespace netra::search {

struct QueryItem {
  enum class Type : uint8_t { word, phrase, near, open, close, either, minus };
  Type type;
  bool exact = false;
  bool prefix = false;
  bool loose = false;    // a word that nothing written right before or behind ties to a neighbour: takes part in longer forms
  bool plain = false;    // as text::Word::plain
  bool doubled = false;  // X X or X2, read as X-X: its token, not its bytes, tells how it is written
  Stop stop = Stop::none;
  text::WordKind kind{};
  int column = -1;             // place among the columns given
  size_t start = 0, end = 0;   // bytes of the query; a phrase: its inside
  size_t token = 0, size = 0;  // bytes of the arena: a word's folded token
  uint32_t distance = 0;       // NEAR
};

class QueryReader {
 public:
  static constexpr size_t kMaxItems = 512;       // words, phrases and signs read; the rest of a longer query is left out
  static constexpr size_t kMaxWordBytes = 8192;  // of a word as written; its token ends long before

  // columns: names that may stand before a colon, separated by commas or blanks. operators: OR, NOT, NEAR in capitals are signs.
  QueryReader(std::string_view text, std::string_view columns, bool operators);

  const std::vector<QueryItem>& items() const noexcept { return items_; }
  std::string_view column(int i) const noexcept { return columns_[static_cast<size_t>(i)]; }
  std::string_view text() const noexcept { return text_; }
  std::string_view token(const QueryItem& item) const noexcept { return {arena_.data() + item.token, item.size}; }
  // The item as written (a doubled word: its token).
  std::string_view source(const QueryItem& item) const noexcept {
    return item.doubled ? token(item) : text_.substr(item.start, item.end - item.start);
  }

  bool question() const noexcept { return question_; }  // has a question word
  bool content() const noexcept { return content_; }    // asks for something but stopwords
  bool stopped(const QueryItem& item) const noexcept { return item.stop == Stop::frame ? question_ : item.stop != Stop::none; }
  size_t skip(size_t i) const noexcept;  // behind the word, phrase or group at i

 private:
  size_t closing_quote(size_t from) const noexcept;
  void read();
  bool quoted(size_t& i, size_t& unclosed, bool stemmed, int column);
  size_t chunk(size_t begin, bool fresh, bool exact, int& column);
  size_t address_end(size_t begin, size_t end);
  void words(size_t begin, std::string_view whole, bool exact, int column);
  bool continues_run(const text::Word& word, size_t begin) const noexcept;
  bool doubles(QueryItem& item);
  size_t near(size_t open, int column);
  bool has_words(std::string_view part);

  std::string_view text_;
  bool operators_;
  bool content_ = false, question_ = false;
  std::vector<std::string_view> columns_;
  std::vector<QueryItem> items_;
  std::string arena_;
  text::WordScanner scanner_;
};

// Bytes of a word that are given on.
std::string_view clipped(std::string_view word) noexcept;
bool is_query_space(char32_t cp) noexcept;

}  // namespace netra::search

#endif
