// Coreference: which mentions are one person, and the mentions that have only a name, only a role or only a pronoun.
#include "extract/persons.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "extract/grammar.hpp"
#include "extract/hits.hpp"
#include "morphology/stemmer.hpp"
#include "text/fold.hpp"

namespace netra::extract {

using data::Acting;
using data::CueClass;
using data::Holder;

namespace {

// Bounds that no article reaches keep the linking linear on lists of thousands of mentions.
constexpr size_t kMentionsAround = 96;   // how many mentions before and behind a role alone may name its holder
constexpr size_t kSameWord = 64;        // how many of the persons who share a word of their names

constexpr float kBareName = 0.8f, kRoleAlone = 0.75f, kPronoun = 0.4f;

std::string folded(std::string_view bytes) {
  char buffer[256];
  return std::string(buffer, text::fold_word(bytes.substr(0, 64), text::Diacritics::remove, buffer, sizeof buffer));
}

// Who is called by a word: persons in the order in which they were entered.
class Callers {
 public:
  struct Entry {
    uint64_t hash;
    uint32_t order, person;
    bool operator<(const Entry& other) const { return hash != other.hash ? hash < other.hash : order < other.order; }
  };
  void add(const WordKey& word, uint32_t person) {
    entries_.push_back({word.hash, static_cast<uint32_t>(entries_.size()), person});
    words_.add(word);
  }
  void sort() { std::sort(entries_.begin(), entries_.end()); }
  std::span<const Entry> of(const WordKey& word) const {
    if (!words_.has(word)) return {};
    const auto first = std::lower_bound(entries_.begin(), entries_.end(), word.hash, [](const Entry& e, uint64_t hash) { return e.hash < hash; });
    const auto last = std::upper_bound(first, entries_.end(), word.hash, [](uint64_t hash, const Entry& e) { return hash < e.hash; });
    return {first, last};
  }

 private:
  std::vector<Entry> entries_;
  KeySet words_;
};

class Linker {
 public:
  Linker(const Document& d, const Regions& regions, PersonIndex& persons, Blocks<RoleMarks> roles, Officials& found)
      : d_(d),
        regions_(regions),
        persons_(persons),
        roles_(std::move(roles)),
        posts_(found.posts),
        mentions_(found.mentions),
        keep_(posts_.size(), true),
        count_(persons.size()) {}

  void link() {
    complete_offices();
    number_nameless();
    roles_ = {};
    size_t kept = 0;
    for (size_t i = 0; i < posts_.size(); ++i)
      if (keep_[i]) posts_[kept] = posts_[i], mentions_[kept++] = mentions_[i];
    mentions_.resize(kept);
    posts_.cut(kept);
    for (size_t i = 0; i < kept; ++i) mentions_[i].post = &posts_[i];
    if (!std::is_sorted(mentions_.begin(), mentions_.end(), before)) std::stable_sort(mentions_.begin(), mentions_.end(), before);
    add_names_alone();
    renumber();
  }

 private:
  static bool before(const Official& a, const Official& b) { return a.span.first < b.span.first; }

  // A repeated mention of one office has what the fullest one says of it.
  void complete_offices() {
    // the mentions of each person, in text order, one person after the other
    std::vector<uint32_t> first(persons_.size() + 2), offices;
    for (size_t i = 0; i < posts_.size(); ++i)
      if (posts_[i].person != 0) ++first[posts_[i].person + 1];
    for (size_t p = 1; p < first.size(); ++p) first[p] += first[p - 1];
    offices.resize(first.back());
    for (size_t i = 0; i < posts_.size(); ++i)
      if (posts_[i].person != 0) offices[first[posts_[i].person]++] = static_cast<uint32_t>(i);
    uint32_t begin = 0;
    for (uint32_t p = 1; p <= persons_.size(); ++p) {
      complete(std::span(offices).subspan(begin, first[p] - begin));
      begin = first[p];
    }
  }

