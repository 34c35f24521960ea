// The tables of ext/data as the core sees them: one struct per table, fields in the order of its columns (an empty cell is an
// empty string, 0 or none). The rows are generated, compiled in, immutable and shared by all threads.
#ifndef NETRA_DATA_TABLES_HPP
#define NETRA_DATA_TABLES_HPP

#include <cstdint>
#include <span>
#include <string_view>

namespace netra::data {

extern const char text_pool[];  // the cells of all tables, each text once

// A cell: a string_view that knows its distance from text_pool instead of an address. Every address in a table is one more word
// that the loader must write before the first call, in pages that processes then no longer share.
class Text {
 public:
  constexpr Text() = default;
  constexpr Text(int64_t start, uint32_t size) : start_(start), size_(size) {}
  explicit Text(std::string_view other) noexcept  // bytes elsewhere, of a user's lexicon: they must outlive this
      : start_(static_cast<int64_t>(reinterpret_cast<uintptr_t>(other.data()) - pool())), size_(static_cast<uint32_t>(other.size())) {}
  operator std::string_view() const noexcept { return view(); }
  std::string_view view() const noexcept {
    return {reinterpret_cast<const char*>(pool() + static_cast<uintptr_t>(start_)), size_};
  }
  constexpr size_t size() const noexcept { return size_; }
  constexpr bool empty() const noexcept { return size_ == 0; }
  const char* data() const noexcept { return view().data(); }
  bool starts_with(std::string_view other) const noexcept { return view().starts_with(other); }
  size_t find(std::string_view other) const noexcept { return view().find(other); }
  friend bool operator==(Text a, Text b) noexcept { return a.view() == b.view(); }
  friend bool operator==(Text a, std::string_view b) noexcept { return a.view() == b; }
  friend bool operator==(Text a, const char* b) noexcept { return a.view() == b; }
  friend auto operator<=>(Text a, Text b) noexcept { return a.view() <=> b.view(); }
  friend auto operator<=>(Text a, std::string_view b) noexcept { return a.view() <=> b; }

