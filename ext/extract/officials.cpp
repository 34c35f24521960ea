#include "extract/officials.hpp"

#include <algorithm>
#include <set>

#include "extract/grammar.hpp"
#include "morphology/stemmer.hpp"
#include "text/fold.hpp"

namespace netra::extract {

using data::Acting;
using data::Complement;
using data::CueClass;
using data::Holder;
using data::OfficeClass;

namespace {

constexpr uint32_t kParagraphAtoms = 600;  // how far back a paragraph is searched for a role's body
constexpr uint32_t kShortBody = 12;       // words of an article too short to tell a headline's names from its verbs
constexpr size_t kRolesAway = 64;         // how many roles before a name or a deputy another role of theirs may stand
constexpr std::string_view kActing[] = {"", "pj", "pjs", "plt", "plh", "pgs"};
constexpr std::string_view kStanding[] = {"menjabat", "mantan", "calon", "terpilih", "nonaktif"};
constexpr std::string_view kClass[] = {"official", "non_official"};
constexpr std::string_view kVia[] = {"role_first", "name_first", "nameless", "coreference"};

Cell json_or_null(std::string_view array) { return array.empty() ? Cell() : Cell::json(array); }

constexpr Field<Official> kFields[] = {
    {"name", "TEXT", [](const Official& o, const Document&) { return Cell::or_null(o.name); }},
    {"honorifics", "JSON", [](const Official& o, const Document&) { return json_or_null(o.honorifics); }},
    {"degrees", "JSON", [](const Official& o, const Document&) { return json_or_null(o.degrees); }},
    {"rank", "TEXT", [](const Official& o, const Document&) { return Cell::or_null(o.rank); }},
    {"acting", "TEXT", [](const Official& o, const Document&) { return Cell::or_null(kActing[static_cast<size_t>(o.acting)]); }},
    {"acting_form", "TEXT", [](const Official& o, const Document&) { return Cell::or_null(o.acting_form); }},
    {"standing", "TEXT", [](const Official& o, const Document&) { return Cell::of(kStanding[static_cast<size_t>(o.standing)]); }},
    {"office", "TEXT", [](const Official& o, const Document&) { return Cell::of(std::string_view(o.office)); }},
    {"institution", "TEXT", [](const Official& o, const Document&) { return Cell::or_null(o.institution); }},
    {"unit", "TEXT", [](const Official& o, const Document&) { return Cell::or_null(o.unit); }},
    {"region", "TEXT", [](const Official& o, const Document&) { return o.region ? Cell::of(canonical_name(*o.region)) : Cell(); }},
    {"region_code", "TEXT", [](const Official& o, const Document&) { return o.region ? Cell::of(o.region->code) : Cell(); }},
    {"class", "TEXT", [](const Official& o, const Document&) { return Cell::of(kClass[static_cast<size_t>(o.office_class)]); }},
    {"person", "INTEGER", [](const Official& o, const Document&) { return Cell::of(static_cast<int64_t>(o.person)); }},
    {"via", "TEXT", [](const Official& o, const Document&) { return Cell::of(kVia[static_cast<size_t>(o.via)]); }},
    {"surface", "TEXT", surface_of<Official>},
    {"start", "INTEGER", start_of<Official>},
    {"length", "INTEGER", length_of<Official>},
    {"confidence", "REAL", confidence_of<Official>},
};

std::string json_array(const Document& d, const std::vector<Span>& spans) {
  if (spans.empty()) return {};
  std::string out = "[";
  for (const Span& span : spans) {
    if (out.size() > 1) out += ',';
    append_json_text(out, plain_text(d, span));
  }
  return out += ']';
}

bool lexicon_word(const Document& d, uint32_t i) {
  char buffer[256];
  const std::string_view word(buffer, text::fold_word(d.bytes(i).substr(0, 60), text::Diacritics::remove, buffer, sizeof buffer));
  morph::Derivation best;
  return morph::analyze(word, &best, 1) > 0 && best.known;
}

class OfficialFinder {
 public:
  OfficialFinder(const Document& d, const Regions& regions, const Institutions& institutions, const std::vector<std::string>& bare_names)
      : d_(d), regions_(regions), institutions_(institutions), roles_(find_roles(d, regions, institutions, bare_names)),
        owner_(roles_.size(), -1), via_(roles_.size(), Via::nameless) {}