  void complete(std::span<const uint32_t> offices) {
    for (size_t n = 0; n < offices.size(); ++n) {
      const size_t i = offices[n];
      Post& o = posts_[i];
      const size_t end = std::min(offices.size(), n + kMentionsAround);
      for (size_t m = n > kMentionsAround ? n - kMentionsAround : 0; m < end; ++m) {
        const size_t k = offices[m];
        const Post& other = posts_[k];
        if (k == i || other.office != o.office || other.standing != o.standing) continue;
        const bool fuller = (roles_[k].region_named && !roles_[i].region_named) ||
                            (roles_[k].region_named == roles_[i].region_named && !roles_[k].region_named && k < i);
        if (o.institution.empty() || o.institution == other.institution) {
          if (o.institution.empty()) o.institution = other.institution, o.office_class = other.office_class;
          if (o.unit.empty() && o.acting == other.acting) o.unit = other.unit;
          if (fuller && o.unit == other.unit) o.region = other.region;
        }
      }
    }
  }

  bool same_place(const Post& a, const Post& b, bool named) const {
    if (!named || !a.region || !b.region) return true;
    return a.region == b.region;
  }

  // The mention whose office the role alone of mention i means, or posts_.size().
  size_t holder_of(size_t i) const {
    const Post& o = posts_[i];
    const RoleMarks& role = roles_[i];
    size_t best = posts_.size();
    int top = 0;
    const size_t end = std::min(posts_.size(), i + kMentionsAround);
    for (size_t k = i > kMentionsAround ? i - kMentionsAround : 0; k < end; ++k) {
      const Post& other = posts_[k];
      if (k == i || other.person == 0 || other.office != o.office) continue;
      if (other.standing == Standing::calon || other.standing == Standing::terpilih) {
        if (o.standing != other.standing) continue;
      } else if (o.standing == Standing::calon || o.standing == Standing::terpilih || (o.standing == Standing::mantan) != (other.standing == Standing::mantan)) {
        continue;
      }
      if (o.acting != Acting::none && other.acting != o.acting) continue;
      if (!o.institution.empty() && !other.institution.empty() && o.institution != other.institution) continue;
      if (o.institution.empty() && !other.institution.empty() && role.complement == data::Complement::body) continue;
      if (!o.unit.empty() && !other.unit.empty() && o.unit != other.unit) continue;
      if (role.complete && o.unit.empty() && !other.unit.empty() && role.complement == data::Complement::body) continue;
      const bool named = role.region_named || role.local;
      if (!same_place(o, other, named)) continue;
      // a region near by speaks against a holder elsewhere
      int score = 1;
      if (o.region && o.region == other.region) score += 4;
      else if (o.region && other.region && roles_[k].region_named && regions_.inherited(mentions_[i].span.first, role.level, true) == o.region) continue;
      if (k < i) score += 2;
      if (!other.name().empty()) score += 1;
      if (score > top || (score == top && k < i)) best = k, top = score;
    }
    return best;
  }

  void adopt(Post& o, const Post& holder) {
    o.person = holder.person;
    o.named = holder.named;
    if (o.acting == Acting::none) o.acting = holder.acting;
    o.standing = holder.standing;
    o.institution = holder.institution;
    o.unit = holder.unit;
    o.region = holder.region;
    o.office_class = holder.office_class;
  }

  // May this role stand for a holder whom the text never names?
  bool definite(size_t i) const {
    const Post& o = posts_[i];
    const RoleMarks& role = roles_[i];
    if (o.standing != Standing::menjabat && o.standing != Standing::nonaktif) return false;
    const Holder holder = role.holder;
    if (holder == Holder::never || holder == Holder::many) return false;
    if (holder == Holder::placed) {
      if (!role.complete && !role.region_named) return false;
      if (!role.capital) return role.region_named || role.has_place;
    }
    // "bupati dan wali kota", "gubernur/bupati": kinds of office, not persons
    if (!role.region_named && !role.polite) {
      const Span span = mentions_[i].span;
      const uint32_t next = span.last;
      const auto joint = [&](uint32_t k) { return word_in(d_, k, "dan", "atau", "maupun", "serta") || d_.mark(k, '/') || d_.mark(k, ','); };
      uint32_t other = next, before = span.first;
      while (joint(other) && other < next + 2) ++other;
      if (other > next && d_.match(other, Kind::office) && !role.capital) return false;
      while (before > 0 && joint(before - 1) && span.first - before < 2) --before;
      for (uint32_t k = before; before < span.first && !role.capital && k-- > 0 && before - k <= 3;)
        if (const auto office = d_.match(k, Kind::office); office && office->last == before) return false;
    }
    return true;
  }

