#include "extract/quotes.hpp"

#include <algorithm>

#include "extract/grammar.hpp"
#include "extract/names.hpp"
#include "extract/reading.hpp"

namespace netra::extract {

namespace {

using data::SpeechType;

constexpr uint32_t kAttribution = 40;  // atoms behind a verb of saying in which its speaker stands
constexpr uint32_t kTheme = 5;         // atoms between "tema" and the opening mark
constexpr uint32_t kBack = 3;          // paragraph breaks to look back over for a speaker
constexpr uint32_t kRoleStart = 8;     // atoms at the start of a sentence in which its subject begins
constexpr uint32_t kApposition = 8;    // atoms between a role and its name
constexpr uint32_t kClause = 96;       // atoms before an opening mark that may introduce it
constexpr unsigned kSentencesBack = 24, kPeopleInSentence = 12;  // how far a speaker is looked for
constexpr double kNamed = 0.95, kPronoun = 0.8, kRole = 0.7, kContext = 0.5, kNobody = 0.4;

struct Speaker {
  bool known = false;  // something was found
  int person = -1;     // index in the cast
  std::string_view name;  // of somebody the cast does not hold
  double confidence = kNobody;
};

class QuoteFinder {
 public:
  QuoteFinder(const Document& d, const Mentions& officials) : d_(d), cast_(d, officials) {}

  std::vector<Quote> find() {
    quoted_ = pair_marks(d_);
    std::erase_if(quoted_, [this](const Quoted& q) { return !is_speech(q); });
    quotes_.reserve(quoted_.size());
    person_of_.reserve(quoted_.size());
    for (size_t i = 0; i < quoted_.size(); ++i) {
      d_.poll();
      direct(i);
    }
    carry_back();
    const std::vector<Quote> unmarked = indirect();
    quotes_.reserve(quotes_.size() + unmarked.size());
    quotes_.insert(quotes_.end(), unmarked.begin(), unmarked.end());
    std::sort(quotes_.begin(), quotes_.end(), [](const Quote& a, const Quote& b) { return a.span.first < b.span.first; });
    return std::move(quotes_);
  }

 private:
  const data::SpeechVerb* verb(uint32_t i, SpeechType type, uint32_t* last = nullptr) const {
    if (!d_.begins(i, Kind::speech)) return nullptr;
    for (const Match m : d_.matches(i))
      if (m.kind == Kind::speech && data::speech_verbs[m.row].type == type) {
        if (last) *last = m.last;
        return &data::speech_verbs[m.row];
      }
    return nullptr;
  }
  bool ends(uint32_t i) const { return mark_in(d_, i, ",.?!"); }
  bool breaks(uint32_t i) const {
    return i == 0 || d_.is(i, text::kParagraphBefore) || (d_.is(i, text::kNewlineBefore) && d_.atom(i - 1).punct());
  }
  // The first atom of the sentence of atom i, as far back as it matters.
  uint32_t clause(uint32_t i) const { return std::max(d_.sentence(d_.sentence_of(i)).first, i - std::min(i, kClause)); }
  uint32_t sentence_end(uint32_t i) const { return d_.sentence(d_.sentence_of(i)).last; }

  // First word behind the closing mark on the same line, past comma, full stop and dash; size() when there is none.
  uint32_t behind(const Quoted& q) const {
    uint32_t i = q.close;
    while (i < d_.size() && i < q.close + 3 && d_.atom(i).punct() && !d_.is(i, text::kNewlineBefore) &&
           (ends(i) || d_.mark(i, ';') || is_dash(d_, i)))
      ++i;
    return i < d_.size() && d_.atom(i).word() && !d_.is(i, text::kParagraphBefore) && !breaks(i) ? i : d_.size();
  }
  bool comma_behind(const Quoted& q) const { return d_.mark(q.span.last - 1, ',') || d_.mark(q.close, ','); }

