// The tables of ext/data as the core sees them: one struct per table, fields in the order of its columns (an empty cell is an
// empty string, 0 or none). The rows are generated, compiled in, immutable and shared by all threads.
#ifndef NETRA_DATA_TABLES_HPP
#define NETRA_DATA_TABLES_HPP

#include <cstdint>
#include <span>
#include <string_view>

namespace netra::data {

using Text = std::string_view;

enum class Level : uint8_t { none, negara, provinsi, kabupaten, kota, kecamatan, desa, semua };

struct Region {
  Text code;  // Kemendagri, dotted: "74", "74.15"
  Text name;  // without "Kabupaten", "Kota", "Provinsi"
  Level level;
  Text province_code;
};
extern const std::span<const Region> regions;  // by code

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

}  // namespace netra::data

#endif
