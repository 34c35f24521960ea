#include "extract/laws.hpp"

#include <algorithm>

#include "extract/reading.hpp"

namespace netra::extract {

namespace {

using data::LawNumber;

constexpr uint32_t kFiller = 14;        // atoms between the type and "Nomor": "(Perda) Provinsi Jawa Timur"
constexpr uint32_t kJointFiller = 50;   // of a joint decree: its issuers
constexpr size_t kLawsBack = 32;        // laws looked back over for the one that a place belongs to
constexpr uint32_t kBridge = 6;         // atoms between a place and the law behind it: "sebagaimana diatur dalam"
constexpr float kByNumber = 0.95F, kByName = 0.85F, kInSentence = 0.8F, kEarlier = 0.6F;

class LawFinder {
 public:
  LawFinder(const Document& d, std::optional<text::Civil> day) : d_(d) {
    if (day) day_ = text::IsoText(*day);
  }

  Laws find() {
    for (uint32_t i = 0; i < d_.size();) {
      const uint32_t from = i;
      while (i < d_.size() && !d_.has(i, traits(Kind::law, Kind::law_alias)) && !is_one_of(d_, i, "pasal", "ps")) ++i;
      d_.poll(i - from + 1);
      if (i == d_.size()) break;
      if (d_.is(i, text::kBoilerplate)) {
        ++i;
        continue;
      }
      const uint32_t end = read(i);
      i = end > i ? end : i + 1;
    }
    link();
    std::stable_sort(out_.begin(), out_.end(), [](const Citation& a, const Citation& b) {
      return a.span.first != b.span.first ? a.span.first < b.span.first : a.span.last < b.span.last;
    });
    return {std::move(laws_), std::move(out_)};
  }

 private:
  // Reads an instrument or a group of places at atom i and gives its end, or i.
  uint32_t read(uint32_t i) {
    if (is_one_of(d_, i, "pasal", "ps")) return read_places(i);
    if (d_.atom(i).symbol == 0) return i;
    if (const auto type = d_.match(i, Kind::law)) {
      const uint32_t end = read_numbered(*type);
      if (end > i) return end;
    }
    if (const auto alias = d_.match(i, Kind::law_alias)) return read_alias(*alias);
    if (const auto type = d_.match(i, Kind::law)) return read_fixed(*type);
    return i;
  }

  uint32_t read_places(uint32_t i) {
    auto group = read_pinpoints(d_, i);
    if (group.places.empty()) return i;
    const uint32_t end = group.span.last;
    d_.make_room(groups_, i);
    groups_.push_back(std::move(group));
    return end;
  }

  bool number_word(uint32_t i) const { return is_one_of(d_, i, "nomor", "no", "nomer", "nmr", "nomo", "nomr"); }

  // Behind "Nomor": the first digit, or i when it is none.
  uint32_t after_number_word(uint32_t i) const {
    if (!number_word(i)) return i;
    ++i;
    while (d_.mark(i, '.') || d_.mark(i, ':')) ++i;
    return i;
  }

  void add(const Instrument& law) {
    d_.make_room(laws_, law.span.first);
    laws_.push_back(law);
  }

  // What may stand between the type and "Nomor". Returns the atom of the number; 0 when there is none.
  uint32_t find_number(const Match& match, const data::LawType& type, std::string_view& issuer) const {
    const bool joint = type.type == "SKB";
    const uint32_t limit = std::min(d_.size(), match.last + (joint ? kJointFiller : kFiller));
    bool filled = false;
    for (uint32_t i = match.last; i < limit; ++i) {
      if (d_.is(i, text::kSentenceStart) && i > match.last && d_.is(i, text::kNewlineBefore)) return 0;
      if (number_word(i)) {
        const uint32_t n = after_number_word(i);
        return digits_of(d_, n) > 0 ? n : 0;
      }
      if (d_.atom(i).number()) return !filled && digits_of(d_, i) <= 4 ? i : 0;
      if (const auto m = d_.match(i, Kind::law_issuer); m && type.issuer) {
        if (issuer.empty()) issuer = data::law_issuers[m->row].name;
        i = m->last - 1;
        filled = true;
        continue;
      }
      if (is_word(d_, i, "ri") || mark_in(d_, i, "()-")) continue;
      if (is_word(d_, i, "republik") && is_word(d_, i + 1, "indonesia")) {
        ++i;
        continue;
      }
      if (i > 0 && d_.mark(i - 1, '(') && d_.mark(i + 1, ')')) continue;  // (UU)
      filled = true;
      if (joint ? d_.mark(i, '.') && d_.is(i + 1, text::kSentenceStart) : d_.atom(i).punct()) return 0;
      if (!joint && !d_.is(i, text::kCapital) && !is_one_of(d_, i, "lima", "tiga", "bersama", "dan", "tentang")) return 0;
      if (!joint && is_word(d_, i, "pasal")) return 0;
    }
    return 0;
  }

