#include "extract/role_reader.hpp"

#include <algorithm>

#include "extract/names.hpp"

namespace netra::extract {

using data::Acting;
using data::Complement;
using data::CueClass;

namespace {

constexpr uint32_t kPlaceWords = 6;  // words of a place's name

}  // namespace

bool RoleReader::read(uint32_t i, Role& role) {
  role = {};
  role_ = &role;
  at_ = begin_ = i;
  if (!markers(i)) return false;
  const auto office = d_.match(at_, Kind::office);
  if (!office) return false;
  role.office = &d_.office(*office);
  role.office_text = role.office->office;
  role.title = at_;
  role.nested = d_.is(at_, text::kNested) && !d_.is(i, text::kNested) ? false : d_.is(i, text::kNested);
  role.possessed = d_.atom(office->last - 1).is(text::kClitic);
  if (role.acting != Acting::none && heads_only_ && role.office->complement != Complement::head &&
      role.office->complement != Complement::area)
    return false;
  if (!capital(d_, at_) && role.office->complement == Complement::body && role.office->office == "Direktur" &&
      !capital(d_, office->last))
    return false;
  at_ = office->last;
  // "Kadis. Kesehatan"
  if (d_.mark(at_, '.') && !spaced(d_, at_) && role.office->complement == Complement::agency && capital(d_, at_ + 1) &&
      d_.match(at_ + 1, Kind::unit) && !newline(at_ + 1))
    ++at_;
  if (role.office->complement == Complement::ticket) role.standing = Standing::calon;
  complement();
  // "Kadiv Humas Polri Irjen Sandi": the rank, not the inspector general of a ministry
  if (role.office->complement == Complement::staff && !role.complete && d_.match(role.title, Kind::rank) && capital(d_, at_))
    return false;
  after_markers();
  role.span = {i, at_};
  look_back(i);
  return true;
}

bool RoleReader::markers(uint32_t i) {
  heads_only_ = false;
  for (unsigned n = 0; n < 4; ++n) {
    if (n > 0 && newline(at_)) return false;
    if (const auto former = cue_at(d_, at_, CueClass::former)) {
      role_->standing = Standing::mantan;
      at_ = former->last;
      if (d_.atom(former->last - 1).is(text::kClitic)) return false;
      continue;
    }
    if (const auto candidate = cue_at(d_, at_, CueClass::candidate)) {
      if (role_->standing != Standing::mantan) role_->standing = Standing::calon;
      at_ = candidate->last;
      continue;
    }
    if (const auto acting = d_.match(at_, Kind::acting)) {
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

void RoleReader::complement() {
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

bool RoleReader::take_parenthesis() {
  const uint32_t after = after_parenthesis(d_, at_);
  if (after == at_ || newline(at_)) return false;
  for (uint32_t k = at_ + 1; k + 1 < after; ++k)
    if (d_.match(k, Kind::office) && after - at_ > 3) return false;  // a second office
  const auto party = d_.match(at_ + 1, Kind::institution);
  if (party && d_.institution(*party).institution_class == "partai") return false;
  at_ = after;
  return true;
}

bool RoleReader::take_region() {
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

bool RoleReader::take_word(CueClass wanted) {
  const auto m = newline(at_) ? std::nullopt : cue_at(d_, at_, wanted);
  if (!m) return false;
  at_ = m->last;
  return true;
}

bool RoleReader::take_district() {
  if (!word_in(d_, at_, "kecamatan", "kec", "kelurahan", "desa", "distrik", "nagari", "gampong", "dapil") || newline(at_))
    return false;
  uint32_t k = at_ + 1;
  if (d_.mark(k, '.')) ++k;
  const uint32_t begin = k;
  while (capital(d_, k) && !newline(k) && k < begin + 3 && !bare(k)) {
    const RegionMention* region = regions_.at(k);  // "Kecamatan Ende Selatan", but "Kecamatan Limun Kabupaten Sarolangun"
    if (region && (k > begin || region->basis == RegionBasis::level)) break;
    ++k;
  }
  if (k == begin) return false;
  at_ = k;
  role_->complete = true;
  return true;
}

bool RoleReader::take_institution(bool as_unit) {
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
    const auto c = b->institution_class;
    role_->body_class = c == "daerah" ? BodyClass::daerah : c == "pusat" ? BodyClass::pusat : c == "pemilu" ? BodyClass::pemilu : BodyClass::other;
    if (b->row &&
        (b->row->level == Level::negara || (!b->region && word_in(d_, b->name_span.last - 1, "ri", "indonesia", "pusat"))))
      role_->national = true;
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
  take_other_name();
  if (role_->institution == "Polda Metro Jaya" && !role_->region) role_->region = find_region("31"), role_->national = false;
  return true;
}

void RoleReader::take_other_name() {
  if (!word_is(d_, at_, "atau") || newline(at_)) return;
  const Institution* other = institutions_.at(at_ + 1);
  const uint32_t last = other ? other->span.last : at_ + 2;
  if (!capital(d_, at_ + 1) || d_.match(at_ + 1, Kind::office) || !(d_.mark(last, ',') || other)) return;
  at_ = last;
}

std::string_view RoleReader::unit_name(const Institution& b) {
  const bool other_name = b.abbreviation.find(' ') != std::string::npos && !b.row;  // Dinas Kebudayaan (Kundha Kabudayan)
  if (b.abbreviation.empty() || other_name || (b.name.starts_with("Dinas") && b.abbreviation.find(' ') == std::string::npos))
    return b.name;
  return b.abbreviation;
}

uint32_t RoleReader::topics_end(uint32_t i) const {
  uint32_t last = i;
  for (uint32_t k = i; k < d_.size() && k < i + 14;) {
    if (newline(k)) break;
    const auto unit = d_.match(k, Kind::unit);
    if (k > i && (word_is(d_, k, "tim") || district_word(k))) break;  // Deputi Hukum Tim Kampanye ...
    if (unit && capital(d_, k) && !bare(k)) {
      k = last = unit->last;
      continue;
    }
    const bool joint = word_in(d_, k, "dan", "serta") || mark_in(d_, k, ",&/");
    if (joint && k > i) {
      uint32_t next = k + 1;
      if (d_.mark(k, ',') && word_is(d_, next, "dan")) ++next;
      const auto m = d_.match(next, Kind::unit);
      // "Kepala Bidang Hukum, Politik ..." goes on, "Kabag Hukum, Ali" does not
      if (m && capital(d_, next) && !bare(next) && !newline(next)) {
        k = next;
        continue;
      }
    }
    break;
  }
  if (const uint32_t more = unknown_topics(i, last); more > last) return more;
  uint32_t k = last;  // unknown words before a comma
  while (capital(d_, k) && !newline(k) && k < last + 4 && !bare(k) && !regions_.at(k) && !institutions_.at(k) &&
         !d_.match(k, Kind::rank) && !d_.match(k, Kind::honorific) && !d_.match(k, Kind::office))
    ++k;
  if (k > last && (d_.mark(k, ',') || (d_.mark(k, '('))) && last == i) {
    Name name;
    const uint32_t next = d_.mark(k, ',') ? k + 1 : after_parenthesis(d_, k);
    if (read_name(d_, d_.mark(next, ',') ? next + 1 : next, name)) return k;
  }
  return last;
}

uint32_t RoleReader::place_end(uint32_t i) {
  uint32_t k = i;
  for (; name_like(k) && !newline(k) && k < i + 6; ++k) {
    const RegionMention* region = k > i ? regions_.at(k) : nullptr;
    if (region && region->basis == RegionBasis::level) break;  // "Lurah Sananwetan Kota Blitar"
  }
  if (k == i) return i;
  if (d_.is(i, text::kHeadline)) return known_place(i, k);  // "Kades Divonis": every word of a headline has a capital
  const bool closed = !capital(d_, k) || newline(k);
  const bool before_title = d_.match(k, Kind::honorific) || d_.match(k, Kind::rank);
  if (d_.mark(k, '(') || before_title) return std::min(k, i + 3);
  if (d_.mark(k, ',')) {  // "Camat Telaga, Djafar", but "Camat Rappocini Aminuddin, S.STP, mengatakan"
    Name name;
    const bool degree = d_.begins(k + 1, Kind::degree);
    const bool name_before =
        begin_ > 1 && d_.mark(begin_ - 1, ',') && capital(d_, begin_ - 2);  // "X, Ketua PPK Terbanggi Besar,"
    if (!degree && (k == i + 1 || name_before || read_name(d_, k + 1, name) || d_.match(k + 1, Kind::office)))
      return std::min(k, i + 3);
  } else if (!closed) {
    return std::min(k, i + 2);
  }
  if (const uint32_t compound = compound_place(i, k); compound > i) return compound;
  // the run goes on into the name: "Camat Rappocini Aminuddin Sese"
  for (uint32_t n = i + 1; n < k; ++n)
    if (bare(n)) return n;
  if (bare(i)) return i;
  if (const uint32_t known = known_place(i, k); known > i) return known;
  role_->place_open = true;
  const uint32_t length = k - i;
  return length <= 2 ? i + 1 : length == 3 ? i + 1 : i + 2;
}

uint32_t RoleReader::compound_place(uint32_t i, uint32_t end) const {
  uint32_t k = i;
  if (cue_at(d_, k, CueClass::place_first)) ++k;
  if (++k > end) return i;
  while (k < end && cue_at(d_, k, CueClass::place_last)) ++k;
  return k > i + 1 && k < end ? k : i;
}

bool RoleReader::name_like(uint32_t k) const {
  return capital(d_, k) && !d_.match(k, Kind::weekday) && !d_.match(k, Kind::office) && !d_.match(k, Kind::acting) &&
         !d_.match(k, Kind::rank) && !d_.match(k, Kind::honorific) && !institutions_.at(k) && !cue_at(d_, k, CueClass::number) &&
         !cue_at(d_, k, CueClass::also) && !cue_at(d_, k, CueClass::link) &&
         !word_in(d_, k, "kabupaten", "kecamatan", "kab", "kec", "provinsi", "yang");
}

uint32_t RoleReader::known_place(uint32_t i, uint32_t end) {
  if (!places_known_) note_places();
  // the places that begin with the most words of this one stand beside it in the order of words
  const auto at = std::lower_bound(places_.begin(), places_.end(), i, [this](uint32_t a, uint32_t b) {
    bool less = false;
    common_words(a, b, &less);
    return less;
  });
  uint32_t most = 0;
  for (auto k = at; k != places_.end(); ++k)
    if (*k != i) {
      most = common_words(*k, i);
      break;
    }
  if (at != places_.begin()) most = std::max(most, common_words(*(at - 1), i));
  return std::min(i + most, end);
}

void RoleReader::note_places() {
  places_known_ = true;
  for (uint32_t k = 0; k + 1 < d_.size(); ++k) {
    d_.poll();
    if (word_in(d_, k, "kecamatan", "distrik", "desa", "kelurahan", "nagari", "gampong", "polsek", "kec", "di", "ppk", "panwascam"))
      places_.push_back(k + 1);
  }
  std::sort(places_.begin(), places_.end(), [this](uint32_t a, uint32_t b) {
    d_.poll();
    bool less = false;
    return common_words(a, b, &less) < kPlaceWords && less;
  });
}

uint32_t RoleReader::common_words(uint32_t a, uint32_t b, bool* less) const {
  for (uint32_t n = 0; n < kPlaceWords; ++n, ++a, ++b) {
    const bool none_a = a >= d_.size() || d_.atom(a).length > kLongestKnown, none_b = b >= d_.size() || d_.atom(b).length > kLongestKnown;
    const int order = none_a || none_b ? none_b - none_a : d_.bytes(a).compare(d_.bytes(b));
    if (order == 0 && !none_a) continue;
    if (less) *less = order < 0;
    return n;
  }
  return kPlaceWords;
}

void RoleReader::after_markers() {
  for (unsigned n = 0; n < 4 && at_ < d_.size() && !newline(at_); ++n) {
    if (const auto m = cue_at(d_, at_, CueClass::elected)) {
      role_->standing = Standing::terpilih;
      at_ = m->last;
      if (role_->national && take_word(CueClass::national)) continue;  // Presiden terpilih RI
      if (!role_->region) take_region();
    } else if (const auto off = cue_at(d_, at_, CueClass::inactive); off && !word_is(d_, at_, "cuti")) {
      role_->standing = Standing::nonaktif;
      at_ = off->last;
      if (!role_->region) take_region();
    } else if (const auto kept = cue_at(d_, at_, CueClass::incumbent)) {
      if (word_is(d_, at_, "definitif") && word_in(d_, kept->last, "belum", "tidak")) role_->common = true;
      at_ = kept->last;
      if (!role_->region) take_region();
      while (at_ < d_.size() && word_is(d_, at_ - 1, "periode") && (d_.atom(at_).number())) {
        at_ += d_.mark(at_ + 1, '-') ? 3 : 1;
        if (!role_->region) take_region();
        break;
      }
    } else {
      break;
    }
  }
  if (word_in(d_, at_, "nomor", "no") && at_ + 1 < d_.size() && (d_.atom(at_ + 1).number() || d_.mark(at_ + 1, '.')))
    role_->common = true;  // SE Mendagri Nomor 100
  if (cue_at(d_, at_, CueClass::anaphor)) role_->anaphor = true;
  if (const auto initials = cue_at(d_, at_, CueClass::unnamed)) {
    role_->unnamed = true;
    (void)initials;
  }
}

void RoleReader::look_back(uint32_t i) {
  if (i == 0) return;
  uint32_t k = i;
  if (d_.is(i, text::kNewlineBefore)) return;
  if (d_.mark(k - 1, '"') || d_.atom(k - 1).punct()) {
    // "gubernur/bupati", "Bupati-Wakil Bupati", but "kabar.id-Ketua KPU Buru"
    if ((d_.mark(k - 1, '-') || d_.mark(k - 1, '/')) && !spaced(d_, k))
      for (uint32_t back = 2; back <= 5 && back <= k; ++back)
        if (const auto office = d_.match(k - back, Kind::office)) role_->common = role_->common || office->last + 1 == k;
    return;
  }
  if (d_.atom(k - 1).number() && !role_->nested) role_->common = true;
  for (const auto c : {CueClass::plural, CueClass::indefinite, CueClass::place, CueClass::election, CueClass::negation})
    if (const auto m = cue_before(d_, i, c)) {
      // "di kantor Bupati", but "Surat Edaran Bupati" too; a capital head right behind "jabatan" is still a post
      if (c == CueClass::indefinite && role_->standing == Standing::calon && word_is(d_, m->first, "menjadi")) continue;
      if (c == CueClass::indefinite && (cue_before(d_, i, CueClass::past) || cue_before(d_, i, CueClass::serve)))
        continue;  // "pernah menjadi Bupati"
      role_->common = true;
    }
  if (cue_before(d_, i, CueClass::one)) role_->single = true;
}

}  // namespace netra::extract
