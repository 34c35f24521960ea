#include "election/kinds.hpp"

#include <algorithm>
#include <array>

#include "election/calendar.hpp"
#include "election/days.hpp"
#include "extract/hits.hpp"

namespace netra::election {

namespace {

using data::StageCueClass;
using extract::Document;
using extract::Kind;
using extract::Match;

// What naming a kind is worth. Said of a body's field or in a comparison ("pengamat pemilu", "rasa pemilu") it says little; with
// its year or in the headline it says what the text is about.
constexpr int kLoose = 1, kPlain = 4, kWithYear = 12, kHeadline = 20;
constexpr int kCandidate = 4, kMostCandidates = 3;  // "calon bupati" speaks for pilkada, so many times

constexpr int kElectoralWords = 2;  // so many make a text electoral that names no election

constexpr size_t kMaxKinds = 16;

struct YearVote {
  int year;
  const data::ElectionKind* kind;
  int weight;
};

bool has_cue(const Document& d, uint32_t i, StageCueClass cue) noexcept {
  if (!d.begins(i, Kind::stage_cue)) return false;
  for (const Match m : d.matches(i))
    if (m.kind == Kind::stage_cue && data::stage_cues[m.row].cue_class == cue) return true;
  return false;
}

class Finder {
 public:
  explicit Finder(const Document& document) : d_(document) {}

  Election find() {
    count();
    Election election;
    election.kind = choose();
    if (!election.kind) return election;
    election.day = day_of_report(*election.kind, false);
    election.year = choose_year(*election.kind, election.day);
    return election;
  }

 private:
  size_t index(std::string_view code) const { return static_cast<size_t>(kind_of(code) - data::election_kinds.data()); }
  int score(std::string_view code) const { return score_[index(code)]; }
  bool titled(std::string_view code) const { return titled_[index(code)]; }

  void count() {
    Bodies bodies(d_);
    constexpr auto kRead = extract::traits(Kind::election, Kind::stage_cue);
    extract::Hits hits(d_, kRead);
    for (uint32_t i = hits.next(0); i < d_.size(); i = hits.next(i + 1)) {
      if (d_.is(i, text::kBoilerplate)) continue;
      bool candidate = false, electoral = false;
      std::optional<Match> named;
      for (const Match m : d_.matches(i)) {
        if (m.kind == Kind::election && !named) named = m;
        if (m.kind != Kind::stage_cue) continue;
        candidate = candidate || data::stage_cues[m.row].cue_class == StageCueClass::regional_candidate;
        electoral = electoral || data::stage_cues[m.row].cue_class == StageCueClass::electoral;
      }
      if (candidate) ++candidates_;
      if (electoral) ++electoral_;
      if (!named || bodies.covers(named->first, named->last)) continue;
      add(*named);
      i = named->last - 1;
    }
  }

  // "Pilkada (Serentak) (Tahun) 2024", "Pilgub Sultra 2024"
  int year_after(const Match& m) const {
    for (uint32_t i = m.last; i < d_.size() && i < m.last + 5; ++i) {
      if (const int year = year_at(d_, i)) {
        const bool in_date = i >= 1 && (d_.match(i - 1, Kind::month) || d_.mark(i - 1, '/') || d_.mark(i - 1, '-'));
        return in_date || d_.mark(i + 1, '/') ? 0 : year;
      }
      if (d_.atom(i).punct() && !d_.mark(i, ')') && !d_.mark(i, '(')) return 0;
      if (d_.is(i, text::kParagraphBefore)) return 0;
      const bool name = d_.is(i, text::kCapital) || d_.bytes(i) == "serentak" || d_.bytes(i) == "tahun" || d_.bytes(i) == "di" ||
                        d_.atom(i).punct();
      if (!name || d_.match(i, Kind::law)) return 0;
    }
    return 0;
  }

