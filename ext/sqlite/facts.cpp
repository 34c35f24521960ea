// What a text says: dates, laws, quotes, violations and sanctions.
#include "extract/dates.hpp"
#include "sqlite/functions.hpp"

namespace netra::sqlite {

namespace {

using extract::Date;

// The day of publication that argument i gives; a fault when it is not a day.
std::optional<text::Civil> reference_day(const Arguments& arguments, int i) {
  const auto value = arguments.text(i);
  if (!value) return {};
  const auto day = text::read_iso(*value);
  if (!day) arguments.fail(*value, "a date", "YYYY-MM-DD, a day of the calendar, also with a time behind it");
  return day;
}

std::unique_ptr<RowSet> extract_dates(const Arguments& arguments) {
  const auto reference = reference_day(arguments, 1);
  auto analysis = arguments.analysis(*arguments.text(0));
  return std::make_unique<RecordRows<Date>>(analysis, extract::find_dates(analysis->document(), reference), extract::kDateFields);
}

void extract_date(const Arguments& arguments, Result& result) {
  const auto reference = reference_day(arguments, 1);
  const auto analysis = arguments.analysis(*arguments.text(0));
  const auto day = extract::reported_day(extract::find_dates(analysis->document(), reference), reference);
  if (!day) return result.null();
  result.text(text::IsoText(*day).view());
}

constexpr Scalar kScalars[] = {
    {"extract_date", 1, 2, extract_date},
};

}  // namespace

std::span<const Scalar> fact_scalars() { return kScalars; }

std::span<const TableFunction> fact_tables() {
  static const TableFunction kTables[] = {
      {"extract_dates", columns_of<Date>(extract::kDateFields), {"input", "reference"}, 1, extract_dates},
  };
  return kTables;
}

}  // namespace netra::sqlite
