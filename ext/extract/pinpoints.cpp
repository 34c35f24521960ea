#include "extract/pinpoints.hpp"

#include "extract/reading.hpp"

namespace netra::extract {

namespace {

constexpr int kLongestRange = 40;  // articles or points that "sampai" may stand for

bool is_article_word(const Document& d, uint32_t i) { return is_word(d, i, "pasal") || (is_word(d, i, "ps") && d.is(i, text::kCapital)); }

class Reader {
 public:
  Reader(const Document& d, uint32_t i) : d_(d), at_(i) {}

  PinpointGroup read() {
    group_.span.first = at_;
    if (is_article_word(d_, at_)) {
      ++at_;
      if (is_dash(d_, at_) && is_article_word(d_, at_ + 1)) at_ += 2;  // pasal-pasal
      if (d_.mark(at_, '.') && glued(d_, at_)) ++at_;
      if (article(group_.span.first)) more();
    }
    group_.span.last = group_.places.empty() ? group_.span.first : group_.places.back().span.last;
    return std::move(group_);
  }

 private:
  void take(const Pinpoint& place) {
    d_.make_room(group_.places, at_);
    group_.places.push_back(place);
  }
  bool number(uint32_t i) const { return i < d_.size() && digits_of(d_, i) > 0 && digits_of(d_, i) <= 4; }
  bool letter(uint32_t i) const { return i < d_.size() && d_.atom(i).word() && d_.atom(i).length == 1; }
  char lower_letter(uint32_t i) const { return text::ascii_lower(d_.bytes(i)[0]); }
  bool joins(uint32_t i) const { return d_.mark(i, ',') || d_.mark(i, '&') || is_one_of(d_, i, "dan", "atau", "serta"); }

  // "45A", "22E", "71": a number and letters written on to it; 0 atoms when none.
  uint32_t numbered(uint32_t i, PlaceNumber& out) const {
    if (!number(i)) return 0;
    out = PlaceNumber(d_.bytes(i));
    if (glued(d_, i + 1) && d_.atom(i + 1).word() && d_.atom(i + 1).length <= 2) {
      for (const char c : d_.bytes(i + 1)) out += static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
      return 2;
    }
    return 1;
  }

  // After "Pasal": the article and what is within it. first: where the span of the place begins.
  bool article(uint32_t first) {
    Pinpoint place;
    const uint32_t atoms = numbered(at_, place.article);
    if (atoms == 0) return false;
    at_ += atoms;
    place.span = {first, at_};
    within_article(place);
    return true;
  }

  void within_article(const Pinpoint& place) {
    if (!paragraphs(place) && !letters(place) && !numerals(place)) take(place);
  }

  // One of "ayat (1)", "ayat 1", "(2)": the paragraph number; 0 atoms when none.
  uint32_t paragraph(uint32_t i, PlaceNumber& out) const {
    const uint32_t bracket = d_.mark(i, '(') ? 1 : 0;
    PlaceNumber written;
    const uint32_t atoms = numbered(i + bracket, written);
    if (atoms == 0 || (bracket && !d_.mark(i + 1 + atoms, ')'))) return 0;
    out = PlaceNumber();
    for (const char c : written.view()) out += text::ascii_lower(c);
    return atoms + 2 * bracket;
  }

