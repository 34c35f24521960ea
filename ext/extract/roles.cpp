#include "extract/roles.hpp"

#include <algorithm>

#include "extract/grammar.hpp"
#include "extract/names.hpp"

namespace netra::extract {

using data::Acting;
using data::Complement;
using data::CueClass;
using data::Holder;
using data::OfficeClass;
using data::UnitType;

namespace {

bool roman(const Document& d, uint32_t i) noexcept {
  return word_in(d, i, "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii") &&
         d.is(i, text::kCapital);
}

class RoleReader {
 public:
  RoleReader(const Document& d, const Regions& regions, const Institutions& institutions, const std::vector<std::string>& bare_names)
      : d_(d), regions_(regions), institutions_(institutions), bare_names_(bare_names) {}

  // Reads the role that begins at atom i; false when none does.
  bool read(uint32_t i, Role& role) {
    role = {};
    role_ = &role;
    at_ = begin_ = i;
    if (!markers(i)) return false;
    const Match* office = d_.match(at_, Kind::office);
    if (!office) return false;
    role.office = &d_.office(*office);
    role.office_text = role.office->office;
    role.title = at_;
    role.nested = d_.is(at_, text::kNested) && !d_.is(i, text::kNested) ? false : d_.is(i, text::kNested);
    role.possessed = d_.atom(office->last - 1).is(text::kClitic);
    if (role.acting != Acting::none && heads_only_ && role.office->complement != Complement::head && role.office->complement != Complement::area)
      return false;
    if (!capital(d_, at_) && role.office->complement == Complement::body && role.office->office == "Direktur" && !capital(d_, office->last))
      return false;
    at_ = office->last;
    if (role.office->complement == Complement::ticket) role.standing = Standing::calon;
    complement();
    after_markers();
    role.span = {i, at_};
    look_back(i);
    return true;
  }

 private:
  bool newline(uint32_t i) const { return d_.is(i, text::kNewlineBefore); }
  bool paragraph(uint32_t i) const { return i >= d_.size() || d_.is(i, text::kParagraphBefore); }

  // [former | candidate | Pak] [acting]
  bool markers(uint32_t i) {
    heads_only_ = false;
    for (unsigned n = 0; n < 4; ++n) {
      if (n > 0 && newline(at_)) return false;
      if (const Match* former = cue_at(d_, at_, CueClass::former)) {
        role_->standing = Standing::mantan;
        at_ = former->last;
        if (d_.atom(former->last - 1).is(text::kClitic)) return false;
        continue;
      }
      if (const Match* candidate = cue_at(d_, at_, CueClass::candidate)) {
        if (role_->standing != Standing::mantan) role_->standing = Standing::calon;
        at_ = candidate->last;
        continue;
      }
      if (const Match* acting = d_.match(at_, Kind::acting)) {
        const data::ActingMarker& row = data::acting_markers[acting->row];
        uint32_t last = acting->last;
        if (d_.mark(last, '.') && !spaced(d_, last)) ++last;
        role_->acting = row.acting;
        role_->acting_span = {at_, last};
        heads_only_ = row.heads;
        at_ = last;
        continue;
      }
      if (n == 0 || at_ == i) {
        if (word_in(d_, at_, "pak", "bu", "bapak", "ibu", "sang", "mas") && d_.match(at_ + 1, Kind::office)) {
          role_->polite = true;
          ++at_;
          continue;
        }
      }
      break;
    }
    return at_ < d_.size();
  }

  // What the title is completed by, by its kind.
  void complement() {
    switch (role_->office->complement) {
      case Complement::head:
      case Complement::ticket:
        return head();
      case Complement::state:
        role_->national = true;
        return head();
      case Complement::ministry:
        role_->national = true;
        return ministry();
      case Complement::agency:
        return agency();
      case Complement::area:
        return area();
      case Complement::body:
        return body();
      case Complement::police:
        return head();
      case Complement::desk:
        return desk();
      case Complement::military:
        return military();
      case Complement::court:
        return court();
      case Complement::staff:
        return staff();
      case Complement::school:
      case Complement::expert:
        return expert();
      case Complement::plain:
        return head();
    }
  }

  // --- parts -------------------------------------------------------------------------------------------------------------

  bool take_parenthesis() {
    const uint32_t after = after_parenthesis(d_, at_);
    if (after == at_ || newline(at_)) return false;
    for (uint32_t k = at_ + 1; k + 1 < after; ++k)
      if (d_.match(k, Kind::office) && after - at_ > 3) return false;  // a second office
    const Match* party = d_.match(at_ + 1, Kind::institution);
    if (party && d_.institution(*party).institution_class == "partai") return false;
    at_ = after;
    return true;
  }

