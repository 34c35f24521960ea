#include "extract/roles.hpp"

#include <algorithm>

#include "extract/grammar.hpp"
#include "extract/hits.hpp"
#include "extract/role_reader.hpp"

namespace netra::extract {

using data::Acting;
using data::Complement;
using data::CueClass;

namespace {

// "Bupati dan Wakil Bupati Ngawi": the first shares what the second has.
void share(Blocks<Role>& roles, const Document& d) {
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

RoleMarks::RoleMarks(const Document& d, const Role& role)
    : complement(role.office->complement),
      level(role.office->level),
      holder(role.office->holder),
      region_named(role.region_named),
      has_region(role.region != nullptr),
      has_place(!role.place.empty()),
      local(role.local),
      complete(role.complete),
      common(role.common),
      anaphor(role.anaphor),
      polite(role.polite),
      unnamed(role.unnamed),
      capital(extract::capital(d, role.title)),
      headline(d.is(role.title, text::kHeadline)) {}

Blocks<Role> find_roles(const Document& d, const Regions& regions, const Institutions& institutions,
                        const BareNames& bare_names) {
  Blocks<Role> roles;
  RoleReader reader(d, regions, institutions, bare_names);
  Role role;
  constexpr Traits kOpens = traits(Kind::office, Kind::acting, Kind::honorific);
  Hits hits(d, kOpens | trait(Kind::cue));
  for (uint32_t i = hits.next(0); i < d.size(); i = hits.next(i)) {
    const bool opens = !d.is(i, text::kBoilerplate) && (d.has(i, kOpens) || cue_at(d, i, CueClass::former) || cue_at(d, i, CueClass::candidate));
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