  bool year_at(uint32_t i) const { return digits_of(d_, i) == 4 && value_of(d_, i) >= 1900 && value_of(d_, i) <= 2100; }
  uint32_t after_year_word(uint32_t i) const {
    if (!is_one_of(d_, i, "tahun", "thn", "th", "tahn", "tahu")) return i;
    return d_.mark(i + 1, '.') ? i + 2 : i + 1;
  }

  // The number at atom i: "10 Tahun 2016", "10/2016", "100.2.1.3/2314/SJ", "60/PUU-XXII/2024". Its end, or i.
  uint32_t read_number(uint32_t i, LawNumber style, Instrument& law) const {
    if (i >= d_.size() || !d_.atom(i).number()) return i;
    law.number = d_.bytes(i);
    law.year = 0;
    uint32_t k = after_year_word(i + 1);
    if (k > i + 1 && year_at(k)) {
      law.year = value_of(d_, k);
      return k + 1;
    }
    if ((d_.mark(i + 1, '/') || (is_dash(d_, i + 1) && glued(d_, i + 1) && glued(d_, i + 2))) && year_at(i + 2) &&
        !(d_.mark(i + 3, '/') && glued(d_, i + 3)) && style == LawNumber::yearly) {
      law.year = value_of(d_, i + 2);
      return i + 3;
    }
    if (year_at(i + 1) && d_.atom(i).length <= 3) {  // Nomor 7 2017
      law.year = value_of(d_, i + 1);
      return i + 2;
    }
    // A letter number: everything written on.
    uint32_t end = i + 1;
    while (end < d_.size() && glued(d_, end) && d_.atom(end).length < 20 &&
           (!d_.atom(end).punct() || d_.mark(end, '/') || d_.mark(end, '.') || is_dash(d_, end)))
      ++end;
    while (end > i + 1 && d_.atom(end - 1).punct()) --end;
    bool slash = false;
    for (uint32_t a = i; a < end; ++a) slash = slash || d_.mark(a, '/') || is_dash(d_, a);
    if (!slash) return i;
    law.number = d_.surface({i, end});
    if (year_at(end - 1)) law.year = value_of(d_, end - 1);
    k = after_year_word(end);
    if (k > end && year_at(k)) {
      law.year = value_of(d_, k);
      return k + 1;
    }
    return end;
  }

  uint32_t read_numbered(const Match& match) {
    const data::LawType& type = data::law_types[match.row];
    if (type.number == LawNumber::none) return match.first;
    std::string_view issuer;
    const uint32_t at = find_number(match, type, issuer);
    if (at == 0) return match.first;
    Instrument law;
    law.type = issuer.empty() ? std::string_view(type.type) : joined(d_, type.type, issuer);
    uint32_t end = read_number(at, type.number, law);
    std::vector<std::string_view> listed;
    if (end == at && type.number == LawNumber::yearly) end = read_shared_year(at, law, listed);
    if (end == at) end = read_shared_letter(at, type, law, listed);
    if (end == at || !accept(law)) return match.first;
    law.span = {match.first, end};
    for (const auto number : listed) {
      Instrument other = law;
      other.number = number;
      add(other);
    }
    add(law);
    return read_further(end, type, law);
  }

