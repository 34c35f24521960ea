// From words to index tokens. A word is one position: its surface first, then colocated what else should find it there.
//   document: surface; ~stem where the stem differs; parts, S.Pd as spd; the value of a number (#27) unless it is a plain 27; the date
//             (@--10-23-2024: month, day, year, so that a day asked for without a year, @--10-23*, is how those of all years begin)
//   query:    the stem as a surface where documents have it so, and ~stem; a string that begins with '=' asks for surfaces only
// Markers: '~' stem, '#' value, '@' date. No surface begins with one. A query string "=~suara", "=#27" or "=@2024-10-23" asks
// for that very stem, value or date.
#ifndef NETRA_SEARCH_TOKENIZER_HPP
#define NETRA_SEARCH_TOKENIZER_HPP

#include <algorithm>
#include <cstring>
#include <iterator>
#include <memory>
#include <utility>

#include "morphology/family.hpp"
#include "morphology/stemmer.hpp"
#include "search/rules.hpp"
#include "text/chars.hpp"
#include "text/numbers.hpp"
#include "text/words.hpp"

namespace netra::search {

enum class StemMode : uint8_t { both, root, off };

struct Options {
  StemMode stem = StemMode::both;
  text::Diacritics diacritics = text::Diacritics::remove;
  int rules = kRulesVersion;
};

// Reads one option of `tokenize = 'indonesian ...'`; false for an unknown name or value.
bool set_option(Options& options, std::string_view name, std::string_view value) noexcept;

// Surface -> marked stem; one table for words of up to 15 letters, a smaller one for up to 31. Two entries share a line of memory:
// a new word takes the second place, a word met again the first. Only saves time.
class SurfaceCache {
 public:
  struct Hit {
    const char* stem;   // "~suara"
    uint8_t stem_size;  // 0: the stem is the surface
    uint8_t flags;
  };
  enum Flag : uint8_t { kNumber = 1, kParts = 2 };  // can begin a number; has parts that are words of their own

  // Asks for the line of memory that find() will want for this word.
  void prepare(text::ShortWord& word) const noexcept {
    word.place = static_cast<uint32_t>(place<16>(word.token, kShortBits));
    if (short_) [[likely]] __builtin_prefetch(&short_[word.place]);
  }
  bool find(const text::ShortWord& word, Hit& hit) noexcept { return ready() && find_in(short_[word.place], word, hit); }

  // word: at most 31 bytes, followed by zeros up to 32 bytes. False when it cannot be cached.
  bool find(const text::Word& word, Hit& hit) noexcept {
    if (!ready()) return false;
    if (word.size < 16) return find_in(short_[place<16>(word.token, kShortBits)], word, hit);
    return find_in(long_[place<32>(word.token, kLongBits)], word, hit);
  }

 private:
  template <size_t N>
  struct Entry {
    char key[N];  // zero-padded
    char stem[N - 2];
    uint8_t stem_size;
    uint8_t flags;
  };
  template <size_t N>
  struct alignas(64) Pair {
    Entry<N> first, second;
  };
  static constexpr int kShortBits = 14, kLongBits = 9;  // of pairs
  static constexpr uint32_t kPatience = 1024;  // questions; a tokenizer of few words needs no memory

  template <size_t N>
  static bool same(const Entry<N>& entry, const char* word) noexcept {
    uint64_t difference = 0;
    for (size_t i = 0; i < N; i += 8) difference |= text::eight_bytes(entry.key + i) ^ text::eight_bytes(word + i);
    return difference == 0;
  }

  // The products are independent of each other; the upper bits of their sum depend on every byte.
  template <size_t N>
  static size_t place(const char* word, int bits) noexcept {
    constexpr uint64_t kFactors[] = {0x9E3779B97F4A7C15ULL, 0xD6E8FEB86659FD93ULL, 0xBF58476D1CE4E5B9ULL, 0xC2B2AE3D27D4EB4FULL};
    uint64_t h = 0;
    for (size_t i = 0; i < N; i += 8) h += text::eight_bytes(word + i) * kFactors[i / 8];
    return static_cast<size_t>(h >> (64 - bits));
  }

  bool ready() noexcept { return short_ || (++asked_ >= kPatience && allocate()); }

