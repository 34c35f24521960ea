// Finds the wordings of stages in a text and decides which are mentions.
#include "election/stages.hpp"

#include <algorithm>
#include <array>

#include "election/calendar.hpp"
#include "election/stage_context.hpp"
#include "extract/hits.hpp"
#include "extract/reading.hpp"

namespace netra::election {

namespace {

using data::Look;
using data::StageCueClass;
using data::StageNeed;
using data::StageObject;
using extract::Document;
using extract::is_one_of;
using extract::Kind;
using extract::Match;
using extract::Span;

constexpr CueSet kElectoral = cue(StageCueClass::electoral) | kKindWord;
constexpr size_t kStages = 32;
constexpr uint32_t kWindow = 64;       // atoms: the most of a sentence that is looked at, so that time stays linear
constexpr uint32_t kOrganisers = 5;     // atoms behind "pendaftaran calon": anggota KPPS
constexpr uint32_t kStrongReach = 14;  // atoms: "menetapkan pasangan ... sebagai bupati dan wakil bupati terpilih"

// How many atoms away the object of a head may stand.
constexpr uint32_t reach_of(StageNeed head) noexcept {
  switch (head) {
    case StageNeed::head_funding:
    case StageNeed::head_voting:
      return 1;
    case StageNeed::head_tabulation:
    case StageNeed::head_hearing:
    case StageNeed::head_plenary:
    case StageNeed::head_registration:
      return 3;
    case StageNeed::head_recruiting:
      return 5;
    case StageNeed::head_determination:
      return 6;
    default:
      return 11;
  }
}

bool is_head(StageNeed need) noexcept { return need >= StageNeed::head_funding; }

struct Found {
  const StageObject* object = nullptr;
  Span span{};
};

class StageFinder {
 public:
  StageFinder(const Document& document, const Election& election) : d_(document), election_(election), context_(document, election) {}

  std::vector<StageCandidate> find() {
    extract::Hits hits(d_, extract::trait(Kind::stage));
    for (uint32_t i = hits.next(0); i < d_.size(); i = hits.next(i)) {
      if (d_.is(i, text::kBoilerplate)) {
        ++i;
        continue;
      }
      const auto m = d_.match(i, Kind::stage);
      const data::StageForm& form = data::stage_forms[m->row];
      const bool hidden = form.code.empty() && form.needs == StageNeed::none;
      i = hidden ? m->last : add(*m, form);
    }
    return std::move(mentions_);
  }

  const StageContext& context() const { return context_; }

 private:
  // Adds the mention if it is one; returns the atom to go on with.
  uint32_t add(const Match& m, const data::StageForm& form) {
    StageCandidate c{{m.first, m.last}, &form, form.code.empty() ? nullptr : stage_of(form.code), form.role};
    const bool wanted = is_head(form.needs) ? by_object(c) : by_context(c);
    if (wanted && c.stage && c.stage->code == "pencalonan") of_organisers(c);
    if (!wanted || !c.stage) return m.first + 1;
    if (c.stage->code == "dukungan_perseorangan" && of_general_election()) c.stage = stage_of("pencalonan");  // of the DPD
    extend(c);
    if (!mentions_.empty()) {
      StageCandidate& before = mentions_.back();
      if (before.stage == c.stage && before.span.last == c.span.first && !d_.is(c.span.first, text::kNewlineBefore)) {
        before.span.last = c.span.last;  // "sidang perdana" "sengketa pilkada"
        return c.span.last;
      }
    }
    while (!mentions_.empty() && mentions_.back().span.last > c.span.first) mentions_.pop_back();  // it reached back over its object
    mentions_.push_back(c);
    seen_[static_cast<size_t>(c.stage - data::stages.data())] = true;
    return c.span.last;
  }

  // "pendaftaran calon anggota KPPS", "tes kesehatan calon petugas": those who run the election, not those who stand in it.
  void of_organisers(StageCandidate& c) const {
    const uint32_t end = std::min(sentence_end(c.span.last - 1), c.span.last + kOrganisers);
    bool organisers = false;
    for (uint32_t k = c.span.last; k < end; ++k) {
      if (d_.atom(k).punct()) break;
      if (const Found found = object_at(k, StageNeed::head_recruiting); found.object && is_one_of(d_, k - 1, "calon", "anggota", "petugas")) {
        c.stage = stage_of("badan_adhoc");
        return reach_to(c, found.span);
      }
      if (is_one_of(d_, k, "petugas", "pengawas", "penyelenggara") && is_one_of(d_, k - 1, "calon", "para", "bagi")) organisers = true;
    }
    if (organisers) c.stage = nullptr;
  }

