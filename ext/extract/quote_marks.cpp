// Pairs quotation marks. Glyph and spacing both tell an opening from a closing mark and both err in the press: “ closes, a
// straight mark closes what a curly one opened, blanks stand on the wrong side, marks are forgotten.
#include <algorithm>

#include "extract/hits.hpp"
#include "extract/quotes.hpp"
#include "extract/reading.hpp"

namespace netra::extract {

namespace {

constexpr uint32_t kMostBreaks = 2;  // paragraph breaks a quotation may run over
constexpr unsigned kFewestWords = 4;
constexpr uint32_t kNarrative = 24;  // sentences before a closing mark that may be the reporter's
constexpr uint32_t kBarren = 64;     // so many atoms without four words are not looked at again

enum class Glyph : uint8_t { none, straight, open, close };

struct Mark {
  uint32_t first, last;  // atoms
  uint32_t paragraph, paragraph_first;  // its number, its first atom
  Glyph glyph;           // none: there is no mark
  bool starts_paragraph : 1;
  bool looks_open : 1, looks_close : 1;  // by spacing

  explicit operator bool() const noexcept { return glyph != Glyph::none; }
};

Glyph glyph_of(std::string_view b, bool& single) noexcept {
  single = false;
  if (b[0] == '"' || b.starts_with("\u2033")) return Glyph::straight;
  if (b.starts_with("\u201C") || b.starts_with("\u201E") || b.starts_with("\u201F") || b.starts_with("\u00AB")) return Glyph::open;
  if (b.starts_with("\u201D") || b.starts_with("\u00BB")) return Glyph::close;
  if (b.starts_with("''") || b.starts_with("``") || b.starts_with("\u2019\u2019") || b.starts_with("\u2018\u2018")) return Glyph::straight;
  single = true;
  if (b[0] == '\'' || b[0] == '`') return Glyph::straight;
  if (b.starts_with("\u2018")) return Glyph::open;
  if (b.starts_with("\u2019")) return Glyph::close;
  return Glyph::none;
}

// Gives the marks of a text one after the other, the double or the single ones: a text may be full of them, and who pairs them
// never needs more than three.
class MarkReader {
 public:
  MarkReader(const Document& d, bool single) : d_(d), hits_(d, kPunctTrait, &d.lines()), single_(single), at_(hits_.next(0)) {}

  // Behind the last there is none.
  Mark next() {
    for (; at_ < d_.size(); at_ = hits_.next(at_ + 1)) {
      if (d_.is(at_, text::kNewlineBefore) && breaks(at_)) {
        ++paragraph_;
        paragraph_first_ = at_;
      }
      const Glyph glyph = wanted(at_);
      if (glyph == Glyph::none) continue;
      Mark mark{at_, at_ + 1, paragraph_, paragraph_first_, glyph, breaks(at_), false, false};
      while ((at_ = hits_.next(at_ + 1)) == mark.last && glued(d_, at_) && wanted(at_) != Glyph::none) ++mark.last;  // “" : one mark
      look(mark);
      return mark;
    }
    return {};
  }
  bool saw_others() const noexcept { return saw_others_; }

 private:
  Glyph wanted(uint32_t i) {
    if (!d_.atom(i).punct() || d_.is(i, text::kBoilerplate)) return Glyph::none;
    bool single = false;
    const Glyph glyph = glyph_of(d_.bytes(i), single);
    if (single == single_ || glyph == Glyph::none) return glyph;
    saw_others_ = true;
    return Glyph::none;
  }

  // A line break is the end of a paragraph unless the line stops in the middle of a sentence.
  bool breaks(uint32_t i) const {
    if (i == 0 || d_.is(i, text::kParagraphBefore)) return true;
    return d_.is(i, text::kNewlineBefore) && d_.atom(i - 1).punct() && !d_.mark(i - 1, ',') && !d_.mark(i - 1, '-');
  }

  void look(Mark& mark) const {
    const bool left = mark.starts_paragraph || d_.is(mark.first, text::kSpaceBefore) || opens_bracket(mark.first);
    const bool right = mark.last >= d_.size() || d_.is(mark.last, text::kSpaceBefore) || ends_clause(mark.last);
    mark.looks_open = left && !right;
    mark.looks_close = !left && right;
  }
  bool opens_bracket(uint32_t i) const { return i > 0 && glued(d_, i) && mark_in(d_, i - 1, "(["); }
  bool ends_clause(uint32_t i) const { return mark_in(d_, i, ".,;:)?!") || is_dash(d_, i); }

