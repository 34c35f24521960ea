#include "extract/role_reader.hpp"

namespace netra::extract {

bool RoleReader::take_branch() {
  if (!role_->complete || role_->institution.empty() || newline(at_) || !capital(d_, at_)) return false;
  if (!word_in(d_, at_, "cabang", "wilayah", "ranting", "komisariat", "daerah")) return false;
  const RegionMention* place = newline(at_ + 1) ? nullptr : regions_.at(at_ + 1);
  if (!place) return false;
  if (role_->unit.empty()) role_->unit = plain_text(d_, {at_, place->span.last});
  role_->region = place->region;
  role_->region_named = true;
  at_ = place->span.last;
  return true;
}

bool RoleReader::take_team() {
  if (newline(at_) || !word_in(d_, at_, "tim", "panitia") || !role_->institution.empty()) return false;
  if (!capital(d_, at_)) return take_small_team();
  if (!word_is(d_, at_, "tim")) return false;
  uint32_t k = at_ + 1;
  while (capital(d_, k) && !newline(k) && k < at_ + 6 &&
         word_in(d_, k, "pemenangan", "kampanye", "nasional", "daerah", "sukses", "hukum", "relawan", "koalisi", "transisi",
                 "advokasi", "bersama"))
    ++k;
  if (k == at_ + 1) return false;
  uint32_t last = k;
  if (regions_.at(k) && !d_.mark(regions_.at(k)->span.last, '-')) {
    if (role_->office->level != Level::negara) role_->region = regions_.at(k)->region, role_->region_named = true;
    last = regions_.at(k)->span.last;
  } else if (word_in(d_, k, "paslon", "pasangan") && !newline(k)) {
    last = k + 1;
    while (last < d_.size() && last < k + 5 && (word_in(d_, last, "nomor", "urut", "calon") || d_.atom(last).number())) ++last;
  }
  // the candidates: "Rahmat-Yusuf", "Ridwan Kamal-Suswanto Hadi,"
  for (uint32_t n = last; n < last + 4 && capital(d_, n) && !newline(n); ++n) {
    if (!(d_.mark(n + 1, '-') || d_.mark(n + 1, '/')) || spaced(d_, n + 1) || !capital(d_, n + 2)) continue;
    uint32_t end = n + 3;
    while (capital(d_, end) && !newline(end) && end < n + 6) ++end;
    last = d_.mark(end, ',') ? end : n + 3;
    break;
  }
  role_->institution = plain_text(d_, {at_, k});
  if (last > k) role_->institution = joined(d_, role_->institution, plain_text(d_, {k, last}));
  role_->body_class = BodyClass::pemilu;
  role_->complete = true;
  role_->national = role_->national || (!role_->region && word_is(d_, k - 1, "nasional"));
  at_ = last;
  return true;
}

void RoleReader::take_title_team() {
  constexpr std::string_view kTeam = " Tim";
  if (!role_->office_text.ends_with(kTeam) || !word_is(d_, at_ - 1, "tim")) return;
  --at_;
  if (take_team())
    role_->office_text.remove_suffix(kTeam.size());  // Ketua, of that team
  else
    ++at_;
}

bool RoleReader::take_small_team() {
  const bool team = word_is(d_, at_, "tim") && word_in(d_, at_ + 1, "pemenangan", "kampanye", "sukses");
  const bool committee = word_is(d_, at_, "panitia") && word_in(d_, at_ + 1, "pilkades", "pemilihan", "pelaksana", "seleksi");
  if (!team && !committee) return false;
  std::string name(plain_text(d_, {at_, at_ + 2}));
  name[0] = static_cast<char>(name[0] - 'a' + 'A');
  role_->institution = d_.keep(std::move(name));
  role_->body_class = team ? BodyClass::pemilu : BodyClass::daerah;
  role_->complete = true;
  at_ += 2;
  uint32_t k = at_;  // "salah satu calon", "pasangan nomor urut 2"
  while (k < at_ + 8 && k < d_.size() && !newline(k) && (d_.atom(k).number() || (d_.atom(k).word() && !capital(d_, k)))) ++k;
  if (d_.mark(k, ',')) at_ = k;
  return true;
}

}  // namespace netra::extract
