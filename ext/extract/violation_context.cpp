#include "extract/violation_context.hpp"

#include <algorithm>

#include "extract/hits.hpp"
#include "extract/reading.hpp"

namespace netra::extract {

namespace {

using data::ViolationRole;

constexpr uint32_t kTurn = 4;      // atoms before a cue in which a word turns what it says
constexpr uint32_t kOutcome = 16;  // atoms behind "yang terbukti" in which a sanction to come is named

bool is_event(ViolationRole role) noexcept { return role == ViolationRole::terbukti || role == ViolationRole::dugaan; }

}  // namespace

ViolationContext::ViolationContext(const Document& document) : d_(document) {
  read_cues();
  read_actors();
}

uint32_t ViolationContext::next(Role role, uint32_t atom) const noexcept {
  const auto at = cues(role);
  const auto found = std::lower_bound(at.begin(), at.end(), atom);
  return found == at.end() ? kFar : *found;
}

uint32_t ViolationContext::previous(Role role, uint32_t atom) const noexcept {
  const auto at = cues(role);
  const auto found = std::lower_bound(at.begin(), at.end(), atom);
  return found == at.begin() ? kFar : *(found - 1);
}

bool ViolationContext::near_before(Role role, uint32_t atom, uint32_t begin, uint32_t reach) const noexcept {
  const uint32_t at = previous(role, atom);
  return at != kFar && at >= begin && atom - at <= reach;
}

void ViolationContext::read_cues() {
  struct Event {
    Role role;
    uint32_t first, last;
  };
  std::vector<Event> events;
  std::vector<Cue> found;
  Hits hits(d_, trait(Kind::violation_cue));
  for (uint32_t i = hits.next(0); i < d_.size(); i = hits.next(i + 1)) {
    if (d_.is(i, text::kBoilerplate)) continue;
    uint32_t seen = 0;  // a bit for each role
    const auto bit = [](Role role) { return uint32_t{1} << static_cast<unsigned>(role); };
    for (const Match m : d_.matches(i)) {
      if (m.kind != Kind::violation_cue) continue;
      const Role role = data::violation_cues[m.row].role;
      // the longest form decides: "tidak pernah" denies, it does not forbid
      if ((seen & bit(role)) || (role == Role::larangan && (seen & bit(Role::dugaan)))) continue;
      seen |= bit(role);
      if (is_event(role))
        events.push_back({role, i, m.last});
      else
        found.push_back({role, i});
    }
  }
  // What an event's word says depends on the words before it, so these are filed first.
  file(found);
  for (const Event& e : events) {
    d_.poll();
    found.push_back({turned(e.role, e.first, e.last, sentence(e.first)), e.first});
  }
  if (!events.empty()) file(found);
}

void ViolationContext::file(std::span<const Cue> found) {
  std::array<uint32_t, kRoles> next{};
  for (const Cue& cue : found) ++next[static_cast<size_t>(cue.role)];
  for (size_t r = 0; r < kRoles; ++r) first_[r + 1] = first_[r] + next[r];
  std::copy(first_.begin(), first_.end() - 1, next.begin());
  cues_.resize(found.size());
  for (const Cue& cue : found) {
    const auto r = static_cast<size_t>(cue.role);
    cues_[next[r]++] = cue.atom;
    if (d_.is(cue.atom, text::kHeadline)) headline_[r] = true;
  }
  for (size_t r = 0; r < kRoles; ++r) {
    const auto begin = cues_.begin() + first_[r], end = cues_.begin() + first_[r + 1];
    if (!std::is_sorted(begin, end)) std::sort(begin, end);
  }
}

// "jika terbukti", "akan dijatuhi", "yang terbukti ... akan dikenai": supposed, not found. "tidak terbukti": examined. "untuk
// melaporkan": asked for, nothing has been reported.
data::ViolationRole ViolationContext::turned(Role role, uint32_t first, uint32_t last, Span sentence) const {
  if (near_before(Role::hipotetis, first, sentence.first, kTurn) || near_before(Role::akibat, first, sentence.first, 2)) return Role::hipotetis;
  if (first > sentence.first) {
    const uint32_t before = first - 1;
    if (role == Role::terbukti && is_one_of(d_, before, "tidak", "tak", "belum", "bukan", "diduga")) return Role::dugaan;
    if (is_one_of(d_, before, "agar", "untuk", "segera", "silakan", "silahkan", "mohon", "siap", "berhak", "wajib", "harus", "diminta", "perlu", "jangan", "tindak") &&
        is_one_of(d_, first, "melaporkan", "dilaporkan", "menemukan", "memeriksa", "menelusuri", "memanggil", "menangani", "menyelidiki", "mengusut",
                              "merekomendasikan", "dipanggil", "diperiksa", "dijatuhi", "dihukum", "disanksi", "dicopot", "laporan"))
      return Role::hipotetis;
    if (is_one_of(d_, before, "yang", "siapapun", "barangsiapa") && supposed(last, sentence)) return Role::hipotetis;
  }
  return role;
}

// Behind the words: a sanction that is still to come.
bool ViolationContext::supposed(uint32_t first, Span sentence) const {
  const uint32_t at = next(Role::akibat, first);
  return at < sentence.last && at - first < kOutcome;
}

void ViolationContext::read_actors() {
  Hits hits(d_, trait(Kind::actor));
  for (uint32_t i = hits.next(0); i < d_.size(); i = hits.next(i)) {
    if (d_.is(i, text::kBoilerplate)) {
      ++i;
      continue;
    }
    const auto m = d_.match(i, Kind::actor);
    // Pemilihan Kepala Daerah, calon bupati
    if (i == 0 || !is_one_of(d_, i - 1, "pemilihan", "calon", "cabup", "kantor", "mantan", "istri", "suami")) {
      const data::Actor& row = data::actors[m->row];
      actors_.push_back({i, m->last, row.actor, row.weak});
    }
    i = m->last;
  }
  strong_before_.assign(actors_.size() + 1, actors_.size());
  for (size_t k = 0; k < actors_.size(); ++k) strong_before_[k + 1] = actors_[k].weak ? strong_before_[k] : k;
}

size_t ViolationContext::actor_from(uint32_t atom) const noexcept {
  const auto found = std::lower_bound(actors_.begin(), actors_.end(), atom, [](const ActorMention& a, uint32_t value) { return a.first < value; });
  return static_cast<size_t>(found - actors_.begin());
}

const ActorMention* ViolationContext::actor_in(Span span) const noexcept {
  const size_t k = actor_from(span.first);
  return k < actors_.size() && actors_[k].first < span.last ? &actors_[k] : nullptr;
}

}  // namespace netra::extract
