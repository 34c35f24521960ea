#include "extract/institutions.hpp"

#include <algorithm>

#include "extract/grammar.hpp"
#include "extract/hits.hpp"
#include "morphology/stemmer.hpp"
#include "text/fold.hpp"

namespace netra::extract {

using data::CueClass;
using data::UnitType;

namespace {

constexpr Field<Institution> kFields[] = {
    {"name", "TEXT", [](const Institution& b, const Document&) { return Cell::of(b.name); }},
    {"abbreviation", "TEXT", [](const Institution& b, const Document&) { return Cell::or_null(b.abbreviation); }},
    {"class", "TEXT", [](const Institution& b, const Document&) { return Cell::of(b.institution_class); }},
    {"region", "TEXT", [](const Institution& b, const Document&) { return b.region ? Cell::of(canonical_name(*b.region)) : Cell(); }},
    {"region_code", "TEXT", [](const Institution& b, const Document&) { return b.region ? Cell::of(b.region->code) : Cell(); }},
    {"surface", "TEXT", surface_of<Institution>},
    {"start", "INTEGER", start_of<Institution>},
    {"length", "INTEGER", length_of<Institution>},
    {"confidence", "REAL", confidence_of<Institution>},
};

constexpr uint32_t kLongestName = 9;  // words of a body's name

std::string folded(std::string_view bytes) {
  char buffer[256];
  return std::string(buffer, text::fold_word(bytes.substr(0, 64), text::Diacritics::remove, buffer, sizeof buffer));
}

bool topic(const Document& d, uint32_t i) noexcept {
  const auto m = d.match(i, Kind::unit);
  return m && capital(d, i);
}

// Universitas Islam 45, Universitas 17 Agustus 1945: a day or the year of independence, but no other year.
bool school_number(const Document& d, uint32_t i) noexcept { return spaced(d, i) && (d.atom(i).length <= 2 || d.bytes(i) == "1945"); }

// Does the name of an agency go on here: "Dinas Pekerjaan Umum, Perumahan Rakyat dan Permukiman"? It is then built from its words.
bool longer_name(const Document& d, uint32_t i) noexcept {
  if (d.mark(i, ',') && !d.match(i + 1, Kind::institution_head) && !d.match(i + 1, Kind::institution)) ++i;
  return topic(d, i);
}

}  // namespace

constinit const std::span<const Field<Institution>> kInstitutionFields{kFields};

BareNames find_bare_names(const Document& d) {
  BareNames names;
  Hits hits(d, kCapitalTrait);
  for (uint32_t i = hits.next(0); i < d.size(); i = hits.next(i + 1)) {
    if (d.atom(i).symbol != 0 || !d.matches(i).empty() || d.is(i, text::kHeadline) || d.is(i, text::kBoilerplate) || d.atom(i).length < 3)
      continue;
    if (i > 0 && capital(d, i - 1) && !d.is(i, text::kNewlineBefore)) continue;
    if (capital(d, i + 1) && !d.is(i + 1, text::kNewlineBefore)) continue;
    if ((i > 0 && mark_in(d, i - 1, "-(")) || mark_in(d, i + 1, "-)")) continue;
    if (i > 0 && word_in(d, i - 1, "di", "ke", "dari", "se", "antara", "wilayah", "warga", "asal")) continue;  // a place
    if (i > 1 && d.mark(i - 1, '.') && word_in(d, i - 2, "kec", "kel", "ds", "kab")) continue;
    if (d.is(i, text::kSentenceStart) || (i > 0 && d.atom(i - 1).punct())) {
      morph::Derivation best;
      if (morph::analyze(folded(d.bytes(i)), &best, 1) == 0 || best.known) continue;
    }
    names.add(word_key(d, i));
  }
  return names;
}

bool is_bare_name(const Document& d, const BareNames& bare_names, uint32_t i) {
  if (bare_names.empty() || !capital(d, i) || d.atom(i).symbol != 0 || !d.matches(i).empty()) return false;
  return bare_names.has(word_key(d, i));
}

Institutions::Institutions(const Document& document, const Regions& regions, const BareNames& bare_names)
    : d_(document), regions_(regions), bare_names_(bare_names), begins_(document.size()) {
  constexpr Traits kOpens = traits(Kind::institution, Kind::institution_head);
  Hits hits(d_, kOpens);
  for (uint32_t i = hits.next(0); i < d_.size(); i = hits.next(i)) {
    if (d_.is(i, text::kBoilerplate) || !(listed(i) || built(i))) {
      ++i;
      continue;
    }
    begins_.add(mentions_.back().span.first);
    // "Komisi II DPR" holds DPR, which is a mention of its own
    if (mentions_.back().row && mentions_.back().region) regional_.insert(mentions_.back().row);
    i = mentions_.back().row || mentions_.back().institution_class != "legislatif" ? std::max(i + 1, mentions_.back().name_span.last) : i + 2;
  }
}

void Institutions::note_definitions() {
  if (definitions_noted_) return;
  definitions_noted_ = true;
  Hits hits(d_, kPunctTrait);
  for (uint32_t k = hits.next(1); k + 2 < d_.size(); k = hits.next(k + 1)) {
    if (d_.mark(k, '(') && d_.mark(k + 2, ')') && d_.atom(k + 1).length <= kLongestKnown) defined_.emplace(d_.bytes(k + 1), k);
  }
}

const Institution* Institutions::at(uint32_t i) const noexcept {
  if (!begins_.has(i)) return nullptr;
  return &*std::lower_bound(mentions_.begin(), mentions_.end(), i, [](const Institution& b, uint32_t atom) { return b.span.first < atom; });
}

// Is the body named at atom i the issuer inside a citation: "Keputusan KPU", "Peraturan Bawaslu Nomor 6"?
bool Institutions::citation(uint32_t i, uint32_t last) const noexcept {
  if (i == 0) return false;
  uint32_t k = i - 1;
  if (d_.mark(k, ')') && k >= 3 && d_.mark(k - 2, '(')) k -= 3;  // Surat Edaran (SE) Bawaslu
  if (word_is(d_, k, "putusan")) return word_in(d_, last, "nomor", "no") || (last < d_.size() && d_.atom(last).number());  // "menghormati putusan MK"
  return word_in(d_, k, "peraturan", "keputusan", "edaran", "instruksi", "sk", "se");
}

// Abbreviation, region and span once the name is known to end before atom `last`.
void Institutions::finish(Institution& body, uint32_t last) {
  if (body.abbreviation == "Polda" && d_.mark(last, '(') && word_is(d_, last + 3, "metro") && word_is(d_, last + 4, "jaya")) {
    body.abbreviation = "Polda Metro Jaya";  // the one police region that is not named after its province
    body.name = joined(d_, body.name, "Metro Jaya");
    last += 5;
  }
  body.name_span = {body.span.first, last};
  uint32_t next = last;
  const uint32_t after = after_parenthesis(d_, last, 3);
  if (after > last) {
    const Span inner{last + 1, after - 1};
    const bool region = regions_.at(inner.first) != nullptr;
    bool shortened = false, one = true;  // IDI, P2D, Dinas PU, but "Dinas Kebudayaan (Kundha Kabudayan)"
    for (uint32_t k = inner.first; k < inner.last; ++k) shortened = shortened || d_.is(k, text::kUpper), one = one && (k == inner.first || !spaced(d_, k));
    shortened = shortened || one;
    if (!region && !shortened) next = after;
    if (!region && shortened && capital(d_, inner.first)) {
      if (body.abbreviation.empty()) body.abbreviation = plain_text(d_, inner);
      next = after;
    }
  }
  uint32_t region_at = next;
  if (word_in(d_, region_at, "di", "se")) region_at = next;
  const RegionMention* region = d_.is(region_at, text::kNewlineBefore) ? nullptr : regions_.at(region_at);
  // "DPRD Kota" is a form of its own: the level word is the region's as well
  if (!region && next == last && last > body.span.first + 1)
    if (const RegionMention* within = regions_.at(last - 1); within && within->span.last > last) region = within;
  if (region && !region->ambiguous) {
    body.region = region->region;
    next = region->span.last;
  } else if (word_is(d_, next, "setempat")) {
    body.region = regions_.inherited(body.span.first, Level::semua);
  }
  body.span.last = next;
  body.listed = !citation(body.span.first, next);
}

// Do the words around speak of civil servants rather than of an election in a district?
bool Institutions::staff_matter(uint32_t i) const noexcept {
  constexpr uint32_t kAround = 25;
  int balance = 0;
  const uint32_t end = std::min(d_.size(), i + kAround);
  for (uint32_t k = i > kAround ? i - kAround : 0; k < end; ++k) {
    const auto size = d_.atom(k).length;
    if (size < 3 || size > 13 || !d_.atom(k).word()) continue;
    if (word_in(d_, k, "asn", "pns", "bkn", "kasn", "hukuman", "disiplin", "kepegawaian", "instansi", "instansinya", "pegawai")) ++balance;
    if (word_in(d_, k, "kecamatan", "pps", "kpps", "tps", "kpu", "rekapitulasi", "pleno", "pantarlih", "pemilih", "camat", "pemungutan", "pilkada", "pemilu", "ketua", "anggota"))
      --balance;
  }
  return balance > 0;
}

bool Institutions::listed(uint32_t i) {
  const auto m = d_.match(i, Kind::institution);
  if (!m) return false;
  const data::Institution& row = d_.institution(*m);
  const uint32_t last = m->last;
  // A party's organ is a unit of the party; "DPD Partai Golkar" is not the council.
  if (const auto unit = d_.match(i, Kind::unit); unit && unit->last == last) {
    uint32_t next = last;
    if (word_in(d_, next, "i", "ii")) ++next;
    if (const auto party = d_.match(next, Kind::institution); party && d_.institution(*party).institution_class == "partai")
      return false;
    if (row.institution_class == "partai") return false;
  }
  if (row.abbreviation == "Puskesmas" || row.abbreviation == "RSUD") return false;  // named by place
  if (word_in(d_, last, "no", "nomor") || (last < d_.size() && d_.atom(last).number() && row.institution_class != "keamanan" && last - i == 1 &&
                                           !row.ambiguous.empty()))
    return false;  // PP Nomor 94
  if (last - i == 1 && d_.match(i, Kind::degree) && i > 0 && (d_.mark(i - 1, ',') || d_.mark(i - 1, '.'))) return false;
  if (last - i == 1 && i > 0 && d_.is(i, text::kHeadline) && d_.is(i, text::kUpper) && d_.is(i - 1, text::kUpper) &&
      d_.is(i + 1, text::kUpper) && row.institution_class == "masyarakat")
    return false;  // a headline in capitals
  if (!row.ambiguous.empty() && last - i == 1) {  // what does the text itself say it stands for?
    note_definitions();
    if (const auto at = defined_.find(d_.bytes(i)); at != defined_.end()) {
      const auto word = d_.bytes(at->second - 1);
      if (word.size() > row.name.size() || folded(row.name.view().substr(row.name.size() - word.size())) != folded(word)) return false;
    }
    if (row.abbreviation == "PPK" && staff_matter(i)) return false;  // Pejabat Pembina Kepegawaian
    if (row.abbreviation == "PT" && !regions_.at(last)) return false;  // a company
  }
  Institution body{{i, last}, {i, last}, {}, row.name, row.institution_class, &row, nullptr, true, 0.95};
  const bool government = row.abbreviation.starts_with("Pem");
  const bool agency = row.level != Level::negara && (row.name.starts_with("Dinas") || row.name.starts_with("Badan")) &&
                      (row.institution_class == "daerah" || row.institution_class == "kepegawaian");
  const std::string_view written = plain_text(d_, {i, last});
  const bool school = row.institution_class == "pendidikan";
  if (school ? written == row.abbreviation : !agency) body.abbreviation = row.abbreviation;
  else if (school) body.name = written;
  else if (written != row.name) body.abbreviation = written;
  if (agency && row.name.starts_with("Dinas") && longer_name(d_, last)) return false;
  finish(body, last);
  if (government) {
    if (row.abbreviation == "Pemda" && !body.region) return false;
    if (!body.region) {
      if (!d_.atom(i).is(text::kCapital)) return false;
      body.region = regions_.inherited(i, row.level);
      body.confidence = 0.8;
      if (body.region && !fits_level(*body.region, row.level)) body.region = nullptr;
    }
  }
  if (!d_.atom(i).is(text::kCapital) && last - i == 1 && !body.region)
    body.listed = false;  // "para panwascam", "pantarlih": functionaries
  mentions_.push_back(body);
  return true;
}

// The atom after the capitalised name that goes on at atom i.
uint32_t Institutions::run_end(uint32_t i, std::string_view institution_class) const {
  uint32_t last = i;
  unsigned words = 0;
  for (uint32_t k = i; k < d_.size() && words < kLongestName; ++k) {
    if (d_.is(k, text::kNewlineBefore)) break;
    if (capital(d_, k) || (d_.atom(k).number() && (institution_class == "daerah" || (institution_class == "pendidikan" && school_number(d_, k))))) {
      if (is_bare_name(d_, bare_names_, k) || d_.match(k, Kind::honorific) || d_.match(k, Kind::rank)) break;
      if (institution_class == "daerah" && !topic(d_, k) && !(k == i && d_.mark(k + 1, '-') && k + 2 < d_.size() && d_.atom(k + 2).number())) break;
      if (institution_class != "pendidikan" && institution_class != "partai" && regions_.at(k)) break;
      if (k > i && (d_.match(k, Kind::office) || (institution_class == "daerah" && d_.match(k, Kind::institution_head)))) break;
      if (d_.match(k, Kind::weekday) || (k > i && d_.match(k, Kind::acting))) break;
      if (institution_class == "pendidikan" && k > i && d_.atom(k - 1).number() && !d_.match(k, Kind::month)) break;
      const auto unit = institution_class == "daerah" ? d_.match(k, Kind::unit) : std::nullopt;
      last = unit ? unit->last : k + 1;
      k = last - 1;
      ++words;
    } else if (k > i && d_.mark(k, '-') && !spaced(d_, k) && k + 1 < d_.size() && d_.atom(k + 1).number()) {  // Covid-19
      last = k + 2;
      ++k;
    } else if (word_in(d_, k, "dan", "untuk", "bagi", "&") || d_.mark(k, '&') || d_.mark(k, '-') ||
               (institution_class == "daerah" && d_.mark(k, ','))) {
      if (!capital(d_, k + 1) && !word_is(d_, k + 1, "dan")) break;
      if (institution_class == "daerah" && !topic(d_, k + 1) && !word_is(d_, k + 1, "dan")) break;
    } else {
      break;
    }
  }
  return last;
}

bool Institutions::built(uint32_t i) {
  const auto head = d_.match(i, Kind::institution_head);
  if (!head || !capital(d_, i)) return false;
  const data::InstitutionHead& row = data::institution_heads[head->row];
  if (d_.is(i, text::kHeadline) && row.institution_class != "legislatif" && row.institution_class != "daerah") return false;  // Title Case
  if (row.institution_class == "legislatif") {  // Komisi II DPR
    const auto house = d_.match(head->last, Kind::institution);
    if (!house || !d_.institution(*house).abbreviation.starts_with("DPR")) return false;
    Institution body{{i, house->last}, {}, plain_text(d_, {i, house->last}), {}, row.institution_class, nullptr, nullptr, true, 0.9};
    body.name = body.abbreviation;
    finish(body, house->last);
    mentions_.push_back(body);
    return true;
  }
  const bool named_by_place = word_in(d_, i, "puskesmas", "rsud");
  uint32_t begin = head->last;
  if (word_is(d_, i, "rsud") && d_.match(begin, Kind::honorific)) {  // RSUD dr. Soewandi
    begin = d_.match(begin, Kind::honorific)->last;
    if (d_.mark(begin, '.')) ++begin;
  }
  const uint32_t last = run_end(begin, named_by_place ? (begin > head->last ? "masyarakat" : "pendidikan") : row.institution_class.view());
  if (last <= begin || (row.institution_class == "partai" && word_is(d_, head->last, "politik"))) return false;
  Institution body{{i, last}, {}, {}, plain_text(d_, {i, last}), row.institution_class, nullptr, nullptr, true, 0.8};
  finish(body, last);
  mentions_.push_back(body);
  return true;
}

}  // namespace netra::extract
