// netra_hosts [SECTION...]: Netra in the hosts it must live in: encodings, detail modes, limits, interrupts, trusted schemas, threads,
// forks, loading again and again, damaged databases, processes that are killed. Each section runs in a process of its own.
#include <dlfcn.h>
#include <fcntl.h>
#include <malloc.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <clocale>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <thread>

#include "support/host.hpp"
#include "support/report.hpp"
#include "support/texts.hpp"

using host::Answer;
using host::Call;
using host::Db;
using host::Tokenizer;
using report::check;

namespace {

char where[300];
void on_signal(int signal) {
  [[maybe_unused]] auto n = write(2, "\nwhile: ", 8);
  n = write(2, where, std::strlen(where));
  n = write(2, "\n", 1);
  std::signal(signal, SIG_DFL);
  raise(signal);
}

std::string temporary(const char* name) { return "/tmp/netra-" + std::string(name) + "-" + std::to_string(getpid()); }
void remove_database(const std::string& path) {
  for (const char* end : {"", "-journal", "-wal", "-shm"}) unlink((path + end).c_str());
}

std::vector<std::string> corpus() {
  std::vector<std::string> out;
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(NETRA_SOURCE_DIR "/corpus/articles")) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  for (const auto& path : paths) {
    std::ifstream in(path, std::ios::binary);
    out.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return out;
}

std::vector<std::string> many_texts(size_t articles) {
  auto out = corpus();
  if (out.size() > articles) out.resize(articles);
  for (const auto& c : texts::classes()) out.push_back(c.make(300));
  out.emplace_back(host::sample());
  return out;
}

// Promise 5: everything there is to say about a text. What depends on the host by design (netra_debug) is left out.
uint64_t digest_of(Db& db, Tokenizer& tokenizer, const std::string& text) {
  host::Digest digest;
  for (const int flags : {host::kDocument, host::kQuery, host::kAux, host::kPrefix})
    for (const auto& token : tokenizer.tokens(text, flags)) {
      digest.add(token.text);
      digest.add(static_cast<int64_t>(token.start) << 32 | token.end << 1 | token.colocated);
    }
  for (const Call& call : host::calls()) {
    if (call.name == "netra_debug") continue;
    const Answer a = db.run(call.sql, text);
    digest.add(static_cast<int64_t>(a.rc));
    digest.add(&a.digest, sizeof a.digest);
  }
  return digest.value;
}

uint64_t digest_all(const std::vector<std::string>& list, bool backwards) {
  Db db;
  Tokenizer tokenizer(db, {});
  uint64_t sum = 0;  // of the texts, whatever their order
  for (size_t i = 0; i < list.size(); ++i) {
    const size_t n = backwards ? list.size() - 1 - i : i;
    sum += digest_of(db, tokenizer, list[n]) * (2 * n + 1);
  }
  return sum;
}

// The last line is compared between builds and SQLite versions by tests/run.sh.
void section_hash() {
  const auto list = many_texts(report::full() ? 1000 : 20);
  const uint64_t first = digest_all(list, false);
  check(digest_all(list, true) == first, "the order of the texts changes an answer");
  int locales = 0;
  for (const char* name : {"tr_TR.UTF-8", "id_ID.UTF-8", "de_DE.UTF-8", "C.UTF-8", "POSIX", "C"})
    if (std::setlocale(LC_ALL, name)) {
      ++locales;
      check(digest_all(list, false) == first, "locale %s changes an answer", name);
    }
  std::setlocale(LC_ALL, "C");
  // A locale of the process is felt through the environment too
  setenv("LANG", "tr_TR.UTF-8", 1), setenv("LC_ALL", "tr_TR.UTF-8", 1), setenv("TZ", "Asia/Jayapura", 1);
  check(digest_all(list, false) == first, "the environment changes an answer");
  report::promise(5, report::failed == 0, "%zu texts, both orders, %d locales: one digest (SQLite %s)", list.size(), locales, sqlite3_libversion());
  std::printf("digest %016llx\n", static_cast<unsigned long long>(first));
}

void section_encodings() {
  const auto list = many_texts(10);
  const std::vector<const char*> details = {"full", "column", "none"};
  long searched = 0;
  std::vector<std::string> wanted;
  for (const char* encoding : {"UTF-8", "UTF-16le", "UTF-16be"}) {
    Db db;
    db.run(std::string("PRAGMA encoding = '") + encoding + "'");
    for (const char* detail : details) {
      std::snprintf(where, sizeof where, "%s, detail=%s", encoding, detail);
      db.forget();
      db.run("DROP TABLE IF EXISTS t");
      check(db.run(std::string("CREATE VIRTUAL TABLE t USING fts5(c, detail = ") + detail + ", tokenize = 'indonesian')").rc == SQLITE_OK, "%s", where);
      for (const auto& text : list) {
        // a database in UTF-16 keeps no malformed text
        if (!host::valid_utf8(text) || text.find('\0') != text.npos) continue;
        check(db.run("INSERT INTO t VALUES (?1)", text).rc == SQLITE_OK, "%s: insert", where);
      }
      size_t at = 0;
      for (const char* query : {"suara", "kampanye", "menyuarakan", "bupati OR calon", "pemung*", "netral NOT kampanye", "\"=suara\""}) {
        std::string rows;
        const Answer a = db.run(std::string("SELECT group_concat(rowid) FROM (SELECT rowid FROM t WHERE t MATCH '") + query + "' ORDER BY rowid)");
        check(a.rc == SQLITE_OK, "%s: %s: %s", where, query, a.message.c_str());
        ++searched;
        if (wanted.size() <= at) wanted.push_back(a.first);
        check(wanted[at] == a.first, "%s: %s finds other rows", where, query);
        ++at;
      }
      check(db.run("INSERT INTO t(t) VALUES ('integrity-check')").rc == SQLITE_OK, "%s: integrity-check", where);
      check(db.run("INSERT INTO t(t) VALUES ('rebuild')").rc == SQLITE_OK && db.run("INSERT INTO t(t) VALUES ('integrity-check')").rc == SQLITE_OK,
            "%s: integrity-check after rebuild", where);
    }
    // functions answer the same whatever the encoding
    Db plain;
    for (const auto& text : list) {
      if (!host::valid_utf8(text) || text.find('\0') != text.npos) continue;
      for (const Call& call : host::calls()) {
        std::snprintf(where, sizeof where, "%s: %s", encoding, call.sql.c_str());
        if (call.name == "netra_debug") continue;
        // SQLite itself drops byte order marks and changes noncharacters on the way
        check(db.run(call.sql, text) == plain.run(call.sql, db.run("SELECT ?1", text).first), "%s: another answer", where);
      }
    }
  }
  report::promise(5, report::failed == 0, "UTF-8, UTF-16le, UTF-16be x detail full, column, none: %ld searches with equal rows", searched);
}

// Promise 14.
void section_limit() {
  Db free;
  long truncated = 0, calls = 0;
  auto list = many_texts(6);
  for (const int limit : {40, 200, 1000, 4000, 20000}) {
    Db db;
    db.run("SELECT 1");
    for (const Call& call : host::calls()) {
      std::snprintf(where, sizeof where, "limit %d: %s", limit, call.sql.c_str());
      db.run(call.sql, "x");  // prepared before the limit, which is also one for SQL
      for (const auto& text : list) {
        if (text.size() > static_cast<size_t>(limit)) continue;
        const Answer right = free.run(call.sql, text);
        sqlite3_limit(db.get(), SQLITE_LIMIT_LENGTH, limit);
        const Answer got = db.run(call.sql, text);
        sqlite3_limit(db.get(), SQLITE_LIMIT_LENGTH, 1 << 30);
        ++calls;
        if (!check(got.rc == SQLITE_TOOBIG || got == right, "%s: %d (%s), %ld rows for %ld", where, got.rc, got.message.c_str(), got.rows, right.rows)) ++truncated;
      }
    }
  }
  report::promise(14, truncated == 0, "%ld calls under five limits: SQLITE_TOOBIG or the whole answer", calls);
}

// Promise 13.
void section_interrupt() {
  using Clock = std::chrono::steady_clock;
  if (sqlite3_libversion_number() < 3041000) {
    std::printf("  interrupt: SQLite %s has no sqlite3_is_interrupted()\n", sqlite3_libversion());
    ++report::passed;
    return;
  }
  double worst = 0;
  std::string worst_where = "-";
  long stopped = 0;
  const char* const kClasses[] = {"mixture", "persons", "one word", "capitalised words", "laws", "quote verbs", "unknown words", "han", "dotted abbreviations",
                                  "deep parentheses", "dates", "combining marks", "me", "regions", "hyphens"};
  Db db;
  db.run("CREATE VIRTUAL TABLE t USING fts5(c, tokenize = 'indonesian')");
  auto stop = [&](const std::string& sql, const std::string& text, const char* name) {
    std::snprintf(where, sizeof where, "interrupt: %s: %s", sql.c_str(), name);
    std::atomic<bool> running{true};
    Clock::time_point asked;
    std::thread other([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
      asked = Clock::now();
      while (running) {
        sqlite3_interrupt(db.get());
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
      }
    });
    const Answer a = db.run(sql, text);
    const auto ended = Clock::now();
    running = false;
    other.join();
    if (a.rc != SQLITE_INTERRUPT) {
      check(a.rc == SQLITE_OK || a.rc == SQLITE_ERROR, "%s: %d %s", where, a.rc, a.message.c_str());
      if (ended < asked) return;  // done before it was asked to stop
    }
    ++stopped;
    const double ms = std::chrono::duration<double, std::milli>(ended - asked).count();
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
  report::promise(13, worst < 100, "%ld calls on 10 MB interrupted; the slowest stopped after %.0f ms (%s)", stopped, worst, worst_where.c_str());
}

// Promise 15.
void section_contract() {
  constexpr int kDeterministic = 0x800, kInnocuous = 0x200000;
  for (const auto& f : host::surface().functions)
    check((f.flags & kDeterministic) && (f.flags & kInnocuous), "%s/%d is not deterministic and innocuous (%#x)", f.name.c_str(), f.arguments, f.flags);
  // no built-in overridden: their rows are as before
  {
    Db before(":memory:", false), after;
    const char* const sql = "SELECT name, narg, type, enc, flags FROM pragma_function_list WHERE name NOT GLOB '*_*' ORDER BY 1, 2, 3, 4, 5";
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
    check(a.rc != SQLITE_OK && a.message.find(f.name) != a.message.npos, "%s takes %d arguments: %s", f.name.c_str(), f.arguments + 7, a.message.c_str());
  }
  for (const Call& call : host::calls()) {
    if (!call.takes_text) continue;
    std::snprintf(where, sizeof where, "contract: %s", call.sql.c_str());
    const Answer blob = db.run_blob(call.sql, std::string_view("\x00\x01suara", 7));
    ++errors;
    check(blob.rc == SQLITE_ERROR && blob.message.find(call.name) != blob.message.npos, "%s: a BLOB: %d %s", call.sql.c_str(), blob.rc, blob.message.c_str());
    // NULL in, NULL out or no rows
    std::string with_null = call.sql;
    with_null.replace(with_null.find("?1"), 2, "NULL");
    if (with_null.find("?1") == with_null.npos && call.sql.find("(?1") != call.sql.npos) {
      const Answer null = db.run(call.table ? with_null : with_null + " IS NULL");
      check(null.rc == SQLITE_OK && (call.table ? null.rows == 0 : null.first == "1"), "%s: NULL: %d %s", call.sql.c_str(), null.rc, null.message.c_str());
    }
    // numbers are read as text
    const Answer number = db.run(call.table ? "SELECT count(*) FROM (" + call.sql + ")" : call.sql, "20241127");
    std::string with_number = call.table ? "SELECT count(*) FROM (" + call.sql + ")" : call.sql;
    for (size_t p = with_number.find("?1"); p != with_number.npos; p = with_number.find("?1")) with_number.replace(p, 2, "20241127");
    const Answer integer = db.run(with_number);
    check(number.rc == integer.rc && (number.rc != SQLITE_OK || number.digest == integer.digest), "%s: 20241127 is not '20241127'", call.sql.c_str());
  }
  // a wrong second argument is told by name, value and what is allowed
  for (const Call& call : host::calls()) {
    const size_t comma = call.sql.find(", '");
    if (!call.takes_text || comma == call.sql.npos || call.sql.find("'suara'") != call.sql.npos) continue;
    std::string wrong = call.sql.substr(0, comma) + ", 'bukan-apa-apa')";
    const Answer a = db.run(wrong, host::sample());
    ++errors;
    if (a.rc == SQLITE_OK) {  // free text is allowed there (a query, a second text)
      check(call.name == "indo_kwic" || call.name == "indo_similarity" || call.name == "indo_collate", "%s: a wrong option is taken", wrong.c_str());
      continue;
    }
    check(a.rc == SQLITE_ERROR && a.message.find(call.name) != a.message.npos && a.message.find("bukan-apa-apa") != a.message.npos, "%s: %s", wrong.c_str(),
          a.message.c_str());
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
      Answer a = db.run("CREATE TABLE s(a); CREATE VIEW v AS SELECT f.* FROM s, " + from + " AS f; CREATE TRIGGER r AFTER INSERT ON s BEGIN INSERT INTO log SELECT count(*) FROM s, " +
                        from + "; END");
      if (a.rc == SQLITE_OK) a = db.run("INSERT INTO s VALUES (?1)", call.takes_text ? host::sample() : std::string_view("x"));
      if (a.rc == SQLITE_OK) a = db.run("SELECT * FROM v");
      check(a.rc == SQLITE_OK, "%s in a view and a trigger: %s", call.sql.c_str(), a.message.c_str());
    } else {
      Answer a = db.run("CREATE TABLE s(a, b AS (" + value + ") STORED, CHECK (" + value + " IS NULL OR 1)); CREATE INDEX si ON s(" + (call.takes_text ? value : "a, " + value) +
                        "); CREATE VIEW v AS SELECT " + value +
                        " AS x FROM s; CREATE TRIGGER r AFTER INSERT ON s BEGIN INSERT INTO log VALUES (" + (call.takes_text ? "(SELECT b FROM s)" : value) + "); END");
      if (a.rc == SQLITE_OK) a = db.run("INSERT INTO s VALUES (?1)", host::sample());
      if (a.rc == SQLITE_OK) a = db.run("SELECT x FROM v, log WHERE x IS b OR 1 " + std::string(""));
      // a function of a code or a date refuses the sample; what counts is that it may be used at all
      check(a.rc == SQLITE_OK || a.message.find("unsafe") == a.message.npos, "%s in a schema: %s", call.sql.c_str(), a.message.c_str());
      check(a.message.find("prohibited") == a.message.npos && a.message.find("non-deterministic") == a.message.npos, "%s in a schema: %s", call.sql.c_str(), a.message.c_str());
    }
  }
  report::promise(15, report::failed == 0, "%zu functions: flags; %ld wrong calls name the function; %ld schemas under trusted_schema=OFF",
                  host::surface().functions.size(), errors, schemas);
}

// Promise 21.
void section_without() {
  const std::string path = temporary("without.db");
  remove_database(path);
  {
    Db db(path);
    db.run("CREATE TABLE article(id INTEGER PRIMARY KEY, body); CREATE VIRTUAL TABLE search USING fts5(body, content = 'article', content_rowid = 'id', tokenize = 'indonesian')");
    db.run("INSERT INTO article(body) VALUES ('Warga menyuarakan aspirasi'); INSERT INTO search(search) VALUES ('rebuild')");
    check(db.run("SELECT * FROM search WHERE search MATCH 'suara'").rows == 1, "not found with the extension");
  }
  Db bare(path, false);
  check(bare.run("SELECT body FROM article").first == "Warga menyuarakan aspirasi", "the articles are not readable");
  const Answer a = bare.run("SELECT * FROM search WHERE search MATCH 'suara'");
  check(a.rc != SQLITE_OK && (a.message.find("indonesian") != a.message.npos || a.message.find("tokenizer") != a.message.npos), "the error is: %s", a.message.c_str());
  check(bare.run("UPDATE article SET body = body || '.'").rc == SQLITE_OK, "the articles are not writable");
  report::promise(21, report::failed == 0, "articles readable and writable; the error: %s", a.message.c_str());
  remove_database(path);
}

long rss_kb() {
  malloc_trim(0);
  std::ifstream in("/proc/self/statm");
  long size = 0, resident = 0;
  in >> size >> resident;
  return resident * (sysconf(_SC_PAGESIZE) / 1024);
}

// Promise 18.
void section_reload() {
  std::snprintf(where, sizeof where, "load twice");
  {
    Db db;
    check(db.load() == SQLITE_OK, "twice: %s", db.message().c_str());
    check(db.run("SELECT netra_version()").rc == SQLITE_OK, "nothing after loading twice");
    if (!host::module_path().empty()) {
      sqlite3_enable_load_extension(db.get(), 1);  // for SQL too
      const Answer a = db.run("SELECT load_extension('" + host::module_path() + "'), load_extension('" + host::module_path() + "')");
      check(a.rc == SQLITE_OK, "SELECT load_extension(): %s", a.message.c_str());
    }
    Db other;
    {
      auto first = std::make_unique<Db>();
      first->run("CREATE VIRTUAL TABLE t USING fts5(c, tokenize = 'indonesian'); INSERT INTO t VALUES ('suara')");
    }
    check(other.run("CREATE VIRTUAL TABLE t USING fts5(c, tokenize = 'indonesian'); INSERT INTO t VALUES ('suara'); SELECT * FROM t WHERE t MATCH 'menyuarakan'").rows == 1,
          "the second connection fails when the first is closed");
  }
  std::snprintf(where, sizeof where, "open and close");
  auto round = [] {
    Db db;
    db.run("SELECT article_body(?1)", host::sample());
    db.run("CREATE VIRTUAL TABLE t USING fts5(c, tokenize = 'indonesian'); INSERT INTO t VALUES ('menyuarakan'); SELECT * FROM t WHERE t MATCH 'suara'");
  };
  for (int i = 0; i < 20; ++i) round();
  const long before = rss_kb();
  for (int i = 0; i < 300; ++i) round();
  const long grown = rss_kb() - before;
#ifndef NETRA_SANITIZED
  check(grown <= 512, "300 connections leave %ld KB", grown);
#endif
  std::snprintf(where, sizeof where, "fork");
  Db db;
  const auto right = db.run("SELECT count(*) FROM indo_tokens(?1)", host::sample());
  for (int i = 0; i < 20; ++i) {
    const pid_t child = fork();
    if (child == 0) {
      int bad = 0;
      {
        Db own;  // a connection must not be carried over a fork; the library may
        bad = !(own.run("SELECT count(*) FROM indo_tokens(?1)", host::sample()) == right);
      }
      _exit(bad);
    }
    int status = 0;
    waitpid(child, &status, 0);
    check(status == 0, "after fork: %d", status);
  }
  report::promise(18, report::failed == 0, "%s: loaded twice, 300 times opened and closed (%ld KB more), 20 forks", host::module_path().empty() ? "static" : "module", grown);
}

// A second SQLite in the process: a copy of the first under another name.
void section_second() {
  if (host::module_path().empty()) {
    std::printf("  second SQLite: needs NETRA_MODULE\n");
    ++report::passed;
    return;
  }
  Dl_info info;
  Db db;
  check(db.run("SELECT netra_version()").rc == SQLITE_OK, "not loaded");
  const char* given = std::getenv("NETRA_SECOND_SQLITE");
  std::string path = given ? given : "";
  const std::string copy = temporary("sqlite-copy.so");
  if (path.empty() && dladdr(reinterpret_cast<void*>(&sqlite3_libversion), &info)) {
    std::error_code error;
    std::filesystem::copy_file("/usr/lib/x86_64-linux-gnu/libsqlite3.so.0", copy, std::filesystem::copy_options::overwrite_existing, error);
    if (error) std::filesystem::copy_file(info.dli_fname, copy, std::filesystem::copy_options::overwrite_existing, error);
    path = copy;
  }
  void* const library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_DEEPBIND);
  if (!check(library != nullptr, "dlopen: %s", dlerror())) return;
  auto open = reinterpret_cast<int (*)(const char*, sqlite3**)>(dlsym(library, "sqlite3_open"));
  auto enable = reinterpret_cast<int (*)(sqlite3*, int)>(dlsym(library, "sqlite3_enable_load_extension"));
  auto load = reinterpret_cast<int (*)(sqlite3*, const char*, const char*, char**)>(dlsym(library, "sqlite3_load_extension"));
  auto close = reinterpret_cast<int (*)(sqlite3*)>(dlsym(library, "sqlite3_close"));
  sqlite3* other = nullptr;
  open(":memory:", &other);
  enable(other, 1);
  char* message = nullptr;
  const int rc = load(other, host::module_path().c_str(), nullptr, &message);
  check(rc != SQLITE_OK && message && std::strstr(message, "netra") && std::strstr(message, sqlite3_libversion()), "the second SQLite gets: %d %s", rc,
        message ? message : "-");
  check(db.run("SELECT netra_version()").rc == SQLITE_OK, "the first connection is broken by it");
  close(other);
  unlink(copy.c_str());
  report::promise(18, report::failed == 0, "a second SQLite is refused: %s", message ? message : "-");
}