  bool theme_before(uint32_t open) const {
    const uint32_t first = d_.sentence(d_.sentence_of(open)).first;
    for (uint32_t back = 1; back <= kTheme && back <= open && open - back >= first; ++back) {
      uint32_t last = 0;
      const bool wide = !d_.mark(open - 1, ',') && !d_.mark(open - 1, ':');
      if (verb(open - back, SpeechType::theme, &last) && (wide || last + 2 >= open)) return true;
    }
    return false;
  }

  // Written like a title: nearly every word has a capital.
  bool titled(Span span) const {
    unsigned capitals = 0, words = 0;
    for (uint32_t i = span.first; i < span.last; ++i) {
      if (!d_.atom(i).word() || d_.atom(i).length < 4) continue;
      ++words;
      capitals += d_.is(i, text::kCapital);
    }
    return words >= 2 && capitals * 4 >= words * 3 && words < 16;
  }

  bool is_speech(const Quoted& q) const {
    const uint32_t after = behind(q);
    if (after < d_.size() && (verb(after, SpeechType::bare) || (comma_behind(q) && !d_.is(after, text::kCapital) && !is_one_of(d_, after, "yang", "dan", "yg", "atau"))))
      return !(titled(q.span) && theme_before(q.open));
    if (theme_before(q.open) || titled(q.span)) return false;
    if (!q.opened || breaks(q.open)) return ends(q.span.last - 1) || ends(q.close) || q.close >= d_.size() || breaks(q.close);
    if (d_.mark(q.open - 1, ':')) return true;
    if (ends(q.span.last - 1)) return true;
    const uint32_t first = clause(q.open);
    if (d_.is(q.open, text::kSentenceStart)) return ends(q.close) || q.close >= d_.size() || breaks(q.close);
    for (uint32_t i = first; i < q.open; ++i)
      if (verb(i, SpeechType::active) || verb(i, SpeechType::passive) || verb(i, SpeechType::bare) || verb(i, SpeechType::source) || is_word(d_, i, "berbunyi")) return true;
    return false;
  }

  // ---- who speaks

  bool pronoun(uint32_t i) const { return is_one_of(d_, i, "dia", "ia", "beliau", "nya", "mereka", "pihaknya"); }

  // For a role without a name: the name that follows behind a comma ("Wakil Ketua Bawaslu bidang data, X"), or nobody when the
  // role only points back ("Ketua PPK itu").
  std::optional<PersonMention> resolve(const std::optional<PersonMention>& m, uint32_t last) const {
    if (m->named || !cast_.person(m->person).name.empty()) return m;
    const auto next = cast_.first_in(m->span.last, std::min(last, m->span.last + kApposition));
    if (next && next->named && d_.mark(next->first - 1, ',')) {
      bool plain = true;
      for (uint32_t i = m->span.last; i + 1 < next->first; ++i) plain = plain && d_.atom(i).word() && !verb(i, SpeechType::active);
      if (plain) return next;
    }
    for (uint32_t i = m->span.last; i < std::min(last, m->span.last + kApposition); ++i)
      if (is_one_of(d_, i, "itu", "tersebut", "ini")) return {};
    return m;
  }

  // The speaker named between a verb of saying and the end of its clause.
  Speaker named(uint32_t first, uint32_t last) const {
    Speaker speaker;
    for (uint32_t i = first; i < last; ++i) {
      if (d_.is(i, text::kParagraphBefore)) break;
      if (is_one_of(d_, i, "kepada", "saat", "ketika", "usai", "seusai", "dalam", "sambil", "seraya", "seperti", "dikutip", "sebelum", "setelah",
                            "melalui", "lewat", "sembari", "menirukan", "merujuk", "mengenai", "terkait", "tentang", "soal"))
        break;
      auto m = cast_.first_in(i, i + 1);
      if (!m) continue;
      m = resolve(m, last);
      if (!m) return speaker;
      speaker.known = true;
      speaker.person = static_cast<int>(m->person);
      speaker.confidence = kNamed;
      return speaker;
    }
    if (first < last && d_.is(first, text::kUpper) && d_.atom(first).length <= 3) {  // initials name nobody
      speaker.known = true;
      return speaker;
    }
    Name name;
    if (first < last && name_word(d_, first) && end_of_other(d_, first) == first && read_name(d_, first, name)) {
      speaker.known = true;
      speaker.name = plain_text(d_, name.span);
      speaker.confidence = kNamed - 0.1;
      return speaker;
    }
    return speaker;
  }