  template <size_t N, class W>
  static bool find_in(Pair<N>& pair, const W& word, Hit& hit) noexcept {
    if (!same(pair.first, word.token)) [[unlikely]] {
      if (same(pair.second, word.token)) std::swap(pair.first, pair.second);
      else {
        Entry<N>& entry = pair.first.key[0] ? pair.second : pair.first;
        if (!fill(entry, word)) return false;
        hit = {entry.stem, entry.stem_size, entry.flags};
        return true;
      }
    }
    hit = {pair.first.stem, pair.first.stem_size, pair.first.flags};
    return true;
  }

  bool allocate() noexcept;
  template <size_t N>
  static bool fill(Entry<N>& entry, const text::Word& word) noexcept;

  std::unique_ptr<Pair<16>[]> short_;
  std::unique_ptr<Pair<32>[]> long_;
  uint32_t asked_ = 0;
  bool tried_ = false;
};

class Tokenizer {
 public:
  // shared: a cache that outlives the tokenizer and that others use too, whatever their options; not at the same time.
  explicit Tokenizer(const Options& options = {}, SurfaceCache* shared = nullptr) noexcept
      : options_(options), scanner_(options.diacritics), cache_(shared ? *shared : own_) {}
  Tokenizer(const Tokenizer&) = delete;
  Tokenizer& operator=(const Tokenizer&) = delete;

  // sink(const char* token, size_t size, size_t start, size_t end, bool colocated) -> int; a value other than 0 stops and is
  // returned. Offsets are bytes. failed(), stopped() and check() tell whether the words ended early.
  template <class Sink>
  int document(std::string_view text, Sink&& sink);
  template <class Sink>
  int query(std::string_view text, bool prefix, Sink&& sink);

  // As text::WordScanner has them.
  void watch(const text::Poll& poll) noexcept { scanner_.watch(poll); }
  bool failed() const noexcept { return scanner_.failed(); }
  bool stopped() const noexcept { return scanner_.stopped(); }
  void check() const { scanner_.check(); }
  const Options& options() const noexcept { return options_; }

 private:
  // What a word is beside its surface, whatever the purpose.
  struct Reading {
    morph::Stem buffer;
    std::string_view stem;  // equals the surface when there is nothing to cut
    bool parts;             // its parts are words of their own
  };
  void read(const text::Word& word, Reading& out) const noexcept;

  // Stem of a part of a compound, from the cache where it holds such words.
  std::string_view part_stem(std::string_view part, morph::Stem& buffer) noexcept;

  template <class Sink>
  int short_word(std::string_view text, const text::ShortWord& word, Sink& sink);
  template <class Sink>
  int any_word(std::string_view text, const text::Word& word, Sink& sink);
  template <class Sink>
  int extras(std::string_view text, const text::Word& word, const Reading& reading, Sink& sink);
  template <class Sink>
  int values(std::string_view text, const text::Word& word, bool query, Sink& sink);

