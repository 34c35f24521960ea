// Coreference: which mentions are one person, and the mentions that have only a name, only a role or only a pronoun.
#include <algorithm>
#include <map>
#include <set>

#include "extract/grammar.hpp"
#include "extract/officials.hpp"
#include "morphology/stemmer.hpp"
#include "text/fold.hpp"

namespace netra::extract {

using data::Acting;
using data::CueClass;
using data::Holder;

namespace {

// Bounds that no article reaches keep the linking linear on lists of thousands of mentions.
constexpr size_t kPersonsBack = 256;    // how many persons back a name is looked for
constexpr size_t kMentionsAround = 96;   // how many mentions before and behind a role alone may name its holder
constexpr size_t kSameWord = 64;        // how many of the persons who share a word of their names

constexpr double kBareName = 0.8, kRoleAlone = 0.75, kPronoun = 0.4;

std::string folded(std::string_view bytes) {
  char buffer[256];
  return std::string(buffer, text::fold_word(bytes.substr(0, 64), text::Diacritics::remove, buffer, sizeof buffer));
}

std::vector<std::string> words_of(const Document& d, Span span) {
  std::vector<std::string> words;
  for (uint32_t i = span.first; i < span.last; ++i)
    if (d.atom(i).word()) words.push_back(folded(d.bytes(i)));
  return words;
}

struct Person {
  std::vector<std::string> words;  // of the fullest name; empty for a nameless holder
  std::string name;
  std::string honorifics, degrees;
  std::string_view rank;
  std::vector<std::string> called;  // what the text says the person is called: "akrab disapa Gus Ipung"
  std::vector<size_t> offices;     // mentions that gave it an office
  uint32_t seen = 0;               // atom of the last mention so far
};

bool subset(const std::vector<std::string>& part, const std::vector<std::string>& whole) {
  return !part.empty() && std::all_of(part.begin(), part.end(), [&](const std::string& w) { return std::find(whole.begin(), whole.end(), w) != whole.end(); });
}

class Linker {
 public:
  Linker(const Document& d, const Regions& regions, std::vector<Official> mentions, const std::vector<Role>& roles)
      : d_(d), regions_(regions), mentions_(std::move(mentions)), roles_(roles), keep_(mentions_.size(), true) {}

  std::vector<Official> link() {
    number_named();
    complete_offices();
    number_nameless();
    std::vector<Official> out;
    for (size_t i = 0; i < mentions_.size(); ++i)
      if (keep_[i]) out.push_back(mentions_[i]);
    std::stable_sort(out.begin(), out.end(), [](const Official& a, const Official& b) { return a.span.first < b.span.first; });
    add_names_alone(out);
    renumber(out);
    return out;
  }

 private:
  void number_named() {
    for (size_t i = 0; i < mentions_.size(); ++i) {
      d_.poll();
      Official& o = mentions_[i];
      if (o.name.empty()) continue;
      std::vector<std::string> words = words_of(d_, o.name_span);
      size_t found = persons_.size();
      for (size_t p = persons_.size(); p-- > 0 && found == persons_.size() && persons_.size() - p <= kPersonsBack;) {
        const Person& person = persons_[p];
        if (words == person.words || subset(words, person.words) || subset(person.words, words)) found = p;
      }
      if (found == persons_.size()) persons_.push_back({});
      Person& person = persons_[found];
      if (words.size() > person.words.size()) person.words = std::move(words), person.name = o.name;
      if (o.honorifics.size() > person.honorifics.size()) person.honorifics = o.honorifics;
      if (o.degrees.size() > person.degrees.size()) person.degrees = o.degrees;
      if (!o.rank.empty()) person.rank = o.rank;
      person.offices.push_back(i);
      o.person = static_cast<uint32_t>(found) + 1;
    }
  }