  void number_nameless() {
    for (size_t i = 0; i < posts_.size(); ++i) {
      d_.poll();
      Post& o = posts_[i];
      if (o.person != 0) continue;
      const RoleMarks& role = roles_[i];
      const size_t holder = role.unnamed ? posts_.size() : holder_of(i);
      if (holder < posts_.size() && referring(i)) {
        adopt(o, posts_[holder]);
        mentions_[i].confidence = kRoleAlone;
        continue;
      }
      if (holder < posts_.size() && !definite(i)) {
        keep_[i] = false;
        continue;
      }
      if (role.anaphor && role.complete && o.standing == Standing::mantan && i > 0) {  // "Mantan Kepala Desa Bayan itu"
        const Post& last = posts_[i - 1];
        if (last.person != 0 && !last.name().empty()) {
          o.person = last.person;
          o.named = last.named;
          if (!role.has_region) o.region = last.region;
          continue;
        }
      }
      if (!definite(i)) {
        keep_[i] = false;
        continue;
      }
      o.person = ++count_;
      mentions_[i].confidence = role.complete || role.region_named ? 0.8f : 0.65f;
    }
  }

  // A role alone goes back to its holder when it is definite: capital, "Pak", "itu", or an office with one holder.
  bool referring(size_t i) const {
    const RoleMarks& role = roles_[i];
    if (role.common) return false;
    if (role.holder == Holder::one) return definite(i) || role.polite || role.anaphor;
    if (role.polite || role.anaphor) return true;
    if (role.holder == Holder::many || role.holder == Holder::never) return false;
    return role.capital && (role.complete || role.headline || d_.mark(mentions_[i].span.last, ':'));
  }

  void add_names_alone() {
    read_nicknames();
    Callers by_word;
    for (const auto& [person, called] : called_)
      for (const WordKey& word : called) by_word.add(word, person);
    for (uint32_t p = 1; p <= persons_.size(); ++p)
      for (const WordKey& word : persons_.words(p))
        if (word.size >= 3) by_word.add(word, p);
    by_word.sort();
    AtomSet covered(d_.size());
    for (const Official& o : mentions_) {
      for (uint32_t i = o.span.first; i < o.span.last; ++i) covered.add(i);
      for (uint32_t i = o.name_span.first; i < o.name_span.last; ++i) covered.add(i);
    }
    struct Alone {
      uint32_t first, words : 31, pronoun : 1;
      const Post* post;
    };
    Blocks<Alone> found;
    // The post a bare name stands for: the last one of the person that was mentioned before, else the first.
    std::vector<const Post*> post(count_ + 1);
    for (size_t k = mentions_.size(); k-- > 0;) post[mentions_[k]->person] = mentions_[k].post;
    auto next = mentions_.cbegin();  // behind the mentions that begin before atom i
    uint32_t last_person = 0;
    constexpr Traits kOpens = kCapitalTrait | trait(Kind::cue);
    Hits hits(d_, kOpens);
    for (uint32_t i = hits.next(0); i < d_.size(); i = hits.next(i + 1)) {
      for (; next != mentions_.cend() && next->span.first <= i; ++next) {
        const Post& named = *next->post;
        if (!named.name().empty()) last_person = named.person;
        post[named.person] = &named;
      }
      if (covered.has(i) || d_.is(i, text::kBoilerplate) || !d_.atom(i).word()) continue;
      uint32_t person = 0, last = i;
      bool pronoun = false;
      if (capital(d_, i))
        if (const auto callers = by_word.of(word_key(d_, i)); !callers.empty()) person = bare_name(callers, i, last, last_person);
      if (person == 0 && last_person != 0 && pronoun_at(i)) person = last_person, last = i + 1, pronoun = true;
      if (!post[person]) continue;
      found.push_back({i, (last - i) & 0x7FFFFFFF, pronoun, post[person]});
      last_person = person;
      i = last - 1;
    }
    if (found.empty()) return;
    Mentions all;  // both are in order, and given up as they are taken over
    for (size_t n = 0; n < found.size(); ++n) {
      d_.poll();
      const Alone& alone = found[n];
      found.give_up(n);
      for (; !mentions_.empty() && mentions_.front().span.first <= alone.first; mentions_.pop_front()) all.push_back(mentions_.front());
      const Span span{alone.first, alone.first + alone.words};
      all.push_back({span, alone.pronoun ? Span{} : span, alone.post, alone.pronoun ? kPronoun : kBareName, Via::coreference, alone.pronoun != 0});
    }
    for (; !mentions_.empty(); mentions_.pop_front()) all.push_back(mentions_.front());
    mentions_.swap(all);
  }