// Promise 17.
void section_threads() {
  const auto list = many_texts(report::full() ? 80 : 8);
  const uint64_t right = digest_all(list, false);
  const unsigned count = 4;
  std::vector<uint64_t> got(count);
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < count; ++i) threads.emplace_back([&, i] { got[i] = digest_all(list, i % 2 == 1); });
  for (auto& t : threads) t.join();
  for (unsigned i = 0; i < count; ++i) check(got[i] == right, "thread %u answers otherwise", i);
  // connections opened, used and closed at the same time
  threads.clear();
  for (unsigned i = 0; i < count; ++i)
    threads.emplace_back([&] {
      for (int k = 0; k < 25; ++k) {
        Db db;
        const Answer a = db.run("CREATE VIRTUAL TABLE t USING fts5(c, tokenize = 'indonesian'); INSERT INTO t VALUES ('menyuarakan \xE0\xB8\x81\xE0\xB8\xB2'); SELECT * FROM t WHERE t MATCH 'suara'");
        if (a.rows != 1) std::abort();
      }
    });
  for (auto& t : threads) t.join();
  report::promise(17, report::failed == 0, "%u threads, %zu texts: equal digests", count, list.size());
}

// Threads whose first call is at the same time: nothing is loaded before.
void section_start() {
  std::vector<std::thread> threads;
  std::atomic<int> ready{0}, bad{0};
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] {
      ++ready;
      while (ready < 4) std::this_thread::yield();
      Db db;
      for (const char* sql : {"SELECT count(*) FROM article_parts(?1)", "SELECT article_body(?1)", "SELECT count(*) FROM indo_tokens(?1)"})
        if (db.run(sql, host::sample()).rc != SQLITE_OK) ++bad;
    });
  for (auto& t : threads) t.join();
  check(bad == 0, "%d calls failed", bad.load());
  report::promise(17, bad == 0, "four threads load at the same moment");
}