  std::vector<Official> find() {
    read_names();
    for (const bool headline : {false, true})
      for (size_t r = 0; r < roles_.size(); ++r)
        if (d_.is(roles_[r].span.first, text::kHeadline) == headline) attach(r);
    share_names();
    deputies();
    std::vector<Official> mentions;
    std::vector<size_t> worthy;
    for (size_t r = 0; r < roles_.size(); ++r) {
      d_.poll();
      fill_institution(r);
      Official o = make(r);
      if (!worth(roles_[r], o)) continue;
      mentions.push_back(std::move(o));
      worthy.push_back(r);
    }
    std::vector<Role> kept;
    kept.reserve(worthy.size());
    for (const size_t r : worthy) kept.push_back(std::move(roles_[r]));
    return link_persons(d_, regions_, std::move(mentions), kept);
  }

 private:
  // Every run of words that could be a name, outside roles and bodies; the grammar decides which are.
  void read_names() {
    first_.assign(d_.size() + 1, -1);
    last_.assign(d_.size() + 1, -1);
    size_t role = 0;
    for (uint32_t i = 0; i < d_.size();) {
      d_.poll();
      while (role < roles_.size() && roles_[role].span.last <= i) ++role;
      if (role < roles_.size() && roles_[role].span.first <= i) {
        i = roles_[role].span.last;
        if (const RegionMention* within = i > 0 ? regions_.at(i - 1) : nullptr; within && within->span.last > i) i = within->span.last;
        continue;
      }
      const Institution* body = institutions_.at(i);
      if (body && body->name_span.last - i > 1) {
        i = body->name_span.last;
        continue;
      }
      const RegionMention* region = regions_.at(i);
      Name name;
      if (region && region->basis == RegionBasis::level) {  // "Kabupaten Alor"
        i = std::max(i + 1, region->span.last);
        continue;
      }
      if (d_.is(i, text::kBoilerplate) || !read_name(d_, i, name)) {
        ++i;
        continue;
      }
      if (region && region->span.last >= name.span.last) {
        i = region->span.last;
        continue;
      }
      // a name does not run into the next role or into "Kabupaten Ende"
      if ((role < roles_.size() && name.span.last > roles_[role].span.first) || holds_region(name.span)) {
        ++i;
        continue;
      }
      keep(name);
      i = std::max(i + 1, name.last);
    }
  }

  bool holds_region(Span span) const {
    for (uint32_t k = span.first + 1; k < span.last; ++k)
      if (const RegionMention* m = regions_.at(k); m && m->basis == RegionBasis::level && m->span.last > k + 1) return true;
    return false;
  }

  int keep(const Name& name) {
    const int index = static_cast<int>(names_.size());
    names_.push_back(name);
    used_.push_back(false);
    first_[name.first] = index;
    last_[name.last] = index;
    return index;
  }

  int name_at(uint32_t i) const { return i < d_.size() ? first_[i] : -1; }
  int name_ending(uint32_t i) const { return i <= d_.size() ? last_[i] : -1; }

  // The name right behind atom `at`: "Gubernur Sudirman"; small letters only behind a role in small letters.
  int behind(const Role& role, uint32_t at) {
    if (at >= d_.size() || d_.is(at, text::kParagraphBefore)) return -1;
    if (d_.is(at, text::kNewlineBefore) && (d_.is(at, text::kHeadline) != d_.is(role.span.first, text::kHeadline))) return -1;
    if (const int known = name_at(at); known >= 0) {
      // the next line: a heading in capitals is no name
      if (d_.is(at, text::kNewlineBefore) && (!all_names(names_[static_cast<size_t>(known)]) || d_.is(names_[static_cast<size_t>(known)].last, text::kNewlineBefore))) return -1;
      return headline_name(role, known);
    }
    if (!capital(d_, role.title) && role.complete && d_.atom(at).word() && !capital(d_, at) && !d_.is(at, text::kNewlineBefore)) {
      Name name;
      if (read_name(d_, at, name, true) && (name.span.last - name.span.first >= 2 || !name.degrees.empty() || d_.match(name.last, Kind::speech)))
        return headline_name(role, keep(name));
    }
    return -1;
  }

