#include "extract/cast.hpp"

#include <algorithm>
#include <map>

#include "extract/grammar.hpp"
#include "extract/names.hpp"

namespace netra::extract {

namespace {

// What end_of_other() knows.
constexpr Traits kOthers = traits(Kind::region, Kind::region_alias, Kind::institution, Kind::office, Kind::acting, Kind::unit, Kind::institution_head,
                                  Kind::month, Kind::weekday, Kind::election, Kind::law);
constexpr size_t kPeopleBack = 512;  // how many persons back a name is looked for: no article has so many

std::vector<std::string_view> words_of(std::string_view name) {
  std::vector<std::string_view> words;
  for (size_t i = 0; i < name.size();) {
    while (i < name.size() && (name[i] == ' ' || name[i] == '.' || name[i] == '-')) ++i;
    const size_t begin = i;
    while (i < name.size() && name[i] != ' ' && name[i] != '.' && name[i] != '-') ++i;
    if (i > begin) words.push_back(name.substr(begin, i - begin));
  }
  return words;
}

bool same_letters(std::string_view a, std::string_view b) noexcept {
  if (a.size() != b.size()) return false;
  for (size_t i = 0; i < a.size(); ++i)
    if (text::ascii_lower(a[i]) != text::ascii_lower(b[i])) return false;
  return true;
}

// Are all words of `part` among those of `whole`?
bool within(const std::vector<std::string_view>& part, const std::vector<std::string_view>& whole) noexcept {
  return !part.empty() && std::all_of(part.begin(), part.end(), [&](auto w) {
    return std::any_of(whole.begin(), whole.end(), [&](auto v) { return same_letters(w, v) || (v.size() == 1 && w.size() > 1 && part.size() > 1 && same_letters(w.substr(0, 1), v)); });
  });
}

// Is the word of the language, so that its capital is only that of the sentence?
bool common_word(const Document& d, uint32_t i) { return d.is(i, text::kSentenceStart) && lexicon_word(d, i); }

// "Nurbaya, 71 tahun", "Maryam (34)"
bool aged(const Document& d, uint32_t i) noexcept {
  if (d.mark(i, ',') && i + 1 < d.size())  // "Sukartik, membenarkan"
    if (const Match* m = d.match(i + 1, Kind::speech)) return data::speech_verbs[m->row].type == data::SpeechType::active;
  if (d.mark(i, '(')) return i + 2 < d.size() && d.atom(i + 1).number() && d.atom(i + 1).length == 2 && d.mark(i + 2, ')');
  return d.mark(i, ',') && i + 2 < d.size() && d.atom(i + 1).number() && word_is(d, i + 2, "tahun");
}

// "Budi Santoso menegaskan": two words and a verb of saying are a name even where the first one opens the sentence.
bool says(const Document& d, const Name& name) noexcept {
  if (name.span.last - name.span.first < 2 || name.last >= d.size()) return false;
  const Match* m = d.match(name.last, Kind::speech);
  return m && data::speech_verbs[m->row].type == data::SpeechType::active;
}

// Pasal 5, TPS 3, Nomor 2: capitals that a number follows are no names.
bool is_term(const Document& d, uint32_t i) noexcept {
  return word_in(d, i, "pasal", "nomor", "tps", "ayat") || (i + 1 < d.size() && d.atom(i + 1).number() && d.is(i + 1, text::kSpaceBefore));
}

// "Desa Sumberjati", "Jalan Teuku Nyak Arief", "Kabupaten Lumajang": the place word and the capitals behind it; i when none.
uint32_t end_of_place(const Document& d, uint32_t i) noexcept {
  if (!capital(d, i)) return i;
  const bool level = word_in(d, i, "kabupaten", "kota", "provinsi", "kecamatan", "kelurahan", "desa", "distrik", "nagari", "gampong", "kampung",
                             "dusun", "pulau", "kepulauan", "kab", "kec");
  const Match* site = cue_at(d, i, data::CueClass::site);
  if (!level && !site) return i;
  uint32_t end = site ? site->last : i + 1;
  while (end < d.size() && capital(d, end) && !d.is(end, text::kNewlineBefore) && end < i + 7 && !d.match(end, Kind::office)) ++end;
  return end;
}

}  // namespace

uint32_t end_of_other(const Document& d, uint32_t i) noexcept {
  uint32_t end = i;
  if (!d.has(i, kOthers)) return end;
  for (const Match& m : d.matches(i)) {
    switch (m.kind) {
      case Kind::region:
      case Kind::region_alias:
        if (!d.is(i, text::kCapital)) continue;
        break;
      case Kind::institution:
        if (m.last - i == 1 && !d.is(i, text::kUpper) && !d.is(i, text::kCapital)) continue;
        break;
      case Kind::office:
      case Kind::acting:
      case Kind::unit:
      case Kind::institution_head:
      case Kind::month:
      case Kind::weekday:
      case Kind::election:
      case Kind::law:
        break;
      default:
        continue;
    }
    end = std::max(end, m.last);
  }
  return end;
}

Cast::Cast(const Document& document, std::span<const Official> officials) : d_(document) {
  add(officials);
  read_others(officials);
  std::sort(mentions_.begin(), mentions_.end(),
            [](const PersonMention& a, const PersonMention& b) { return a.span.first < b.span.first; });
}

void Cast::add(std::span<const Official> officials) {
  std::map<int, size_t> places;  // by number: index in people_
  for (const auto& o : officials) {
    if (o.pronoun || o.person == 0) continue;
    const int number = static_cast<int>(o.person);
    const auto [place, fresh] = places.emplace(number, people_.size());
    if (fresh) people_.push_back({{}, number, true});
    const auto person = people_.begin() + static_cast<std::ptrdiff_t>(place->second);
    if (o.name.size() > person->name.size()) person->name = o.name;
    const bool named = !o.name_span.empty();
    const Span span = named ? o.name_span : o.span;
    mentions_.push_back({span, std::max(o.span.last, span.last), std::min(o.span.first, span.first),
                         static_cast<uint32_t>(person - people_.begin()), named});
  }
}

// Names outside the mentions of officials.
void Cast::read_others(std::span<const Official> officials) {
  std::vector<bool> taken(d_.size());
  for (const auto& o : officials)
    if (!o.pronoun)
      for (uint32_t i = o.span.first; i < o.span.last; ++i) taken[i] = true;
  bool role = false;
  uint32_t role_end = 0;
  constexpr Traits kOpens = kCapitalTrait | kOthers | traits(Kind::honorific, Kind::rank);
  for (uint32_t i = 0; i < d_.size();) {
    d_.poll();
    if (!d_.has(i, kOpens)) {  // most words: only a role before them ends
      role = role && !(d_.atom(i).word() && !d_.is(i, text::kBoilerplate) && !taken[i]);
      ++i;
      continue;
    }
    if (taken[i] || d_.is(i, text::kBoilerplate) || !d_.atom(i).word()) {
      ++i;
      continue;
    }
    if (const uint32_t place = end_of_place(d_, i); place > i) {
      role = false;
      i = place;
      continue;
    }
    const uint32_t other = end_of_other(d_, i);
    if (other > i) {
      role = d_.match(i, Kind::office) || d_.match(i, Kind::acting) || (role && i <= role_end + 2);
      role_end = other;
      i = other;
      continue;
    }
    Name name;
    const bool titled = d_.match(i, Kind::honorific) || d_.match(i, Kind::rank);
    const bool introduced = role && (i == role_end || (i == role_end + 1 && d_.mark(role_end, ','))) && !d_.is(i, text::kParagraphBefore);
    const bool tail = i > 0 && !introduced && !titled && capital(d_, i - 1) && !d_.is(i, text::kNewlineBefore) && !taken[i - 1] &&
                      !d_.is(i - 1, text::kSentenceStart);
    if (tail || is_term(d_, i) || (!name_word(d_, i) && !titled) || !read_name(d_, i, name) || (!introduced && common_word(d_, i) && !says(d_, name))) {
      if (!capital(d_, i)) role = false;
      ++i;
      continue;
    }
    const uint32_t person = person_of(name.span, introduced || name.titled() || aged(d_, name.span.last));
    const uint32_t end = std::max(name.last, name.span.last);
    if (person < people_.size()) mentions_.push_back({name.span, end, std::min(i, name.span.first), person, true});
    role = false;
    i = std::max(i + 1, end);
  }
}

// The person a name means: somebody whose name holds these words, or a new one. A single word founds a person only with a title
// or behind a verb of saying.
uint32_t Cast::person_of(Span span, bool titled) {
  const std::string name = plain_text(d_, span);
  const auto words = words_of(name);
  if (words.empty()) return UINT32_MAX;
  for (size_t p = people_.size(); p-- > 0 && people_.size() - p <= kPeopleBack;) {
    const auto known = words_of(people_[p].name);
    const bool shorter = within(words, known);
    if (!shorter && !(within(known, words) && people_[p].number == 0)) continue;
    if (!shorter) people_[p].name = name;
    people_[p].sure = people_[p].sure || titled;
    return static_cast<uint32_t>(p);
  }
  const Match* verb = span.first > 0 ? d_.match(span.first - 1, Kind::speech) : nullptr;
  const bool spoken = verb && verb->last == span.first;
  if (words.size() == 1 && !titled && !spoken) return UINT32_MAX;
  people_.push_back({name, 0, titled || spoken});
  return static_cast<uint32_t>(people_.size() - 1);
}

const PersonMention* Cast::first_in(uint32_t first, uint32_t last) const noexcept {
  const auto at = std::lower_bound(mentions_.begin(), mentions_.end(), first,
                                   [](const PersonMention& m, uint32_t value) { return m.span.first < value; });
  return at != mentions_.end() && at->span.first < last ? &*at : nullptr;
}

}  // namespace netra::extract