  bool paragraphs(Pinpoint place) {
    uint32_t i = at_;
    if (d_.mark(i, ',') && is_word(d_, i + 1, "ayat")) ++i;
    const bool named = is_word(d_, i, "ayat");
    if (!named && !(d_.mark(i, '(') && number(i + 1) && d_.mark(i + 2, ')'))) return false;
    at_ = named ? i + 1 : i;
    uint32_t atoms = paragraph(at_, place.paragraph);
    if (atoms == 0) {
      at_ = i;
      return false;
    }
    const bool bracketed = d_.mark(at_, '(');
    for (;;) {
      at_ += atoms;
      place.span.last = at_;
      if (!letters(place) && !numerals(place)) take(place);
      const bool range = range_sign(at_);
      uint32_t next = at_;
      while (joins(next) && next < at_ + 2) ++next;
      if (range) next = after_range_sign(at_);
      if (next == at_) return true;
      const bool again = is_word(d_, next, "ayat");
      if (again) ++next;
      PlaceNumber value;
      atoms = paragraph(next, value);
      if (atoms == 0 || (!again && !d_.mark(next, '(') && (bracketed || !ends_list(next + atoms)))) return true;
      if (range) fill(place, &Pinpoint::paragraph, place.paragraph, value, next + atoms);
      place.span.first = again ? next - 1 : next;
      place.letter = 0;
      place.numeral = {};
      place.paragraph = value;
      at_ = next;
    }
  }

  bool letters(Pinpoint place) {
    uint32_t i = at_;
    if (d_.mark(i, ',') && is_word(d_, i + 1, "huruf")) ++i;
    if (!is_word(d_, i, "huruf") || !letter(i + 1)) return false;
    at_ = i + 1;
    for (;;) {
      place.letter = lower_letter(at_);
      ++at_;
      place.span.last = at_;
      if (!numerals(place)) take(place);
      const bool range = range_sign(at_);
      uint32_t next = at_;
      while (joins(next) && next < at_ + 2) ++next;
      if (range) next = after_range_sign(at_);
      if (next == at_) return true;
      const bool again = is_word(d_, next, "huruf");
      if (again) ++next;
      if (!letter(next) || (!again && glued(d_, next) && !range)) return true;
      if (range)
        for (char c = static_cast<char>(place.letter + 1); c < lower_letter(next); ++c) {
          place.letter = c;
          place.span.last = next + 1;
          take(place);
        }
      place.span.first = again ? next - 1 : next;
      place.numeral = {};
      at_ = next;
    }
  }

  bool numerals(Pinpoint place) {
    uint32_t i = at_;
    if (d_.mark(i, ',') && is_one_of(d_, i + 1, "angka", "butir")) ++i;
    if (!is_one_of(d_, i, "angka", "butir") || !number(i + 1)) return false;
    at_ = i + 1;
    for (;;) {
      place.numeral = PlaceNumber(d_.bytes(at_));
      ++at_;
      place.span.last = at_;
      take(place);
      const bool range = range_sign(at_);
      uint32_t next = at_;
      while (joins(next) && next < at_ + 2) ++next;
      if (range) next = after_range_sign(at_);
      if (next == at_) return true;
      const bool again = is_word(d_, next, "angka");
      if (again) ++next;
      if (!number(next) || !(again || range || short_list(next))) return true;
      if (range) fill(place, &Pinpoint::numeral, place.numeral, PlaceNumber(d_.bytes(next)), next + 1);
      place.span.first = again ? next - 1 : next;
      at_ = next;
    }
  }
  bool short_list(uint32_t i) const { return d_.mark(i + 1, ',') || joins(i + 1) || i + 1 >= d_.size() || d_.mark(i + 1, '.'); }

  bool range_sign(uint32_t i) const {
    return is_dash(d_, i) || is_one_of(d_, i, "sampai", "hingga", "sd") || (is_word(d_, i, "s") && (d_.mark(i + 1, '/') || d_.mark(i + 1, '.')) && is_word(d_, i + 2, "d"));
  }
  uint32_t after_range_sign(uint32_t i) const {
    if (is_word(d_, i, "s")) i += 2;
    ++i;
    if (d_.mark(i, '.')) ++i;
    return is_word(d_, i, "dengan") ? i + 1 : i;
  }

  // The places between two ends of a range.
  void fill(Pinpoint place, PlaceNumber Pinpoint::*part, PlaceNumber from, PlaceNumber to, uint32_t last) {
    int a = 0, b = 0;
    for (const char c : from.view()) a = a * 10 + (text::is_ascii_digit(c) ? c - '0' : 0);
    for (const char c : to.view()) b = b * 10 + (text::is_ascii_digit(c) ? c - '0' : 0);
    if (b - a > kLongestRange) return;
    place.span.last = last;
    for (int value = a + 1; value < b; ++value) {
      place.*part = PlaceNumber(std::to_string(value));
      take(place);
    }
  }