  // Headlines are written in capitals: there a name ends before the first word that the lexicon knows and the article does not
  // use as a name.
  int headline_name(const Role& role, int index) {
    if (!d_.is(role.span.first, text::kHeadline)) return index;
    Name& name = names_[static_cast<size_t>(index)];
    uint32_t k = name.span.first;
    while (k < name.span.last && (!d_.atom(k).word() || body_token(k) || (d_.atom(k).symbol == 0 && !lexicon_word(d_, k) && in_body(k)))) ++k;
    if (k == name.span.first) return -1;
    if (k < name.span.last) name.span.last = name.last = k, name.degrees.clear();
    return index;
  }

  // Does a word of the headline occur in the article? Names do, borrowed verbs ("warning") hardly. An article of a few words
  // says nothing about that.
  bool in_body(uint32_t i) {
    if (body_words_.empty()) {
      body_words_.insert({});
      uint32_t words = 0;
      for (uint32_t k = 0; k < d_.size(); ++k) {
        d_.poll();
        if (d_.is(k, text::kHeadline) || d_.is(k, text::kBoilerplate) || !d_.atom(k).word()) continue;
        if (capital(d_, k) || d_.atom(k).symbol == 0) body_words_.insert(lower(d_.bytes(k)));
        ++words;
      }
      short_body_ = words < kShortBody;
    }
    return short_body_ || body_words_.count(lower(d_.bytes(i))) > 0;
  }

  bool all_names(const Name& name) const {
    for (uint32_t k = name.span.first; k < name.span.last; ++k)
      if (d_.atom(k).word() && !body_token(k) && (d_.atom(k).symbol != 0 || lexicon_word(d_, k))) return false;
    return true;
  }

  bool all_common(const Name& name) const {
    if (name.titled()) return false;
    for (uint32_t k = name.span.first; k < name.span.last; ++k)
      if (d_.atom(k).word() && !lexicon_word(d_, k)) return false;
    return true;
  }

  // Is the word one of a name that the body of the article has already given to a role?
  bool body_token(uint32_t i) const { return used_words_.count(lower(d_.bytes(i))) > 0; }

  static std::string lower(std::string_view word) {
    std::string out(word.substr(0, 64));
    for (char& c : out) c = text::ascii_lower(c);
    return out;
  }

  void use(int index) {
    const auto n = static_cast<size_t>(index);
    if (used_[n]) return;
    used_[n] = true;
    const Span span = names_[n].span;
    if (d_.is(span.first, text::kHeadline)) return;
    for (uint32_t k = span.first; k < span.last; ++k) used_words_.insert(lower(d_.bytes(k)));
  }

  void own(size_t r, int name, Via via) {
    owner_[r] = name;
    via_[r] = via;
    use(name);
  }

  // End of the role together with a second role in parentheses behind it.
  uint32_t end_of(size_t r) const {
    uint32_t end = roles_[r].span.last;
    if (r + 1 < roles_.size() && roles_[r + 1].nested && d_.mark(end, '(') && roles_[r + 1].span.first == end + 1 &&
        d_.mark(roles_[r + 1].span.last, ')'))
      end = roles_[r + 1].span.last + 1;
    return end;
  }

