// article_parts(), article_body(), article_dateline().
#include "extract/dateline.hpp"
#include "sqlite/functions.hpp"

namespace netra::sqlite {

namespace {

using data::PartKind;
using extract::Cell;
using extract::Document;
using extract::Field;
using extract::Part;

constexpr std::string_view kPartNames[] = {"body", "headline", "dateline", "byline", "published", "related", "credit", "caption", "tag"};

std::string_view text_of(const Part& part, const Document& d) { return d.text().substr(part.start, part.length); }

constexpr Field<Part> kPartFields[] = {
    {"part", "TEXT", [](const Part& p, const Document&) { return Cell::of(kPartNames[static_cast<size_t>(p.kind)]); }},
    {"text", "TEXT", [](const Part& p, const Document& d) { return Cell::of(text_of(p, d)); }},
    {"start", "INTEGER", [](const Part& p, const Document&) { return Cell::of(static_cast<int64_t>(p.first_char) + 1); }},
    {"length", "INTEGER", [](const Part& p, const Document&) { return Cell::of(static_cast<int64_t>(p.chars)); }},
};

std::unique_ptr<RowSet> article_parts(const Arguments& arguments) {
  auto analysis = arguments.analysis();
  return std::make_unique<RecordRows<Part>>(analysis, analysis->document().parts(), kPartFields);
}

void article_body(const Arguments& arguments, Result& result) {
  const auto analysis = arguments.analysis();
  result.text(extract::article_body(analysis->document()));
}

void article_dateline(const Arguments& arguments, Result& result) {
  const auto* const field = field_argument(arguments, 1, extract::kDatelineFields);
  const auto analysis = arguments.analysis();
  extract::Dateline dateline;
  if (extract::find_dateline(analysis->document(), analysis->regions(), dateline))
    record_result(field, result, dateline, analysis->document(), extract::kDatelineFields);
}

constexpr Scalar kScalars[] = {
    {"article_dateline", 1, 2, article_dateline},
    {"article_body", 1, 1, article_body},
};

}  // namespace

std::span<const Scalar> article_scalars() { return kScalars; }

std::span<const TableFunction> article_tables() {
  static const TableFunction kTables[] = {
      {"article_parts", columns_of<Part>(kPartFields), {"input"}, 1, article_parts},
  };
  return kTables;
}

}  // namespace netra::sqlite
