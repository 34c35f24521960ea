// extract_official(s), extract_region(s), extract_institutions(); the last argument of each is a lexicon of the user's own entries.
#include "sqlite/functions.hpp"

namespace netra::sqlite {

namespace {

using extract::Institution;
using extract::Official;
using extract::RegionMention;

// The text analysed with the user's own entries in argument `at`, when they are given (extract/lexicon.hpp says what they hold).
std::shared_ptr<extract::Analysis> analyse(const Arguments& arguments, int at) {
  const auto json = arguments.text(at);
  if (!json) return arguments.analysis();
  try {
    return arguments.analysis(arguments.connection().lexicon(*json));
  } catch (const extract::LexiconFault& fault) {
    arguments.fail(fault.value, fault.what, fault.allowed);
  }
}

std::unique_ptr<RowSet> extract_officials(const Arguments& arguments) {
  auto analysis = analyse(arguments, 1);
  const auto& officials = analysis->officials();
  return std::make_unique<RecordRows<Official, decltype(officials)>>(std::move(analysis), officials, extract::kOfficialFields);
}

std::unique_ptr<RowSet> extract_regions(const Arguments& arguments) {
  auto analysis = analyse(arguments, 1);
  const auto mentions = analysis->regions().mentions();
  return std::make_unique<ListedRows<RegionMention, decltype(mentions)>>(std::move(analysis), mentions, extract::kRegionFields);
}

std::unique_ptr<RowSet> extract_institutions(const Arguments& arguments) {
  auto analysis = analyse(arguments, 1);
  const auto& mentions = analysis->institutions().mentions();
  return std::make_unique<ListedRows<Institution, decltype(mentions)>>(std::move(analysis), mentions, extract::kInstitutionFields);
}

void extract_official(const Arguments& arguments, Result& result) {
  const auto* const field = field_argument(arguments, 1, extract::kOfficialFields);
  if (arguments.count() == 2 && arguments.is_null(1)) return result.null();  // with a lexicon NULL asks for the whole record
  const auto analysis = analyse(arguments, 2);
  if (const Official* best = extract::principal_official(analysis->document(), analysis->officials()))
    return record_result(field, result, *best, analysis->document(), extract::kOfficialFields);
  result.null();
}

void extract_region(const Arguments& arguments, Result& result) {
  const auto* const field = field_argument(arguments, 1, extract::kRegionFields);
  if (arguments.count() == 2 && arguments.is_null(1)) return result.null();  // with a lexicon NULL asks for the whole record
  const auto analysis = analyse(arguments, 2);
  if (const RegionMention* main = extract::main_region(analysis->regions()))
    return record_result(field, result, *main, analysis->document(), extract::kRegionFields);
  result.null();
}

constexpr Scalar kScalars[] = {
    {"extract_official", 1, 3, extract_official},
    {"extract_region", 1, 3, extract_region},
};

}  // namespace

std::span<const Scalar> people_scalars() { return kScalars; }

std::span<const TableFunction> people_tables() {
  static const TableFunction kTables[] = {
      {"extract_officials", columns_of<Official>(extract::kOfficialFields), {"input", "lexicon"}, 1, extract_officials},
      {"extract_regions", columns_of<RegionMention>(extract::kRegionFields), {"input", "lexicon"}, 1, extract_regions},
      {"extract_institutions", columns_of<Institution>(extract::kInstitutionFields), {"input", "lexicon"}, 1, extract_institutions},
  };
  return kTables;
}

}  // namespace netra::sqlite
