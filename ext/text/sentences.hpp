// Sentences of running text. A full stop behind an abbreviation (Pj., No., S.Pd., H.), a list number or an initial ends none;
// closing quotation marks and brackets stay with their sentence. A line break ends a sentence unless the next line goes on in
// lower case.
#ifndef NETRA_TEXT_SENTENCES_HPP
#define NETRA_TEXT_SENTENCES_HPP

#include <cstddef>
#include <string_view>

#include "text/poll.hpp"

namespace netra::text {

class SentenceReader {
 public:
  explicit SentenceReader(std::string_view text, Poll poll = {}) noexcept : text_(text), poll_(poll) {}
  // The next sentence in bytes, without white space around it; false at the end.
  bool next(size_t& start, size_t& end);

 private:
  std::string_view text_;
  size_t at_ = 0;
  Poll poll_;
  unsigned read_ = 0;  // characters, between two polls
};

}  // namespace netra::text

#endif