// Promise 16: writers that are killed; then the database and the index are whole and agree.
void section_kill() {
  const std::string path = temporary("kill.db");
  const int rounds = report::full() ? 200 : 12;
  remove_database(path);
  {
    Db db(path);
    db.run("PRAGMA journal_mode = WAL");
    db.run("CREATE TABLE article(id INTEGER PRIMARY KEY, body TEXT); CREATE VIRTUAL TABLE search USING fts5(body, content = 'article', content_rowid = 'id', tokenize = 'indonesian');"
           "CREATE TRIGGER a_in AFTER INSERT ON article BEGIN INSERT INTO search(rowid, body) VALUES (new.id, new.body); END;"
           "CREATE TRIGGER a_out AFTER DELETE ON article BEGIN INSERT INTO search(search, rowid, body) VALUES ('delete', old.id, old.body); END");
  }
  const auto articles = corpus();
  texts::Random random(99);
  long broken = 0;
  for (int round = 0; round < rounds; ++round) {
    std::snprintf(where, sizeof where, "kill round %d", round);
    std::vector<pid_t> children;
    for (int k = 0; k < 3; ++k) {
      std::fflush(nullptr);
      const pid_t child = fork();
      if (child == 0) {
        Db db(path);
        sqlite3_busy_timeout(db.get(), 5000);
        texts::Random own(static_cast<uint64_t>(round * 10 + k + 1));
        for (;;) {
          if (k == 2) {
            db.run("SELECT count(*) FROM search WHERE search MATCH 'suara OR kampanye'");
          } else if (own.below(4) == 0) {
            db.run("DELETE FROM article WHERE id = (SELECT min(id) FROM article)");
          } else {
            db.run("INSERT INTO article(body) VALUES (?1)", articles[own.below(articles.size())]);
          }
        }
      }
      children.push_back(child);
    }
    usleep(static_cast<useconds_t>(5000 + random.below(60000)));
    for (const pid_t child : children) kill(child, SIGKILL);
    for (const pid_t child : children) waitpid(child, nullptr, 0);
    Db db(path);
    const bool whole = check(db.run("PRAGMA integrity_check").first == "ok", "round %d: integrity_check", round) &&
                       check(db.run("INSERT INTO search(search, rank) VALUES ('integrity-check', 1)").rc == SQLITE_OK, "round %d: the index does not match the articles", round);
    broken += !whole;
    if (db.run("SELECT count(*) > 3000 FROM article").first == "1") db.run("DELETE FROM article");
  }
  report::promise(16, broken == 0, "%d rounds of three processes killed with SIGKILL: %ld broken", rounds, broken);
  remove_database(path);
}

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// Promise 20. Each batch runs in a child, so that a crash is told with its number.
void section_corrupt() {
  const std::string path = temporary("corrupt.db");
  std::vector<std::string> images;
  for (const char* schema : {"CREATE VIRTUAL TABLE t USING fts5(c, tokenize = 'indonesian')", "CREATE VIRTUAL TABLE t USING fts5(c, detail = column, tokenize = 'indonesian stem root')",
                             "CREATE VIRTUAL TABLE t USING fts5(c, prefix = '2 3', columnsize = 0, tokenize = 'indonesian stem off')"}) {
    remove_database(path);
    {
      Db db(path);
      db.run(std::string("PRAGMA page_size = 1024; ") + schema);
      for (const auto& article : many_texts(4)) db.run("INSERT INTO t VALUES (?1)", article);
      db.run("CREATE TABLE g(a, b AS (article_body(a))); INSERT INTO g(a) VALUES ('satu dua'); CREATE INDEX gb ON g(b)");
    }
    images.push_back(read_file(path));
  }
  remove_database(path);
  const int wanted = report::full() ? 10000 : 600, batch = 100;
  long crashes = 0;
  for (int from = 0; from < wanted; from += batch) {
    std::fflush(nullptr);
    const pid_t child = fork();
    if (child == 0) {
      alarm(300);
      for (int i = from; i < from + batch; ++i) {
        std::snprintf(where, sizeof where, "mutation %d", i);
        texts::Random random(static_cast<uint64_t>(i) + 1);
        std::string image = images[static_cast<size_t>(i) % images.size()];
        for (size_t k = 1 + random.below(20); k > 0; --k) {
          const size_t at = random.below(4) == 0 ? 100 + random.below(1900) : random.below(image.size());
          switch (random.below(4)) {
            case 0: image[at] = static_cast<char>(random.next() >> 30); break;
            case 1: image[at] = static_cast<char>(image[at] ^ (1 << random.below(8))); break;
            case 2: image[at] = static_cast<char>(random.below(2) ? 0xFF : 0); break;
            default: {
              const size_t n = std::min<size_t>(1 + random.below(40), image.size() - at), to = random.below(image.size() - n);
              image.replace(to, n, image.substr(at, n));
            }
          }
        }
        Db db;
        auto* copy = static_cast<unsigned char*>(sqlite3_malloc64(image.size()));
        std::memcpy(copy, image.data(), image.size());
        sqlite3_deserialize(db.get(), "main", copy, static_cast<sqlite3_int64>(image.size()), static_cast<sqlite3_int64>(image.size()),
                            SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
        for (const char* sql : {"SELECT count(*) FROM t WHERE t MATCH 'suara OR kampanye OR a*'", "SELECT highlight(t, 0, '[', ']'), snippet(t, 0, '[', ']', '.', 5), bm25(t) FROM t WHERE t MATCH 'bupati OR suara'",
                                "SELECT * FROM t LIMIT 5", "INSERT INTO t VALUES ('menyuarakan aspirasi')", "UPDATE t SET c = 'lain' WHERE rowid = 2", "DELETE FROM t WHERE rowid = 1",
                                "INSERT INTO t(t) VALUES ('integrity-check')", "INSERT INTO t(t) VALUES ('rebuild')", "SELECT * FROM g WHERE b = 'satu dua'", "PRAGMA integrity_check"})
          db.run(sql);
      }
      _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    if (!check(status == 0, "mutations %d to %d: %s %d", from, from + batch - 1, WIFSIGNALED(status) ? "signal" : "exit", WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status)))
      ++crashes;
  }
  // hostile schemas: options without end, of odd count, with anything in them
  Db db;
  texts::Random random(5);
  const char* const kWords[] = {"stem", "both", "root", "off", "diacritics", "keep", "rules", "1", "2", "''''", "-1", "999999999999"};
  for (int i = 0; i < 400; ++i) {
    std::string options;
    for (size_t k = random.below(9); k > 0; --k) options += std::string(" ") + kWords[random.below(std::size(kWords))];
    if (i % 50 == 0) options += " " + std::string(static_cast<size_t>(1) << (i / 50 + 8), 'x');
    std::snprintf(where, sizeof where, "options:%.200s", options.c_str());
    db.run("DROP TABLE IF EXISTS o");
    const Answer a = db.run("CREATE VIRTUAL TABLE o USING fts5(c, tokenize = 'indonesian" + options + "')");
    check(a.rc == SQLITE_OK || a.rc == SQLITE_ERROR, "%s: %d", where, a.rc);
    if (a.rc == SQLITE_OK) check(db.run("INSERT INTO o VALUES ('suara'); SELECT * FROM o WHERE o MATCH 'suara'").rows == 1, "%s: not found", where);
  }
  report::promise(20, crashes == 0 && report::failed == 0, "%d mutated databases and 400 schemas: %ld crashes (SQLite %s)", wanted, crashes, sqlite3_libversion());
}

// Promise 22: the tokens of this version of the rules.
void section_golden() {
  Db db;
  const std::string path = NETRA_SOURCE_DIR "/tests/golden/tokens-rules1.tsv";
  std::vector<std::string> list = {std::string(host::sample()),
                                   "Warga menyuarakan aspirasi; undang-undang, KTP-nya, buku-buku, sayur-mayur.",
                                   "Rp1.929.000,50 27 dua puluh tujuh 72% 23 Oktober 2024 23/10/2024 ke-4 1960-an",
                                   "S.Pd. M.Si. a.n. Jum'at caf\xC3\xA9 na\xC3\xAFve \xC3\x9F\xC4\xB0 p\xCC\x84",
                                   "kompas.com redaksi@kpu.go.id https://kpu.go.id/berita?id=3",
                                   "pertanggungjawabannya mempertanggungjawabkan keberagaman sebaik-baiknya"};
  std::string now;
  for (const auto& options : std::vector<std::vector<const char*>>{{}, {"stem", "root"}, {"stem", "off", "diacritics", "keep"}}) {
    Tokenizer t(db, options);
    for (const int flags : {host::kDocument, host::kQuery})
      for (size_t i = 0; i < list.size(); ++i)
        for (const auto& token : t.tokens(list[i], flags)) {
          now += std::string(options.empty() ? "both" : options[1]) + '\t' + (flags == host::kDocument ? "document" : "query") + '\t' + std::to_string(i) + '\t' + token.text + '\t' +
                 std::to_string(token.start) + '\t' + std::to_string(token.end) + '\t' + (token.colocated ? "+" : "") + '\n';
        }
  }
  if (std::getenv("NETRA_UPDATE")) {
    std::filesystem::create_directories(NETRA_SOURCE_DIR "/tests/golden");
    std::ofstream(path, std::ios::binary) << now;
  }
  const std::string then = read_file(path);
  size_t line = 1;
  for (size_t i = 0; i < std::min(now.size(), then.size()) && now[i] == then[i]; ++i) line += now[i] == '\n';
  check(!then.empty() && now == then, "tokens differ from %s at line %zu: a change of tokens needs a new rules version (or, before a release, NETRA_UPDATE=1)", path.c_str(), line);
  const Answer a = db.run("CREATE VIRTUAL TABLE r USING fts5(c, tokenize = 'indonesian rules 999')");
  check(a.rc == SQLITE_ERROR, "a table of rules that are not there is taken: %d", a.rc);
  // an index with other tokens than these rules give is detected and mended by rebuild
  db.run("CREATE TABLE b(id INTEGER PRIMARY KEY, c); INSERT INTO b VALUES (1, 'menyuarakan'); CREATE VIRTUAL TABLE r USING fts5(c, content = 'b', content_rowid = 'id', tokenize = 'indonesian')");
  db.run("INSERT INTO r(rowid, c) VALUES (1, 'kata lain')");
  check(db.run("INSERT INTO r(r, rank) VALUES ('integrity-check', 1)").rc != SQLITE_OK, "other tokens are not detected");
  check(db.run("INSERT INTO r(r) VALUES ('rebuild')").rc == SQLITE_OK && db.run("INSERT INTO r(r, rank) VALUES ('integrity-check', 1)").rc == SQLITE_OK, "rebuild does not mend");
  report::promise(22, report::failed == 0, "rules 1: %zu golden tokens; unknown rules refused; other tokens detected, rebuild mends", static_cast<size_t>(std::count(now.begin(), now.end(), '\n')));
}

struct Section {
  const char* name;
  void (*run)();
};
constexpr Section kSections[] = {{"start", section_start},         {"hash", section_hash},         {"encodings", section_encodings}, {"limit", section_limit},
                                 {"interrupt", section_interrupt}, {"contract", section_contract}, {"without", section_without},     {"reload", section_reload},
                                 {"second", section_second},       {"threads", section_threads},   {"kill", section_kill},           {"corrupt", section_corrupt},
                                 {"golden", section_golden}};

}  // namespace

