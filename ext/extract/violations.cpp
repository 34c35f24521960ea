#include "extract/violations.hpp"

#include <algorithm>
#include <array>

#include "extract/reading.hpp"

namespace netra::extract {

namespace {

using data::Grade;
using data::Needs;
using data::ViolationRole;

constexpr double kTopic = 0.2;  // below it a text has no rows: neutrality is not its subject
constexpr uint32_t kDetail = 12;  // atoms behind a sanction in which its length and amount stand
constexpr uint32_t kConditionReach = 40;
constexpr uint32_t kPoliticsBack = 3;  // sentences to look back over for a word of politics
constexpr unsigned kPlainTopic = 4;    // so many words of neutrality make the whole text speak of it
constexpr uint32_t kMeaning = 8;       // atoms behind the words that may turn their meaning

const data::ViolationCue* cue(const Document& d, uint32_t i, ViolationRole role, uint32_t* last = nullptr) {
  for (const Match& m : d.matches(i))
    if (m.kind == Kind::violation_cue && data::violation_cues[m.row].role == role) {
      if (last) *last = m.last;
      return &data::violation_cues[m.row];
    }
  return nullptr;
}

bool skipped(const Document& d, uint32_t i) { return d.is(i, text::kBoilerplate); }

struct ActorMention {
  uint32_t first, last;
  std::string_view actor;
  bool weak;
};

class ViolationFinder {
 public:
  ViolationFinder(const Document& d, const std::vector<Citation>& laws) : d_(d), laws_(laws) {
    collect_actors();
    for (uint32_t i = 0; i < d_.size(); ++i) {
      d_.poll();
      if (skipped(d_, i)) continue;
      if (cue(d_, i, ViolationRole::politik)) politics_.push_back(i);
      if (cue(d_, i, ViolationRole::topik)) ++topics_;
    }
  }

  // A measure of the subject: words of neutrality (the headline counts three times) and breaches with an actor beside them,
  // against a constant that lets three such words reach one half. Without actors or without politics little remains.
  double topic() const {
    double sum = 0;
    for (uint32_t i = 0; i < d_.size(); ++i) {
      if (skipped(d_, i)) continue;
      uint32_t last = 0;
      if (cue(d_, i, ViolationRole::topik, &last)) sum += d_.is(i, text::kHeadline) ? 3 : 1;
      const Match* m = d_.match(i, Kind::violation);
      if (!m || !fits(*m)) continue;
      const data::Violation& row = data::violations[m->row];
      if (row.grade == Grade::kewajiban && row.code != "hak_pilih_di_bilik") continue;
      if (actor_in(d_.sentence(d_.sentence_of(i)))) sum += d_.is(i, text::kHeadline) ? 2 : 1;
    }
    if (actors_.empty()) sum *= 0.2;
    if (politics_.empty()) sum *= 0.2;
    return sum / (sum + 3);
  }

  std::vector<ViolationMention> find() {
    if (topic() < kTopic) return {};
    read(false);
    read(true);
    std::stable_sort(out_.begin(), out_.end(),
                     [](const ViolationMention& a, const ViolationMention& b) { return a.span.first < b.span.first; });
    return std::move(out_);
  }

 private:
  // The running text first: a headline only adds what the text does not say.
  void read(bool headline) {
    for (uint32_t i = 0; i < d_.size();) {
      d_.poll();
      const Match* m = skipped(d_, i) || d_.is(i, text::kHeadline) != headline ? nullptr : d_.match(i, Kind::violation);
      if (!m || !fits(*m)) {
        ++i;
        continue;
      }
      const bool said = headline && std::any_of(out_.begin(), out_.end(), [&](const ViolationMention& o) { return o.row == &data::violations[m->row]; });
      if (!said) add(*m);
      i = m->last;
    }
  }

  void collect_actors() {
    for (uint32_t i = 0; i < d_.size();) {
      d_.poll();
      const Match* m = skipped(d_, i) ? nullptr : d_.match(i, Kind::actor);
      if (!m) {
        ++i;
        continue;
      }
      const data::Actor& row = data::actors[m->row];
      if (i > 0 && is_one_of(d_, i - 1, {"pemilihan", "calon", "kantor"})) {  // Pemilihan Kepala Daerah, calon bupati
        i = m->last;
        continue;
      }
      actors_.push_back({i, m->last, row.actor, row.weak});
      i = m->last;
    }
  }
  const ActorMention* actor_in(Span sentence) const {
    for (const auto& a : actors_)
      if (a.first >= sentence.first && a.first < sentence.last) return &a;
    return nullptr;
  }