  // A repeated mention of one office has what the fullest one says of it.
  void complete_offices() {
    for (Person& person : persons_) {
      for (size_t n = 0; n < person.offices.size(); ++n) {
        const size_t i = person.offices[n];
        Official& o = mentions_[i];
        const size_t end = std::min(person.offices.size(), n + kMentionsAround);
        for (size_t m = n > kMentionsAround ? n - kMentionsAround : 0; m < end; ++m) {
          const size_t k = person.offices[m];
          const Official& other = mentions_[k];
          if (k == i || other.office != o.office || other.standing != o.standing) continue;
          const bool fuller = (roles_[k].region_named && !roles_[i].region_named) ||
                              (roles_[k].region_named == roles_[i].region_named && !roles_[k].region_named && k < i);
          if (o.institution.empty() || o.institution == other.institution) {
            if (o.institution.empty()) o.institution = other.institution, o.institution_class = other.institution_class, o.office_class = other.office_class;
            if (o.unit.empty() && o.acting == other.acting) o.unit = other.unit;
            if (fuller && o.unit == other.unit) o.region = other.region;
          }
        }
        o.name = person.name;
      }
      for (const size_t i : person.offices) {
        mentions_[i].name = person.name;
        mentions_[i].honorifics = person.honorifics;
        mentions_[i].degrees = person.degrees;
        mentions_[i].rank = person.rank;
      }
    }
  }

  bool same_place(const Official& a, const Official& b, bool named) const {
    if (!named || !a.region || !b.region) return true;
    return a.region == b.region;
  }

  // The mention whose office the role alone of mention i means, or mentions_.size().
  size_t holder_of(size_t i) const {
    const Official& o = mentions_[i];
    const Role& role = roles_[i];
    size_t best = mentions_.size();
    int top = 0;
    const size_t end = std::min(mentions_.size(), i + kMentionsAround);
    for (size_t k = i > kMentionsAround ? i - kMentionsAround : 0; k < end; ++k) {
      const Official& other = mentions_[k];
      if (k == i || other.person == 0 || other.office != o.office) continue;
      if (other.standing == Standing::calon || other.standing == Standing::terpilih) {
        if (o.standing != other.standing) continue;
      } else if (o.standing == Standing::calon || o.standing == Standing::terpilih || (o.standing == Standing::mantan) != (other.standing == Standing::mantan)) {
        continue;
      }
      if (o.acting != Acting::none && other.acting != o.acting) continue;
      if (!o.institution.empty() && !other.institution.empty() && o.institution != other.institution) continue;
      if (o.institution.empty() && !other.institution.empty() && role.office->complement == data::Complement::body) continue;
      if (!o.unit.empty() && !other.unit.empty() && o.unit != other.unit) continue;
      if (role.complete && o.unit.empty() && !other.unit.empty() && role.office->complement == data::Complement::body) continue;
      const bool named = role.region_named || role.local;
      if (!same_place(o, other, named)) continue;
      // a region near by speaks against a holder elsewhere
      int score = 1;
      if (o.region && o.region == other.region) score += 4;
      else if (o.region && other.region && roles_[k].region_named && regions_.inherited(role.span.first, role.office->level, true) == o.region) continue;
      if (k < i) score += 2;
      if (!other.name.empty()) score += 1;
      if (score > top || (score == top && k < i)) best = k, top = score;
    }
    return best;
  }

  void adopt(Official& o, const Official& holder) {
    o.person = holder.person;
    o.name = holder.name;
    o.honorifics = holder.honorifics;
    o.degrees = holder.degrees;
    o.rank = holder.rank;
    if (o.acting == Acting::none) o.acting = holder.acting;
    o.standing = holder.standing;
    o.institution = holder.institution;
    o.institution_class = holder.institution_class;
    o.unit = holder.unit;
    o.region = holder.region;
    o.office_class = holder.office_class;
    o.confidence = kRoleAlone;
  }

  // May this role stand for a holder whom the text never names?
  bool definite(size_t i) const {
    const Official& o = mentions_[i];
    const Role& role = roles_[i];
    if (o.standing != Standing::menjabat && o.standing != Standing::nonaktif) return false;
    const Holder holder = role.office->holder;
    if (holder == Holder::never || holder == Holder::many) return false;
    if (holder == Holder::placed) {
      if (!role.complete && !role.region_named) return false;
      if (!capital(d_, role.title)) return role.region_named || role.place.last > role.place.first;
    }
    // "bupati dan wali kota", "gubernur/bupati": kinds of office, not persons
    if (!role.region_named && !role.polite) {
      const uint32_t next = role.span.last;
      const auto joint = [&](uint32_t k) { return word_in(d_, k, "dan", "atau", "maupun", "serta") || d_.mark(k, '/') || d_.mark(k, ','); };
      uint32_t other = next, before = role.span.first;
      while (joint(other) && other < next + 2) ++other;
      if (other > next && d_.match(other, Kind::office) && !capital(d_, role.title)) return false;
      while (before > 0 && joint(before - 1) && role.span.first - before < 2) --before;
      for (uint32_t k = before; before < role.span.first && !capital(d_, role.title) && k-- > 0 && before - k <= 3;)
        if (const Match* office = d_.match(k, Kind::office); office && office->last == before) return false;
    }
    return true;
  }

