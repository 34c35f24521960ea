// The role of each mention: what the cues before and behind it, the dates beside it and the other mentions of its sentence say.
#include <algorithm>

#include "election/days.hpp"
#include "election/stage_context.hpp"
#include "extract/reading.hpp"

namespace netra::election {

namespace {

using data::StageCueClass;
using data::StageRole;
using extract::Document;
using extract::is_one_of;
using extract::Span;

// How far from the mention, in atoms, a cue still speaks of it.
constexpr uint32_t kProspective = 8, kRetrospective = 5, kNegation = 3, kHypothesis = 7, kSituating = 3, kInstrument = 4, kActivity = 3;
constexpr uint32_t kTail = 8;          // atoms of initials behind the last sentence
constexpr uint32_t kDone = 6, kCounted = 10;
constexpr uint32_t kExpected = 8, kPast = 3, kStarting = 3, kDate = 14;
constexpr int kRecent = 10;           // days: what lies further back is over
constexpr uint32_t kListGap = 5;      // atoms between two items of a list
constexpr uint32_t kEnumerated = 3;   // so many stages in one sentence are a list
constexpr uint32_t kScheduleLine = 25;  // atoms from one line of a schedule to the next
constexpr size_t kScheduleLines = 3;    // so many dated stages line by line are one
constexpr uint32_t kLaw = 64;         // atoms: a law named so far before the mention still speaks

class RoleFinder {
 public:
  RoleFinder(const StageContext& context, std::vector<StageCandidate>& mentions)
      : context_(context), d_(context.document()), mentions_(mentions), dated_(mentions.size()), range_(mentions.size()), days_(mentions.size()) {
    sentences_.reserve(mentions.size());
    cues_.reserve(mentions.size());
    for (const StageCandidate& m : mentions) {
      sentences_.push_back(d_.sentence(d_.sentence_of(m.span.first)));
      cues_.push_back(context_.sentence(m.span.first));
    }
  }

  void find() {
    for (size_t i = 0; i < mentions_.size(); ++i) find_dates(i);
    for (size_t i = 0; i < mentions_.size(); ++i) {
      d_.poll();
      mentions_[i].role = role(i);
    }
    mark_schedules();
    mark_schedule_lines();
    mark_lists();
  }

 private:
  const Span& sentence(const StageCandidate& m) const { return sentences_[static_cast<size_t>(&m - mentions_.data())]; }

  // Does a cue of that class stand in its sentence?
  bool said(const StageCandidate& m, StageCueClass c) const { return (cues_[static_cast<size_t>(&m - mentions_.data())] & cue(c)) != 0; }

  // The distance of the nearest cue of that class before the mention in its clause, 0 = none within reach.
  uint32_t before(const StageCandidate& m, StageCueClass c, uint32_t reach) const {
    if (!said(m, c)) return 0;
    const uint32_t begin = sentence(m).first;
    for (uint32_t k = m.span.first; k > begin && m.span.first - k < reach; --k) {
      if (d_.mark(k - 1, ',') || d_.mark(k - 1, ';') || d_.mark(k - 1, ':') || d_.mark(k - 1, '"')) return 0;
      if (context_.has(k - 1, c)) return m.span.first - (k - 1);
    }
    return 0;
  }

  // The same behind it; the next mention of another stage ends the search.
  uint32_t behind(size_t i, StageCueClass c, uint32_t reach) const {
    const StageCandidate& m = mentions_[i];
    if (!said(m, c)) return 0;
    uint32_t end = std::min(sentence(m).last, m.span.last + reach);
    if (i + 1 < mentions_.size()) end = std::min(end, mentions_[i + 1].span.first);
    for (uint32_t k = m.span.last; k < end; ++k) {
      if (d_.mark(k, ',') && c == StageCueClass::expected && (d_.match(k + 1, extract::Kind::weekday) || context_.has(k + 1, c))) continue;
      if (d_.mark(k, ',') || d_.mark(k, ';') || d_.mark(k, '"')) return 0;
      if (context_.has(k, c)) return k - m.span.last + 1;
    }
    return 0;
  }

  bool in_law(const StageCandidate& m) const {
    if (m.stage->code == "regulasi") return false;
    if (before(m, StageCueClass::instrument, kInstrument)) return true;
    const uint32_t begin = std::max(sentence(m).first, m.span.first - std::min(m.span.first, kLaw));
    for (uint32_t k = begin; k + 1 < m.span.first; ++k)  // "Pasal 71 ... selama masa kampanye"
      if (context_.has(k, StageCueClass::legal) && d_.atom(k + 1).number()) return true;
    return false;
  }

  bool denied(size_t i) const {
    const StageCandidate& m = mentions_[i];
    if (before(m, StageCueClass::negation, kNegation)) return true;
    if (before(m, StageCueClass::hypothesis, kHypothesis)) return m.form->role != StageRole::aktivitas;  // "kalau ikut kampanye"
    const uint32_t not_yet = behind(i, StageCueClass::negation, 2);  // "kampanye belum dimulai", but not "belum rampung"
    if (!not_yet) return false;
    const uint32_t k = m.span.last + not_yet;
    return k < d_.size() && (context_.has(k, StageCueClass::starting) || d_.bytes(k) == "berlaku" || d_.bytes(k) == "tiba" || d_.bytes(k) == "mulai");
  }

