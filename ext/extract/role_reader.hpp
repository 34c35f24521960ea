// Reads one role, from its first marker to the last word of what completes the title. role_reader.cpp has the parts every title
// is made of, the other role_*.cpp what may follow each kind of title, roles.cpp the roles of a text.
#ifndef NETRA_EXTRACT_ROLE_READER_HPP
#define NETRA_EXTRACT_ROLE_READER_HPP

#include <string>
#include <vector>

#include "extract/grammar.hpp"
#include "extract/names.hpp"
#include "extract/roles.hpp"

namespace netra::extract {

// A Roman number as divisions, commissions and posts have them.
inline bool roman(const Document& d, uint32_t i) noexcept {
  return word_in(d, i, "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi",
                 "xvii", "xviii") &&
         d.is(i, text::kCapital);
}

// Abbreviations that open the name of a school.
inline bool school_word(const Document& d, uint32_t i) noexcept {
  return capital(d, i) && !d.is(i, text::kNewlineBefore) &&
         word_in(d, i, "sma", "sman", "smp", "smpn", "smk", "smkn", "sd", "sdn", "man", "mts", "mtsn", "mi", "min", "tk", "slb",
                 "madrasah");
}

class RoleReader {
 public:
  RoleReader(const Document& d, const Regions& regions, const Institutions& institutions,
             const BareNames& bare_names)
      : d_(d), regions_(regions), institutions_(institutions), bare_names_(bare_names) {}

  // Reads the role that begins at atom i; false when none does.
  bool read(uint32_t i, Role& role);

 private:
  bool newline(uint32_t i) const { return d_.is(i, text::kNewlineBefore); }
  bool paragraph(uint32_t i) const { return i >= d_.size() || d_.is(i, text::kParagraphBefore); }

  // [former | candidate | Pak] [acting]
  bool markers(uint32_t i);
  // What the title is completed by, by its kind.
  void complement();

  // role_reader.cpp
  bool take_parenthesis();  // passes over one that holds no second office
  bool take_region();
  bool take_word(data::CueClass wanted);
  // Kecamatan X, Desa Y behind a place: passed over.
  bool take_district();
  // "atau Lekahudem": the short form behind the name of a body.
  void take_other_name();
  bool take_institution(bool as_unit);
  // Badan Kesbangpol, BKPSDM, Dinas Kesehatan: as the press names them; Dinkes means Dinas Kesehatan.
  static std::string_view unit_name(const Institution& b);
  // A run of topic words: "Pemberdayaan Masyarakat dan Desa". Unknown words belong to it when a comma or parenthesis and then a
  // name follow. Returns where it ends.
  uint32_t topics_end(uint32_t i) const;
  // A place that no table knows: "Syiah Kuala", "Terbanggi Besar". Ends at a comma, a title or where the person's name begins.
  uint32_t place_end(uint32_t i);
  // "Kampung Melayu Barat": by the words that open and close names of places; i when the run [i, end) is not made so.
  uint32_t compound_place(uint32_t i, uint32_t end) const;
  bool name_like(uint32_t k) const;
  // The longest beginning of the run [i, end) that the text names with "Kecamatan", "Desa" ... elsewhere.
  uint32_t known_place(uint32_t i, uint32_t end);
  // Where words stand behind "Kecamatan", "Desa" ...
  void note_places();
  // How many words the runs at two atoms begin with in common, as many as a place may have at most; less: is the first the
  // smaller?
  uint32_t common_words(uint32_t a, uint32_t b, bool* less = nullptr) const;
  bool bare(uint32_t k) const { return is_bare_name(d_, bare_names_, k); }
  bool common_word(uint32_t k) const { return lexicon_word(d_, k); }
  bool topic(uint32_t k) const { return capital(d_, k) && d_.match(k, Kind::unit); }
  // "Kasi Trantib Kecamatan Ende Selatan": a place begins, though districts are a field of work as well.
  bool district_word(uint32_t k) const {
    return word_in(d_, k, "kecamatan", "kelurahan", "distrik") && capital(d_, k + 1) && !d_.match(k + 1, Kind::unit);
  }

  // role_heads.cpp: offices of which a region, the state, a ministry, a desk or a court has one
  void head();
  void ministry();
  void desk();
  void court();

  // role_areas.cpp: camat, lurah, kepala desa; military commands
  void area();
  // "0716/Demak", "071/Wijayakusuma", "IV/Diponegoro", "05/Margorejo"
  void military();

  // role_agencies.cpp: heads of agencies and of their units, of schools
  void agency();
  void agency_tail();
  // Words of the unit behind `last` that no table knows, up to the body or the name that closes it; `last` when nothing closes
  // it.
  uint32_t unknown_topics(uint32_t i, uint32_t last) const;
  // SMAN 2 Raha, SD Negeri 5 Mowila
  void take_school();

  // role_bodies.cpp: chairs and members of commissions, councils, parties, societies
  void body();
  // Divisi Hukum, Komisi II, Fraksi Golkar, DPC ... before or behind the body.
  bool take_unit();
  // "Anggota KPU Ngawi divisi hukum dan pengawasan, Rusdi": a field in small letters, closed by a comma.
  bool take_small_field();
  // PPK Terbanggi Besar, Panwascam Jenggawah, PPS Desa X: the place of a small body.
  void small_place();
  // "Juru Bicara Gubernur Jambi, Rusdi": whose speaker it is; without the comma the name is the governor's.
  bool take_principal();
  void seat_place(uint32_t first);
  // "Direktur Perludata, Heru": a body that no table knows, closed by a comma before the name, or written in capitals.
  void unknown_body();

  // role_teams.cpp
  // "Cabang Sumedang", "Wilayah Jawa Timur" behind a society or party.
  bool take_branch();
  // "Tim Pemenangan Nasional Rahmat-Yusuf": a campaign team, named after its candidates.
  bool take_team();
  // "Ketua Tim | Pemenangan Daerah Jambi": the title's last word opens the team's name.
  void take_title_team();
  bool take_small_team();  // "tim pemenangan salah satu calon", "panitia pilkades"

  // role_staff.cpp: assistants and staff; experts, lecturers, counsel
  // Asisten I Setda, Staf Ahli Bidang Hukum, Dirjen Otonomi Daerah Kemendagri, Deputi Bidang SDM Aparatur Kementerian PAN-RB
  void staff();
  // The field of work behind a title: "Bidang Hukum", "Perekonomian dan Pembangunan".
  void take_field(uint32_t begin);
  // pengamat politik dari Universitas X, dosen hukum tata negara Universitas Y, kuasa hukum pemohon
  void expert();

  // terpilih, nonaktif, petahana, definitif, itu, berinisial
  void after_markers();
  // Words before the role that make it nobody in particular.
  void look_back(uint32_t i);

  const Document& d_;
  const Regions& regions_;
  const Institutions& institutions_;
  const BareNames& bare_names_;
  Role* role_ = nullptr;
  uint32_t at_ = 0;
  uint32_t begin_ = 0;
  bool heads_only_ = false;
  bool places_known_ = false;
  std::vector<uint32_t> places_;  // see note_places(); in order of the words there
};

}  // namespace netra::extract

#endif