  // Does what the words need stand beside them?
  bool fits(const Match& m) const {
    const data::Violation& row = data::violations[m.row];
    const uint32_t s = d_.sentence_of(m.first);
    if (row.needs == Needs::aktor) return actor_in(d_.sentence(s)) || (s > 0 && actor_in(d_.sentence(s - 1)));
    if (other_meaning(m)) return false;
    if (row.needs == Needs::none || topics_ >= kPlainTopic) return true;
    const Span sentence = d_.sentence(s);
    const uint32_t first = d_.sentence(s > kPoliticsBack ? s - kPoliticsBack : 0).first;
    const bool near = std::any_of(politics_.begin(), politics_.end(),
                                  [&](uint32_t i) { return i >= first && i < sentence.last && (i < m.first || i >= m.last); });
    const ActorMention* actor = actor_in(sentence);
    return near || (actor && !actor->weak && politics_.size() >= 2);
  }

  // Words that mean something else here: attending a declaration of neutrality, supporting the organisers.
  bool other_meaning(const Match& m) const {
    const auto code = data::violations[m.row].code;
    const uint32_t end = std::min(d_.sentence(d_.sentence_of(m.first)).last, m.last + kMeaning);
    for (uint32_t i = m.last; i < end; ++i) {
      if (code == "hadir_deklarasi" && is_one_of(d_, i, {"netralitas", "netral", "damai"})) return true;
      if (code == "dukung_terbuka" && (is_one_of(d_, i, {"penyelenggara", "penuh", "anggaran", "pengamanan"}) || d_.match(i, Kind::institution)))
        return true;
    }
    return false;
  }

  // Whoever is bound: the list of actors nearest before the words in the sentence, else behind them, else the last named.
  std::vector<std::string_view> actors_of(const Match& m) const {
    const Span sentence = d_.sentence(d_.sentence_of(m.first));
    const ActorMention* before = nullptr;
    const ActorMention* behind = nullptr;
    const ActorMention* earlier = nullptr;
    const ActorMention* weak = nullptr;
    for (const auto& a : actors_) {
      if (a.first >= m.first && a.last <= m.last && !a.weak) before = &a;
      if (a.first < sentence.first) {
        if (!a.weak) earlier = &a;
        continue;
      }
      if (a.first >= sentence.last) break;
      if (a.weak) {
        if (!weak || a.last <= m.first) weak = &a;
      } else if (a.last <= m.first) {
        before = &a;
      } else if (!behind) {
        behind = &a;
      }
    }
    const ActorMention* chosen = before ? before : behind;
    if (weak && (!chosen || (weak->last <= m.first && chosen == behind))) {
      if (!chosen || weak->actor != "kepala_daerah") chosen = weak;
    }
    if (chosen) return listed_with(*chosen);
    if (data::violations[m.row].code == "keputusan_untungkan") return {"kepala_daerah"};
    if (!earlier) return {"asn"};
    const auto names = listed_with(*earlier);
    return {std::find(names.begin(), names.end(), "asn") != names.end() ? std::string_view("asn") : names.front()};
  }

  // "ASN, TNI, dan Polri": all of them.
  std::vector<std::string_view> listed_with(const ActorMention& chosen) const {
    auto first = static_cast<size_t>(&chosen - actors_.data()), last = first;
    while (first > 0 && actors_[first - 1].weak == chosen.weak && joined(actors_[first - 1].last, actors_[first].first)) --first;
    while (last + 1 < actors_.size() && actors_[last + 1].weak == chosen.weak && joined(actors_[last].last, actors_[last + 1].first)) ++last;
    std::vector<std::string_view> names;
    for (size_t k = first; k <= last; ++k)
      if (std::find(names.begin(), names.end(), actors_[k].actor) == names.end()) names.push_back(actors_[k].actor);
    return names;
  }
  bool joined(uint32_t from, uint32_t to) const {
    if (to - from > 5) return false;
    bool any = from == to;
    for (uint32_t i = from; i < to; ++i) {
      if (d_.mark(i, ',') || d_.mark(i, '/') || is_one_of(d_, i, {"dan", "maupun", "serta", "atau", "juga", "tetapi"})) {
        any = true;
      } else if (!d_.mark(i, '(') && !d_.mark(i, ')') && !is_one_of(d_, i, {"anggota", "para", "hingga", "tenaga"})) {
        return false;
      }
    }
    return any;
  }

