// The parts of a news article: headline, dateline, byline, date line, link lines, credits, captions, tags; the rest is body.
// Works line by line over the atoms; a wrong guess may only mislabel, never drop text, because the parts tile the text.
#include <algorithm>
#include <string_view>

#include "extract/document.hpp"

namespace netra::extract {

namespace {

using data::PartKind;
using text::Atom;

constexpr uint32_t kHeadlineAtoms = 60;  // a longer first line is a paragraph
constexpr uint32_t kDatelineAtoms = 16;
constexpr uint32_t kLinkHead = 4;    // atoms of "Baca juga :"
constexpr uint32_t kLinkTitle = 24;  // atoms of a link's title
constexpr uint32_t kInitialsAtoms = 8;  // "(khr/pta)", "(*)", "(Adm/Red)"

class PartFinder {
 public:
  PartFinder(const Document& d, std::vector<Atom>& atoms, std::span<Traits> traits)
      : d_(d), text_(d.text()), atoms_(atoms), traits_(traits), label_(atoms.size(), PartKind::body) {}

  std::vector<Part> find() {
    split_lines();
    label_boilerplate();
    label_headline();
    label_published();
    label_dateline();
    label_initials();
    flag_atoms();
    return tile();
  }

 private:
  uint32_t size() const { return static_cast<uint32_t>(atoms_.size()); }
  bool mark(uint32_t i, char c) const { return i < size() && atoms_[i].punct() && text_[atoms_[i].start] == c; }
  std::string_view bytes(uint32_t i) const { return text_.substr(atoms_[i].start, atoms_[i].length); }
  std::string_view line_text(const Span& line) const {
    return text_.substr(atoms_[line.first].start, atoms_[line.last - 1].end() - atoms_[line.first].start);
  }
  bool has(uint32_t i, Kind kind) const { return (traits_[i] & trait(kind)) != 0; }
  uint32_t next_form(uint32_t i) const {  // of boilerplate; what stands behind the last atom has every trait
    while (!has(i, Kind::boilerplate)) ++i;
    return i;
  }
  void label(Span span, PartKind kind) { std::fill(label_.begin() + span.first, label_.begin() + span.last, kind); }
  bool free(const Span& line) const { return label_[line.first] == PartKind::body; }

  void split_lines() {
    lines_.reserve(kUsual);
    for (uint32_t i = 0; i < size(); ++i) {
      if (!atoms_[i].is(text::kNewlineBefore) && i > 0) continue;
      if (!lines_.empty()) lines_.back().last = i;
      lines_.push_back({i, size()});
    }
  }

  void label_boilerplate() {
    bool links = false;  // the line before was "Baca juga" alone, or a link under it
    bool alone = false;
    uint32_t form = next_form(0);  // the first that does not begin before the line
    for (const Span& line : lines_) {
      if (links && link_line(line, alone)) {
        label(line, PartKind::related);
        alone = false;
        continue;
      }
      links = alone = false;
      if (form < line.first) form = next_form(line.first);
      while (form < line.last) {
        const uint32_t i = form;
        const uint32_t end = boilerplate_end(i, line);
        form = next_form(std::max(end, i + 1));
        if (end <= i) continue;
        if (i == line.first && label_[i] == PartKind::related && line.last - line.first <= kLinkHead) links = alone = true;
      }
    }
  }

  // A link on a line of its own under "Baca juga": behind a dash or a bullet, or (the first one) a title without a full stop.
  bool link_line(const Span& line, bool first) const {
    const auto b = bytes(line.first);
    if (atoms_[line.first].punct()) return dash(line.first) || b.starts_with("\u2022") || b.starts_with("\u00B7") || b[0] == '*' || b[0] == '>';
    return first && line.last - line.first <= kLinkTitle && !atoms_[line.last - 1].punct() && atoms_[line.first].is(text::kCapital);
  }

  // End of the boilerplate that begins at atom i, or i when none does; labels it.
  uint32_t boilerplate_end(uint32_t i, const Span& line) {
    for (const Match m : d_.matches(i)) {
      if (m.kind != Kind::boilerplate) continue;
      const data::Boilerplate& rule = data::boilerplate[m.row];
      const uint32_t after = m.last;
      if (rule.colon && !mark(after, ':')) continue;
      if (rule.reach == data::Reach::line && i != line.first && !(i == line.first + 1 && atoms_[line.first].punct())) continue;
      const uint32_t begin = rule.reach == data::Reach::line ? line.first : i;
      const uint32_t end = rule.reach == data::Reach::phrase ? after : line.last;
      label({begin, end}, rule.part);
      return end;
    }
    return i;
  }