int main(int argc, char** argv) {
  if (argc == 2)
    for (const Section& section : kSections)
      if (std::strcmp(argv[1], section.name) == 0) {
        for (const int signal : {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGALRM}) std::signal(signal, on_signal);
        alarm(report::full() ? 36000 : 900);
        static char name[40];
        std::snprintf(name, sizeof name, "hosts %s", section.name);
        report::program = name;
        section.run();
        return report::finish();
      }
  int failures = 0, ran = 0;
  for (const Section& section : kSections) {
    bool wanted = argc == 1;
    for (int i = 1; i < argc; ++i) wanted = wanted || std::strcmp(argv[i], section.name) == 0;
    if (!wanted) continue;
    ++ran;
    std::fflush(nullptr);
    const pid_t child = fork();
    if (child == 0) {
      execl("/proc/self/exe", argv[0], section.name, nullptr);
      _exit(3);
    }
    int status = 0;
    waitpid(child, &status, 0);
    if (status != 0) {
      ++failures;
      std::fprintf(stderr, "hosts %s: %s %d\n", section.name, WIFSIGNALED(status) ? "killed by signal" : "exit", WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status));
    }
  }
  std::printf("hosts: %d passed, %d failed\n", ran - failures, failures);
  return failures == 0 && ran > 0 ? 0 : 1;
}
