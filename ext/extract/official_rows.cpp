#include "extract/official_rows.hpp"

#include "extract/grammar.hpp"

namespace netra::extract {

using data::Acting;
using data::Complement;
using data::Holder;
using data::OfficeClass;

namespace {

constexpr uint32_t kParagraphAtoms = 600;  // how far back a paragraph is searched for a role's body

const std::string* json_array(const Document& d, std::span<const Span> spans) {
  if (spans.empty()) return nullptr;
  std::string out = "[";
  for (const Span& span : spans) {
    if (out.size() > 1) out += ',';
    append_json_text(out, plain_text(d, span));
  }
  return &d.keep(std::move(out += ']'));
}

}  // namespace

void OfficialRows::fill_institution(size_t r) {
  Role& role = roles_[r];
  if (role.office->complement == Complement::expert && role.institution.empty() && role.span.first > 2 &&
      d_.mark(role.span.first - 1, ',')) {
    for (uint32_t k = role.span.first - 1; k-- > 0 && role.span.first - k < 8;)  // "Dari Bawaslu, tenaga ahli ..."
      if (const Institution* b = institutions_.at(k);
          b && b->span.last + 1 == role.span.first && k > 0 && word_is(d_, k - 1, "dari")) {
        role.institution = b->abbreviation.empty() ? b->name : b->abbreviation;
        role.institution_row = b->row;
        return;
      }
  }
  if (role.office->complement != Complement::body || !role.institution.empty() || owner_[r] < 0) return;
  const bool house = role.unit.starts_with("Komisi") || role.unit.starts_with("Fraksi");
  for (size_t p = r; p-- > 0 && r - p < 6;) {
    const Role& other = roles_[p];
    if (!other.institution_row) continue;
    const auto c = other.institution_row->institution_class;
    if (house ? c != "legislatif" : c != "penyelenggara") continue;
    role.institution = other.institution;
    role.institution_row = other.institution_row;
    if (!role.region) role.region = other.region;
    role.national = other.national;
    return;
  }
  uint32_t from = role.span.first;
  while (from > 0 && role.span.first - from < kParagraphAtoms && !d_.is(from, text::kNewlineBefore)) --from;
  for (uint32_t k = role.span.first; k-- > from;)
    if (const Institution* b = institutions_.at(k);
        b && b->row && (house ? b->institution_class == "legislatif" : b->institution_class == "penyelenggara")) {
      role.institution = b->abbreviation.empty() ? b->name : b->abbreviation;
      role.institution_row = b->row;
      if (!role.region && b->region) role.region = b->region;
      return;
    }
}

OfficeClass OfficialRows::class_of(const Role& role) {
  if (role.standing == Standing::calon || role.standing == Standing::terpilih) return OfficeClass::non_official;
  if (role.office->office_class == OfficeClass::non_official) return OfficeClass::non_official;
  if (role.office->complement == Complement::school && role.office->level == Level::none)
    return role.institution.find("Negeri") != std::string_view::npos ? OfficeClass::official : OfficeClass::non_official;
  if (role.office->complement == Complement::body && !role.institution.empty()) {
    if (!role.institution_row)
      return role.body_class == BodyClass::daerah || role.body_class == BodyClass::pusat ? OfficeClass::official
                                                                                         : OfficeClass::non_official;
    const auto c = role.institution_row->institution_class;
    if (c == "partai" || c == "masyarakat" || c == "pendidikan" || c == "pemilu") return OfficeClass::non_official;
  }
  return OfficeClass::official;
}

bool OfficialRows::national_body(const data::Institution& row) const {
  const Region* dateline = regions_.dateline();
  if (!(dateline && dateline->code == "31") && !(regions_.main() && regions_.main()->code == "31")) return false;
  return !institutions_.regional(&row);
}

const Region* OfficialRows::region_of(const Role& role) const {
  if (role.region) return role.region;
  if (role.national || role.office->level == Level::negara || role.office->level == Level::none) {
    if (role.office->complement != Complement::desk && role.office->complement != Complement::agency) return nullptr;
    if (role.national) return nullptr;
  }
  if (role.institution_row && role.institution_row->institution_class == "pusat") return nullptr;
  if (role.unit.ends_with("Istana") || role.unit.ends_with("Setpres")) return nullptr;
  if (role.institution_row) {
    const auto c = role.institution_row->institution_class;
    if (c == "masyarakat" || c == "pendidikan") return nullptr;
    if ((c == "penyelenggara" || c == "legislatif") && national_body(*role.institution_row)) return nullptr;
  } else if (role.office->complement == Complement::body && !role.institution.empty() && role.body_class != BodyClass::pemilu &&
             role.body_class != BodyClass::daerah) {
    return nullptr;
  }
  const bool abroad = !regions_.beyond_dateline() && regions_.dateline() && regions_.dateline()->code == "31";
  if (abroad && role.office->complement != Complement::head) return nullptr;
  const uint32_t at = role.span.first;
  if (role.local)
    if (const Region* near = regions_.inherited(at, role.office->level, true)) return near;
  Level level = role.office->level;
  if (role.institution_row && (role.institution_row->level == Level::provinsi || role.institution_row->level == Level::kota))
    level = role.institution_row->level;
  if (role.institution_row && role.institution_row->level == Level::kecamatan) level = Level::kecamatan;
  return regions_.inherited(at, level);
}

Official OfficialRows::make(size_t r, Post& post, Named& named) const {
  const Role& role = roles_[r];
  Official o;
  o.span = role.span;
  post.acting = role.acting;
  if (role.acting != Acting::none) post.acting_span = role.acting_span;
  post.standing = role.standing;
  post.office = role.office_text;
  post.institution = role.institution;
  post.unit = role.unit;
  post.region = region_of(role);
  post.office_class = class_of(role);
  o.via = via_[r];
  if (owner_[r] < 0) {
    o.confidence = role.complete || role.region_named ? 0.85f : 0.75f;
    return o;
  }
  const KeptName& name = names_[owner_[r]];
  o.name_span = name.span;
  named.name = plain_text(d_, name.span);
  named.honorifics = json_array(d_, names_.honorifics(name));
  named.degrees = json_array(d_, names_.degrees(name));
  named.rank = name.rank;
  if (name.span.first >= role.span.last) {
    o.span = {role.span.first, name.span.last};
    if (via_[r] == Via::role_first) {  // no second role may lie between
      for (size_t p = r + 1; p < roles_.size() && roles_[p].span.first < name.span.first; ++p)
        if (!(roles_[p].nested) && !(p == r + 1 && owner_[p] == owner_[r]) && owner_[p] >= 0 && owner_[p] != owner_[r])
          o.span = role.span;
      if (role.nested && !d_.is(name.span.first, text::kNested)) o.span = role.span;
    }
  } else {
    o.span = {name.first, role.span.last};
    if (name.span.last > role.span.last) o.span = role.span;
    // the second office of one mention stands alone
    for (size_t p = r > kRolesAway ? r - kRolesAway : 0; p < r; ++p)
      if (owner_[p] == owner_[r] && roles_[p].span.first > name.span.first) o.span = role.span;
    if (r > 0 && owner_[r - 1] == owner_[r] && roles_[r - 1].span.first < name.span.first) o.span = role.span;
  }
  const bool adjacent = name.first == role.span.last;
  o.confidence = via_[r] == Via::name_first ? 0.92f : adjacent ? 0.96f : 0.94f;
  if (role.place_open || !(role.complete || role.region_named || role.office->holder == Holder::one)) o.confidence -= 0.12f;
  return o;
}

bool OfficialRows::worth(const Role& role, const Named& named) {
  const auto complement = role.office->complement;
  if (!named.name.empty()) {
    if (complement == Complement::body) return !role.institution.empty() || !role.unit.empty();
    if (complement == Complement::agency) return !role.unit.empty() || !role.institution.empty();
    if (complement == Complement::staff) return role.complete;
    if (complement == Complement::ministry) return role.complete;
    if (complement == Complement::court && role.office->holder == Holder::never) return false;
    return true;
  }
  if (role.common || role.single || role.possessed) return false;
  if (complement == Complement::agency && role.unit.empty() && role.institution.empty()) return false;
  if (complement == Complement::ministry && !role.complete) return false;
  return true;  // persons.cpp decides what becomes of a role without a name
}

}  // namespace netra::extract