  // A first line followed by an empty line, a first line that comes twice, or a short first line without a full stop.
  void label_headline() {
    if (lines_.size() < 2) return;
    const Span& first = lines_[0];
    if (!free(first) || first.last - first.first > kHeadlineAtoms) return;
    const bool apart = atoms_[lines_[1].first].is(text::kParagraphBefore);
    const bool twice = line_text(lines_[1]) == line_text(first);
    if (!apart && !twice && (ends_sentence(first) || dateline_end(first) > first.first || first.last - first.first < 3)) return;
    if (apart && dateline_end(first) > first.first && dateline_end(first) < first.last) return;  // a paragraph with a dateline
    label(first, PartKind::headline);
    const auto repeats = std::min<size_t>(lines_.size(), 6);
    for (size_t i = 1; i < repeats; ++i)
      if (line_text(lines_[i]) == line_text(first)) label(lines_[i], PartKind::headline);
  }

  bool ends_sentence(const Span& line) const {
    for (uint32_t i = line.last; i > line.first && atoms_[i - 1].punct(); --i) {
      const char c = text_[atoms_[i - 1].start];
      if (c == '.' || c == ';' || c == ':') return true;
    }
    return false;
  }

  // "Rabu 23 Oct 2024 - 20:31 WIB": a line that is only a date and a time.
  void label_published() {
    for (size_t l = 0; l < lines_.size() && l < 8; ++l) {
      const Span& line = lines_[l];
      if (!free(line) || line.last - line.first > 20) continue;
      bool month = false, day = false, other = false;
      for (uint32_t i = line.first; i < line.last; ++i) {
        if (atoms_[i].number()) {
          day = true;
        } else if (atoms_[i].word()) {
          const auto word = bytes(i);
          if (has(i, Kind::month))
            month = true;
          else if (!has(i, Kind::weekday) && word != "WIB" && word != "WITA" && word != "WIT" && word != "pukul" && word != "Pukul")
            other = true;
        }
      }
      const bool slashes = !month && day && std::count(line_text(line).begin(), line_text(line).end(), '/') >= 2;
      if (!other && day && (month || slashes)) label(line, PartKind::published);
    }
  }

  bool dash(uint32_t i) const {  // -, --, |, ||, en dash, em dash
    if (i >= size() || !atoms_[i].punct()) return false;
    const auto b = bytes(i);
    return b[0] == '-' || b[0] == '|' || b.starts_with("\u2013") || b.starts_with("\u2014");
  }

  static bool top_level(std::string_view tld) {
    for (const std::string_view known : {"com", "COM", "Com", "id", "ID", "Id", "co", "CO", "net", "NET", "news", "NEWS", "tv", "TV", "org", "info"})
      if (tld == known) return true;
    return false;
  }

  // End of a dateline that opens the line, or line.first. Forms: "JAMBI - ", "OUTLET.COM, KOTA – ", "Jakarta (ANTARA) - ",
  // "OUTLET.COM-Dalam", or a line that is nothing but "KOTA, OUTLET.com".
  uint32_t dateline_end(const Span& line) const {
    bool domain = false, upper = false, place = false;
    const uint32_t limit = std::min(line.last, line.first + kDatelineAtoms);
    uint32_t i = line.first;
    for (; i < limit; ++i) {
      const Atom& atom = atoms_[i];
      if (dash(i)) {
        const bool hyphen = bytes(i) == "-" && !atom.is(text::kSpaceBefore);  // glued: "SEPUTARSULTRA.COM-Dalam" but not "Anak-anak"
        if (i > line.first && i + 1 < line.last && (domain || (!hyphen && (upper || place)))) return i + 1;
        if (!hyphen) return line.first;
        continue;
      }
      if (atom.word()) {
        const bool within_domain = i > line.first && mark(i - 1, '.') && !atom.is(text::kSpaceBefore);
        const bool opens_domain = i > line.first && mark(i + 1, '.') && i + 2 < line.last && top_level(bytes(i + 2)) && !atoms_[i + 2].is(text::kSpaceBefore);
        if (!atom.is(text::kCapital) && !within_domain && !opens_domain) return line.first;
        if (atom.is(text::kUpper)) upper = true;
        if (i == line.first && (has(i, Kind::region) || has(i, Kind::region_alias))) place = true;
        if (i > line.first + 1 && mark(i - 1, '.') && !atom.is(text::kSpaceBefore) && !atoms_[i - 1].is(text::kSpaceBefore)) {
          domain = domain || top_level(bytes(i));
        }
      } else if (atom.punct()) {
        const char c = text_[atom.start];
        if (c != ',' && c != '.' && c != '(' && c != ')' && c != '/') return line.first;
      }
    }
    const bool whole = i == line.last && !mark(line.last - 1, '.');
    return whole && domain && (upper || place) ? i : line.first;
  }