  void attach(size_t r) {
    Role& role = roles_[r];
    if (owner_[r] >= 0) return;
    const uint32_t end = end_of(r);
    // paired with the next role: "Bupati dan Wakil Bupati Ngawi A dan B"
    if (r + 1 < roles_.size() && roles_[r + 1].span.first == role.span.last + 1 && (word_in(d_, role.span.last, "dan", "serta") || d_.mark(role.span.last, '-')) &&
        (pair(r) || pair_before(r)))
      return;
    if (held(r, end)) return;
    // "Presiden Mahasiswa Universitas X"
    if (const int word = name_at(end); word >= 0 && all_common(names_[static_cast<size_t>(word)]) && names_[static_cast<size_t>(word)].span.last == end + 1 &&
                                       institutions_.at(end + 1))
      role.common = true;
    if (role.common && role.standing != Standing::calon) return;
    int direct = behind(role, end);
    if (direct >= 0 && !role.complete && role.office->complement == Complement::agency && all_common(names_[static_cast<size_t>(direct)])) {
      role.unit += (role.unit.empty() ? "" : " ") + plain_text(d_, names_[static_cast<size_t>(direct)].span);  // Kepala Kantor Instansi Vertikal
      role.common = true;
      use(direct);
      direct = -1;
    }
    if (direct >= 0 && role.office->complement == Complement::expert && all_common(names_[static_cast<size_t>(direct)]) &&
        names_[static_cast<size_t>(direct)].span.last - names_[static_cast<size_t>(direct)].span.first == 1)
      direct = -1;
    if (direct >= 0 && role.office->complement == Complement::expert && role.institution.empty() && all_common(names_[static_cast<size_t>(direct)]) &&
        names_[static_cast<size_t>(direct)].span.last - names_[static_cast<size_t>(direct)].span.first > 1) {
      role.institution = plain_text(d_, names_[static_cast<size_t>(direct)].span);  // Direktur Eksekutif Simpul Data Demokrasi
      role.span.last = names_[static_cast<size_t>(direct)].span.last;
      use(direct);
      direct = -1;
      if (before(r)) return;
      const int name = apart(r, end_of(r));
      if (name >= 0 && !used_[static_cast<size_t>(name)]) own(r, name, Via::role_first);
      return;
    }
    if (direct >= 0 && !used_[static_cast<size_t>(direct)]) return own(r, direct, Via::role_first);
    if (before(r)) return;
    // "Istri Bupati Garut, Diah": the name is the wife's
    if (role.span.first > 0 && word_in(d_, role.span.first - 1, "istri", "isteri", "suami", "anak", "putra", "putri", "adik", "kakak", "menantu", "keponakan", "ajudan", "sopir", "kerabat", "keluarga"))
      return;
    const int later = apart(r, end);
    if (later >= 0 && !used_[static_cast<size_t>(later)]) return own(r, later, Via::role_first);
    if (direct >= 0 && !used_[static_cast<size_t>(direct)]) own(r, direct, Via::role_first);
  }


  bool pair(size_t r) {
    const uint32_t end = end_of(r + 1);
    int one = behind(roles_[r + 1], end);
    if (one < 0 && (d_.mark(end, ',') || cue_at(d_, end, CueClass::named))) one = name_at(end + 1);
    if (one < 0 || used_[static_cast<size_t>(one)]) return false;
    const uint32_t joint = names_[static_cast<size_t>(one)].last;
    if (!(word_in(d_, joint, "dan", "serta") || d_.mark(joint, '-') || d_.mark(joint, '/') || (joint < d_.size() && d_.bytes(joint) == "\u2013"))) return false;
    const int two = name_at(joint + 1);
    if (two < 0) return false;
    own(r, one, Via::role_first);
    own(r + 1, two, Via::role_first);
    return true;
  }

  // "menetapkan A dan B sebagai pasangan bupati dan wakil bupati terpilih"
  bool pair_before(size_t r) {
    uint32_t k = roles_[r].span.first;
    if (const Match* m = cue_before(d_, k, CueClass::candidate); m && word_is(d_, m->first, "pasangan")) k = m->first;
    else if (k > 0 && word_is(d_, k - 1, "pasangan")) --k;
    const Match* link = cue_before(d_, k, CueClass::serve);
    if (!link) link = cue_before(d_, k, CueClass::link);
    if (!link) return false;
    const int two = name_ending(link->first);
    if (two < 0) return false;
    const uint32_t begin = names_[static_cast<size_t>(two)].first;
    if (begin < 2 || !(word_in(d_, begin - 1, "dan", "serta") || d_.mark(begin - 1, '-'))) return false;
    const int one = name_ending(begin - 1);
    if (one < 0 || !plausible(names_[static_cast<size_t>(one)]) || !plausible(names_[static_cast<size_t>(two)])) return false;
    own(r, one, Via::name_first);
    own(r + 1, two, Via::name_first);
    return true;
  }

