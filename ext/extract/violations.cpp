#include "extract/violations.hpp"

#include <algorithm>
#include <array>

#include "extract/hits.hpp"
#include "extract/reading.hpp"
#include "extract/violation_context.hpp"

namespace netra::extract {

namespace {

using data::Grade;
using data::Needs;
using data::ViolationRole;

constexpr uint32_t kConditionReach = 40;
constexpr uint32_t kPoliticsBack = 3;  // sentences to look back over for a word of politics
constexpr size_t kPlainTopic = 4;      // so many words of neutrality make the whole text speak of it
constexpr uint32_t kMeaning = 8;       // atoms behind the words that may turn their meaning
constexpr uint32_t kBanReach = 24;     // atoms: a ban further away forbids something else
constexpr uint32_t kStoryBack = 3;     // sentences back in which a case was told
constexpr size_t kActorsAround = 24;   // actors looked at before and behind the words
constexpr unsigned kHelpVerbs = 6;     // verbs of help, and actors before one, looked at in a sentence
constexpr uint32_t kHelpReach = 20;    // atoms from one bound to neutrality to the verb, and from it to the candidate
constexpr size_t kDraft = 3;           // so many words of drafting make a text one about a draft
constexpr unsigned kActorBack = 3;     // sentences back in which somebody bound is named, where the words say enough by themselves
constexpr uint32_t kLastWords = 16;    // atoms from an article to the end of its sentence
constexpr uint32_t kSaysLaw = 4;       // atoms between "undang-undang" and "melarang"

bool skipped(const Document& d, uint32_t i) { return d.is(i, text::kBoilerplate); }

class ViolationFinder {
 public:
  ViolationFinder(const ViolationContext& context, const std::vector<Citation>& laws) : d_(context.document()), context_(context) {
    for (const Citation& c : laws) {
      laws_.push_back(c.span.first);
      if (!c.article.empty()) articles_.push_back(c.span.first);
    }
  }

  std::vector<ViolationMention> find() {
    Hits lines(d_, 0, &d_.lines());
    for (uint32_t i = lines.next(0); i < d_.size(); i = lines.next(i + 1)) lines_.push_back(i);
    for (uint32_t i = 0; i < d_.size(); ++i) {
      d_.poll();
      if (d_.has(i, trait(Kind::violation)) || number_behind(i)) forms_.push_back(i);
    }
    read(false);
    read_help();
    read(true);
    std::stable_sort(out_.begin(), out_.end(),
                     [](const ViolationMention& a, const ViolationMention& b) { return a.span.first < b.span.first; });
    return std::move(out_);
  }

  // A breach beside somebody who must not commit it.
  bool breach_at(const Match& m) const {
    const data::Violation& row = data::violations[m.row];
    if (row.grade == Grade::kewajiban && row.code != "hak_pilih_di_bilik") return false;
    const uint32_t s = d_.sentence_of(m.first);
    return fits(m) && (context_.actor_in(d_.sentence(s)) || (s > 0 && context_.actor_in(d_.sentence(s - 1))));
  }

 private:
  // The running text first: a headline only adds what the text does not say.
  void read(bool headline) {
    const auto parts = d_.parts();
    if (headline && std::none_of(parts.begin(), parts.end(), [](const Part& p) { return p.kind == data::PartKind::headline; })) return;
    uint32_t end = 0;  // of the last one
    for (const uint32_t i : forms_) {
      d_.poll();
      if (i < end || d_.is(i, text::kHeadline) != headline || skipped(d_, i)) continue;
      auto m = d_.match(i, Kind::violation);
      if (!m) m = across_number(i);
      if (!m || !fits(*m)) continue;
      if (!headline && data::violations[m->row].grade != Grade::kewajiban) spans_.push_back(i);
      const bool said = headline && std::any_of(out_.begin(), out_.end(), [&](const ViolationMention& o) { return o.row == &data::violations[m->row]; });
      if (!said) add(*m);
      end = m->last;
    }
  }

