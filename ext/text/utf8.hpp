// UTF-8 with bounds, in SQLite's own idea of a character.
//
// SQLite counts a byte >= 0xC0 together with every continuation byte (0x80..0xBF) that follows it as one character, whether or
// not the sequence is well formed, and any other byte as one character. substr(text, start, length) works by that rule, so the
// decoder does too: what it reports as one character is one for substr(), and malformed sequences are one invalid character.
#ifndef NETRA_TEXT_UTF8_HPP
#define NETRA_TEXT_UTF8_HPP

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace netra::text {

inline constexpr char32_t kInvalid = 0xFFFFFFFF;

struct Char {
  char32_t cp;    // code point, or kInvalid for a malformed sequence
  uint32_t size;  // bytes, at least 1
};

constexpr bool is_continuation(char c) noexcept { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// Decodes the character at p; p < end is required. A malformed sequence gives kInvalid with its whole length.
constexpr Char decode(const char* p, const char* end) noexcept {
  const auto lead = static_cast<unsigned char>(*p);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xC0) return {kInvalid, 1};
  const char* q = p + 1;
  while (q < end && is_continuation(*q)) ++q;
  const auto size = static_cast<uint32_t>(q - p);
  auto bits = [p](int i) { return static_cast<char32_t>(static_cast<unsigned char>(p[i]) & 0x3F); };
  if (size == 2 && lead >= 0xC2 && lead < 0xE0) return {(static_cast<char32_t>(lead & 0x1F) << 6) | bits(1), 2};
  if (size == 3 && lead >= 0xE0 && lead < 0xF0) {
    const char32_t cp = (static_cast<char32_t>(lead & 0x0F) << 12) | (bits(1) << 6) | bits(2);
    if (cp >= 0x800 && (cp < 0xD800 || cp > 0xDFFF)) return {cp, 3};
  }
  if (size == 4 && lead >= 0xF0 && lead < 0xF5) {
    const char32_t cp = (static_cast<char32_t>(lead & 0x07) << 18) | (bits(1) << 12) | (bits(2) << 6) | bits(3);
    if (cp >= 0x10000 && cp <= 0x10FFFF) return {cp, 4};
  }
  return {kInvalid, size};
}

// Start of the character that holds the byte before p; begin < p is required.
constexpr const char* previous(const char* begin, const char* p) noexcept {
  const char* q = p - 1;
  while (q > begin && is_continuation(*q)) --q;
  return static_cast<unsigned char>(*q) >= 0xC0 ? q : p - 1;
}

// Writes cp at out (room for 4 bytes) and returns the number of bytes.
constexpr size_t encode(char32_t cp, char* out) noexcept {
  if (cp < 0x80) {
    out[0] = static_cast<char>(cp);
    return 1;
  }
  if (cp < 0x800) {
    out[0] = static_cast<char>(0xC0 | (cp >> 6));
    out[1] = static_cast<char>(0x80 | (cp & 0x3F));
    return 2;
  }
  if (cp < 0x10000) {
    out[0] = static_cast<char>(0xE0 | (cp >> 12));
    out[1] = static_cast<char>(0x80 | ((cp >> 6) & 0x3F));
    out[2] = static_cast<char>(0x80 | (cp & 0x3F));
    return 3;
  }
  out[0] = static_cast<char>(0xF0 | (cp >> 18));
  out[1] = static_cast<char>(0x80 | ((cp >> 12) & 0x3F));
  out[2] = static_cast<char>(0x80 | ((cp >> 6) & 0x3F));
  out[3] = static_cast<char>(0x80 | (cp & 0x3F));
  return 4;
}

// Characters in text, counted as SQLite's substr() does.
constexpr size_t count_chars(std::string_view text) noexcept {
  size_t n = 0;
  bool open = false;  // the last character may still take continuation bytes
  for (const char c : text) {
    if (is_continuation(c) && open) continue;
    open = static_cast<unsigned char>(c) >= 0xC0;
    ++n;
  }
  return n;
}

// Length in bytes of the longest prefix of text that is at most limit bytes and ends between two characters.
constexpr size_t clip(std::string_view text, size_t limit) noexcept {
  if (text.size() <= limit) return text.size();
  size_t end = limit;
  while (end > 0 && is_continuation(text[end])) --end;
  return end;
}

}  // namespace netra::text

#endif