  const Document& d_;
  Hits hits_;
  bool single_, saw_others_ = false;
  uint32_t at_;  // the next atom to look at
  uint32_t paragraph_ = 0, paragraph_first_ = 0;
};

class Ahead {  // a mark and the two behind it
 public:
  explicit Ahead(MarkReader& reader) : reader_(reader) {
    for (Mark& mark : marks_) mark = reader_.next();
  }
  const Mark& operator[](size_t i) const noexcept { return marks_[i]; }
  void advance() {
    marks_[0] = marks_[1];
    marks_[1] = marks_[2];
    marks_[2] = reader_.next();
  }

 private:
  MarkReader& reader_;
  Mark marks_[3];
};

class Pairer {
 public:
  explicit Pairer(const Document& d) : d_(d) {}

  std::vector<Quoted> pair() {
    doubles_.reserve(kUsual);
    MarkReader marks(d_, false);
    pair_double(marks);
    if (!marks.saw_others()) return std::move(doubles_);
    const std::vector<Quoted> singles = pair_single();
    std::vector<Quoted> all = std::move(doubles_);
    all.reserve(all.size() + singles.size());
    all.insert(all.end(), singles.begin(), singles.end());
    std::sort(all.begin(), all.end(), [](const Quoted& a, const Quoted& b) { return a.span.first < b.span.first; });
    return all;
  }

 private:
  // A verb of saying in small letters right behind the mark: it has closed.
  bool verb_follows(const Mark& mark) const {
    uint32_t i = mark.last;
    while (mark_in(d_, i, ",.;")) ++i;
    if (i >= d_.size() || d_.is(i, text::kCapital) || d_.is(i, text::kNewlineBefore)) return false;
    const auto m = d_.match(i, Kind::speech);
    return m && data::speech_verbs[m->row].type == data::SpeechType::bare;
  }
  bool ends_speech(uint32_t i) const {  // the atom before the mark ends what is said
    return i > 0 && mark_in(d_, i - 1, ",.?!");
  }

  void pair_double(MarkReader& reader) {
    Mark open{};
    uint32_t reached = 0;  // the last paragraph that a repeated opening mark carried the quotation to
    for (Ahead ahead(reader); ahead[0]; ahead.advance()) {
      const Mark& mark = ahead[0];
      d_.poll();
      if (open && mark.paragraph - open.paragraph > kMostBreaks) open = {};
      if (!open) {
        if (closes_unopened(ahead))
          close_unopened(mark);
        else
          open = mark;
        reached = mark.paragraph;
        continue;
      }
      if (!opens_again(mark)) {
        emit(doubles_, open, mark);
        open = {};
      } else if (mark.paragraph > open.paragraph && mark.starts_paragraph) {
        if (mark.paragraph != reached + 1 || !continues(open, ahead)) open = mark;
        reached = mark.paragraph;
      } else if (mark.paragraph == open.paragraph && nested(ahead)) {
        ahead.advance();  // the inner pair stays inside
      } else {
        open = mark;  // the earlier mark was never closed
        reached = mark.paragraph;
      }
    }
  }

  // Outside a quotation: is this the closing mark of one whose opening mark is missing?
  bool closes_unopened(const Ahead& ahead) const {
    const Mark &mark = ahead[0], &next = ahead[1];
    if (mark.starts_paragraph || mark.looks_open) return mark.looks_open && verb_follows(mark) && ends_speech(mark.first);
    if (verb_follows(mark)) return true;
    const bool together = next && next.paragraph == mark.paragraph;
    // politik," ini bantuan": the blank stands on the wrong side when the next mark closes as well.
    if (mark.looks_close && together && next.looks_close) return false;
    if (mark.looks_close) return ends_speech(mark.first) || mark.glyph == Glyph::close || d_.mark(mark.last, ',');
    // Blanks on both sides or on neither: it opens when a mark that closes follows.
    return mark.glyph == Glyph::close && !(together && !next.looks_open);
  }

  // Inside a quotation: does this mark open another one?
  bool opens_again(const Mark& mark) const {
    if (mark.looks_close || verb_follows(mark)) return false;
    if (mark.starts_paragraph) return mark.glyph != Glyph::close || mark.looks_open;
    return mark.looks_open;
  }

