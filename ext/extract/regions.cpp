#include "extract/regions.hpp"

#include <algorithm>

#include "extract/grammar.hpp"
#include "extract/hits.hpp"
#include "extract/word_keys.hpp"
#include "text/fold.hpp"
#include "text/chars.hpp"

namespace netra::extract {

using data::AliasType;
using data::CueClass;
using data::PartKind;

namespace {

constexpr uint32_t kParagraphAtoms = 600;  // how far back a paragraph is searched for the region meant
constexpr Traits kNames = traits(Kind::region, Kind::region_alias, Kind::region_common);
constexpr double kSure = 0.98, kLikely = 0.9, kGuess = 0.7, kAmbiguous = 0.5;

constexpr std::string_view kBasisNames[] = {"level", "office", "name", "alias", "definition", "province", "article", "none"};
constexpr std::string_view kLevelNames[] = {"", "negara", "provinsi", "kabupaten", "kota", "kecamatan", "desa", "semua"};

}  // namespace

constexpr Field<RegionMention> kFields[] = {
    {"name", "TEXT", [](const RegionMention& r, const Document&) { return Cell::of(canonical_name(*r.region)); }},
    {"code", "TEXT", [](const RegionMention& r, const Document&) { return Cell::of(r.region->code); }},
    {"level", "TEXT", [](const RegionMention& r, const Document&) { return Cell::of(kLevelNames[static_cast<size_t>(r.region->level)]); }},
    {"province_code", "TEXT", [](const RegionMention& r, const Document&) { return Cell::of(r.region->province_code); }},
    {"basis", "TEXT", [](const RegionMention& r, const Document&) { return Cell::of(kBasisNames[static_cast<size_t>(r.basis)]); }},
    {"ambiguous", "INTEGER", [](const RegionMention& r, const Document&) { return Cell::of(static_cast<int64_t>(r.ambiguous)); }},
    {"surface", "TEXT", surface_of<RegionMention>},
    {"start", "INTEGER", start_of<RegionMention>},
    {"length", "INTEGER", length_of<RegionMention>},
    {"confidence", "REAL", confidence_of<RegionMention>},
};
constinit const std::span<const Field<RegionMention>> kRegionFields{kFields};

const Region* find_region(std::string_view code) noexcept {
  const auto at = std::lower_bound(data::regions.begin(), data::regions.end(), code,
                                   [](const Region& r, std::string_view c) { return r.code < c; });
  return at != data::regions.end() && at->code == code ? &*at : nullptr;
}

std::string_view canonical_name(const Region& region) {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    for (const Region& r : data::regions) {
      std::string_view name = r.name.view().substr(0, r.name.view().find('|'));
      const char* level = r.level == Level::provinsi ? "Provinsi " : r.level == Level::kota ? "Kota " : "Kabupaten ";
      all.push_back(level + std::string(name));
    }
    return all;
  }();
  return names[static_cast<size_t>(&region - data::regions.data())];
}

bool fits_level(const Region& region, Level level) noexcept {
  switch (level) {
    case Level::provinsi:
    case Level::kabupaten:
    case Level::kota:
      return region.level == level;
    case Level::kecamatan:
    case Level::desa:
      return region.level != Level::provinsi;
    default:
      return true;
  }
}

Regions::Regions(const Document& document) : d_(document), begins_(document.size()) {
  mentions_.reserve(kUsual);
  note_ends();
  learn();
  scan();
  settle();
  std::vector<Level>().swap(level_ending_);  // what only the reading needed
  std::vector<uint8_t>().swap(covered_);
}

Level Regions::level_word(uint32_t i) const noexcept {
  if (!word_in(d_, i, "kabupaten", "kab", "kota", "provinsi", "propinsi", "prov")) return Level::none;
  if (word_in(d_, i, "kabupaten", "kab")) return Level::kabupaten;
  if (word_is(d_, i, "kota")) return Level::kota;
  if (word_in(d_, i, "provinsi", "propinsi", "prov")) return Level::provinsi;
  return Level::none;
}

