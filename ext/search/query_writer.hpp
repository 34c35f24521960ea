// From the items of a query to FTS5's MATCH string: the second half of indo_query().
#ifndef NETRA_SEARCH_QUERY_WRITER_HPP
#define NETRA_SEARCH_QUERY_WRITER_HPP

#include <string>
#include <string_view>
#include <vector>

#include "search/query.hpp"
#include "search/query_names.hpp"
#include "search/query_reader.hpp"

namespace netra::search {

class QueryWriter {
 public:
  QueryWriter(std::string_view text, const QueryOptions& options, bool operators)
      : reader_(text, options.columns, operators), options_(options), items_(reader_.items()), names_(reader_) {}

  std::string build();
  std::string build_phrase();

 private:
  bool any() const noexcept { return options_.mode == QueryMode::any; }
  bool full() const noexcept { return options_.detail == Detail::full; }
  std::string_view token(const QueryItem& item) const noexcept { return reader_.token(item); }
  std::string_view source(const QueryItem& item) const noexcept { return reader_.source(item); }
  const QueryItem* loose(size_t i) const noexcept {
    return i < items_.size() && items_[i].type == QueryItem::Type::word && items_[i].loose ? &items_[i] : nullptr;
  }

  // The words of `raw` in a row; where the index keeps no positions, all of them. False when there is none. simple becomes false
  // when an operator stands in what was written.
  bool phrase(std::string_view raw, bool exact, bool prefix, std::string& out, bool& simple);
  // A name of the tables or a number in words: one phrase, or all its words.
  bool name(std::string_view raw, std::string& out);
  // "prabowo-gibran" OR its parts near each other: TNI-Polri, TNI dan Polri
  void compound(const QueryItem& item, std::string& out);
  bool splits(const QueryItem& item) const noexcept;
  // One or more items from i as an operand, appended to out; moves i behind them. simple: it needs no parentheses beside
  // another operator. False (nothing written) for a word that is left out.
  bool operand(size_t& i, int depth, std::string& out, bool& simple);
  // "apa itu coklit", "apa yang dimaksud dengan coklit": also the sentence that says it, "coklit adalah".
  void definition(std::string& out) const;
  bool near_terms(const QueryItem& item, std::string& out, bool& simple);
  void column(int index, std::string& out) const;
  // Items up to the closing parenthesis or the end. simple: one operand without an operator.
  bool group(size_t& i, int depth, std::string& out, bool& simple);

  // --- loose words, in query_words.cpp: each rule writes what it knows, moves i behind it and says whether it did ---

  // Loose words: a citation, a number or date, a name of the tables, or one word.
  bool words(size_t& i, std::string& out, bool& simple);
  // UU 10/2016, UU Nomor 10 Tahun 2016: "10 tahun 2016" OR "10 2016"; "nomor" before it need not be there.
  bool citation(size_t& i, std::string& out);
  // pasal 71, ayat (1): the word and its number in a row.
  bool numbered(size_t& i, std::string& out);
  // A number or date of several words, with its value.
  bool figure(size_t& i, std::string& out);
  // non-ASN, non ASN, nonASN: the three ways to write it, and nothing that only has ASN.
  bool turned(size_t& i, std::string& out);
  // A form of the tables, with its other names.
  bool named(size_t& i, std::string& out);
  // undang-undang written as undang undang or undang2
  void apart(const QueryItem& item, std::string& out);
  bool joinable(const QueryItem& item) const noexcept;
  bool repeated(size_t i) const noexcept;

  QueryReader reader_;
  const QueryOptions& options_;
  const std::vector<QueryItem>& items_;
  QueryNames names_;
  bool bare_ = false;  // behind a minus: only the word itself, not its other names
  size_t terms_ = 0;
};

// "content", exactly as written ("=...") or in any form; content without NUL, quotes doubled.
void append_term(std::string& out, std::string_view content, bool exact = false, bool prefix = false);
void append_quoted(std::string& out, std::string_view content);

inline constexpr size_t kMaxPhrase = 128;  // words of one phrase

}  // namespace netra::search

#endif