  // Does this mention lead its sentence: an office or title, or a verb, a comma, a role behind the name?
  bool leads(const PersonMention& m) const {
    if (cast_.person(m.person).sure) return true;
    uint32_t i = m.end;
    if (m.span.last - m.span.first >= 2 && i < d_.size() && d_.atom(i).word() && !d_.is(i, text::kCapital) &&
        m.first <= d_.sentence(d_.sentence_of(m.first)).first + kRoleStart)
      return true;
    if (d_.mark(i, ',')) ++i;
    return verb(i, SpeechType::active) || d_.match(i, Kind::office) || is_word(d_, i, "yang") || is_word(d_, i, "selaku");
  }

  // The last of the first `count` quotations that touches the sentence, or quoted_.size(). They stand in order and apart.
  size_t last_in(Span sentence, size_t count) const {
    const auto end = quoted_.begin() + static_cast<std::ptrdiff_t>(std::min(count, quoted_.size()));
    const auto behind = std::lower_bound(quoted_.begin(), end, sentence.last, [](const Quoted& q, uint32_t atom) { return q.open < atom; });
    return behind != quoted_.begin() && (behind - 1)->close > sentence.first ? static_cast<size_t>(behind - 1 - quoted_.begin()) : quoted_.size();
  }
  const Quote* quote_in(Span sentence) const {
    const size_t i = last_in(sentence, quotes_.size());
    return i < quotes_.size() ? &quotes_[i] : nullptr;
  }

  // Who spoke last before atom i, or acts in the sentence before it.
  Speaker subject(uint32_t i) const {
    Speaker speaker;
    if (i == 0) return speaker;
    uint32_t paragraphs = 0;
    uint32_t s = d_.sentence_of(i);
    uint32_t limit = i;
    for (unsigned n = 0; n < kSentencesBack; ++n, --s) {
      const Span sentence{d_.sentence(s).first, std::min(d_.sentence(s).last, limit)};
      if (!sentence.empty() && !d_.is(sentence.first, text::kBoilerplate)) {
        if (const Quote* q = quote_in(sentence)) {
          speaker.known = true;
          speaker.name = q->speaker;
          speaker.person = person_of_[static_cast<size_t>(q - quotes_.data())];
          speaker.confidence = kPronoun;
          return speaker;
        }
        if (acts(sentence, speaker)) return speaker;
        if (n == 1 && nameless_subject(sentence)) {
          speaker.known = true;
          return speaker;
        }
      }
      if (s == 0) break;
      if (breaks(d_.sentence(s).first) && limit != i && ++paragraphs > kBack) break;
      if (breaks(d_.sentence(s).first) && limit == i) ++paragraphs;
      limit = d_.sentence(s).first;
    }
    return {};
  }

  // "Moderator meminta massa tenang.": a common word for a person, then a verb of saying. Nobody who is named speaks behind it.
  bool nameless_subject(Span sentence) const {
    const uint32_t i = sentence.first;
    if (i + 2 >= sentence.last || !d_.atom(i).word() || cast_.first_in(i, std::min(sentence.last, i + kRoleStart))) return false;
    const uint32_t at = is_one_of(d_, i, "seorang", "salah", "para", "sang") ? i + 1 : i;
    if (!is_one_of(d_, at, "moderator", "warga", "saksi", "petugas", "panitia", "pemilih", "korban", "pelapor", "terlapor", "hakim", "jaksa", "pedagang", "mahasiswa",
                            "relawan", "pendukung", "peserta", "penonton", "pembawa", "wartawan", "sopir", "guru", "orang", "ibu", "bapak", "pria", "perempuan", "lelaki", "seorang", "satu", "pengawas"))
      return false;
    for (uint32_t k = at + 1; k < std::min(sentence.last, at + 5); ++k)
      if (verb(k, SpeechType::active)) return true;
    return false;
  }

