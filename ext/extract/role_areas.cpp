#include <algorithm>

#include "extract/role_reader.hpp"

namespace netra::extract {

using data::CueClass;

void RoleReader::area() {
  if (const RegionMention* m = regions_.at(at_); m && !newline(at_) && m->basis == RegionBasis::level) {
    take_region();  // "Camat se-Kabupaten" never comes here
  } else if (m && !newline(at_) && !capital(d_, role_->title) && m->region->level != Level::provinsi) {
    take_region();  // "kades Soppeng": all of them
    role_->common = true;
  } else if (!newline(at_)) {
    // "Keuchik Gampong Lhok Awe": the word for the place again
    if (capital(d_, at_ + 1) &&
        (role_->office->unit == "Nagari" ? word_is(d_, at_, "nagari")
                                         : word_in(d_, at_, "gampong", "desa", "kelurahan", "kecamatan", "distrik")))
      ++at_;
    const uint32_t end = place_end(at_);
    if (end > at_) {
      role_->place = {at_, end};
      role_->unit = joined(d_, role_->office->unit, plain_text(d_, {at_, end}));
      role_->complete = true;
      at_ = end;
    }
  }
  for (unsigned n = 0; n < 4 && at_ < d_.size(); ++n) {
    if (newline(at_)) return;
    if (d_.mark(at_, '(') && take_parenthesis()) continue;
    // "Kepala Desa X, Kecamatan Y, Kabupaten Z,"
    if (d_.mark(at_, ',') && (word_in(d_, at_ + 1, "kecamatan", "kec") ||
                              (regions_.at(at_ + 1) && regions_.at(at_ + 1)->basis == RegionBasis::level))) {
      ++at_;
      if (take_district() || take_region()) continue;
      --at_;
      return;
    }
    if (take_region() || take_district()) continue;
    if (take_word(CueClass::local)) {
      role_->local = true;
      continue;
    }
    return;
  }
}

void RoleReader::military() {
  if (newline(at_)) return;
  if (const Institution* b = institutions_.at(at_); b && b->institution_class == "keamanan") at_ = b->span.last;
  const bool numbered = at_ < d_.size() && (d_.atom(at_).number() || roman(d_, at_));
  if (numbered) {
    ++at_;
    role_->complete = true;
    const bool slash = d_.mark(at_, '/') || d_.mark(at_, '-');
    if (slash) ++at_;
    if (slash && at_ + 1 < d_.size() && d_.atom(at_).number() && d_.mark(at_ + 1, '/')) at_ += 2;  // 1407-05/Cenrana
    if (slash || regions_.candidates(at_).last != 0) {
      const RegionCandidates c = regions_.candidates(at_);
      if (c.last != 0 && c.count > 0 && !c.seat) {
        for (unsigned k = 0; k < c.count && !role_->region; ++k)
          if (fits_level(*c.regions[k], role_->office->level)) role_->region = c.regions[k];
        if (!role_->region && role_->office->level == Level::provinsi) role_->region = find_region(c.regions[0]->province_code);
        if (!role_->region) role_->region = c.regions[0];
        if (role_->office->level == Level::kecamatan) role_->region = nullptr;
        role_->region_named = role_->region != nullptr;
        at_ = c.last;
      } else if (capital(d_, at_)) {
        const uint32_t end = place_end(at_);
        at_ = std::max(end, at_ + 1);
      }
    }
    if (d_.mark(at_, '(')) take_parenthesis();
    return;
  }
  while (take_region() || (d_.mark(at_, '(') && take_parenthesis())) {
  }
  if (!role_->complete && role_->office->level == Level::kecamatan && capital(d_, at_)) {
    const uint32_t end = place_end(at_);
    if (end > at_) role_->complete = true;
    at_ = end;
  }
}

}  // namespace netra::extract
