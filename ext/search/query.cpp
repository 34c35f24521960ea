#include "search/query.hpp"

#include <algorithm>

#include "morphology/stemmer.hpp"
#include "search/synonyms.hpp"
#include "search/tokenizer.hpp"
#include "text/chars.hpp"
#include "text/numbers.hpp"
#include "text/utf8.hpp"

namespace netra::search {

namespace {

constexpr size_t kMaxItems = 512;     // words, phrases and signs read; the rest of a longer query is left out
constexpr size_t kMaxPhrase = 128;    // words of one phrase
constexpr int kMaxDepth = 16;         // of parentheses; deeper ones are read past
constexpr size_t kMaxTerms = 256;     // of the MATCH string
constexpr size_t kMaxWordBytes = 8192;  // its token ends long before

enum class Type : uint8_t { word, phrase, near, open, close, either, minus };

struct Item {
  Type type;
  bool exact = false;
  bool prefix = false;
  bool loose = false;          // nothing written right before or behind it ties it to a neighbour: takes part in longer forms
  bool plain = false;
  Stop stop = Stop::none;
  text::WordKind kind{};
  int column = -1;
  size_t start = 0, end = 0;   // bytes of the query; a phrase: its inside
  size_t folded = 0, size = 0;  // of the arena: a word's token
  uint32_t distance = 0;       // NEAR
};

constexpr bool is_quote(char32_t cp) noexcept {
  return cp == '"' || cp == 0x201C || cp == 0x201D || cp == 0x201E || cp == 0x201F || cp == 0xAB || cp == 0xBB || cp == 0xFF02;
}
constexpr bool is_space(char32_t cp) noexcept { return cp == 0 || text::is_blank(cp) || text::is_newline(cp) || cp == '\f' || cp == '\v'; }

size_t clipped(std::string_view word) noexcept { return text::clip(word, kMaxWordBytes); }

void append_quoted(std::string& out, std::string_view content) {
  for (const char c : content)
    if (c == '"') out += "\"\"";
    else if (c != '\0') out += c;
}

class Parser {
 public:
  Parser(std::string_view text, std::string_view columns, bool operators = true) : text_(text), operators_(operators) {
    split_columns(columns);
    items_.reserve(24);
    arena_.reserve(256);
    read();
    question_ = std::any_of(items_.begin(), items_.end(), [](const Item& item) { return item.stop == Stop::question; });
    for (size_t i = 0; i < items_.size() && !content_; ++i) {
      const Item& item = items_[i];
      if (item.type == Type::minus) i = skip(i + 1) - 1;
      else content_ = item.type == Type::phrase || item.type == Type::near ||
                      (item.type == Type::word && (item.exact || item.prefix || !stopped(item)));
    }
  }

  std::string build(QueryMode mode) {
    mode_ = mode;
    std::string out;
    out.reserve(text_.size() * 2 + 64);
    size_t at = 0;
    bool simple = false;
    if (group(at, 0, out, simple) && mode_ == QueryMode::any && question_) definition(out);
    return out;
  }

  std::string build_phrase() {
    size_t begin = 0, end = text_.size();
    bool exact = true;
    while (begin < end && (is_space(static_cast<unsigned char>(text_[begin])) || text_[begin] == '"' || text_[begin] == '=')) ++begin;
    if (begin < end && text_[begin] == '~') exact = false, ++begin;
    std::string out;
    if (!phrase(text_.substr(begin, end - begin), exact, out)) out.clear();
    return out;
  }

  void patterns(std::vector<Pattern>& out) {
    for (size_t i = 0; i < items_.size() && out.size() < kMaxTerms; ++i) {
      const Item& item = items_[i];
      if (item.type == Type::minus) {
        i = skip(i + 1) - 1;
        continue;
      }
      if (item.type == Type::phrase || item.type == Type::near) {
        pattern(slice(item), item.exact ? PatternWord::By::surface : PatternWord::By::stem, item.prefix, item.type == Type::near, out);
      } else if (item.type == Type::word) {
        const bool named = names(i) > 0;
        if (!named && !item.exact && !item.prefix && content_ && stopped(item)) continue;
        pattern(slice(item), item.exact ? PatternWord::By::surface : PatternWord::By::stem, item.prefix, false, out);
        if (!named) continue;
        for (const Alternative& alternative : match_.alternatives) pattern(alternative.text, PatternWord::By::stem, false, false, out);
      }
    }
  }