  bool of_general_election() const { return election_.kind && (election_.code() == "pemilu" || election_.kind->parent == "pemilu"); }

  bool electoral(uint32_t i) const { return election_.kind || (context_.around(i) & kElectoral); }

  bool by_context(const StageCandidate& c) const {
    const CueSet around = context_.around(c.span.first);
    switch (c.form->needs) {
      case StageNeed::near:
        return (around & kElectoral) || named_before(*c.stage);
      case StageNeed::candidacy:
        return election_.kind && (around & (kElectoral | cue(StageCueClass::candidacy)));
      case StageNeed::court:  // a ruling on a law is none on a result
        return (around & cue(StageCueClass::court)) && ((around & cue(StageCueClass::dispute)) || named_before(*c.stage)) &&
               electoral(c.span.first) && !numbered(c.span.last);
      case StageNeed::named:
        return named_before(*c.stage);
      case StageNeed::dispute:
        if (c.span.first > 0 && d_.mark(c.span.first - 1, '/')) return false;  // "Nomor 47-81/PHPU.A-VII/2009"
        return electoral(c.span.first) || (around & cue(StageCueClass::court));
      case StageNeed::seats:
        return !names_one(c.span.last) && ((around & cue(StageCueClass::seats)) || named_before(*c.stage)) && electoral(c.span.first);
      case StageNeed::independent:
        return electoral(c.span.first) && (around & cue(StageCueClass::independent));
      case StageNeed::campaign:
        return campaign(c);
      case StageNeed::election:
        return electoral(c.span.first) && !(c.stage->code == "kampanye" && for_a_cause(c.span.last));
      default:
        return true;
    }
  }

  // A campaign for votes, not against polio: an electoral word beside it, in an electoral text "calon" and "partai" will do.
  bool campaign(const StageCandidate& c) const {
    if (for_a_cause(c.span.last) || d_.bytes(std::min(c.span.last, d_.size() - 1)) == "saya") return false;
    const CueSet around = context_.around(c.span.first);
    if (around & kElectoral) return true;
    return election_.kind && ((around & cue(StageCueClass::candidacy)) || named_before(*c.stage) || d_.is(c.span.first, text::kHeadline));
  }

  bool for_a_cause(uint32_t i) const {
    for (uint32_t k = i; k < i + 2; ++k)
      if (context_.has(k, StageCueClass::cause) && !d_.is(k, text::kSentenceStart)) return true;
    return false;
  }

  bool numbered(uint32_t i) const {  // "putusan MK Nomor 60", "Putusan Mahkamah Konstitusi (MK) Nomor 60": a law
    if (d_.mark(i, '(') && d_.mark(i + 2, ')')) i += 3;
    return i < d_.size() && (d_.bytes(i) == "Nomor" || d_.bytes(i) == "nomor" || d_.bytes(i) == "No" || d_.bytes(i) == "no");
  }

  bool names_one(uint32_t i) const {  // "dapil 3", "Dapil Jabar II"
    return i < d_.size() && !d_.is(i, text::kSentenceStart) && (d_.atom(i).number() || (d_.is(i, text::kCapital) && !d_.is(i, text::kHeadline)));
  }

  bool named_before(const data::Stage& stage) const {
    return seen_[static_cast<size_t>(&stage - data::stages.data())];
  }

  // The object of that head that begins at atom i.
  Found object_at(uint32_t i, StageNeed head) const {
    Found found;
    const bool village = head == StageNeed::head_inauguration && election_.kind && (election_.code() == "pilkades" || election_.code() == "lain");
    for (const Match m : d_.matches(i)) {
      if (m.kind != Kind::stage_object) continue;
      const StageObject& object = data::stage_objects[m.row];
      if (village && object.head == StageNeed::head_village) return {&object, {m.first, m.last}};
      if (object.head == head && !found.object) found = {&object, {m.first, m.last}};
    }
    return found;
  }

  Found after(uint32_t i, StageNeed head, uint32_t reach) const {
    const uint32_t end = sentence_end(i == 0 ? 0 : i - 1);
    Found nearest;
    for (uint32_t k = i; k < end && k < i + std::max(reach, kStrongReach); ++k) {
      if (d_.bytes(k) == "oleh" || d_.is(k, text::kBoilerplate)) break;
      const Found found = object_at(k, head);
      if (!found.object) continue;
      if (found.object->strong) return found;
      if (!nearest.object && k < i + reach) nearest = found;
    }
    return nearest;
  }