  // An act for a candidate that no form names: somebody bound to neutrality, then a verb of help, then a candidate or a party, in
  // this order and one sentence. Only where no form stands in the sentence.
  void read_help() {
    for (size_t s = 0; s + 1 < d_.sentences().size(); ++s) {
      d_.poll();
      const Span sentence = d_.sentence(static_cast<uint32_t>(s));
      if (skipped(d_, sentence.first) || d_.is(sentence.first, text::kHeadline)) continue;
      uint32_t verb = context_.next(ViolationRole::bantu, sentence.first);
      for (unsigned n = 0; n < kHelpVerbs && verb < sentence.last; ++n, verb = context_.next(ViolationRole::bantu, verb + 1)) {
        if (!subject_before(sentence, verb)) continue;
        const uint32_t party = context_.next(ViolationRole::pihak, verb + 1);
        if (party >= sentence.last || party - verb > kHelpReach) continue;
        if (has_form(sentence)) break;
        for (const auto& row : data::violations)
          if (row.code == "keberpihakan_kegiatan") {
            add({verb, party + 1, Kind::violation, 0, static_cast<uint16_t>(&row - data::violations.data())});
            break;
          }
        break;
      }
    }
  }
  bool subject_before(Span sentence, uint32_t verb) const {
    const auto actors = context_.actors();
    for (size_t k = context_.actor_from(verb), n = 0; k > 0 && n < kHelpVerbs && actors[k - 1].first >= sentence.first; --k, ++n) {
      const ActorMention& a = actors[k - 1];
      if (verb - a.last > kHelpReach) return false;
      if (a.actor == "kepala_daerah" || a.actor == "pejabat_negara" || a.actor == "parpol" || a.actor == "penyelenggara") continue;
      if (is_one_of(d_, a.first > 0 ? a.first - 1 : 0, "kepada", "oleh", "untuk", "bagi", "dari")) continue;
      return true;
    }
    return false;
  }
  bool has_form(Span sentence) const {
    const auto at = std::lower_bound(spans_.begin(), spans_.end(), sentence.first);
    return at != spans_.end() && *at < sentence.last;
  }

  bool number_behind(uint32_t i) const {
    return d_.atom(i).symbol != 0 && i + 2 < d_.size() &&
           (d_.atom(i + 1).number() || number_word(d_, i + 1) || is_one_of(d_, i + 1, "sejumlah", "beberapa", "puluhan", "ratusan"));
  }
  // "memasang enam spanduk", "membagikan 20 kaus": the form without its number.
  std::optional<Match> across_number(uint32_t i) const {
    if (!number_behind(i)) return std::nullopt;
    uint32_t k = i + 2;
    if (is_one_of(d_, k, "lembar", "buah", "helai", "paket", "belas", "puluh")) ++k;
    if (k >= d_.size()) return std::nullopt;
    const std::array<text::Atom, 2> words{d_.atom(i), d_.atom(k)};
    const tables::List& list = list_at(words.data(), 0, words.size());
    if (list.kinds & trait(Kind::violation))
      for (Match m : Matches(tables::forms + list.form, i))
        if (m.kind == Kind::violation && m.last == i + 2) {
          m.last = k + 1;
          return m;
        }
    return std::nullopt;
  }

  // Does what the words need stand beside them?
  bool fits(const Match& m) const {
    const data::Violation& row = data::violations[m.row];
    const uint32_t s = d_.sentence_of(m.first);
    if (row.needs == Needs::aktor) {
      const bool long_form = m.last - m.first > 2 && context_.cues(ViolationRole::topik).size() >= 2;
      const uint32_t back = long_form ? kActorBack : 1;
      return bound_in({d_.sentence(s > back ? s - back : 0).first, d_.sentence(s).last}, row);
    }
    if (other_meaning(m)) return false;
    if (row.needs == Needs::none || context_.cues(ViolationRole::topik).size() >= kPlainTopic) return true;
    const Span sentence = d_.sentence(s);
    const uint32_t first = d_.sentence(s > kPoliticsBack ? s - kPoliticsBack : 0).first;
    const uint32_t last = s + 2 < d_.sentences().size() ? d_.sentence(s + 1).last : sentence.last;
    if (context_.next(ViolationRole::politik, first) < m.first || context_.next(ViolationRole::politik, m.last) < last) return true;
    const ActorMention* actor = context_.actor_in(sentence);
    return actor && !actor->weak && context_.cues(ViolationRole::politik).size() >= 2;
  }

  // Is somebody named there who must not do it? Heads of region and candidates may be members of a party.
  bool bound_in(Span span, const data::Violation& row) const {
    const auto actors = context_.actors();
    const size_t first = context_.actor_from(span.first);
    for (size_t k = first; k < actors.size() && k < first + kActorsAround && actors[k].first < span.last; ++k)
      if (row.code != "anggota_pengurus_parpol" || (actors[k].actor != "kepala_daerah" && actors[k].actor != "pejabat_negara" && actors[k].actor != "parpol")) return true;
    return false;
  }