  bool take_region() {
    if (newline(at_)) return false;
    if (const RegionMention* m = regions_.at(at_)) {
      if (!role_->region) {
        role_->region = m->region;
        role_->region_named = true;
        role_->complete = true;
      }
      at_ = m->span.last;
      return true;
    }
    return false;
  }

  bool take_word(CueClass wanted) {
    const Match* m = newline(at_) ? nullptr : cue_at(d_, at_, wanted);
    if (!m) return false;
    at_ = m->last;
    return true;
  }

  // Kecamatan X, Desa Y behind a place: passed over.
  bool take_district() {
    if (!word_in(d_, at_, "kecamatan", "kec", "kelurahan", "desa", "distrik", "nagari", "gampong", "dapil") || newline(at_)) return false;
    uint32_t k = at_ + 1;
    if (d_.mark(k, '.')) ++k;
    const uint32_t begin = k;
    while (capital(d_, k) && !newline(k) && k < begin + 3 && !bare(k) && !regions_.at(k)) ++k;
    if (k == begin) return false;
    at_ = k;
    role_->complete = true;
    return true;
  }

  bool bare(uint32_t k) const { return is_bare_name(d_, bare_names_, k); }

  bool take_institution(bool as_unit) {
    if (newline(at_)) return false;
    const Institution* b = institutions_.at(at_);
    if (!b) return false;
    if (b->row && b->row->abbreviation.starts_with("Pem")) {  // Sekda Pemprov Sumsel: only the region matters
      if (b->region && !role_->region) role_->region = b->region, role_->region_named = true;
    } else if (as_unit && role_->unit.empty()) {
      role_->unit = unit_name(*b);
    } else if (role_->institution.empty()) {
      role_->institution = b->abbreviation.empty() ? b->name : b->abbreviation;
      role_->institution_row = b->row;
      if (b->row && (b->row->level == Level::negara || (!b->region && word_in(d_, b->name_span.last - 1, "ri", "indonesia", "pusat")))) role_->national = true;
      if (!b->row && b->institution_class != "daerah") role_->national = role_->national || b->institution_class == "pendidikan";
    } else if (!role_->unit.empty() || role_->complete) {
      return false;
    }
    if (b->region && !role_->region) {
      role_->region = b->region;
      role_->region_named = true;
    }
    role_->complete = true;
    at_ = b->span.last;
    if (role_->institution == "Polda Metro Jaya" && !role_->region) role_->region = find_region("31"), role_->national = false;
    return true;
  }

  static std::string unit_name(const Institution& b) {
    // Badan Kesbangpol, BKPSDM, Dinas Kesehatan: as the press names them; Dinkes means Dinas Kesehatan.
    if (b.abbreviation.empty() || (b.name.starts_with("Dinas") && b.abbreviation.find(' ') == std::string::npos)) return b.name;
    return b.abbreviation;
  }

  // A run of topic words: "Pemberdayaan Masyarakat dan Desa". Unknown words belong to it when a comma or parenthesis and then a
  // name follow. Returns where it ends.
  uint32_t topics_end(uint32_t i) const {
    uint32_t last = i;
    for (uint32_t k = i; k < d_.size() && k < i + 14;) {
      if (newline(k)) break;
      const Match* unit = d_.match(k, Kind::unit);
      if (unit && capital(d_, k) && !bare(k)) {
        k = last = unit->last;
        continue;
      }
      const bool joint = word_in(d_, k, "dan", "serta") || d_.mark(k, ',') || d_.mark(k, '&') || d_.mark(k, '/');
      if (joint && k > i) {
        uint32_t next = k + 1;
        if (d_.mark(k, ',') && word_is(d_, next, "dan")) ++next;
        const Match* m = d_.match(next, Kind::unit);
        // "Kepala Bidang Hukum, Politik ..." goes on, "Kabag Hukum, Ali" does not
        if (m && capital(d_, next) && !bare(next) && !newline(next)) {
          k = next;
          continue;
        }
      }
      break;
    }
    uint32_t k = last;  // unknown words before a comma
    while (capital(d_, k) && !newline(k) && k < last + 4 && !bare(k) && !regions_.at(k) && !institutions_.at(k) && !d_.match(k, Kind::rank) &&
           !d_.match(k, Kind::honorific) && !d_.match(k, Kind::office))
      ++k;
    if (k > last && (d_.mark(k, ',') || (d_.mark(k, '('))) && last == i) {
      Name name;
      const uint32_t next = d_.mark(k, ',') ? k + 1 : after_parenthesis(d_, k);
      if (read_name(d_, d_.mark(next, ',') ? next + 1 : next, name)) return k;
    }
    return last;
  }

