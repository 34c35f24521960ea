#include "extract/word_keys.hpp"

#include <cstring>

#include "text/ascii_run.hpp"
#include "text/chars.hpp"
#include "text/fold.hpp"
#include "text/hash.hpp"

namespace netra::extract {

namespace {

constexpr size_t kLongest = 64;  // bytes of a word that count

}  // namespace

WordKey word_key(const Document& d, uint32_t i) noexcept {
  const text::Atom& atom = d.atom(i);
  const auto bytes = d.bytes(i).substr(0, kLongest);
  char folded[kLongest * 4 + 8];
  size_t size = bytes.size();
  if (size < 32 && d.text().size() - atom.start >= 32 && atom.word() && atom.is(text::kAscii) && !atom.is(text::kApostrophe)) [[likely]]
    text::fold_letters(bytes.data(), static_cast<unsigned>(size), folded);
  else
    size = text::fold_word(bytes, text::Diacritics::remove, folded, kLongest * 4);
  std::memset(folded + size, 0, 8);
  return {text::hash_padded({folded, size}), static_cast<uint32_t>(size)};
}

WordKey lower_key(std::string_view text) noexcept {
  uint64_t h = text::hash_begin(text.size());
  for (size_t i = 0; i < text.size();) {
    uint64_t chunk = 0;
    for (unsigned b = 0; b < 8 && i < text.size(); ++b, ++i) chunk |= uint64_t{static_cast<unsigned char>(text::ascii_lower(text[i]))} << (8 * b);
    h = text::hash_step(h, chunk);
  }
  return {h, static_cast<uint32_t>(text.size())};
}

}  // namespace netra::extract