  // The subject of a sentence: the first person named in it, or a role that opens it.
  bool acts(Span sentence, Speaker& speaker) const {
    uint32_t from = sentence.first;
    for (unsigned n = 0; n < kPeopleInSentence; ++n) {
      auto m = cast_.first_in(from, sentence.last);
      if (!m) return false;
      const bool opens = m->first <= sentence.first + kRoleStart;
      const uint32_t after = m->span.last;
      const bool object = m->first > sentence.first &&
                          is_one_of(d_, m->first - 1, "termasuk", "bersama", "kepada", "oleh", "dengan", "didampingi", "terhadap", "untuk", "dari");
      if (!m->named) m = resolve(m, sentence.last);
      if (m && !object && (m->named ? leads(*m) : opens)) {
        speaker.known = true;
        speaker.person = static_cast<int>(m->person);
        speaker.confidence = m->named ? kPronoun : kRole;
        return true;
      }
      from = m ? m->span.last : after;
    }
    return false;
  }

  // "Demikian disampaikan X", "Hal itu dikatakan X" behind the quotation.
  Speaker told_next(const Quoted& q) const {
    uint32_t i = q.close;
    while (i < d_.size() && d_.atom(i).punct()) ++i;
    const uint32_t last = std::min(d_.size(), i + 6);
    if (!is_one_of(d_, i, "demikian", "hal", "itu", "begitu", "pernyataan", "pesan")) return {};
    for (; i < last; ++i) {
      uint32_t end = 0;
      if (verb(i, SpeechType::passive, &end)) return named(end, std::min(sentence_end(i), end + kAttribution));
    }
    return {};
  }

  // ---- direct speech

  void direct(size_t index) {
    const Quoted& q = quoted_[index];
    Quote quote;
    quote.span = q.span;
    quote.balanced = q.opened;
    Speaker speaker;
    const uint32_t after = behind(q);
    uint32_t last = after + 1;
    const bool verbal = after < d_.size() && verb(after, SpeechType::bare, &last);
    if (verbal || (after < d_.size() && comma_behind(q) && !d_.is(after, text::kCapital))) {
      attribute(quote, speaker, after, last, q.open);
    } else {
      const uint32_t first = clause(q.open);
      if (first < q.open && q.opened && !quote_in({first, q.open})) introduce(quote, speaker, first, q.open);
      if (!speaker.known) speaker = told_next(q);
      if (!speaker.known) {
        speaker = subject(q.open);
        if (speaker.known) speaker.confidence = kContext;
        quote.kind = index > 0 && quoted_[index - 1].close <= q.open && same_breath(index) ? QuoteKind::lanjutan : QuoteKind::langsung;
      }
    }
    set(quote, speaker);
    quotes_.push_back(quote);
    person_of_.push_back(speaker.person);
  }

  // Goes this quotation on where the one before it stopped? No other speaker acts between them.
  bool same_breath(size_t index) const {
    uint32_t breaks_between = 0;
    for (uint32_t i = quoted_[index - 1].close; i <= quoted_[index].open && i < d_.size(); ++i) breaks_between += breaks(i);
    return breaks_between <= 1;
  }