  Found before(uint32_t i, StageNeed head, uint32_t reach) const {
    const uint32_t begin = d_.sentence(d_.sentence_of(i)).first;
    for (uint32_t k = i; k > begin && i - k < reach; --k) {
      const Found found = object_at(k - 1, head);
      if (found.object && found.span.last <= i) return found;
    }
    return {};
  }

  uint32_t sentence_end(uint32_t i) const { return d_.sentence(d_.sentence_of(i)).last; }

  // Passive heads: what follows "sebagai" is the post; else who stands before; else, in a headline, who follows.
  Found object_of(const StageCandidate& c) const {
    const StageNeed head = c.form->needs;
    const uint32_t reach = reach_of(head), last = c.span.last;
    if (c.form->look == Look::after) {
      const Found found = after(last, head, reach);
      if (found.object || head != StageNeed::head_inauguration || (d_.text()[d_.atom(c.span.first).start] | 0x20) != 'p') return found;
      const Found winner = before(c.span.first, head, reach);  // "bupati terpilih ikut pelantikan"
      return winner.object && winner.object->strong ? winner : found;
    }
    if (c.form->look == Look::before) {
      const bool post = last < d_.size() && (d_.bytes(last) == "sebagai" || d_.bytes(last) == "menjadi" || d_.bytes(last) == "selaku");
      if (post)
        if (const Found found = after(last + 1, head, 4); found.object) return found;
      const Found found = before(c.span.first, head, reach);
      return found.object ? found : after(last, head, reach);
    }
    return beside(c, head);
  }

  // The nearest object in the sentence, else in the one before or behind it.
  Found beside(const StageCandidate& c, StageNeed head) const {
    const uint32_t s = d_.sentence_of(c.span.first);
    const Span own = d_.sentence(s);
    if (const Found found = nearest_in(own, c.span, head); found.object) return found;
    if (s > 0)
      if (const Found found = nearest_in(d_.sentence(s - 1), c.span, head); found.object) return found;
    return own.last < d_.size() ? nearest_in(d_.sentence(s + 1), c.span, head) : Found{};
  }

  Found nearest_in(Span where, Span mention, StageNeed head) const {
    Found nearest;
    uint32_t least = UINT32_MAX;
    const uint32_t begin = std::max(where.first, mention.first - std::min(mention.first, kWindow));
    const uint32_t end = std::min(where.last, mention.last + kWindow);
    for (uint32_t k = begin; k < end; ++k) {
      const Found found = object_at(k, head);
      if (!found.object || (k >= mention.first && k < mention.last)) continue;
      const uint32_t far = k < mention.first ? mention.first - k : k - mention.last;
      if (far < least) nearest = found, least = far;
    }
    return nearest;
  }

  bool by_object(StageCandidate& c) {
    const StageNeed head = c.form->needs;
    const Found found = object_of(c);
    if (found.object) {
      if (found.object->code.empty() || (head == StageNeed::head_inauguration && acting(found.span.first))) return false;
      c.stage = stage_of(found.object->code);
      if (!election_.kind && !(context_.around(c.span.first) & kElectoral)) return false;
      if (head == StageNeed::head_inauguration && c.stage->code == "pelantikan" && !after_election(c, found)) return false;
      last_of_head_ = {head, c.stage};
      if (found.object->extend) reach_to(c, found.span);
      if (c.stage->code == "pelantikan") reach_winner(c, found.span);
      return true;
    }
    if (c.stage) return context_default(c);
    c.inherited = true;
    if (head == StageNeed::head_inauguration || head == StageNeed::head_verification) return inherit(c);
    if (head == StageNeed::head_registration) return default_to(c, "pencalonan", election_.kind && (candidates_beside(c) || named_before(*stage_of("pencalonan"))));
    if (head == StageNeed::head_plenary) return default_to(c, "rekapitulasi", tabulating(c));
    return false;
  }

  // Someone is sworn in after an election, not in the middle of a term: the winners, heads of region together, a council.
  bool after_election(const StageCandidate& c, const Found& found) const {
    if (!election_.kind) return false;
    if (found.object->strong || found.object->extend || d_.is(c.span.first, text::kHeadline)) return true;
    return (context_.around(c.span.first) & kKindWord) || titled_winner(c) || named_before(*stage_of("penetapan_terpilih")) ||
           named_before(*c.stage);
  }

