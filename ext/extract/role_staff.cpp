#include <algorithm>

#include "extract/role_reader.hpp"

namespace netra::extract {

using data::Complement;
using data::CueClass;
using data::Holder;

void RoleReader::staff() {
  if (newline(at_)) return;
  const uint32_t begin = at_;
  if (roman(d_, at_))
    ++at_;
  else if (at_ < d_.size() && d_.atom(at_).number())
    ++at_;
  take_field(begin);
  for (unsigned n = 0; n < 5 && at_ < d_.size(); ++n) {
    if (newline(at_)) return;
    if (d_.mark(at_, '(') && take_parenthesis()) continue;
    if (take_team()) continue;
    if (word_in(d_, at_, "di", "pada") && institutions_.at(at_ + 1) && !newline(at_ + 1)) ++at_;
    if (institutions_.at(at_)) {
      if (!take_institution(false)) return;
      continue;
    }
    if (role_->complete && role_->unit.empty() && word_in(d_, at_, "bidang", "urusan")) {  // Asisten KASN Bidang ...
      const uint32_t field = at_;
      take_field(field);
      if (at_ > field) continue;
      return;
    }
    // "Asisten Pemerintahan Sekda Kota Pariaman", "Staf Khusus Menteri Agama": whose assistant it is
    if (const auto head = d_.match(at_, Kind::office);
        head && d_.office(*head).holder == Holder::one && (d_.office(*head).office != "Presiden" || d_.mark(head->last, ','))) {
      at_ = head->last;
      role_->complete = true;
      continue;
    }
    if (take_region() || take_word(CueClass::local)) continue;
    return;
  }
}

void RoleReader::take_field(uint32_t begin) {
  const bool field = word_in(d_, at_, "bidang", "urusan") && !newline(at_);
  if (field) ++at_;
  const uint32_t end = topics_end(at_);
  if (end > at_) at_ = end;
  if (at_ > begin && !(field && at_ == begin + 1)) {
    role_->unit = plain_text(d_, {begin, at_});
    role_->complete = true;
  } else {
    at_ = begin;
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
    if (word_is(d_, at_, "nomor") && word_is(d_, at_ + 1, "urut") && at_ + 2 < d_.size() &&
        d_.atom(at_ + 2).number()) {  // kuasa hukum pasangan nomor urut 2
      at_ += 3;
      continue;
    }
    if (d_.atom(at_).word() && !capital(d_, at_) && !word_in(d_, at_, "dari", "pada", "di", "bidang", "yang", "dan") &&
        !d_.match(at_, Kind::speech)) {
      uint32_t k = at_ + 1;  // pakar hukum administrasi Universitas X
      while (k < at_ + 4 && k < d_.size() && !newline(k) && d_.atom(k).word() && !capital(d_, k) && !d_.match(k, Kind::speech))
        ++k;
      if (institutions_.at(k) && !newline(k) && capital(d_, k)) {
        at_ = k;
        continue;
      }
    }
    if (word_in(d_, at_, "dari", "pada", "di", "bidang")) {
      uint32_t k = at_ + 1;
      while (k < at_ + 3 && !institutions_.at(k) && k < d_.size() && d_.atom(k).word() && !newline(k)) ++k;
      if (!institutions_.at(k) && !capital(d_, at_ + 1)) return;
      ++at_;
      continue;
    }
    if (school && role_->unit.empty() && word_is(d_, at_, "fakultas")) {  // Dekan Fakultas Hukum
      const uint32_t begin = at_;
      at_ = std::max(topics_end(at_ + 1), at_ + 1);
      role_->unit = plain_text(d_, {begin, at_});
      continue;
    }
    const auto unit = d_.match(at_, Kind::unit);
    const bool field =
        unit || word_in(d_, at_, "politik", "pemilu", "kepemiluan", "hukum", "tata", "negara", "ilmu", "pidana", "komunikasi",
                        "kebijakan", "publik", "sosial", "pemerintahan", "fakultas", "senior", "militer", "pertahanan", "ekonomi",
                        "pemohon", "termohon", "terdakwa", "tersangka", "penggugat", "tergugat", "pelapor", "terlapor", "paslon",
                        "pasangan", "calon", "konstitusi", "demokrasi", "partai", "asal", "lokal", "muda");
    if (field) {
      at_ = unit ? unit->last : at_ + 1;
      continue;
    }
    if (school && school_word(d_, at_) && !bare(at_)) {  // Kepala Sekolah SMAN 1 Bau-Bau
      take_school();
      continue;
    }
    return;
  }
}

}  // namespace netra::extract
