#include "extract/role_reader.hpp"

#include <algorithm>

#include "extract/names.hpp"
#include "morphology/stemmer.hpp"
#include "text/fold.hpp"

namespace netra::extract {

using data::Acting;
using data::Complement;
using data::CueClass;
using data::Holder;
using data::UnitType;

namespace {

// Abbreviations that open the name of a school.
bool school_word(const Document& d, uint32_t i) noexcept {
  return capital(d, i) && !d.is(i, text::kNewlineBefore) &&
         word_in(d, i, "sma", "sman", "smp", "smpn", "smk", "smkn", "sd", "sdn", "man", "mts", "mtsn", "mi", "min", "tk", "slb", "mtsn", "madrasah");
}

}  // namespace

void RoleReader::head() {
  const bool national = role_->office->complement == Complement::state;  // "Wamendagri Bima Aryasena"
  for (unsigned n = 0; n < 6 && at_ < d_.size(); ++n) {
    if (newline(at_)) return;
    if (!national && take_region()) continue;
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
    const bool regional = !b->row || b->institution_class == "daerah" || (b->institution_class == "kepegawaian" && b->row->level != Level::negara);
    const bool inner = implied == "Bidang" || implied == "Bagian" || implied == "Biro" || implied == "Seksi" || implied == "Subbagian" || implied == "Sekretariat";
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
    // "Keuchik Gampong Lhok Awe": the word for the place again
    if (capital(d_, at_ + 1) && (role_->office->unit == "Nagari" ? word_is(d_, at_, "nagari") : word_in(d_, at_, "gampong", "desa", "kelurahan", "kecamatan", "distrik"))) ++at_;
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
  if (!role_->office->unit.empty()) {  // Koordinator Divisi
    const uint32_t end = topics_end(at_);
    role_->unit = role_->office->unit;
    if (end > at_) role_->unit += ' ' + plain_text(d_, {at_, end});
    at_ = end;
  }
  if (roman(d_, at_) && !newline(at_) && !d_.mark(at_ + 1, '.') && (institutions_.at(at_ + 1) || d_.match(at_ + 1, Kind::unit))) ++at_;  // Wakil Ketua I DPRD
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
    if (role_->complete && word_in(d_, at_, "asal", "dapil", "perwakilan", "mewakili", "utusan") && regions_.at(at_ + 1)) {  // anggota DPD asal Maluku
      ++at_;
      take_region();
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
  if (word_is(d_, at_, "tps") && at_ + 1 < d_.size() && d_.atom(at_ + 1).number()) {  // Ketua KPPS TPS 08
    role_->unit = plain_text(d_, {at_, at_ + 2});
    at_ += 2;
    return;
  }
  // "PPK Purwodadi", "Panwascam Muara Teweh": the place is the district, though a regency has its seat there
  if (const RegionMention* m = regions_.at(at_ - 1); m && m->basis == RegionBasis::alias && !m->listed && m->span.last == at_) return seat_place(at_ - 1);
  if (const RegionMention* m = at_ > 1 ? regions_.at(at_ - 2) : nullptr; m && m->basis == RegionBasis::alias && !m->listed && m->span.last == at_) return seat_place(at_ - 2);
  if (word_in(d_, at_, "kecamatan", "kec", "desa", "kelurahan", "distrik")) ++at_;
  if (word_in(d_, at_, "tps")) return;
  const uint32_t end = place_end(at_);
  if (end > at_) {
    role_->place = {at_, end};
    role_->unit = std::string(level == Level::kecamatan ? "Kecamatan " : "Desa ") + plain_text(d_, {at_, end});
    at_ = end;
  }
}

void RoleReader::seat_place(uint32_t first) {
  role_->place = {first, at_};
  role_->unit = std::string(role_->institution_row->level == Level::kecamatan ? "Kecamatan " : "Desa ") + plain_text(d_, role_->place);
}

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
  while (capital(d_, k) && !newline(k) && k < at_ + 6 && word_in(d_, k, "pemenangan", "kampanye", "nasional", "daerah", "sukses", "hukum", "relawan", "koalisi", "transisi", "advokasi", "bersama")) ++k;
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
  if (last > k) role_->institution += ' ' + plain_text(d_, {k, last});
  role_->institution_class = "pemilu";
  role_->complete = true;
  role_->national = role_->national || (!role_->region && word_is(d_, k - 1, "nasional"));
  at_ = last;
  return true;
}

bool RoleReader::take_small_team() {
  const bool team = word_is(d_, at_, "tim") && word_in(d_, at_ + 1, "pemenangan", "kampanye", "sukses");
  const bool committee = word_is(d_, at_, "panitia") && word_in(d_, at_ + 1, "pilkades", "pemilihan", "pelaksana", "seleksi");
  if (!team && !committee) return false;
  role_->institution = plain_text(d_, {at_, at_ + 2});
  role_->institution[0] = static_cast<char>(role_->institution[0] - 'a' + 'A');
  role_->institution_class = team ? "pemilu" : "daerah";
  role_->complete = true;
  at_ += 2;
  uint32_t k = at_;  // "salah satu calon", "pasangan nomor urut 2"
  while (k < at_ + 8 && k < d_.size() && !newline(k) && (d_.atom(k).number() || (d_.atom(k).word() && !capital(d_, k)))) ++k;
  if (d_.mark(k, ',')) at_ = k;
  return true;
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
    if (d_.mark(k, ',') && words > 0 && capital(d_, k + 1) && !d_.match(k + 1, Kind::degree) && common_word(k + 1) && !bare(k + 1)) continue;
    if (d_.mark(k, ',') && words > 0 && word_is(d_, k + 1, "dan")) continue;
    if (!capital(d_, k)) break;
    if (institutions_.at(k) || regions_.at(k)) break;
    if (d_.match(k, Kind::rank) || d_.match(k, Kind::honorific) || d_.match(k, Kind::office) || d_.match(k, Kind::acting) || word_is(d_, k, "tim")) break;
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
  if (body || (region && region->basis == RegionBasis::level)) return capital(d_, k - 1) || d_.atom(k - 1).number() ? (unknown <= known + 1 ? k : last) : last;
  if (!d_.mark(k, ',') || stray || known < 2 || (unknown > 0 && !joint) || unknown >= known) return last;
  Name name;
  if (!read_name(d_, k + 1, name) || (!name.titled() && common_word(name.span.first))) return last;
  return k;
}

bool RoleReader::common_word(uint32_t k) const {
  char buffer[256];
  const std::string_view word(buffer, text::fold_word(d_.bytes(k).substr(0, 60), text::Diacritics::remove, buffer, sizeof buffer));
  morph::Derivation best;
  return morph::analyze(word, &best, 1) > 0 && best.known;
}

void RoleReader::take_school() {
  const uint32_t begin = at_;
  uint32_t k = at_ + 1;
  while (k < d_.size() && !newline(k) && k < begin + 5 && !bare(k) && (d_.atom(k).number() || word_is(d_, k, "negeri") || topic(k))) ++k;
  const RegionMention* region = newline(k) ? nullptr : regions_.at(k);
  if (region) k = region->span.last;
  else if (capital(d_, k) && !newline(k) && k > begin + 1) k = std::max(k, place_end(k));
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
    if (const Match* head = d_.match(at_, Kind::office); head && d_.office(*head).holder == Holder::one && d_.office(*head).office != "Presiden" &&
                                                         role_->office->office != "Juru Bicara") {
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
    if (word_is(d_, at_, "nomor") && word_is(d_, at_ + 1, "urut") && at_ + 2 < d_.size() && d_.atom(at_ + 2).number()) {  // kuasa hukum pasangan nomor urut 2
      at_ += 3;
      continue;
    }
    if (d_.atom(at_).word() && !capital(d_, at_) && !word_in(d_, at_, "dari", "pada", "di", "bidang", "yang", "dan") && !d_.match(at_, Kind::speech)) {
      uint32_t k = at_ + 1;  // pakar hukum administrasi Universitas X
      while (k < at_ + 4 && k < d_.size() && !newline(k) && d_.atom(k).word() && !capital(d_, k) && !d_.match(k, Kind::speech)) ++k;
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
    const Match* unit = d_.match(at_, Kind::unit);
    const bool field = unit || word_in(d_, at_, "politik", "pemilu", "kepemiluan", "hukum", "tata", "negara", "ilmu", "pidana", "komunikasi", "kebijakan", "publik", "sosial", "pemerintahan", "fakultas", "senior", "militer", "pertahanan", "ekonomi", "pemohon", "termohon", "terdakwa", "tersangka", "penggugat", "tergugat", "pelapor", "terlapor", "paslon", "pasangan", "calon", "konstitusi", "demokrasi", "partai", "asal", "lokal", "muda");
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
