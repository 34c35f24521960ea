// indo_query(): whatever a person types, the MATCH string is no syntax error, in any mode.
#include "fuzz/fuzz.hpp"
#include "support/host.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static host::Db* const db = [] {
    auto* d = new host::Db;
    d->run("CREATE VIRTUAL TABLE t USING fts5(judul, c, tokenize = 'indonesian')");
    d->run("INSERT INTO t VALUES ('Pilkada', 'Warga menyuarakan aspirasi pada masa kampanye'), ('ASN', 'undang-undang KTP-nya')");
    return d;
  }();
  fuzz::Source source{data, size};
  static const char* const kModes[] = {"", ", 'all'", ", 'any'", ", 'phrase'"};
  const std::string call = std::string("indo_query(?1") + kModes[source.byte() % 4] + ")";
  const auto match = db->run("SELECT " + call, source.rest());
  fuzz::require(match.rc == SQLITE_OK, match.message.c_str());
  // An empty query matches nothing by being NULL or ''.
  const auto found = db->run("SELECT rowid, highlight(t, 1, '[', ']') FROM t WHERE t MATCH " + call, source.rest());
  fuzz::require(found.rc == SQLITE_OK || match.first.empty(), found.message.c_str());
  return 0;
}
