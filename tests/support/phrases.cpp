#include "support/phrases.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <vector>

namespace texts {

namespace {

// The forms of the tables in ext/data: those of the column `forms`, or of the first one. Table without .tsv -> forms.
std::map<std::string, std::vector<std::string>> read_forms() {
  std::map<std::string, std::vector<std::string>> tables;
  for (const auto& entry : std::filesystem::directory_iterator(NETRA_SOURCE_DIR "/ext/data")) {
    if (entry.path().extension() != ".tsv") continue;
    auto& forms = tables[entry.path().stem().string()];
    std::ifstream in(entry.path());
    size_t wanted = 0;
    bool head = true;
    for (std::string line; std::getline(in, line);) {
      if (line.empty() || line[0] == '#') continue;
      std::vector<std::string> cells;
      for (size_t at = 0; at <= line.size();) {
        const size_t end = std::min(line.find('\t', at), line.size());
        cells.push_back(line.substr(at, end - at));
        at = end + 1;
      }
      if (head) {
        for (size_t i = 0; i < cells.size(); ++i)
          if (cells[i] == "forms" || (cells[i] == "name" && cells[0] == "code")) wanted = i;
        head = false;
        continue;
      }
      const std::string& cell = cells[std::min(wanted, cells.size() - 1)];
      for (size_t at = 0; at <= cell.size();) {
        const size_t end = std::min(cell.find('|', at), cell.size());
        std::string form = cell.substr(at, end - at);
        while (!form.empty() && (form[0] == '^' || form[0] == '!')) form.erase(0, 1);
        if (!form.empty()) forms.push_back(form);
        at = end + 1;
      }
    }
  }
  return tables;
}

// {table} a form of that table, {name} a person, {n} a number below 40, {y} a year, {k} a number of any size, {d} one of many
// spellings of a day; [..] is left out half of the time.
constexpr const char* kTemplates[] = {
    "[{acting} ]{offices} {regions}[,] [{honorifics} ]{name}[, {degrees}], {speech_verbs} ",
    "{offices} [{units} ]{institutions}[ {regions}] [{honorifics} ]{name}[ ({k})] ",
    "{name}, {offices} [{units} ]{region_aliases}, ",
    "[{cues} ]{offices} {institutions} {regions} ",
    "{cues} {offices} {name} [dan {name} ]",
    "{ranks} {name}[, {degrees}][, {degrees}] ",
    "{institutions} [({abbreviations}) ][Provinsi ]{regions} ",
    "[Kabupaten ][Kota ][Provinsi ]{regions}, {regions} dan {region_aliases} ",
    "Kabupaten/Kota {regions} ",
    "“[{function_words} ]{stages} {roots} {violations} {roots},” {speech_verbs} {name}[, {offices} {regions}], {d}. ",
    "\"{roots} {roots} {roots} {stage_forms}\", {speech_verbs} {offices} {institutions}. ",
    "{speech_verbs} {name}, ‘{roots} {roots} {roots} {roots} {roots}’. ",
    "Menurut {name}, {stage_forms} {stage_cues} {d}. ",
    "[berdasarkan ]{law_types} [{law_issuers} ][Republik Indonesia ]Nomor {k}[/{k}] Tahun {y}[ tentang {roots} {roots}][ jo. "
    "{law_aliases}] ",
    "Pasal {n}[ ayat ({n})][ huruf {letter}][ angka {n}][ dan Pasal {n}] {law_aliases}[ sebagaimana diubah dengan {law_types} "
    "{n}/{y}] ",
    "Pasal {n}, {n}, dan {n}[ ayat {n} sampai ayat {n}][ huruf {letter} dan huruf {letter}] {law_types} No. {n} Tahun {y} ",
    "{law_types} {law_issuers} No {n}/{k}/{y} ",
    "{d} ",
    "[mulai ]{d} [hingga ][sampai dengan ][s.d. ]{d} ",
    "[pada ]{date_words} {date_words}[ ({d})] ",
    "{stage_cues} {stage_forms} {election_kinds}[ {y}][ {regions}] ",
    "{stage_objects} {stage_forms}[ {d}] ",
    "{actors} [diduga ][tidak ][terbukti ][larangan ][dilarang ]{violations}[ {actors}] ",
    "{sanctions} [bagi ]{actors} {institutions} ",
    "{violation_cues} {actors} {violations} ",
    "Rp{k}[.000][ juta][ miliar] {numbers} ",
    "{date_words} {date_words} {roots} {percent} ",
    "\n{boilerplate}[: ]{name} ",
    "\n\n{regions}, {domain}[ - ][ – ]{roots} ",
    "({letter}{letter}[/{letter}{letter}])\n",
    "{abbreviations} {acronyms} {variants} {protected} {reduplication} ",
    "{roots}-{roots}[nya] ke-{n} {n}-an {spelling_variants} ",
    "{function_words} {stopwords} {exceptions} ",
    "ber{roots}[an] meN{roots}kan di{roots}i ke{roots}an peN{roots}an se{roots}nya ",
    "ia [pun ]{speech_verbs} {roots}. Dia {roots}. ",
    // citations
    "pasal-pasal {n} dan {n} {law_types} {n}/{y} ",
    "Pasal {n}A ayat ({n}), ayat ({n}) dan ayat ({n}) huruf {letter}, {letter} dan {letter}[ angka {n}, {n} dan {n}] "
    "{law_aliases} ",
    "Pasal {n} ayat {n}-{n}[ juncto ayat ({n})][ huruf {letter} sampai huruf {letter}] ",
    "Pasal {n} sampai dengan Pasal {n}[, ayat ({n})][, huruf {letter}][, angka {n}] ",
    "Pasal {n} ayat (3a) huruf {letter} butir {n}[ s.d. {n}], {n} [dan {n}] {law_aliases} ",
    "ayat ({n}) huruf {letter}[ angka {n} dan angka {n}] pasal {n} [dalam ]{law_types} Nomor {n} {y} ",
    "{law_types} Nomor {n}, {n} dan {n} Tahun {y} ",
    "Putusan MK Nomor {n}/PUU-XX/{y} [dan ]Putusan DKPP Nomor {n}-PKE-DKPP/II/{y} ",
    "{law_types} {law_issuers} Nomor B-{k}/M.SM/{y} [dan Nomor {k}] ",
    "Keputusan Bersama {law_issuers}, {law_issuers} dan {law_issuers} Nomor {n} Tahun {y}, Nomor {k} Tahun {y} ",
    // dates and times
    "tgl. {n} {months} '{n} [dan {n} {months} {y}] ",
    "{n}.{n}.{y} pukul {n}.{n}[.{n}] [siang ][WITA ] ",
    "jam {n} [pagi ][siang ][sore ][malam ]{d} ",
    "{months} {n}, {y} [- {n} {months}] ",
    "{n}, {n}, dan {n} {months} [{y}] ",
    "{n}/{n}-{n}/{n}[/{y}] {n}/{n}/24 {n} - {months} - {y} ",
    "{y}-{n}-{n}T{n}:{n}:{n} {weekdays}-{weekdays} tahun {y}/{y} [20.30-21.45 WIB ] ",
    // offices with what belongs to them
    "Kepala Sekolah SMAN {n} {regions} {name} ",
    "Guru Besar [Ilmu {roots} ][Hukum Tata Negara ]Universitas {regions}, Prof. {name} ",
    "Dekan Fakultas {units} Universitas {roots} ({letter}{letter}) ",
    "Kapolres {regions} AKBP {name} dan Dandim {k}/{regions} Letkol {name} ",
    "Kapolsek {roots} [AKP ]{name}; Danramil {k}-{n}/{roots} ",
    "[Wakil ]Ketua Fraksi {institutions} DPRD {regions} [dari fraksi {institutions} ]{name} ",
    "anggota Komisi II DPR RI [dari unsur {institutions} ]{name} ",
    "Ketua Pengadilan Negeri {regions} {name}, Kajari {regions} {name} ",
    "Kepala Bidang {units}[, {units}] dan {units} [Dinas {units} ]{regions} {name} ",
    "Koordinator Divisi {units}[, Humas] dan {roots} {institutions} {regions} ",
    "Staf Ahli [Bupati ]Bidang {units} Setda {regions} ",
    "Presiden ke-{n} RI [{name} ]Kepala Kantor Staf Presiden Istana ",
    "Kasubag Umum {institutions} Kecamatan {regions}[ (Kec. {roots})] ",
    "Camat {regions}, Lurah {roots}, Kepala Desa {roots}, Kecamatan {roots}, Kabupaten {regions}, {name} ",
    "Wakil Ketua I DPRD {regions} [dan Ketua Komisi A ]{name} ",
    "Ketua [Umum ][Harian ]DPC {institutions} {regions} {name} [periode {y}-{y}] ",
    "calon {offices} {regions} nomor urut {n}, {name} ",
    "Menteri {units} [dan {units} ]RI {name} [ke-{n}] ",
    "Kepala Dinas PU-PR {regions} Daerah ({name}) ",
    "Direktur Eksekutif {institutions} Pusat [Nasional ]{name} ",
    "{name} ([{offices}][{institutions}][{n} tahun]) ",
    // figures
    "dua puluh lima ribu tiga ratus [lima belas ][setengah ]{numbers} ",
    "1.234,50 12,345.67 1,929,000 99999999999999999 triliun [0,5 juta ][tiga per empat ]seribu sejuta ",
    "{k}.{k},{n} {k}{k} juta {n}/{n} {n},{n} persen ",
    // questions and queries
    "apa [itu ]{roots}[?] ",
    "siapa {offices} {regions}[?] kapan {stage_forms}[?] ",
    "\"{roots} {roots}\" OR ({roots} AND -{roots}) judul:{roots} {roots}* =\"{roots}\" ",
    "{roots} -\"{roots} {roots}\" NOT {roots} AND NOT ({roots} OR {spelling_variants}) ",
    "a.b@c.go.id/x {domain}.co.id user_name@x.id http://x.id:80/?q={roots}#a_b www.{roots}.com @{roots} #{roots} ",
};

std::string day(Random& random, const std::map<std::string, std::vector<std::string>>& tables) {
  const auto n = [&](size_t below) { return std::to_string(1 + random.below(below)); };
  const auto form = [&](const char* table) { return tables.at(table)[random.below(tables.at(table).size())]; };
  const std::string year = std::to_string(1998 + random.below(32));
  switch (random.below(12)) {
    case 0:
      return n(33) + " " + form("months") + " " + year;
    case 1:
      return form("weekdays") + " (" + n(31) + "/" + n(13) + "/" + year + ")";
    case 2:
      return n(31) + "-" + n(12) + "-" + year;
    case 3:
      return year + "-" + n(12) + "-" + n(31);
    case 4:
      return n(31) + "-" + n(31) + " " + form("months");
    case 5:
      return form("weekdays") + ", " + n(31) + " " + form("months");
    case 6:
      return form("months") + " " + year;
    case 7:
      return n(31) + "/" + n(12);
    case 8:
      return form("weekdays") + " " + form("date_words");
    case 9:
      return "pukul " + n(24) + "." + n(60) + " WIB";
    case 10:
      return n(31) + " " + form("months") + " - " + n(31) + " " + form("months") + " " + year;
    default:
      return form("weekdays") + " (" + n(31) + "/" + n(12) + ")";
  }
}

const char* person(Random& random) {
  static const char* const kNames[] = {
      "Siti Aminah",     "Budi Santoso",    "La Ode Budiman",       "H. Ahmad Yani",    "I Gusti Ngurah Rai", "Yosef",
      "Maria de Fatima", "Abdul bin Karim", "R. Soeprapto",         "T. Iskandar Daod", "JOKO PRASETYO",      "andi",
      "Nur'aini",        "Drs. Sukarman",   "Prof. Dr. Eko Wibowo", "Bambang S."};
  return kNames[random.below(std::size(kNames))];
}

}  // namespace

std::string reportage(uint64_t seed, size_t bytes) {
  static const auto* const tables = new std::map<std::string, std::vector<std::string>>(read_forms());
  static const char* const kNumbers[] = {"ribu",      "dua puluh", "seratus",   "setengah juta", "1,5 juta",
                                         "72 persen", "72%",       "1.929.000", "3-4",           "2/3"};
  Random random(seed);
  std::string out;
  const auto fill = [&](std::string_view pattern) {
    bool left_out = false;
    for (size_t i = 0; i < pattern.size(); ++i) {
      const char c = pattern[i];
      if (c == '[') {
        left_out = random.below(2) == 0;
      } else if (c == ']') {
        left_out = false;
      } else if (c == '{') {
        const size_t end = pattern.find('}', i);
        const std::string slot(pattern.substr(i + 1, end - i - 1));
        i = end;
        if (left_out) continue;
        const auto table = tables->find(slot);
        std::string piece;
        if (table != tables->end() && !table->second.empty())
          piece = table->second[random.below(table->second.size())];
        else if (slot == "name")
          piece = person(random);
        else if (slot == "n")
          piece = std::to_string(1 + random.below(40));
        else if (slot == "k")
          piece = std::to_string(random.next() % (random.below(2) ? 300 : 3000000));
        else if (slot == "y")
          piece = std::to_string(1994 + random.below(36));
        else if (slot == "d")
          piece = day(random, *tables);
        else if (slot == "letter")
          piece = static_cast<char>('a' + random.below(26));
        else if (slot == "domain")
          piece = random.below(2) ? "KOMPAS.com" : "Tribun Ngawi.id";
        else
          piece = kNumbers[random.below(std::size(kNumbers))];
        switch (random.below(24)) {  // as writers vary
          case 0:
            for (char& p : piece)
              if (p >= 'a' && p <= 'z') p = static_cast<char>(p - 32);
            break;
          case 1:
            if (piece[0] >= 'a' && piece[0] <= 'z') piece[0] = static_cast<char>(piece[0] - 32);
            break;
          case 2:
            for (char& p : piece)
              if (p >= 'A' && p <= 'Z') p = static_cast<char>(p + 32);
            break;
          default:
            break;
        }
        out += piece;
      } else if (!left_out) {
        out += c;
      }
    }
  };
  if (random.below(4) == 0) fill("{offices} {regions} {violations}\n\n{regions}, {domain} - ");
  while (out.size() < bytes) {
    fill(kTemplates[random.below(std::size(kTemplates))]);
    switch (random.below(12)) {
      case 0:
        out += ". ";
        break;
      case 1:
        out += ", ";
        break;
      case 2:
        out += "; ";
        break;
      case 3:
        out += "\n";
        break;
      case 4:
        out += "(";
        break;
      case 5:
        out += ") ";
        break;
      case 6:
        out += "/";
        break;
      case 7:
        out += bad_bytes()[random.below(bad_bytes().size())].second;
        break;
      default:
        break;
    }
  }
  return out;
}

}  // namespace texts
