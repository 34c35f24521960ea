// Folding: compatibility forms, case and (unless kept) diacritics, so that FÜLL, ﬁ, Ｐ and p̄ meet their plain letters.
#ifndef NETRA_TEXT_FOLD_HPP
#define NETRA_TEXT_FOLD_HPP

#include <cstddef>
#include <string>
#include <string_view>

#include "text/poll.hpp"

namespace netra::text {

enum class Diacritics : unsigned char { remove, keep };

inline constexpr size_t kMaxSource = 1 << 16;  // bytes of a word that are read for its token and parts

// Folds the word, of which the first kMaxSource bytes are read, into out (room for capacity bytes); returns the bytes written,
// always whole characters. Apostrophes, ignorable characters and malformed bytes are left out (Jum'at = Jumat), hyphens become
// '-'. A run of more than 30 combining marks is cut at 30 (Unicode's stream-safe format), so time and size stay linear.
size_t fold_word(std::string_view word, Diacritics diacritics, char* out, size_t capacity) noexcept;

// The whole text in NFKC, case-folded, without diacritics and ignorable characters; a malformed byte becomes U+FFFD.
std::string fold_text(std::string_view text, const Poll& poll = {});

}  // namespace netra::text

#endif