// Level that the office, body or kind of election asks of the region named right after it.
void Regions::note_ends() {
  level_ending_.assign(d_.size() + 1, Level::none);
  covered_.assign(d_.size(), 0);
  constexpr Traits kRead = traits(Kind::office, Kind::institution, Kind::election, Kind::cue);
  Hits hits(d_, kRead);
  for (uint32_t i = hits.next(0); i < d_.size(); i = hits.next(i + 1)) {
    const auto note = [&](uint32_t last, Level level) {
      level_ending_[last] = level;
      const uint32_t after = after_parenthesis(d_, last);
      level_ending_[after] = level;
    };
    for (const Match m : d_.matches(i)) {
      if (m.kind == Kind::office) {
        const data::Office& office = d_.office(m);
        std::fill(covered_.begin() + i, covered_.begin() + m.last, uint8_t{1});  // "Wali Kota Bogor" is no "Kota Bogor"
        note(m.last, office.level == Level::provinsi || office.level == Level::kabupaten || office.level == Level::kota
                         ? office.level
                         : Level::semua);
        if (office.complement == data::Complement::head && !d_.is(i, text::kBoilerplate))
          ++level_votes_[static_cast<size_t>(office.level)];
        break;
      }
      if (m.kind == Kind::institution) {
        const data::Institution& body = d_.institution(m);
        const bool government = body.abbreviation.starts_with("Pem");
        const Level level = body.level == Level::provinsi || body.level == Level::kota || (government && body.level == Level::kabupaten)
                                ? body.level
                                : Level::semua;
        note(m.last, level);
        if (government && !d_.is(i, text::kBoilerplate)) ++level_votes_[static_cast<size_t>(body.level)];
        // A body whose name holds a region is not a mention of that region, but "KIP Aceh" is one.
        const auto c = body.institution_class;
        if (m.last - i > 1 && (c == "pendidikan" || c == "masyarakat" || c == "partai" || c == "keamanan" || c == "pusat"))
          std::fill(covered_.begin() + i, covered_.begin() + m.last, uint8_t{1});
        break;
      }
    }
    if (d_.begins(i, Kind::election)) {
      if (word_in(d_, i, "pilwalkot", "pilwali", "pilwako", "pilwakot")) note(i + 1, Level::kota);
      if (word_is(d_, i, "pilbup")) note(i + 1, Level::kabupaten);
      if (word_is(d_, i, "pilgub")) note(i + 1, Level::provinsi);
    }
    // Universitas Bengkulu, Pulau Buru, Hotel Bukittinggi: the run of capitals names something else
    if (const auto site = cue_at(d_, i, CueClass::site); site && capital(d_, i))
      for (uint32_t k = site->last; capital(d_, k) && !d_.is(k, text::kNewlineBefore) && level_word(k) == Level::none && k < site->last + 5; ++k)
        covered_[k] = 1;
  }
}

RegionCandidates Regions::candidates(uint32_t i) const {
  RegionCandidates c;
  if (i >= d_.size() || !d_.has(i, kNames | kCapitalTrait) || !d_.atom(i).word()) return c;
  if (!definitions_.empty() && capital(d_, i)) {
    if (const auto definition = definitions_.find(word_key(d_, i).hash); definition != definitions_.end()) {
      c.last = i + 1;
      c.alias = c.defined = true;
      c.regions[c.count++] = definition->second;
      return c;
    }
  }
  if (!d_.has(i, kNames)) return c;
  bool plain = false;
  for (const Match m : d_.matches(i)) {
    if (m.kind != Kind::region && m.kind != Kind::region_alias && m.kind != Kind::region_common) continue;
    if (c.last != 0 && m.last != c.last) {
      if (c.count > 0 && m.last < c.last) break;
      continue;
    }
    c.last = m.last;
    if (m.kind == Kind::region_common) {
      c.common = true;
      c.person = data::region_common[m.row].reason.find("person") != std::string_view::npos;
    } else if (m.kind == Kind::region) {
      if (!plain) c.count = 0, c.seat = false, c.alias = false;
      plain = true;
      if (c.count < c.regions.size()) c.regions[c.count++] = &data::regions[m.row];
    } else if (!plain) {
      const data::RegionAlias& alias = d_.region_alias(m);
      const Region* region = find_region(alias.code);
      const bool seat = alias.type == AliasType::seat || alias.type == AliasType::island;
      if (!region || (c.count > 0 && seat && !c.seat)) continue;
      if (c.count > 0 && c.seat && !seat) c.count = 0;
      c.seat = seat;
      c.alias = true;
      if (std::find(c.regions.begin(), c.regions.begin() + c.count, region) == c.regions.begin() + c.count &&
          c.count < c.regions.size())
        c.regions[c.count++] = region;
    }
  }
  if (c.count == 0) c.last = 0;
  // "Sidoarjonya" is not how regions are named
  if (c.last != 0 && d_.atom(c.last - 1).is(text::kClitic)) c = {};
  return c;
}

