#include "extract/role_reader.hpp"

#include <algorithm>

#include "extract/names.hpp"

namespace netra::extract {

using data::Acting;
using data::Complement;
using data::CueClass;
using data::UnitType;

void RoleReader::head() {
  for (unsigned n = 0; n < 6 && at_ < d_.size(); ++n) {
    if (newline(at_)) return;
    if (take_region()) continue;
    if (d_.mark(at_, '(') && take_parenthesis()) continue;
    const Institution* b = institutions_.at(at_);
    if (b && b->row && (b->row->abbreviation.starts_with("Pem") || (role_->office->complement == Complement::police && role_->office->level != Level::negara))) {
      if (b->region) role_->region = b->region, role_->region_named = true;
      at_ = b->span.last;
      role_->complete = true;
      continue;
    }
    if (word_in(d_, at_, "daerah") && role_->office->complement == Complement::head && d_.match(at_, Kind::unit)) return;
    if (word_is(d_, at_, "ke") && d_.mark(at_ + 1, '-') && at_ + 2 < d_.size() && d_.atom(at_ + 2).number()) {  // Presiden ke-7 RI
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
    role_->office_text += ' ' + plain_text(d_, {at_, end});
    at_ = end;
    role_->complete = true;
  } else if (capital(d_, at_) && !newline(at_) && d_.is(at_, text::kUpper)) {
    role_->office_text += ' ' + std::string(d_.bytes(at_));
    ++at_;
    role_->complete = true;
  }
  head();
}

void RoleReader::agency() {
  const std::string_view implied = role_->office->unit;
  const uint32_t title_last = at_;
  // "Kepala Dinas Kesehatan": the body begins inside the title
  for (uint32_t k = role_->title + 1; k <= title_last && k < d_.size(); ++k) {
    const Institution* b = institutions_.at(k);
    if (!b || newline(k)) continue;
    if (implied.find(' ') != std::string_view::npos && k == title_last) break;
    const bool regional = !b->row || b->institution_class == "daerah" || (b->institution_class == "kepegawaian" && b->row->level != Level::negara);
    const bool inner = implied == "Bidang" || implied == "Bagian" || implied == "Biro" || implied == "Seksi" || implied == "Subbagian";
    if (inner && k == title_last) break;
    at_ = k;
    const bool prefixed = implied == "Dinas" && k == title_last;  // Kadis Kominfo, Kadis PUPR
    take_institution(regional && !(b->row && b->row->abbreviation == "Setda"));
    if (prefixed && !role_->unit.empty() && !role_->unit.starts_with("D")) role_->unit = "Dinas " + role_->unit;
    return agency_tail();
  }
  if (!implied.empty()) {
    const uint32_t end = topics_end(at_);
    role_->unit = implied;
    if (implied == "Inspektorat") role_->complete = false;
    if (end > at_) {
      role_->unit += ' ' + plain_text(d_, {at_, end});
      role_->complete = true;
      at_ = end;
    } else if (implied == "Puskesmas") {
      const uint32_t place = place_end(at_);
      if (place > at_) role_->unit += ' ' + plain_text(d_, {at_, place}), role_->complete = true;
      at_ = place;
    } else if (implied.find(' ') != std::string_view::npos || implied == "BPBD" || implied == "Inspektorat") {
      role_->complete = true;
    } else if (capital(d_, at_) && d_.is(at_, text::kUpper) && !newline(at_) && !d_.match(at_, Kind::acting)) {  // Kabid PSDA
      role_->unit += ' ' + std::string(d_.bytes(at_));
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
    if (word_is(d_, at_, "istana") && d_.is(at_, text::kCapital)) role_->national = true, ++at_;
    else if (cue_at(d_, at_, CueClass::national) && capital(d_, at_)) take_word(CueClass::national), role_->national = true;
    else return;
  }
}

void RoleReader::area() {
  if (const RegionMention* m = regions_.at(at_); m && !newline(at_) && m->basis == RegionBasis::level) {
    take_region();  // "Camat se-Kabupaten" never comes here
  } else if (m && !newline(at_) && !capital(d_, role_->title) && m->region->level != Level::provinsi) {
    take_region();  // "kades Soppeng": all of them
    role_->common = true;
  } else if (!newline(at_)) {
    const uint32_t end = place_end(at_);
    if (end > at_) {
      role_->place = {at_, end};
      role_->unit = std::string(role_->office->unit) + ' ' + plain_text(d_, {at_, end});
      role_->complete = true;
      at_ = end;
    }
  }
  for (unsigned n = 0; n < 4 && at_ < d_.size(); ++n) {
    if (newline(at_)) return;
    if (d_.mark(at_, '(') && take_parenthesis()) continue;
    // "Kepala Desa X, Kecamatan Y, Kabupaten Z,"
    if (d_.mark(at_, ',') && (word_in(d_, at_ + 1, "kecamatan", "kec") || (regions_.at(at_ + 1) && regions_.at(at_ + 1)->basis == RegionBasis::level))) {
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

bool RoleReader::take_unit() {
  if (newline(at_)) return false;
  const Match* unit = d_.match(at_, Kind::unit);
  if (!unit || data::unit_words[unit->row].type != UnitType::head || !(capital(d_, at_) || (word_in(d_, at_, "divisi", "komisi", "fraksi") && capital(d_, unit->last)))) {
    if (role_->complete && unit && word_in(d_, at_, "bidang", "divisi", "urusan") && data::unit_words[unit->row].type == UnitType::head) {
      uint32_t k = unit->last;  // "bidang data", "bidang hukum dan penindakan": fields in small letters
      while (k < d_.size() && !newline(k) && !capital(d_, k) && (d_.match(k, Kind::unit) || (word_is(d_, k, "dan") && k > unit->last)) && k < unit->last + 5) ++k;
      if (k == unit->last) return false;
      if (role_->unit.empty()) role_->unit = plain_text(d_, {at_, k});
      at_ = k;
      return true;
    }
    return false;
  }
  if (const Institution* b = institutions_.at(at_); b && b->span.last > unit->last && (b->row || b->institution_class != "legislatif"))
    return false;
  const uint32_t begin = at_;
  uint32_t last = unit->last;
  if (roman(d_, last)) {
    ++last;
  } else if (last < d_.size() && d_.atom(last).number() && !newline(last)) {
    ++last;
  } else if (word_is(d_, begin, "fraksi")) {
    if (const Institution* party = institutions_.at(last)) last = party->name_span.last;
    else while (capital(d_, last) && !newline(last) && last < begin + 3 && !bare(last)) ++last;
  } else {
    const uint32_t end = topics_end(last);
    if (end > last) last = end;
  }
  if (role_->unit.empty()) {
    role_->unit = plain_text(d_, {begin, last});
  } else if (role_->institution.empty() || role_->complete) {
    role_->unit += ' ' + plain_text(d_, {begin, last});
  }
  role_->complete = true;
  at_ = last;
  return true;
}

void RoleReader::body() {
  if (role_->office->office == "Koordinator Divisi" || role_->office->office == "Wakil Koordinator Divisi") {
    const uint32_t end = topics_end(at_);
    role_->unit = "Divisi";
    if (end > at_) role_->unit += ' ' + plain_text(d_, {at_, end});
    at_ = end;
  }
  if (roman(d_, at_) && !newline(at_) && !d_.mark(at_ + 1, '.') && (institutions_.at(at_ + 1) || d_.match(at_ + 1, Kind::unit))) ++at_;  // Wakil Ketua I DPRD
  for (unsigned n = 0; n < 8 && at_ < d_.size(); ++n) {
    if (newline(at_)) return;
    if (d_.mark(at_, '(') && at_ > role_->title + 1 && take_parenthesis()) continue;
    if (role_->complete && take_region()) continue;
    if (take_unit()) continue;
    if (institutions_.at(at_)) {
      if (!take_institution(false)) return;
      small_place();
      continue;
    }
    if (word_is(d_, at_, "dari") && (word_is(d_, at_ + 1, "unsur") || institutions_.at(at_ + 1) || word_is(d_, at_ + 1, "fraksi"))) {
      const uint32_t before = at_;
      at_ += word_is(d_, at_ + 1, "unsur") ? 2 : 1;
      if (const Institution* b = institutions_.at(at_)) {
        if (role_->institution.empty()) take_institution(false);
        else at_ = b->span.last;
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
    if (role_->complete && word_is(d_, at_, "periode")) {
      while (at_ < d_.size() && (word_is(d_, at_, "periode") || d_.atom(at_).number() || d_.mark(at_, '-'))) ++at_;
      continue;
    }
    break;
  }
  if (!role_->complete) unknown_body();
}

void RoleReader::small_place() {
  if (!role_->institution_row || newline(at_)) return;
  const Level level = role_->institution_row->level;
  if (level != Level::kecamatan && level != Level::desa) return;
  if (word_in(d_, at_, "kecamatan", "kec", "desa", "kelurahan", "distrik")) ++at_;
  const uint32_t end = place_end(at_);
  if (end > at_) {
    role_->place = {at_, end};
    role_->unit = std::string(level == Level::kecamatan ? "Kecamatan " : "Desa ") + plain_text(d_, {at_, end});
    at_ = end;
  }
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
  const bool before_name = d_.mark(tail, ',') && read_name(d_, tail + 1, name);
  const bool titled = d_.match(k, Kind::honorific) != nullptr || bare(k);
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

void RoleReader::military() {
  if (newline(at_)) return;
  if (const Institution* b = institutions_.at(at_); b && b->institution_class == "keamanan") at_ = b->span.last;
  const bool numbered = at_ < d_.size() && (d_.atom(at_).number() || roman(d_, at_));
  if (numbered) {
    ++at_;
    role_->complete = true;
    const bool slash = d_.mark(at_, '/') || d_.mark(at_, '-');
    if (slash) ++at_;
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

void RoleReader::staff() {
  if (newline(at_)) return;
  const uint32_t begin = at_;
  if (roman(d_, at_)) ++at_;
  else if (at_ < d_.size() && d_.atom(at_).number()) ++at_;
  if (word_in(d_, at_, "bidang", "urusan") && !newline(at_)) ++at_;
  const uint32_t end = topics_end(at_);
  if (end > at_) at_ = end;
  if (at_ > begin) {
    role_->unit = plain_text(d_, {begin, at_});
    role_->complete = true;
  }
  for (unsigned n = 0; n < 5 && at_ < d_.size(); ++n) {
    if (newline(at_)) return;
    if (d_.mark(at_, '(') && take_parenthesis()) continue;
    if (institutions_.at(at_)) {
      if (!take_institution(false)) return;
      continue;
    }
    if (take_region() || take_word(CueClass::local)) continue;
    return;
  }
}

void RoleReader::expert() {
  const bool school = role_->office->complement == Complement::school;
  role_->national = !school || role_->office->level == Level::none;
  for (unsigned n = 0; n < 10 && at_ < d_.size(); ++n) {
    if (newline(at_)) return;
    if (institutions_.at(at_)) {
      if (!take_institution(false)) return;
      continue;
    }
    if (!role_->complete && !school && capital(d_, at_)) {  // pengamat dari Sigi Suara Institute, Budi
      const uint32_t from = at_;
      unknown_body();
      if (at_ > from) continue;
    }
    if (role_->complete && regions_.at(at_)) {
      take_region();
      continue;
    }
    if (d_.mark(at_, '(') && role_->complete && take_parenthesis()) continue;
    if (role_->complete) return;
    if (word_in(d_, at_, "dari", "pada", "di", "bidang")) {
      uint32_t k = at_ + 1;
      while (k < at_ + 3 && !institutions_.at(k) && k < d_.size() && d_.atom(k).word() && !newline(k)) ++k;
      if (!institutions_.at(k) && !capital(d_, at_ + 1)) return;
      ++at_;
      continue;
    }
    const Match* unit = d_.match(at_, Kind::unit);
    const bool field = unit || word_in(d_, at_, "politik", "pemilu", "kepemiluan", "hukum", "tata", "negara", "ilmu", "pidana", "komunikasi", "kebijakan", "publik", "sosial", "pemerintahan", "fakultas", "senior", "militer", "pertahanan", "ekonomi", "pemohon", "termohon", "terdakwa", "tersangka", "penggugat", "tergugat", "pelapor", "terlapor", "paslon", "pasangan", "calon", "konstitusi", "demokrasi", "partai", "asal", "lokal", "muda");
    if (field) {
      at_ = unit ? unit->last : at_ + 1;
      continue;
    }
    if (school && capital(d_, at_) && !bare(at_)) {  // Kepala Sekolah SMAN 1 Bau-Bau
      uint32_t k = at_;
      if (word_in(d_, k, "sma", "sman", "smp", "smpn", "smk", "smkn", "sd", "sdn", "man", "mts", "mtsn", "mi", "min", "tk", "slb", "fakultas")) {
        const uint32_t school_begin = k++;
        while (k < d_.size() && !newline(k) && k < school_begin + 5 && !bare(k) && (d_.atom(k).number() || word_is(d_, k, "negeri") || topic(k))) ++k;
        if (regions_.at(k)) k = regions_.at(k)->span.last;
        role_->institution = plain_text(d_, {school_begin, k});
        role_->complete = true;
        at_ = k;
        continue;
      }
    }
    return;
  }
}

}  // namespace netra::extract