  // "Nomor 8 dan 10 Tahun 2024": all numbers take the year of the last.
  uint32_t read_shared_year(uint32_t at, Instrument& law, std::vector<std::string_view>& listed) const {
    uint32_t i = at;
    while (i < d_.size() && digits_of(d_, i) > 0 && digits_of(d_, i) <= 3 && listed.size() < 8) {
      const uint32_t end = read_number(i, LawNumber::yearly, law);
      if (end > i) return end;
      listed.push_back(d_.bytes(i));
      ++i;
      if (!d_.mark(i, ',') && !is_word(d_, i, "dan")) break;
      while (d_.mark(i, ',') || is_word(d_, i, "dan")) ++i;
      i = after_number_word(i);
    }
    listed.clear();
    return at;
  }

  // "Nomor 60 dan 70/PUU-XXII/2024"
  uint32_t read_shared_letter(uint32_t at, const data::LawType& type, Instrument& law, std::vector<std::string_view>& listed) const {
    if (type.number != LawNumber::letter || !(is_word(d_, at + 1, "dan") || d_.mark(at + 1, ','))) return at;
    const uint32_t second = after_number_word(at + 2);
    const uint32_t end = read_number(second, LawNumber::letter, law);
    const size_t slash = end == second ? std::string::npos : law.number.find('/');
    if (slash == std::string::npos) return at;
    listed.push_back(d_.keep(std::string(d_.bytes(at)).append(law.number.substr(slash))));
    return end;
  }

  // Is it a citation for certain? Completes the type of rulings.
  static bool accept(Instrument& law) {
    const bool court = law.number.find("PUU") != std::string::npos || law.number.find("PHPU") != std::string::npos ||
                       law.number.find("PHP.") != std::string::npos || law.number.find("SKLN") != std::string::npos;
    if (law.type == "Putusan") {
      if (!court) return law.number.find("DKPP") != std::string::npos && (law.type = "Putusan DKPP", true);
      law.type = "Putusan MK";
    }
    return true;
  }

  // "..., Nomor 800-5474 Tahun 2022, ...": further numbers of one joint decree; "dan Nomor 10 Tahun 2016": further laws.
  uint32_t read_further(uint32_t end, const data::LawType& type, const Instrument& first) {
    for (;;) {
      uint32_t i = end;
      while (d_.mark(i, ',') || is_one_of(d_, i, "dan", "serta", "jo", "juncto") || (d_.mark(i, '.') && is_word(d_, i - 1, "jo"))) ++i;
      if (i == end || !number_word(i)) return end;
      const uint32_t at = after_number_word(i);
      Instrument law;
      law.type = type.type == "Putusan" ? std::string_view(type.type) : first.type;  // of another court, perhaps
      const uint32_t next = read_number(at, type.number, law);
      if (next == at || !accept(law)) return end;
      law.span = {i, next};
      if (type.type != "SKB") add(law);
      end = next;
    }
  }

  uint32_t read_fixed(const Match& match) {
    const data::LawType& type = data::law_types[match.row];
    if (type.number != LawNumber::none) return match.first;
    Instrument law;
    law.span = {match.first, match.last};
    law.type = type.type;
    law.needs_place = type.type.starts_with("KUH");
    add(law);
    return match.last;
  }

  // The law that a name means on the day of the article.
  const data::LawAlias* meaning(uint32_t i, const Match& longest) const {
    const data::LawAlias* newest = nullptr;
    for (const Match m : d_.matches(i)) {
      if (m.kind != Kind::law_alias || m.last != longest.last) continue;
      const data::LawAlias& alias = data::law_aliases[m.row];
      const auto day = day_.view();
      if (!day.empty() && (alias.from.empty() || alias.from <= day) && (alias.until.empty() || day <= alias.until)) return &alias;
      if (!newest || alias.from > newest->from) newest = &alias;
    }
    return newest;
  }