  void add(const Match& m) {
    size_t kind = m.row;
    if (has_cue(d_, m.last, StageCueClass::foreign) || (m.last + 1 < d_.size() && d_.bytes(m.last) == "di" && has_cue(d_, m.last + 1, StageCueClass::foreign)))
      kind = index("lain");
    const bool loose = m.first > 0 && has_cue(d_, m.first - 1, StageCueClass::loose);
    const bool past = has_cue(d_, m.last, StageCueClass::past);
    const bool headline = d_.is(m.first, text::kHeadline);
    const int year = year_after(m);
    int worth = loose || past ? kLoose : year ? kWithYear : kPlain;
    if (headline && !loose) worth += kHeadline;
    if (past) return;  // "pada pemilu legislatif lalu" is another election
    score_[kind] += worth;
    if (headline && !loose) titled_[kind] = true;
    if (year) vote(year, data::election_kinds[kind], headline ? 3 : 1);
  }

  void vote(int year, const data::ElectionKind& kind, int weight) {
    for (auto& v : years_)
      if (v.year == year && v.kind == &kind) {
        v.weight += weight;
        return;
      }
    years_.push_back({year, &kind, weight});
  }

  // The member of the family that is named enough, the family when several are or none; null when the family is not named.
  const data::ElectionKind* within(std::string_view family) const {
    int total = score(family);
    const data::ElectionKind* only = nullptr;
    const data::ElectionKind* title = nullptr;
    size_t members = 0, titles = 0;
    for (const auto& kind : data::election_kinds) {
      if (kind.parent != family || score(kind.code) == 0) continue;
      total += score(kind.code);
      if (titled(kind.code)) title = &kind, ++titles;
    }
    if (total == 0) return nullptr;
    for (const auto& kind : data::election_kinds)
      if (kind.parent == family && score(kind.code) > 0 && score(kind.code) * 5 >= total) only = &kind, ++members;
    if (titles == 1 && members <= 1) return title;
    if (titles == 0 && members == 1 && !titled(family)) return only;
    return kind_of(family);
  }

  int family_score(std::string_view family) const {
    int total = score(family);
    for (const auto& kind : data::election_kinds)
      if (kind.parent == family) total += score(kind.code);
    return total;
  }

  const data::ElectionKind* choose() const {
    int regional = family_score("pilkada");
    const int general = family_score("pemilu");
    const int village = score("pilkades"), other = score("lain");
    if (village > 0 && (titled("pilkades") || village >= regional + general)) return kind_of("pilkades");
    if (other > 0 && (titled("lain") || other >= regional + general + village)) return kind_of("lain");
    if (regional + general > 0) {
      if (regional > 0) regional += kCandidate * std::min(candidates_, kMostCandidates);
      // one election in passing ("kesalahan pada Pilpres 2024") in a text of candidates of a region, from the midst of theirs
      if (regional == 0 && candidates_ > 0 && general <= kWithYear && !titled("pemilu") && !titled("pilpres") && !titled("pileg") && day_of_report(*kind_of("pilkada"), true) &&
          !day_of_report(*kind_of("pemilu"), true))
        return kind_of("pilkada");
      return regional >= general ? within("pilkada") : within("pemilu");
    }
    if (candidates_ > 0) return kind_of("pilkada");
    return electoral_ >= kElectoralWords ? by_calendar() : nullptr;
  }

  // Bodies and things of an election without a word for it: the calendar tells which one was going on.
  const data::ElectionKind* by_calendar() const {
    const bool pilkada = day_of_report(*kind_of("pilkada"), true).has_value();
    const bool pemilu = day_of_report(*kind_of("pemilu"), true).has_value();
    return pilkada != pemilu ? kind_of(pilkada ? "pilkada" : "pemilu") : nullptr;
  }

  int choose_year(const data::ElectionKind& kind, const std::optional<text::Civil>& day) const {
    int best = 0, most = 0;
    const bool local = kind.code == "pilkades" || kind.code == "lain";  // "sampai Pilkada 2024 usai" is another election
    for (const auto& vote : years_) {
      if (local && vote.kind != &kind) continue;
      int sum = 0;
      for (const auto& other : years_)
        if (other.year == vote.year) sum += other.kind == &kind || related(*other.kind, kind) ? other.weight * 2 : other.weight;
      if (sum > most) most = sum, best = vote.year;
    }
    if (!day) return best;
    // one look back at an earlier election ("musibah Pemilu 2019") does not date a text from the midst of the next
    const bool look_back = best && years_.size() == 1 && most <= 2 && best + 1 < day->year && stage_at(*day, kind.code);
    if (best && !look_back) return best;
    const int year = election_of(*day, kind.code);
    return year ? year : day->year;
  }