 private:
  static uintptr_t pool() noexcept { return reinterpret_cast<uintptr_t>(text_pool); }
  int64_t start_ = 0;  // bytes from text_pool
  uint32_t size_ = 0;  // bytes
};

enum class Level : uint8_t { none, negara, provinsi, kabupaten, kota, kecamatan, desa, semua };

struct Region {
  Text code;  // Kemendagri, dotted: "74", "74.15"
  Text name;  // without "Kabupaten", "Kota", "Provinsi"
  Level level;
  Text province_code;
};
extern const std::span<const Region> regions;  // by code

struct ProvinceCapital {
  Text province;
  Text capital;
  Text source;
};
extern const std::span<const ProvinceCapital> province_capitals;

enum class AliasType : uint8_t { variant, abbreviation, seat, former, island };
struct RegionAlias {
  Text forms;
  Text code;
  AliasType type;
  Text source;
};
extern const std::span<const RegionAlias> region_aliases;

struct RegionCommon {  // region names that are also common words or names of people, and need a cue beside them
  Text name;
  Text reason;
};
extern const std::span<const RegionCommon> region_common;

struct Institution {
  Text forms;
  Text abbreviation;
  Text name;
  Text institution_class;
  Level level;
  Text ambiguous;  // other readings, separated by '|'
  Text source;
};
extern const std::span<const Institution> institutions;

struct InstitutionHead {
  Text forms;
  Text institution_class;
  Text source;
};
extern const std::span<const InstitutionHead> institution_heads;

// What may follow a head title; the comments of offices.tsv say more.
enum class Complement : uint8_t { head, state, ministry, agency, area, body, police, desk, military, court, staff, school, expert, ticket, plain };
enum class Holder : uint8_t { one, placed, many, never };  // may the holder stay without a name?
enum class OfficeClass : uint8_t { official, non_official };
struct Office {
  Text forms;
  Text office;
  Level level;
  Complement complement;
  Text unit;
  Holder holder;
  OfficeClass office_class;
  Text source;
};
extern const std::span<const Office> offices;

enum class Acting : uint8_t { none, pj, pjs, plt, plh, pgs };
struct ActingMarker {
  Text forms;
  Acting acting;
  bool heads;  // only before heads of regions
  Text source;
};
extern const std::span<const ActingMarker> acting_markers;

enum class Service : uint8_t { none, polri, tni, corps };
struct Rank {
  Text forms;
  Text rank;
  Service service;
  Text source;
};
extern const std::span<const Rank> ranks;

struct Honorific {
  Text forms;
  Text honorific;
  Text source;
};
extern const std::span<const Honorific> honorifics;

struct Degree {
  Text forms;
  Text degree;
  Text source;
};
extern const std::span<const Degree> degrees;

enum class CueClass : uint8_t { link, also, serve, former, past, candidate, elected, inactive, incumbent, plural, indefinite, place, election, negation, local, national, pronoun, relative, anaphor, named, unnamed, from, number, site, opener, outlet, one, held, nickname, given, place_first, place_last };
struct Cue {
  CueClass cue_class;
  Text forms;
  Text source;
};
extern const std::span<const Cue> cues;

enum class UnitType : uint8_t { head, topic };
struct UnitWord {
  Text forms;
  UnitType type;
  Text source;
};
extern const std::span<const UnitWord> unit_words;

enum class PartKind : uint8_t { body, headline, dateline, byline, published, related, credit, caption, tag };
enum class Reach : uint8_t {
  line,    // the form opens a line: the whole line
  phrase,  // the form itself, wherever it stands
  rest,    // from the form, wherever it stands, to the end of the line
};
struct Boilerplate {
  Text forms;
  PartKind part;
  Reach reach;
  bool colon;  // a colon must follow
};
extern const std::span<const Boilerplate> boilerplate;

struct Month {
  Text forms;
  uint16_t number;
};
extern const std::span<const Month> months;

struct Weekday {
  Text forms;
  uint16_t number;  // ISO 8601: Monday 1 .. Sunday 7
};
extern const std::span<const Weekday> weekdays;

enum class DateRole : uint8_t { day, week, month, year, ahead, back, part, until, clock, zone, number, on };
struct DateWord {
  Text forms;
  DateRole role;
  uint16_t value;
  bool past;
};
extern const std::span<const DateWord> date_words;

enum class SpeechType : uint8_t { bare, active, passive, source, theme };
struct SpeechVerb {
  Text forms;
  Text lemma;
  SpeechType type;  // kata X; X mengatakan; dikatakan X; menurut X; bertema "X"
};
extern const std::span<const SpeechVerb> speech_verbs;

enum class LawNumber : uint8_t { yearly, letter, none };
struct LawType {
  Text forms;
  Text type;
  LawNumber number;
  bool issuer;
};
extern const std::span<const LawType> law_types;

struct LawIssuer {
  Text name;
  Text forms;
};
extern const std::span<const LawIssuer> law_issuers;

struct LawAlias {  // what the name meant from one day to another; an empty day is open
  Text forms;
  Text citation;
  Text from;
  Text until;
};
extern const std::span<const LawAlias> law_aliases;

enum class LawStatus : uint8_t { berlaku, diubah, dicabut };
struct Law {
  Text citation;
  Text title;
  LawStatus status;
  Text replaced_by;
  Text from;
  Text until;
  Text source;
};
extern const std::span<const Law> laws;

enum class Reading : uint8_t {
  utama,   // the usual reading of the abbreviation, and the usual abbreviation of the expansion
  varian,  // the usual reading; the expansion has a more usual abbreviation
  lain,    // another reading
};
struct Abbreviation {
  Text abbr;
  Text expansion;
  Reading note;
};
extern const std::span<const Abbreviation> abbreviations;

struct SpellingVariant {  // forms the press uses for one another, separated by '|'
  Text forms;
  Text reason;
};
extern const std::span<const SpellingVariant> spelling_variants;

struct SentenceAbbreviation {  // its full stop ends no sentence
  Text word;
  Text word_class;
};
extern const std::span<const SentenceAbbreviation> sentence_abbreviations;

struct Stopword {  // left out of a query that has other words
  Text word;
  Text word_class;
};
extern const std::span<const Stopword> stopwords;

struct Stage {
  Text code;
  uint16_t ord;
  Text name;     // Indonesian
  Text name_en;
};
extern const std::span<const Stage> stages;  // by ord

enum class StageRole : uint8_t { kini, akan, lampau, disebut, jadwal, aktivitas, hukum, negasi };
enum class StageNeed : uint8_t {
  none, election, near, campaign, candidacy, court, dispute, seats, independent, named,
  head_funding, head_hearing, head_recruiting, head_registration, head_verification, head_determination, head_tabulation,
  head_plenary, head_voting, head_inauguration, head_village,
};
enum class Look : uint8_t { none, after, before, both };
struct StageForm {
  Text forms;
  Text code;      // of a stage; empty: no mention
  StageRole role;
  uint16_t certainty;  // percent
  StageNeed needs;
  Look look;
  Text source;
};
extern const std::span<const StageForm> stage_forms;

struct StageObject {
  Text forms;
  StageNeed head;
  Text code;
  bool strong;
  bool extend;
  Text source;
};
extern const std::span<const StageObject> stage_objects;

enum class StageCueClass : uint8_t {
  prospective, expected, retrospective, past, negation, hypothesis, situating, during, starting, activity, period, every, legal,
  instrument, listing, next_in_order, electoral, candidacy, court, dispute, seats, tally, independent, cause, foreign, loose,
  regional_candidate,
};
struct StageCue {
  StageCueClass cue_class;
  Text forms;
  Text source;
};
extern const std::span<const StageCue> stage_cues;

struct StageWeight {
  Text name;
  uint16_t weight;
  Text meaning;
};
extern const std::span<const StageWeight> stage_weights;

struct ElectionKind {
  Text code;
  Text forms;
  Text parent;
  Text source;
};
extern const std::span<const ElectionKind> election_kinds;

enum class Scope : uint8_t { semua, sebagian };
struct CalendarRow {
  Text kind;
  uint16_t year;
  Text code;
  Text starts;  // YYYY-MM-DD
  Text ends;
  Scope scope;
  Text note;
  Text source;
};
extern const std::span<const CalendarRow> calendar;

enum class Grade : uint8_t { kode_etik, disiplin, pidana, kewajiban };
enum class Needs : uint8_t { none, politik, aktor };
struct Violation {
  Text code;
  Text forms;
  Grade grade;
  Needs needs;  // what must stand beside the words for them to mean it
};
extern const std::span<const Violation> violations;

struct Actor {
  Text actor;
  Text forms;
  bool weak;
};
extern const std::span<const Actor> actors;

enum class ViolationRole : uint8_t { politik, topik, terbukti, dugaan, larangan, himbauan, hipotetis, hukum, akibat, rancangan, disiplin, bantu, pihak };
struct ViolationCue {
  ViolationRole role;
  Text forms;
};
extern const std::span<const ViolationCue> violation_cues;

struct Sanction {
  Text code;
  Text forms;
};
extern const std::span<const Sanction> sanctions;

struct TopicWeight {
  Text name;
  int weight;  // hundredths
  Text meaning;
};
extern const std::span<const TopicWeight> topic_weights;

}  // namespace netra::data

#endif