// "Kabupaten Buton Selatan (Busel)": from there on Busel means that region.
namespace {

std::string folded(const Document& d, uint32_t i) {
  char buffer[256];
  return std::string(buffer, text::fold_word(d.bytes(i).substr(0, 64), text::Diacritics::remove, buffer, sizeof buffer));
}

// Can `shortened` stand for the name? Its letters come in that order in the name, the first with the first letter of it or of its
// level: Busel for Buton Selatan, PALI for Penukal Abab Lematang Ilir, KBB for Kabupaten Bandung Barat.
bool shortens(std::string_view shortened, const Region& region) noexcept {
  const auto letters_in_order = [&](std::string_view name) {
    size_t at = 0;
    for (const char c : name)
      if (at < shortened.size() && text::ascii_lower(c) == shortened[at]) ++at;
      else if (at == 0) return false;
    return at == shortened.size();
  };
  return !shortened.empty() && (letters_in_order(region.name) || letters_in_order(canonical_name(region)));
}

}  // namespace

void Regions::learn() {
  Hits hits(d_, kPunctTrait);
  for (uint32_t i = hits.next(0); i + 3 < d_.size(); i = hits.next(i + 1)) {
    if (!d_.mark(i, '(') || i == 0 || !d_.mark(i + 2, ')') || !capital(d_, i + 1) || d_.is(i, text::kBoilerplate)) continue;
    if (d_.match(i + 1, Kind::acting) || d_.match(i + 1, Kind::office) || d_.match(i + 1, Kind::institution)) continue;
    for (uint32_t back = 1; back <= 4 && back <= i; ++back) {
      const RegionCandidates c = candidates(i - back);
      if (c.last != i || c.seat) continue;
      const Level level = i - back > 0 ? level_word(i - back - 1) : Level::none;
      const Region* only = nullptr;
      for (unsigned k = 0; k < c.count; ++k)
        if (level == Level::none || c.regions[k]->level == level) only = only ? nullptr : static_cast<const Region*>(c.regions[k]);
      if (only && shortens(folded(d_, i + 1), *only)) definitions_.emplace(word_key(d_, i + 1).hash, only);
      break;
    }
  }
}

bool Regions::part_of_name(uint32_t i, const RegionCandidates& c) const noexcept {
  const auto stranger = [&](uint32_t k) { return capital(d_, k) && d_.atom(k).symbol == 0 && !d_.is(k, text::kUpper); };
  if (i > 0 && !d_.is(i, text::kNewlineBefore) && stranger(i - 1) && !d_.is(i - 1, text::kSentenceStart) && !d_.is(i, text::kUpper))
    return true;
  // outlets: Riau Pos, Radar Bogor, Palu Times
  if (cue_at(d_, c.last, CueClass::outlet) || (i > 0 && cue_before(d_, i, CueClass::outlet) && capital(d_, i - 1))) return true;
  if (c.alias && stranger(c.last) && !d_.is(c.last, text::kNewlineBefore)) return true;
  return c.common && !d_.is(c.last, text::kNewlineBefore) && stranger(c.last);
}

void Regions::add(Span span, const Region* region, RegionBasis basis, const RegionCandidates& c, bool ambiguous, double confidence) {
  const bool dateline = d_.is(span.first, text::kBoilerplate);
  mentions_.push_back({span, region, basis, ambiguous, dateline, !c.seat, confidence});
}

