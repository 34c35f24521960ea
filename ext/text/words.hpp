// Search words: what the index, indo_tokens, indo_query, kwic and the similarity measures call a word. What a writer joins is one
// word at one position: Jum'at, S.Pd, KTP-nya, undang-undang, Aceh-Medan, 1.929.000, kompas.com; dan/atau and 3(tiga) are two.
#ifndef NETRA_TEXT_WORDS_HPP
#define NETRA_TEXT_WORDS_HPP

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
  const char* token;   // folded, never empty, at most kMaxToken bytes, followed by zeros up to 32 bytes; valid until the second next() from here
  uint32_t size;       // bytes of the token
  WordKind kind;
  bool plain;          // the token has nothing but a-z and '-': the stemmer may see it

  std::string_view view() const noexcept { return {token, size}; }
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
    run_end_ = window_ = nullptr;
    failed_ = stopped_ = false;
  }
  bool next(Word& word) noexcept;
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
  bool slow(const char* p, Word& word) noexcept;
  bool stop() noexcept { return stopped_ = stopped_ || (poll_.stop && poll_.stop(poll_.context)); }
  bool next_in_run(Word& word) noexcept;
  char* buffer() noexcept { return buffers_[side_]; }
  void look_at(const char* p) noexcept {  // classes the bytes from p on, p < end_; the last ones are read from a copy with zeros behind it
    window_ = bytes_ = p;
    if (const auto left = static_cast<size_t>(end_ - p); left < sizeof tail_) [[unlikely]] {
      std::memset(tail_, 0, sizeof tail_);
      std::memcpy(tail_, p, left);
      bytes_ = tail_;
    }
    masks_ = byte_masks(bytes_);
  }
  bool finish(const char* start, const char* end, WordKind kind, bool ascii, Word& word) noexcept;

  const char* begin_ = nullptr;
  const char* end_ = nullptr;
  const char* at_ = nullptr;
  const char* run_ = nullptr;      // a run of an unspaced script being cut: its begin,
  const char* run_at_ = nullptr;   // the begin of its next word
  const char* run_end_ = nullptr;  // and its end; null outside such a run
  static constexpr unsigned kWindow = 64;
  const char* window_ = nullptr;   // the bytes that masks_ describe, null before the first,
  const char* bytes_ = nullptr;    // and where to read them: there or in tail_
  ByteMasks masks_{};
  Diacritics diacritics_;
  bool failed_ = false, stopped_ = false;
  Poll poll_;
  uint32_t passed_ = 0;            // wide characters outside words
  RunBreaker breaker_;
  char tail_[kWindow + 48];        // a word of 31 bytes that begins with the window's last byte, and what stands behind it
  unsigned side_ = 0;              // the buffer of the word found last; the one before it stands in the other
  char buffers_[2][kMaxToken + 32];
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

}  // namespace detail

inline bool WordScanner::next(Word& word) noexcept {
  side_ ^= 1;
  if (run_end_) [[unlikely]] {
    if (next_in_run(word)) return true;
  }
  for (;;) {
    if (at_ >= end_) return false;
    size_t offset = window_ ? static_cast<size_t>(at_ - window_) : kWindow;
    if (offset >= kWindow) {
      look_at(at_);
      offset = 0;
    }
    const uint64_t ahead = masks_.units >> offset;
    if (ahead == 0) {
      if (static_cast<size_t>(end_ - window_) <= kWindow) {
        at_ = end_;
        return false;
      }
      at_ = window_ + kWindow;
      continue;
    }
    offset += static_cast<unsigned>(__builtin_ctzll(ahead));
    const uint64_t run = ~(masks_.letters >> offset);  // the bits shifted in end the run
    const unsigned n = run == 0 ? kWindow : static_cast<unsigned>(__builtin_ctzll(run));
    at_ = window_ + offset;
    if (offset + n >= kWindow && offset > 0) [[unlikely]] {  // goes on behind the window
      look_at(at_);
      continue;
    }
    const char* const p = bytes_ + offset;
    if (n - 1 < 31) [[likely]] {
      const char* const q = p + n;
      uint8_t after = detail::kByteClass[static_cast<unsigned char>(*q)];
      if (after == detail::kJoiner) {  // most often the full stop of a sentence
        const uint8_t then = detail::kByteClass[static_cast<unsigned char>(q[1])];
        if (*q == ':' ? q[1] != '/' : then == detail::kSeparator || then == detail::kJoiner) after = detail::kSeparator;
      } else if (*q == '\xE2' && q[1] == '\x80') {  // dashes, quotation marks, ellipsis; not the apostrophes among them
        const auto last = static_cast<unsigned char>(q[2]);
        if (last >= 0x92 && last <= 0xA7 && last != 0x98 && last != 0x99) after = detail::kSeparator;
      }
      if (after == detail::kSeparator) [[likely]] {
        fold_letters(p, n, buffer());
        word.start = static_cast<size_t>(at_ - begin_);
        word.end = word.start + n;
        word.token = buffer();
        word.size = n;
        word.kind = WordKind::word;
        word.plain = true;
        at_ += n;
        return true;
      }
    } else if (*p == '\xE2' && p[1] == '\x80' && (static_cast<unsigned char>(p[2]) & 0xC0) == 0x80) {
      at_ += 3;  // U+2000 to U+203F: punctuation and spaces, no letter or digit among them
      continue;
    }
    if (slow(at_, word)) return true;
  }
}

}  // namespace netra::text

#endif