  bool cited(Span sentence) const {
    return std::any_of(laws_.begin(), laws_.end(), [&](const Citation& c) {
      return c.span.first >= sentence.first && c.span.first < sentence.last && !c.article.empty();
    });
  }
  bool condition_before(Span sentence, uint32_t i) const {
    for (uint32_t k = i > sentence.first + kConditionReach ? i - kConditionReach : sentence.first; k < i; ++k)
      if (cue(d_, k, ViolationRole::hipotetis)) return true;
    return false;
  }
  // The sentence before cites a law and this one goes on with it.
  bool still_cited(uint32_t i, bool plain) const {
    const uint32_t s = d_.sentence_of(i);
    if (s == 0 || paragraph_of(d_.sentence(s - 1).first) != paragraph_of(d_.sentence(s).first)) return false;
    const Span before = d_.sentence(s - 1);
    const bool law = std::any_of(laws_.begin(), laws_.end(), [&](const Citation& c) { return c.span.first >= before.first && c.span.first < before.last; });
    if (!law) return false;
    return (plain && cited(before)) || is_one_of(d_, d_.sentence(s).first, {"aturan", "ketentuan", "regulasi", "beleid", "pasal"});
  }

  // The cue of that role nearest to the words, in atoms; a large number when there is none. Exhortations count before them only.
  uint32_t distance(Span sentence, const Match& m, ViolationRole role) const {
    uint32_t best = UINT32_MAX;
    for (uint32_t k = sentence.first; k < sentence.last; ++k) {
      if (k >= m.first && k < m.last && m.last - m.first > 1 && role != ViolationRole::larangan) continue;
      if (!cue(d_, k, role) || (role == ViolationRole::himbauan && k > m.first + 2)) continue;
      best = std::min(best, k < m.first ? m.first - k : (k - m.first) * 2);
    }
    return best;
  }