  Options options_;
  text::WordScanner scanner_;
  SurfaceCache own_;
  SurfaceCache& cache_;
  size_t number_end_ = 0, date_end_ = 0;  // bytes: up to here the text belongs to a number or date already read
};

// Has the word parts that are words of their own? Not when the stemmer explains the hyphens (buku-buku, KTP-nya, undang-undang).
bool has_parts(const text::Word& word, std::string_view stem) noexcept;

// The tokens by which a query word finds every form of it in an index with stem both: the stem as documents spell it when it
// stands alone, and marked. A derived form does not ask for the bare word when that is a stopword (mendalam, terdalam, not
// dalam); a function word made of a root asks for the root too (seorang, orang); an adjective and its loan in -itas ask for each other.
struct QueryKeys {
  char text[4][morph::kMaxWord + 16];
  uint8_t length[4];
  size_t size = 0;
  std::string_view view(size_t i) const noexcept { return {text[i], length[i]}; }
};
void query_keys(const text::Word& word, std::string_view stem, QueryKeys& out) noexcept;

// What a query string asks for behind '=', or empty: ~suara, #27, @2024-10-23.
std::string_view marked_token(std::string_view query) noexcept;

// How an index spells the date @2024-10-23: @--10-23-2024. Whatever else is given stays as it is.
struct DateToken {
  char text[14];
};
inline std::string_view date_token(std::string_view date, DateToken& buffer) noexcept {
  if (date.size() != 11 || date[1] == '-' || date[5] != '-' || date[8] != '-') return date;
  std::memcpy(buffer.text, "@--", 3);
  std::memcpy(buffer.text + 3, date.data() + 6, 5);
  buffer.text[8] = '-';
  std::memcpy(buffer.text + 9, date.data() + 1, 4);
  return {buffer.text, 13};
}

inline bool may_have_value(const text::Word& word) noexcept {
  using text::WordKind;
  switch (word.kind) {
    case WordKind::number:
    case WordKind::money:
      return true;
    case WordKind::compound:
      return static_cast<unsigned char>(word.token[0] - '0') < 10;
    case WordKind::word:
      return word.plain && text::begins_number(word.view());
    default:
      return false;
  }
}

template <class Sink>
int Tokenizer::values(std::string_view text, const text::Word& word, bool query, Sink& sink) {
  using text::WordKind;
  if (!query && word.kind == WordKind::number && text::stays_plain(text, word.start, word.end)) return 0;
  text::Value value;
  auto give = [&](std::string_view token) { return sink(token.data(), token.size(), word.start, word.end, true); };
  if ((word.kind == WordKind::number || word.kind == WordKind::compound) && word.start >= date_end_ &&
      text::read_date(text, word.start, false, value)) {
    date_end_ = value.end;
    DateToken buffer;
    if (const int rc = give(date_token(value.view(), buffer))) return rc;
    if (!query || value.text[1] != '-' || value.text[6] != '0') return 0;
    return give(value.view().substr(word.token[0] == '0' ? 7 : 6));  // 1 Oktober in 01 Oktober 2024, and the other way round
  }
  if (word.kind == WordKind::compound || word.start < number_end_ || word.start < date_end_) return 0;
  if (!query && word.kind == WordKind::word && text::lone_number_word(text, word.start, word.end, value)) {
    if (value.size == 0) return 0;
  } else if (!text::read_number(text, word.start, value)) {
    return 0;
  }
  number_end_ = value.end;
  if (!query) return value.spelled ? 0 : give(value.view());
  if (!value.spelled && value.text[value.size - 1] != '%') {  // documents have a plain 27 without its value token
    if (const int rc = give(value.view().substr(1))) return rc;
  }
  return give(value.view());
}

template <class Sink>
int Tokenizer::extras(std::string_view text, const text::Word& word, const Reading& reading, Sink& sink) {
  auto give = [&](std::string_view token) { return sink(token.data(), token.size(), word.start, word.end, true); };
  auto give_stem = [&](std::string_view stem) {
    char marked[morph::kMaxWord + 16];
    marked[0] = '~';
    std::memcpy(marked + 1, stem.data(), stem.size());
    return give({marked, stem.size() + 1});
  };
  const bool both = options_.stem == StemMode::both;
  if (both && reading.stem != word.view()) {
    if (const int rc = give_stem(reading.stem)) return rc;
  }
  if (reading.parts) {
    text::PartReader parts(text.substr(word.start, word.end - word.start), word.kind, options_.diacritics);
    for (std::string_view part; parts.next(part);) {
      if (part == word.view()) continue;
      morph::Stem buffer;
      const bool stemmed = word.kind == text::WordKind::compound && options_.stem != StemMode::off;
      const std::string_view stem = stemmed ? part_stem(part, buffer) : part;
      if (options_.stem != StemMode::root || stem == part) {
        if (const int rc = give(part)) return rc;
      }
      if (stem != part) {
        if (const int rc = both ? give_stem(stem) : give(stem)) return rc;
      }
      text::Value value;
      if (word.kind == text::WordKind::compound && static_cast<unsigned char>(part[0] - '0') < 10 && text::read_number(part, 0, value) &&
          value.end == part.size() && !value.spelled) {
        if (const int rc = give(value.view())) return rc;
      }
    }
  }
  return 0;
}

template <class Sink>
int Tokenizer::any_word(std::string_view text, const text::Word& word, Sink& sink) {
  Reading reading;
  SurfaceCache::Hit hit;
  if (word.plain && word.size < 32 && options_.stem != StemMode::off && cache_.find(word, hit)) {
    reading.stem = word.view();
    if (hit.stem_size > 0) {  // the parts may take its entry
      std::memcpy(reading.buffer.text, hit.stem + 1, size_t{hit.stem_size} - 1);
      reading.stem = {reading.buffer.text, size_t{hit.stem_size} - 1};
    }
    reading.parts = (hit.flags & SurfaceCache::kParts) != 0;
  } else {
    read(word, reading);
  }
  const std::string_view main = options_.stem == StemMode::root ? reading.stem : word.view();
  if (const int rc = sink(main.data(), main.size(), word.start, word.end, false)) return rc;
  if (const int rc = extras(text, word, reading, sink)) return rc;
  return may_have_value(word) ? values(text, word, false, sink) : 0;
}

template <class Sink>
inline int Tokenizer::short_word(std::string_view text, const text::ShortWord& word, Sink& sink) {
  const size_t end = word.start + word.size;
  bool number;
  if (options_.stem == StemMode::off) {
    if (const int rc = sink(word.token, word.size, word.start, end, false)) return rc;
    number = text::begins_number({word.token, word.size});
  } else {
    SurfaceCache::Hit hit;
    if (!cache_.find(word, hit)) [[unlikely]] return any_word(text, word, sink);
    if (options_.stem == StemMode::both || hit.stem_size == 0) {
      if (const int rc = sink(word.token, word.size, word.start, end, false)) return rc;
      if (hit.stem_size > 0)
        if (const int rc = sink(hit.stem, hit.stem_size, word.start, end, true)) return rc;
    } else if (const int rc = sink(hit.stem + 1, size_t{hit.stem_size} - 1, word.start, end, false)) {
      return rc;
    }
    number = hit.flags != 0;
  }
  return number ? values(text, word, false, sink) : 0;
}

template <class Sink>
int Tokenizer::document(std::string_view text, Sink&& sink) {
  scanner_.start(text);
  number_end_ = date_end_ = 0;
  // Short words are found some at a time, so that their lines of the cache are under way while others are given out.
  text::ShortWord words[32];
  const bool cached = options_.stem != StemMode::off;
  for (text::Word word;;) {
    const size_t count = scanner_.short_words(words, std::size(words), [&](text::ShortWord& found) {
      if (cached) cache_.prepare(found);
    });
    for (size_t i = 0; i < count; ++i)
      if (const int rc = short_word(text, words[i], sink)) return rc;
    if (count == std::size(words)) continue;
    if (!scanner_.next(word)) return 0;
    if (const int rc = any_word(text, word, sink)) return rc;
  }
}

template <class Sink>
int Tokenizer::query(std::string_view text, bool prefix, Sink&& sink) {
  using text::WordKind;
  const bool exact = !text.empty() && text[0] == '=' && options_.stem != StemMode::root;
  if (const std::string_view token = marked_token(text); !token.empty()) {
    const size_t marker = options_.stem == StemMode::root && token[0] == '~';  // that index spells stems without it
    DateToken buffer;
    const std::string_view spelled = token[0] == '@' ? date_token(token, buffer) : token.substr(marker);
    if (const int rc = sink(spelled.data(), spelled.size(), size_t{1}, text.size(), false)) return rc;
    const std::string_view figure = token.substr(1);  // a plain 27 has no #27 beside it
    if (token[0] != '#' || !std::all_of(figure.begin(), figure.end(), text::is_ascii_digit)) return 0;
    return sink(figure.data(), figure.size(), size_t{1}, text.size(), true);
  }
  number_end_ = date_end_ = 0;
  size_t last = text.size() + 1;  // start of the word that is a prefix
  if (prefix) {
    scanner_.start(text);
    for (text::Word word; scanner_.next(word);) last = word.start;
  }
  scanner_.start(text);
  Reading reading;
  for (text::Word word; scanner_.next(word);) {
    int rc = 0;
    auto give = [&](std::string_view token, bool colocated) { return sink(token.data(), token.size(), word.start, word.end, colocated); };
    if (exact || word.start == last || options_.stem == StemMode::off) {
      if ((rc = give(word.view(), false))) return rc;
      if (exact || word.start == last) continue;
    } else {
      read(word, reading);
      if (options_.stem == StemMode::root || !word.plain || word.size > morph::kMaxWord) {
        if ((rc = give(reading.stem, false))) return rc;
        if (morph::Stem pair; word.plain && morph::quality_pair(reading.stem, pair) && (rc = give(pair.view(), true))) return rc;
      } else {
        QueryKeys keys;
        query_keys(word, reading.stem, keys);
        for (size_t i = 0; i < keys.size; ++i)
          if ((rc = give(keys.view(i), i > 0))) return rc;
      }
    }
    if (word.kind == WordKind::abbreviation) {
      text::PartReader parts(text.substr(word.start, word.end - word.start), word.kind, options_.diacritics);
      for (std::string_view part; parts.next(part);)
        if ((rc = give(part, true))) return rc;
    }
    if (may_have_value(word) && (rc = values(text, word, true, sink))) return rc;
  }
  return 0;
}

}  // namespace netra::search

#endif