  uint32_t read_alias(const Match& match) {
    const data::LawAlias* alias = meaning(match.first, match);
    const std::string_view citation = alias->citation;
    const auto blank = citation.rfind(' ');
    const auto slash = citation.rfind('/');
    Instrument law;
    law.span = {match.first, match.last};
    law.type = citation.substr(0, blank);
    law.number = citation.substr(blank + 1, slash - blank - 1);
    for (const char c : citation.substr(slash + 1)) law.year = law.year * 10 + (c - '0');
    law.confidence = kByName;
    law.defines = match.first > 0 && (d_.mark(match.first - 1, '(') || is_one_of(d_, match.first - 1, "disebut", "disingkat")) &&
                  !laws_.empty() && laws_.back().citation() == law.citation() &&
                  d_.sentence_of(laws_.back().span.first) == d_.sentence_of(match.first);
    add(law);
    return match.last;
  }

  // ---- places and laws together

  void link() {
    for (const auto& group : groups_) {
      d_.poll();
      float confidence = kByNumber;
      Instrument* law = law_behind(group, confidence);
      const bool behind = law != nullptr;
      if (const data::LawType* kind = law ? nullptr : kind_named(group)) {
        law = law_of_kind(group, *kind);
        confidence = kInSentence;
      } else {
        if (!law) law = law_before(group, confidence);
        if (!law) law = law_elsewhere(group, confidence);
      }
      if (law) emit(group, *law, confidence, behind);
    }
    const auto alone = [](const Instrument& law) { return !law.has_place && !law.needs_place && !law.defines; };
    out_.reserve(out_.size() + static_cast<size_t>(std::count_if(laws_.begin(), laws_.end(), alone)));
    for (const auto& law : laws_)
      if (alone(law)) out_.emplace_back(Pinpoint{law.span, {}, {}, {}}, law, law.confidence);
  }

  // Laws stand in text order: the first that begins at an atom or behind it.
  size_t law_from(uint32_t atom) const {
    const auto at = std::lower_bound(laws_.begin(), laws_.end(), atom, [](const Instrument& law, uint32_t value) { return law.span.first < value; });
    return static_cast<size_t>(at - laws_.begin());
  }

  // The law right behind the places: "Pasal 71 ayat (1) UU Nomor 10 Tahun 2016".
  Instrument* law_behind(const PinpointGroup& group, float& confidence) {
    const size_t at = law_from(group.span.last);
    if (at == laws_.size() || laws_[at].span.first - group.span.last > kBridge) return nullptr;
    Instrument& law = laws_[at];
    for (uint32_t i = group.span.last; i < law.span.first; ++i) {
      if (d_.is(i, text::kSentenceStart)) return nullptr;
      if (d_.mark(i, '(') || is_dash(d_, i) || d_.atom(i).number()) continue;  // Pasal 55 ayat (1) ke-1 KUHP
      if (d_.mark(i, ',')) {  // "PP 42/2004 Pasal 11 huruf c, PP 94/2021 ...": the place has its law
        if (adjacent_before(group)) return nullptr;
        continue;
      }
      if (!is_one_of(d_, i, "dari", "dalam", "pada", "di", "sebagaimana", "diatur", "dimaksud", "yang", "termuat", "tercantum", "sesuai",
                             "ke", "satu", "ayat", "kesatu"))
        return nullptr;
    }
    law.has_place = true;
    confidence = law.confidence;
    return &law;
  }

  bool adjacent_before(const PinpointGroup& group) const {
    const size_t at = law_from(group.span.first);
    if (at == 0) return false;
    const Span law = laws_[at - 1].span;
    return law.last <= group.span.first && group.span.first - law.last <= 1 &&
           (law.last == group.span.first || d_.mark(law.last, ',') || is_word(d_, law.last, "dalam"));
  }

  // The kind in "Pasal 13 dalam PKPU tersebut", or null.
  const data::LawType* kind_named(const PinpointGroup& group) const {
    uint32_t k = group.span.last;
    for (unsigned n = 0; n < 2 && is_one_of(d_, k, "dalam", "pada", "di", "dari"); ++n) ++k;
    const auto type = d_.match(k, Kind::law);
    return type && is_one_of(d_, type->last, "tersebut", "itu", "ini", "dimaksud", "bersangkutan") ? &data::law_types[type->row] : nullptr;
  }
  // The last law of that kind before the places.
  Instrument* law_of_kind(const PinpointGroup& group, const data::LawType& kind) {
    const size_t here = law_from(group.span.first);
    for (size_t at = here; at > 0 && here - at < kLawsBack; --at)
      if (laws_[at - 1].type == kind.type) {
        laws_[at - 1].has_place = true;
        return &laws_[at - 1];
      }
    return nullptr;
  }