  // Behind a comma, "yakni" or a relative clause: "Bupati Ngada yang akan mengakhiri jabatan, Drs. Paulus Siga".
  int apart(size_t r, uint32_t end) {
    uint32_t at = end;
    bool phrase = false;
    if (!d_.is(at, text::kNewlineBefore) && (cue_at(d_, at, CueClass::relative) || word_in(d_, at, "dari", "asal", "usungan", "jalur", "era"))) {
      uint32_t k = at + 1;
      phrase = !cue_at(d_, at, CueClass::relative);
      while (k < d_.size() && k < at + 10 && (d_.atom(k).word() || (phrase && d_.atom(k).number())) && (!capital(d_, k) || phrase) && !d_.match(k, Kind::office)) ++k;
      if (!d_.mark(k, ',')) return -1;
      at = k;
    }
    if (d_.mark(at, ',') || d_.mark(at, ':') || long_dash(d_, at)) {
      if (d_.mark(at, ':') && d_.is(roles_[r].span.first, text::kHeadline)) return -1;
      ++at;
      if (const Match* named = cue_at(d_, at, CueClass::named)) at = named->last;
      at = behind_places(roles_[r], at);
    } else if (const Match* named = cue_at(d_, at, CueClass::named); named && !word_is(d_, at, "oleh")) {
      at = named->last;
    } else {
      return -1;
    }
    if (d_.is(at, text::kParagraphBefore)) return -1;
    int index = name_at(at);
    if (index < 0) index = small_name(roles_[r], at);
    if (index < 0) return -1;
    index = headline_name(roles_[r], index);
    if (index >= 0) index = behind_pair(index);
    // "Calon bupati dari jalur perseorangan, Budi Santoso, ...": the apposition has to close
    if (phrase && index >= 0 && !d_.mark(names_[static_cast<size_t>(index)].last, ',') && !d_.match(names_[static_cast<size_t>(index)].last, Kind::speech)) return -1;
    if (index < 0 || !plausible(names_[static_cast<size_t>(index)])) return -1;
    // "..., Budi, Ketua KPU Siak": a name that the next role claims from behind is not ours
    const Name& name = names_[static_cast<size_t>(index)];
    if (!roles_[r].complete && roles_[r].office->complement != Complement::head && d_.mark(name.last, ',') && role_at(name.last + 1)) return -1;
    return index;
  }

  // "Ketua KPU Kabupaten Belu, Nusa Tenggara Timur, Marselinus Bria": the regions between two commas.
  uint32_t behind_places(Role& role, uint32_t at) const {
    for (unsigned n = 0; n < 3; ++n) {
      const RegionMention* place = d_.is(at, text::kNewlineBefore) ? nullptr : regions_.at(at);
      if (!place || !d_.mark(place->span.last, ',')) break;
      if (!role.region && !role.national) role.region = place->region, role.region_named = true;
      at = place->span.last + 1;
    }
    return at;
  }

  // "menurut ketua kpu kabupaten ende, maria goreti, ...": a name in small letters between commas.
  int small_name(const Role& role, uint32_t at) {
    if (capital(d_, role.title) || !role.complete || at >= d_.size() || !d_.atom(at).word() || capital(d_, at)) return -1;
    Name name;
    if (!read_name(d_, at, name, true) || name.span.last - name.span.first < 2 || !d_.mark(name.last, ',')) return -1;
    return keep(name);
  }

  // "kuasa hukum pasangan nomor urut 2, Petrus Nono-Anastasia Bupu, yakni Yance Tenu": the pair is not the holder.
  int behind_pair(int index) const {
    const uint32_t joint = names_[static_cast<size_t>(index)].last;
    const int second = d_.mark(joint, '-') && !spaced(d_, joint) ? name_at(joint + 1) : -1;
    if (second < 0) return index;
    const uint32_t end = names_[static_cast<size_t>(second)].last;
    const Match* named = d_.mark(end, ',') ? cue_at(d_, end + 1, CueClass::named) : nullptr;
    return named ? name_at(named->last) : index;
  }

  // "Posisi Pj Gubernur Banten saat ini dijabat oleh Ucok Rahman"
  bool held(size_t r, uint32_t end) {
    uint32_t k = end;
    while (k < end + 4 && k < d_.size() && d_.atom(k).word() && !capital(d_, k) && !cue_at(d_, k, CueClass::held)) ++k;
    const Match* held = k < d_.size() && !d_.is(k, text::kNewlineBefore) ? cue_at(d_, k, CueClass::held) : nullptr;
    if (!held) return false;
    const int name = name_at(held->last);
    if (name < 0 || used_[static_cast<size_t>(name)] || all_common(names_[static_cast<size_t>(name)])) return false;
    own(r, name, Via::role_first);
    return true;
  }

  bool role_at(uint32_t i) const {
    const auto found = std::lower_bound(roles_.begin(), roles_.end(), i, [](const Role& role, uint32_t atom) { return role.span.first < atom; });
    return found != roles_.end() && found->span.first == i;
  }