 private:
  std::string_view token(const Item& item) const noexcept { return {arena_.data() + item.folded, item.size}; }
  std::string_view slice(const Item& item) const noexcept { return text_.substr(item.start, item.end - item.start); }
  bool stopped(const Item& item) const noexcept {
    return item.stop == Stop::frame ? question_ : item.stop != Stop::none;
  }

  void split_columns(std::string_view columns) {
    for (size_t at = 0; at < columns.size();) {
      size_t end = at;
      while (end < columns.size() && columns[end] != ',' && columns[end] != ' ') ++end;
      if (end > at) columns_.push_back(columns.substr(at, end - at));
      at = end + 1;
    }
  }

  // --- reading ---

  text::Char at(size_t i) const noexcept { return text::decode(text_.data() + i, text_.data() + text_.size()); }

  size_t closing_quote(size_t from) const noexcept {  // npos when there is none
    for (size_t i = from; i < text_.size();) {
      const text::Char c = at(i);
      if (is_quote(c.cp)) return i;
      i += c.size;
    }
    return std::string_view::npos;
  }

  void read() {
    size_t i = 0;
    bool fresh = true;     // at the start, behind a blank or an opening parenthesis
    bool exact = false, stemmed = false;
    int column = -1;
    size_t unclosed = std::string_view::npos;  // no closing quote from here on
    while (i < text_.size() && items_.size() < kMaxItems) {
      const text::Char c = at(i);
      if (is_space(c.cp)) {
        i += c.size, fresh = true, exact = stemmed = false, column = -1;
        continue;
      }
      if (is_quote(c.cp)) {
        const size_t inside = i + c.size;
        const size_t close = inside >= unclosed ? std::string_view::npos : closing_quote(inside);
        if (close == std::string_view::npos) {
          unclosed = std::min(unclosed, inside);
          i = inside, fresh = true;
          continue;
        }
        Item item{.type = Type::phrase, .exact = !stemmed, .column = column, .start = inside, .end = close};
        if (item.end > item.start && text_[item.start] == '=') ++item.start;
        else if (item.end > item.start && text_[item.start] == '~') ++item.start, item.exact = false;
        i = close + at(close).size;
        if (i < text_.size() && text_[i] == '*') item.prefix = true, ++i;
        if (has_words(slice(item))) items_.push_back(item);
        fresh = false, exact = stemmed = false, column = -1;
        continue;
      }
      if (c.cp == '(' || c.cp == ')' || c.cp == '|') {
        items_.push_back({.type = c.cp == '(' ? Type::open : c.cp == ')' ? Type::close : Type::either, .column = column});
        i += c.size, fresh = c.cp != ')', exact = stemmed = false, column = -1;
        continue;
      }
      if (fresh && (c.cp == '-' || c.cp == 0x2212 || c.cp == 0x2013) && i + c.size < text_.size()) {
        const text::Char next = at(i + c.size);
        if (is_quote(next.cp) || next.cp == '(' || next.cp == '=' || next.cp == '~' || text::char_class(next.cp) != text::CharClass::separator) {
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

  bool has_words(std::string_view part) {
    scanner_.start(part);
    text::Word word;
    return scanner_.next(word);
  }

  // Reads up to the next blank, quote, parenthesis or bar; returns where it ended.
  size_t chunk(size_t begin, bool fresh, bool exact, int& column) {
    size_t end = begin;
    while (end < text_.size()) {
      const text::Char c = at(end);
      if (is_space(c.cp) || is_quote(c.cp) || c.cp == '(' || c.cp == ')' || c.cp == '|') break;
      end += c.size;
    }
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
    if (const size_t colon = whole.find(':'); column < 0 && colon != whole.npos && colon > 0) {
      const auto known = std::find(columns_.begin(), columns_.end(), whole.substr(0, colon));
      if (known != columns_.end()) {
        column = static_cast<int>(known - columns_.begin());
        return begin + colon + 1;  // what follows is read afresh
      }
    }
    scanner_.start(whole);
    const size_t first = items_.size();
    for (text::Word word; items_.size() < kMaxItems && scanner_.next(word);) {
      const size_t size = clipped(whole.substr(word.start, word.end - word.start));
      Item item{.type = Type::word, .exact = exact, .plain = word.plain, .kind = word.kind, .column = column,
                .start = begin + word.start, .end = begin + word.start + size, .folded = arena_.size(), .size = word.size};
      item.loose = !exact && column < 0;
      item.stop = stop_class(word.view());
      arena_.append(word.token, word.size);
      items_.push_back(item);
    }
    if (items_.size() > first) {
      Item& last = items_.back();
      if (last.end < text_.size() && text_[last.end] == '*') last.prefix = true, last.loose = false;
      column = -1;
    }
    return end;
  }

  // NEAR( words and phrases [, distance] ) with the parenthesis at `open`; 0 when it is not closed or holds nothing.
  size_t near(size_t open, int column) {
    size_t close = open + 1;
    bool quoted = false;
    for (; close < text_.size() && (quoted || text_[close] != ')'); ++close) {
      if (text_[close] == '(' && !quoted) return 0;
      if (text_[close] == '"') quoted = !quoted;
    }
    if (close >= text_.size()) return 0;
    Item item{.type = Type::near, .column = column, .start = open + 1, .end = close, .distance = 10};
    const size_t comma = text_.substr(item.start, close - item.start).rfind(',');
    if (comma != std::string_view::npos) {
      uint32_t distance = 0;
      bool digits = false, other = false;
      for (const char c : text_.substr(item.start + comma + 1, close - item.start - comma - 1)) {
        if (text::is_ascii_digit(c)) distance = std::min<uint32_t>(distance * 10 + static_cast<uint32_t>(c - '0'), 1000), digits = true;
        else if (c != ' ') other = true;
      }
      if (digits && !other) item.distance = distance, item.end = item.start + comma;
    }
    if (!has_words(slice(item))) return 0;
    items_.push_back(item);
    return close + 1;
  }

  // --- names of several words ---

  // Longest run of loose words from item i that the tables know; its alternatives are in match_. 0 when there is none.
  size_t names(size_t i) {
    if (!items_[i].loose) return 0;
    size_t found = 0;
    uint64_t state = Synonyms::kStart;
    Synonyms::Match match;
    for (size_t k = 0; i + k < items_.size() && items_[i + k].type == Type::word && items_[i + k].loose; ++k) {
      state = Synonyms::step(state, token(items_[i + k]));
      if (!synonyms_.find(state, match)) break;
      if (!match.alternatives.empty() && (k > 0 || unmistakable(items_[i], match))) found = k + 1, match_ = match;
      if (!match.longer) break;
    }
    return found;
  }

  // A short abbreviation that is also a word of the language (se, dan, api, as) counts only in capitals.
  bool unmistakable(const Item& item, const Synonyms::Match& match) const noexcept {
    if (match.alternatives[0].relation != Relation::expansion) return true;
    const std::string_view form = slice(item);
    const bool capitals = std::none_of(form.begin(), form.end(), text::is_ascii_lower);
    if (capitals) return true;
    if (item.stop != Stop::none) return false;
    return form.size() > 2 ? !common_word(token(item)) : text::is_ascii_upper(form[0]);  // Pj
  }

  static bool common_word(std::string_view folded) noexcept {
    morph::Derivation derivation;
    return folded.size() <= 3 && morph::analyze(folded, &derivation, 1) == 1 && derivation.known &&
           (std::string_view(derivation.source) == "root" || std::string_view(derivation.source) == "function");
  }

  // --- writing ---

  void term(std::string_view raw, bool exact, bool prefix, std::string& out) const {
    out += exact ? "\"=" : "\"";
    append_quoted(out, raw);
    out += '"';
    if (prefix) out += '*';
  }

  // The words of `raw` as one phrase; false when there is none.
  bool phrase(std::string_view raw, bool exact, std::string& out) {
    scanner_.start(raw);
    size_t n = 0;
    for (text::Word word; n < kMaxPhrase && scanner_.next(word);) {
      out += n == 0 ? (exact ? "\"=" : "\"") : " ";
      append_quoted(out, raw.substr(word.start, clipped(raw.substr(word.start, word.end - word.start))));
      ++n;
    }
    if (n > 0) out += '"';
    return n > 0;
  }

  void compound(const Item& item, std::string& out) {  // "prabowo-gibran" OR "prabowo gibran"
    const std::string_view raw = slice(item);
    term(raw, false, false, out);
    out += " OR \"";
    for (size_t i = 0; i < raw.size();) {
      const text::Char c = text::decode(raw.data() + i, raw.data() + raw.size());
      if (text::is_hyphen(c.cp) || c.cp == '_') out += ' ';
      else append_quoted(out, raw.substr(i, c.size));
      i += c.size;
    }
    out += '"';
  }

  bool splits(const Item& item) const noexcept {
    if (item.kind != text::WordKind::compound) return false;
    morph::Stem buffer;
    text::Word word{};
    word.kind = item.kind, word.plain = item.plain;
    return has_parts(word, item.plain ? morph::stem_view(token(item), morph::Mode::search, buffer) : token(item));
  }

  // One or more items from i as an operand, appended to out; moves i behind them. simple: it needs no parentheses beside
  // another operator. False (nothing written) for a word that is left out.
  bool operand(size_t& i, int depth, std::string& out, bool& simple) {
    const Item& item = items_[i];
    simple = true;
    if (item.type == Type::open) {
      ++i;
      const size_t mark = out.size();
      if (item.column >= 0) column(item.column, out);
      out += '(';
      bool inner = false;
      const bool any = group(i, depth + 1, out, inner);
      if (!any) out.resize(mark);
      else out += ')';
      return any;
    }
    const size_t mark = out.size();
    if (item.column >= 0) column(item.column, out);
    if (item.type == Type::phrase) {
      ++i, ++terms_;
      if (!phrase(slice(item), item.exact, out)) {
        out.resize(mark);
        return false;
      }
      if (item.prefix) out += '*';
      return true;
    }
    if (item.type == Type::near) {
      ++i, ++terms_;
      return near_terms(item, out);
    }
    if (!item.loose || bare_) {
      ++i, ++terms_;
      if (!item.exact && !item.prefix && splits(item)) {
        out += '(';
        compound(item, out);
        out += ')';
      } else {
        term(slice(item), item.exact, item.prefix, out);
      }
      return true;
    }
    return words(i, out, simple);
  }

  // Loose words: a number or date of several words, a name of the tables, or one word.
  bool words(size_t& i, std::string& out, bool& simple) {
    const Item& item = items_[i];
    simple = false;
    text::Value value;
    const bool figure = item.kind == text::WordKind::number || item.kind == text::WordKind::money || item.kind == text::WordKind::compound;
    if (figure || (item.plain && text::begins_number(token(item)))) {
      const bool date = text::read_date(text_, item.start, true, value);
      if (date || (item.kind != text::WordKind::compound && text::read_number(text_, item.start, value) && !value.spelled)) {
        size_t n = 1;
        while (i + n < items_.size() && items_[i + n].type == Type::word && items_[i + n].loose && items_[i + n].end <= value.end) ++n;
        const bool whole = i + n >= items_.size() || items_[i + n].type != Type::word || items_[i + n].start >= value.end;
        if (whole && (n > 1 || value.text[value.size - 1] == '%' || date)) {
          const size_t last = items_[i + n - 1].end;
          if (n > 1 || date) phrase(text_.substr(item.start, last - item.start), false, out);
          else term(text_.substr(item.start, value.end - item.start), false, false, out);
          out += " OR \"=";
          out += value.view();
          out += '"';
          terms_ += 2;
          i += n;
          return true;
        }
      }
    }
    if (const size_t n = names(i)) {
      const Synonyms::Match match = match_;
      const bool all = mode_ == QueryMode::all && n > 1;
      if (all) out += '(';
      bool first = true;
      for (size_t k = 0; k < n; ++k) {
        if (mode_ == QueryMode::any && n > 1 && content_ && stopped(items_[i + k])) continue;
        if (!first) out += all ? " AND " : " OR ";
        first = false;
        if (splits(items_[i + k])) {
          if (all) out += '(';
          compound(items_[i + k], out);
          if (all) out += ')';
        } else {
          term(slice(items_[i + k]), false, false, out);
        }
        ++terms_;
      }
      if (all) out += ')';
      for (const Alternative& alternative : match.alternatives) {
        const size_t mark = out.size();
        if (!first) out += " OR ";
        if (!phrase(alternative.text, false, out)) out.resize(mark);
        else first = false;
        ++terms_;
      }
      i += n;
      return true;
    }
    const size_t self = i++;
    if (content_ && stopped(item)) return false;
    if (mode_ == QueryMode::any && repeated(self)) return false;
    ++terms_;
    if (splits(item)) {
      compound(item, out);
      return true;
    }
    const std::string_view raw = slice(item);
    if (item.kind == text::WordKind::alphanumeric && raw.size() > 3 && raw.back() == '2' &&
        std::all_of(raw.begin(), raw.end() - 1, text::is_ascii_alpha)) {  // buku2: buku-buku
      term(raw, false, false, out);
      out += " OR ";
      term(raw.substr(0, raw.size() - 1), false, false, out);
      return true;
    }
    term(raw, false, false, out);
    simple = true;
    if (mode_ == QueryMode::any && self > 0 && joinable(items_[self - 1]) && joinable(item)) {  // kerja sama: kerjasama
      out += " OR \"";
      out += token(items_[self - 1]);
      out += token(item);
      out += '"';
      ++terms_;
      simple = false;
    }
    return true;
  }

  bool joinable(const Item& item) const noexcept {
    return item.type == Type::word && item.loose && item.plain && item.kind == text::WordKind::word && item.stop == Stop::none && item.size >= 3 &&
           item.size <= 16;
  }

  bool repeated(size_t i) const noexcept {  // the same word came before
    for (size_t k = 0; k < i; ++k)
      if (items_[k].type == Type::word && items_[k].loose && token(items_[k]) == token(items_[i])) return true;
    return false;
  }

  // "apa itu coklit", "apa yang dimaksud dengan coklit": also the sentence that says it, "coklit adalah".
  void definition(std::string& out) const {
    if (items_.size() < 2 || items_[0].type != Type::word || (token(items_[0]) != "apa" && token(items_[0]) != "apakah" && items_[0].stop != Stop::frame))
      return;
    bool asked = items_[0].stop == Stop::frame;
    size_t i = 1;
    for (; i < items_.size() && i < 5 && items_[i].type == Type::word && items_[i].stop != Stop::none; ++i)
      asked = asked || items_[i].stop == Stop::frame || token(items_[i]) == "itu";
    std::string subject;
    for (size_t n = 0; i < items_.size() && n < 6; ++i) {
      const Item& item = items_[i];
      if (item.type != Type::word || !item.loose) return;
      if (item.stop != Stop::none) continue;
      if (n++ > 0) subject += ' ';
      append_quoted(subject, slice(item));
    }
    if (!asked || subject.empty() || i < items_.size()) return;
    out += " OR \"" + subject + " adalah\" OR \"" + subject + " merupakan\"";
  }

  bool near_terms(const Item& item, std::string& out) {
    const std::string_view inside = slice(item);
    std::string parts;
    size_t n = 0;
    for (size_t i = 0; i < inside.size() && n < 16;) {
      if (inside[i] == '"') {
        const size_t close = std::min(inside.find('"', i + 1), inside.size());
        const size_t mark = parts.size();
        if (n > 0) parts += ' ';
        if (phrase(inside.substr(i + 1, close - i - 1), true, parts)) ++n;
        else parts.resize(mark);
        i = close + 1;
        continue;
      }
      const size_t end = std::min(inside.find('"', i), inside.size());
      text::WordScanner scanner;
      scanner.start(inside.substr(i, end - i));
      for (text::Word word; n < 16 && scanner.next(word);) {
        if (n > 0) parts += ' ';
        term(inside.substr(i + word.start, clipped(inside.substr(i + word.start, word.end - word.start))), false, false, parts);
        ++n;
      }
      i = end;
    }
    if (n == 0) return false;
    if (n == 1) out += parts;
    else out += "NEAR(" + parts + ", " + std::to_string(item.distance) + ")";
    return true;
  }

  void column(int index, std::string& out) const {
    out += '"';
    append_quoted(out, columns_[static_cast<size_t>(index)]);
    out += "\" : ";
  }

  // Items up to the closing parenthesis or the end. simple: one operand without an operator.
  bool group(size_t& i, int depth, std::string& out, bool& simple) {
    std::string without, piece;
    const size_t mark = out.size();
    size_t positive = 0, negative = 0;
    simple = true;
    bool negated = false, either = false;
    size_t last = mark;          // where the last positive operand begins in out
    bool last_simple = true;
    while (i < items_.size() && terms_ < kMaxTerms) {
      const Type type = items_[i].type;
      if (type == Type::close) {
        ++i;
        if (depth > 0) break;
        continue;
      }
      if (type == Type::minus) {
        negated = true, ++i;
        continue;
      }
      if (type == Type::either) {
        either = positive > 0, ++i;
        continue;
      }
      if (type == Type::open && depth >= kMaxDepth) {
        ++i;
        continue;
      }
      piece.clear();
      bool piece_simple = true;
      bare_ = negated;  // behind a minus only the word itself, not its other names
      if (!operand(i, depth, piece, piece_simple)) {
        negated = either = false;
        continue;
      }
      if (negated) {
        if (negative++ > 0) without += " OR ";
        without += piece;
        negated = either = false;
        continue;
      }
      if (positive == 0) {
        last = out.size();
        out += piece;
        last_simple = piece_simple;
      } else if (either || mode_ == QueryMode::any) {
        last_simple = false;
        out += " OR ";
        out += piece;
        simple = false;
      } else {
        if (!last_simple) {  // close what came before
          out.insert(last, "(");
          out += ')';
        }
        out += " AND ";
        last = out.size();
        out += piece;
        last_simple = piece_simple;
        simple = false;
      }
      ++positive;
      either = false;
    }
    if (positive == 0) {
      out.resize(mark);
      return false;
    }
    bare_ = false;
    if (!last_simple && positive > 1 && last > mark && mode_ != QueryMode::any) {
      out.insert(last, "(");
      out += ')';
    }
    if (negative > 0) {
      out.insert(mark, "(");
      out += ") NOT (";
      out += without;
      out += ')';
    }
    simple = simple && last_simple && negative == 0;
    return true;
  }

  // --- patterns for kwic ---

  size_t skip(size_t i) const noexcept {  // behind the operand at i
    if (i >= items_.size()) return i;
    if (items_[i].type == Type::minus) return i + 1;
    if (items_[i].type != Type::open) return i + 1;
    int depth = 0;
    for (; i < items_.size(); ++i) {
      if (items_[i].type == Type::open) ++depth;
      if (items_[i].type == Type::close && --depth == 0) return i + 1;
    }
    return i;
  }

  void pattern(std::string_view raw, PatternWord::By by, bool prefix, bool each, std::vector<Pattern>& out) {
    scanner_.start(raw);
    Pattern pattern;
    for (text::Word word; pattern.size() < kMaxPhrase && scanner_.next(word);) {
      if (each && !pattern.empty()) out.push_back(std::move(pattern)), pattern.clear();
      morph::Stem buffer;
      const bool stemmed = by == PatternWord::By::stem && word.plain;
      pattern.push_back({std::string(stemmed ? morph::stem_view(word.view(), morph::Mode::search, buffer) : word.view()),
                         stemmed ? by : PatternWord::By::surface});
    }
    if (prefix && !pattern.empty()) {
      scanner_.start(raw);
      std::string surface;
      for (text::Word word; scanner_.next(word);) surface.assign(word.token, word.size);
      pattern.back() = {surface, PatternWord::By::prefix};
    }
    if (!pattern.empty()) out.push_back(std::move(pattern));
  }

  std::string_view text_;
  bool operators_;  // OR, NOT, NEAR in capitals are operators
  std::vector<std::string_view> columns_;
  std::vector<Item> items_;
  std::string arena_;
  text::WordScanner scanner_;
  const Synonyms& synonyms_ = Synonyms::instance();
  Synonyms::Match match_;
  QueryMode mode_ = QueryMode::all;
  bool content_ = false;  // something but stopwords is asked for
  bool question_ = false;  // has a question word
  bool bare_ = false;
  size_t terms_ = 0;
};

}  // namespace

std::optional<QueryMode> query_mode(std::string_view name) noexcept {
  if (name == "all") return QueryMode::all;
  if (name == "any") return QueryMode::any;
  if (name == "phrase") return QueryMode::phrase;
  return std::nullopt;
}

std::optional<std::string> build_query(std::string_view text, QueryMode mode, std::string_view columns) {
  Parser parser(text, columns);
  std::string match = mode == QueryMode::phrase ? parser.build_phrase() : parser.build(mode);
  if (match.empty() && mode != QueryMode::phrase) match = Parser(text, columns, false).build(mode);  // "OR" by itself is a word
  // An empty phrase is a valid query that finds nothing; MATCH NULL would be an error.
  if (match.empty() && std::any_of(text.begin(), text.end(), [](char c) { return !is_space(static_cast<unsigned char>(c)); })) match = "\"\"";
  if (match.empty()) return std::nullopt;
  return match;
}

std::vector<Pattern> query_patterns(std::string_view text) {
  std::vector<Pattern> patterns;
  Parser(text, {}).patterns(patterns);
  return patterns;
}

}  // namespace netra::search