  // In this order: what a cited article says; conditions; findings; bans before the words; allegations; exhortations. A
  // sentence without any such word follows its paragraph, and in doubt it is a ban: a warning is never taken for an event.
  Modality modality_of(const Match& m, double& confidence) {
    const Span sentence = d_.sentence(d_.sentence_of(m.first));
    const bool duty = data::violations[m.row].grade == Grade::kewajiban;
    confidence = 0.8;
    const uint32_t found = distance(sentence, m, ViolationRole::terbukti), alleged = distance(sentence, m, ViolationRole::dugaan),
                   banned = distance(sentence, m, ViolationRole::larangan), urged = distance(sentence, m, ViolationRole::himbauan);
    if (found == UINT32_MAX && alleged == UINT32_MAX &&
        (cited(sentence) || still_cited(m.first, banned == UINT32_MAX && urged == UINT32_MAX)))
      return Modality::hukum;
    if (condition_before(sentence, m.first)) return Modality::hipotetis;
    const bool ban_near = banned != UINT32_MAX && banned < 24;
    if (found != UINT32_MAX && !(ban_near && banned < found)) return Modality::terbukti;
    if (alleged != UINT32_MAX && !(ban_near && banned < alleged)) return Modality::dugaan;
    if (data::violations[m.row].code == "tidak_berpihak") return Modality::larangan;
    if (duty) return Modality::himbauan;
    if (ban_near) return Modality::larangan;
    if (urged != UINT32_MAX) return Modality::himbauan;
    confidence = 0.5;
    if (!out_.empty() && paragraph_of(out_.back().span.first) == paragraph_of(m.first) && out_.back().modality != Modality::hukum &&
        out_.back().row->grade != Grade::kewajiban)
      return out_.back().modality;
    return headline(ViolationRole::terbukti) ? Modality::terbukti : headline(ViolationRole::dugaan) ? Modality::dugaan : Modality::larangan;
  }
  uint32_t paragraph_of(uint32_t i) const {
    while (i > 0 && !d_.is(i, text::kNewlineBefore)) --i;
    return i;
  }
  // A headline that reports a case.
  bool headline(ViolationRole role) const {
    for (uint32_t i = 0; i < d_.size() && d_.is(i, text::kHeadline); ++i)
      if (cue(d_, i, role)) return true;
    return false;
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
  const std::vector<Citation>& laws_;
  std::vector<ActorMention> actors_;
  std::vector<uint32_t> politics_;  // atoms
  unsigned topics_ = 0;             // words of neutrality
  std::vector<ViolationMention> out_;
};

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

Cell span_cell(Span span, const Document& d) { return span.empty() ? Cell() : Cell::of(d.surface(span)); }

constexpr Field<SanctionMention> kSanctions[] = {
    {"code", "TEXT", [](const SanctionMention& r, const Document&) { return Cell::of(r.code); }},
    {"duration", "TEXT", [](const SanctionMention& r, const Document& d) { return span_cell(r.duration, d); }},
    {"amount", "TEXT", [](const SanctionMention& r, const Document& d) { return span_cell(r.amount, d); }},
    {"law", "TEXT", [](const SanctionMention& r, const Document&) { return Cell::or_null(r.law); }},
    {"surface", "TEXT", surface_of<SanctionMention>},
    {"start", "INTEGER", start_of<SanctionMention>},
    {"length", "INTEGER", length_of<SanctionMention>},
    {"confidence", "REAL", confidence_of<SanctionMention>},
};

bool time_unit(const Document& d, uint32_t i) { return is_one_of(d, i, {"bulan", "tahun", "hari", "minggu", "pekan"}); }

// "12 bulan", "enam bulan", "satu tahun": number and unit that begin at atom i.
uint32_t duration_end(const Document& d, uint32_t i) {
  if (!d.atom(i).number() && !d.atom(i).word()) return i;
  const bool spelled = std::any_of(d.matches(i).begin(), d.matches(i).end(), [](const Match& m) {
    return m.kind == Kind::date_word && data::date_words[m.row].role == data::DateRole::number;
  });
  if (!d.atom(i).number() && !spelled) return i;
  return time_unit(d, i + 1) ? i + 2 : i;
}

// "Rp 5 juta", "Rp600.000,00", "25 persen"
uint32_t amount_end(const Document& d, uint32_t i) {
  const bool rupiah = is_word(d, i, "rp");
  uint32_t k = rupiah ? i + 1 : i;
  if (rupiah && d.mark(k, '.')) ++k;
  if (k >= d.size() || !d.atom(k).number()) return i;
  ++k;
  while (k + 1 < d.size() && (d.mark(k, '.') || d.mark(k, ',')) && glued(d, k + 1) && d.atom(k + 1).number()) k += 2;
  if (is_one_of(d, k, {"ribu", "juta", "miliar"})) return rupiah || is_word(d, k + 1, "rupiah") ? k + 1 + is_word(d, k + 1, "rupiah") : i;
  if (!rupiah && (is_word(d, k, "persen") || d.mark(k, '%'))) return k + 1;
  return rupiah ? k : i;
}

}  // namespace

const std::span<const Field<ViolationMention>> kViolationFields = kFields;
const std::span<const Field<SanctionMention>> kSanctionFields = kSanctions;

double neutrality_topic(const Document& document) {
  const std::vector<Citation> none;
  return ViolationFinder(document, none).topic();
}

std::vector<ViolationMention> find_violations(const Document& document, const std::vector<Citation>& laws) {
  return ViolationFinder(document, laws).find();
}

std::vector<SanctionMention> find_sanctions(const Document& d, const std::vector<Citation>& laws) {
  std::vector<SanctionMention> out;
  if (neutrality_topic(d) < kTopic) return out;
  for (uint32_t i = 0; i < d.size();) {
    d.poll();
    const Match* m = skipped(d, i) ? nullptr : d.match(i, Kind::sanction);
    if (!m) {
      ++i;
      continue;
    }
    SanctionMention mention{{i, m->last}, data::sanctions[m->row].code, {}, {}, {}, 0.8};
    const Span sentence = d.sentence(d.sentence_of(i));
    for (uint32_t k = m->last; k < std::min(sentence.last, m->last + kDetail); ++k) {
      if (d.match(k, Kind::sanction)) break;
      if (const uint32_t end = duration_end(d, k); mention.duration.empty() && end > k) mention.duration = {k, end};
      if (const uint32_t end = amount_end(d, k); mention.amount.empty() && end > k) mention.amount = {k, end};
    }
    for (uint32_t back = 2; mention.duration.empty() && back <= 3 && i >= sentence.first + back; ++back)  // "tiga bulan penjara"
      if (const uint32_t end = duration_end(d, i - back); end > i - back && end + 1 >= i) mention.duration = {i - back, end};
    for (const auto& law : laws)
      if (law.span.first >= sentence.first && law.span.first < sentence.last) {
        mention.law = law.citation;
        break;
      }
    out.push_back(std::move(mention));
    i = m->last;
  }
  return out;
}

}  // namespace netra::extract
