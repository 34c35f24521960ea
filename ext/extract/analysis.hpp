// Everything Netra knows of one text, computed when first asked for and kept, so that several functions on the same row share
// the work. Not for use by two threads at once.
#ifndef NETRA_EXTRACT_ANALYSIS_HPP
#define NETRA_EXTRACT_ANALYSIS_HPP

#include <optional>
#include <string>
#include <string_view>

#include "extract/document.hpp"

namespace netra::extract {

class Analysis {
 public:
  explicit Analysis(std::string_view text, Poll poll = {}) : text_(text), document_(text_, poll), poll_(poll) {}
  Analysis(const Analysis&) = delete;
  Analysis& operator=(const Analysis&) = delete;

  std::string_view text() const noexcept { return text_; }
  const Document& document() const noexcept { return document_; }

 private:
  // Computes a member on first use; when find throws nothing is kept.
  template <class T, class Find>
  static const T& lazy(std::optional<T>& slot, Find&& find) {
    if (!slot) slot.emplace(find());
    return *slot;
  }

  std::string text_;
  Document document_;
  Poll poll_;
};

}  // namespace netra::extract

#endif
