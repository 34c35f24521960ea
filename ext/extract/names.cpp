#include "extract/names.hpp"

#include "extract/grammar.hpp"
#include "morphology/stemmer.hpp"
#include "text/fold.hpp"

namespace netra::extract {

using data::CueClass;

namespace {

constexpr unsigned kMostWords = 7;

// Classes of cues that no name holds, a bit each.
template <class... Classes>
constexpr uint64_t bits(Classes... classes) {
  return ((uint64_t{1} << static_cast<unsigned>(classes)) | ...);
}
constexpr uint64_t kEndsName =
    bits(CueClass::link, CueClass::also, CueClass::former, CueClass::candidate, CueClass::relative, CueClass::national, CueClass::negation,
         CueClass::plural, CueClass::inactive, CueClass::elected, CueClass::incumbent, CueClass::unnamed, CueClass::election, CueClass::pronoun,
         CueClass::number);

// Short forms inside a name that are written with a full stop: Muh. Yamin, St. Aminah.
bool short_form(const Document& d, uint32_t i) noexcept {
  return d.atom(i).length == 1 ||
         word_in(d, i, "muh", "moh", "mohd", "muhd", "abd", "abdl", "st", "sy", "syf", "ach", "akh", "hi", "gst", "md", "wyn", "kt", "nym", "ida", "tb", "rd", "tgk", "bg", "and", "drh");
}

bool particle(const Document& d, uint32_t i) noexcept {
  return word_in(d, i, "bin", "binti", "van", "von", "de", "der", "al", "el", "da", "do", "dos") && capital(d, i + 1) && !d.is(i + 1, text::kNewlineBefore);
}

// A nickname in quotation marks inside a name: the atom after it, or i. The name has to go on.
uint32_t nickname_end(const Document& d, uint32_t i) noexcept {
  const auto quote = [&](uint32_t k) { return k < d.size() && d.atom(k).punct() && (d.bytes(k)[0] == '"' || d.bytes(k).starts_with("\u201C") || d.bytes(k).starts_with("\u201D")); };
  if (!quote(i) || !spaced(d, i) || !capital(d, i + 1) || spaced(d, i + 1)) return i;
  uint32_t k = i + 1;
  while (capital(d, k) && k < i + 4) ++k;
  return quote(k) && !spaced(d, k) && capital(d, k + 1) && spaced(d, k + 1) && !d.is(k + 1, text::kNewlineBefore) && d.atom(k + 1).symbol == 0 ? k + 1 : i;
}

// "S.Pd.I", "M.Tr.Han": letters and full stops without blanks, at least one full stop inside.
uint32_t dotted_degree(const Document& d, uint32_t i) noexcept {
  if (!capital(d, i) || d.atom(i).length > 4) return i;
  uint32_t k = i;
  unsigned dots = 0;
  while (d.mark(k + 1, '.') && !spaced(d, k + 1) && d.atom(k + 1).length == 1) {
    ++dots;
    if (capital(d, k + 2) && !spaced(d, k + 2) && d.atom(k + 2).length <= 6)
      k += 2;
    else
      return dots >= 2 ? k + 2 : i;
  }
  return dots >= 1 ? k + 1 : i;
}

// The degree that begins at atom i ends before the atom returned; i when there is none. after_degree: capitals are enough.
uint32_t degree_end(const Document& d, uint32_t i, bool comma, bool after_degree) noexcept {
  if (i >= d.size() || !d.atom(i).word()) return i;
  if (const auto m = d.match(i, Kind::degree)) {
    uint32_t last = m->last;
    const uint32_t dotted = dotted_degree(d, i);
    if (dotted > last) last = dotted;
    if (d.mark(last, '.') && !spaced(d, last) && d.atom(last).length == 1 && last > i && !d.mark(last - 1, '.')) {
      // a degree's full stop, unless it ends the sentence
      if (last + 1 < d.size() && (d.atom(last + 1).punct() || !d.is(last + 1, text::kSentenceStart))) ++last;
    }
    return last;
  }
  if (comma || after_degree) {
    const uint32_t dotted = dotted_degree(d, i);
    if (dotted > i) {
      // the last full stop belongs to the sentence when a new one begins
      if (d.mark(dotted - 1, '.') && d.is(dotted, text::kSentenceStart)) return dotted - 1;
      return dotted;
    }
  }
  if (after_degree && d.is(i, text::kUpper) && d.atom(i).length <= 6 && !d.match(i, Kind::institution) && !d.match(i, Kind::office))
    return i + 1;
  return i;
}

void read_degrees(const Document& d, Name& name) {
  uint32_t at = name.span.last;
  bool any = false;
  // "Afrizal Dt. Rajo Bagindo": an adat title is no part of the name
  if (word_in(d, at, "dt", "datuk", "datuak", "gelar", "sutan") && at + 1 < d.size()) {
    uint32_t k = at + 1;
    if (d.mark(k, '.')) ++k;
    while (name_word(d, k) && !d.is(k, text::kNewlineBefore) && k < at + 5) ++k;
    if (k > at + 1) at = k, name.last = k;
  }
  for (unsigned n = 0; n < 8; ++n) {
    uint32_t i = at;
    bool comma = false;
    if (d.mark(i, ',')) ++i, comma = true;
    else if (d.mark(i, '.') && !spaced(d, i) && !spaced(d, i + 1) && !any) ++i, comma = true;  // "Yanti.SH"
    if (d.is(i, text::kParagraphBefore)) break;
    const uint32_t end = degree_end(d, i, comma, any);
    if (end <= i) break;
    uint32_t last = end;
    if (d.mark(last - 1, '.')) --last;
    name.degrees.push_back({i, last > i ? last : end});
    any = true;
    at = end;
    name.last = at;
  }
}

// ASN, PPPK: capitals among words that are not.
bool shouted_acronym(const Document& d, uint32_t i) noexcept {
  if (!d.is(i, text::kUpper) || d.atom(i).length > 6) return false;
  // two initials in front of a name: EM Osykar, AM Fatwani
  if (d.atom(i).length == 2 && d.matches(i).empty() && capital(d, i + 1) && !d.is(i + 1, text::kUpper) && !d.is(i + 1, text::kNewlineBefore) && d.atom(i + 1).symbol == 0)
    return false;
  const auto shouted = [&](uint32_t k) { return k < d.size() && d.atom(k).word() && d.is(k, text::kUpper); };
  return !(shouted(i + 1) && d.atom(i + 1).length > 3) && !(i > 0 && shouted(i - 1) && d.atom(i - 1).length > 3);
}

// Hari Wibowo, Lalu Usman, Rahmi Hakim: words that open sentences or mean a post, inside a sentence beside another name.
bool given_name(const Document& d, uint32_t i) noexcept {
  if (!cue_at(d, i, CueClass::given) || d.is(i, text::kSentenceStart)) return false;
  const auto stranger = [&](uint32_t k) { return capital(d, k) && d.atom(k).symbol == 0; };
  return (i > 0 && stranger(i - 1)) || (stranger(i + 1) && !d.is(i + 1, text::kNewlineBefore));
}

}  // namespace

bool name_word(const Document& d, uint32_t i) noexcept {
  if (!capital(d, i) || d.is(i, text::kBoilerplate)) return false;
  if (shouted_acronym(d, i)) return false;
  const bool given = given_name(d, i);
  for (const Match m : d.matches(i)) {
    switch (m.kind) {
      case Kind::weekday:
      case Kind::acting:
        return false;
      case Kind::month:  // Agus, Mei and April are names too
        if ((i > 0 && d.atom(i - 1).number()) || (i + 1 < d.size() && d.atom(i + 1).number())) return false;
        break;
      case Kind::office:
        if (d.office(m).complement != data::Complement::plain) return false;
        break;
      case Kind::institution:
        if (m.last - i > 1 || d.is(i, text::kUpper)) return false;
        break;
      case Kind::cue: {
        const auto c = data::cues[m.row].cue_class;
        if ((kEndsName >> static_cast<unsigned>(c) & 1) != 0 || (c == CueClass::opener && !given))
          return false;
        break;
      }
      default:
        break;
    }
  }
  return true;
}

bool read_name(const Document& d, uint32_t i, Name& name, bool lower) {
  name = {};
  if (i >= d.size() || (!lower && !d.has(i, kCapitalTrait | traits(Kind::rank, Kind::honorific)))) return false;
  name.first = i;
  uint32_t at = i;
  for (unsigned n = 0; n < 8 && at < d.size(); ++n) {  // titles and rank
    if (n > 0 && d.is(at, text::kParagraphBefore)) return false;
    if (const auto rank = d.match(at, Kind::rank); rank && (capital(d, at) || d.mark(at, '('))) {
      const data::Rank& row = data::ranks[rank->row];
      const bool corps = row.service == data::Service::corps;
      if (!corps || name.rank) {
        if (!corps) name.rank = &row;
        at = rank->last;
        if (d.mark(at, '.')) ++at;
        continue;
      }
    }
    if (const auto title = d.match(at, Kind::honorific)) {
      uint32_t last = title->last;
      if (d.mark(last, '.') && !d.mark(last - 1, '.')) ++last;
      const bool single = last - at == 1 && d.atom(at).length == 1;  // "H Anton", but not the H of a list
      const bool small = !capital(d, at) && !d.mark(at, '(') && !word_in(d, at, "dr", "drg", "drh", "apt", "pak", "bu", "ibu", "bapak");
      if (!(small && !d.mark(last - 1, '.')) && last < d.size() && (capital(d, last) || d.match(last, Kind::honorific) || lower) &&
          !(single && !spaced(d, last))) {
        name.honorifics.push_back({at, last});
        at = last;
        continue;
      }
    }
    break;
  }
  const uint32_t begin = at;
  unsigned words = 0;
  uint32_t last = at;
  while (at < d.size() && words < kMostWords) {
    if (words > 0 && d.is(at, text::kNewlineBefore)) break;
    if (words > 0 && d.match(at, Kind::degree) && d.atom(at).length <= 5) {
      const auto m = d.match(at, Kind::degree);
      const bool shouted = d.is(at, text::kUpper) && d.is(at - 1, text::kUpper) && m->last - at == 1 && d.is(at + 1, text::kUpper);
      if (!shouted) break;
    }
    if (words > 0 && word_in(d, at, "dt", "datuak")) break;
    if (lower ? (d.atom(at).word() && !d.match(at, Kind::cue) && !d.match(at, Kind::office)) : name_word(d, at)) {
      if (lower && !capital(d, at)) {
        char buffer[256];
        const std::string_view word(buffer, text::fold_word(d.bytes(at).substr(0, 60), text::Diacritics::remove, buffer, sizeof buffer));
        morph::Derivation best;
        if (words >= 3 || d.atom(at).symbol != 0 || morph::analyze(word, &best, 1) == 0 || best.known) break;
      }
      ++words;
      ++at;
      last = at;
      if (d.mark(at, '.') && short_form(d, at - 1) && d.atom(at).length == 1 && capital(d, at + 1) && !d.is(at + 1, text::kNewlineBefore)) {
        ++at;  // "R. Gomar", "M.Yamin"
        continue;
      }
      // "Al-Farisi", "Nur-Aini" are names, "Prabowo-Gibran" two persons
      if (d.mark(at, '-') && !spaced(d, at) && !spaced(d, at + 1) && capital(d, at + 1) && d.atom(at - 1).length <= 3) {
        ++at;
        continue;
      }
      continue;
    }
    if (const uint32_t end = words > 0 ? nickname_end(d, at) : at; end > at) {  // Richard "Ris" Latu
      at = end;
      continue;
    }
    if (words > 0 && particle(d, at)) {
      ++at;
      continue;
    }
    break;
  }
  // "ketua bawaslu ende siprianus lasa,S.Pd": a degree closes the name, whatever its last words mean
  if (lower && words > 0) {
    uint32_t k = last;
    for (unsigned n = 0; n < 3 && k < d.size() && d.atom(k).word() && !d.is(k, text::kNewlineBefore) && !d.match(k, Kind::speech) && !d.match(k, Kind::office); ++n) {
      ++k;
      if (!d.mark(k, ',') || degree_end(d, k + 1, true, false) <= k + 1) continue;
      words += n + 1;
      last = k;
      break;
    }
  }
  if (words == 0) return false;
  if (words == 1 && d.atom(begin).length < 2) return false;
  name.span = {begin, last};
  name.last = last;
  read_degrees(d, name);
  return true;
}

bool lexicon_word(const Document& d, uint32_t i) {
  char buffer[256];
  const std::string_view word(buffer, text::fold_word(d.bytes(i).substr(0, 60), text::Diacritics::remove, buffer, sizeof buffer));
  morph::Derivation best;
  return morph::analyze(word, &best, 1) > 0 && best.known;
}

}  // namespace netra::extract
