#include <algorithm>

#include "extract/grammar.hpp"
#include "extract/holders.hpp"

namespace netra::extract {

using data::Complement;
using data::CueClass;

int Holders::behind(const Role& role, uint32_t at) {
  if (at >= d_.size() || d_.is(at, text::kParagraphBefore)) return -1;
  if (d_.is(at, text::kNewlineBefore) && (d_.is(at, text::kHeadline) != d_.is(role.span.first, text::kHeadline))) return -1;
  if (const int known = names_.at(at); known >= 0) {
    // the next line: a heading in capitals is no name
    if (d_.is(at, text::kNewlineBefore) && (!names_.all_names(names_[known]) || d_.is(names_[known].last, text::kNewlineBefore)))
      return -1;
    return names_.headline_name(role, known);
  }
  if (!capital(d_, role.title) && role.complete && d_.atom(at).word() && !capital(d_, at) && !d_.is(at, text::kNewlineBefore)) {
    Name name;
    if (read_name(d_, at, name, true) &&
        (name.span.last - name.span.first >= 2 || !name.degrees.empty() || d_.match(name.last, Kind::speech)))
      return names_.headline_name(role, names_.keep_small(name));
  }
  return -1;
}

int Holders::apart(size_t r, uint32_t end) {
  uint32_t at = end;
  bool phrase = false;
  if (!d_.is(at, text::kNewlineBefore) &&
      (cue_at(d_, at, CueClass::relative) || word_in(d_, at, "dari", "asal", "usungan", "jalur", "era"))) {
    uint32_t k = at + 1;
    phrase = !cue_at(d_, at, CueClass::relative);
    while (k < d_.size() && k < at + 10 && (d_.atom(k).word() || (phrase && d_.atom(k).number())) &&
           (!capital(d_, k) || phrase) && !d_.match(k, Kind::office))
      ++k;
    if (!d_.mark(k, ',')) return -1;
    at = k;
  }
  if (d_.mark(at, ',') || d_.mark(at, ':') || long_dash(d_, at)) {
    if (d_.mark(at, ':') && d_.is(roles_[r].span.first, text::kHeadline)) return -1;
    ++at;
    if (const auto named = cue_at(d_, at, CueClass::named)) at = named->last;
    at = behind_places(roles_[r], at);
  } else if (const auto named = cue_at(d_, at, CueClass::named); named && !word_is(d_, at, "oleh")) {
    at = named->last;
  } else {
    return -1;
  }
  if (d_.is(at, text::kParagraphBefore)) return -1;
  int index = names_.at(at);
  if (index < 0) index = small_name(roles_[r], at);
  if (index < 0) return -1;
  index = names_.headline_name(roles_[r], index);
  if (index >= 0) index = behind_pair(index);
  // "Calon bupati dari jalur perseorangan, Budi Santoso, ...": the apposition has to close
  if (phrase && index >= 0 && !d_.mark(names_[index].last, ',') && !d_.match(names_[index].last, Kind::speech)) return -1;
  if (index < 0 || !names_.plausible(names_[index])) return -1;
  // "..., Budi, Ketua KPU Siak": a name that the next role claims from behind is not ours
  const KeptName& name = names_[index];
  if (!roles_[r].complete && roles_[r].office->complement != Complement::head && d_.mark(name.last, ',') &&
      role_at(name.last + 1))
    return -1;
  return index;
}

uint32_t Holders::behind_places(Role& role, uint32_t at) const {
  for (unsigned n = 0; n < 3; ++n) {
    const RegionMention* place = d_.is(at, text::kNewlineBefore) ? nullptr : regions_.at(at);
    if (!place || !d_.mark(place->span.last, ',')) break;
    if (!role.region && !role.national) role.region = place->region, role.region_named = true;
    at = place->span.last + 1;
  }
  return at;
}

int Holders::small_name(const Role& role, uint32_t at) {
  if (capital(d_, role.title) || !role.complete || at >= d_.size() || !d_.atom(at).word() || capital(d_, at)) return -1;
  Name name;
  if (!read_name(d_, at, name, true) || name.span.last - name.span.first < 2 || !d_.mark(name.last, ',')) return -1;
  return names_.keep_small(name);
}

int Holders::behind_pair(int index) const {
  const uint32_t joint = names_[index].last;
  const int second = d_.mark(joint, '-') && !spaced(d_, joint) ? names_.at(joint + 1) : -1;
  if (second < 0) return index;
  const uint32_t end = names_[second].last;
  const auto named = d_.mark(end, ',') ? cue_at(d_, end + 1, CueClass::named) : std::nullopt;
  return named ? names_.at(named->last) : index;
}

bool Holders::role_at(uint32_t i) const {
  const size_t found = role_from(i);
  return found < roles_.size() && roles_[found].span.first == i;
}

bool Holders::before(size_t r) {
  Role& role = roles_[r];
  uint32_t k = role.span.first;
  if (k == 0 || d_.is(k, text::kNewlineBefore)) return false;
  bool link = false;
  for (const auto c : {CueClass::past, CueClass::serve, CueClass::also, CueClass::link}) {
    const auto m = cue_before(d_, k, c);
    if (!m) continue;
    link = true;
    k = m->first;
    if (c == CueClass::past) role.standing = role.standing == Standing::menjabat ? Standing::mantan : role.standing;
    if (c == CueClass::also && word_is(d_, k, "serta")) link = false, k = role.span.first;
    break;
  }
  if (link) {  // back to "yang": "yang sejak Januari", "yang masih", "yang kini"
    for (uint32_t back = 0; back <= 5 && back < k; ++back) {
      if (cue_at(d_, k - back, CueClass::relative) || word_in(d_, k - back, "yang", "yg")) {
        k -= back;
        break;
      }
      if (back > 0 && d_.atom(k - back).punct() && !d_.mark(k - back, '-')) break;
    }
  }
  if (k == 0) return false;
  const bool parenthesis = d_.mark(k - 1, '(') && !link;
  if (parenthesis) {
    --k;
  } else if (d_.mark(k - 1, ',') || long_dash(d_, k - 1)) {
    --k;
  }
  // a second role of the same person, or a role in parentheses behind another role
  for (size_t p = r; p-- > 0 && p + 3 > r;) {
    const Role& other = roles_[p];
    if (other.span.last == k && (link || parenthesis)) {
      if (owner_[p] >= 0) return own(r, owner_[p], via_[p]), true;
      return false;
    }
  }
  const int index = names_.ending(k);
  if (index < 0) return false;
  const KeptName& name = names_[index];
  if (d_.is(name.span.first, text::kHeadline) != d_.is(role.span.first, text::kHeadline)) return false;
  if (d_.is(role.span.first, text::kHeadline) && !names_.all_names(name)) return false;
  if (names_.used(index)) {
    if (!link && !parenthesis) return false;
    return own(r, index, Via::name_first), true;
  }
  if (!link && !parenthesis) {
    // "Menurut Rasyidin, Bupati Siak ...": a later short form of a known name does not take the next role
    if (name.span.last - name.span.first == 1 && !name.titled() && k != role.span.first && apart_has_name(r)) return false;
    if (k == role.span.first &&
        (names_.all_common(name) || (!role.complete && !role.region && role.office->complement != Complement::head)))
      return false;
    if (role.place_open) return false;
  }
  if (!names_.plausible(name)) return false;
  own(r, index, Via::name_first);
  return true;
}

bool Holders::apart_has_name(size_t r) {
  const int later = apart(r, end_of(r));
  return later >= 0 && !names_.used(later);
}

}  // namespace netra::extract