  // Words that mean something else here: attending a declaration of neutrality, supporting the organisers.
  bool other_meaning(const Match& m) const {
    const auto code = data::violations[m.row].code;
    const uint32_t end = std::min(context_.sentence(m.first).last, m.last + kMeaning);
    for (uint32_t i = m.last; i < end; ++i) {
      if (code == "hadir_deklarasi" && is_one_of(d_, i, "netralitas", "netral", "damai")) return true;
      if (code == "dukung_terbuka" && (is_one_of(d_, i, "penyelenggara", "penuh", "anggaran", "pengamanan") || d_.match(i, Kind::institution)))
        return true;
    }
    return false;
  }

  // ---- who

  // Whoever is bound: the list of actors nearest before the words in the sentence, else behind them, else the last named.
  std::vector<std::string_view> actors_of(const Match& m) const {
    const auto actors = context_.actors();
    const Span sentence = context_.sentence(m.first);
    const size_t here = context_.actor_from(m.first), none = actors.size();
    size_t before = none, behind = none, weak = none, earlier = none;
    size_t k = here;
    for (size_t n = 0; k > 0 && n < kActorsAround && actors[k - 1].first >= sentence.first; ++n, --k) {
      size_t& slot = actors[k - 1].weak ? weak : before;
      if (slot == none) slot = k - 1;
    }
    earlier = context_.strong_before(k);
    if (earlier != none && actors[earlier].first >= sentence.first) earlier = none;
    for (k = here; k < none && k - here < kActorsAround && actors[k].first < sentence.last; ++k) {
      const bool within = actors[k].last <= m.last;
      if (actors[k].weak) {
        if (weak == none) weak = k;
      } else if (within) {
        before = k;
      } else if (behind == none) {
        behind = k;
      }
    }
    size_t chosen = before != none ? before : behind;
    if (weak != none && (chosen == none || (actors[weak].last <= m.first && chosen == behind)))
      if (chosen == none || actors[weak].actor != "kepala_daerah") chosen = weak;
    if (chosen != none) return listed_with(chosen);
    if (data::violations[m.row].code == "keputusan_untungkan") return {"kepala_daerah"};
    if (earlier == none) return {"asn"};
    const auto names = listed_with(earlier);
    const uint32_t s = d_.sentence_of(m.first);
    if (s > 0 && actors[earlier].first >= d_.sentence(s - 1).first && points_back(d_.sentence(s))) return names;
    return {std::find(names.begin(), names.end(), "asn") != names.end() ? std::string_view("asn") : names.front()};
  }

  // "KTP mereka": those of the sentence before.
  bool points_back(Span sentence) const {
    const uint32_t end = std::min(sentence.last, sentence.first + kConditionReach);
    for (uint32_t i = sentence.first; i < end; ++i)
      if (is_one_of(d_, i, "mereka", "keduanya", "ketiganya", "semuanya", "seluruhnya")) return true;
    return false;
  }

  // "ASN, TNI, dan Polri": all of them.
  std::vector<std::string_view> listed_with(size_t chosen) const {
    const auto actors = context_.actors();
    size_t first = chosen, last = chosen;
    while (first > 0 && chosen - first < kActorsAround && actors[first - 1].weak == actors[chosen].weak && joined(actors[first - 1].last, actors[first].first)) --first;
    while (last + 1 < actors.size() && last - chosen < kActorsAround && actors[last + 1].weak == actors[chosen].weak &&
           joined(actors[last].last, actors[last + 1].first))
      ++last;
    std::vector<std::string_view> names;
    for (size_t k = first; k <= last; ++k)
      if (std::find(names.begin(), names.end(), actors[k].actor) == names.end()) names.push_back(actors[k].actor);
    return names;
  }
  bool joined(uint32_t from, uint32_t to) const {
    if (to - from > 5) return false;
    bool any = from == to;
    for (uint32_t i = from; i < to; ++i) {
      if (d_.mark(i, ',') || d_.mark(i, '/') || is_one_of(d_, i, "dan", "maupun", "serta", "atau", "juga", "tetapi")) {
        any = true;
      } else if (!d_.mark(i, '(') && !d_.mark(i, ')') && !d_.atom(i).number() && !number_word(d_, i) &&
                 !is_one_of(d_, i, "anggota", "para", "hingga", "tenaga", "seorang", "orang", "oknum")) {
        return false;
      }
    }
    return any;
  }

