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

// What persons.cpp asks of a role once it has its row.
struct RoleMarks {
  const data::Office* office;
  const Region* region = nullptr;
  Span span;                         // markers, title and complement
  Span place;                        // the unknown place of an area office
  uint32_t title;                    // first atom of the title
  bool region_named : 1 = false;     // region stands in the role itself
  bool local : 1 = false;            // "setempat"
  bool complete : 1 = false;         // has a unit, institution, place or region of its own
  bool common : 1 = false;           // plural, indefinite, a place or a kind of election: nobody in particular
  bool anaphor : 1 = false;          // "Bupati itu"
  bool polite : 1 = false;           // "Pak Bupati", "sang bupati"
  bool unnamed : 1 = false;          // "berinisial AR"
};

struct Role : RoleMarks {
  std::string_view office_text;  // canonical title
  std::string_view unit;
  std::string_view institution;
  const data::Institution* institution_row = nullptr;
  Span acting_span;             // as written
  data::Acting acting = data::Acting::none;
  Standing standing = Standing::menjabat;
  BodyClass body_class = BodyClass::other;
  bool national = false;        // of the whole country: no region
  bool single = false;          // "seorang anggota KPPS": nobody in particular unless a name follows
  bool nested = false;          // within parentheses
  bool possessed = false;       // "wakilnya", "penasihat hukumnya"
  bool place_open = false;      // the place may go on into the name: "Camat Rappocini Aminuddin"
};

Blocks<Role> find_roles(const Document& document, const Regions& regions, const Institutions& institutions,
                        const BareNames& bare_names);

}  // namespace netra::extract

#endif
