#include "extract/officials.hpp"

#include "extract/grammar.hpp"
#include "extract/holders.hpp"
#include "extract/official_rows.hpp"
#include "extract/persons.hpp"

namespace netra::extract {

namespace {

constexpr std::string_view kActing[] = {"", "pj", "pjs", "plt", "plh", "pgs"};
constexpr std::string_view kStanding[] = {"menjabat", "mantan", "calon", "terpilih", "nonaktif"};
constexpr std::string_view kClass[] = {"official", "non_official"};
constexpr std::string_view kVia[] = {"role_first", "name_first", "nameless", "coreference"};

Cell json_or_null(const std::string* array) { return array ? Cell::json(*array) : Cell(); }

constexpr Field<Official> kFields[] = {
    {"name", "TEXT", [](const Official& o, const Document&) { return Cell::or_null(o->name()); }},
    {"honorifics", "JSON", [](const Official& o, const Document&) { return json_or_null(o->named->honorifics); }},
    {"degrees", "JSON", [](const Official& o, const Document&) { return json_or_null(o->named->degrees); }},
    {"rank", "TEXT", [](const Official& o, const Document&) { return o->named->rank ? Cell::of(o->named->rank->rank) : Cell(); }},
    {"acting", "TEXT", [](const Official& o, const Document&) { return Cell::or_null(kActing[static_cast<size_t>(o->acting)]); }},
    {"acting_form", "TEXT",
     [](const Official& o, const Document& d) { return o.via == Via::coreference ? Cell() : Cell::or_null(plain_text(d, o->acting_span)); }},
    {"standing", "TEXT", [](const Official& o, const Document&) { return Cell::of(kStanding[static_cast<size_t>(o->standing)]); }},
    {"office", "TEXT", [](const Official& o, const Document&) { return Cell::of(o->office); }},
    {"institution", "TEXT", [](const Official& o, const Document&) { return Cell::or_null(o->institution); }},
    {"unit", "TEXT", [](const Official& o, const Document&) { return Cell::or_null(o->unit); }},
    {"region", "TEXT",
     [](const Official& o, const Document&) { return o->region ? Cell::of(canonical_name(*o->region)) : Cell(); }},
    {"region_code", "TEXT", [](const Official& o, const Document&) { return o->region ? Cell::of(o->region->code) : Cell(); }},
    {"class", "TEXT", [](const Official& o, const Document&) { return Cell::of(kClass[static_cast<size_t>(o->office_class)]); }},
    {"person", "INTEGER", [](const Official& o, const Document&) { return Cell::of(static_cast<int64_t>(o->person)); }},
    {"via", "TEXT", [](const Official& o, const Document&) { return Cell::of(kVia[static_cast<size_t>(o.via)]); }},
    {"surface", "TEXT", surface_of<Official>},
    {"start", "INTEGER", start_of<Official>},
    {"length", "INTEGER", length_of<Official>},
    {"confidence", "REAL", confidence_of<Official>},
};

}  // namespace

constinit const std::span<const Field<Official>> kOfficialFields{kFields};

Officials find_officials(const Document& document, const Regions& regions, const Institutions& institutions,
                         const BareNames& bare_names) {
  Officials found;
  PersonIndex persons(document, found.names);
  Blocks<RoleMarks> roles;
  {
    Holders holders(document, regions, institutions, find_roles(document, regions, institutions, bare_names));
    holders.find();
    OfficialRows rows(document, regions, institutions, holders);
    for (size_t r = 0; r < holders.roles().size(); ++r) {
      document.poll();
      rows.fill_institution(r);
      Post post;
      Named named;
      const Official mention = rows.make(r, post, named);
      const Role& role = holders.roles()[r];
      if (!OfficialRows::worth(role, named)) continue;
      if (!named.name.empty()) {
        post.person = persons.add(mention.name_span, named);
        post.named = &persons.named(post.person);
      }
      found.posts.push_back(post);
      found.mentions.push_back(mention);
      roles.push_back(RoleMarks(document, role));
      if (r > kRolesAway) holders.roles().give_up(r - kRolesAway);  // no row looks further back
    }
  }
  link_persons(document, regions, persons, std::move(roles), found);
  return found;
}

}  // namespace netra::extract
