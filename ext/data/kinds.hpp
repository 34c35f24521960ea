// The kinds of surface forms in the gazetteer. One kind is one table with a `forms` column (ext/tablegen/specs.cpp).
#ifndef NETRA_DATA_KINDS_HPP
#define NETRA_DATA_KINDS_HPP

#include <cstdint>

namespace netra::extract {

enum class Kind : uint8_t {
  region,        // regions.tsv: name of a province, regency or city
  region_alias,  // region_aliases.tsv
  region_common,  // region_common.tsv: names of regions that often mean something else
  institution,   // institutions.tsv
  institution_head,  // institution_heads.tsv: first words of names of bodies
  office,        // offices.tsv: head titles
  acting,        // acting.tsv: pj, pjs, plt, plh, pgs and their spellings
  rank,          // ranks.tsv: police and army ranks
  honorific,     // honorifics.tsv: before a name
  degree,        // degrees.tsv: after a name
  unit,          // units.tsv: words that names of offices and divisions are made of
  stage,         // stage_forms.tsv: wordings of a stage of an election
  stage_object,  // stage_objects.tsv: what a head word (penetapan, pelantikan) is about
  stage_cue,     // stage_cues.tsv: words around a stage that tell its role
  election,      // election_kinds.tsv
  cue,           // cues.tsv: words that steer the grammar, by class
  month,         // months.tsv
  weekday,       // weekdays.tsv
  date_word,     // date_words.tsv: relative days, parts of the day, clock and zone, numbers in words
  speech,        // speech_verbs.tsv
  boilerplate,   // boilerplate.tsv: openings of lines that are not running text
  law,           // law_types.tsv: names of kinds of instruments
  law_alias,     // law_aliases.tsv: UU Pemilu, UU ASN
  law_issuer,    // law_issuers.tsv: whose circular it is
  violation,     // violations.tsv
  sanction,      // sanctions.tsv
  actor,         // actors.tsv: who is bound to be neutral
  violation_cue,  // violation_cues.tsv: how a violation is spoken of
};

}  // namespace netra::extract

#endif