  StageRole role(size_t i) {
    StageCandidate& m = mentions_[i];
    const StageRole plain = m.period ? StageRole::kini : m.form->role;
    if (in_law(m)) return StageRole::hukum;
    if (range_[i] && !d_.is(m.span.first, text::kHeadline)) return StageRole::jadwal;
    if (denied(i)) return StageRole::negasi;
    uint32_t ahead = before(m, StageCueClass::prospective, kProspective);
    const uint32_t over = before(m, StageCueClass::retrospective, kRetrospective);
    const uint32_t within = before(m, StageCueClass::situating, kSituating);
    const bool started = behind(i, StageCueClass::starting, kStarting) != 0;
    if (ahead && within && ahead == within + 1 && !context_.has(m.span.first - ahead, StageCueClass::expected) && until(m.span.first - ahead))
      ahead = 0;  // "hingga hari kelima kampanye"
    if (to_be_finished(m)) return StageRole::kini;
    if (over && (!ahead || over < ahead) && counted_from(m, over)) return StageRole::akan;
    if (ahead && (!over || ahead <= over) && (!within || ahead > within)) {
      // "bersiap memasuki", "akan menjalani": the nearer cue only says that it is to come
      return StageRole::akan;
    }
    if (behind(i, StageCueClass::expected, kExpected)) return StageRole::akan;
    if (over && started) return StageRole::kini;  // "sejak kampanye dimulai"
    if (over) return StageRole::lampau;
    if (behind(i, StageCueClass::past, kPast)) return days_away(i) > 0 ? StageRole::jadwal : StageRole::lampau;  // "berakhir 23 November"
    const bool bare_headline = d_.is(m.span.first, text::kHeadline) && !before(m, StageCueClass::activity, kActivity);
    if (plain == StageRole::aktivitas && !started && !within && !bare_headline && !is_one_of(d_, m.span.last, "tatap", "dialogis", "terbatas", "perdana", "keliling", "pamungkas")) return StageRole::aktivitas;
    if (announced(i)) return StageRole::jadwal;
    if (const int far = days_away(i); far > 0 || far < -kRecent) return far > 0 ? StageRole::akan : StageRole::lampau;
    m.situated = within || started || (m.period && before(m, StageCueClass::during, 2));
    return plain == StageRole::aktivitas ? StageRole::kini : plain;
  }

  // "Pemungutan suara berlangsung Rabu, 27 November 2024.": the calendar at the end of a report.
  bool announced(size_t i) const {
    const StageCandidate& m = mentions_[i];
    const uint32_t end = sentence(m).last;
    const bool last = end >= d_.size() || d_.is(end, text::kBoilerplate) || d_.is(std::min(end + kTail, d_.size() - 1), text::kBoilerplate) || end + kTail >= d_.size();
    return last && days_[i].year != 0 && m.span.first <= sentence(m).first + 1 && is_one_of(d_, m.span.last, "berlangsung", "dimulai", "dijadwalkan") && days_away(i) > 0;
  }

  bool until(uint32_t k) const { return is_one_of(d_, k, "hingga", "sampai"); }

  // "menargetkan rekapitulasi tuntas", "rekap ditargetkan rampung": it goes on.
  bool to_be_finished(const StageCandidate& m) const {
    const Span s = sentence(m);
    const uint32_t begin = std::max(s.first, m.span.first - std::min(m.span.first, kProspective)), end = std::min(s.last, m.span.last + kDone);
    bool target = false, done = false;
    for (uint32_t k = begin; k < end; ++k) {
      target = target || is_one_of(d_, k, "target", "menargetkan", "ditargetkan", "targetkan");
      done = done || (k >= m.span.last && is_one_of(d_, k, "tuntas", "rampung", "selesai", "kelar", "usai", "beres"));
    }
    return target && done;
  }

  // "paling lambat tiga hari setelah penetapan hasil", "dapat diajukan setelah ...": not yet. over: the distance of "setelah".
  bool counted_from(const StageCandidate& m, uint32_t over) const {
    const uint32_t cue = m.span.first - over, begin = std::max(sentence(m).first, cue - std::min(cue, kCounted));
    for (uint32_t k = begin; k < cue; ++k)
      if (is_one_of(d_, k, "lambat", "dapat", "bisa", "akan", "bakal", "baru", "maksimal", "harus")) return true;
    return false;
  }

  // Days from the day of the report to the day beside the mention; 0 when either is unknown.
  int days_away(size_t i) const {
    const auto& reported = context_.election().day;
    text::Civil day = days_[i];
    if (!reported || day.month == 0) return 0;
    if (day.year == 0) day.year = reported->year;
    return text::valid(day) && text::valid(*reported) ? text::day_number(day) - text::day_number(*reported) : 0;
  }