  // ---- how it is spoken of

  size_t line_of(uint32_t atom) const {
    return static_cast<size_t>(std::upper_bound(lines_.begin(), lines_.end(), atom) - lines_.begin());
  }
  static bool any_in(const std::vector<uint32_t>& sorted, Span span) {
    const auto at = std::lower_bound(sorted.begin(), sorted.end(), span.first);
    return at != sorted.end() && *at < span.last;
  }
  bool condition_before(Span sentence, uint32_t i) const {
    const uint32_t at = context_.previous(ViolationRole::hipotetis, i);
    return at != kFar && at >= sentence.first && i - at <= kConditionReach;
  }
  // The sentence before cites a law and this one goes on with it.
  bool still_cited(uint32_t i, bool plain) const {
    const uint32_t s = d_.sentence_of(i);
    if (s == 0 || line_of(d_.sentence(s - 1).first) != line_of(d_.sentence(s).first)) return false;
    const Span before = d_.sentence(s - 1);
    if (!any_in(laws_, before)) return false;
    if (!plain && cited_last(before)) {
      const uint32_t ban = context_.previous(ViolationRole::larangan, i);
      if (d_.bytes(ban == kFar ? i : ban) == "dilarang") return true;
    }
    return (plain && any_in(articles_, before)) || is_one_of(d_, d_.sentence(s).first, "aturan", "ketentuan", "regulasi", "beleid", "pasal");
  }
  // The sentence ends with an article: "..., mengingatkan Pasal 71 ayat (2) UU 10/2016."
  bool cited_last(Span sentence) const {
    const auto behind = std::lower_bound(articles_.begin(), articles_.end(), sentence.last);
    return behind != articles_.begin() && *(behind - 1) >= sentence.first && sentence.last - *(behind - 1) <= kLastWords;
  }
  // "Pasal 70 ayat (1) UU 10/2016 yang melarang pelibatan ASN"
  bool article_forbids(Span sentence, const Match& m) const {
    const auto behind = std::lower_bound(articles_.begin(), articles_.end(), m.first);
    if (behind == articles_.begin() || *(behind - 1) < sentence.first) return false;
    const uint32_t ban = context_.next(ViolationRole::larangan, *(behind - 1));
    return ban < m.first;
  }

  // "Undang-undang melarang", "aturan itu tegas melarang": the law is what speaks.
  bool law_speaks(Span sentence, const Match& m) const {
    uint32_t at = context_.next(ViolationRole::hukum, sentence.first);
    for (unsigned n = 0; n < 4 && at < m.first; ++n, at = context_.next(ViolationRole::hukum, at + 1))
      for (uint32_t k = at + 1; k <= at + kSaysLaw && k < m.first; ++k)
        if (is_one_of(d_, k, "melarang", "mewajibkan", "mengatur", "menyebut", "menyebutkan", "menyatakan", "berbunyi", "mengharuskan")) return true;
    return false;
  }
  // The text is about a draft: what stands in it is the wording of a law to be.
  bool drafting() const { return context_.headline(ViolationRole::rancangan) || context_.cues(ViolationRole::rancangan).size() >= kDraft; }

  bool banned_before(uint32_t i) const {  // "memuat 14 larangan. Di antaranya: ..."
    const uint32_t s = d_.sentence_of(i);
    return s > 0 && forbids(d_.sentence(s - 1));
  }
  bool forbids(Span sentence) const {  // in so many words, not only "tidak"
    uint32_t at = context_.next(ViolationRole::larangan, sentence.first);
    for (unsigned n = 0; n < 6 && at < sentence.last; ++n, at = context_.next(ViolationRole::larangan, at + 1))
      if (is_one_of(d_, at, "larangan", "dilarang", "melarang")) return true;
    return false;
  }

  // The cue of that role nearest to the words, in atoms; kFar when there is none. Exhortations count before them only.
  uint32_t distance(Span sentence, const Match& m, ViolationRole role) const {
    uint32_t best = kFar;
    const uint32_t before = context_.previous(role, m.first);
    if (before != kFar && before >= sentence.first) best = m.first - before;
    const bool inner = m.last - m.first == 1 || role == ViolationRole::larangan;
    const uint32_t at = context_.next(role, inner ? m.first : m.last);
    if (at < sentence.last && !(role == ViolationRole::himbauan && at > m.first + 2)) best = std::min(best, (at - m.first) * 2);
    return best;
  }