  // verb: atom of the verb of saying behind the quotation, last: atom after it.
  void attribute(Quote& quote, Speaker& speaker, uint32_t verb_atom, uint32_t last, uint32_t open) {
    quote.verb = verb_text(verb_atom);
    if (verb_atom + 1 == last && is_one_of(d_, verb_atom, "demikian", "begitu", "begitulah") && verb(last, SpeechType::bare)) {
      quote.verb = verb_text(last);
      ++last;
    }
    if (uint32_t end = 0; is_word(d_, verb_atom, "demikian") && verb(last, SpeechType::passive, &end)) {
      quote.verb = verb_text(last);
      last = end;
    }
    const bool clitic = ends_in_nya(last - 1);
    if (!clitic && !pronoun(last)) speaker = named(last, std::min(sentence_end(verb_atom), last + kAttribution));
    if (speaker.known) return;
    const uint32_t first = clause(open);
    Quote ignored;
    if (first < open && !quote_in({first, open})) introduce(ignored, speaker, first, open);
    if (!speaker.known) speaker = subject(open);
    if (speaker.known) speaker.confidence = std::min(speaker.confidence, kPronoun);
  }

  // The words before the opening mark in its sentence: "X menegaskan, ".
  void introduce(Quote& quote, Speaker& speaker, uint32_t first, uint32_t open) {
    for (uint32_t i = first; i < open; ++i)
      if (verb(i, SpeechType::active) || verb(i, SpeechType::passive)) quote.verb = verb_text(i);
    if (!acts({first, open}, speaker)) return;
    speaker.confidence = kNamed;
  }

  bool ends_in_nya(uint32_t i) const {
    const auto bytes = d_.bytes(i);
    return bytes.size() > 5 && bytes.ends_with("nya");
  }
  std::string_view verb_text(uint32_t i) const {
    std::string_view out = d_.bytes(i);
    if (std::any_of(out.begin(), out.end(), text::is_ascii_upper)) {
      std::string lower(out);
      for (char& c : lower) c = text::ascii_lower(c);
      out = d_.keep(std::move(lower));
    }
    if (out.size() > 5 && out.ends_with("nya") && out != "tanya") out.remove_suffix(3);
    return out;
  }

  void set(Quote& quote, const Speaker& speaker) {
    quote.confidence = speaker.known ? speaker.confidence : kNobody;
    if (speaker.person >= 0) {
      cast_.mark_sure(static_cast<uint32_t>(speaker.person));
      quote.speaker = cast_.person(static_cast<uint32_t>(speaker.person)).name;
      quote.person = cast_.person(static_cast<uint32_t>(speaker.person)).number;
    } else {
      quote.speaker = speaker.name;
    }
  }

  // "A." "B," kata X: the speaker of the second part spoke the first.
  void carry_back() {
    for (size_t i = quotes_.size(); i-- > 1;) {
      Quote &first = quotes_[i - 1], &second = quotes_[i];
      if (!first.verb.empty() || second.verb.empty() || quoted_[i].open > quoted_[i - 1].close + 1) continue;
      first.speaker = second.speaker;
      first.person = second.person;
      first.confidence = std::max(first.confidence, kPronoun);
    }
  }

  // ---- speech without marks

  bool quoted_sentence(Span sentence) const {
    return last_in(sentence, quoted_.size()) < quoted_.size();
  }

  std::vector<Quote> indirect() {
    std::vector<Quote> unmarked;
    for (uint32_t s = 0; s + 1 < d_.sentences().size(); ++s) {
      d_.poll();
      Span sentence = d_.sentence(s);
      while (!sentence.empty() && d_.is(sentence.first, text::kBoilerplate)) ++sentence.first;
      while (!sentence.empty() && (d_.is(sentence.last - 1, text::kBoilerplate) || d_.mark(sentence.last - 1, '.'))) --sentence.last;
      if (sentence.last - sentence.first < 6 || quoted_sentence(sentence) || d_.is(sentence.first, text::kHeadline)) continue;
      Quote quote;
      Speaker speaker;
      if (!parenthetic(sentence, quote, speaker) && !opening(sentence, quote, speaker)) continue;
      quote.kind = QuoteKind::tak_langsung;
      set(quote, speaker);
      quote.confidence = std::min(quote.confidence, kRole);
      d_.make_room(unmarked, sentence.first);
      unmarked.push_back(quote);
    }
    return unmarked;
  }