  static bool related(const data::ElectionKind& a, const data::ElectionKind& b) {
    return a.parent == b.code || b.parent == a.code || (!a.parent.empty() && a.parent == b.parent);
  }

  // The day the text reports: its first full date beside a weekday or in parentheses, "Kamis (16/05/24)", else its first full date;
  // else a day without a year that is a voting day, "27 November", or that falls on the weekday beside it in one election of the
  // kind only, "Senin (14/10)". during: only days on which a stage of the kind was going on.
  std::optional<text::Civil> day_of_report(const data::ElectionKind& kind, bool during) const {
    std::optional<text::Civil> first, guess;
    uint32_t dated = 0;  // the first day beside a weekday that has no year
    extract::Hits hits(d_, extract::kNumberTrait);
    for (uint32_t i = hits.next(0); i + 2 < d_.size(); i = hits.next(i + 1)) {
      if (d_.is(i, text::kBoilerplate)) continue;
      const auto day = day_at(d_, i);
      if (day.month == 0) continue;
      if (day.year) {
        if (!text::valid(day) || (during && !stage_at(day, kind.code))) continue;
        if (weekday_before(i) || d_.mark(i - 1, '(')) return day;
        if (!first) first = day;
      } else {
        if (!guess) guess = guess_year(i, day, kind);
        if (dated == 0 && weekday_before(i)) dated = i;
      }
    }
    if (!first) return guess;
    // a day in passing ("coblosan digelar 27 November 2024") gives only its year to the one that the report stands under
    if (dated != 0)
      if (const auto near = near_year(dated, first->year); near && (!during || stage_at(*near, kind.code))) return near;
    return first;
  }

  std::optional<Match> weekday_before(uint32_t i) const {
    for (uint32_t back = 1; back <= 2 && back <= i; ++back)
      if (const auto m = d_.match(i - back, Kind::weekday)) return m;
    return std::nullopt;
  }

  // The day at atom i in the year nearest to that one in which it falls on the weekday beside it.
  std::optional<text::Civil> near_year(uint32_t i, int year) const {
    auto day = day_at(d_, i);
    const int wanted = data::weekdays[weekday_before(i)->row].number;
    for (const int candidate : {year, year + 1, year - 1}) {
      day.year = candidate;
      if (text::valid(day) && text::weekday(day) == wanted) return day;
    }
    return std::nullopt;
  }

  std::optional<text::Civil> guess_year(uint32_t i, text::Civil day, const data::ElectionKind& kind) const {
    day.year = voting_day(day.month, day.day, kind.code);
    if (day.year) return day;
    const auto weekday = weekday_before(i);
    if (!weekday) return std::nullopt;
    std::optional<text::Civil> found;
    int tried = 0;  // the year of the rows before
    for (const auto& row : data::calendar) {
      if (row.year == tried || row.scope != data::Scope::semua || !holds_for(row, kind.code)) continue;
      tried = row.year;
      const text::Civil candidate{row.year, day.month, day.day};
      if (!text::valid(candidate) || text::weekday(candidate) != data::weekdays[weekday->row].number) continue;
      if (!stage_at(candidate, kind.code)) continue;
      if (found && *found != candidate) return std::nullopt;
      found = candidate;
    }
    return found;
  }

  const Document& d_;
  std::array<int, kMaxKinds> score_{};
  std::array<bool, kMaxKinds> titled_{};
  std::vector<YearVote> years_;
  int candidates_ = 0;
  int electoral_ = 0;
};

}  // namespace

const data::ElectionKind* kind_of(std::string_view code) noexcept {
  for (const auto& kind : data::election_kinds)
    if (kind.code == code) return &kind;
  return nullptr;
}

bool Bodies::covers(uint32_t first, uint32_t last) noexcept {
  for (; at_ <= first && at_ < document_.size(); ++at_) {
    if (at_ < end_) continue;
    if (const auto m = document_.match(at_, Kind::institution)) end_ = m->last;
  }
  return last <= end_;
}

Election find_election(const Document& document) { return Finder(document).find(); }

}  // namespace netra::election
