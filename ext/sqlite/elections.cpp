// election_kind(), election_year(), election_stage(), election_stages(), election_stage_at(), election_calendar(),
// election_stage_name().
#include "election/calendar.hpp"
#include "election/stages.hpp"
#include "sqlite/functions.hpp"

namespace netra::sqlite {

namespace {

using election::StageMention;
using extract::Cell;
using extract::Document;
using extract::Field;

void election_kind(const Arguments& arguments, Result& result) {
  const auto analysis = arguments.analysis();
  result.cell(Cell::or_null(analysis->election().code()));
}

void election_year(const Arguments& arguments, Result& result) {
  const auto analysis = arguments.analysis();
  const int year = analysis->election().year;
  if (year) result.integer(year);
}

text::Civil day_argument(const Arguments& arguments, int at) {
  const auto text = *arguments.text(at);
  const auto day = election::read_day(text);
  if (!day) arguments.fail(text, "a day", "YYYY-MM-DD");
  return *day;
}

void name_result(Result& result, const data::Stage* stage) {
  if (stage) result.text(stage->code);
}

void election_stage(const Arguments& arguments, Result& result) {
  std::optional<text::Civil> day;
  if (!arguments.is_null(1)) day = day_argument(arguments, 1);
  const auto analysis = arguments.analysis();
  const data::Stage* stage = election::main_stage(analysis->document(), analysis->stages());
  if (!stage && day && analysis->election().kind)
    stage = election::stage_at(*day, analysis->election().code(), analysis->election().year);
  name_result(result, stage);
}

std::string kind_codes() {
  std::string codes;
  for (const auto& kind : data::election_kinds) codes += (codes.empty() ? "" : ", ") + std::string(kind.code);
  return codes;
}

void election_stage_at(const Arguments& arguments, Result& result) {
  const auto day = day_argument(arguments, 0);
  const auto kind = arguments.text(1);
  if (!kind) return;
  if (!election::kind_of(*kind)) arguments.fail(*kind, "a kind of election", kind_codes());
  const auto year = arguments.integer(2);
  if (arguments.count() > 2 && !year) return;
  if (year && (*year < 1 || *year > 9999)) arguments.fail(*arguments.text(2), "a year", "1 to 9999");
  name_result(result, election::stage_at(day, *kind, year ? static_cast<int>(*year) : 0));
}

void election_stage_name(const Arguments& arguments, Result& result) {
  const auto code = *arguments.text(0);
  const auto language = arguments.text(1);
  if (arguments.count() > 1 && !language) return;
  if (language && *language != "id" && *language != "en") arguments.fail(*language, "a language", "id, en");
  const data::Stage* stage = election::stage_of(code);
  if (!stage) {
    std::string codes;
    for (const auto& s : data::stages) codes += (codes.empty() ? "" : ", ") + std::string(s.code);
    arguments.fail(code, "a stage", codes);
  }
  result.text(language && *language == "en" ? stage->name_en : stage->name);
}

constexpr Field<StageMention> kStageFields[] = {
    {"code", "TEXT", [](const StageMention& m, const Document&) { return Cell::of(m.stage->code); }},
    {"ord", "INTEGER", [](const StageMention& m, const Document&) { return Cell::of(static_cast<int64_t>(m.stage->ord)); }},
    {"name", "TEXT", [](const StageMention& m, const Document&) { return Cell::of(m.stage->name); }},
    {"role", "TEXT", [](const StageMention& m, const Document&) { return Cell::of(std::string_view(election::role_name(m.role))); }},
    {"surface", "TEXT", extract::surface_of<StageMention>},
    {"start", "INTEGER", extract::start_of<StageMention>},
    {"length", "INTEGER", extract::length_of<StageMention>},
    {"confidence", "REAL", extract::confidence_of<StageMention>},
};

std::unique_ptr<RowSet> election_stages(const Arguments& arguments) {
  auto analysis = arguments.analysis();
  return std::make_unique<RecordRows<StageMention>>(analysis, std::span(analysis->stages()), kStageFields);
}

class CalendarRows : public RowSet {
 public:
  size_t size() const override { return data::calendar.size(); }
  Cell cell(size_t row, size_t column) const override {
    const data::CalendarRow& r = data::calendar[row];
    const data::Stage* stage = election::stage_of(r.code);
    switch (column) {
      case 0: return Cell::of(r.kind);
      case 1: return Cell::of(static_cast<int64_t>(r.year));
      case 2: return Cell::of(r.code);
      case 3: return Cell::of(static_cast<int64_t>(stage->ord));
      case 4: return Cell::of(stage->name);
      case 5: return Cell::or_null(r.starts);
      case 6: return Cell::or_null(r.ends);
      case 7: return Cell::of(r.source);
      case 8: return Cell::of(std::string_view(r.scope == data::Scope::semua ? "semua" : "sebagian"));
      default: return Cell::or_null(r.note);
    }
  }
};

std::unique_ptr<RowSet> election_calendar(const Arguments&) { return std::make_unique<CalendarRows>(); }

constexpr Scalar kScalars[] = {
    {"election_kind", 1, 1, election_kind},
    {"election_year", 1, 1, election_year},
    {"election_stage", 1, 2, election_stage},
    {"election_stage_at", 2, 3, election_stage_at},
    {"election_stage_name", 1, 2, election_stage_name},
};

}  // namespace

std::span<const Scalar> election_scalars() { return kScalars; }

std::span<const TableFunction> election_tables() {
  static const TableFunction kTables[] = {
      {"election_stages", columns_of<StageMention>(kStageFields), {"input"}, 1, election_stages},
      {"election_calendar",
       {{"kind", "TEXT"}, {"year", "INTEGER"}, {"code", "TEXT"}, {"ord", "INTEGER"}, {"name", "TEXT"}, {"starts", "TEXT"},
        {"ends", "TEXT"}, {"source", "TEXT"}, {"scope", "TEXT"}, {"note", "TEXT"}},
       {}, 0, election_calendar},
  };
  return kTables;
}

}  // namespace netra::sqlite