  void label_dateline() {
    size_t looked = 0;
    for (const Span& line : lines_) {
      if (!free(line)) continue;
      const uint32_t end = dateline_end(line);
      if (end > line.first) {
        label({line.first, end}, PartKind::dateline);
        return;
      }
      if (++looked == 3) return;  // captions and subtitles may come first
    }
  }

  // "(sr)", "(khr/pta)", "(*)", "***" at the end of the running text.
  void label_initials() {
    uint32_t end = size();
    while (end > 0 && label_[end - 1] != PartKind::body) --end;
    while (end > 0) {
      uint32_t begin = end;
      if (mark(end - 1, '*') || mark(end - 1, '#')) {
        begin = end - 1;
      } else if (mark(end - 1, ')')) {
        for (uint32_t i = end - 1; i > 0 && end - i <= kInitialsAtoms; --i)
          if (mark(i - 1, '(')) {
            begin = i - 1;
            break;
          }
        const bool after_stop = begin == 0 || (begin < end && (atoms_[begin].is(text::kNewlineBefore) || atoms_[begin - 1].punct()));
        bool digits = false;
        for (uint32_t i = begin; i < end; ++i) digits = digits || atoms_[i].number();
        if (!after_stop || digits) begin = end;
      }
      if (begin == end) return;
      label({begin, end}, PartKind::credit);
      end = begin;
    }
  }

  void flag_atoms() {
    for (uint32_t i = behind_body(0); i < size(); i = behind_body(i + 1)) {
      atoms_[i].flags |= label_[i] == PartKind::headline ? text::kHeadline : text::kBoilerplate;
      if (label_[i] != PartKind::headline) traits_[i] |= kBoilerplateTrait;
    }
  }

  // The first atom from i on that is no body.
  uint32_t behind_body(uint32_t i) const {
    return static_cast<uint32_t>(std::find_if(label_.begin() + i, label_.end(), [](PartKind k) { return k != PartKind::body; }) - label_.begin());
  }

  std::vector<Part> tile() const {
    std::vector<Part> parts;
    parts.reserve(kUsual);
    for (uint32_t i = 0; i < size(); i = label_[i] == PartKind::body ? behind_body(i + 1) : i + 1) {
      const bool same = i > 0 && label_[i] == label_[i - 1];
      if (same && (label_[i] == PartKind::body || !atoms_[i].is(text::kNewlineBefore))) continue;
      parts.push_back({label_[i], i == 0 ? 0 : atoms_[i].start, 0, 0, 0});
    }
    if (parts.empty() && !text_.empty()) parts.push_back({PartKind::body, 0, 0, 0, 0});
    for (size_t p = 0; p < parts.size(); ++p)
      parts[p].length = (p + 1 == parts.size() ? static_cast<uint32_t>(text_.size()) : parts[p + 1].start) - parts[p].start;
    return parts;
  }

  const Document& d_;
  std::string_view text_;
  std::vector<Atom>& atoms_;  // of the document, to be flagged

  std::span<Traits> traits_;
  std::vector<PartKind> label_;
  std::vector<Span> lines_;
};

}  // namespace

std::vector<Part> find_parts(const Document& document, std::vector<Atom>& atoms, std::span<Traits> traits) {
  return PartFinder(document, atoms, traits).find();
}

std::string article_body(const Document& document) {
  std::string body;
  for (const Part& part : document.parts()) {
    if (part.kind != PartKind::body) continue;
    std::string_view piece = document.text().substr(part.start, part.length);
    while (!piece.empty() && static_cast<unsigned char>(piece.back()) <= ' ') piece.remove_suffix(1);
    if (piece.empty()) continue;
    if (!body.empty()) body += '\n';
    body += piece;
  }
  return body;
}

}  // namespace netra::extract