  // Is a day named between two atoms, and is it a range of days?
  void find_dates(size_t i) {
    const StageCandidate& m = mentions_[i];
    uint32_t end = std::min(sentence(m).last, m.span.last + kDate);
    if (i + 1 < mentions_.size()) end = std::min(end, mentions_[i + 1].span.first);
    unsigned days = 0;
    bool until = false, joined = false;
    for (uint32_t k = m.span.last; k < end; ++k) {
      if (d_.mark(k, ';')) break;
      if (days_[i].month == 0 && d_.atom(k).number()) days_[i] = day_at(d_, k);
      if (context_.at(k) & kMonth) {
        if (k > m.span.last && d_.atom(k - 1).number()) {
          ++days;
          if (k >= m.span.last + 3 && d_.atom(k - 3).number() && link(k - 2)) joined = true;  // "11-13 Februari"
          if (until && days > 1) joined = true;
        }
      } else if (days > 0 && link(k)) {
        until = true;
      }
    }
    dated_[i] = days > 0;
    range_[i] = joined;
  }

  bool link(uint32_t k) const {
    const auto b = d_.bytes(k);
    return b == "hingga" || b == "sampai" || b == "-" || b == "\u2013" || b == "\u2014" || b == "sd" || b == "s";
  }

  // Does mention i stand on the line of the mention before it?
  bool same_line(size_t i) const {
    for (uint32_t k = mentions_[i - 1].span.first + 1; k <= mentions_[i].span.first; ++k)
      if (d_.is(k, text::kNewlineBefore)) return false;
    return true;
  }

  // A stage with its day on each line, one below the other.
  void mark_schedule_lines() {
    for (size_t i = 0; i < mentions_.size();) {
      size_t end = i + 1;
      while (end < mentions_.size() && dated_[end - 1] && dated_[end] && !same_line(end) && mentions_[end].stage != mentions_[end - 1].stage &&
             mentions_[end].span.first - mentions_[end - 1].span.last <= kScheduleLine)
        ++end;
      if (end - i >= kScheduleLines)
        for (size_t k = i; k < end; ++k) mentions_[k].role = StageRole::jadwal;
      i = end;
    }
  }

  // Two stages with their days in one paragraph are a calendar.
  void mark_schedules() {
    for (size_t i = 0; i < mentions_.size();) {
      size_t end = i, dated = 0;
      bool several = false;
      for (; end < mentions_.size() && (end == i || same_line(end)); ++end) {
        dated += dated_[end];
        several = several || mentions_[end].stage != mentions_[i].stage;
      }
      if (dated >= 2 && several && !d_.is(mentions_[i].span.first, text::kHeadline))
        for (size_t k = i; k < end; ++k)
          if (dated_[k] || range_[k]) mentions_[k].role = StageRole::jadwal;
      i = end;
    }
    for (size_t i = 1; i < mentions_.size(); ++i) {
      const StageCandidate& first = mentions_[i - 1];
      StageCandidate& m = mentions_[i];
      if (first.role != StageRole::jadwal || sentence(first) != sentence(m)) continue;
      for (uint32_t k = first.span.last; k < m.span.first; ++k)
        if (context_.has(k, StageCueClass::next_in_order)) m.role = StageRole::jadwal;
    }
  }

  bool joined(const StageCandidate& a, const StageCandidate& b) const {
    if (sentence(a) != sentence(b) || b.span.first > a.span.last + kListGap) return false;
    for (uint32_t k = a.span.last; k < b.span.first; ++k)
      if (d_.mark(k, ',') || d_.mark(k, ';') || d_.bytes(k) == "dan" || d_.bytes(k) == "serta" || d_.bytes(k) == "hingga") return true;
    return false;
  }

  // "pendaftaran, kampanye, pemungutan suara, serta rekapitulasi"
  void mark_lists() {
    for (size_t i = 0; i < mentions_.size();) {
      size_t end = i + 1;
      while (end < mentions_.size() && joined(mentions_[end - 1], mentions_[end])) ++end;
      if (end - i >= kEnumerated)
        for (size_t k = i; k < end; ++k)
          if (mentions_[k].role == StageRole::kini || mentions_[k].role == StageRole::aktivitas) {
            mentions_[k].role = StageRole::disebut;
            mentions_[k].situated = false;
          }
      i = end;
    }
  }

  const StageContext& context_;
  const Document& d_;
  std::vector<StageCandidate>& mentions_;
  std::vector<Span> sentences_;  // of the mentions
  std::vector<CueSet> cues_;     // of these sentences
  std::vector<bool> dated_;  // a day stands behind it
  std::vector<bool> range_;  // a range of days
  std::vector<text::Civil> days_;  // the first of them; year 0 when none is written
};

}  // namespace

void find_roles(const StageContext& context, std::vector<StageCandidate>& mentions) { RoleFinder(context, mentions).find(); }

}  // namespace netra::election