  // Name first: "Nur Topan, Ketua KPU Batang", "X, yang sejak Januari menjabat Pj. Bupati", "X selaku Ketua", "X (Ketua)".
  bool before(size_t r) {
    Role& role = roles_[r];
    uint32_t k = role.span.first;
    if (k == 0 || d_.is(k, text::kNewlineBefore)) return false;
    bool link = false;
    for (const auto c : {CueClass::past, CueClass::serve, CueClass::also, CueClass::link}) {
      const Match* m = cue_before(d_, k, c);
      if (!m) continue;
      link = true;
      k = m->first;
      if (c == CueClass::past) role.standing = role.standing == Standing::menjabat ? Standing::mantan : role.standing;
      if (c == CueClass::also && word_is(d_, k, "serta")) link = false, k = role.span.first;
      break;
    }
    if (link) {  // back to "yang": "yang sejak Januari", "yang masih", "yang kini"
      for (uint32_t back = 0; back <= 5 && back < k; ++back) {
        if (cue_at(d_, k - back, CueClass::relative) || word_in(d_, k - back, "yang", "yg")) {
          k -= back;
          break;
        }
        if (back > 0 && d_.atom(k - back).punct() && !d_.mark(k - back, '-')) break;
      }
    }
    if (k == 0) return false;
    const bool parenthesis = d_.mark(k - 1, '(') && !link;
    if (parenthesis) {
      --k;
    } else if (d_.mark(k - 1, ',') || long_dash(d_, k - 1)) {
      --k;
    }
    // a second role of the same person, or a role in parentheses behind another role
    for (size_t p = r; p-- > 0 && p + 3 > r;) {
      const Role& other = roles_[p];
      if (other.span.last == k && (link || parenthesis)) {
        if (owner_[p] >= 0) return own(r, owner_[p], via_[p]), true;
        const uint32_t end = parenthesis ? role.span.last + 1 : role.span.last;
        (void)end;
        return false;
      }
    }
    const int index = name_ending(k);
    if (index < 0) return false;
    const Name& name = names_[static_cast<size_t>(index)];
    if (d_.is(name.span.first, text::kHeadline) != d_.is(role.span.first, text::kHeadline)) return false;
    if (d_.is(role.span.first, text::kHeadline) && !all_names(name)) return false;
    if (used_[static_cast<size_t>(index)]) {
      if (!link && !parenthesis) return false;
      return own(r, index, Via::name_first), true;
    }
    if (!link && !parenthesis) {
      // "Menurut Rasyidin, Bupati Siak ...": a later short form of a known name does not take the next role
      if (name.span.last - name.span.first == 1 && !name.titled() && k != role.span.first && apart_has_name(r)) return false;
      if (k == role.span.first && (all_common(name) || (!role.complete && !role.region && role.office->complement != Complement::head))) return false;
      if (role.place_open) return false;
    }
    if (!plausible(name)) return false;
    own(r, index, Via::name_first);
    return true;
  }

  bool apart_has_name(size_t r) {
    const int later = apart(r, end_of(r));
    return later >= 0 && !used_[static_cast<size_t>(later)];
  }

  // A name in front of a role must not be the end of something else: "Jalan Sudirman, Ketua ..." or a region.
  bool plausible(const Name& name) const {
    if (name.span.first > 0 && !d_.is(name.span.first, text::kNewlineBefore) && cue_before(d_, name.first, CueClass::site)) return false;
    for (uint32_t k = name.span.first; k < name.span.last; ++k)
      if (const RegionMention* m = regions_.at(k); m && m->span.last == name.span.last && m->span.first == name.span.first) return false;
    if (name.span.last - name.span.first == 1 && !name.titled() && lexicon_word(d_, name.span.first)) return false;
    if (all_common(name))  // "ASN dan Pendamping Desa, Pejabat Bupati ..."
      for (uint32_t k = name.span.first; k < name.span.last; ++k)
        if (d_.match(k, Kind::unit) || cue_at(d_, k, CueClass::site)) return false;
    bool stranger = name.titled();
    for (uint32_t k = name.span.first; k < name.span.last; ++k) stranger = stranger || !d_.match(k, Kind::unit);
    return stranger;
  }

