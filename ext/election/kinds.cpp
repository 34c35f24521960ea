#include "election/kinds.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "election/calendar.hpp"

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

constexpr size_t kMaxKinds = 16;

struct YearVote {
  int year;
  const data::ElectionKind* kind;
  int weight;
};

int year_at(const Document& d, uint32_t i) noexcept {  // 0: no year of an election stands there
  if (i >= d.size() || !d.atom(i).number() || d.atom(i).length != 4) return 0;
  int year = 0;
  for (const char c : d.bytes(i)) {
    if (c < '0' || c > '9') return 0;
    year = year * 10 + (c - '0');
  }
  return year >= 1955 && year <= 2099 ? year : 0;
}

int small_number(const Document& d, uint32_t i) noexcept {  // of at most two digits, or -1
  if (i >= d.size() || !d.atom(i).number() || d.atom(i).length > 2) return -1;
  int value = 0;
  for (const char c : d.bytes(i)) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

bool has_cue(const Document& d, uint32_t i, StageCueClass cue) noexcept {
  if (i >= d.size()) return false;
  for (const Match& m : d.matches(i))
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
    if (election.kind) election.year = choose_year(*election.kind);
    return election;
  }

 private:
  size_t index(std::string_view code) const { return static_cast<size_t>(kind_of(code) - data::election_kinds.data()); }
  int score(std::string_view code) const { return score_[index(code)]; }
  bool titled(std::string_view code) const { return titled_[index(code)]; }

  void count() {
    Bodies bodies(d_);
    for (uint32_t i = 0; i < d_.size(); ++i) {
      if (d_.is(i, text::kBoilerplate)) continue;
      bool candidate = false;
      const Match* named = nullptr;
      for (const Match& m : d_.matches(i)) {
        if (m.kind == Kind::election && !named) named = &m;
        if (m.kind == Kind::stage_cue && data::stage_cues[m.row].cue_class == StageCueClass::regional_candidate) candidate = true;
      }
      if (candidate) ++candidates_;
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
    ++count_[kind];
    if (headline && !loose) titled_[kind] = true;
    if (year) years_.push_back({year, &data::election_kinds[kind], headline ? 3 : 1});
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
      return regional >= general ? within("pilkada") : within("pemilu");
    }
    return candidates_ > 0 ? kind_of("pilkada") : nullptr;
  }

  int choose_year(const data::ElectionKind& kind) const {
    int best = 0, most = 0;
    for (const auto& vote : years_) {
      int sum = 0;
      for (const auto& other : years_)
        if (other.year == vote.year) sum += other.kind == &kind || related(*other.kind, kind) ? other.weight * 2 : other.weight;
      if (sum > most) most = sum, best = vote.year;
    }
    if (best) return best;
    const std::string day = day_of_report(kind);
    if (day.empty()) return 0;
    if (const int year = election_of(day, kind.code)) return year;
    return (day[0] - '0') * 1000 + (day[1] - '0') * 100 + (day[2] - '0') * 10 + (day[3] - '0');
  }

  static bool related(const data::ElectionKind& a, const data::ElectionKind& b) {
    return a.parent == b.code || b.parent == a.code || (!a.parent.empty() && a.parent == b.parent);
  }

  static std::string iso(int year, int month, int day) {
    auto two = [](int n) { return std::string{static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)}; };
    return two(year / 100) + two(year % 100) + "-" + two(month) + "-" + two(day);
  }

  // The first full date of the running text: "16 Mei 2024", "(16/05/24)"; or a day whose year only the weekday tells, "Senin
  // (14/10)", when exactly one election of the kind fits.
  std::string day_of_report(const data::ElectionKind& kind) const {
    std::string guess;
    for (uint32_t i = 0; i + 2 < d_.size(); ++i) {
      const int day = small_number(d_, i);
      if (day < 1 || day > 31) continue;
      int month = 0, year = 0;
      if (const Match* m = d_.match(i + 1, Kind::month)) {
        month = data::months[m->row].number;
        const uint32_t after = m->last + (d_.mark(m->last, '.') ? 1 : 0);
        year = year_at(d_, after);
      } else if ((d_.mark(i + 1, '/') || d_.mark(i + 1, '-')) && (month = small_number(d_, i + 2)) >= 1 && month <= 12) {
        if (d_.mark(i + 3, '/') || d_.mark(i + 3, '-')) {
          year = year_at(d_, i + 4);
          const int two = small_number(d_, i + 4);
          if (!year && two >= 10 && two <= 40) year = 2000 + two;
        }
      }
      if (month < 1 || month > 12) continue;
      if (year && read_day(iso(year, month, day))) return iso(year, month, day);
      if (!year && guess.empty()) guess = by_weekday(i, day, month, kind);
    }
    return guess;
  }

  std::string by_weekday(uint32_t i, int day, int month, const data::ElectionKind& kind) const {
    const Match* weekday = nullptr;
    for (uint32_t back = 1; back <= 2 && back <= i && !weekday; ++back) weekday = d_.match(i - back, Kind::weekday);
    if (!weekday) return {};
    std::string found;
    for (const auto& row : data::calendar) {
      if (!holds_for(row, kind.code) || row.scope != data::Scope::semua) continue;
      const std::string candidate = iso(row.year, month, day);
      if (!read_day(candidate) || weekday_of(day_number(candidate)) != data::weekdays[weekday->row].number) continue;
      if (!found.empty() && found != candidate) return {};
      found = candidate;
    }
    return found;
  }

  const Document& d_;
  std::array<int, kMaxKinds> score_{};
  std::array<int, kMaxKinds> count_{};
  std::array<bool, kMaxKinds> titled_{};
  std::vector<YearVote> years_;
  int candidates_ = 0;
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
    if (const Match* m = document_.match(at_, Kind::institution)) end_ = m->last;
  }
  return last <= end_;
}

Election find_election(const Document& document) { return Finder(document).find(); }

}  // namespace netra::election
