// netra_faults [SCENARIO...]: fails the n-th allocation, SQLite's and the module's own, once and with all after it, for every n,
// while a scenario runs. What may come out is SQLITE_NOMEM or the right answer; then the same connection must give the right
// answer, the index must be whole, and nothing may stay allocated. The fast tier takes every n up to 60 and then strides;
// NETRA_FULL=1 takes all. The same walk over I/O errors while a database is written.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <new>
#include <utility>

#include "support/failing_vfs.hpp"
#include "support/host.hpp"
#include "support/memory.hpp"
#include "support/report.hpp"
#include "support/sections.hpp"
#include "support/texts.hpp"

using host::Answer;
using host::Db;
using memory::Whose;
using report::check;
using sections::where;

namespace {

struct Scenario {
  std::string name;
  std::function<void(Db&)> prepare;  // with memory
  std::function<Answer(Db&)> run;    // without
  bool index = false;                // leaves a table t to be checked
  bool icu = false;                  // ICU keeps what it could load of its data, and loses some of what it could not
};

const char* name_of(Whose whose) { return whose == Whose::sqlite ? "sqlite" : "module"; }

// Thai, Khmer, Han
constexpr std::string_view kUnspaced =
    "\xE0\xB8\x81\xE0\xB8\xB2\xE0\xB8\xA3\xE0\xB9\x80\xE0\xB8\xA5\xE0\xB8\xB7\xE0\xB8\xAD\xE0\xB8\x81 "
    "\xE1\x9E\x97\xE1\x9E\xB6\xE1\x9E\x9F\xE1\x9E\xB6 \xE6\x9D\xB1\xE4\xBA\xAC\xE9\x83\xBD";

const std::string& texts_in_many_scripts() {
  static const std::string kText =
      std::string(host::sample()) +
      " \xE6\x9D\xB1\xE4\xBA\xAC \xC3\x89tienne p\xCC\x84 undang-undang S.Pd Rp600 https://kpu.go.id/a";
  return kText;
}

long step_after(long n) { return report::full() || n < 60 ? 1 : n < 400 ? 7 : n < 4000 ? 61 : 997; }

// Counts of one walk.
struct Walk {
  long steps = 0, refused = 0, answered = 0;
};
Walk total[2];

std::string tokenizer = "indonesian";
long excused = 0;

// Does SQLite's own unicode61 leave a damaged index behind, too, when one of the allocations nearby fails? (FTS5 of 3.40 does.)
bool own_fault(const Scenario& scenario, Whose whose, long n, bool forever) {
  if (whose != Whose::sqlite || sqlite3_libversion_number() >= 3041000) return false;
  tokenizer = "unicode61";
  bool found = false;
  for (long near = std::max(1L, n - 30); near < n + 30 && !found; ++near) {
    Db db;
    sqlite3_db_config(db.get(), SQLITE_DBCONFIG_LOOKASIDE, nullptr, 0, 0);
    if (scenario.prepare) scenario.prepare(db);
    memory::fail(whose, near, forever);
    scenario.run(db);
    memory::heal();
    db.forget();
    found = db.run("INSERT INTO t(t) VALUES('integrity-check')").rc == SQLITE_CORRUPT_VTAB;
  }
  tokenizer = "indonesian";
  excused += found;
  return found;
}

void whole_index(Db& db, const Scenario& scenario, const char* what, Whose whose, long n, bool forever) {
  if (!scenario.index) return;
  const Answer a = db.run("INSERT INTO t(t) VALUES('integrity-check')");
  if (a.rc == SQLITE_CORRUPT_VTAB && own_fault(scenario, whose, n, forever)) return;
  check(a.rc == SQLITE_OK, "%s: integrity-check after %s: %d %s", scenario.name.c_str(), what, a.rc, a.message.c_str());
}

void walk(const Scenario& scenario, Whose whose, bool forever) {
  Answer right;
  {
    Db db;
    if (scenario.prepare) scenario.prepare(db);
    right = scenario.run(db);
    check(right.rc == SQLITE_OK || right.rc == SQLITE_ERROR, "%s: %d %s", scenario.name.c_str(), right.rc, right.message.c_str());
  }
  const long sqlite_before = memory::live_blocks(Whose::sqlite), module_before = memory::live_blocks(Whose::module);
  Walk& sum = total[whose == Whose::sqlite ? 0 : 1];
  long n = 1;
  for (bool failed = true; failed; n += step_after(n)) {
    char what[120];
    std::snprintf(what, sizeof what, "%s allocation %ld%s", name_of(whose), n, forever ? " and all after it" : "");
    std::snprintf(where, sizeof where, "%s: %s", scenario.name.c_str(), what);
    report::progress("%s", where);
    Db db;
    sqlite3_db_config(db.get(), SQLITE_DBCONFIG_LOOKASIDE, nullptr, 0, 0);  // every allocation is a real one
    if (scenario.prepare) scenario.prepare(db);
    memory::fail(whose, n, forever);
    const Answer got = scenario.run(db);
    failed = memory::heal();
    ++sum.steps;
    // A collation cannot return an error: it interrupts the statement, so that no wrong order comes out.
    if (host::out_of_memory(got.rc) || (got.rc == SQLITE_INTERRUPT && scenario.name.rfind("collation", 0) == 0)) {
      ++sum.refused;
      check(failed, "%s: no memory without a fault", scenario.name.c_str());
    } else {
      ++sum.answered;
      check(got == right, "%s: %s: a wrong answer: %d (%s) %ld rows", scenario.name.c_str(), what, got.rc, got.message.c_str(),
            got.rows);
    }
    db.forget();
    if (scenario.index) db.run("ROLLBACK");
    whole_index(db, scenario, what, whose, n, forever);
    if (scenario.prepare) scenario.prepare(db);
    const Answer again = scenario.run(db);
    check(again == right, "%s: %s: the connection does not recover: %d (%s)", scenario.name.c_str(), what, again.rc,
          again.message.c_str());
    whole_index(db, scenario, what, whose, n, forever);
    if (n > 2000000) break;
  }
  check(memory::live_blocks(Whose::sqlite) == sqlite_before, "%s: %s: %ld blocks of SQLite's stay", scenario.name.c_str(),
        name_of(whose), memory::live_blocks(Whose::sqlite) - sqlite_before);
  if (memory::counts())
    check(memory::live_blocks(Whose::module) <= module_before + (scenario.icu ? 200 : 2),
          "%s: %s: %ld blocks of the module's stay", scenario.name.c_str(), name_of(whose),
          memory::live_blocks(Whose::module) - module_before);
}

std::vector<Scenario> scenarios() {
  std::vector<Scenario> out;
  auto drop = [](Db& db) { db.run("DROP TABLE IF EXISTS t"); };
  auto table = [drop](Db& db) {
    drop(db);
    db.run("CREATE VIRTUAL TABLE t USING fts5(c, tokenize = '" + tokenizer + "')");
    db.run("INSERT INTO t VALUES (?1)", texts_in_many_scripts());
    db.run("INSERT INTO t VALUES ('Warga menyuarakan aspirasi'), ('Suara rakyat'), ('memperbincangkan undang-undang')");
  };
  auto sql = [](const std::string& text) { return [text](Db& db) { return db.run(text); }; };
  out.push_back(
      {"create", drop, sql("CREATE VIRTUAL TABLE t USING fts5(c, tokenize = 'indonesian stem both diacritics remove')"), false});
  out.push_back({"insert scripts without spaces",
                 [drop](Db& db) {
                   drop(db);
                   db.run("CREATE VIRTUAL TABLE t USING fts5(c, tokenize = '" + tokenizer + "')");
                 },
                 [](Db& db) { return db.run("INSERT INTO t VALUES (?1)", kUnspaced); }, true, true});
  out.push_back({"query scripts without spaces",
                 [table](Db& db) {
                   table(db);
                   db.run("INSERT INTO t VALUES (?1)", kUnspaced);
                 },
                 [](Db& db) {
                   return db.run("SELECT rowid, highlight(t, 0, '[', ']') FROM t WHERE t MATCH '\"' || ?1 || '\"'",
                                 kUnspaced.substr(0, 24));
                 },
                 true, true});
  out.push_back({"insert",
                 [drop](Db& db) {
                   drop(db);
                   db.run("CREATE VIRTUAL TABLE t USING fts5(c, tokenize = '" + tokenizer + "')");
                 },
                 [](Db& db) { return db.run("INSERT INTO t VALUES (?1)", texts_in_many_scripts()); }, true});
  out.push_back({"delete", table, sql("DELETE FROM t WHERE rowid = 1"), true});
  out.push_back({"update", table, sql("UPDATE t SET c = c || ' kampanye' WHERE rowid = 2"), true});
  out.push_back({"query", table, sql("SELECT rowid, c FROM t WHERE t MATCH 'suara OR undang OR kampanye' ORDER BY rank"), true});
  out.push_back({"prefix query", table, sql("SELECT rowid FROM t WHERE t MATCH 'memper* OR \"=suara\"'"), true});
  out.push_back(
      {"highlight", table, sql("SELECT highlight(t, 0, '[', ']') FROM t WHERE t MATCH 'suara OR undang' ORDER BY rowid"), true});
  if (sqlite3_libversion_number() >= 3041000)  // before, snippet() itself takes some failed allocations for an end
    out.push_back(
        {"snippet", table, sql("SELECT snippet(t, 0, '[', ']', '...', 8) FROM t WHERE t MATCH 'suara' ORDER BY rowid"), true});
  out.push_back({"rebuild", table, sql("INSERT INTO t(t) VALUES ('rebuild')"), true});
  out.push_back({"optimize", table, sql("INSERT INTO t(t) VALUES ('optimize')"), true});
  for (const auto& name : host::surface().collations)
    out.push_back({"collation " + name,
                   [](Db& db) {
                     db.run(
                         "CREATE TABLE IF NOT EXISTS s(c); DELETE FROM s; INSERT INTO s VALUES ('b\xC3\xA9'), ('Bea'), ('aa'), "
                         "('\xE6\x9D\xB1')");
                   },
                   sql("SELECT c FROM s ORDER BY c COLLATE " + name), false});
  for (const auto& call : host::calls())
    out.push_back({call.sql, nullptr, [call](Db& db) { return db.run(call.sql, texts_in_many_scripts()); }, false});
  out.push_back({"trigger, view and generated column", [](Db& db) { db.run("DROP TABLE IF EXISTS g"); },
                 sql("CREATE TABLE g(a, b AS (article_body(a))); CREATE INDEX gb ON g(b); INSERT INTO g(a) VALUES ('satu dua'); "
                     "SELECT b FROM g"),
                 false});
  return out;
}

// Loading itself: an error with memory's code, or a connection that has everything.
void walk_load(Whose whose, bool forever) {
  const size_t functions = host::surface().functions.size();
  const long sqlite_before = memory::live_blocks(Whose::sqlite), module_before = memory::live_blocks(Whose::module);
  bool failed = true;
  for (long n = 1; failed; n += step_after(n)) {
    std::snprintf(where, sizeof where, "load: %s allocation %ld%s", name_of(whose), n, forever ? " and all after it" : "");
    Db db(":memory:", false);
    sqlite3_db_config(db.get(), SQLITE_DBCONFIG_LOOKASIDE, nullptr, 0, 0);
    memory::fail(whose, n, forever);
    const int rc = db.load();
    failed = memory::heal();
    ++total[whose == Whose::sqlite ? 0 : 1].steps;
    // A loaded module's failure reaches the caller as SQLITE_ERROR with a message
    check(rc == SQLITE_OK || host::out_of_memory(rc) || (!host::module_path().empty() && rc == SQLITE_ERROR), "%s: %d %s", where,
          rc, db.message().c_str());
    if (rc != SQLITE_OK) check(db.load() == SQLITE_OK, "%s: cannot be loaded after it", where);
    const Answer a = db.run(
        "CREATE VIRTUAL TABLE t USING fts5(c, tokenize = 'indonesian'); INSERT INTO t VALUES ('suara'); SELECT c FROM t WHERE t "
        "MATCH 'menyuarakan'");
    check(a.rc == SQLITE_OK && a.rows == 1, "%s: no tokenizer after it: %s", where, a.message.c_str());
    const Answer b = db.run(
        "SELECT count(*) FROM (SELECT DISTINCT name, narg FROM pragma_function_list WHERE name GLOB 'indo_*' OR name GLOB "
        "'extract_*' OR name GLOB "
        "'election_*' OR name GLOB 'article_*' OR name GLOB 'netra_*')");
    check(std::stoul(b.first) + 60 > functions && b.rc == SQLITE_OK, "%s: %s functions of %zu", where, b.first.c_str(),
          functions);
  }
  check(memory::live_blocks(Whose::sqlite) == sqlite_before, "load: %ld blocks of SQLite's stay",
        memory::live_blocks(Whose::sqlite) - sqlite_before);
  if (memory::counts())
    check(memory::live_blocks(Whose::module) <= module_before + 2, "load: %ld blocks of the module's stay",
          memory::live_blocks(Whose::module) - module_before);
}

// What a process does first: creates an index, writes and sorts a text, and, with memory again, is asked for a word. 0 when all
// is right.
int first_steps(const std::function<void()>& take_memory, const std::function<void()>& give_back, bool icu) {
  const char* const text = icu ? "suara \xE0\xB8\x81\xE0\xB8\xB2\xE0\xB8\xA3 \xE1\x9E\x97\xE1\x9E\xB6" : "suara rakyat";
  Db db(":memory:", icu);
  take_memory();
  int bad = 0;
  if (db.load() == SQLITE_OK && db.run("CREATE VIRTUAL TABLE t USING fts5(c, tokenize = 'indonesian')").rc == SQLITE_OK)
    for (const char* sql : {"INSERT INTO t VALUES (?1)",
                            icu ? "SELECT x FROM (SELECT ?1 AS x UNION SELECT 'a') ORDER BY x COLLATE indonesian" : "SELECT 1"})
      if (const Answer a = db.run(sql, text); a.rc != SQLITE_OK && a.rc != SQLITE_INTERRUPT && !host::out_of_memory(a.rc))
        bad = 1;
  give_back();
  if (db.load() != SQLITE_OK) return 2;
  db.run("DROP TABLE IF EXISTS t");
  const Answer again = db.run(
      "CREATE VIRTUAL TABLE t USING fts5(c, tokenize = 'indonesian'); INSERT INTO t VALUES ('menyuarakan'); SELECT * FROM t "
      "WHERE t MATCH 'suara'");
  return again.rc != SQLITE_OK || again.rows != 1 ? 3 : bad;
}

// Takes all memory of the process but a block of some size.
class LastMemory {
 public:
  explicit LastMemory(size_t room) : room_(std::malloc(room)) {}
  ~LastMemory() { give_back(); }
  void take() {
    size_t pages = 0;
    if (std::FILE* const f = std::fopen("/proc/self/statm", "r")) {
      if (std::fscanf(f, "%zu", &pages) != 1) pages = 0;
      std::fclose(f);
    }
    getrlimit(RLIMIT_AS, &limit_);
    const rlimit now{pages * static_cast<size_t>(sysconf(_SC_PAGESIZE)), limit_.rlim_max};
    setrlimit(RLIMIT_AS, &now);
    for (size_t size = 1 << 20; size >= sizeof(Block); size /= 2)
      while (void* const p = std::malloc(size)) blocks_ = new (p) Block{blocks_};
    std::free(room_);
  }
  void give_back() {
    if (limit_.rlim_cur) setrlimit(RLIMIT_AS, &limit_);
    while (blocks_) std::free(std::exchange(blocks_, blocks_->next));
  }

