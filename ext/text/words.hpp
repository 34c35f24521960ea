// Search words: what the index, indo_tokens, indo_query, kwic and the similarity measures call a word. What a writer joins is one
// word at one position: Jum'at, S.Pd, KTP-nya, undang-undang, Aceh-Medan, 1.929.000, kompas.com; dan/atau and 3(tiga) are two.
#ifndef NETRA_TEXT_WORDS_HPP
#define NETRA_TEXT_WORDS_HPP

#include <algorithm>
#include <array>
#include <cstdint>
#include <new>
#include <string_view>

#include "text/ascii_run.hpp"
#include "text/fold.hpp"
#include "text/icu.hpp"
#include "text/poll.hpp"

namespace netra::text {

inline constexpr size_t kMaxToken = 1024;     // bytes of a folded token; what a longer word has beyond is left out
inline constexpr size_t kMaxParts = 8;        // of a hyphenated word; the ninth part begins a new word
inline constexpr size_t kMaxAddress = 2048;   // bytes of a URL

enum class WordKind : uint8_t {
  word,          // letters, maybe with apostrophes
  alphanumeric,  // letters and digits: PPPK2, covid19
  number,        // 27, 1.929.000, 3,5, 10.30
  money,         // Rp600: number with the currency written on it
  compound,      // parts joined by hyphens or underscores: undang-undang, KTP-nya, covid-19
  abbreviation,  // dotted: S.Pd, M.M, a.n
  domain,        // kompas.com
  email,
  url,
};
const char* word_kind_name(WordKind kind) noexcept;

struct Word {
  size_t start, end;   // bytes of the text
  const char* token;   // folded, never empty, at most kMaxToken bytes, followed by zeros up to 32 bytes; valid until the next call of next()
  uint32_t size;       // bytes of the token
  WordKind kind;
  bool plain;          // the token has nothing but a-z and '-': the stemmer may see it

  std::string_view view() const noexcept { return {token, size}; }
};

// Of the commonest kind of words, letters alone and not many, as short_words() gives them.
struct ShortWord {
  static constexpr unsigned kMost = 15;  // letters
  char token[16];  // folded, zeros behind it
  size_t start;    // byte of the text
  uint32_t size;
  uint32_t place;  // the reader's own
  operator Word() const noexcept { return {start, start + size, token, size, WordKind::word, true}; }
};

// '#' or '@' when it stands right before the word that starts at that byte, else 0.
inline char sign_before(std::string_view text, size_t start) noexcept {
  return start > 0 && (text[start - 1] == '#' || text[start - 1] == '@') ? text[start - 1] : '\0';
}

// Walks a text from word to word. A malformed byte and NUL separate words. Holds a buffer and, once a script without spaces
// was met, an ICU iterator; reuse it for many texts. Not shared between threads.
class WordScanner {
 public:
  explicit WordScanner(Diacritics diacritics = Diacritics::remove) noexcept : diacritics_(diacritics) {}

  void start(std::string_view text) noexcept {
    begin_ = at_ = text.data();
    end_ = begin_ + text.size();
    run_end_ = tail_at_ = nullptr;
    failed_ = stopped_ = false;
  }
  bool next(Word& word) noexcept;
  // The words ahead as long as they are short, at most `capacity`; on(ShortWord&) sees each as soon as it is found. Fewer than
  // `capacity` when the word ahead is left to next(), or none is.
  template <class On>
  size_t short_words(ShortWord* out, size_t capacity, On&& on) noexcept;
  // Asked within words and stretches without words of some 64 kB, for none of those ends by itself; the caller asks between words.
  void watch(const Poll& poll) noexcept { poll_ = poll; }
  // Two ways to end early, either of which makes next() return false: the words are not to be trusted.
  bool failed() const noexcept { return failed_; }    // out of memory inside ICU
  bool stopped() const noexcept { return stopped_; }  // by the watch
  void check() const {                                // the same as exceptions
    if (stopped_) throw Interrupted{};
    if (failed_) throw std::bad_alloc();
  }
  Diacritics diacritics() const noexcept { return diacritics_; }

 private:
  static constexpr unsigned kWindow = 64;  // bytes classed at once
  static constexpr uint64_t kLastByte = uint64_t{1} << (kWindow - 1);
  static constexpr ptrdiff_t kReadable = kWindow + 16;  // a window and the word that begins with its last byte

  bool slow(const char* p, Word& word) noexcept;
  bool stop() noexcept { return stopped_ = stopped_ || (poll_.stop && poll_.stop(poll_.context)); }
  bool next_in_run(Word& word) noexcept;
  // Where kReadable bytes can be read that begin with those at p, p < end_: there or, near the end, in a copy with zeros behind it.
  const char* readable(const char* p) noexcept {
    if (end_ - p >= kReadable) [[likely]] return p;
    if (!tail_at_) {
      tail_at_ = p;
      std::memset(tail_, 0, sizeof tail_);
      std::memcpy(tail_, p, static_cast<size_t>(end_ - p));
    }
    return tail_ + (p - tail_at_);
  }
  bool finish(const char* start, const char* end, WordKind kind, bool ascii, Word& word) noexcept;