  // The newspaper's way with long speech: an opening mark at every paragraph, one closing mark at the end. Not so when the
  // paragraph above names a speaker: then its closing mark was forgotten.
  bool continues(const Mark& open, const Ahead& ahead) const {
    const Mark& mark = ahead[0];
    Hits hits(d_, kPunctTrait);
    for (uint32_t i = hits.next(open.last); i < mark.first; i = hits.next(i + 1))
      if (d_.mark(i, ',') && i + 1 < mark.first) {
        const auto verb = d_.match(i + 1, Kind::speech);
        if (verb && data::speech_verbs[verb->row].type == data::SpeechType::bare) return false;
      }
    return ahead[1] && ahead[1].paragraph - open.paragraph <= kMostBreaks && !opens_again(ahead[1]);
  }

  // "Saya bilang "jangan ikut" begitu,": an inner pair, then the closing mark.
  bool nested(const Ahead& ahead) const {
    if (!ahead[2]) return false;
    const Mark &inner = ahead[1], &outer = ahead[2];
    return inner.paragraph == ahead[0].paragraph && outer.paragraph == ahead[0].paragraph && inner.looks_close && !outer.looks_open &&
           !verb_follows(inner);
  }

  // From the first opening mark of a paragraph to the next closing one.
  std::vector<Quoted> pair_single() const {
    std::vector<Quoted> singles;
    Mark open{};
    MarkReader reader(d_, true);
    while (const Mark mark = reader.next()) {
      d_.poll();
      if (open && open.paragraph != mark.paragraph) open = {};
      if (!(open ? mark.looks_close : mark.looks_open) || inside_double(mark.first)) continue;
      if (!open) {
        open = mark;
        continue;
      }
      if (ends_speech(mark.first) || verb_follows(mark)) emit(singles, open, mark);
      open = {};
    }
    return singles;
  }
  bool inside_double(uint32_t i) const {
    const auto after = std::upper_bound(doubles_.begin(), doubles_.end(), i, [](uint32_t atom, const Quoted& q) { return atom < q.open; });
    return after != doubles_.begin() && i < (after - 1)->close;
  }

  // Are there kFewestWords words?
  bool enough(uint32_t first, uint32_t last) const {
    unsigned count = 0;
    bool word = false;
    for (uint32_t i = first; i < last && count < kFewestWords; ++i) {
      if (d_.is(i, text::kSpaceBefore) || i == first) word = false;
      if (!word && (d_.atom(i).word() || d_.atom(i).number())) {
        ++count;
        word = true;
      }
    }
    return count >= kFewestWords;
  }

  void emit(std::vector<Quoted>& list, const Mark& open, const Mark& close) const {
    if (enough(open.last, close.first)) add(list, {{open.last, close.first}, open.first, close.last, true});
  }
  void add(std::vector<Quoted>& list, const Quoted& quoted) const {
    d_.make_room(list, quoted.close);
    list.push_back(quoted);
  }

  // The quotation begins with its paragraph, or behind the narrative that opens it.
  void close_unopened(const Mark& mark) {
    uint32_t first = mark.paragraph_first;
    if (!doubles_.empty() && doubles_.back().close > first) {  // after an earlier quotation: with the next sentence
      const uint32_t next = d_.sentence_of(doubles_.back().close - 1) + 1;
      first = next + 1 < d_.sentences().size() ? d_.sentences()[next] : mark.first;
    }
    first = std::max(first, barren_);
    const uint32_t last_sentence = d_.sentence_of(mark.first > 0 ? mark.first - 1 : 0);
    uint32_t s = d_.sentence_of(std::min(first, mark.first));
    s = std::max(s, last_sentence - std::min(last_sentence, kNarrative));
    for (; s < last_sentence; ++s)
      if (narrates(d_.sentence(s))) first = std::max(first, d_.sentence(s + 1).first);
    while (first < mark.first && d_.atom(first).punct()) ++first;
    if (first >= mark.first || !enough(first, mark.first)) {
      if (mark.first > first + kBarren || first >= mark.first) barren_ = mark.first;
      return;
    }
    add(doubles_, {{first, mark.first}, first, mark.last, false});
  }

  // Told by the reporter: somebody is said to speak, and nobody says I or we.
  bool narrates(Span sentence) const {
    bool verb = false;
    for (uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (is_one_of(d_, i, "saya", "kami", "kita", "aku", "anda")) return false;
      const auto m = d_.match(i, Kind::speech);
      verb = verb || (m && data::speech_verbs[m->row].type != data::SpeechType::bare);
    }
    return verb;
  }

  const Document& d_;
  std::vector<Quoted> doubles_;  // those between double marks, in order
  uint32_t barren_ = 0;          // no quotation without an opening mark begins before this atom
};

}  // namespace

std::vector<Quoted> pair_marks(const Document& document) { return Pairer(document).pair(); }

}  // namespace netra::extract
