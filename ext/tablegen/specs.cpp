// What every table of ext/data looks like. A new table is a Spec here, a struct in data/tables.hpp and, when it has forms, a
// Kind in data/kinds.hpp.
#include "tablegen/table.hpp"

namespace netra::tablegen {

namespace {

Column text(const char* name) { return {name, Type::text}; }
Column optional(const char* name) { return {name, Type::optional}; }
Column number(const char* name) { return {name, Type::number}; }
Column flag(const char* name) { return {name, Type::flag}; }
[[maybe_unused]] Column date(const char* name) { return {name, Type::date}; }
Column forms(const char* name) { return {name, Type::forms}; }
Column code(const char* name, const char* type, const char* values) { return {name, Type::code, type, split(values, ' ')}; }
Column reference(const char* name, const char* column) { return {name, Type::optional, {}, {}, column}; }

constexpr const char* kLevels = "- negara provinsi kabupaten kota kecamatan desa semua";
constexpr const char* kParts = "body headline dateline byline published related credit caption tag";

}  // namespace

const std::vector<Spec> kSpecs = {
    {"regions.tsv", "Region", "regions", "region",
     {text("code"), forms("name"), code("level", "Level", "provinsi kabupaten kota"), text("province_code")}},
    {"region_aliases.tsv", "RegionAlias", "region_aliases", "region_alias",
     {forms("alias"), reference("code", "regions.code"), code("type", "AliasType", "variant abbreviation seat former island"),
      text("source")}, false},
    {"region_common.tsv", "RegionCommon", "region_common", "", {text("name"), text("reason")}},
    {"institutions.tsv", "Institution", "institutions", "institution",
     {forms("forms"), optional("abbreviation"), text("name"), text("class"), code("level", "Level", kLevels), optional("ambiguous"),
      text("source")}},
    {"boilerplate.tsv", "Boilerplate", "boilerplate", "boilerplate",
     {forms("forms"), code("part", "PartKind", kParts), code("reach", "Reach", "line phrase rest"), flag("colon")}},
    {"months.tsv", "Month", "months", "month", {forms("forms"), number("number")}},
    {"weekdays.tsv", "Weekday", "weekdays", "weekday", {forms("forms"), number("number")}},
};

}  // namespace netra::tablegen
