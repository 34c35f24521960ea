#include "extract/role_reader.hpp"

namespace netra::extract {

using data::Complement;
using data::CueClass;

void RoleReader::head() {
  const bool national = role_->office->complement == Complement::state;  // "Wamendagri Bima Aryasena"
  for (unsigned n = 0; n < 6 && at_ < d_.size(); ++n) {
    if (newline(at_)) return;
    if (!national && take_region()) continue;
    if (d_.mark(at_, '(') && take_parenthesis()) continue;
    const Institution* b = institutions_.at(at_);
    if (b && b->row &&
        (b->row->abbreviation.starts_with("Pem") ||
         (role_->office->complement == Complement::police && role_->office->level != Level::negara))) {
      if (b->region) role_->region = b->region, role_->region_named = true;
      at_ = b->span.last;
      role_->complete = true;
      continue;
    }
    if (word_in(d_, at_, "daerah") && role_->office->complement == Complement::head && d_.match(at_, Kind::unit)) return;
    if (word_is(d_, at_, "ke") && d_.mark(at_ + 1, '-') && at_ + 2 < d_.size() &&
        d_.atom(at_ + 2).number()) {  // Presiden ke-7 RI
      at_ += 3;
      continue;
    }
    if (cue_at(d_, at_, CueClass::national) && d_.is(at_, text::kCapital)) {
      take_word(CueClass::national);
      role_->national = role_->national || role_->office->complement != Complement::head;
      continue;
    }
    if (cue_at(d_, at_, CueClass::local)) {
      take_word(CueClass::local);
      role_->local = true;
      continue;
    }
    if (word_is(d_, at_, "nomor") && word_is(d_, at_ + 1, "urut") && at_ + 2 < d_.size()) {  // calon gubernur nomor urut 2
      at_ += 3;
      continue;
    }
    return;
  }
}

void RoleReader::ministry() {
  const uint32_t end = topics_end(at_);
  if (end > at_) {
    role_->office_text = joined(d_, role_->office_text, plain_text(d_, {at_, end}));
    at_ = end;
    role_->complete = true;
  } else if (capital(d_, at_) && !newline(at_) && d_.is(at_, text::kUpper)) {
    role_->office_text = joined(d_, role_->office_text, d_.bytes(at_));
    ++at_;
    role_->complete = true;
  }
  head();
}

void RoleReader::desk() {
  for (unsigned n = 0; n < 4 && at_ < d_.size(); ++n) {
    if (newline(at_)) return;
    if (institutions_.at(at_)) {
      if (!take_institution(false)) return;
      continue;
    }
    if (take_region()) continue;
    if (d_.mark(at_, '(') && take_parenthesis()) continue;
    if (take_word(CueClass::local)) {
      role_->local = true;
      continue;
    }
    return;
  }
}

void RoleReader::court() {
  for (unsigned n = 0; n < 3; ++n) {
    if (newline(at_)) return;
    if (const Institution* b = institutions_.at(at_); b && b->institution_class == "peradilan") {
      if (b->region) role_->region = b->region, role_->region_named = true;
      at_ = b->span.last;
      continue;
    }
    if (take_region() || take_word(CueClass::local)) continue;
    if (d_.mark(at_, '(') && take_parenthesis()) continue;
    return;
  }
}

}  // namespace netra::extract