  // The last law before the places in the same sentence: "UU 7/2017, khususnya Pasal 280".
  Instrument* law_before(const PinpointGroup& group, float& confidence) {
    const size_t at = law_from(group.span.first);
    if (at == 0 || laws_[at - 1].span.first < d_.sentence(d_.sentence_of(group.span.first)).first) return nullptr;
    Instrument& best = laws_[at - 1];
    best.has_place = true;
    confidence = std::min(best.confidence, best.span.last == group.span.first ? kByNumber : kInSentence);
    return &best;
  }

  // A law later in the sentence, or the one cited last.
  Instrument* law_elsewhere(const PinpointGroup& group, float& confidence) {
    const uint32_t end = d_.sentence(d_.sentence_of(group.span.first)).last;
    const size_t here = law_from(group.span.first);
    confidence = kEarlier;
    for (size_t at = here; at < laws_.size() && at < here + kLawsBack && laws_[at].span.first < end; ++at)
      if (!laws_[at].needs_place) {
        laws_[at].has_place = true;
        return &laws_[at];
      }
    for (size_t at = here; at > 0 && here - at < kLawsBack; --at)
      if (!laws_[at - 1].needs_place) return &laws_[at - 1];
    return nullptr;
  }

  // behind: the law follows the places, and the surface of the last one takes it in.
  void emit(const PinpointGroup& group, const Instrument& law, float confidence, bool behind) {
    for (size_t p = 0; p < group.places.size(); ++p) {
      d_.make_room(out_, group.places[p].span.first);
      Citation& c = out_.emplace_back(group.places[p], law, confidence);
      if (behind && p + 1 == group.places.size()) c.span.last = law.span.last;
      if (p == 0 && law.span.last == group.span.first) c.span.first = law.span.first;
    }
  }

  const Document& d_;
  text::IsoText day_;
  std::vector<Instrument> laws_;
  std::vector<PinpointGroup> groups_;
  std::vector<Citation> out_;
};

constexpr Field<Citation> kFields[] = {
    {"citation", "TEXT", [](const Citation& r, const Document& d) { return Cell::of(d.lend(r.text())); }},
    {"type", "TEXT", [](const Citation& r, const Document&) { return Cell::of(r.law->type); }},
    {"number", "TEXT", [](const Citation& r, const Document&) { return Cell::or_null(r.law->number); }},
    {"year", "INTEGER", [](const Citation& r, const Document&) { return r.law->year ? Cell::of(int64_t{r.law->year}) : Cell(); }},
    {"article", "TEXT", [](const Citation& r, const Document&) { return Cell::or_null(r.article.view()); }},
    {"paragraph", "TEXT", [](const Citation& r, const Document&) { return Cell::or_null(r.paragraph.view()); }},
    {"letter", "TEXT", [](const Citation& r, const Document&) { return r.letter ? Cell::of(std::string_view(&r.letter, 1)) : Cell(); }},
    {"surface", "TEXT", surface_of<Citation>},
    {"start", "INTEGER", start_of<Citation>},
    {"length", "INTEGER", length_of<Citation>},
    {"confidence", "REAL", confidence_of<Citation>},
};

}  // namespace

const std::span<const Field<Citation>> kLawFields = kFields;

std::string Instrument::citation() const {
  std::string out(type);
  if (number.empty()) return out;
  (out += ' ') += number;
  if (year != 0) {
    const std::string end = '/' + std::to_string(year);
    if (!number.ends_with(end)) out += end;
  }
  return out;
}

std::string Citation::text() const {
  std::string out = law->citation();
  if (!article.empty()) (out += ' ') += Pinpoint::text();
  return out;
}

Laws find_laws(const Document& document, std::optional<text::Civil> day) { return LawFinder(document, day).find(); }

const data::Law* known_law(std::string_view instrument) noexcept {
  for (const auto& law : data::laws)
    if (law.citation == instrument) return &law;
  return nullptr;
}

}  // namespace netra::extract
