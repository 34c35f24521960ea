// What a text says: dates, laws, quotes, violations and sanctions.
#include <algorithm>
#include <string>
#include <unordered_map>

#include "extract/dates.hpp"
#include "extract/laws.hpp"
#include "sqlite/functions.hpp"

namespace netra::sqlite {

namespace {

using extract::Cell;
using extract::Citation;
using extract::Date;
using extract::Document;
using extract::Field;
using extract::Quote;
using extract::SanctionMention;
using extract::ViolationMention;

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
  auto analysis = arguments.analysis();
  if (reference) return std::make_unique<RecordRows<Date>>(analysis, analysis->dates(*reference), extract::kDateFields);
  return std::make_unique<RecordRows<Date>>(analysis, std::span(analysis->dates()), extract::kDateFields);
}

void extract_date(const Arguments& arguments, Result& result) {
  const auto reference = reference_day(arguments, 1);
  const auto analysis = arguments.analysis();
  const auto day = reference ? extract::reported_day(analysis->dates(*reference), reference) : extract::reported_day(analysis->dates(), {});
  if (!day) return result.null();
  result.text(text::IsoText(*day).view());
}

std::unique_ptr<RowSet> extract_laws(const Arguments& arguments) {
  auto analysis = arguments.analysis();
  return std::make_unique<RecordRows<Citation>>(analysis, std::span(analysis->laws()), extract::kLawFields);
}

std::unique_ptr<RowSet> extract_quotes(const Arguments& arguments) {
  auto analysis = arguments.analysis();
  return std::make_unique<RecordRows<Quote>>(analysis, std::span(analysis->quotes()), extract::kQuoteFields);
}

std::unique_ptr<RowSet> extract_violations(const Arguments& arguments) {
  auto analysis = arguments.analysis();
  return std::make_unique<RecordRows<ViolationMention>>(analysis, std::span(analysis->violations()), extract::kViolationFields);
}

std::unique_ptr<RowSet> extract_sanctions(const Arguments& arguments) {
  auto analysis = arguments.analysis();
  return std::make_unique<RecordRows<SanctionMention>>(analysis, std::span(analysis->sanctions()), extract::kSanctionFields);
}

void neutrality_topic(const Arguments& arguments, Result& result) {
  const auto analysis = arguments.analysis();
  result.real(analysis->neutrality_topic());
}

// The law a text cites most, the first citation of it.
const Citation* main_law(const std::vector<Citation>& laws, const Document& document) {
  struct Cited {
    const Citation* first;
    size_t times;
  };
  std::unordered_map<std::string, Cited> cited;
  size_t most = 0;
  for (const Citation& law : laws) {
    document.poll();
    most = std::max(most, ++cited.try_emplace(law.law->citation(), Cited{&law, 0}).first->second.times);
  }
  const Citation* best = nullptr;
  for (const auto& [instrument, found] : cited)
    if (found.times == most && (!best || found.first < best)) best = found.first;
  return best;
}

void extract_law(const Arguments& arguments, Result& result) {
  const auto* const field = field_argument(arguments, 1, extract::kLawFields);
  const auto analysis = arguments.analysis();
  const Citation* law = main_law(analysis->laws(), analysis->document());
  if (!law) return result.null();
  record_result(field, result, *law, analysis->document(), extract::kLawFields);
}

constexpr std::string_view kStatuses[] = {"berlaku", "diubah", "dicabut"};

struct KnownLaw {
  const data::Law* law;
};
constexpr Field<KnownLaw> kStatusFields[] = {
    {"citation", "TEXT", [](const KnownLaw& r, const Document&) { return Cell::of(r.law->citation); }},
    {"title", "TEXT", [](const KnownLaw& r, const Document&) { return Cell::of(r.law->title); }},
    {"status", "TEXT", [](const KnownLaw& r, const Document&) { return Cell::of(kStatuses[static_cast<size_t>(r.law->status)]); }},
    {"replaced_by", "TEXT", [](const KnownLaw& r, const Document&) { return Cell::or_null(r.law->replaced_by); }},
    {"in_force_from", "TEXT", [](const KnownLaw& r, const Document&) { return Cell::or_null(r.law->from); }},
    {"until", "TEXT", [](const KnownLaw& r, const Document&) { return Cell::or_null(r.law->until); }},
    {"source", "TEXT", [](const KnownLaw& r, const Document&) { return Cell::of(r.law->source); }},
};

// law_status(citation [, field]): NULL for a law that is not in ext/data/laws.tsv. Any way of writing the citation will do.
void law_status(const Arguments& arguments, Result& result) {
  const auto* const field = field_argument<KnownLaw>(arguments, 1, kStatusFields);
  const auto analysis = arguments.analysis();
  const auto& laws = analysis->laws();
  const KnownLaw known{laws.empty() ? nullptr : extract::known_law(laws.front().law->citation())};
  if (!known.law) return result.null();
  record_result<KnownLaw>(field, result, known, analysis->document(), kStatusFields);
}

constexpr Scalar kScalars[] = {
    {"extract_date", 1, 2, extract_date},
    {"extract_law", 1, 2, extract_law},
    {"law_status", 1, 2, law_status},
    {"neutrality_topic", 1, 1, neutrality_topic},
};

}  // namespace

std::span<const Scalar> fact_scalars() { return kScalars; }

std::span<const TableFunction> fact_tables() {
  static const TableFunction kTables[] = {
      {"extract_dates", columns_of<Date>(extract::kDateFields), {"input", "reference"}, 1, extract_dates},
      {"extract_quotes", columns_of<Quote>(extract::kQuoteFields), {"input"}, 1, extract_quotes},
      {"extract_violations", columns_of<ViolationMention>(extract::kViolationFields), {"input"}, 1, extract_violations},
      {"extract_sanctions", columns_of<SanctionMention>(extract::kSanctionFields), {"input"}, 1, extract_sanctions},
      {"extract_laws", columns_of<Citation>(extract::kLawFields), {"input"}, 1, extract_laws},
  };
  return kTables;
}

}  // namespace netra::sqlite