  // "Muhammad Syaifudin, yang akrab disapa Gus Ipung", "Armuji Santoso (Cak Ji)": later he is called so.
  void read_nicknames() {
    for (const Official& o : mentions_) {
      d_.poll();
      if (o.name_span.empty() || o->person == 0) continue;
      uint32_t k = std::max(o.span.last, o.name_span.last);
      while (k < d_.size() && k < o.span.last + 12 && !cue_at(d_, k, CueClass::nickname) && !d_.is(k, text::kParagraphBefore) && !d_.mark(k, '.')) {
        if (capital(d_, k) && !d_.match(k, Kind::degree)) break;
        ++k;
      }
      const auto cue = k < d_.size() ? cue_at(d_, k, CueClass::nickname) : std::nullopt;
      Name name;
      if (!cue || !read_name(d_, d_.atom(cue->last < d_.size() ? cue->last : k).punct() ? cue->last + 1 : cue->last, name)) continue;
      for (uint32_t i = name.span.first; i < name.span.last; ++i)
        if (d_.atom(i).word() && !holds(persons_.words(o->person), word_key(d_, i))) called_[o->person].push_back(word_key(d_, i));
    }
  }

  Words called_by(uint32_t person) const {
    const auto at = called_.find(person);
    return at == called_.end() ? Words() : Words(at->second);
  }

