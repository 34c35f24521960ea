#include "search/query_reader.hpp"

#include <algorithm>

#include "text/chars.hpp"
#include "text/utf8.hpp"

namespace netra::search {

using Type = QueryItem::Type;

namespace {

constexpr auto npos = std::string_view::npos;

constexpr std::u32string_view kQuotes = U"\"\u201C\u201D\u201E\u201F\u00AB\u00BB\uFF02";
bool is_quote(char32_t cp) noexcept { return kQuotes.find(cp) != kQuotes.npos; }
constexpr bool is_bracket(char32_t cp) noexcept { return cp == '(' || cp == ')' || cp == '|'; }

text::Char char_at(std::string_view text, size_t i) noexcept { return text::decode(text.data() + i, text.data() + text.size()); }

}  // namespace

std::string_view clipped(std::string_view word) noexcept { return word.substr(0, text::clip(word, QueryReader::kMaxWordBytes)); }
bool is_query_space(char32_t cp) noexcept {
  return cp == 0 || text::is_blank(cp) || text::is_newline(cp) || cp == '\f' || cp == '\v';
}

QueryReader::QueryReader(std::string_view text, std::string_view columns, bool operators) : text_(text), operators_(operators) {
  for (size_t at = 0; at < columns.size();) {
    size_t end = at;
    while (end < columns.size() && columns[end] != ',' && columns[end] != ' ') ++end;
    if (end > at) columns_.push_back(columns.substr(at, end - at));
    at = end + 1;
  }
  items_.reserve(24);
  arena_.reserve(256);
  read();
  question_ = std::any_of(items_.begin(), items_.end(), [](const QueryItem& item) { return item.stop == Stop::question; });
  for (size_t i = 0; i < items_.size() && !content_; ++i) {
    const QueryItem& item = items_[i];
    if (item.type == Type::minus)
      i = skip(i + 1) - 1;
    else
      content_ = item.type == Type::phrase || item.type == Type::near ||
                 (item.type == Type::word && (item.exact || item.prefix || !stopped(item)));
  }
}

size_t QueryReader::skip(size_t i) const noexcept {
  if (i >= items_.size()) return i;
  if (items_[i].type != Type::open) return i + 1;
  int depth = 0;
  for (; i < items_.size(); ++i) {
    if (items_[i].type == Type::open) ++depth;
    if (items_[i].type == Type::close && --depth == 0) return i + 1;
  }
  return i;
}

size_t QueryReader::closing_quote(size_t from) const noexcept {  // npos when there is none
  for (size_t i = from; i < text_.size();) {
    const text::Char c = char_at(text_, i);
    if (is_quote(c.cp)) return i;
    i += c.size;
  }
  return npos;
}

bool QueryReader::has_words(std::string_view part) {
  scanner_.start(part);
  text::Word word;
  return scanner_.next(word);
}

void QueryReader::read() {
  size_t i = 0;
  bool fresh = true;  // at the start, behind a blank or an opening parenthesis
  bool exact = false, stemmed = false;
  int column = -1;
  size_t unclosed = npos;  // no closing quote from here on
  while (i < text_.size() && items_.size() < kMaxItems) {
    const text::Char c = char_at(text_, i);
    if (is_query_space(c.cp)) {
      i += c.size, fresh = true, exact = stemmed = false, column = -1;
      continue;
    }
    if (is_quote(c.cp)) {
      if (!quoted(i, unclosed, stemmed, column)) {
        fresh = true;
        continue;
      }
      fresh = false, exact = stemmed = false, column = -1;
      continue;
    }
    if (is_bracket(c.cp)) {
      items_.push_back({.type = c.cp == '(' ? Type::open : c.cp == ')' ? Type::close : Type::either, .column = column});
      i += c.size, fresh = c.cp != ')', exact = stemmed = false, column = -1;
      continue;
    }
    if (fresh && (c.cp == '-' || c.cp == 0x2212 || c.cp == 0x2013) && i + c.size < text_.size()) {
      const text::Char next = char_at(text_, i + c.size);
      if (is_quote(next.cp) || next.cp == '(' || next.cp == '=' || next.cp == '~' ||
          text::char_class(next.cp) != text::CharClass::separator) {
        items_.push_back({.type = Type::minus});
        i += c.size;
        continue;
      }
    }
    if (fresh && (c.cp == '=' || c.cp == '~')) {
      exact = c.cp == '=', stemmed = c.cp == '~';
      i += c.size;
      continue;
    }
    i = chunk(i, fresh, exact, column);
    fresh = exact = stemmed = false;
  }
}

// The phrase whose opening quote stands at i; moves i behind it. False when no quote closes it: the quote is read past.
bool QueryReader::quoted(size_t& i, size_t& unclosed, bool stemmed, int column) {
  const size_t inside = i + char_at(text_, i).size;
  const size_t close = inside >= unclosed ? npos : closing_quote(inside);
  if (close == npos) {
    unclosed = std::min(unclosed, inside);
    i = inside;
    return false;
  }
  QueryItem item{.type = Type::phrase, .exact = !stemmed, .column = column, .start = inside, .end = close};
  if (item.end > item.start && text_[item.start] == '=')
    ++item.start;
  else if (item.end > item.start && text_[item.start] == '~')
    ++item.start, item.exact = false;
  i = close + char_at(text_, close).size;
  if (i < text_.size() && text_[i] == '*') item.prefix = true, ++i;
  if (has_words(source(item))) items_.push_back(item);
  return true;
}

// Reads up to the next blank, quote, parenthesis or bar; returns where it ended.
size_t QueryReader::chunk(size_t begin, bool fresh, bool exact, int& column) {
  size_t end = begin;
  while (end < text_.size()) {
    const text::Char c = char_at(text_, end);
    if (is_query_space(c.cp) || is_quote(c.cp) || is_bracket(c.cp)) break;
    end += c.size;
  }
  if (text_.substr(begin, end - begin).find("://") != npos) end = std::max(end, address_end(begin, end));
  const std::string_view whole = text_.substr(begin, end - begin);
  if (fresh && !exact && operators_) {
    if (whole == "OR" || whole == "ATAU") {
      items_.push_back({.type = Type::either});
      return end;
    }
    if (whole == "NOT" || whole == "TANPA") {
      items_.push_back({.type = Type::minus});
      return end;
    }
    if (whole == "AND" || whole == "DAN") return end;
    if (whole == "NEAR" && end < text_.size() && text_[end] == '(') {
      if (const size_t after = near(end, column)) return after;
    }
  }
  if (const size_t colon = whole.find(':'); column < 0 && colon != npos && colon > 0) {
    const auto known = std::find(columns_.begin(), columns_.end(), whole.substr(0, colon));
    if (known != columns_.end()) {
      column = static_cast<int>(known - columns_.begin());
      return begin + colon + 1;  // what follows is read afresh
    }
  }
  const size_t first = items_.size();
  words(begin, whole, exact, column);
  if (items_.size() > first) {
    QueryItem& last = items_.back();
    if (last.end < text_.size() && text_[last.end] == '*') last.prefix = true, last.loose = false;
    column = -1;
  }
  return end;
}

// Where an address that begins before `end` ends: it may hold parentheses.
size_t QueryReader::address_end(size_t begin, size_t end) {
  scanner_.start(text_.substr(begin));
  for (text::Word word; scanner_.next(word) && begin + word.start < end;)
    if (word.kind == text::WordKind::url && begin + word.end > end) return begin + word.end;
  return end;
}

void QueryReader::words(size_t begin, std::string_view whole, bool exact, int column) {
  scanner_.start(whole);
  for (text::Word word; items_.size() < kMaxItems && scanner_.next(word);) {
    if (continues_run(word, begin)) {  // one phrase: the words of a script without blanks are cut by Netra, not by the writer
      items_.back().type = Type::phrase;
      items_.back().exact = true;
      items_.back().loose = false;
      items_.back().end = begin + word.end;
      continue;
    }
    const size_t size = clipped(whole.substr(word.start, word.end - word.start)).size();
    QueryItem item{.type = Type::word,
                   .exact = exact,
                   .plain = word.plain,
                   .kind = word.kind,
                   .column = column,
                   .start = begin + word.start,
                   .end = begin + word.start + size,
                   .token = arena_.size(),
                   .size = word.size};
    item.loose = !exact && column < 0;
    item.stop = stop_class(word.view());
    arena_.append(word.token, word.size);
    if (!doubles(item)) items_.push_back(item);
  }
}

// Does the word stand right behind the one before, in a run of a script without blanks (选举, การเลือกตั้ง)?
bool QueryReader::continues_run(const text::Word& word, size_t begin) const noexcept {
  if (items_.empty()) return false;
  const QueryItem& before = items_.back();
  return (before.type == Type::word || before.type == Type::phrase) && before.start >= begin &&
         before.end == begin + word.start && text::char_class(char_at(text_, before.end).cp) == text::CharClass::unspaced;
}

// undang undang, undang2: undang-undang. Becomes the word before, or changes the item itself.
bool QueryReader::doubles(QueryItem& item) {
  using text::WordKind;
  if (!item.loose || item.stop != Stop::none) return false;
  const std::string half(token(item));
  const auto join = [&](QueryItem& to, std::string_view word) {
    to.token = arena_.size();
    arena_.append(word).append(1, '-').append(word);
    to.size = arena_.size() - to.token;
    to.kind = WordKind::compound;
    to.plain = to.doubled = true;
  };
  if (item.kind == WordKind::alphanumeric && half.size() > 3 && half.back() == '2' &&
      std::all_of(half.begin(), half.end() - 1, text::is_ascii_lower)) {
    join(item, std::string_view(half).substr(0, half.size() - 1));
    return false;
  }
  if (items_.empty() || item.kind != WordKind::word || !item.plain || half.size() < 3) return false;
  QueryItem& before = items_.back();
  if (before.type != Type::word || !before.loose || before.doubled || token(before) != half || item.start != before.end + 1)
    return false;
  join(before, half);
  before.end = item.end;
  return true;
}

// NEAR( words and phrases [, distance] ) with the parenthesis at `open`; 0 when it is not closed or holds nothing.
size_t QueryReader::near(size_t open, int column) {
  size_t close = open + 1;
  bool in_quotes = false;
  for (; close < text_.size() && (in_quotes || text_[close] != ')'); ++close) {
    if (text_[close] == '(' && !in_quotes) return 0;
    if (text_[close] == '"') in_quotes = !in_quotes;
  }
  if (close >= text_.size()) return 0;
  QueryItem item{.type = Type::near, .column = column, .start = open + 1, .end = close, .distance = 10};
  const size_t comma = source(item).rfind(',');
  if (comma != npos) {
    uint32_t distance = 0;
    bool digits = false, other = false;
    for (const char c : source(item).substr(comma + 1)) {
      if (text::is_ascii_digit(c))
        distance = std::min<uint32_t>(distance * 10 + static_cast<uint32_t>(c - '0'), 1000), digits = true;
      else if (c != ' ')
        other = true;
    }
    if (digits && !other) item.distance = distance, item.end = item.start + comma;
  }
  if (!has_words(source(item))) return 0;
  items_.push_back(item);
  return close + 1;
}

}  // namespace netra::search