  void number_nameless() {
    for (size_t i = 0; i < mentions_.size(); ++i) {
      d_.poll();
      Official& o = mentions_[i];
      if (!o.name.empty() || o.person != 0) continue;
      const Role& role = roles_[i];
      const size_t holder = role.unnamed ? mentions_.size() : holder_of(i);
      if (holder < mentions_.size() && referring(i)) {
        adopt(o, mentions_[holder]);
        continue;
      }
      if (holder < mentions_.size() && !definite(i)) {
        keep_[i] = false;
        continue;
      }
      if (role.anaphor && role.complete && o.standing == Standing::mantan && i > 0) {  // "Mantan Kepala Desa Bayan itu"
        const Official& last = mentions_[i - 1];
        if (last.person != 0 && !last.name.empty()) {
          o.person = last.person;
          o.name = last.name;
          o.honorifics = last.honorifics;
          o.degrees = last.degrees;
          o.region = role.region ? role.region : last.region;
          persons_[o.person - 1].offices.push_back(i);
          continue;
        }
      }
      if (!definite(i)) {
        keep_[i] = false;
        continue;
      }
      persons_.push_back({});
      persons_.back().offices.push_back(i);
      o.person = static_cast<uint32_t>(persons_.size());
      o.confidence = role.complete || role.region_named ? 0.8 : 0.65;
    }
  }

  // A role alone goes back to its holder when it is definite: capital, "Pak", "itu", or an office with one holder.
  bool referring(size_t i) const {
    const Role& role = roles_[i];
    if (role.common) return false;
    if (role.office->holder == Holder::one) return definite(i) || role.polite || role.anaphor;
    if (role.polite || role.anaphor) return true;
    if (role.office->holder == Holder::many || role.office->holder == Holder::never) return false;
    return capital(d_, role.title) && (role.complete || d_.is(role.title, text::kHeadline) || d_.mark(role.span.last, ':'));
  }

  void add_names_alone(std::vector<Official>& out) {
    read_nicknames(out);
    std::map<std::string, std::vector<uint32_t>, std::less<>> by_word;
    for (size_t p = 0; p < persons_.size(); ++p)
      for (const std::string& word : persons_[p].called) by_word[word].push_back(static_cast<uint32_t>(p) + 1);
    for (size_t p = 0; p < persons_.size(); ++p)
      for (const std::string& word : persons_[p].words)
        if (word.size() >= 3) by_word[word].push_back(static_cast<uint32_t>(p) + 1);
    std::vector<uint8_t> covered(d_.size(), 0);
    for (const Official& o : out) {
      std::fill(covered.begin() + o.span.first, covered.begin() + o.span.last, uint8_t{1});
      if (!o.name_span.empty()) std::fill(covered.begin() + o.name_span.first, covered.begin() + o.name_span.last, uint8_t{1});
    }
    std::vector<Official> found;
    // The office a bare name stands for: the last one of the person that was mentioned before, else the first.
    std::vector<size_t> office(persons_.size() + 1, out.size());
    for (size_t k = out.size(); k-- > 0;) office[out[k].person] = k;
    size_t before = 0;  // mentions of out that begin before atom i
    uint32_t last_person = 0;
    constexpr Traits kOpens = kCapitalTrait | trait(Kind::cue);
    for (uint32_t i = d_.next(0, kOpens); i < d_.size(); i = d_.next(i + 1, kOpens)) {
      for (; before < out.size() && out[before].span.first <= i; ++before) {
        if (!out[before].name.empty()) last_person = out[before].person;
        office[out[before].person] = before;
      }
      if (covered[i] || d_.is(i, text::kBoilerplate) || !d_.atom(i).word()) continue;
      uint32_t person = 0, last = i;
      bool pronoun = false;
      if (capital(d_, i)) person = bare_name(by_word, i, last, last_person);
      if (person == 0 && last_person != 0 && pronoun_at(i)) person = last_person, last = i + 1, pronoun = true;
      if (person == 0) continue;
      if (office[person] < out.size()) {
        Official o = out[office[person]];
        o.span = {i, last};
        o.name_span = pronoun ? Span{} : Span{i, last};
        o.via = Via::coreference;
        o.pronoun = pronoun;
        o.acting_form.clear();
        o.confidence = pronoun ? kPronoun : kBareName;
        found.push_back(std::move(o));
        last_person = person;
        i = last - 1;
      }
    }
    out.insert(out.end(), found.begin(), found.end());
    std::stable_sort(out.begin(), out.end(), [](const Official& a, const Official& b) { return a.span.first < b.span.first; });
  }

