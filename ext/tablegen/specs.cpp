// What every table of ext/data looks like. A new table is a Spec here, a struct in data/tables.hpp and, when it has forms, a
// Kind in data/kinds.hpp.
#include "tablegen/table.hpp"

namespace netra::tablegen {

namespace {

Column text(const char* name) { return {name, Type::text}; }
Column optional(const char* name) { return {name, Type::optional}; }
Column number(const char* name) { return {name, Type::number}; }
Column flag(const char* name) { return {name, Type::flag}; }
Column date(const char* name) { return {name, Type::date}; }
Column forms(const char* name) { return {name, Type::forms}; }
Column code(const char* name, const char* type, const char* values) { return {name, Type::code, type, split(values, ' ')}; }
Column reference(const char* name, const char* column) { return {name, Type::optional, {}, {}, column}; }

constexpr const char* kLevels = "- negara provinsi kabupaten kota kecamatan desa semua";
constexpr const char* kParts = "body headline dateline byline published related credit caption tag";
constexpr const char* kComplements =
    "head state ministry agency area body police desk military court staff school expert ticket plain";
constexpr const char* kCues =
    "link also serve former past candidate elected inactive incumbent plural indefinite place election negation local national "
    "pronoun relative anaphor named unnamed from number site opener outlet one held nickname given place_first place_last";

constexpr const char* kStageNeeds =
    "- election near campaign candidacy court dispute seats independent named head_funding head_hearing head_recruiting head_registration "
    "head_verification head_determination head_tabulation head_plenary head_voting head_inauguration head_village";
constexpr const char* kStageCues =
    "prospective expected retrospective past negation hypothesis situating during starting activity period every legal instrument "
    "listing next_in_order electoral candidacy court dispute seats tally independent cause foreign loose regional_candidate";

}  // namespace

const std::vector<Spec> kSpecs = {
    {"regions.tsv", "Region", "regions", "region",
     {text("code"), forms("name"), code("level", "Level", "provinsi kabupaten kota"), text("province_code")}},
    {"region_aliases.tsv", "RegionAlias", "region_aliases", "region_alias",
     {forms("alias"), reference("code", "regions.code"), code("type", "AliasType", "variant abbreviation seat former island"),
      text("source")}, false},
    {"province_capitals.tsv", "ProvinceCapital", "province_capitals", "",
     {reference("province", "regions.code"), reference("capital", "regions.code"), text("source")}},
    {"region_common.tsv", "RegionCommon", "region_common", "region_common", {forms("name"), text("reason")}},
    {"institutions.tsv", "Institution", "institutions", "institution",
     {forms("forms"), optional("abbreviation"), text("name"), text("class"), code("level", "Level", kLevels), optional("ambiguous"),
      text("source")}},
    {"institution_heads.tsv", "InstitutionHead", "institution_heads", "institution_head", {forms("forms"), text("class"), text("source")}},
    {"offices.tsv", "Office", "offices", "office",
     {forms("forms"), text("office"), code("level", "Level", kLevels), code("complement", "Complement", kComplements), optional("unit"),
      code("holder", "Holder", "one placed many never"), code("class", "OfficeClass", "official non_official"), text("source")}},
    {"acting.tsv", "ActingMarker", "acting_markers", "acting",
     {forms("forms"), code("acting", "Acting", "pj pjs plt plh pgs"), flag("heads"), text("source")}},
    {"ranks.tsv", "Rank", "ranks", "rank",
     {forms("forms"), text("rank"), code("service", "Service", "- polri tni corps"), text("source")}},
    {"honorifics.tsv", "Honorific", "honorifics", "honorific", {forms("forms"), text("honorific"), text("source")}},
    {"degrees.tsv", "Degree", "degrees", "degree", {forms("forms"), text("degree"), text("source")}},
    {"cues.tsv", "Cue", "cues", "cue", {code("class", "CueClass", kCues), forms("forms"), text("source")}},
    {"units.tsv", "UnitWord", "unit_words", "unit", {forms("forms"), code("type", "UnitType", "head topic"), text("source")}},
    {"stages.tsv", "Stage", "stages", "", {text("code"), number("ord"), text("name_id"), text("name_en")}},
    {"stage_forms.tsv", "StageForm", "stage_forms", "stage",
     {forms("forms"), reference("code", "stages.code"), code("role", "StageRole", "kini disebut aktivitas"), number("certainty"),
      code("needs", "StageNeed", kStageNeeds), code("look", "Look", "- after before both"), text("source")}},
    {"stage_objects.tsv", "StageObject", "stage_objects", "stage_object",
     {forms("forms"), code("head", "StageNeed", kStageNeeds), reference("code", "stages.code"), flag("strong"), flag("extend"),
      text("source")}, false},
    {"stage_cues.tsv", "StageCue", "stage_cues", "stage_cue",
     {code("class", "StageCueClass", kStageCues), forms("forms"), text("source")}, false},
    {"stage_weights.tsv", "StageWeight", "stage_weights", "", {text("name"), number("weight"), text("meaning")}},
    {"election_kinds.tsv", "ElectionKind", "election_kinds", "election",
     {text("code"), forms("forms"), reference("parent", "election_kinds.code"), text("source")}},
    {"calendar.tsv", "CalendarRow", "calendar", "",
     {reference("kind", "election_kinds.code"), number("year"), reference("code", "stages.code"), date("starts"), date("ends"),
      code("scope", "Scope", "semua sebagian"), optional("note"), text("source")}, false},
    {"boilerplate.tsv", "Boilerplate", "boilerplate", "boilerplate",
     {forms("forms"), code("part", "PartKind", kParts), code("reach", "Reach", "line phrase rest"), flag("colon")}},
    {"months.tsv", "Month", "months", "month", {forms("forms"), number("number")}},
    {"weekdays.tsv", "Weekday", "weekdays", "weekday", {forms("forms"), number("number")}},
    {"date_words.tsv", "DateWord", "date_words", "date_word",
     {forms("forms"), code("role", "DateRole", "day week month year ahead back part until clock zone number on"), number("value"),
      flag("past")}},
    {"speech_verbs.tsv", "SpeechVerb", "speech_verbs", "speech",
     {forms("forms"), text("lemma"), code("type", "SpeechType", "bare active passive source theme")}},
    {"violations.tsv", "Violation", "violations", "violation",
     {text("code"), forms("forms"), code("grade", "Grade", "kode_etik disiplin pidana kewajiban"), code("needs", "Needs", "none politik aktor")}},
    {"actors.tsv", "Actor", "actors", "actor", {text("actor"), forms("forms"), flag("weak")}, false},
    {"violation_cues.tsv", "ViolationCue", "violation_cues", "violation_cue",
     {code("role", "ViolationRole", "politik topik terbukti dugaan larangan himbauan hipotetis hukum akibat rancangan disiplin bantu pihak"), forms("forms")}},
    {"sanctions.tsv", "Sanction", "sanctions", "sanction", {text("code"), forms("forms")}},
    {"topic_weights.tsv", "TopicWeight", "topic_weights", "", {text("name"), number("weight"), text("meaning")}},
    {"law_types.tsv", "LawType", "law_types", "law",
     {forms("forms"), text("type"), code("number", "LawNumber", "yearly letter none"), flag("issuer")}},
    {"law_issuers.tsv", "LawIssuer", "law_issuers", "law_issuer", {text("name"), forms("forms")}},
    {"law_aliases.tsv", "LawAlias", "law_aliases", "law_alias",
     {forms("forms"), text("citation"), date("from"), date("until")}, false},
    {"laws.tsv", "Law", "laws", "",
     {text("citation"), text("title"), code("status", "LawStatus", "berlaku diubah dicabut"), optional("replaced_by"), date("from"),
      date("until"), text("source")}},
    {"abbreviations.tsv", "Abbreviation", "abbreviations", "", {text("abbr"), text("expansion"), code("note", "Reading", "utama varian lain")},
     false},
    {"spelling_variants.tsv", "SpellingVariant", "spelling_variants", "", {text("forms"), text("reason")}},
    {"sentence_abbreviations.tsv", "SentenceAbbreviation", "sentence_abbreviations", "", {text("word"), text("class")}},
    {"stopwords.tsv", "Stopword", "stopwords", "", {text("word"), text("class")}},
};

}  // namespace netra::tablegen
