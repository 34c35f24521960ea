#include "extract/role_reader.hpp"

namespace netra::extract {

using data::CueClass;
using data::UnitType;

bool RoleReader::take_unit() {
  if (newline(at_)) return false;
  const auto unit = d_.match(at_, Kind::unit);
  if (!unit || data::unit_words[unit->row].type != UnitType::head ||
      !(capital(d_, at_) || (word_in(d_, at_, "divisi", "komisi", "fraksi") && capital(d_, unit->last)))) {
    return take_small_field();
  }
  if (const Institution* b = institutions_.at(at_);
      b && b->span.last > unit->last && (b->row || b->institution_class != "legislatif"))
    return false;
  const uint32_t begin = at_;
  uint32_t last = unit->last;
  if (roman(d_, last)) {
    ++last;
  } else if (last < d_.size() && d_.atom(last).number() && !newline(last)) {
    ++last;
  } else if (word_is(d_, begin, "fraksi")) {
    if (const Institution* party = institutions_.at(last))
      last = party->name_span.last;
    else
      while (capital(d_, last) && !newline(last) && last < begin + 3 && !bare(last)) ++last;
  } else {
    const uint32_t end = topics_end(last);
    if (end > last) last = end;
  }
  if (role_->unit.empty()) {
    role_->unit = plain_text(d_, {begin, last});
  } else if (role_->institution.empty() || role_->complete) {
    role_->unit = joined(d_, role_->unit, plain_text(d_, {begin, last}));
  }
  role_->complete = true;
  at_ = last;
  return true;
}

bool RoleReader::take_small_field() {
  if (!role_->complete || !role_->unit.empty() || capital(d_, at_) || !word_in(d_, at_, "bidang", "divisi", "urusan")) return false;
  uint32_t k = at_ + 1;
  while (k < d_.size() && k < at_ + 7 && d_.atom(k).word() && !capital(d_, k) && !newline(k)) ++k;
  if (k == at_ + 1 || !d_.mark(k, ',')) return false;
  role_->unit = plain_text(d_, {at_, k});
  at_ = k;
  return true;
}

void RoleReader::body() {
  if (!role_->office->unit.empty()) {  // Koordinator Divisi
    const uint32_t end = topics_end(at_);
    role_->unit = role_->office->unit;
    if (end > at_) role_->unit = joined(d_, role_->unit, plain_text(d_, {at_, end}));
    at_ = end;
  }
  take_title_team();
  if (roman(d_, at_) && !newline(at_) && !d_.mark(at_ + 1, '.') && (institutions_.at(at_ + 1) || d_.match(at_ + 1, Kind::unit)))
    ++at_;  // Wakil Ketua I DPRD
  for (unsigned n = 0; n < 8 && at_ < d_.size(); ++n) {
    if (newline(at_)) return;
    if (d_.mark(at_, '(') && at_ > role_->title + 1 && take_parenthesis()) continue;
    if (role_->complete && take_region()) continue;
    if (take_team() || take_branch() || take_unit()) continue;
    if (institutions_.at(at_)) {
      if (!take_institution(false)) return;
      small_place();
      continue;
    }
    if (word_is(d_, at_, "dari") &&
        (word_is(d_, at_ + 1, "unsur") || institutions_.at(at_ + 1) || word_is(d_, at_ + 1, "fraksi"))) {
      const uint32_t before = at_;
      at_ += word_is(d_, at_ + 1, "unsur") ? 2 : 1;
      if (const Institution* b = institutions_.at(at_)) {
        if (role_->institution.empty())
          take_institution(false);
        else
          at_ = b->span.last;
        continue;
      }
      if (take_unit()) continue;
      at_ = before;
      return;
    }
    if (take_word(CueClass::local)) {
      role_->local = true;
      continue;
    }
    if (role_->complete && cue_at(d_, at_, CueClass::national) && capital(d_, at_)) {
      take_word(CueClass::national);
      role_->national = true;
      continue;
    }
    if (role_->complete && word_in(d_, at_, "asal", "dapil", "perwakilan", "mewakili", "utusan") &&
        regions_.at(at_ + 1)) {  // anggota DPD asal Maluku
      ++at_;
      take_region();
      continue;
    }
    if (role_->complete && word_is(d_, at_, "periode")) {
      while (at_ < d_.size() && (word_is(d_, at_, "periode") || d_.atom(at_).number() || d_.mark(at_, '-'))) ++at_;
      continue;
    }
    if (!take_principal()) break;
  }
  if (!role_->complete) unknown_body();
}

bool RoleReader::take_principal() {
  const auto head = d_.match(at_, Kind::office);
  if (!head || role_->complete || role_->office->office != "Juru Bicara" || d_.office(*head).holder != data::Holder::one) return false;
  const RegionMention* region = regions_.at(head->last);
  if (!d_.mark(region ? region->span.last : head->last, ',')) return false;
  role_->unit = plain_text(d_, {at_, head->last});
  at_ = head->last;
  role_->complete = true;
  return true;
}

void RoleReader::small_place() {
  if (!role_->institution_row || newline(at_)) return;
  const Level level = role_->institution_row->level;
  if (level != Level::kecamatan && level != Level::desa) return;
  if (word_is(d_, at_, "tps") && at_ + 1 < d_.size() && d_.atom(at_ + 1).number()) {  // Ketua KPPS TPS 08
    role_->unit = plain_text(d_, {at_, at_ + 2});
    at_ += 2;
    take_district();
    return;
  }
  // "PPK Purwodadi", "Panwascam Muara Teweh": the place is the district, though a regency has its seat there
  if (const RegionMention* m = regions_.at(at_ - 1); m && m->basis == RegionBasis::alias && !m->listed && m->span.last == at_)
    return seat_place(at_ - 1);
  if (const RegionMention* m = at_ > 1 ? regions_.at(at_ - 2) : nullptr;
      m && m->basis == RegionBasis::alias && !m->listed && m->span.last == at_)
    return seat_place(at_ - 2);
  if (word_in(d_, at_, "kecamatan", "kec", "desa", "kelurahan", "distrik")) ++at_;
  if (word_in(d_, at_, "tps")) return;
  const uint32_t end = place_end(at_);
  if (end > at_) {
    role_->place = {at_, end};
    role_->unit = joined(d_, level == Level::kecamatan ? "Kecamatan" : "Desa", plain_text(d_, {at_, end}));
    at_ = end;
  }
}

void RoleReader::seat_place(uint32_t first) {
  role_->place = {first, at_};
  role_->unit = joined(d_, role_->institution_row->level == Level::kecamatan ? "Kecamatan" : "Desa", plain_text(d_, role_->place));
}

void RoleReader::unknown_body() {
  const auto o = role_->office->office;
  if (o == "Anggota" || o == "Komisioner" || o == "Pimpinan") return;
  if (!capital(d_, at_) || newline(at_)) return;
  uint32_t k = at_;
  while (name_like(k) && !newline(k) && k < at_ + 7 && !bare(k) && !regions_.at(k)) {
    ++k;
    if (word_in(d_, k, "dan", "untuk", "bagi") && capital(d_, k + 1)) ++k;
  }
  if (k == at_) return;
  uint32_t next = k;
  uint32_t tail = regions_.at(k) ? regions_.at(k)->span.last : k;
  if (d_.mark(tail, '(')) tail = after_parenthesis(d_, tail);
  Name name;
  const bool before_name = d_.mark(tail, ',') ? read_name(d_, tail + 1, name) : d_.mark(tail - 1, ')') && read_name(d_, tail, name);
  const bool titled = d_.begins(k, Kind::honorific) || bare(k);
  if (!before_name && !titled) {
    if (!(d_.is(at_, text::kUpper) && d_.atom(at_).symbol == 0)) return;
    next = at_ + 1;
  }
  role_->institution = plain_text(d_, {at_, next});
  role_->complete = true;
  role_->national = true;
  at_ = next;
  if (d_.mark(at_, '(')) take_parenthesis();
  if (regions_.at(at_)) take_region();
}

}  // namespace netra::extract