  // "Muhammad Syaifudin, yang akrab disapa Gus Ipung", "Armuji Santoso (Cak Ji)": later he is called so.
  void read_nicknames(const std::vector<Official>& out) {
    for (const Official& o : out) {
      d_.poll();
      if (o.name_span.empty() || o.person == 0) continue;
      uint32_t k = std::max(o.span.last, o.name_span.last);
      while (k < d_.size() && k < o.span.last + 12 && !cue_at(d_, k, CueClass::nickname) && !d_.is(k, text::kParagraphBefore) && !d_.mark(k, '.')) {
        if (capital(d_, k) && !d_.match(k, Kind::degree)) break;
        ++k;
      }
      const Match* cue = k < d_.size() ? cue_at(d_, k, CueClass::nickname) : nullptr;
      Name name;
      if (!cue || !read_name(d_, d_.atom(cue->last < d_.size() ? cue->last : k).punct() ? cue->last + 1 : cue->last, name)) continue;
      Person& person = persons_[o.person - 1];
      for (std::string& word : words_of(d_, name.span))
        if (std::find(person.words.begin(), person.words.end(), word) == person.words.end()) person.called.push_back(std::move(word));
    }
  }

  // Longest run of words of one known person at atom i; 0 when there is none or the run belongs to a longer, other name.
  uint32_t bare_name(const std::map<std::string, std::vector<uint32_t>, std::less<>>& by_word, uint32_t i, uint32_t& last, uint32_t recent) const {
    const std::string first = folded(d_.bytes(i));
    const auto at = by_word.find(first);
    if (at == by_word.end()) return 0;
    if (d_.mark(i + 1, '-') && !spaced(d_, i + 1) && !spaced(d_, i + 2)) return 0;  // "Anak-anak"
    const auto stranger = [&](uint32_t k) { return k < d_.size() && !d_.is(k, text::kHeadline) && name_word(d_, k) && !d_.match(k, Kind::honorific); };
    if (i > 0 && !d_.is(i, text::kNewlineBefore) && capital(d_, i - 1) && stranger(i - 1) && !d_.is(i - 1, text::kSentenceStart)) return 0;
    if (i > 0 && word_in(d_, i - 1, "di", "ke", "jalan", "universitas", "kabupaten", "kota", "desa", "kecamatan")) return 0;
    if (i > 0 && (d_.mark(i - 1, '-') || d_.mark(i - 1, '/')) && !spaced(d_, i)) return 0;
    if (d_.is(i, text::kSentenceStart) && !capital(d_, i + 1)) {
      morph::Derivation best;
      if (d_.atom(i).symbol != 0 && morph::analyze(first, &best, 1) > 0 && best.known && !d_.match(i + 1, Kind::speech)) return 0;
    }
    uint32_t best = 0;
    last = i;
    for (size_t n = at->second.size(); n-- > 0 && at->second.size() - n <= kSameWord;) {
      const uint32_t p = at->second[n];
      const Person& person = persons_[p - 1];
      const auto& words = std::find(person.called.begin(), person.called.end(), first) != person.called.end() ? person.called : person.words;
      uint32_t k = i + 1;
      while (k < d_.size() && capital(d_, k) && !d_.is(k, text::kNewlineBefore) && std::find(words.begin(), words.end(), folded(d_.bytes(k))) != words.end()) ++k;
      if (k > last || (k == last && p == recent)) best = p, last = k;
    }
    if (capital(d_, last) && !d_.is(last, text::kNewlineBefore) && stranger(last)) return 0;
    // first words of names that are titles of birth (Anak Agung, La Ode, I Gusti): nobody is called by them alone
    if (last == i + 1 && word_in(d_, i, "anak", "ode", "gusti", "raden")) return 0;
    // a region's name stands for the region
    if (const RegionMention* region = regions_.at(i); region && region->span.last >= last && region->listed) return 0;
    return best;
  }

  // Subject or speaker: "Ia menegaskan", "kata dia".
  bool pronoun_at(uint32_t i) const {
    if (!cue_at(d_, i, CueClass::pronoun) || word_in(d_, i, "dirinya", "pihaknya")) return false;
    if (d_.is(i, text::kInQuote)) return false;
    return d_.is(i, text::kSentenceStart) || (i > 0 && d_.match(i - 1, Kind::speech));
  }

