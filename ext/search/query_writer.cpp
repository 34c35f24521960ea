#include "search/query_writer.hpp"

#include <algorithm>

#include "morphology/stemmer.hpp"
#include "search/synonyms.hpp"
#include "search/tokenizer.hpp"
#include "text/chars.hpp"
#include "text/utf8.hpp"

namespace netra::search {

using Type = QueryItem::Type;
using text::WordKind;

namespace {

constexpr size_t kMaxJoined = 8;   // words of a phrase that is also looked for with two of them hyphenated
constexpr int kMaxDepth = 16;      // of parentheses; deeper ones are read past
constexpr size_t kMaxTerms = 256;  // of the MATCH string

}  // namespace

void append_quoted(std::string& out, std::string_view content) {
  for (const char c : content)
    if (c == '"')
      out += "\"\"";
    else if (c != '\0')
      out += c;
}

void append_term(std::string& out, std::string_view content, bool exact, bool prefix) {
  out += exact ? "\"=" : "\"";
  append_quoted(out, content);
  out += '"';
  if (prefix) out += '*';
}

std::string QueryWriter::build() {
  std::string out;
  out.reserve(reader_.text().size() * 2 + 64);
  size_t at = 0;
  bool simple = false;
  if (group(at, 0, out, simple) && any() && reader_.question()) definition(out);
  return out;
}

std::string QueryWriter::build_phrase() {
  const std::string_view text = reader_.text();
  size_t begin = 0;
  bool exact = true;
  while (begin < text.size() &&
         (is_query_space(static_cast<unsigned char>(text[begin])) || text[begin] == '"' || text[begin] == '='))
    ++begin;
  if (begin < text.size() && text[begin] == '~') exact = false, ++begin;
  std::string out;
  bool simple = true;
  if (!phrase(text.substr(begin), exact, false, out, simple)) out.clear();
  return out;
}

bool QueryWriter::phrase(std::string_view raw, bool exact, bool prefix, std::string& out, bool& simple) {
  std::string_view words[kMaxPhrase];
  size_t n = 0;
  bool letters = true;
  uint64_t state = Synonyms::kStart;
  text::WordScanner scanner;
  scanner.start(raw);
  for (text::Word word; n < kMaxPhrase && scanner.next(word);) {
    words[n++] = clipped(raw.substr(word.start, word.end - word.start));
    letters = letters && ((word.kind == WordKind::word && word.plain) || word.kind == WordKind::number);
    state = Synonyms::step(state, word.view());
  }
  if (n == 0) return false;
  if (n > 1 && !full()) {
    for (size_t k = 0; k < n; ++k) {
      if (k > 0) out += " AND ";
      append_term(out, words[k], exact, prefix && k + 1 == n);
    }
    terms_ += n;
    simple = false;
    return true;
  }
  const auto write = [&](size_t joined) {  // words `joined` and the next with a hyphen
    out += exact ? "\"=" : "\"";
    for (size_t k = 0; k < n; ++k) {
      if (k > 0) out += k == joined + 1 ? '-' : ' ';
      append_quoted(out, words[k]);
    }
    out += '"';
    if (prefix) out += '*';
    ++terms_;
  };
  write(n);
  if (n == 1 || n > kMaxJoined || !letters) return true;
  for (size_t k = 0; k + 1 < n; ++k) {  // "prabowo gibran" in Prabowo-Gibran
    out += " OR ";
    write(k);
    simple = false;
  }
  Synonyms::Match match;
  if (!exact && !prefix && Synonyms::instance().find(state, match))
    for (const Alternative& alternative : match.alternatives)
      if (alternative.relation == Relation::variant) {
        out += " OR ";
        append_term(out, alternative.text);
        ++terms_;
      }
  return true;
}

bool QueryWriter::name(std::string_view raw, std::string& out) {
  size_t n = 0;
  const size_t mark = out.size();
  text::WordScanner scanner;
  scanner.start(raw);
  for (text::Word word; n < kMaxPhrase && scanner.next(word); ++n) {
    const std::string_view part = clipped(raw.substr(word.start, word.end - word.start));
    if (full()) {
      out += n == 0 ? "\"" : " ";
      append_quoted(out, part);
    } else {
      if (n > 0) out += " AND ";
      append_term(out, part);
    }
  }
  if (n == 0) return false;
  if (full()) {
    out += '"';
  } else if (n > 1) {
    out.insert(mark, "(");
    out += ')';
  }
  terms_ += full() ? 1 : n;
  return true;
}

void QueryWriter::compound(const QueryItem& item, std::string& out) {
  const std::string_view raw = source(item);
  append_term(out, raw);
  ++terms_;
  out += " OR ";
  std::string parts;
  for (size_t i = 0; i < raw.size();) {
    const text::Char c = text::decode(raw.data() + i, raw.data() + raw.size());
    if (text::is_hyphen(c.cp) || c.cp == '_')
      parts += ' ';
    else
      parts += raw.substr(i, c.size);
    i += c.size;
  }
  if (!full()) {
    name(parts, out);
    return;
  }
  out += "NEAR(";
  size_t n = 0;
  for (size_t i = 0; i < parts.size();) {
    const size_t end = std::min(parts.find(' ', i), parts.size());
    if (end > i) {
      if (n++ > 0) out += ' ';
      append_term(out, std::string_view(parts).substr(i, end - i));
    }
    i = end + 1;
  }
  out += ", " + std::to_string(n > 1 ? n - 1 : 1) + ")";
  terms_ += n;
}

bool QueryWriter::splits(const QueryItem& item) const noexcept {
  if (item.kind != WordKind::compound || item.doubled) return false;
  morph::Stem buffer;
  text::Word word{};
  word.kind = item.kind, word.plain = item.plain;
  return has_parts(word, item.plain ? morph::stem_view(token(item), morph::Mode::search, buffer) : token(item));
}

bool QueryWriter::operand(size_t& i, int depth, std::string& out, bool& simple) {
  const QueryItem& item = items_[i];
  simple = true;
  const size_t mark = out.size();
  const bool in_column = item.column >= 0 && options_.detail != Detail::none;
  if (in_column) column(item.column, out);
  const size_t inside = out.size();
  bool written = true;
  if (item.type == Type::open) {
    ++i;
    out += '(';
    bool inner = false;
    written = group(i, depth + 1, out, inner);
    out += ')';
  } else if (item.type == Type::phrase) {
    ++i;
    written = phrase(source(item), item.exact, item.prefix, out, simple);
  } else if (item.type == Type::near) {
    ++i;
    written = near_terms(item, out, simple);
  } else if (!item.loose || bare_) {
    ++i, ++terms_;
    if (!item.exact && !item.prefix && splits(item))
      compound(item, out), simple = false;
    else
      append_term(out, source(item), item.exact, item.prefix);
  } else {
    return words(i, out, simple);
  }
  if (!written) {
    out.resize(mark);
    return false;
  }
  if (in_column && !simple) {
    out.insert(inside, "(");
    out += ')';
    simple = true;
  }
  return true;
}

void QueryWriter::definition(std::string& out) const {
  if (!full()) return;
  if (items_.size() < 2 || items_[0].type != Type::word ||
      (token(items_[0]) != "apa" && token(items_[0]) != "apakah" && items_[0].stop != Stop::frame))
    return;
  bool asked = items_[0].stop == Stop::frame;
  size_t i = 1;
  for (; i < items_.size() && i < 5 && items_[i].type == Type::word && items_[i].stop != Stop::none; ++i)
    asked = asked || items_[i].stop == Stop::frame || token(items_[i]) == "itu";
  std::string subject;
  for (size_t n = 0; i < items_.size() && n < 6; ++i) {
    const QueryItem& item = items_[i];
    if (item.type != Type::word || !item.loose) return;
    if (item.stop != Stop::none) continue;
    if (n++ > 0) subject += ' ';
    append_quoted(subject, source(item));
  }
  if (!asked || subject.empty() || i < items_.size()) return;
  out += " OR \"" + subject + " adalah\" OR \"" + subject + " merupakan\"";
}

bool QueryWriter::near_terms(const QueryItem& item, std::string& out, bool& simple) {
  const std::string_view inside = source(item);
  std::string parts;
  size_t n = 0;
  const auto begin = [&] {
    if (n++ > 0) parts += full() ? " " : " AND ";
    ++terms_;
  };
  text::WordScanner scanner;
  for (size_t i = 0; i < inside.size() && n < 16;) {
    const bool quoted = inside[i] == '"';
    const size_t from = i + quoted, to = std::min(inside.find('"', from), inside.size());
    const std::string_view piece = inside.substr(from, to - from);
    scanner.start(piece);
    bool first = true;
    for (text::Word word; n < 16 && scanner.next(word); first = false) {
      const std::string_view raw = clipped(piece.substr(word.start, word.end - word.start));
      if (!quoted || !full()) {
        begin();
        append_term(parts, raw, quoted);
      } else {
        if (first)
          begin(), parts += "\"=";
        else
          parts += ' ';
        append_quoted(parts, raw);
      }
    }
    if (quoted && full() && !first) parts += '"';
    i = to + quoted;
  }
  if (n == 0) return false;
  simple = n == 1 || full();
  if (n == 1 || !full())
    out += parts;
  else
    out += "NEAR(" + parts + ", " + std::to_string(item.distance) + ")";
  return true;
}

void QueryWriter::column(int index, std::string& out) const {
  out += '"';
  append_quoted(out, reader_.column(index));
  out += "\" : ";
}

bool QueryWriter::group(size_t& i, int depth, std::string& out, bool& simple) {
  std::string without, piece;
  const size_t mark = out.size();
  size_t positive = 0, negative = 0;
  simple = true;
  bool negated = false, either = false;
  size_t last = mark;  // where the last positive operand begins in out
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
    } else if (either || any()) {
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
  if (!last_simple && positive > 1 && last > mark && !any()) {
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

}  // namespace netra::search