  // Longest run of words of one known person at atom i, among those called by its word; 0 when there is none or the run belongs to a
  // longer, other name.
  uint32_t bare_name(std::span<const Callers::Entry> callers, uint32_t i, uint32_t& last, uint32_t recent) const {
    if (d_.mark(i + 1, '-') && !spaced(d_, i + 1) && !spaced(d_, i + 2)) return 0;  // "Anak-anak"
    const auto stranger = [&](uint32_t k) { return k < d_.size() && !d_.is(k, text::kHeadline) && name_word(d_, k) && !d_.match(k, Kind::honorific); };
    if (i > 0 && !d_.is(i, text::kNewlineBefore) && capital(d_, i - 1) && stranger(i - 1) && !d_.is(i - 1, text::kSentenceStart)) return 0;
    if (i > 0 && word_in(d_, i - 1, "di", "ke", "jalan", "universitas", "kabupaten", "kota", "desa", "kecamatan")) return 0;
    if (i > 0 && (d_.mark(i - 1, '-') || d_.mark(i - 1, '/')) && !spaced(d_, i)) return 0;
    if (d_.is(i, text::kSentenceStart) && !capital(d_, i + 1)) {
      morph::Derivation best;
      if (d_.atom(i).symbol != 0 && morph::analyze(folded(d_.bytes(i)), &best, 1) > 0 && best.known && !d_.match(i + 1, Kind::speech)) return 0;
    }
    const WordKey first = word_key(d_, i);
    uint32_t best = 0;
    last = i;
    for (size_t n = callers.size(); n-- > 0 && callers.size() - n <= kSameWord;) {
      const uint32_t p = callers[n].person;
      const Words called = called_by(p), named = holds(called, first) ? called : persons_.words(p);
      uint32_t k = i + 1;
      while (capital(d_, k) && !d_.is(k, text::kNewlineBefore) && holds(named, word_key(d_, k))) ++k;
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

  // In order of first mention.
  void renumber() {
    std::vector<uint32_t> numbers(count_ + 1);
    uint32_t last = 0;
    for (const Official& o : mentions_)
      if (uint32_t& number = numbers[o->person]; number == 0) number = ++last;
    for (size_t i = 0; i < posts_.size(); ++i) posts_[i].person = numbers[posts_[i].person];
  }

  const Document& d_;
  const Regions& regions_;
  PersonIndex& persons_;     // those named
  Blocks<RoleMarks> roles_;  // of the posts, until what each means is known
  Blocks<Post>& posts_;      // those kept, in the end
  Mentions& mentions_;       // of the posts, one each; names alone come at the end
  std::vector<bool> keep_;
  uint32_t count_;           // of persons, named or not
  std::map<uint32_t, std::vector<WordKey>> called_;  // what the text says a person is called: "akrab disapa Gus Ipung"
};

}  // namespace

void link_persons(const Document& document, const Regions& regions, PersonIndex& persons, Blocks<RoleMarks> roles, Officials& found) {
  Linker(document, regions, persons, std::move(roles), found).link();
}

namespace {

bool closing_quote(const Document& d, uint32_t i) noexcept {
  if (i >= d.size() || !d.atom(i).punct()) return false;
  const auto b = d.bytes(i);
  return b[0] == '"' || b[0] == '\'' || b.starts_with("\u201C") || b.starts_with("\u201D") || b.starts_with("\u2019");
}

// How often each person is quoted: a closing mark, a verb of saying, then the person or -nya / "dia".
void count_quotes(const Document& d, const Mentions& officials, std::vector<unsigned>& score) {
  auto next = officials.begin();
  uint32_t last = 0;
  Hits hits(d, kPunctTrait);
  for (uint32_t i = hits.next(0); i + 1 < d.size(); i = hits.next(i + 1)) {
    for (; next != officials.end() && next->span.first <= i; ++next)
      if (!(*next)->name().empty()) last = (*next)->person;
    if (!closing_quote(d, i) || d.is(i, text::kBoilerplate)) continue;
    if (d.is(i, text::kNewlineBefore) || (spaced(d, i) && !spaced(d, i + 1))) continue;  // it opens: "Sarannya ..."
    const uint32_t verb = d.mark(i + 1, ',') ? i + 2 : i + 1;
    const auto speech = d.match(verb, Kind::speech);
    if (!speech) continue;
    uint32_t person = last;
    if (!d.atom(speech->last - 1).is(text::kClitic) && !d.bytes(speech->last - 1).ends_with("nya"))
      for (auto o = next; o != officials.end() && o->span.first <= speech->last + 4; ++o)
        if (o->span.first >= verb) {
          person = (*o)->person;
          break;
        }
    if (person != 0) score[person] += 10;
  }
}

}  // namespace

const Official* principal_official(const Document& d, const Mentions& officials) {
  uint32_t persons = 0;
  for (const Official& o : officials) persons = std::max(persons, o->person);
  std::vector<unsigned> score(persons + 1, 0), mentions(persons + 1, 0);
  count_quotes(d, officials, score);
  std::set<std::string_view> bodies;  // named in the headline
  for (uint32_t i = 0; d.is(i, text::kHeadline); ++i)
    if (const auto m = d.match(i, Kind::institution)) {
      const std::string_view body = d.institution(*m).abbreviation;
      bodies.insert(body.starts_with("Pem") ? std::string_view() : body);  // the government: its head, who has no institution
    }
  const bool quoted = std::any_of(score.begin(), score.end(), [](unsigned n) { return n > 0; });
  for (const Official& o : officials) {
    if (d.is(o.span.first, text::kHeadline)) score[o->person] += (o->name().empty() ? 8 : o->standing == Standing::calon ? 20 : 1000) + (d.mark(o.span.last, ':') ? 500 : 0);
    if (++mentions[o->person] == 1 && !o->name().empty() && o->office_class == data::OfficeClass::official) score[o->person] += 5 + (bodies.count(o->institution) && !(o->institution.empty() && !o->unit.empty()) ? 4 : 0);
    if (!quoted) ++score[o->person];  // nobody is quoted: whom the article speaks of most
  }
  const Official* best = nullptr;
  unsigned top = 0;
  for (const Official& o : officials)
    if (score[o->person] > top) top = score[o->person], best = &o;
  if (!best) return nullptr;
  // of that person the mention in full
  for (const Official& o : officials)
    if (o->person == (*best)->person && o.via != Via::coreference && o.via != Via::nameless && (best->via == Via::coreference || best->via == Via::nameless)) best = &o;
  return best;
}

}  // namespace netra::extract