// Takes the region named at atom i; wanted: the level that a level word before it (from atom `first` on) asks for.
// Returns the atom after it, or i when no region is named there.
uint32_t Regions::mention_at(uint32_t i, Level wanted, uint32_t first) {
  RegionCandidates c = candidates(i);
  if (c.last == 0 || (first != i && d_.is(i, text::kNewlineBefore))) return i;
  const bool dateline = d_.is(i, text::kBoilerplate);
  const Level asked = level_ending_[first];
  const bool small = !d_.atom(i).is(text::kCapital);
  if (small && (asked == Level::none || wanted == Level::none) && (asked == Level::none || c.seat)) return i;
  // "Kodim 0712/Tegal", "Metro.com"
  if (i > 1 && d_.mark(i - 1, '/') && d_.atom(i - 2).number()) return i;
  if (d_.mark(c.last, '.') && !spaced(d_, c.last) && c.last + 1 < d_.size() && d_.atom(c.last + 1).word() && !spaced(d_, c.last + 1) &&
      !capital(d_, c.last + 1))
    return i;
  const RegionBasis by_name = c.defined ? RegionBasis::definition : c.alias ? RegionBasis::alias : RegionBasis::name;
  RegionBasis basis = by_name;
  Level level = wanted;
  if (level != Level::none) {
    basis = RegionBasis::level;
  } else if (asked == Level::provinsi || asked == Level::kabupaten || asked == Level::kota) {
    level = asked;
    basis = RegionBasis::office;
  }
  uint32_t last = c.last;
  if (wanted == Level::none && word_is(d_, last, "kota") && capital(d_, last) && candidates(last + 1).last == 0) {
    for (unsigned k = 0; k < c.count; ++k)
      if (c.regions[k]->level == Level::kota) {  // Kapolres Tegal Kota
        level = Level::kota;
        basis = RegionBasis::level;
        last = c.last + 1;
        break;
      }
  }
  const bool cued = wanted != Level::none || asked != Level::none || dateline;
  if ((!cued || dateline) && part_of_name(i, c)) return i;
  if (word_is(d_, i, "metro") && word_is(d_, i + 1, "jaya")) return i;  // Polda Metro Jaya
  if (c.seat && (wanted != Level::none || small)) return i;
  // The regions of the level asked for; when there is none the name is kept as it stands (a wali kota of a kabupaten).
  RegionCandidates fit = c;
  fit.count = 0;
  for (unsigned k = 0; k < c.count; ++k)
    if (fits_level(*c.regions[k], level)) fit.regions[fit.count++] = c.regions[k];
  if (fit.count == 0) {
    if (wanted != Level::none) return i;
    fit = c;
    basis = by_name;
  }
  bool weak = false;
  if (c.common && !cued) {
    const bool place = i > 0 && word_in(d_, i - 1, "di", "ke", "dari", "se", "warga", "masyarakat", "wilayah", "daerah", "asal", "untuk", "pilkada", "pemilu");
    const bool list = !mentions_.empty() && mentions_.back().span.last + 1 == i && !mentions_.back().dateline &&
                      (d_.mark(i - 1, ',') || word_is(d_, i - 1, "dan"));
    const bool lone = capital(d_, i) && !d_.is(i, text::kSentenceStart) && !d_.is(i, text::kHeadline) && !capital(d_, c.last) && i > 0 &&
                      !capital(d_, i - 1) && !c.person && !d_.match(i - 1, Kind::speech);
    weak = !(place || list || lone) || (i > 0 && word_in(d_, i - 1, "di", "ke", "dari") && capital(d_, c.last) && !d_.match(c.last, Kind::weekday));
  }
  const Span span{first, last};
  if (fit.count == 1 && !weak) {
    d_.make_room(mentions_, first);
    add(span, fit.regions[0], basis, c, false, basis == by_name ? kLikely : kSure);
  } else {
    d_.make_room(pending_, span.first);
    pending_.push_back({span, fit, level, dateline, weak});
  }
  return last;
}