  // "..., tuturnya.", "..., kata dia, ..."
  bool parenthetic(Span sentence, Quote& quote, Speaker& speaker) {
    for (uint32_t i = d_.next(sentence.first + 3, kPunctTrait, sentence.last); i + 1 < sentence.last; i = d_.next(i + 1, kPunctTrait, sentence.last)) {
      uint32_t last = 0;
      if (!d_.mark(i, ',') || d_.is(i + 1, text::kCapital) || !verb(i + 1, SpeechType::bare, &last)) continue;
      const bool clitic = ends_in_nya(last - 1) || pronoun(last);
      if (!clitic) speaker = named(last, std::min(sentence.last, last + kAttribution));
      if (!clitic && !speaker.known) continue;
      if (clitic) speaker = subject(sentence.first);
      quote.verb = verb_text(i + 1);
      quote.span = {sentence.first, i};
      for (uint32_t k = last; k < sentence.last; ++k)
        if (d_.mark(k, ',') && sentence.last - k > 2 && k < last + 6) quote.span.last = sentence.last;  // the sentence goes on
      return true;
    }
    return false;
  }

  // "Menurut X, ...", "Menurutnya, ...", "Dikatakan X, ..."
  bool opening(Span sentence, Quote& quote, Speaker& speaker) {
    uint32_t last = 0;
    if (!verb(sentence.first, SpeechType::source, &last) && !verb(sentence.first, SpeechType::passive, &last)) return false;
    uint32_t comma = last;
    while (comma < sentence.last && comma < last + kAttribution && !d_.mark(comma, ',')) ++comma;
    const auto m = cast_.first_in(last, sentence.last);
    if (m && m->span.first <= comma + 6) {
      comma = std::max(comma, m->end);
      speaker = named(m->span.first, sentence.last);
      while (comma < sentence.last && !d_.mark(comma, ',')) ++comma;
    } else if (ends_in_nya(last - 1) || pronoun(last)) {
      speaker = subject(sentence.first);
    } else {
      return false;
    }
    if (comma + 4 > sentence.last) return false;
    quote.verb = verb_text(sentence.first);
    quote.span = {comma + 1, sentence.last};
    return true;
  }

  const Document& d_;
  Cast cast_;
  std::vector<Quoted> quoted_;
  std::vector<Quote> quotes_;     // direct speech, as far as read
  std::vector<int> person_of_;    // of quotes_: index in the cast, -1 none
};

constexpr std::string_view kKinds[] = {"langsung", "tak_langsung", "lanjutan"};

constexpr Field<Quote> kFields[] = {
    {"quote", "TEXT", surface_of<Quote>},
    {"speaker", "TEXT", [](const Quote& r, const Document&) { return Cell::or_null(r.speaker); }},
    {"person", "INTEGER", [](const Quote& r, const Document&) { return r.person ? Cell::of(static_cast<int64_t>(r.person)) : Cell(); }},
    {"verb", "TEXT", [](const Quote& r, const Document&) { return Cell::or_null(r.verb); }},
    {"kind", "TEXT", [](const Quote& r, const Document&) { return Cell::of(kKinds[static_cast<size_t>(r.kind)]); }},
    {"balanced", "INTEGER", [](const Quote& r, const Document&) { return Cell::of(static_cast<int64_t>(r.balanced)); }},
    {"start", "INTEGER", start_of<Quote>},
    {"length", "INTEGER", length_of<Quote>},
    {"confidence", "REAL", confidence_of<Quote>},
};

}  // namespace

const std::span<const Field<Quote>> kQuoteFields = kFields;

std::vector<Quote> find_quotes(const Document& document, const Mentions& officials) {
  return QuoteFinder(document, officials).find();
}

}  // namespace netra::extract