  static void renumber(std::vector<Official>& out) {
    std::map<uint32_t, uint32_t> numbers;
    for (Official& o : out) o.person = numbers.emplace(o.person, static_cast<uint32_t>(numbers.size()) + 1).first->second;
  }

  const Document& d_;
  const Regions& regions_;
  std::vector<Official> mentions_;
  const std::vector<Role>& roles_;
  std::vector<bool> keep_;
  std::vector<Person> persons_;
};

}  // namespace

std::vector<Official> link_persons(const Document& document, const Regions& regions, std::vector<Official> mentions,
                                   const std::vector<Role>& roles) {
  return Linker(document, regions, std::move(mentions), roles).link();
}

namespace {

bool closing_quote(const Document& d, uint32_t i) noexcept {
  if (i >= d.size() || !d.atom(i).punct()) return false;
  const auto b = d.bytes(i);
  return b[0] == '"' || b[0] == '\'' || b.starts_with("\u201C") || b.starts_with("\u201D") || b.starts_with("\u2019");
}

// How often each person is quoted: a closing mark, a verb of saying, then the person or -nya / "dia".
void count_quotes(const Document& d, const std::vector<Official>& officials, std::vector<unsigned>& score) {
  size_t next = 0;
  uint32_t last = 0;
  for (uint32_t i = d.next(0, kPunctTrait); i + 1 < d.size(); i = d.next(i + 1, kPunctTrait)) {
    while (next < officials.size() && officials[next].span.first <= i) {
      if (!officials[next].name.empty()) last = officials[next].person;
      ++next;
    }
    if (!closing_quote(d, i) || d.is(i, text::kBoilerplate)) continue;
    if (d.is(i, text::kNewlineBefore) || (spaced(d, i) && !spaced(d, i + 1))) continue;  // it opens: "Sarannya ..."
    const uint32_t verb = d.mark(i + 1, ',') ? i + 2 : i + 1;
    const Match* speech = d.match(verb, Kind::speech);
    if (!speech) continue;
    uint32_t person = last;
    if (!d.atom(speech->last - 1).is(text::kClitic) && !d.bytes(speech->last - 1).ends_with("nya"))
      for (size_t k = next; k < officials.size() && officials[k].span.first <= speech->last + 4; ++k)
        if (officials[k].span.first >= verb) {
          person = officials[k].person;
          break;
        }
    if (person != 0) score[person] += 10;
  }
}

}  // namespace

const Official* principal_official(const Document& d, const std::vector<Official>& officials) {
  uint32_t persons = 0;
  for (const Official& o : officials) persons = std::max(persons, o.person);
  std::vector<unsigned> score(persons + 1, 0), mentions(persons + 1, 0);
  count_quotes(d, officials, score);
  std::set<std::string_view> bodies;  // named in the headline
  for (uint32_t i = 0; i < d.size() && d.is(i, text::kHeadline); ++i)
    if (const Match* m = d.match(i, Kind::institution)) {
      const std::string_view body = d.institution(*m).abbreviation;
      bodies.insert(body.starts_with("Pem") ? std::string_view() : body);  // the government: its head, who has no institution
    }
  const bool quoted = std::any_of(score.begin(), score.end(), [](unsigned n) { return n > 0; });
  for (const Official& o : officials) {
    if (d.is(o.span.first, text::kHeadline)) score[o.person] += (o.name.empty() ? 8 : o.standing == Standing::calon ? 20 : 1000) + (d.mark(o.span.last, ':') ? 500 : 0);
    if (++mentions[o.person] == 1 && !o.name.empty() && o.office_class == data::OfficeClass::official) score[o.person] += 5 + (bodies.count(o.institution) && !(o.institution.empty() && !o.unit.empty()) ? 4 : 0);
    if (!quoted) ++score[o.person];  // nobody is quoted: whom the article speaks of most
  }
  const Official* best = nullptr;
  unsigned top = 0;
  for (const Official& o : officials)
    if (score[o.person] > top) top = score[o.person], best = &o;
  if (!best) return nullptr;
  // of that person the mention in full
  for (const Official& o : officials)
    if (o.person == best->person && o.via != Via::coreference && o.via != Via::nameless && (best->via == Via::coreference || best->via == Via::nameless)) best = &o;
  return best;
}

}  // namespace netra::extract