  // A place that no table knows: "Syiah Kuala", "Terbanggi Besar". Ends at a comma, a title or where the person's name begins.
  uint32_t place_end(uint32_t i) {
    uint32_t k = i;
    while (name_like(k) && !newline(k) && k < i + 6) ++k;
    if (k == i) return i;
    if (d_.is(i, text::kHeadline)) return known_place(i, k);  // "Kades Divonis": every word of a headline has a capital
    const bool closed = !capital(d_, k) || newline(k);
    const bool before_title = d_.match(k, Kind::honorific) || d_.match(k, Kind::rank);
    if (d_.mark(k, '(') || before_title) return std::min(k, i + 3);
    if (d_.mark(k, ',')) {  // "Camat Telaga, Djafar", but "Camat Rappocini Aminuddin, S.STP, mengatakan"
      Name name;
      const bool degree = d_.match(k + 1, Kind::degree) != nullptr;
      const bool name_before = begin_ > 1 && d_.mark(begin_ - 1, ',') && capital(d_, begin_ - 2);  // "X, Ketua PPK Terbanggi Besar,"
      if (!degree && (k == i + 1 || name_before || read_name(d_, k + 1, name) || d_.match(k + 1, Kind::office))) return std::min(k, i + 3);
    } else if (!closed) {
      return std::min(k, i + 2);
    }
    // the run goes on into the name: "Camat Rappocini Aminuddin Sese"
    for (uint32_t n = i + 1; n < k; ++n)
      if (bare(n)) return n;
    if (bare(i)) return i;
    if (const uint32_t known = known_place(i, k); known > i) return known;
    role_->place_open = true;
    const uint32_t length = k - i;
    return length <= 2 ? i + 1 : length == 3 ? i + 1 : i + 2;
  }

  bool name_like(uint32_t k) const {
    return capital(d_, k) && !d_.match(k, Kind::weekday) && !d_.match(k, Kind::office) && !d_.match(k, Kind::acting) &&
           !d_.match(k, Kind::rank) && !d_.match(k, Kind::honorific) && !institutions_.at(k) && !cue_at(d_, k, CueClass::number) && !cue_at(d_, k, CueClass::also) &&
           !cue_at(d_, k, CueClass::link) && !word_in(d_, k, "kabupaten", "kecamatan", "kab", "kec", "provinsi", "yang");
  }

  // The longest beginning of the run [i, end) that the text names with "Kecamatan", "Desa" ... elsewhere.
  uint32_t known_place(uint32_t i, uint32_t end) const {
    uint32_t best = i;
    for (uint32_t k = 0; k + 1 < d_.size(); ++k) {
      if (!word_in(d_, k, "kecamatan", "distrik", "desa", "kelurahan", "nagari", "gampong", "polsek", "kec", "di", "ppk", "panwascam")) continue;
      uint32_t n = 0;
      while (i + n < end && k + 1 + n < d_.size() && d_.bytes(i + n) == d_.bytes(k + 1 + n)) ++n;
      if (n > 0 && k + 1 != i) best = std::max(best, i + n);
    }
    return best;
  }

  // --- complements -------------------------------------------------------------------------------------------------------

