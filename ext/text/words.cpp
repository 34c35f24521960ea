#include "text/words.hpp"

#include <algorithm>

#include "text/chars.hpp"
#include "text/numbers.hpp"
#include "text/utf8.hpp"

namespace netra::text {

namespace {

constexpr size_t kMaxRun = 4096;         // bytes of an unspaced script handed to ICU at once
constexpr size_t kMaxLocalPart = 64;     // RFC 5321
constexpr size_t kMaxDomain = 253;       // RFC 1035
constexpr unsigned kMaxAbbreviation = 6;  // dotted segments: S.Kom, M.M.S.I
constexpr unsigned kMaxUrlParts = 16;
constexpr ptrdiff_t kPollEvery = 1 << 16;  // bytes

constexpr bool ascii(char c) noexcept { return static_cast<unsigned char>(c) < 0x80; }

// Case-insensitive prefix; word is in lower case.
bool begins(const char* p, const char* end, std::string_view word) noexcept {
  if (static_cast<size_t>(end - p) < word.size()) return false;
  for (size_t i = 0; i < word.size(); ++i)
    if (ascii_lower(p[i]) != word[i]) return false;
  return true;
}

bool equals(std::string_view text, std::string_view word) noexcept {
  return text.size() == word.size() && begins(text.data(), text.data() + text.size(), word);
}

template <size_t N>
bool one_of(std::string_view text, const std::string_view (&list)[N]) noexcept {
  return std::any_of(std::begin(list), std::end(list), [&](std::string_view item) { return equals(text, item); });
}

constexpr std::string_view kTopDomains[] = {"com", "net", "org", "info", "biz",  "edu",  "gov",   "mil",  "int", "id",    "tv",  "news",
                                            "co",  "io",  "ai",  "app",  "dev",  "asia", "site",  "web",  "xyz", "space", "blog", "store",
                                            "online", "press", "media", "live", "link", "today"};
constexpr std::string_view kSecondDomains[] = {"co", "com", "ac", "go", "gov", "or", "org", "net", "edu", "sch", "desa", "my", "web", "mil"};
// Parts of addresses that say nothing about their subject.
constexpr std::string_view kAddressNoise[] = {"http", "https", "www", "com", "co", "id", "net", "org", "go", "ac", "or", "html", "htm", "php"};
constexpr std::string_view kDottedTitles[] = {"ph", "sp", "drs", "dra"};  // Ph.D, Sp.OG: longer first segments of abbreviations
constexpr std::string_view kFigureAffixes[] = {"ke", "se", "di", "an", "nya", "lah", "kah", "pun", "ku", "mu"};

// An apostrophe is never a letter here, though Unicode counts the modifier letters U+02BB and U+02BC as such.
CharClass class_of(char32_t cp) noexcept { return is_apostrophe(cp) ? CharClass::separator : char_class(cp); }

// Does a letter or digit begin at p? Marks and ignorable characters do not.
bool begins_unit(const char* p, const char* end) noexcept {
  if (p >= end) return false;
  if (ascii(*p)) return is_ascii_alnum(*p);
  const CharClass c = class_of(decode(p, end).cp);
  return c == CharClass::letter || c == CharClass::digit;
}

bool letter_at(const char* p, const char* end) noexcept {
  if (p >= end) return false;
  return ascii(*p) ? is_ascii_alpha(*p) : class_of(decode(p, end).cp) == CharClass::letter;
}

struct Unit {  // what stands between two hyphens
  const char* end;
  WordKind kind;
  bool ascii;          // bytes below 0x80 only
  unsigned letters;    // characters, saturating
  bool plain;          // letters a-z and apostrophes only
};

// Letters, digits and marks from p; apostrophes between letters and ignorable characters inside are passed over. on() is asked
// after every kPollEvery bytes whether to go on.
template <class On>
Unit segment(const char* p, const char* end, On&& on) noexcept {
  Unit unit{p, WordKind::word, true, 0, true};
  bool after_letter = false;
  bool wide = false;  // a character of several bytes since unit.end
  const char* stop = p + std::min(end - p, kPollEvery);
  for (;;) {
    if (p >= stop) {
      if (p >= end || !on()) break;
      stop = p + std::min(end - p, kPollEvery);
    }
    if (ascii(*p)) {
      const bool letter = is_ascii_alpha(*p);
      if (letter || is_ascii_digit(*p)) {
        unit.end = ++p;
        unit.ascii = unit.ascii && !wide;
        unit.letters += unit.letters < 1000;
        if (!letter) unit.kind = WordKind::alphanumeric;
        after_letter = letter;
        continue;
      }
      if (is_apostrophe(static_cast<unsigned char>(*p)) && after_letter && letter_at(p + 1, end)) {
        ++p;
        continue;
      }
      break;
    }
    const Char c = decode(p, end);
    if (is_apostrophe(c.cp)) {
      if (!after_letter || !letter_at(p + c.size, end)) break;
      wide = true;
      p += c.size;
      continue;
    }
    const CharClass cls = class_of(c.cp);
    if (cls == CharClass::ignorable) {
      wide = true;
      p += c.size;
      continue;
    }
    if (cls != CharClass::letter && cls != CharClass::digit && cls != CharClass::mark) break;
    p += c.size;
    unit.end = p;
    unit.ascii = false;
    unit.letters += unit.letters < 1000 && cls != CharClass::mark;
    if (cls == CharClass::digit) unit.kind = WordKind::alphanumeric;
    if (cls != CharClass::mark) after_letter = cls == CharClass::letter;
  }
  unit.plain = unit.ascii && unit.kind == WordKind::word;
  return unit;
}

// End of the host name at p (ASCII labels, a known last label), or null.
const char* domain_end(const char* p, const char* end) noexcept {
  const char* const limit = p + std::min(static_cast<size_t>(end - p), kMaxDomain);
  const char* q = p;
  while (q < limit && (is_ascii_alnum(*q) || ((*q == '.' || *q == '-') && q + 1 < limit && is_ascii_alnum(q[1])))) ++q;
  if (q < end && (!ascii(*q) || *q == '_' ) && begins_unit(q, end)) return nullptr;
  std::string_view labels(p, static_cast<size_t>(q - p));
  const size_t dot = labels.rfind('.');
  if (dot == labels.npos || dot == 0) return nullptr;
  const std::string_view last = labels.substr(dot + 1);
  const std::string_view before = labels.substr(0, dot);
  const size_t previous_dot = before.rfind('.');
  const std::string_view second = before.substr(previous_dot == before.npos ? 0 : previous_dot + 1);
  bool known = one_of(last, kTopDomains);
  if (!known && last.size() == 2 && previous_dot != before.npos)
    known = is_ascii_alpha(last[0]) && is_ascii_alpha(last[1]) && one_of(second, kSecondDomains);
  if (!known || (previous_dot == before.npos && second.size() < 2)) return nullptr;
  return q;
}

const char* email_end(const char* p, const char* end) noexcept {
  const char* const limit = p + std::min(static_cast<size_t>(end - p), kMaxLocalPart + 1);
  const char* q = p;
  while (q < limit && (is_ascii_alnum(*q) || *q == '.' || *q == '_' || *q == '-' || *q == '+' || *q == '%')) ++q;
  if (q == p || q >= limit || *q != '@' || q[-1] == '.') return nullptr;
  return domain_end(q + 1, end);
}

// End of the address that began at p: up to white space, quotes, brackets or a wide separator, without closing punctuation.
const char* address_end(const char* p, const char* end) noexcept {
  const char* const limit = p + std::min(static_cast<size_t>(end - p), kMaxAddress);
  const char* q = p;
  while (q < limit) {
    if (ascii(*q)) {
      if (static_cast<unsigned char>(*q) <= ' ' || *q == 0x7F || *q == '"' || *q == '<' || *q == '>' || *q == '\\' || *q == '^' ||
          *q == '`' || *q == '{' || *q == '|' || *q == '}')
        break;
      ++q;
    } else {
      const Char c = decode(q, end);
      const CharClass cls = class_of(c.cp);
      if (cls == CharClass::separator || cls == CharClass::ignorable || q + c.size > limit) break;
      q += c.size;
    }
  }
  while (q > p && ascii(q[-1]) && !is_ascii_alnum(q[-1]) && q[-1] != '/') --q;
  while (q > p && q[-1] == '/') --q;
  return q;
}

template <class On>
Unit unit_at(const char* begin, const char* p, const char* end, On&& on) noexcept {
  if (is_ascii_digit(*p)) {
    const char* q = number_end(begin, p, end);
    if (q < end && *q != '.' && *q != ',') {
      bool figures = true;
      for (const char* r = p; r < q && figures; ++r) figures = is_ascii_digit(*r);
      if (figures && begins_unit(q, end)) {  // 3G, 86com
        const Unit unit = segment(p, end, on);
        if (unit.end > q) return unit;
      }
    }
    return {q, WordKind::number, true, 0, false};
  }
  if (end - p > 2 && (p[0] | 0x20) == 'r' && (p[1] | 0x20) == 'p' && is_ascii_digit(p[2])) {
    const char* q = number_end(begin, p + 2, end);
    if (!letter_at(q, end)) return {q, WordKind::money, true, 0, false};
  }
  Unit unit = segment(p, end, on);
  if (unit.end + 1 >= end || *unit.end != '.' || !begins_unit(unit.end + 1, end)) return unit;
  if (unit.kind != WordKind::word) return unit;
  if (unit.letters != 1 && !one_of({p, static_cast<size_t>(unit.end - p)}, kDottedTitles)) return unit;
  for (unsigned n = 1; n < kMaxAbbreviation && unit.end + 1 < end && *unit.end == '.' && letter_at(unit.end + 1, end); ++n) {
    const Unit more = segment(unit.end + 1, end, on);
    if (more.kind != WordKind::word || more.letters > 4) break;
    unit.end = more.end;
    unit.ascii = unit.ascii && more.ascii;
    unit.kind = WordKind::abbreviation;
    unit.plain = false;
  }
  return unit;
}

}  // namespace

const std::array<uint8_t, 256> detail::kByteClass = [] {
  std::array<uint8_t, 256> table{};
  for (unsigned c = 0; c < 256; ++c)
    table[c] = c >= 0x80 ? kWide : is_ascii_alpha(static_cast<char>(c)) ? kLetter : is_ascii_digit(static_cast<char>(c)) ? kDigit : kSeparator;
  for (const char c : {'-', '.', '\'', '`', '_', '@', ':'}) table[static_cast<unsigned char>(c)] = kJoiner;
  return table;
}();

const char* word_kind_name(WordKind kind) noexcept {
  constexpr const char* kNames[] = {"word", "alphanumeric", "number", "money", "compound", "abbreviation", "domain", "email", "url"};
  return kNames[static_cast<size_t>(kind)];
}

// The word at p, of any kind. False when p is a separator; at_ is then behind it.
bool WordScanner::slow(const char* p, Word& word) noexcept {
  if (p >= end_) {
    at_ = end_;
    return false;
  }
  if (!ascii(*p)) {
    const Char c = decode(p, end_);
    const CharClass cls = class_of(c.cp);
    if (cls == CharClass::unspaced) {
      const char* q = p + c.size;
      while (q < end_ && static_cast<size_t>(q - p) < kMaxRun && !ascii(*q)) {
        const Char d = decode(q, end_);
        const CharClass more = class_of(d.cp);
        if (more != CharClass::unspaced && more != CharClass::mark && more != CharClass::ignorable) break;
        q += d.size;
      }
      run_ = run_at_ = p;
      run_end_ = at_ = q;
      breaker_.start({p, static_cast<size_t>(q - p)});
      return next_in_run(word);
    }
    if (cls != CharClass::letter && cls != CharClass::digit) {
      at_ = p + c.size;
      if (++passed_ % 16384 == 0 && stop()) at_ = end_;
      return false;
    }
  } else if (!is_ascii_alnum(*p)) {
    at_ = p + 1;
    return false;
  }

  if (is_ascii_digit(*p)) {  // a plain figure between separators
    char* const token = buffer_;
    const char* q = p;
    while (q < end_ && q - p < 24 && is_ascii_digit(*q)) token[q - p] = *q, ++q;
    const char next = q < end_ ? *q : ' ', then = end_ - q > 1 ? q[1] : ' ';
    if (next == ' ' || ((next == ',' || next == '.' || next == ')' || next == '\n' || next == '%' || next == '/') && ascii(then) && !is_ascii_alnum(then))) {
      const auto n = static_cast<size_t>(q - p);
      std::memset(token + n, 0, 32 - n);
      word = {static_cast<size_t>(p - begin_), static_cast<size_t>(q - begin_), token, static_cast<uint32_t>(n), WordKind::number, false};
      at_ = q;
      return true;
    }
  }
  const bool is_url = begins(p, end_, "http://") || begins(p, end_, "https://");
  if (is_url || (begins(p, end_, "www.") && begins_unit(p + 4, end_))) {
    const char* q = address_end(p, end_);
    if (q - p > (is_url ? 8 : 4)) return finish(p, q, WordKind::url, false, word);
  }

  const auto on = [this] { return !stop(); };
  Unit unit = unit_at(begin_, p, end_, on);
  const char joiner = unit.end < end_ ? *unit.end : ' ';
  if (joiner == '.' || joiner == '_' || joiner == '-' || joiner == '@' || joiner == '+' || unit.kind == WordKind::abbreviation) {
    if (const char* q = email_end(p, end_)) return finish(p, q, WordKind::email, true, word);
    if (const char* q = unit.kind == WordKind::number ? nullptr : domain_end(p, end_)) {
      if (q < end_ && *q == '/' && q + 1 < end_ && is_ascii_alnum(q[1])) return finish(p, address_end(p, end_), WordKind::url, false, word);
      return finish(p, q, WordKind::domain, true, word);
    }
  }

  const char* last = unit.end;
  WordKind kind = unit.kind;
  bool only_ascii = unit.ascii, plain = unit.plain;
  for (size_t parts = 1; parts < kMaxParts && last < end_; ++parts) {
    size_t size = 0;
    if (*last == '-' || *last == '_') size = 1;
    else if (!ascii(*last)) {
      const Char c = decode(last, end_);
      if (is_hyphen(c.cp)) size = c.size;
    }
    if (size == 0 || !begins_unit(last + size, end_)) break;
    plain = plain && *last == '-';
    only_ascii = only_ascii && size == 1;
    unit = unit_at(begin_, last + size, end_, on);
    last = unit.end;
    only_ascii = only_ascii && unit.ascii;
    plain = plain && unit.plain;
    kind = WordKind::compound;
  }
  if (stopped_) {
    at_ = end_;
    return false;
  }
  if (!finish(p, last, kind, only_ascii, word)) return false;
  word.plain = plain;
  return true;
}

bool WordScanner::next_in_run(Word& word) noexcept {
  while (const size_t size = breaker_.next()) {
    const char* const start = run_at_;
    run_at_ = run_ + size;
    if (finish(start, run_at_, WordKind::word, false, word)) {
      at_ = run_end_;
      return true;
    }
  }
  failed_ = failed_ || breaker_.failed();
  at_ = run_end_;
  run_end_ = nullptr;
  return false;
}

// Folds the word into the buffer. False when nothing is left of it; at_ is behind the word either way.
bool WordScanner::finish(const char* start, const char* end, WordKind kind, bool ascii_only, Word& word) noexcept {
  at_ = end;
  char* const token = buffer_;
  const std::string_view source(start, static_cast<size_t>(end - start));
  size_t size = 0;
  if (ascii_only) {
    for (const char* p = start; p < end && size < kMaxToken; ++p)
      if (!is_apostrophe(static_cast<unsigned char>(*p))) token[size++] = ascii_lower(*p);
  } else {
    size = fold_word(source, diacritics_, token, kMaxToken);
    // A compatibility form may begin with a bracket or a sign; marked tokens alone may begin so.
    size_t skip = 0;
    while (skip < size && ascii(token[skip]) && !is_ascii_alnum(token[skip])) ++skip;
    if (skip > 0) {
      std::memmove(token, token + skip, size - skip);
      size -= skip;
    }
  }
  if (size == 0) return false;
  if (size < 32) std::memset(token + size, 0, 32 - size);
  word.start = static_cast<size_t>(start - begin_);
  word.end = static_cast<size_t>(end - begin_);
  word.token = token;
  word.size = static_cast<uint32_t>(size);
  word.kind = kind;
  word.plain = false;
  return true;
}

PartReader::PartReader(std::string_view source, WordKind kind, Diacritics diacritics) noexcept
    : source_(source.substr(0, kMaxSource)), kind_(kind), diacritics_(diacritics) {
  if (kind != WordKind::compound) return;
  // Clitics and prefixes of ASCII words are the stemmer's business.
  figures_ = std::any_of(source_.begin(), source_.end(), [](char c) { return is_ascii_digit(c) || !ascii(c); });
}

bool PartReader::next(std::string_view& part) noexcept {
  const char* const end = source_.data() + source_.size();
  const char* p = source_.data() + at_;
  auto give = [&](const char* from, const char* to) {
    const size_t size = fold_word({from, static_cast<size_t>(to - from)}, diacritics_, buffer_, sizeof buffer_);
    part = {buffer_, size};
    ++given_;
    return size > 0;
  };
  switch (kind_) {
    case WordKind::abbreviation: {  // once, without its dots
      if (at_ > 0) return false;
      at_ = source_.size();
      size_t n = fold_word(source_, diacritics_, buffer_, sizeof buffer_);
      n = static_cast<size_t>(std::remove(buffer_, buffer_ + n, '.') - buffer_);
      part = {buffer_, n};
      return n > 0;
    }
    case WordKind::money:
      if (at_ > 0) return false;
      at_ = source_.size();
      return give(p + 2, end);
    case WordKind::compound:
      while (p < end && given_ < kMaxParts) {
        const Unit unit = unit_at(source_.data(), p, end, [] { return true; });
        const char* const from = p;
        p = unit.end;
        if (p < end) p += decode(p, end).size;
        at_ = static_cast<size_t>(p - source_.data());
        if (unit.end == from) continue;
        if (figures_ && one_of({from, static_cast<size_t>(unit.end - from)}, kFigureAffixes)) continue;
        if (give(from, unit.end)) return true;
      }
      return false;
    case WordKind::domain:
    case WordKind::email:
    case WordKind::url:
      while (p < end && given_ < kMaxUrlParts) {
        if (!begins_unit(p, end)) {
          p += decode(p, end).size;
          continue;
        }
        const Unit unit = segment(p, end, [] { return true; });
        const char* const from = p;
        p = unit.end > p ? unit.end : p + decode(p, end).size;
        at_ = static_cast<size_t>(p - source_.data());
        if (unit.letters < 2 || one_of({from, static_cast<size_t>(p - from)}, kAddressNoise)) continue;
        if (give(from, p)) return true;
      }
      return false;
    default:
      return false;
  }
}

}  // namespace netra::text
