// Small questions that the grammars of regions, institutions and officials ask about the atoms of a document.
#ifndef NETRA_EXTRACT_GRAMMAR_HPP
#define NETRA_EXTRACT_GRAMMAR_HPP

#include <string>
#include <string_view>

#include "extract/document.hpp"
#include "text/chars.hpp"

namespace netra::extract {

// Is atom i that word? lower is ASCII lower case.
inline bool word_is(const Document& d, uint32_t i, std::string_view lower) noexcept {
  if (i >= d.size()) return false;
  const auto bytes = d.bytes(i);
  if (bytes.size() != lower.size()) return false;
  for (size_t k = 0; k < bytes.size(); ++k)
    if (text::ascii_lower(bytes[k]) != lower[k]) return false;
  return true;
}

// Is atom i one of those words? The arguments are literals, so that what is known of all of them together, their lengths and
// first letters, is a constant where this is inlined; it refuses most atoms there.
template <size_t... Sizes>
bool equals_any(const Document& d, uint32_t i, const char (&... words)[Sizes]) noexcept {
  const size_t size = d.atom(i).length;
  return ((size == Sizes - 1 && word_is(d, i, {words, Sizes - 1})) || ...);
}
template <size_t... Sizes>
[[gnu::always_inline]] inline bool word_in(const Document& d, uint32_t i, const char (&... words)[Sizes]) noexcept {
  static_assert(((Sizes - 1 > 0 && Sizes - 1 < 32) && ...));
  if (i >= d.size()) return false;
  const text::Atom& atom = d.atom(i);
  constexpr uint32_t kLengths = ((uint32_t{1} << (Sizes - 1)) | ...);
  const uint32_t letters = ((uint32_t{1} << (words[0] & 31)) | ...);
  const size_t size = atom.length;
  if (size >= 32 || !(kLengths >> size & 1) || !(letters >> (d.text()[atom.start] & 31) & 1)) return false;
  return equals_any(d, i, words...);
}

// The longest cue of that class among the matches, if there is one.
std::optional<Match> cue_of(Matches matches, data::CueClass wanted) noexcept;
// The same at atom i, where most often no cue of any class begins.
[[gnu::always_inline]] inline std::optional<Match> cue_at(const Document& d, uint32_t i, data::CueClass wanted) noexcept {
  if (!d.begins(i, Kind::cue)) return std::nullopt;
  return cue_of(d.matches(i), wanted);
}

// The cue of that class that ends right before atom i, if one does. Cues have at most four words.
std::optional<Match> cue_before(const Document& d, uint32_t i, data::CueClass wanted) noexcept;

inline bool capital(const Document& d, uint32_t i) noexcept { return i < d.size() && d.has(i, kCapitalTrait); }
inline bool spaced(const Document& d, uint32_t i) noexcept { return d.is(i, text::kSpaceBefore); }

// Is atom i one of these punctuation marks?
inline bool mark_in(const Document& d, uint32_t i, std::string_view marks) noexcept {
  return i < d.size() && d.atom(i).punct() && marks.find(d.text()[d.atom(i).start]) != std::string_view::npos;
}

// An en or em dash between blanks, which the press uses like a comma.
inline bool long_dash(const Document& d, uint32_t i) noexcept {
  return i + 1 < d.size() && d.atom(i).punct() && spaced(d, i) && spaced(d, i + 1) && (d.bytes(i) == "\u2013" || d.bytes(i) == "\u2014");
}

// First atom after a short parenthesis "(Busel)", "(Pj.)", "(Mendagri)" that opens at atom i, or i when none does.
inline uint32_t after_parenthesis(const Document& d, uint32_t i, uint32_t most = 4) noexcept {
  if (!d.mark(i, '(')) return i;
  for (uint32_t k = i + 1; k < d.size() && k <= i + most + 1; ++k) {
    if (d.is(k, text::kParagraphBefore)) return i;
    if (d.mark(k, ')')) return k + 1;
  }
  return i;
}

// The text of atoms with every run of white space as one blank: a view of the text where it is written so.
std::string_view plain_text(const Document& d, Span span);

// The two with a blank between them; the second alone when the first is empty.
inline std::string_view joined(const Document& d, std::string_view first, std::string_view second) {
  return first.empty() ? second : d.keep(std::string(first).append(1, ' ').append(second));
}

}  // namespace netra::extract

#endif
