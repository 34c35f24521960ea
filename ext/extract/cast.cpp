#include "extract/cast.hpp"

#include <algorithm>

#include "extract/grammar.hpp"
#include "extract/hits.hpp"
#include "extract/names.hpp"

namespace netra::extract {

namespace {

// What end_of_other() knows.
constexpr Traits kOthers = traits(Kind::region, Kind::region_alias, Kind::institution, Kind::office, Kind::acting, Kind::unit, Kind::institution_head,
                                  Kind::month, Kind::weekday, Kind::election, Kind::law);
constexpr size_t kPeopleBack = 512;  // how many persons back a name is looked for: no article has so many

// Calls found(word) for each word of a name.
template <class Found>
void words_of(std::string_view name, Found&& found) {
  for (size_t i = 0; i < name.size();) {
    while (i < name.size() && (name[i] == ' ' || name[i] == '.' || name[i] == '-')) ++i;
    const size_t begin = i;
    while (i < name.size() && name[i] != ' ' && name[i] != '.' && name[i] != '-') ++i;
    if (i > begin) found(name.substr(begin, i - begin));
  }
}

// Are all words of `part` among those of `whole`? An initial stands for the word.
bool within(std::span<const NameWord> part, std::span<const NameWord> whole) noexcept {
  return !part.empty() && std::all_of(part.begin(), part.end(), [&](const NameWord& w) {
    return std::any_of(whole.begin(), whole.end(), [&](const NameWord& v) {
      return w.key == v.key || (v.key.size == 1 && w.key.size > 1 && part.size() > 1 && w.first == v.first);
    });
  });
}

// Under which those are entered whose first word begins with a letter.
uint64_t letter_key(char first) noexcept { return ~lower_key({&first, 1}).hash; }

// Is the word of the language, so that its capital is only that of the sentence?
bool common_word(const Document& d, uint32_t i) { return d.is(i, text::kSentenceStart) && lexicon_word(d, i); }

// "Nurbaya, 71 tahun", "Maryam (34)"
bool aged(const Document& d, uint32_t i) noexcept {
  if (d.mark(i, ',') && i + 1 < d.size())  // "Sukartik, membenarkan"
    if (const auto m = d.match(i + 1, Kind::speech)) return data::speech_verbs[m->row].type == data::SpeechType::active;
  if (d.mark(i, '(')) return i + 2 < d.size() && d.atom(i + 1).number() && d.atom(i + 1).length == 2 && d.mark(i + 2, ')');
  return d.mark(i, ',') && i + 2 < d.size() && d.atom(i + 1).number() && word_is(d, i + 2, "tahun");
}

// "Budi Santoso menegaskan": two words and a verb of saying are a name even where the first one opens the sentence.
bool says(const Document& d, const Name& name) noexcept {
  if (name.span.last - name.span.first < 2 || name.last >= d.size()) return false;
  const auto m = d.match(name.last, Kind::speech);
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
  const auto site = cue_at(d, i, data::CueClass::site);
  if (!level && !site) return i;
  uint32_t end = site ? site->last : i + 1;
  while (capital(d, end) && !d.is(end, text::kNewlineBefore) && end < i + 7 && !d.match(end, Kind::office)) ++end;
  return end;
}

}  // namespace

uint32_t end_of_other(const Document& d, uint32_t i) noexcept {
  uint32_t end = i;
  if (!d.has(i, kOthers)) return end;
  for (const Match m : d.matches(i)) {
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

Cast::Cast(const Document& document, const Mentions& officials) : d_(document), officials_(officials) {
  mentions_.reserve(2 * kUsual);
  people_.reserve(kUsual);
  words_.reserve(2 * kUsual);
  entries_.reserve(2 * kUsual);
  add_officials();
  read_others();
  std::sort(mentions_.begin(), mentions_.end(), [this](uint32_t a, uint32_t b) { return begins(a) < begins(b); });
}

uint32_t Cast::begins(uint32_t m) const {
  if (m >= officials_.size()) return others_[m - officials_.size()].span.first;
  const Official& o = officials_[m];
  return o.name_span.empty() ? o.span.first : o.name_span.first;
}

PersonMention Cast::mention(uint32_t m) const {
  if (m >= officials_.size()) return others_[m - officials_.size()];
  const Official& o = officials_[m];
  const bool named = !o.name_span.empty();
  const Span span = named ? o.name_span : o.span;
  return {span, std::max(o.span.last, span.last), std::min(o.span.first, span.first), places_[o->person] - 1, named};
}

void Cast::add_officials() {
  for (uint32_t m = 0; m < officials_.size(); ++m) {
    const Official& o = officials_[m];
    if (o.pronoun) continue;
    if (o->person >= places_.size()) places_.resize(o->person + 1);
    uint32_t& place = places_[o->person];
    if (place == 0) {
      people_.push_back({{}, static_cast<int>(o->person), true});
      place = static_cast<uint32_t>(people_.size());
    }
    Person& person = people_[place - 1];
    if (o->name().size() > person.name.size()) person.name = o->name();
    d_.make_room(mentions_, o.span.first);
    mentions_.push_back(m);
  }
  for (uint32_t p = 0; p < people_.size(); ++p) {
    read_words(people_[p]);
    enter(p, false);
  }
}

void Cast::enter(uint32_t p, bool renamed) {
  const Person& person = people_[p];
  const auto add = [&](uint64_t key) {
    uint32_t& last = last_entry_[key];
    entries_.push_back({p, last & 0x7FFFFFFFu, renamed});
    last = static_cast<uint32_t>(entries_.size());
  };
  for (uint32_t w = person.first_word; w < person.first_word + person.words; ++w) add(words_[w].key.hash);
  if (person.words > 1) add(letter_key(words_[person.first_word].first));
}

// An entry made when its person was new has only persons before that one behind it, so the walk ends there.
template <class Fits>
int64_t Cast::last_of(uint64_t key, int64_t best, Fits&& fits) const {
  for (uint32_t e = last_entry_.get(key); e != 0; e = entries_[e - 1].before) {
    const Entry& entry = entries_[e - 1];
    if (entry.person > best && fits(entry.person)) best = entry.person;
    if (!entry.renamed && entry.person <= best) break;
  }
  return best;
}

void Cast::read_words(Person& person) {
  person.first_word = static_cast<uint32_t>(words_.size());
  words_of(person.name, [&](std::string_view word) { words_.push_back({lower_key(word), text::ascii_lower(word[0])}); });
  person.words = static_cast<uint32_t>(words_.size()) - person.first_word;
}

// Names outside the mentions of officials.
void Cast::read_others() {
  AtomSet taken(d_.size());
  for (const auto& o : officials_)
    if (!o.pronoun)
      for (uint32_t i = o.span.first; i < o.span.last; ++i) taken.add(i);
  bool role = false;
  uint32_t role_end = 0;
  constexpr Traits kOpens = kCapitalTrait | kOthers | traits(Kind::honorific, Kind::rank);
  Hits hits(d_, kOpens);
  for (uint32_t i = 0; (i = role ? i : hits.next(i)) < d_.size();) {
    d_.poll();
    if (!d_.has(i, kOpens)) {  // most words: only a role before them ends
      role = !(d_.atom(i).word() && !d_.is(i, text::kBoilerplate) && !taken.has(i));
      ++i;
      continue;
    }
    if (taken.has(i) || d_.is(i, text::kBoilerplate) || !d_.atom(i).word()) {
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
    const bool tail = i > 0 && !introduced && !titled && capital(d_, i - 1) && !d_.is(i, text::kNewlineBefore) && !taken.has(i - 1) &&
                      !d_.is(i - 1, text::kSentenceStart);
    if (tail || is_term(d_, i) || (!name_word(d_, i) && !titled) || !read_name(d_, i, name) || (!introduced && common_word(d_, i) && !says(d_, name))) {
      if (!capital(d_, i)) role = false;
      ++i;
      continue;
    }
    const uint32_t person = person_of(name.span, introduced || name.titled() || aged(d_, name.span.last));
    const uint32_t end = std::max(name.last, name.span.last);
    if (person < people_.size()) others_.push_back({name.span, end, std::min(i, name.span.first), person, true});
    role = false;
    i = std::max(i + 1, end);
  }
  mentions_.reserve(mentions_.size() + others_.size());
  for (uint32_t m = 0; m < others_.size(); ++m) mentions_.push_back(static_cast<uint32_t>(officials_.size()) + m);
}

// The person a name means: somebody whose name holds these words, or a new one. A single word founds a person only with a title
// or behind a verb of saying.
uint32_t Cast::person_of(Span span, bool titled) {
  Person fresh{plain_text(d_, span), 0, titled};
  read_words(fresh);
  const size_t first_word = fresh.first_word;
  if (fresh.words == 0) return UINT32_MAX;
  const auto words = [this](const Person& p) { return std::span<const NameWord>(words_).subspan(p.first_word, p.words); };
  const auto shorter = [&](const Person& p) { return within(words(fresh), words(p)); };
  const auto fits = [&](uint32_t p) { return shorter(people_[p]) || (people_[p].number == 0 && within(words(people_[p]), words(fresh))); };
  // Whoever is meant has the first of these words, or an initial for it; or these words, one of them an initial perhaps, hold the
  // first of his.
  const auto size = static_cast<int64_t>(people_.size());
  const int64_t none = size - std::min(size, static_cast<int64_t>(kPeopleBack)) - 1;  // before everybody looked at
  int64_t found = none;
  for (size_t w = 0; w < fresh.words; ++w) {
    const NameWord word = words_[first_word + w];
    found = last_of(word.key.hash, found, fits);
    if (word.key.size == 1) found = last_of(letter_key(word.first), found, fits);
    if (w == 0 && fresh.words > 1 && word.key.size > 1) found = last_of(lower_key({&word.first, 1}).hash, found, fits);
  }
  if (found > none) {
    Person& person = people_[static_cast<size_t>(found)];
    person.sure = person.sure || titled;
    if (shorter(person)) {
      words_.resize(first_word);
    } else {
      person.name = fresh.name, person.first_word = fresh.first_word, person.words = fresh.words;
      enter(static_cast<uint32_t>(found), true);
    }
    return static_cast<uint32_t>(found);
  }
  const auto verb = span.first > 0 ? d_.match(span.first - 1, Kind::speech) : std::nullopt;
  const bool spoken = verb && verb->last == span.first;
  if (fresh.words == 1 && !titled && !spoken) {
    words_.resize(first_word);
    return UINT32_MAX;
  }
  fresh.sure = titled || spoken;
  people_.push_back(fresh);
  enter(static_cast<uint32_t>(people_.size() - 1), false);
  return static_cast<uint32_t>(people_.size() - 1);
}

std::optional<PersonMention> Cast::first_in(uint32_t first, uint32_t last) const {
  const auto at = std::lower_bound(mentions_.begin(), mentions_.end(), first, [this](uint32_t m, uint32_t value) { return begins(m) < value; });
  if (at == mentions_.end() || begins(*at) >= last) return {};
  return mention(*at);
}

}  // namespace netra::extract