  // "Pjs. bupati", "penjabat sementara (Pjs.) bupati": an appointee with the title of a winner.
  bool acting(uint32_t i) const {
    const uint32_t begin = d_.sentence(d_.sentence_of(i)).first;
    for (uint32_t k = i; k > begin && i - k < 4; --k) {
      const Found found = object_at(k - 1, StageNeed::head_inauguration);
      if (found.object) return found.object->code.empty();
    }
    return false;
  }

  bool titled_winner(const StageCandidate& c) const {
    const uint32_t s = d_.sentence_of(c.span.first);
    uint32_t begin = d_.sentence(s > 0 ? s - 1 : 0).first, end = sentence_end(c.span.first);
    begin = std::max(begin, c.span.first - std::min(c.span.first, kWindow));
    end = std::min(end, c.span.last + kWindow);
    for (uint32_t k = begin; k < end; ++k)
      if (d_.bytes(k) == "terpilih" || d_.bytes(k) == "Terpilih" || d_.bytes(k) == "periode") return true;
    return false;
  }

  bool context_default(const StageCandidate& c) const {  // rekapitulasi
    return electoral(c.span.first) && (named_before(*c.stage) || (context_.around(c.span.first) & (kElectoral | cue(StageCueClass::tally))));
  }

  void reach_winner(StageCandidate& c, Span object) const {  // "pelantikan kepala desa terpilih"
    if (object.first < c.span.last) return;
    for (uint32_t k = object.last; k < d_.size() && k < object.last + 4; ++k)
      if (const Found winner = object_at(k, StageNeed::head_determination); winner.object && winner.object->strong)
        return reach_to(c, winner.span);
  }

  bool inherit(StageCandidate& c) const {
    if (last_of_head_.first != c.form->needs) return false;
    c.stage = last_of_head_.second;
    return true;
  }

  bool default_to(StageCandidate& c, std::string_view code, bool wanted) const {
    if (wanted) c.stage = stage_of(code);
    return wanted;
  }

  bool candidates_beside(const StageCandidate& c) const {
    return context_.around(c.span.first) & (cue(StageCueClass::candidacy) | cue(StageCueClass::electoral));
  }

  bool tabulating(const StageCandidate& c) const {
    return named_before(*stage_of("rekapitulasi")) && !d_.is(c.span.first, text::kHeadline);
  }

  // The object belongs to the surface when no punctuation parts them: "melantik 75 anggota Panitia Pemilihan Kecamatan".
  void reach_to(StageCandidate& c, Span object) const {
    const uint32_t from = std::min(c.span.first, object.first), to = std::max(c.span.last, object.last);
    int depth = 0;
    for (uint32_t k = from; k < to; ++k) {
      if (d_.mark(k, '(')) ++depth;
      if (d_.mark(k, ')') && --depth < 0) return;
      if (d_.atom(k).punct() && !d_.mark(k, '-') && !d_.mark(k, '/') && !d_.mark(k, '(') && !d_.mark(k, ')')) return;
    }
    c.span = {from, to};
  }

  // "masa", "tahapan" before it, its abbreviation in parentheses behind it.
  void extend(StageCandidate& c) const {
    const uint32_t first = c.span.first;
    if (first > 0 && context_.has(first - 1, StageCueClass::period) && !d_.is(first, text::kNewlineBefore) && !d_.is(first - 1, text::kBoilerplate)) {
      --c.span.first;
      c.period = true;
    } else {
      c.period = context_.has(first, StageCueClass::period);
    }
    add_year(c);
    const uint32_t open = c.span.last;
    if (!d_.mark(open, '(') || !d_.mark(open + 2, ')') || !d_.atom(open + 1).word()) return;
    const auto short_form = d_.match(open + 1, Kind::stage);
    const bool same = short_form && data::stage_forms[short_form->row].code == c.stage->code;
    if (same || d_.is(open + 1, text::kUpper)) c.span.last = open + 3;
  }

  // A wording that ends in a word for an election takes its year: "calon peserta Pemilu 2024".
  void add_year(StageCandidate& c) const {
    const uint32_t k = c.span.last;
    if (k >= d_.size() || !d_.atom(k).number() || d_.atom(k).length != 4) return;
    for (uint32_t i = c.span.first; i < k; ++i)
      if (const auto m = d_.match(i, Kind::election); m && m->last == k) {
        ++c.span.last;
        return;
      }
  }