  void head() {
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

  void ministry() {
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

  void agency() {
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

  void agency_tail() {
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

  void area() {
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

  // Divisi Hukum, Komisi II, Fraksi Golkar, DPC ... before or behind the body.
  bool take_unit() {
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

  void body() {
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

  // PPK Terbanggi Besar, Panwascam Jenggawah, PPS Desa X: the place of a small body.
  void small_place() {
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

  // "Direktur Perludata, Heru": a body that no table knows, closed by a comma before the name, or written in capitals.
  void unknown_body() {
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

  void desk() {
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

  // "0716/Demak", "071/Wijayakusuma", "IV/Diponegoro", "05/Margorejo"
  void military() {
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

  void court() {
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

  // Asisten I Setda, Staf Ahli Bidang Hukum, Dirjen Otonomi Daerah Kemendagri, Deputi Bidang SDM Aparatur Kementerian PAN-RB
  void staff() {
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

  // pengamat politik dari Universitas X, dosen hukum tata negara Universitas Y, kuasa hukum pemohon
  void expert() {
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

  bool topic(uint32_t k) const { return capital(d_, k) && d_.match(k, Kind::unit); }

  // --- around --------------------------------------------------------------------------------------------------------------

  // terpilih, nonaktif, petahana, definitif, itu, berinisial
  void after_markers() {
    for (unsigned n = 0; n < 4 && at_ < d_.size() && !newline(at_); ++n) {
      if (const Match* m = cue_at(d_, at_, CueClass::elected)) {
        role_->standing = Standing::terpilih;
        at_ = m->last;
        if (!role_->region) take_region();
      } else if (const Match* off = cue_at(d_, at_, CueClass::inactive); off && !word_is(d_, at_, "cuti")) {
        role_->standing = Standing::nonaktif;
        at_ = off->last;
        if (!role_->region) take_region();
      } else if (const Match* kept = cue_at(d_, at_, CueClass::incumbent)) {
        if (word_is(d_, at_, "definitif") && word_in(d_, kept->last, "belum", "tidak")) role_->common = true;
        at_ = kept->last;
        if (!role_->region) take_region();
        while (at_ < d_.size() && word_is(d_, at_ - 1, "periode") && (d_.atom(at_).number())) {
          at_ += d_.mark(at_ + 1, '-') ? 3 : 1;
          break;
        }
      } else {
        break;
      }
    }
    if (word_in(d_, at_, "nomor", "no") && at_ + 1 < d_.size() && (d_.atom(at_ + 1).number() || d_.mark(at_ + 1, '.'))) role_->common = true;  // SE Mendagri Nomor 100
    if (cue_at(d_, at_, CueClass::anaphor)) role_->anaphor = true;
    if (const Match* initials = cue_at(d_, at_, CueClass::unnamed)) {
      role_->unnamed = true;
      (void)initials;
    }
  }

  // Words before the role that make it nobody in particular.
  void look_back(uint32_t i) {
    if (i == 0) return;
    uint32_t k = i;
    if (d_.is(i, text::kNewlineBefore)) return;
    if (d_.mark(k - 1, '"') || d_.atom(k - 1).punct()) {
      if (d_.mark(k - 1, '-') || d_.mark(k - 1, '/')) role_->common = role_->common || !spaced(d_, k);
      return;
    }
    if (d_.atom(k - 1).number() && !role_->nested) role_->common = true;
    for (const auto c : {CueClass::plural, CueClass::indefinite, CueClass::place, CueClass::election, CueClass::negation})
      if (const Match* m = cue_before(d_, i, c)) {
        // "di kantor Bupati", but "Surat Edaran Bupati" too; a capital head right behind "jabatan" is still a post
        if (c == CueClass::indefinite && role_->standing == Standing::calon && word_is(d_, m->first, "menjadi")) continue;
        role_->common = true;
      }
  }

  const Document& d_;
  const Regions& regions_;
  const Institutions& institutions_;
  const std::vector<std::string>& bare_names_;
  Role* role_ = nullptr;
  uint32_t at_ = 0;
  uint32_t begin_ = 0;
  bool heads_only_ = false;
};

// "Bupati dan Wakil Bupati Ngawi": the first shares what the second has.
void share(std::vector<Role>& roles, const Document& d) {
  for (size_t i = 0; i + 1 < roles.size(); ++i) {
    Role& a = roles[i];
    const Role& b = roles[i + 1];
    if (b.span.first != a.span.last + 1 || !(word_in(d, a.span.last, "dan", "serta") || d.mark(a.span.last, '-') || d.mark(a.span.last, '/'))) continue;
    if (a.office->complement != b.office->complement) continue;
    if (!a.region && b.region) a.region = b.region, a.region_named = true;
    if (a.institution.empty() && a.office->complement == Complement::body && !a.complete) {
      a.institution = b.institution, a.institution_row = b.institution_row, a.complete = b.complete;
    }
    if (a.standing == Standing::calon) roles[i + 1].standing = Standing::calon;
    if (b.standing == Standing::terpilih) a.standing = Standing::terpilih;
    if (a.common) roles[i + 1].common = true;
    if (a.acting != Acting::none && b.acting == Acting::none && a.span.last - a.title < 3) roles[i + 1].acting = Acting::none;
  }
}

}  // namespace

std::vector<Role> find_roles(const Document& d, const Regions& regions, const Institutions& institutions,
                             const std::vector<std::string>& bare_names) {
  std::vector<Role> roles;
  RoleReader reader(d, regions, institutions, bare_names);
  Role role;
  for (uint32_t i = 0; i < d.size();) {
    d.poll();
    bool opens = false;
    if (!d.is(i, text::kBoilerplate))
      for (const Match& m : d.matches(i))
        opens = opens || m.kind == Kind::office || m.kind == Kind::acting || (m.kind == Kind::cue && (data::cues[m.row].cue_class == CueClass::former ||
                                                                           data::cues[m.row].cue_class == CueClass::candidate)) ||
                m.kind == Kind::honorific || word_is(d, i, "sang");
    if (opens && reader.read(i, role)) {
      roles.push_back(role);
      i = std::max(role.span.last, i + 1);
    } else {
      ++i;
    }
  }
  share(roles, d);
  return roles;
}

}  // namespace netra::extract
