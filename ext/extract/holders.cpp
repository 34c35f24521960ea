#include "extract/holders.hpp"

#include <algorithm>

#include "extract/grammar.hpp"

namespace netra::extract {

using data::Acting;
using data::Complement;
using data::CueClass;

void Holders::find() {
  names_.read(roles_);
  for (const bool headline : {false, true})
    for (size_t r = 0; r < roles_.size(); ++r)
      if (d_.is(roles_[r].span.first, text::kHeadline) == headline) attach(r);
  share_names();
  deputies();
}

void Holders::own(size_t r, int name, Via via) {
  owner_[r] = name;
  via_[r] = via;
  names_.use(name);
}

uint32_t Holders::end_of(size_t r) const {
  uint32_t end = roles_[r].span.last;
  if (r + 1 < roles_.size() && roles_[r + 1].nested && d_.mark(end, '(') && roles_[r + 1].span.first == end + 1 &&
      d_.mark(roles_[r + 1].span.last, ')'))
    end = roles_[r + 1].span.last + 1;
  return end;
}

size_t Holders::role_from(uint32_t i) const {
  size_t from = 0, to = roles_.size();
  while (from < to) {
    const size_t middle = from + (to - from) / 2;
    if (roles_[middle].span.first < i) from = middle + 1;
    else to = middle;
  }
  return from;
}

void Holders::attach(size_t r) {
  Role& role = roles_[r];
  if (owner_[r] >= 0) return;
  const uint32_t end = end_of(r);
  // paired with the next role: "Bupati dan Wakil Bupati Ngawi A dan B"
  if (r + 1 < roles_.size() && roles_[r + 1].span.first == role.span.last + 1 &&
      (word_in(d_, role.span.last, "dan", "serta") || d_.mark(role.span.last, '-')) && (pair(r) || pair_before(r)))
    return;
  if (held(r, end)) return;
  // "Presiden Mahasiswa Universitas X"
  if (const int word = names_.at(end);
      word >= 0 && names_.all_common(names_[word]) && names_[word].span.last == end + 1 && institutions_.at(end + 1))
    role.common = true;
  if (role.common && role.standing != Standing::calon) return;
  int direct = behind(role, end);
  if (direct >= 0 && !role.complete && role.office->complement == Complement::agency && names_.all_common(names_[direct])) {
    role.unit = joined(d_, role.unit, plain_text(d_, names_[direct].span));  // Kepala Kantor Instansi Vertikal
    role.common = true;
    names_.use(direct);
    direct = -1;
  }
  if (direct >= 0 && role.office->complement == Complement::expert && names_.all_common(names_[direct]) &&
      names_[direct].span.last - names_[direct].span.first == 1)
    direct = -1;
  if (direct >= 0 && role.office->complement == Complement::expert && role.institution.empty() &&
      names_.all_common(names_[direct]) && names_[direct].span.last - names_[direct].span.first > 1) {
    role.institution = plain_text(d_, names_[direct].span);  // Direktur Eksekutif Simpul Data Demokrasi
    role.span.last = names_[direct].span.last;
    names_.use(direct);
    direct = -1;
    if (before(r)) return;
    const int name = apart(r, end_of(r));
    if (name >= 0 && !names_.used(name)) own(r, name, Via::role_first);
    return;
  }
  if (direct >= 0 && !names_.used(direct)) return own(r, direct, Via::role_first);
  if (before(r)) return;
  // "Istri Bupati Garut, Diah": the name is the wife's
  if (role.span.first > 0 && word_in(d_, role.span.first - 1, "istri", "isteri", "suami", "anak", "putra", "putri", "adik",
                                     "kakak", "menantu", "keponakan", "ajudan", "sopir", "kerabat", "keluarga"))
    return;
  const int later = apart(r, end);
  if (later >= 0 && !names_.used(later)) own(r, later, Via::role_first);
}

bool Holders::pair(size_t r) {
  const uint32_t end = end_of(r + 1);
  int one = behind(roles_[r + 1], end);
  if (one < 0 && (d_.mark(end, ',') || cue_at(d_, end, CueClass::named))) one = names_.at(end + 1);
  if (one < 0 || names_.used(one)) return false;
  const uint32_t joint = names_[one].last;
  if (!(word_in(d_, joint, "dan", "serta") || d_.mark(joint, '-') || d_.mark(joint, '/') ||
        (joint < d_.size() && d_.bytes(joint) == "\u2013")))
    return false;
  const int two = names_.at(joint + 1);
  if (two < 0) return false;
  own(r, one, Via::role_first);
  own(r + 1, two, Via::role_first);
  return true;
}

bool Holders::pair_before(size_t r) {
  uint32_t k = roles_[r].span.first;
  if (const auto m = cue_before(d_, k, CueClass::candidate); m && word_is(d_, m->first, "pasangan"))
    k = m->first;
  else if (k > 0 && word_is(d_, k - 1, "pasangan"))
    --k;
  auto link = cue_before(d_, k, CueClass::serve);
  if (!link) link = cue_before(d_, k, CueClass::link);
  if (!link) return false;
  const int two = names_.ending(link->first);
  if (two < 0) return false;
  const uint32_t begin = names_[two].first;
  if (begin < 2 || !(word_in(d_, begin - 1, "dan", "serta") || d_.mark(begin - 1, '-'))) return false;
  const int one = names_.ending(begin - 1);
  if (one < 0 || !names_.plausible(names_[one]) || !names_.plausible(names_[two])) return false;
  own(r, one, Via::name_first);
  own(r + 1, two, Via::name_first);
  return true;
}

bool Holders::held(size_t r, uint32_t end) {
  uint32_t k = end;
  while (k < end + 4 && k < d_.size() && d_.atom(k).word() && !capital(d_, k) && !cue_at(d_, k, CueClass::held)) ++k;
  const auto held = k < d_.size() && !d_.is(k, text::kNewlineBefore) ? cue_at(d_, k, CueClass::held) : std::nullopt;
  if (!held) return false;
  const int name = names_.at(held->last);
  if (name < 0 || names_.used(name) || names_.all_common(names_[name])) return false;
  own(r, name, Via::role_first);
  return true;
}

void Holders::share_names() {
  for (size_t r = roles_.size(); r-- > 0;) {
    if (owner_[r] >= 0) continue;
    if (r + 1 >= roles_.size() || owner_[r + 1] < 0 || via_[r + 1] != Via::role_first) continue;
    const Role& next = roles_[r + 1];
    const uint32_t end = roles_[r].span.last;
    const auto also = cue_at(d_, d_.mark(end, ',') ? end + 1 : end, CueClass::also);
    if (also && also->last == next.span.first && !word_is(d_, also->first, "serta")) own(r, owner_[r + 1], Via::role_first);
  }
  for (size_t r = 0; r + 1 < roles_.size(); ++r)  // "Plh. Sekda (Staf Ahli ...), La Nita"
    if (owner_[r] >= 0 && owner_[r + 1] < 0 && roles_[r + 1].nested && end_of(r) != roles_[r].span.last)
      own(r + 1, owner_[r], via_[r]);
}

void Holders::deputies() {
  struct Deputy {
    size_t at;  // before the role of this index
    Role role;
    int name;
  };
  std::vector<Deputy> deputies;
  for (uint32_t i = roles_.empty() ? d_.size() : roles_[0].span.first + 1; i + 2 < d_.size(); ++i) {
    d_.poll();
    if (!word_in(d_, i, "wakilnya")) continue;
    const int name = d_.mark(i + 1, ',') ? names_.at(i + 2) : names_.at(i + 1);
    if (name < 0 || names_.used(name)) continue;
    const size_t at = role_from(i);
    for (size_t p = at; p-- > 0 && at - p < kRolesAway;) {
      if (roles_[p].office->complement != Complement::head || roles_[p].office->office.starts_with("Wakil") ||
          roles_[p].office->office == "Sekretaris Daerah")
        continue;
      Role deputy = roles_[p];
      deputy.span = {i, i + 1};
      deputy.title = i;
      deputy.office_text = joined(d_, "Wakil", deputy.office_text);
      deputy.acting = Acting::none;
      deputy.acting_span = {};
      if (!deputy.region) deputy.region = regions_.inherited(roles_[p].span.first, roles_[p].office->level);
      deputies.push_back({at, std::move(deputy), name});
      names_.use(name);
      break;
    }
  }
  if (deputies.empty()) return;
  Blocks<Role> roles;
  std::vector<int> owner;
  std::vector<Via> via;
  size_t next = 0;
  for (size_t r = 0; r <= roles_.size(); ++r) {
    for (; next < deputies.size() && deputies[next].at == r; ++next) {
      roles.push_back(deputies[next].role);
      owner.push_back(deputies[next].name);
      via.push_back(Via::role_first);
    }
    if (r == roles_.size()) break;
    roles.push_back(roles_[r]);
    roles_.give_up(r);
    owner.push_back(owner_[r]);
    via.push_back(via_[r]);
  }
  roles_ = std::move(roles);
  owner_ = std::move(owner);
  via_ = std::move(via);
}

}  // namespace netra::extract
