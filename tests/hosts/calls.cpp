// What SQLite asks of functions: that they can be stopped, tell wrong arguments, and may be used in an untrusted schema.
#include <pthread.h>
#include <time.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstring>
#include <thread>

#define SQLITE_CORE 1  // the table of routines, without the macros that would route this file's own calls through it
#include <sqlite3ext.h>

#include "hosts/hosts.hpp"

extern "C" int sqlite3_netra_init(sqlite3* db, char** message, const sqlite3_api_routines* api);

namespace hosts {

// Promise 13. Times are CPU time of the calling thread: what it does after it was asked to stop, on a machine as busy as may be.
void section_interrupt() {
  if (sqlite3_libversion_number() < 3041000) {
    std::printf("  interrupt: SQLite %s has no sqlite3_is_interrupted()\n", sqlite3_libversion());
    ++report::passed;
    return;
  }
  clockid_t caller;
  pthread_getcpuclockid(pthread_self(), &caller);
  const auto cpu_ms = [](clockid_t clock) {
    timespec t{};
    clock_gettime(clock, &t);
    return static_cast<double>(t.tv_sec) * 1e3 + static_cast<double>(t.tv_nsec) / 1e6;
  };
  double worst = 0;
  std::string worst_where = "-";
  long stopped = 0;
  const char* const kClasses[] = {"mixture",
                                  "persons",
                                  "one word",
                                  "capitalised words",
                                  "laws",
                                  "quote verbs",
                                  "unknown words",
                                  "han",
                                  "dotted abbreviations",
                                  "deep parentheses",
                                  "dates",
                                  "combining marks",
                                  "me",
                                  "regions",
                                  "hyphens"};
  Db db;
  db.run("CREATE VIRTUAL TABLE t USING fts5(c, tokenize = 'indonesian')");
  // CPU milliseconds between the wish to stop and the end of the call; less than nothing when it had ended before.
  auto once = [&](const std::string& sql, const std::string& text) {
    std::atomic<bool> running{true};
    double asked = 1e9;
    std::thread other([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
      asked = cpu_ms(caller);
      while (running) {
        sqlite3_interrupt(db.get());
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
      }
    });
    const Answer a = db.run(sql, text);
    const double ended = cpu_ms(caller);
    running = false;
    other.join();
    check(a.rc == SQLITE_INTERRUPT || a.rc == SQLITE_OK || a.rc == SQLITE_ERROR, "%s: %d %s", where, a.rc, a.message.c_str());
    return a.rc == SQLITE_INTERRUPT ? std::max(0.0, ended - asked) : ended - asked;
  };
  auto stop = [&](const std::string& sql, const std::string& text, const char* name) {
    std::snprintf(where, sizeof where, "interrupt: %s: %s", sql.c_str(), name);
    report::progress("%s", where);
    double ms = once(sql, text);
    for (int again = 0; again < 2 && ms >= 100; ++again) ms = std::min(ms, once(sql, text));  // what else ran may have cost it
    if (ms < 0) return;
    ++stopped;
    if (ms > worst) worst = ms, worst_where = std::string(where + 11);
    check(ms < 100, "%s: stopped after %.0f ms", where, ms);
  };
  for (const auto& c : texts::classes()) {
    bool wanted = report::full();
    for (const char* name : kClasses) wanted = wanted || std::strcmp(name, c.name) == 0;
    if (!wanted) continue;
    const std::string text = c.make(10 << 20);
    stop("INSERT INTO t VALUES (?1)", text, c.name);
    for (const Call& call : host::calls())
      if (call.takes_text) stop(call.sql, text, c.name);
  }
  report::promise(13, worst < 100, "%ld calls on 10 MB interrupted; the slowest stopped after %.0f ms (%s)", stopped, worst,
                  worst_where.c_str());
}

// Promise 15.
void section_contract() {
  constexpr int kDeterministic = 0x800, kInnocuous = 0x200000;
  for (const auto& f : host::surface().functions)
    check((f.flags & kDeterministic) && (f.flags & kInnocuous), "%s/%d is not deterministic and innocuous (%#x)", f.name.c_str(),
          f.arguments, f.flags);
  // no built-in overridden: their rows are as before
  {
    Db before(":memory:", false), after;
    const char* const sql =
        "SELECT name, narg, type, enc, flags FROM pragma_function_list WHERE name NOT GLOB '*_*' ORDER BY 1, 2, 3, 4, 5";
    const auto own = before.run(sql), now = after.run(sql);
    check(own.digest == now.digest && own.rows == now.rows, "a built-in function was replaced");
  }
  Db db;
  db.run("PRAGMA trusted_schema = OFF");
  long errors = 0, schemas = 0;
  for (const auto& f : host::surface().functions) {
    std::string list;
    for (int i = 0; i < std::max(0, f.arguments) + 7; ++i) list += i ? ", 'x'" : "'x'";
    const Answer a = db.run("SELECT " + f.name + "(" + list + ")");
    ++errors;
    check(a.rc != SQLITE_OK && a.message.find(f.name) != a.message.npos, "%s takes %d arguments: %s", f.name.c_str(),
          f.arguments + 7, a.message.c_str());
  }
  for (const Call& call : host::calls()) {
    if (!call.takes_text) continue;
    std::snprintf(where, sizeof where, "contract: %s", call.sql.c_str());
    const Answer blob = db.run_blob(call.sql, std::string_view("\x00\x01suara", 7));
    ++errors;
    check(blob.rc == SQLITE_ERROR && blob.message.find(call.name) != blob.message.npos, "%s: a BLOB: %d %s", call.sql.c_str(),
          blob.rc, blob.message.c_str());
    // NULL in, NULL out or no rows
    std::string with_null = call.sql;
    with_null.replace(with_null.find("?1"), 2, "NULL");
    if (with_null.find("?1") == with_null.npos && call.sql.find("(?1") != call.sql.npos) {
      const Answer null = db.run(call.table ? with_null : with_null + " IS NULL");
      check(null.rc == SQLITE_OK && (call.table ? null.rows == 0 : null.first == "1"), "%s: NULL: %d %s", call.sql.c_str(),
            null.rc, null.message.c_str());
    }
    // numbers are read as text
    const Answer number = db.run(call.table ? "SELECT count(*) FROM (" + call.sql + ")" : call.sql, "20241127");
    std::string with_number = call.table ? "SELECT count(*) FROM (" + call.sql + ")" : call.sql;
    for (size_t p = with_number.find("?1"); p != with_number.npos; p = with_number.find("?1"))
      with_number.replace(p, 2, "20241127");
    const Answer integer = db.run(with_number);
    check(number.rc == integer.rc && (number.rc != SQLITE_OK || number.digest == integer.digest),
          "%s: 20241127 is not '20241127'", call.sql.c_str());
  }
  // a wrong second argument is told by name, value and what is allowed
  for (const Call& call : host::calls()) {
    const size_t comma = call.sql.find(", '");
    if (!call.takes_text || comma == call.sql.npos || call.sql.find("'suara'") != call.sql.npos) continue;
    std::string wrong = call.sql.substr(0, comma) + ", 'bukan-apa-apa')";
    const Answer a = db.run(wrong, host::sample());
    ++errors;
    if (a.rc == SQLITE_OK) {  // free text is allowed there (a query, a second text)
      check(call.name == "indo_kwic" || call.name == "indo_similarity" || call.name == "indo_collate",
            "%s: a wrong option is taken", wrong.c_str());
      continue;
    }
    check(
        a.rc == SQLITE_ERROR && a.message.find(call.name) != a.message.npos && a.message.find("bukan-apa-apa") != a.message.npos,
        "%s: %s", wrong.c_str(), a.message.c_str());
  }
  // views, triggers, indexes, generated columns and CHECKs of an untrusted schema
  for (const Call& call : host::calls()) {
    if (call.sql.find("?1, ?1") != call.sql.npos || call.sql.find("'2024-11-27', ?1") != call.sql.npos) continue;
    std::string column = call.sql;
    for (size_t p = column.find("?1"); p != column.npos; p = column.find("?1", p)) column.replace(p, 2, "a");
    std::snprintf(where, sizeof where, "schema: %s", column.c_str());
    db.forget();
    db.run("DROP VIEW IF EXISTS v; DROP TABLE IF EXISTS s; DROP TABLE IF EXISTS log; CREATE TABLE log(x)");
    const std::string value = column.substr(7);  // without SELECT
    ++schemas;
    if (call.table) {
      const std::string from = column.substr(column.find("FROM ") + 5);
      Answer a =
          db.run("CREATE TABLE s(a); CREATE VIEW v AS SELECT f.* FROM s, " + from +
                 " AS f; CREATE TRIGGER r AFTER INSERT ON s BEGIN INSERT INTO log SELECT count(*) FROM s, " + from + "; END");
      if (a.rc == SQLITE_OK) a = db.run("INSERT INTO s VALUES (?1)", call.takes_text ? host::sample() : std::string_view("x"));
      if (a.rc == SQLITE_OK) a = db.run("SELECT * FROM v");
      check(a.rc == SQLITE_OK, "%s in a view and a trigger: %s", call.sql.c_str(), a.message.c_str());
    } else {
      Answer a =
          db.run("CREATE TABLE s(a, b AS (" + value + ") STORED, CHECK (" + value + " IS NULL OR 1)); CREATE INDEX si ON s(" +
                 (call.takes_text ? value : "a, " + value) + "); CREATE VIEW v AS SELECT " + value +
                 " AS x FROM s; CREATE TRIGGER r AFTER INSERT ON s BEGIN INSERT INTO log VALUES (" +
                 (call.takes_text ? "(SELECT b FROM s)" : value) + "); END");
      if (a.rc == SQLITE_OK) a = db.run("INSERT INTO s VALUES (?1)", host::sample());
      if (a.rc == SQLITE_OK) a = db.run("SELECT x FROM v, log WHERE x IS b OR 1 " + std::string(""));
      // a function of a code or a date refuses the sample; what counts is that it may be used at all
      check(a.rc == SQLITE_OK || a.message.find("unsafe") == a.message.npos, "%s in a schema: %s", call.sql.c_str(),
            a.message.c_str());
      check(a.message.find("prohibited") == a.message.npos && a.message.find("non-deterministic") == a.message.npos,
            "%s in a schema: %s", call.sql.c_str(), a.message.c_str());
    }
  }
  report::promise(15, report::failed == 0,
                  "%zu functions: flags; %ld wrong calls name the function; %ld schemas under trusted_schema=OFF",
                  host::surface().functions.size(), errors, schemas);
}

// Hosts in which Netra cannot work say so: a SQLite that is too old, a second one, one without FTS5. The module is asked
// directly.
void section_refuse() {
  Db first(":memory:", false), db(":memory:", false);
  const auto refused = [&](const sqlite3_api_routines& api, const char* version) {
    char* message = nullptr;
    const int rc = sqlite3_netra_init(db.get(), &message, &api);
    check(rc == SQLITE_ERROR && message && std::strstr(message, "netra") && std::strstr(message, version), "%s: %d %s", version,
          rc, message ? message : "-");
    sqlite3_free(message);
    check(sqlite3_netra_init(db.get(), nullptr, &api) == SQLITE_ERROR, "%s is taken when no message is asked for", version);
  };
  sqlite3_api_routines old = *host::routines();
  old.libversion_number = [] { return 3039004; };
  old.libversion = [] { return "3.39.4"; };
  refused(old, "3.39.4");
  check(sqlite3_netra_init(first.get(), nullptr, host::routines()) == SQLITE_OK, "the first SQLite is refused");
  sqlite3_api_routines other = *host::routines();
  other.libversion = [] { return "3.99.1"; };
  refused(other, "3.99.1");
  // without FTS5 everything but the tokenizer is there
  sqlite3_create_function(db.get(), "fts5", 1, SQLITE_UTF8, nullptr, nullptr, nullptr, nullptr);
  check(sqlite3_netra_init(db.get(), nullptr, host::routines()) == SQLITE_OK, "refused without FTS5");
  check(db.run("SELECT indo_stem('menyuarakan')").first == "suara", "no functions without FTS5");
  check(db.run("CREATE VIRTUAL TABLE t USING fts5(c, tokenize = 'indonesian')").rc == SQLITE_ERROR, "a tokenizer without FTS5");
  report::promise(18, report::failed == 0, "an old SQLite and a second one are refused by name; without FTS5 the functions work");
}

}  // namespace hosts
