// Quotations and who speaks them.
#ifndef NETRA_EXTRACT_QUOTES_HPP
#define NETRA_EXTRACT_QUOTES_HPP

#include <string>
#include <vector>

#include "extract/cast.hpp"
#include "extract/document.hpp"
#include "extract/record.hpp"

namespace netra::extract {

enum class QuoteKind : uint8_t {
  langsung,      // between marks
  tak_langsung,  // without marks: "..., tuturnya."
  lanjutan,      // between marks, the speech of the quote before it going on without a verb of its own
};

struct Quote {
  Span span;  // what is said, without the marks
  std::string_view speaker;  // empty: not named
  std::string_view verb;     // as written, without -nya, in small letters
  double confidence = 0;
  int person = 0;       // of extract_officials, 0 none
  QuoteKind kind = QuoteKind::langsung;
  bool balanced = true;  // opening and closing mark both stand
};

// In text order.
std::vector<Quote> find_quotes(const Document& document, const Mentions& officials);

// Spans between quotation marks, four words and more (quote_marks.cpp).
struct Quoted {
  Span span;
  uint32_t open;   // atom of the opening mark; span.first when it is missing
  uint32_t close;  // atom after the closing mark
  bool opened = true;
};
std::vector<Quoted> pair_marks(const Document& document);

extern const std::span<const Field<Quote>> kQuoteFields;

}  // namespace netra::extract

#endif
