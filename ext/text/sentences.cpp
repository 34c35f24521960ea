#include "text/sentences.hpp"

#include <algorithm>

#include "data/tables.hpp"
#include "text/chars.hpp"
#include "text/utf8.hpp"

#include <utf8proc.h>

namespace netra::text {

namespace {

constexpr size_t kLongestAbbreviation = 12;

constexpr std::u32string_view kClosing = U"\"')]\u201D\u2019\u00BB";
constexpr std::u32string_view kOpening = U"\"'([\u201C\u2018\u201E\u00AB-\u2013\u2014\u2022*#@";
bool closes(char32_t cp) noexcept { return kClosing.find(cp) != kClosing.npos; }
bool opens(char32_t cp) noexcept { return kOpening.find(cp) != kOpening.npos; }
constexpr bool stops(char32_t cp) noexcept { return cp == '.' || cp == '!' || cp == '?' || cp == 0x2026; }
bool white(char32_t cp) noexcept { return is_blank(cp) || is_newline(cp) || cp == '\f' || cp == '\v' || cp == 0; }
bool is_lower(char32_t cp) noexcept {
  return cp < 0x80 ? is_ascii_lower(static_cast<char>(cp))
                   : cp != kInvalid && utf8proc_category(static_cast<utf8proc_int32_t>(cp)) == UTF8PROC_CATEGORY_LL;
}

bool listed(std::string_view word) noexcept {
  char folded[kLongestAbbreviation];
  if (word.empty() || word.size() > sizeof folded) return false;
  std::transform(word.begin(), word.end(), folded, ascii_lower);
  const std::string_view key(folded, word.size());
  const auto row = std::lower_bound(data::sentence_abbreviations.begin(), data::sentence_abbreviations.end(), key,
                                    [](const data::SentenceAbbreviation& a, std::string_view b) { return a.word < b; });
  return row != data::sentence_abbreviations.end() && row->word == key;
}

}  // namespace

bool SentenceReader::next(size_t& start, size_t& end) {
  const char* const limit = text_.data() + text_.size();
  auto at = [&](size_t i) { return decode(text_.data() + i, limit); };
  size_t i = at_;
  while (i < text_.size() && white(at(i).cp)) i += at(i).size;
  if (i >= text_.size()) {
    at_ = i;
    return false;
  }
  start = end = i;

  // Does the full stop at `dot` belong to what stands before it?
  auto abbreviates = [&](size_t dot) {
    size_t word = dot;
    while (word > start && dot - word <= kLongestAbbreviation && is_ascii_alpha(text_[word - 1])) --word;
    if (word == dot) {
      while (word > start && dot - word < 4 && is_ascii_digit(text_[word - 1])) --word;
      return word < dot && word == start;  // "1. Tahapan"
    }
    const std::string_view form = text_.substr(word, dot - word);
    const bool dotted = word > start && text_[word - 1] == '.';
    if (dotted) return is_ascii_lower(form[0]) && form.size() <= 2;  // a.n. Bupati; a degree (S.Pd.) may end a sentence
    return listed(form) || (form.size() == 1 && is_ascii_upper(form[0]));
  };

  while (i < text_.size()) {
    if (++read_ % 65536 == 0) poll_();
    const Char c = at(i);
    if (is_newline(c.cp)) {
      size_t breaks = 0, next = i;
      for (; next < text_.size() && white(at(next).cp); next += at(next).size) breaks += text_[next] == '\n';
      if (next >= text_.size()) break;
      if (breaks > 1 || !is_lower(at(next).cp)) {
        at_ = next;
        return true;
      }
      i = next;
      continue;
    }
    i += c.size;
    if (white(c.cp)) continue;
    end = i;
    if (!stops(c.cp)) continue;
    const bool abbreviation = c.cp == '.' && abbreviates(i - 1);
    while (i < text_.size() && (stops(at(i).cp) || closes(at(i).cp))) i += at(i).size;
    end = i;
    size_t next = i;
    while (next < text_.size() && is_blank(at(next).cp)) next += at(next).size;
    if (next == i || next >= text_.size() || abbreviation) continue;
    const Char after = at(next);
    if (is_newline(after.cp)) continue;
    const bool opening = opens(after.cp) || (char_class(after.cp) != CharClass::separator && !is_lower(after.cp));
    if (!opening) continue;
    at_ = next;
    return true;
  }
  at_ = text_.size();
  return true;
}

}  // namespace netra::text
