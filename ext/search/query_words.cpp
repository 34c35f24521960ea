// The loose words of a query: citations, numbers, turning prefixes, names of the tables.
#include <algorithm>

#include "morphology/stemmer.hpp"
#include "search/query_writer.hpp"
#include "text/chars.hpp"
#include "text/numbers.hpp"

namespace netra::search {

using Type = QueryItem::Type;
using text::WordKind;

namespace {

// Words that a number stands right behind: pasal 71, ayat (1), TPS 3.
constexpr std::string_view kNumbered[] = {"angka", "ayat", "dapil", "pasal", "tps", "urut"};
// Prefixes that turn a word to what it is not, or to another time: a search for pasca-pemilu does not want every pemilu.
constexpr std::string_view kTurning[] = {"anti", "eks", "kontra", "non", "pasca", "pra", "pro"};

template <size_t N>
constexpr bool among(const std::string_view (&words)[N], std::string_view word) noexcept {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

bool digits_only(std::string_view word) noexcept {
  return !word.empty() && std::all_of(word.begin(), word.end(), text::is_ascii_digit);
}

}  // namespace

bool QueryWriter::words(size_t& i, std::string& out, bool& simple) {
  if (const QueryItem* next = loose(i + 1); next && token(items_[i]) == "rp" && next->kind == WordKind::number)
    ++i;  // Rp 600.000
  simple = false;
  const size_t mark = out.size();
  if (citation(i, out) || numbered(i, out) || figure(i, out) || turned(i, out) || named(i, out)) {
    simple = out.find(" OR ", mark) == out.npos && out.find(" AND ", mark) == out.npos;
    return true;
  }
  const QueryItem& item = items_[i];
  const size_t self = i++;
  if (reader_.content() && reader_.stopped(item)) return false;
  if (any() && repeated(self)) return false;
  ++terms_;
  if (splits(item)) {
    compound(item, out);
    return true;
  }
  const std::string_view raw = source(item);
  append_term(out, raw);
  simple = true;
  const auto add = [&](std::string_view other) {
    out += " OR ";
    append_term(out, other);
    ++terms_;
    simple = false;
  };
  if (item.doubled) {
    apart(item, out);
    simple = false;
  } else if (!any() && item.kind == WordKind::number && raw.size() <= 3 && digits_only(raw) &&
             (raw[0] == '0' || raw.size() == 1)) {
    const size_t zeros = std::min(raw.find_first_not_of('0'), raw.size());  // TPS 01, TPS 1
    if (zeros == 0)
      add("0" + std::string(raw));
    else if (zeros < raw.size())
      add(raw.substr(zeros));
  } else if (any() && self > 0 && joinable(items_[self - 1]) && joinable(item)) {  // kerja sama: kerjasama
    add(std::string(token(items_[self - 1])).append(token(item)));
  }
  return true;
}

bool QueryWriter::citation(size_t& i, std::string& out) {
  size_t at = i;
  if (const std::string_view word = token(items_[i]); word == "nomor" || word == "no" || word == "nomer") ++at;
  const QueryItem* const number = loose(at);
  if (!number || number->size > 4 || !digits_only(token(*number))) return false;
  const QueryItem* year = loose(at + 1);
  const bool spelled = year && token(*year) == "tahun";
  if (spelled) year = loose(at + 2);
  if (!year || year->size != 4 || !digits_only(token(*year)) || token(*year) < "1945" || token(*year) > "2100") return false;
  if (!spelled && (year->start != number->end + 1 || reader_.text()[number->end] != '/')) return false;
  std::string form(token(*number));
  const size_t size = form.size();
  (form += " tahun ") += token(*year);
  name(form, out);
  out += " OR ";
  form.erase(size, std::string_view(" tahun").size());
  name(form, out);
  i = at + (spelled ? 3 : 2);
  return true;
}

bool QueryWriter::numbered(size_t& i, std::string& out) {
  if (options_.mode != QueryMode::all || !among(kNumbered, token(items_[i]))) return false;
  const bool bracket = i + 1 < items_.size() && items_[i + 1].type == Type::open;
  const size_t at = i + 1 + bracket;
  const QueryItem* const number = loose(at);
  if (!number || number->size > 3 || !digits_only(token(*number)) || number->end - items_[i].end > 8) return false;
  if (bracket && (at + 1 >= items_.size() || items_[at + 1].type != Type::close)) return false;
  text::Value value;  // TPS 27 November: the number is not the word's
  if (text::read_date(reader_.text(), number->start, true, value)) return false;
  const std::string word(source(items_[i]));
  const std::string_view figure = token(*number);
  name(word + " " + std::string(figure), out);
  const size_t zeros = std::min(figure.find_first_not_of('0'), figure.size());
  if (zeros < figure.size() && (zeros > 0 || figure.size() == 1)) {
    out += " OR ";
    std::string other = word + (zeros > 0 ? " " : " 0");
    name(other += figure.substr(zeros), out);
  }
  if (const size_t n = names_.find(i); n == 1)
    for (const Alternative& alternative : names_.match().alternatives)
      if (alternative.rank == 0) {
        out += " OR ";
        name(std::string(alternative.text) + " " + std::string(figure), out);
      }
  i = at + 1 + bracket;
  return true;
}

bool QueryWriter::figure(size_t& i, std::string& out) {
  const QueryItem& item = items_[i];
  const bool shaped = item.kind == WordKind::number || item.kind == WordKind::money || item.kind == WordKind::compound;
  if (item.doubled || (!shaped && !(item.plain && text::begins_number(token(item))))) return false;
  const std::string_view text = reader_.text();
  text::Value value;
  const bool date = text::read_date(text, item.start, true, value);
  if (!date && (item.kind == WordKind::compound || !text::read_number(text, item.start, value) || value.spelled)) return false;
  size_t n = 1;
  for (const QueryItem* next; (next = loose(i + n)) && next->end <= value.end;) ++n;
  if (i + n < items_.size() && items_[i + n].type == Type::word && items_[i + n].start < value.end) return false;
  if (n == 1 && value.text[value.size - 1] != '%' && !date) return false;
  const size_t last = items_[i + n - 1].end;
  if (n > 1 || date)
    name(text.substr(item.start, last - item.start), out);
  else
    append_term(out, text.substr(item.start, value.end - item.start));
  out += " OR ";
  append_term(out, value.view(), true, date && value.text[1] == '-');  // a day of any year
  terms_ += 2;
  i += n;
  return true;
}

bool QueryWriter::turned(size_t& i, std::string& out) {
  const QueryItem& item = items_[i];
  if (!item.plain) return false;
  const std::string_view word = token(item);
  std::string_view prefix, base;
  size_t n = 1;
  if (const size_t hyphen = word.find('-'); hyphen != word.npos) {
    prefix = word.substr(0, hyphen), base = word.substr(hyphen + 1);
    if (base.find('-') != base.npos) return false;
  } else if (const QueryItem * next; among(kTurning, word) && (next = loose(i + 1)) && next->plain &&
                                     next->kind == WordKind::word && next->stop == Stop::none) {
    prefix = word, base = token(*next), n = 2;
  } else {
    for (const std::string_view p : kTurning) {
      if (word.substr(0, p.size()) != p || word.size() < p.size() + 3) continue;
      morph::Derivation derivation;
      if (morph::analyze(word, &derivation, 1) == 1 && derivation.known &&
          std::string_view(derivation.prefixes).substr(0, p.size()) == p)
        prefix = p, base = word.substr(p.size());
      break;
    }
  }
  if (!among(kTurning, prefix) || base.size() < 2) return false;
  std::string form(prefix);
  form += base;
  append_term(out, form, false, true);
  out += " OR ";
  form.insert(prefix.size(), 1, '-');
  append_term(out, form, false, true);
  out += " OR ";
  form[prefix.size()] = ' ';
  name(form, out);
  terms_ += 2;
  if (const size_t known = names_.find(i); known == n)
    for (const Alternative& alternative : names_.match().alternatives)
      if (alternative.relation != Relation::variant) {
        out += " OR ";
        name(alternative.text, out);
      }
  i += n;
  return true;
}

bool QueryWriter::named(size_t& i, std::string& out) {
  const size_t n = names_.find(i);
  if (n == 0) return false;
  const Synonyms::Match match = names_.match();
  const bool all = options_.mode == QueryMode::all && n > 1;
  if (all) out += '(';
  bool first = true;
  for (size_t k = 0; k < n; ++k) {
    if (any() && n > 1 && reader_.content() && reader_.stopped(items_[i + k])) continue;
    if (!first) out += all ? " AND " : " OR ";
    first = false;
    if (splits(items_[i + k])) {
      if (all) out += '(';
      compound(items_[i + k], out);
      if (all) out += ')';
    } else {
      append_term(out, source(items_[i + k]));
    }
    ++terms_;
  }
  if (n == 1 && items_[i].doubled) apart(items_[i], out);
  if (all) out += ')';
  for (const Alternative& alternative : match.alternatives) {
    const size_t mark = out.size();
    if (!first) out += " OR ";
    if (!name(alternative.text, out))
      out.resize(mark);
    else
      first = false;
  }
  i += n;
  return true;
}

void QueryWriter::apart(const QueryItem& item, std::string& out) {
  const std::string_view half = token(item).substr(0, item.size / 2);
  out += " OR ";
  name(std::string(half).append(1, ' ').append(half), out);
  out += " OR ";
  append_term(out, std::string(half).append(1, '2'));
  ++terms_;
}

bool QueryWriter::joinable(const QueryItem& item) const noexcept {
  return item.type == Type::word && item.loose && item.plain && item.kind == WordKind::word && item.stop == Stop::none &&
         item.size >= 3 && item.size <= 16;
}

bool QueryWriter::repeated(size_t i) const noexcept {
  for (size_t k = 0; k < i; ++k)
    if (items_[k].type == Type::word && items_[k].loose && token(items_[k]) == token(items_[i])) return true;
  return false;
}

}  // namespace netra::search