  // Somebody in particular did it: "seorang camat", "oknum ASN", "tiga lurah", "ASN berinisial RM".
  bool somebody(Span sentence, const Match& m) const {
    const uint32_t first = std::max(sentence.first, m.first - std::min(m.first, kConditionReach));
    const auto actors = context_.actors();
    for (size_t k = context_.actor_from(first); k < actors.size() && actors[k].first < m.first; ++k) {
      const uint32_t i = actors[k].first;
      if (i > sentence.first && (is_one_of(d_, i - 1, "seorang", "oknum", "sejumlah", "beberapa", "orang", "ada", "adanya") || number_word(d_, i - 1) || d_.atom(i - 1).number())) return true;
      if (is_one_of(d_, actors[k].last, "berinisial", "tersebut", "itu", "inisial")) return true;
    }
    return false;
  }

  // What the sentences before tell: the last case in them, unless a ban or an exhortation stands between.
  bool story(uint32_t i, Modality& modality) const {
    const uint32_t s = d_.sentence_of(i);
    const Span back{d_.sentence(s > kStoryBack ? s - kStoryBack : 0).first, d_.sentence(s).first};
    const uint32_t found = context_.previous(ViolationRole::terbukti, back.last), alleged = context_.previous(ViolationRole::dugaan, back.last);
    const bool has_found = found != kFar && found >= back.first, has_alleged = alleged != kFar && alleged >= back.first;
    if (!has_found && !has_alleged) return false;
    const uint32_t told = !has_alleged ? found : !has_found ? alleged : std::max(found, alleged);
    if (d_.is(told, text::kHeadline)) return false;
    for (const auto role : {ViolationRole::larangan, ViolationRole::himbauan, ViolationRole::hipotetis}) {
      const uint32_t other = context_.previous(role, back.last);
      if (other != kFar && other > told && d_.sentence_of(other) != d_.sentence_of(told)) return false;
    }
    modality = told == found ? Modality::terbukti : Modality::dugaan;
    return true;
  }

  // In this order: what a cited article says; conditions; findings; bans before the words; allegations; exhortations. A
  // sentence without any such word goes on with the case told before it or is about somebody in particular; in doubt it is a
  // ban: a warning is never taken for an event.
  Modality modality_of(const Match& m, double& confidence) {
    const Span sentence = context_.sentence(m.first);
    const auto& row = data::violations[m.row];
    const bool duty = row.grade == Grade::kewajiban;
    confidence = 0.8;
    const uint32_t found = distance(sentence, m, ViolationRole::terbukti), alleged = distance(sentence, m, ViolationRole::dugaan),
                   banned = distance(sentence, m, ViolationRole::larangan), urged = distance(sentence, m, ViolationRole::himbauan);
    if (article_forbids(sentence, m)) return Modality::hukum;
    if (drafting() && !duty && found == kFar && !forbids(sentence) && !banned_before(m.first)) return Modality::hukum;
    if (found == kFar && alleged == kFar &&
        (any_in(articles_, sentence) || still_cited(m.first, banned == kFar && urged == kFar) || law_speaks(sentence, m)))
      return Modality::hukum;
    if (condition_before(sentence, m.first)) return Modality::hipotetis;
    const bool ban_near = banned != kFar && banned < kBanReach;
    if (found != kFar && !(ban_near && banned < found)) return Modality::terbukti;
    if (alleged != kFar && !(ban_near && banned < alleged)) return Modality::dugaan;
    if (row.code == "tidak_berpihak") return Modality::larangan;
    if (duty) return Modality::himbauan;
    if (ban_near) return Modality::larangan;
    if (urged != kFar) return Modality::himbauan;
    confidence = 0.5;
    if (context_.has(ViolationRole::akibat, sentence) || context_.has(ViolationRole::hipotetis, sentence)) return Modality::hipotetis;
    Modality told = Modality::dugaan;
    if (story(m.first, told)) return told;
    if (somebody(sentence, m)) return Modality::dugaan;
    if (!out_.empty() && line_of(out_.back().span.first) == line_of(m.first) && out_.back().modality != Modality::hukum &&
        out_.back().row->grade != Grade::kewajiban)
      return out_.back().modality;
    return context_.headline(ViolationRole::terbukti) ? Modality::terbukti : context_.headline(ViolationRole::dugaan) ? Modality::dugaan : Modality::larangan;
  }