  const char* begin_ = nullptr;
  const char* end_ = nullptr;
  const char* at_ = nullptr;
  const char* tail_at_ = nullptr;  // what tail_ is a copy of, null before the end is near
  const char* run_ = nullptr;      // a run of an unspaced script being cut: its begin,
  const char* run_at_ = nullptr;   // the begin of its next word
  const char* run_end_ = nullptr;  // and its end; null outside such a run
  Diacritics diacritics_;
  bool failed_ = false, stopped_ = false;
  Poll poll_;
  uint32_t passed_ = 0;            // wide characters outside words
  RunBreaker breaker_;
  char tail_[2 * kReadable];
  char buffer_[kMaxToken + 32];
};

// Further words within a compound, an abbreviation, a number with its currency or an address, each folded: Prabowo-Gibran gives
// prabowo, gibran; S.Pd gives spd; Rp600 gives 600; kompas.com gives kompas. Affixes and clitics hyphenated to a figure (ke-4,
// 1960-an) are left out. The caller decides about a compound that is a reduplication. At most 16.
class PartReader {
 public:
  PartReader(std::string_view source, WordKind kind, Diacritics diacritics) noexcept;
  bool next(std::string_view& part) noexcept;  // valid until the next call

 private:
  std::string_view source_;
  WordKind kind_;
  Diacritics diacritics_;
  bool figures_ = false;  // has digits or wide characters, which the stemmer does not see
  size_t at_ = 0;
  unsigned given_ = 0;
  char buffer_[256];
};

namespace detail {

enum ByteClass : uint8_t {
  kSeparator,  // never part of a word
  kLetter,
  kDigit,
  kJoiner,     // may join what stands on both sides: - . ' ` _ @ :
  kWide,       // part of a character of several bytes
};
extern const std::array<uint8_t, 256> kByteClass;

// Does the word end here that has only letters so far? False when that is not certain.
inline bool ends_word(const char* q) noexcept {
  const uint8_t after = kByteClass[static_cast<unsigned char>(*q)];
  if (after == kSeparator) [[likely]] return true;
  if (after == kJoiner) {  // most often the full stop of a sentence
    const uint8_t then = kByteClass[static_cast<unsigned char>(q[1])];
    return *q == ':' ? q[1] != '/' : then == kSeparator || then == kJoiner;
  }
  if (*q != '\xE2' || q[1] != '\x80') return false;
  const auto last = static_cast<unsigned char>(q[2]);  // dashes, quotation marks, ellipsis; not the apostrophes among them
  return last >= 0x92 && last <= 0xA7 && last != 0x98 && last != 0x99;
}

// Bytes at p, behind a word, that cannot begin one: 0 when they may, 3 for U+2000 to U+203F, punctuation and spaces all.
inline unsigned no_word(const char* p) noexcept {
  const uint8_t byte = kByteClass[static_cast<unsigned char>(*p)];
  if (byte == kSeparator || byte == kJoiner) return 1;
  return *p == '\xE2' && p[1] == '\x80' && (static_cast<unsigned char>(p[2]) & 0xC0) == 0x80 ? 3 : 0;
}

}  // namespace detail

inline bool WordScanner::next(Word& word) noexcept {
  if (run_end_) [[unlikely]] {
    if (next_in_run(word)) return true;
  }
  while (at_ < end_) {
    const char* const p = readable(at_);
    if (const unsigned n = detail::no_word(p)) {
      at_ += n;
      continue;
    }
    unsigned n = letter_run(p).size;
    if (n == 16) n += letter_run(p + 16).size;
    if (n - 1 < 31 && detail::ends_word(p + n)) [[likely]] {
      fold_letters(p, n, buffer_);
      const auto start = static_cast<size_t>(at_ - begin_);
      word = {start, start + n, buffer_, n, WordKind::word, true};
      at_ += n;
      return true;
    }
    if (slow(at_, word)) return true;
  }
  return false;
}

template <class On>
size_t WordScanner::short_words(ShortWord* out, size_t capacity, On&& on) noexcept {
  if (run_end_ || at_ >= end_) return 0;
  const char* const first = readable(at_);
  const char* const last = first == at_ ? end_ - kReadable : first + (end_ - at_) - 1;  // where a window may begin
  const auto start = static_cast<size_t>(at_ - begin_);
  const char* p = first;
  size_t count = 0;
  bool more = true;
  while (more && p <= last) {
    const ByteMasks masks = byte_masks(p);
    for (unsigned offset = 0;;) {
      const uint64_t ahead = (masks.units | kLastByte) >> offset;
      const unsigned from = offset + static_cast<unsigned>(__builtin_ctzll(ahead));
      const auto n = static_cast<unsigned>(__builtin_ctzll(~(masks.letters >> from) | kLastByte));
      if (n - 1 >= ShortWord::kMost || !(masks.ends >> ((from + n) % kWindow) & 1) || from + n >= kWindow) [[unlikely]] {
        more = (from + n >= kWindow && from > 0) || !(masks.units >> from & 1);  // the window's end, or a word for next()
        p += from;
        break;
      }
      ShortWord& word = out[count];
      fold_short(p + from, n, word.token);
      word.start = start + static_cast<size_t>(p - first) + from;
      word.size = n;
      on(word);
      offset = from + n;
      if (++count == capacity) {
        p += offset;
        more = false;
        break;
      }
    }
  }
  at_ += std::min(p - first, end_ - at_);
  return count;
}

}  // namespace netra::text

#endif