  const Document& d_;
  const Election& election_;
  StageContext context_;
  std::vector<StageCandidate> mentions_;
  std::array<bool, kStages> seen_{};  // stages named so far
  std::pair<StageNeed, const data::Stage*> last_of_head_{StageNeed::none, nullptr};
};

double confidence_of(const StageContext& context, const StageCandidate& c) {
  int percent = c.form->certainty;
  if (context.sentence(c.span.first) & kElectoral) percent += 10;
  if (c.inherited) percent -= 20;
  return std::clamp(percent, 20, 95) / 100.0;
}

int weight(std::string_view name) noexcept {
  for (const auto& row : data::stage_weights)
    if (row.name == name) return row.weight;
  return 0;
}

}  // namespace

constexpr auto kCueTraits = extract::traits(Kind::stage_cue, Kind::election, Kind::month);

StageContext::StageContext(const Document& document, const Election& election) : d_(document), election_(election) {
  sentence_cues_.resize(d_.sentences().size());
  size_t sentence = 0;
  extract::Hits hits(d_, kCueTraits);
  for (uint32_t i = hits.next(0); i < d_.size(); i = hits.next(i + 1)) {
    while (sentence + 1 < d_.sentences().size() && d_.sentences()[sentence + 1] <= i) ++sentence;
    sentence_cues_[sentence] |= at(i);
  }
}

CueSet StageContext::at(uint32_t atom) const noexcept {
  if (atom >= d_.size() || !d_.has(atom, kCueTraits) || d_.is(atom, text::kBoilerplate)) return 0;
  CueSet set = 0;
  for (const Match m : d_.matches(atom)) {
    if (m.kind == Kind::stage_cue)
      set |= cue(data::stage_cues[m.row].cue_class);
    else if (m.kind == Kind::election)
      set |= kKindWord;
    else if (m.kind == Kind::month)
      set |= kMonth;
  }
  return set;
}

CueSet StageContext::around(uint32_t atom) const noexcept {
  const uint32_t s = d_.sentence_of(atom);
  CueSet set = sentence_cues_[s];
  if (s > 0) set |= sentence_cues_[s - 1];
  if (s + 1 < sentence_cues_.size()) set |= sentence_cues_[s + 1];
  return set;
}

const char* role_name(data::StageRole role) noexcept {
  constexpr const char* kNames[] = {"kini", "akan", "lampau", "disebut", "jadwal", "aktivitas", "hukum", "negasi"};
  return kNames[static_cast<size_t>(role)];
}

std::vector<StageMention> find_stages(const Document& document, const Election& election) {
  std::vector<StageMention> mentions;
  if (document.size() == 0) return mentions;
  StageFinder finder(document, election);
  auto candidates = finder.find();
  find_roles(finder.context(), candidates);
  for (const auto& c : candidates)
    mentions.push_back({c.span, c.stage, c.role, c.situated, document.is(c.span.first, text::kHeadline), confidence_of(finder.context(), c)});
  return mentions;
}

const data::Stage* main_stage(const Document& document, const std::vector<StageMention>& mentions) {
  std::array<int, kStages> sum{};
  std::array<bool, kStages> real{}, in_body{};
  const int headline = weight("headline"), alone = weight("headline_alone"), situated = weight("situated");
  const auto index = [](const StageMention& m) { return static_cast<size_t>(m.stage - data::stages.data()); };
  for (const auto& m : mentions) in_body[index(m)] = in_body[index(m)] || !m.headline;
  for (const auto& m : mentions) {
    const auto i = index(m);
    const bool act = m.role == data::StageRole::aktivitas;
    const bool aside = act || m.role == data::StageRole::jadwal || m.role == data::StageRole::hukum || m.role == data::StageRole::negasi;
    int w = weight(m.headline && act ? "kini" : role_name(m.role));
    if (m.headline)
      w = w * (in_body[i] ? headline : alone) / 100;
    else if (m.situated && !aside)
      w = w * situated / 100;
    sum[i] += w;
    real[i] = real[i] || !aside || (m.headline && act);
  }
  const int least = weight(document.words() > static_cast<uint32_t>(weight("long_text")) ? "least_long" : "least");
  const data::Stage* best = nullptr;
  int most = 0;
  for (const auto& m : mentions) {
    const auto i = index(m);
    if (real[i] && sum[i] >= least && sum[i] > most) best = m.stage, most = sum[i];
  }
  return best;
}

}  // namespace netra::election
