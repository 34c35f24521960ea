// Whose each role is: gives the names of a text to its roles. holders.cpp has the order of the readings, pairs, shared names and
// deputies; appositions.cpp the names that stand before and behind a role.
#ifndef NETRA_EXTRACT_HOLDERS_HPP
#define NETRA_EXTRACT_HOLDERS_HPP

#include <vector>

#include "extract/name_index.hpp"
#include "extract/officials.hpp"

namespace netra::extract {

constexpr size_t kRolesAway = 64;  // how many roles before a name or a deputy another role of theirs may stand

class Holders {
 public:
  // The roles in text order.
  Holders(const Document& d, const Regions& regions, const Institutions& institutions, Blocks<Role> roles)
      : d_(d),
        regions_(regions),
        institutions_(institutions),
        names_(d, regions, institutions),
        roles_(std::move(roles)),
        owner_(roles_.size(), -1),
        via_(roles_.size(), Via::nameless) {}

  // The body before the headline, which is read with the names of the body. Adds the roles of deputies.
  void find();

  Blocks<Role>& roles() { return roles_; }
  const std::vector<int>& owners() const { return owner_; }  // by role: its name, -1 for none
  const std::vector<Via>& vias() const { return via_; }
  const NameIndex& names() const { return names_; }

 private:
  void attach(size_t r);
  void own(size_t r, int name, Via via);
  // End of the role together with a second role in parentheses behind it.
  uint32_t end_of(size_t r) const;
  // Paired with the next role: "Bupati dan Wakil Bupati Ngawi A dan B"
  bool pair(size_t r);
  // "menetapkan A dan B sebagai pasangan bupati dan wakil bupati terpilih"
  bool pair_before(size_t r);
  // "Posisi Pj Gubernur Banten saat ini dijabat oleh Ucok Rahman"
  bool held(size_t r, uint32_t end);
  // "Ketua DPC PDI Perjuangan sekaligus Ketua DPRD, Budi": the first role has the second's name.
  void share_names();
  // "wakilnya, I Made Dirga Yusa": the deputy of the head named before.
  void deputies();

  // The name right behind atom `at`: "Gubernur Sudirman"; small letters only behind a role in small letters.
  int behind(const Role& role, uint32_t at);
  // Behind a comma, "yakni" or a relative clause: "Bupati Ngada yang akan mengakhiri jabatan, Drs. Paulus Siga".
  int apart(size_t r, uint32_t end);
  bool apart_has_name(size_t r);
  // "Ketua KPU Kabupaten Belu, Nusa Tenggara Timur, Marselinus Bria": the regions between two commas.
  uint32_t behind_places(Role& role, uint32_t at) const;
  // "menurut ketua kpu kabupaten ende, maria goreti, ...": a name in small letters between commas.
  int small_name(const Role& role, uint32_t at);
  // "kuasa hukum pasangan nomor urut 2, Petrus Nono-Anastasia Bupu, yakni Yance Tenu": the pair is not the holder.
  int behind_pair(int index) const;
  bool role_at(uint32_t i) const;
  // The first role that begins at atom i or behind it; size() when none does.
  size_t role_from(uint32_t i) const;
  // Name first: "Nur Topan, Ketua KPU Batang", "X, yang sejak Januari menjabat Pj. Bupati", "X selaku Ketua", "X (Ketua)".
  bool before(size_t r);

  const Document& d_;
  const Regions& regions_;
  const Institutions& institutions_;
  NameIndex names_;
  Blocks<Role> roles_;
  std::vector<int> owner_;
  std::vector<Via> via_;
};

}  // namespace netra::extract

#endif