 private:
  struct Block {
    Block* next;
  };
  void* room_;
  Block* blocks_ = nullptr;
  rlimit limit_{};
};

// Runs it in a child; what it returned, or 1000 + the signal that ended it.
template <class Run>
int in_child(Run&& run) {
  std::fflush(nullptr);
  const pid_t child = fork();
  if (child == 0) {
    alarm(60);
    _exit(run());
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
}

// The first calls of a process, when static tables are made, every allocation failing in turn; and those of ICU, when the memory
// of the process really ends (single failures ICU itself does not survive there: room_for_icu() in text/icu.cpp).
void walk_cold() {
  long steps = 0;
  const auto tell = [&](int code) {
    ++steps;
    check(code == 0, "%s: %s %d", where, code < 1000 ? "fault" : "signal", code % 1000);
  };
  for (const bool forever : {false, true})
    for (long n = 1; n < 4000; n += n < 40 || report::full() ? 1 : 41) {
      std::snprintf(where, sizeof where, "cold: module allocation %ld%s", n, forever ? " and all after it" : "");
      const int code = in_child([&] {
        bool failed = false;
        const int bad = first_steps([&] { memory::fail(Whose::module, n, forever); }, [&] { failed = memory::heal(); }, false);
        return bad == 0 && !failed ? 100 : bad;  // past the last allocation
      });
      if (code == 100) break;
      tell(code);
    }
  for (size_t room = 512; memory::counts() && room < 1 << 20; room += report::full() ? 1024 : 4096) {
    std::snprintf(where, sizeof where, "cold: %zu bytes of memory left", room);
    tell(in_child([&] {
      LastMemory last(room);
      return first_steps([&] { last.take(); }, [&] { last.give_back(); }, true);
    }));
  }
  std::printf("  cold starts: %ld\n", steps);
}

void walk_io() {
  const long failed_before = report::failed;
  failing_vfs::install();
  const std::string path = "/tmp/netra-io-" + std::to_string(getpid()) + ".db";
  auto remove_all = [&] {
    for (const char* end : {"", "-journal", "-wal", "-shm"}) unlink((path + end).c_str());
  };
  const std::string text = texts_in_many_scripts();
  long steps = 0, errors = 0;
  for (const bool forever : {false, true}) {
    bool failed = true;
    for (long n = 1; failed; n += step_after(n)) {
      std::snprintf(where, sizeof where, "I/O operation %ld%s", n, forever ? " and all after it" : "");
      remove_all();
      {
        Db db(path, true, failing_vfs::kName);
        db.run("CREATE TABLE a(id INTEGER PRIMARY KEY, body)");
        db.run("PRAGMA cache_size = 4");
        failing_vfs::fail(n, forever);
        Answer a = db.run(
            "CREATE VIRTUAL TABLE t USING fts5(c, tokenize = 'indonesian'); INSERT INTO t VALUES ('Warga menyuarakan aspirasi'), "
            "('Suara rakyat')");
        for (int i = 0; i < 4 && a.rc == SQLITE_OK; ++i) a = db.run("INSERT INTO t VALUES (?1)", text);
        if (a.rc == SQLITE_OK) a = db.run("INSERT INTO t(t) VALUES ('rebuild')");
        if (a.rc == SQLITE_OK) a = db.run("SELECT rowid FROM t WHERE t MATCH 'suara'");
        failed = failing_vfs::heal();
        ++steps;
        if (a.rc == SQLITE_OK) {
          check(a.rows == 6, "%s: %ld rows", where, a.rows);
        } else {
          ++errors;
          const int rc = a.rc & 0xFF;
          check(rc == SQLITE_IOERR || rc == SQLITE_CANTOPEN || rc == SQLITE_FULL || rc == SQLITE_ERROR, "%s: %d %s", where, a.rc,
                a.message.c_str());
        }
        db.forget();
      }
      Db db(path);
      const Answer whole = db.run("PRAGMA integrity_check");
      check(whole.first == "ok", "%s: the database is damaged: %s", where, whole.first.c_str());
      if (db.run("SELECT 1 FROM sqlite_schema WHERE name = 't'").rows == 1) {
        const Answer index = db.run("INSERT INTO t(t) VALUES('integrity-check')");
        check(index.rc == SQLITE_OK, "%s: the index is damaged: %s", where, index.message.c_str());
      }
    }
  }
  remove_all();
  report::promise(10, report::failed == failed_before, "I/O errors: %ld steps, %ld errors told, databases whole", steps, errors);
}

}  // namespace

int main(int argc, char** argv) {
  report::program = "faults";
  sections::catch_signals();
  memory::install();
  if (argc < 2 || std::strcmp(argv[1], "cold") == 0) walk_cold();
  if (argc > 1 && std::strcmp(argv[1], "cold") == 0) return report::finish();
  const auto list = scenarios();
  long ran = 0;
  for (const Scenario& scenario : list) {
    bool wanted = argc < 2;
    for (int i = 1; i < argc; ++i) wanted = wanted || scenario.name.find(argv[i]) != scenario.name.npos;
    if (!wanted) continue;
    {  // once with memory, so that ICU's and the C++ library's own caches are there
      Db db;
      if (scenario.prepare) scenario.prepare(db);
      scenario.run(db);
      try {
        throw 1;
      } catch (int) {
      }
    }
    ++ran;
    const long before[2] = {total[0].steps, total[1].steps};
    for (const Whose whose : {Whose::sqlite, Whose::module})
      for (const bool forever : {false, true}) walk(scenario, whose, forever);
    if (report::full())
      std::printf("  %-70s %6ld + %6ld steps\n", scenario.name.c_str(), total[0].steps - before[0], total[1].steps - before[1]);
    std::fflush(stdout);
  }
  if (argc < 2 || std::strcmp(argv[1], "load") == 0)
    for (const Whose whose : {Whose::sqlite, Whose::module})
      for (const bool forever : {false, true}) walk_load(whose, forever);
  report::promise(10, report::failed == 0,
                  "%ld scenarios: %ld failed SQLite allocations and %ld of the module (%s), NOMEM or right answer%s", ran,
                  total[0].steps, total[1].steps, report::full() ? "every n" : "strided",
                  excused ? " (indexes that FTS5 3.40 damages with unicode61 too left out)" : "");
  report::promise(11, report::failed == 0, "no abort, nothing half-built, in %ld walks and cold starts",
                  total[0].steps + total[1].steps);
  if (argc < 2 || std::strcmp(argv[1], "io") == 0) walk_io();
  return report::finish();
}
