// Roles: "mantan Pj. Wali Kota Malang", "Anggota KPU Lampung Tengah Divisi Teknis". A role is read from its first marker to the
// last word of what completes the title; whose it is, is decided in holders.cpp.
#ifndef NETRA_EXTRACT_ROLES_HPP
#define NETRA_EXTRACT_ROLES_HPP

#include <string>

#include "extract/blocks.hpp"
#include "extract/document.hpp"
#include "extract/institutions.hpp"
#include "extract/regions.hpp"

namespace netra::extract {

enum class Standing : uint8_t { menjabat, mantan, calon, terpilih, nonaktif };

// The class of the body that a role names, as far as it matters where no table lists the body.
enum class BodyClass : uint8_t { other, daerah, pusat, pemilu };

// Small: a text may be full of them.
struct Role {
  Span span;                    // markers, title and complement
  const data::Office* office;
  std::string_view office_text;  // canonical title
  std::string_view unit;
  std::string_view institution;
  const data::Institution* institution_row = nullptr;
  uint32_t title;               // first atom of the title
  Span acting_span;             // as written
  Span place;                   // the unknown place of an area office
  RegionRef region;
  data::Acting acting = data::Acting::none;
  Standing standing = Standing::menjabat;
  BodyClass body_class = BodyClass::other;
  bool region_named : 1 = false;  // region stands in the role itself
  bool local : 1 = false;         // "setempat"
  bool national : 1 = false;      // of the whole country: no region
  bool complete : 1 = false;      // has a unit, institution, place or region of its own
  bool common : 1 = false;        // plural, indefinite, a place or a kind of election: nobody in particular
  bool single : 1 = false;        // "seorang anggota KPPS": nobody in particular unless a name follows
  bool anaphor : 1 = false;       // "Bupati itu"
  bool polite : 1 = false;        // "Pak Bupati", "sang bupati"
  bool nested : 1 = false;        // within parentheses
  bool possessed : 1 = false;     // "wakilnya", "penasihat hukumnya"
  bool unnamed : 1 = false;       // "berinisial AR"
  bool place_open : 1 = false;    // the place may go on into the name: "Camat Rappocini Aminuddin"
};

// What persons.cpp asks of a role once it has its row: small, for a text may be full of them.
struct RoleMarks {
  RoleMarks(const Document& document, const Role& role);
  data::Complement complement;
  data::Level level;
  data::Holder holder;
  bool region_named : 1, has_region : 1, has_place : 1, local : 1, complete : 1, common : 1, anaphor : 1, polite : 1, unnamed : 1;
  bool capital : 1, headline : 1;  // where its title begins
};

Blocks<Role> find_roles(const Document& document, const Regions& regions, const Institutions& institutions,
                        const BareNames& bare_names);

}  // namespace netra::extract

#endif
