// netra_version() and netra_debug().
#include <utf8proc.h>

#include "search/rules.hpp"
#include "sqlite/functions.hpp"
#include "text/icu.hpp"
#include "version.hpp"

namespace netra::sqlite {

namespace {

void netra_version(const Arguments&, Result& result) { result.text(kVersion); }

void netra_debug(const Arguments&, Result& result) {
  std::string json = "{";
  auto add = [&](const char* name, const extract::Cell& value) {
    if (json.size() > 1) json += ',';
    extract::append_json_text(json, name);
    json += ':';
    extract::append_json(json, value);
  };
  using extract::Cell;
  add("version", Cell::of(std::string_view(kVersion)));
  add("rules", Cell::of(int64_t{search::kRulesVersion}));
  add("build_date", Cell::of(std::string_view(kBuildDate)));
  add("compiler", Cell::of(std::string_view(kCompiler)));
  add("build_type", Cell::of(std::string_view(kBuildType)));
  add("sqlite", Cell::of(std::string_view(sqlite3_libversion())));
  add("sqlite_headers", Cell::of(std::string_view(SQLITE_VERSION)));
  add("icu", Cell::or_null(text::icu_version()));
  add("utf8proc", Cell::of(std::string_view(utf8proc_version())));
  add("unicode", Cell::of(std::string_view(utf8proc_unicode_version())));
  result.json(json + "}");
}

constexpr Scalar kScalars[] = {
    {"netra_version", 0, 0, netra_version},
    {"netra_debug", 0, 0, netra_debug},
};

}  // namespace

std::span<const Scalar> meta_scalars() { return kScalars; }

}  // namespace netra::sqlite
