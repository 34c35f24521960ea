#include "text/fold.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <vector>

#include "text/chars.hpp"
#include "text/utf8.hpp"

namespace netra::text {

namespace {

constexpr size_t kMarkRun = 30;         // UAX #15, stream-safe text format
constexpr size_t kMaxDecomposition = 20;  // the longest compatibility decomposition has 18 code points

constexpr auto kFoldOptions =
    static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_DECOMPOSE);

int combining_class(int32_t cp) noexcept { return utf8proc_get_property(cp)->combining_class; }

// Appends the folded form of one code point and keeps combining marks in canonical order. Buffer: push_back(int32_t), size(),
// operator[]; run counts the marks since the last base letter.
template <class Buffer>
void fold_char(char32_t cp, Diacritics diacritics, Buffer& out, size_t& run) {
  int32_t parts[kMaxDecomposition];
  int boundary = 0;
  const auto n = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(cp), parts, kMaxDecomposition, kFoldOptions, &boundary);
  for (utf8proc_ssize_t i = 0; i < n && i < static_cast<utf8proc_ssize_t>(kMaxDecomposition); ++i) {
    const auto part = static_cast<char32_t>(parts[i]);
    if (char_class(part) == CharClass::ignorable || (diacritics == Diacritics::remove && is_diacritic(part))) continue;
    const int ccc = combining_class(parts[i]);
    if (ccc == 0) {
      run = 0;
      out.push_back(parts[i]);
      continue;
    }
    if (++run > kMarkRun) continue;
    out.push_back(parts[i]);
    size_t at = out.size() - 1;
    for (size_t step = 1; step < run && combining_class(out[at - 1]) > ccc; ++step, --at) std::swap(out[at - 1], out[at]);
  }
}

// Composes the code points in place and writes them as UTF-8 through sink(const char*, size_t) until it returns false.
template <class Sink>
void compose(int32_t* cps, size_t n, Sink&& sink) {
  const auto composed = utf8proc_normalize_utf32(cps, static_cast<utf8proc_ssize_t>(n),
                                                 static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  char bytes[4];
  for (utf8proc_ssize_t i = 0; i < composed; ++i)
    if (!sink(bytes, encode(static_cast<char32_t>(cps[i]), bytes))) return;
}

class WordBuffer {  // a word's code points; what does not fit is left out
 public:
  static constexpr size_t kCapacity = 1024;
  void push_back(int32_t cp) noexcept {
    if (size_ < kCapacity) cps_[size_++] = cp;
  }
  size_t size() const noexcept { return size_; }
  int32_t& operator[](size_t i) noexcept { return cps_[i]; }
  int32_t* data() noexcept { return cps_; }

 private:
  int32_t cps_[kCapacity];
  size_t size_ = 0;
};

}  // namespace

size_t fold_word(std::string_view word, Diacritics diacritics, char* out, size_t capacity) noexcept {
  size_t n = 0;
  const char* p = word.data();
  const char* const end = p + std::min(word.size(), kMaxSource);
  for (; p < end && static_cast<unsigned char>(*p) < 0x80 && n < capacity; ++p)  // the ASCII part needs no tables
    if (!is_apostrophe(static_cast<unsigned char>(*p))) out[n++] = ascii_lower(*p);
  if (p == end || n == capacity) return n;

  WordBuffer cps;
  size_t run = 0;
  if (n > 0) cps.push_back(static_cast<unsigned char>(out[--n]));  // the next mark may combine with the last ASCII letter
  while (p < end && cps.size() < WordBuffer::kCapacity) {
    const Char c = decode(p, end);
    p += c.size;
    if (c.cp == kInvalid || is_apostrophe(c.cp)) continue;
    fold_char(is_hyphen(c.cp) ? U'-' : c.cp, diacritics, cps, run);
  }
  compose(cps.data(), cps.size(), [&](const char* bytes, size_t size) {
    if (size > capacity - n) return false;
    std::copy_n(bytes, size, out + n);
    n += size;
    return true;
  });
  return n;
}

namespace {

constexpr size_t kSegment = 256;  // code points after which a text without ASCII is composed and written

// Can nothing before cp combine with it? Marks do, and the vowels and finals of Hangul, also those written
// in compatibility forms.
bool begins_segment(char32_t cp) noexcept {
  if (cp == kInvalid) return true;
  if ((cp >= 0x1100 && cp <= 0x11FF) || (cp >= 0x3130 && cp <= 0x318F) || (cp >= 0xD7B0 && cp <= 0xD7FF) || (cp >= 0xFFA0 && cp <= 0xFFDC)) return false;
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(cp))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LO:
      return true;
    default:
      return false;
  }
}

}  // namespace

std::string fold_text(std::string_view text, const Poll& poll) {
  std::string out;
  out.reserve(text.size());
  std::vector<int32_t> cps;
  size_t run = 0;
  const char* p = text.data();
  const char* const end = p + text.size();
  // A full string doubles, also when asked for less; this one gets room for as much as there will be when the rest of the text is
  // like what was read.
  auto make_room = [&](size_t more) {
    const size_t least = out.size() + more;
    const auto all = 1.05 * static_cast<double>(least) * static_cast<double>(text.size()) / static_cast<double>(p - text.data());
    std::string wider;
    wider.reserve(std::max(static_cast<size_t>(all), least + least / 8));
    wider += out;
    out.swap(wider);
  };
  auto flush = [&] {
    compose(cps.data(), cps.size(), [&](const char* bytes, size_t size) {
      if (out.capacity() - out.size() < size) make_room(size);
      out.append(bytes, size);
      return true;
    });
    cps.clear();
    run = 0;
  };
  size_t read = 0;
  while (p < end) {
    if (++read % 65536 == 0) poll();
    const Char c = decode(p, end);
    p += c.size;
    if (c.cp < 0x80) {  // an ASCII character starts a new segment: nothing before it can combine with what follows it
      flush();
      cps.push_back(static_cast<unsigned char>(ascii_lower(static_cast<char>(c.cp))));
    } else {
      if (cps.size() >= kSegment && begins_segment(c.cp)) flush();
      fold_char(c.cp == kInvalid ? U'\uFFFD' : c.cp, Diacritics::remove, cps, run);
    }
  }
  flush();
  return out;
}

}  // namespace netra::text