  void add(const Match& m) {
    double confidence = 0;
    const Modality modality = modality_of(m, confidence);
    for (const auto actor : actors_of(m)) {
      const ViolationMention mention{{m.first, m.last}, &data::violations[m.row], modality, actor, confidence};
      const bool known = std::any_of(out_.begin(), out_.end(), [&](const ViolationMention& o) {
        return o.row == mention.row && o.modality == modality && o.actor == actor;
      });
      if (!known) out_.push_back(mention);
    }
  }

  const Document& d_;
  const ViolationContext& context_;
  std::vector<uint32_t> lines_;            // where they begin
  std::vector<uint32_t> forms_;            // where forms of breaches may begin, with a number in them too
  std::vector<uint32_t> laws_, articles_;  // where laws are cited, where with an article
  std::vector<uint32_t> spans_;              // where forms of breaches stand
  std::vector<ViolationMention> out_;
};

double weight(std::string_view name) noexcept {
  for (const auto& row : data::topic_weights)
    if (row.name == name) return row.weight / 100.0;
  return 0;
}

constexpr std::string_view kGrades[] = {"kode_etik", "disiplin", "pidana", "kewajiban"};
constexpr std::string_view kModalities[] = {"larangan", "himbauan", "dugaan", "terbukti", "hipotetis", "hukum"};

constexpr Field<ViolationMention> kFields[] = {
    {"code", "TEXT", [](const ViolationMention& r, const Document&) { return Cell::of(r.row->code); }},
    {"grade", "TEXT", [](const ViolationMention& r, const Document&) { return Cell::of(kGrades[static_cast<size_t>(r.row->grade)]); }},
    {"modality", "TEXT", [](const ViolationMention& r, const Document&) { return Cell::of(kModalities[static_cast<size_t>(r.modality)]); }},
    {"actor", "TEXT", [](const ViolationMention& r, const Document&) { return Cell::of(r.actor); }},
    {"surface", "TEXT", surface_of<ViolationMention>},
    {"start", "INTEGER", start_of<ViolationMention>},
    {"length", "INTEGER", length_of<ViolationMention>},
    {"confidence", "REAL", confidence_of<ViolationMention>},
};

}  // namespace

const std::span<const Field<ViolationMention>> kViolationFields = kFields;

// The sum of topic_weights.tsv over the sentences.
double neutrality_topic(const ViolationContext& context) {
  const Document& d = context.document();
  const ViolationFinder finder(context, {});
  const double word = weight("word"), word_alone = weight("word_alone"), breach = weight("breach"), discipline = weight("discipline"),
               headline = weight("headline");
  double sum = 0, disciplined = 0;
  const uint32_t words = d.words();
  Hits breaches(d, trait(Kind::violation));
  uint32_t breach_form = breaches.next(0);
  bool bound = false, close = false;
  for (const auto& a : context.actors()) bound = bound || a.actor != "penyelenggara";
  for (size_t s = 0; s + 1 < d.sentences().size(); ++s) {
    const Span sentence = d.sentence(static_cast<uint32_t>(s));
    const double times = d.is(sentence.first, text::kHeadline) ? headline : 1;
    const ActorMention* actor = context.actor_in(sentence);
    if (context.has(ViolationRole::topik, sentence)) {
      sum += times * (actor ? word : word_alone);
      close = close || actor;
    }
    if (context.has(ViolationRole::disiplin, sentence)) disciplined += discipline;
    bool told = false;
    for (; breach_form < sentence.last; breach_form = breaches.next(breach_form + 1))
      told = told || (!d.is(breach_form, text::kBoilerplate) && finder.breach_at(*d.match(breach_form, Kind::violation)));
    if (told) sum += times * breach;
  }
  if (sum > 0) sum += std::min(disciplined, weight("most_discipline"));
  if (context.actors().empty())
    sum *= weight("no_actor");
  else if (!bound)
    sum *= weight("organiser");
  if (context.cues(ViolationRole::politik).empty() && !close) sum *= weight("no_politics");
  const double reach = std::max(std::min(weight("reach_least") + words / (weight("reach_words") * 100), weight("reach_most")), words / (weight("long_words") * 100));
  return sum / (sum + reach);
}

std::vector<ViolationMention> find_violations(const ViolationContext& context, double topic, const std::vector<Citation>& laws) {
  if (topic < kTopic) return {};
  return ViolationFinder(context, laws).find();
}

}  // namespace netra::extract
