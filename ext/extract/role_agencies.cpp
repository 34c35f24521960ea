#include <algorithm>

#include "extract/role_reader.hpp"

namespace netra::extract {

using data::CueClass;

namespace {

constexpr std::string_view kInner[] = {"Bidang", "Bagian", "Biro", "Seksi", "Subbagian", "Sekretariat"};  // within a body

}  // namespace

void RoleReader::agency() {
  const std::string_view implied = role_->office->unit;
  const uint32_t title_last = at_;
  if (implied.empty() && school_word(d_, at_)) {  // Kepala SMAN 2 Raha
    role_->office_text = "Kepala Sekolah";
    take_school();
    return;
  }
  // "Kepala Dinas Kesehatan": the body begins inside the title
  for (uint32_t k = role_->title + 1; k <= title_last && k < d_.size(); ++k) {
    const Institution* b = institutions_.at(k);
    if (!b || newline(k)) continue;
    if (implied.find(' ') != std::string_view::npos && (k == title_last || b->name_span.last <= title_last)) break;
    const bool regional =
        !b->row || b->institution_class == "daerah" || (b->institution_class == "kepegawaian" && b->row->level != Level::negara);
    const bool inner = std::find(std::begin(kInner), std::end(kInner), implied) != std::end(kInner);
    if (inner && k == title_last) break;
    at_ = k;
    const bool prefixed = implied == "Dinas" && k == title_last;  // Kadis Kominfo, Kadis PUPR
    take_institution(regional && !(b->row && b->row->abbreviation == "Setda"));
    if (prefixed && !role_->unit.empty() && !role_->unit.starts_with("D")) role_->unit = joined(d_, "Dinas", role_->unit);
    return agency_tail();
  }
  if (!implied.empty()) {
    const uint32_t end = topics_end(at_);
    role_->unit = implied;
    if (implied == "Inspektorat") role_->complete = false;
    if (end > at_) {
      role_->unit = joined(d_, role_->unit, plain_text(d_, {at_, end}));
      role_->complete = true;
      at_ = end;
    } else if (implied == "Puskesmas") {
      const uint32_t place = place_end(at_);
      if (place > at_) role_->unit = joined(d_, role_->unit, plain_text(d_, {at_, place})), role_->complete = true;
      at_ = place;
    } else if (implied.find(' ') != std::string_view::npos || implied == "BPBD" || implied == "Inspektorat") {
      role_->complete = true;
    } else if (capital(d_, at_) && d_.is(at_, text::kUpper) && !newline(at_) && !d_.match(at_, Kind::acting)) {  // Kabid PSDA
      role_->unit = joined(d_, role_->unit, d_.bytes(at_));
      role_->complete = true;
      ++at_;
    }
  }
  agency_tail();
}

void RoleReader::agency_tail() {
  for (unsigned n = 0; n < 6 && at_ < d_.size(); ++n) {
    if (newline(at_)) return;
    if (d_.mark(at_, '(') && take_parenthesis()) continue;
    if (take_region() || take_district()) continue;
    const uint32_t skip = word_in(d_, at_, "pada", "di") && institutions_.at(at_ + 1) ? 1 : 0;
    at_ += skip;
    if (institutions_.at(at_)) {
      const Institution* b = institutions_.at(at_);
      if (role_->unit == "Inspektorat" || !take_institution(role_->unit.empty() && b->institution_class == "daerah")) {
        at_ -= skip;
        return;
      }
      continue;
    }
    if (take_word(CueClass::local)) {
      role_->local = true;
      continue;
    }
    if (word_is(d_, at_, "istana") && d_.is(at_, text::kCapital))
      role_->national = true, ++at_;
    else if (cue_at(d_, at_, CueClass::national) && capital(d_, at_))
      take_word(CueClass::national), role_->national = true;
    else
      return;
  }
}

uint32_t RoleReader::unknown_topics(uint32_t i, uint32_t last) const {
  unsigned unknown = 0, known = last > i ? 1 : 0, words = 0;
  bool joint = false, stray = false;  // stray: an unknown word behind the last joint
  uint32_t k = last;
  for (; k < d_.size() && words < 16 && !newline(k); ++k) {
    if (district_word(k)) break;
    if (word_in(d_, k, "dan", "serta", "&") || d_.mark(k, '&')) {
      if (!capital(d_, k + 1)) return last;
      joint = true;
      stray = false;
      continue;
    }
    if (d_.mark(k, ',') && words > 0 && capital(d_, k + 1) && !d_.match(k + 1, Kind::degree) && common_word(k + 1) &&
        !bare(k + 1))
      continue;
    if (d_.mark(k, ',') && words > 0 && word_is(d_, k + 1, "dan")) continue;
    if (!capital(d_, k)) break;
    if (institutions_.at(k) || regions_.at(k)) break;
    if (d_.match(k, Kind::rank) || d_.match(k, Kind::honorific) || d_.match(k, Kind::office) || d_.match(k, Kind::acting) ||
        word_is(d_, k, "tim"))
      break;
    ++words;
    if (d_.match(k, Kind::unit) || common_word(k)) {
      ++known;
    } else {
      ++unknown;
      stray = true;
      if (bare(k)) return last;
    }
    if (k + 1 < d_.size() && d_.atom(k + 1).number() && !spaced(d_, k + 1)) {  // HP2H
      ++k;
      if (capital(d_, k + 1) && !spaced(d_, k + 1)) ++k;
    }
  }
  if (words == 0 || newline(k) || k >= d_.size()) return last;
  const Institution* body = institutions_.at(k);
  const RegionMention* region = regions_.at(k);
  if (body || (region && region->basis == RegionBasis::level))
    return capital(d_, k - 1) || d_.atom(k - 1).number() ? (unknown <= known + 1 ? k : last) : last;
  if (!d_.mark(k, ',') || stray || known < 2 || (unknown > 0 && !joint) || unknown >= known) return last;
  Name name;
  if (!read_name(d_, k + 1, name) || (!name.titled() && common_word(name.span.first))) return last;
  return k;
}

void RoleReader::take_school() {
  const uint32_t begin = at_;
  uint32_t k = at_ + 1;
  while (k < d_.size() && !newline(k) && k < begin + 5 && !bare(k) &&
         (d_.atom(k).number() || word_is(d_, k, "negeri") || topic(k)))
    ++k;
  const RegionMention* region = newline(k) ? nullptr : regions_.at(k);
  if (region)
    k = region->span.last;
  else if (capital(d_, k) && !newline(k) && k > begin + 1)
    k = std::max(k, place_end(k));
  else if (k == begin + 1) {  // Kepala SMP Tunas Bhinneka, Retno Palupi
    uint32_t end = k;
    while (name_like(end) && !newline(end) && end < k + 5 && !regions_.at(end)) ++end;
    Name name;
    if (d_.mark(end, ',') && read_name(d_, end + 1, name)) k = end;
  }
  role_->institution = plain_text(d_, {begin, k});
  role_->complete = true;
  at_ = k;
}

}  // namespace netra::extract