  // "Ketua DPC PDI Perjuangan sekaligus Ketua DPRD, Budi": the first role has the second's name.
  void share_names() {
    for (size_t r = roles_.size(); r-- > 0;) {
      if (owner_[r] >= 0) {
        continue;
      }
      if (r + 1 >= roles_.size() || owner_[r + 1] < 0 || via_[r + 1] != Via::role_first) continue;
      const Role& next = roles_[r + 1];
      const uint32_t end = roles_[r].span.last;
      const Match* also = cue_at(d_, d_.mark(end, ',') ? end + 1 : end, CueClass::also);
      if (also && also->last == next.span.first && !word_is(d_, also->first, "serta")) own(r, owner_[r + 1], Via::role_first);
    }
    for (size_t r = 0; r + 1 < roles_.size(); ++r)  // "Plh. Sekda (Staf Ahli ...), La Nita"
      if (owner_[r] >= 0 && owner_[r + 1] < 0 && roles_[r + 1].nested && end_of(r) != roles_[r].span.last) own(r + 1, owner_[r], via_[r]);
  }

  // "wakilnya, I Made Dirga Yusa": the deputy of the head named before.
  void deputies() {
    struct Deputy {
      size_t at;  // before the role of this index
      Role role;
      int name;
    };
    std::vector<Deputy> deputies;
    for (uint32_t i = 0; i + 2 < d_.size(); ++i) {
      d_.poll();
      if (!word_is(d_, i, "wakilnya")) continue;
      const int name = d_.mark(i + 1, ',') ? name_at(i + 2) : name_at(i + 1);
      if (name < 0 || used_[static_cast<size_t>(name)]) continue;
      auto after = std::lower_bound(roles_.begin(), roles_.end(), i, [](const Role& role, uint32_t atom) { return role.span.first < atom; });
      const size_t at = static_cast<size_t>(after - roles_.begin());
      for (size_t p = at; p-- > 0 && at - p < kRolesAway;) {
        if (roles_[p].office->complement != Complement::head || roles_[p].office->office.starts_with("Wakil") || roles_[p].office->office == "Sekretaris Daerah") continue;
        Role deputy = roles_[p];
        deputy.span = {i, i + 1};
        deputy.title = i;
        deputy.office_text = "Wakil " + deputy.office_text;
        deputy.acting = Acting::none;
        deputy.acting_span = {};
        if (!deputy.region) deputy.region = regions_.inherited(roles_[p].span.first, roles_[p].office->level);
        deputies.push_back({at, std::move(deputy), name});
        use(name);
        break;
      }
    }
    if (deputies.empty()) return;
    std::vector<Role> roles;
    std::vector<int> owner;
    std::vector<Via> via;
    size_t next = 0;
    for (size_t r = 0; r <= roles_.size(); ++r) {
      for (; next < deputies.size() && deputies[next].at == r; ++next) {
        roles.push_back(std::move(deputies[next].role));
        owner.push_back(deputies[next].name);
        via.push_back(Via::role_first);
      }
      if (r == roles_.size()) break;
      roles.push_back(std::move(roles_[r]));
      owner.push_back(owner_[r]);
      via.push_back(via_[r]);
    }
    roles_ = std::move(roles);
    owner_ = std::move(owner);
    via_ = std::move(via);
  }