  static bool juncto(const Document& d, uint32_t i) { return is_one_of(d, i, "jo", "juncto", "junto", "yuncto", "jis", "jucto"); }

  // Further articles of the same law.
  void more() {
    for (;;) {
      uint32_t next = at_;
      const bool range = range_sign(next);
      bool linked = false;
      if (range) {
        next = after_range_sign(next);
        linked = true;
      } else {
        while (joins(next) && next < at_ + 2) ++next;
        linked = next > at_;
        if (juncto(d_, next)) {
          ++next;
          linked = true;
          if (d_.mark(next, '.')) ++next;
        }
      }
      if (!linked) return;
      const Pinpoint last = group_.places.back();
      if (is_article_word(d_, next)) {
        const uint32_t keep = at_;
        at_ = next + 1;
        PlaceNumber value;
        if (range && numbered(at_, value)) fill_articles(last, value, at_ + 1);
        if (!article(next)) {
          at_ = keep;
          return;
        }
      } else if (is_word(d_, next, "ayat") && !range) {  // juncto ayat (5)
        Pinpoint place;
        place.article = last.article;
        place.span = {next, next};
        at_ = next;
        if (!paragraphs(place)) return;
      } else if (bare_article(next, range)) {
        at_ = next;
        PlaceNumber value;
        numbered(next, value);
        if (range) fill_articles(last, value, next + 1);
        article(next);
      } else {
        return;
      }
    }
  }

  void fill_articles(const Pinpoint& last, PlaceNumber to, uint32_t end) {
    Pinpoint place;
    place.span = last.span;
    fill(place, &Pinpoint::article, last.article, to, end);
  }

  // "282" in "Pasal 280, 282, dan 283"
  bool bare_article(uint32_t i, bool range) const {
    if (!number(i) || (!group_.places.back().paragraph.empty() && !range)) return false;
    PlaceNumber value;
    const uint32_t end = i + numbered(i, value);
    return range || ends_list(end);
  }

  // Does a number of a list end before atom end? "283 UU", "2,", "5 dari UU", "7 sampai 9", but not "3 orang", "3 dari 5 orang".
  bool ends_list(uint32_t end) const {
    if (end >= d_.size()) return true;
    if (d_.atom(end).punct()) return !(d_.mark(end, '/') || d_.mark(end, '.')) || !glued(d_, end + 1);
    if (range_sign(end)) return goes_on(after_range_sign(end));
    return joins(end) || juncto(d_, end) || is_one_of(d_, end, "ayat", "huruf") ||
           law_begins(is_one_of(d_, end, "dari", "dalam", "pada") ? end + 1 : end);
  }
  bool law_begins(uint32_t i) const { return d_.match(i, Kind::law) || d_.match(i, Kind::law_alias); }
  // The other end of a range: "Pasal 350", "350 UU", "(3)".
  bool goes_on(uint32_t i) const {
    if (is_one_of(d_, i, "pasal", "ayat") || d_.mark(i, '(')) return true;
    return number(i) && !range_sign(i + 1) && ends_list(i + 1);
  }

  const Document& d_;
  uint32_t at_;
  PinpointGroup group_;
};

}  // namespace

std::string Pinpoint::text() const {
  std::string out = "Pasal ";
  out += article.view();
  if (!paragraph.empty()) ((out += " ayat (") += paragraph.view()) += ')';
  if (letter != 0) (out += " huruf ") += letter;
  if (!numeral.empty()) (out += " angka ") += numeral.view();
  return out;
}

PinpointGroup read_pinpoints(const Document& document, uint32_t i) { return Reader(document, i).read(); }

}  // namespace netra::extract