void Regions::scan() {
  size_t part = 0;
  const auto parts = d_.parts();
  const Traits names = kNames | (definitions_.empty() ? Traits{0} : kCapitalTrait);
  for (uint32_t i = 0; i < d_.size();) {
    d_.poll();
    while (part + 1 < parts.size() && d_.atom(i).start >= parts[part + 1].start) ++part;
    const PartKind kind = parts[part].kind;
    if (!d_.has(i, names) && !word_in(d_, i, "kabupaten", "kab", "kota", "provinsi", "propinsi", "prov")) {
      ++i;
      continue;
    }
    const Level level = level_word(i);
    if (covered_[i] || (kind != PartKind::body && kind != PartKind::headline && kind != PartKind::dateline)) {
      ++i;
      continue;
    }
    if (level != Level::none && !(capital(d_, i) && candidates(i).last > i + 1)) {
      uint32_t next = i + 1;
      if (d_.mark(next, '.') && !spaced(d_, next)) ++next;
      if (word_in(d_, next, "administrasi", "adm")) next += d_.mark(next + 1, '.') ? 2 : 1;
      // "Kabupaten dan Kota Bogor": both
      if (word_in(d_, next, "dan", "/", "maupun") || d_.mark(next, '/')) {
        const Level second = level_word(next + 1);
        if (second != Level::none && second != level && candidates(next + 2).last != 0 && capital(d_, next + 2)) {
          mention_at(next + 2, level, i);
          i = next + 1;
          continue;
        }
      }
      const uint32_t last = mention_at(next, level, i);
      if (last > next) {
        if (level != Level::none) ++level_votes_[static_cast<size_t>(level)];
        i = last;
        continue;
      }
      if (level == Level::kabupaten) ++level_votes_[static_cast<size_t>(level)];
      ++i;
      continue;
    }
    const uint32_t last = mention_at(i, Level::none, i);
    i = last > i ? last : i + 1;
  }
}

const Region* Regions::choose(const Pending& p, const Counts& counts) const noexcept {
  const auto unique_best = [&](auto&& score) -> const Region* {
    const Region* best = nullptr;
    unsigned top = 0;
    bool tie = false;
    for (unsigned k = 0; k < p.candidates.count; ++k) {
      const unsigned n = score(*p.candidates.regions[k]);
      if (n > top) best = p.candidates.regions[k], top = n, tie = false;
      else if (n == top) tie = true;
    }
    return tie ? nullptr : best;
  };
  const auto named = [&](const Region& r) { return counts.region[static_cast<size_t>(&r - data::regions.data())]; };
  if (const Region* best = unique_best(named)) return best;
  for (unsigned k = 0; k < p.candidates.count; ++k)
    if (named(*p.candidates.regions[k]) > 0) return p.candidates.regions[k];  // all are named: the first will do
  if (p.weak) return nullptr;
  const auto near = [&](const Region& r) {
    const auto at = counts.province.find(r.province_code);
    return r.level == Level::provinsi || at == counts.province.end() ? 0u : at->second;
  };
  const bool with_province = p.candidates.regions[0]->level == Level::provinsi;
  if (!with_province)
    if (const Region* best = unique_best(near)) return best;
  if (const Region* best = unique_best([&](const Region& r) { return level_votes_[static_cast<size_t>(r.level)]; })) return best;
  for (unsigned k = 0; k < p.candidates.count; ++k)
    for (const data::ProvinceCapital& seat : data::province_capitals)
      if (!with_province && seat.capital == p.candidates.regions[k]->code) return p.candidates.regions[k];
  if (with_province) return p.dateline ? p.candidates.regions[p.candidates.count - 1] : p.candidates.regions[0];
  return nullptr;
}