  // A post within a body that the role itself does not name: the body of the last role before it.
  void fill_institution(size_t r) {
    Role& role = roles_[r];
    if (role.office->complement == Complement::expert && role.institution.empty() && role.span.first > 2 && d_.mark(role.span.first - 1, ',')) {
      for (uint32_t k = role.span.first - 1; k-- > 0 && role.span.first - k < 8;)  // "Dari Bawaslu, tenaga ahli ..."
        if (const Institution* b = institutions_.at(k); b && b->span.last + 1 == role.span.first && k > 0 && word_is(d_, k - 1, "dari")) {
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
      if (const Institution* b = institutions_.at(k); b && b->row && (house ? b->institution_class == "legislatif" : b->institution_class == "penyelenggara")) {
        role.institution = b->abbreviation.empty() ? b->name : b->abbreviation;
        role.institution_row = b->row;
        if (!role.region && b->region) role.region = b->region;
        return;
      }
  }

  OfficeClass class_of(const Role& role) const {
    if (role.standing == Standing::calon || role.standing == Standing::terpilih) return OfficeClass::non_official;
    if (role.office->office_class == OfficeClass::non_official) return OfficeClass::non_official;
    if (role.office->complement == Complement::school && role.office->level == Level::none)
      return role.institution.find("Negeri") != std::string::npos ? OfficeClass::official : OfficeClass::non_official;
    if (role.office->complement == Complement::body && !role.institution.empty()) {
      if (!role.institution_row) return role.institution_class == "daerah" || role.institution_class == "pusat" ? OfficeClass::official : OfficeClass::non_official;
      const auto c = role.institution_row->institution_class;
      if (c == "partai" || c == "masyarakat" || c == "pendidikan" || c == "pemilu") return OfficeClass::non_official;
    }
    return OfficeClass::official;
  }

  // An article from Jakarta that names no regional branch of the body speaks of the national one.
  bool national_body(const data::Institution& row) const {
    const Region* dateline = regions_.dateline();
    if (!(dateline && dateline->code == "31") && !(regions_.main() && regions_.main()->code == "31")) return false;
    return !institutions_.regional(&row);
  }

  const Region* region_of(const Role& role) const {
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
    } else if (role.office->complement == Complement::body && !role.institution.empty() && role.institution_class != "pemilu" &&
               role.institution_class != "daerah") {
      return nullptr;
    }
    const bool abroad = !regions_.beyond_dateline() && regions_.dateline() && regions_.dateline()->code == "31";
    if (abroad && role.office->complement != Complement::head) return nullptr;
    const uint32_t at = role.span.first;
    if (role.local)
      if (const Region* near = regions_.inherited(at, role.office->level, true)) return near;
    Level level = role.office->level;
    if (role.institution_row && (role.institution_row->level == Level::provinsi || role.institution_row->level == Level::kota)) level = role.institution_row->level;
    if (role.institution_row && role.institution_row->level == Level::kecamatan) level = Level::kecamatan;
    return regions_.inherited(at, level);
  }

  Official make(size_t r) {
    const Role& role = roles_[r];
    Official o;
    o.span = role.span;
    o.acting = role.acting;
    if (role.acting != Acting::none) o.acting_form = plain_text(d_, role.acting_span);
    o.standing = role.standing;
    o.office = role.office_text;
    o.institution = role.institution;
    if (role.institution_row) o.institution_class = role.institution_row->institution_class;
    o.unit = role.unit;
    o.region = region_of(role);
    o.office_class = class_of(role);
    o.via = via_[r];
    if (owner_[r] < 0) {
      o.confidence = role.complete || role.region_named ? 0.85 : 0.75;
      return o;
    }
    const Name& name = names_[static_cast<size_t>(owner_[r])];
    o.name_span = name.span;
    o.name = plain_text(d_, name.span);
    o.honorifics = json_array(d_, name.honorifics);
    o.degrees = json_array(d_, name.degrees);
    if (name.rank) o.rank = name.rank->rank;
    if (name.span.first >= role.span.last) {
      o.span = {role.span.first, name.span.last};
      if (via_[r] == Via::role_first) {  // no second role may lie between
        for (size_t p = r + 1; p < roles_.size() && roles_[p].span.first < name.span.first; ++p)
          if (!(roles_[p].nested) && !(p == r + 1 && owner_[p] == owner_[r]) && owner_[p] >= 0 && owner_[p] != owner_[r]) o.span = role.span;
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
    o.confidence = via_[r] == Via::name_first ? 0.92 : adjacent ? 0.96 : 0.94;
    if (role.place_open || !(role.complete || role.region_named || role.office->holder == Holder::one)) o.confidence -= 0.12;
    return o;
  }

  bool worth(const Role& role, const Official& o) const {
    const auto complement = role.office->complement;
    if (!o.name.empty()) {
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

  const Document& d_;
  const Regions& regions_;
  const Institutions& institutions_;
  std::vector<Role> roles_;
  std::vector<Name> names_;
  std::vector<bool> used_;
  std::set<std::string> used_words_;   // in small letters
  std::set<std::string> body_words_;   // in small letters, see in_body()
  bool short_body_ = false;
  std::vector<int32_t> first_, last_;  // by atom: name that begins there, that ends right before it
  std::vector<int> owner_;             // by role: its name
  std::vector<Via> via_;
};

}  // namespace

constinit const std::span<const Field<Official>> kOfficialFields{kFields};

std::vector<Official> find_officials(const Document& document, const Regions& regions, const Institutions& institutions,
                                     const std::vector<std::string>& bare_names) {
  return OfficialFinder(document, regions, institutions, bare_names).find();
}

}  // namespace netra::extract