void Regions::settle() {
  Counts counts{std::vector<unsigned>(pending_.empty() ? 0 : data::regions.size()), {}};
  for (const RegionMention& m : mentions_) {
    if (pending_.empty()) break;
    if (m.listed) ++counts.region[static_cast<size_t>(m.region - data::regions.data())];
    ++counts.province[m.region->province_code];
  }
  for (const Pending& p : pending_) {
    if (const Region* region = choose(p, counts)) {
      add(p.span, region, RegionBasis::article, p.candidates, false, p.weak ? kGuess : kLikely);
    } else if (!p.weak) {
      for (unsigned k = 0; k < p.candidates.count; ++k)
        add(p.span, p.candidates.regions[k], RegionBasis::none, p.candidates, true, kAmbiguous);
    }
  }
  std::vector<Pending>().swap(pending_);
  const auto before = [](const RegionMention& a, const RegionMention& b) { return a.span.first < b.span.first; };
  if (!std::is_sorted(mentions_.begin(), mentions_.end(), before)) std::stable_sort(mentions_.begin(), mentions_.end(), before);
  for (const RegionMention& m : mentions_) {
    if (m.dateline && !dateline_) dateline_ = m.region;
    beyond_dateline_ = beyond_dateline_ || (!m.dateline && m.listed);
    begins_.add(m.span.first);
  }
  rank();
}

const RegionMention* Regions::at(uint32_t i) const noexcept {
  if (!begins_.has(i)) return nullptr;
  return &*std::lower_bound(mentions_.begin(), mentions_.end(), i, [](const RegionMention& m, uint32_t atom) { return m.span.first < atom; });
}

// The region named most, for every level that may be asked for: a mention in the headline counts three, a listed one two.
void Regions::rank() {
  std::vector<unsigned> weight(data::regions.size());
  std::vector<const Region*> order;  // by first mention
  for (const RegionMention& m : mentions_) {
    unsigned& w = weight[static_cast<size_t>(m.region - data::regions.data())];
    if (w == 0) order.push_back(m.region);
    w += d_.is(m.span.first, text::kHeadline) ? 3 : m.listed ? 2 : 1;
  }
  for (size_t l = 0; l < best_.size(); ++l) {
    const auto level = static_cast<Level>(l);
    const bool small = level == Level::kecamatan || level == Level::desa;
    const Region* best = nullptr;
    unsigned top = 0;
    for (const Region* region : order) {
      if (!fits_level(*region, level)) continue;
      const unsigned n = weight[static_cast<size_t>(region - data::regions.data())];
      // districts and villages are more often those of a regency
      const bool rather = n == top && small && best && best->level == Level::kota && region->level == Level::kabupaten;
      if (n > top || rather) best = region, top = n;
    }
    if (best && best->level == Level::kota && small)
      for (const Region* region : order)
        if (region->level == Level::kabupaten && region->name == best->name) {
          best = region;
          break;
        }
    best_[l] = best;
  }
}

const Region* Regions::inherited(uint32_t i, Level level, bool near) const noexcept {
  uint32_t paragraph = i;
  while (paragraph > 0 && i - paragraph < kParagraphAtoms && !d_.is(paragraph, text::kNewlineBefore)) --paragraph;
  const uint32_t sentence = d_.sentence(d_.sentence_of(i)).first;
  auto after = std::lower_bound(mentions_.begin(), mentions_.end(), i,
                                [](const RegionMention& m, uint32_t atom) { return m.span.first < atom; });
  const Region* in_paragraph = nullptr;
  while (after != mentions_.begin() && (--after)->span.first >= paragraph) {
    if (after->dateline || !after->listed || !fits_level(*after->region, level)) continue;
    if (after->span.first >= sentence || near) return after->region;
    if (!in_paragraph) in_paragraph = after->region;
  }
  if (in_paragraph || near) return in_paragraph;
  if (level == Level::provinsi) {
    if (const Region* province = best(level)) return province;
    const Region* regency = best(Level::semua);
    return regency ? find_region(regency->province_code) : nullptr;
  }
  return best(level);
}

const RegionMention* main_region(const Regions& regions) {
  const Region* region = regions.main();
  const RegionMention* found = nullptr;
  for (const RegionMention& m : regions.mentions())
    if (m.region == region && m.listed && (!found || m.confidence > found->confidence)) found = &m;
  if (!found)
    for (const RegionMention& m : regions.mentions())
      if (m.listed && !found) found = &m;
  return found;
}

}  // namespace netra::extract
