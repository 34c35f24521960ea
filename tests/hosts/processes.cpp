// Threads, connections, forks, loading again and again, a second SQLite, processes that are killed.
#include <dlfcn.h>
#include <malloc.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <thread>

#include "hosts/hosts.hpp"

namespace hosts {

namespace {

long rss_kb() {
  malloc_trim(0);
  std::ifstream in("/proc/self/statm");
  long size = 0, resident = 0;
  in >> size >> resident;
  return resident * (sysconf(_SC_PAGESIZE) / 1024);
}

}  // namespace

// Threads whose first call is at the same time: nothing is loaded before.
void section_start() {
  std::vector<std::thread> threads;
  std::atomic<int> ready{0}, bad{0};
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] {
      ++ready;
      while (ready < 4) std::this_thread::yield();
      Db db;
      for (const char* sql :
           {"SELECT count(*) FROM article_parts(?1)", "SELECT article_body(?1)", "SELECT count(*) FROM indo_tokens(?1)"})
        if (db.run(sql, host::sample()).rc != SQLITE_OK) ++bad;
    });
  for (auto& t : threads) t.join();
  check(bad == 0, "%d calls failed", bad.load());
  report::promise(17, bad == 0, "four threads load at the same moment");
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
        const Answer a = db.run(
            "CREATE VIRTUAL TABLE t USING fts5(c, tokenize = 'indonesian'); INSERT INTO t VALUES ('menyuarakan "
            "\xE0\xB8\x81\xE0\xB8\xB2'); SELECT * FROM t WHERE t MATCH 'suara'");
        if (a.rows != 1) std::abort();
      }
    });
  for (auto& t : threads) t.join();
  report::promise(17, report::failed == 0, "%u threads, %zu texts: equal digests", count, list.size());
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
      const Answer a =
          db.run("SELECT load_extension('" + host::module_path() + "'), load_extension('" + host::module_path() + "')");
      check(a.rc == SQLITE_OK, "SELECT load_extension(): %s", a.message.c_str());
    }
    Db other;
    {
      auto first = std::make_unique<Db>();
      first->run("CREATE VIRTUAL TABLE t USING fts5(c, tokenize = 'indonesian'); INSERT INTO t VALUES ('suara')");
    }
    check(other.run("CREATE VIRTUAL TABLE t USING fts5(c, tokenize = 'indonesian'); INSERT INTO t VALUES ('suara'); SELECT * "
                    "FROM t WHERE t MATCH 'menyuarakan'")
                  .rows == 1,
          "the second connection fails when the first is closed");
  }
  std::snprintf(where, sizeof where, "open and close");
  auto round = [] {
    Db db;
    db.run("SELECT article_body(?1)", host::sample());
    db.run(
        "CREATE VIRTUAL TABLE t USING fts5(c, tokenize = 'indonesian'); INSERT INTO t VALUES ('menyuarakan'); SELECT * FROM t "
        "WHERE t MATCH 'suara'");
  };
  for (int i = 0; i < 20; ++i) round();
  [[maybe_unused]] const long before = rss_kb();
  for (int i = 0; i < 300; ++i) round();
  [[maybe_unused]] const long grown = rss_kb() - before;
#ifdef NETRA_SANITIZED  // keeps what was freed: its growth says nothing of ours
  const std::string kept = "memory not counted with a sanitizer";
#else
  check(grown <= 512, "300 connections leave %ld KB", grown);
  const std::string kept = std::to_string(grown) + " KB more";
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
  report::promise(18, report::failed == 0, "%s: loaded twice, 300 times opened and closed (%s), 20 forks",
                  host::module_path().empty() ? "static" : "module", kept.c_str());
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
    std::filesystem::copy_file("/usr/lib/x86_64-linux-gnu/libsqlite3.so.0", copy,
                               std::filesystem::copy_options::overwrite_existing, error);
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
  check(rc != SQLITE_OK && message && std::strstr(message, "netra") && std::strstr(message, sqlite3_libversion()),
        "the second SQLite gets: %d %s", rc, message ? message : "-");
  check(db.run("SELECT netra_version()").rc == SQLITE_OK, "the first connection is broken by it");
  close(other);
  unlink(copy.c_str());
  report::promise(18, report::failed == 0, "a second SQLite is refused: %s", message ? message : "-");
}

// Promise 16: writers that are killed; then the database and the index are whole and agree.
void section_kill() {
  const std::string path = temporary("kill.db");
  const int rounds = report::full() ? 200 : 12;
  remove_database(path);
  {
    Db db(path);
    db.run("PRAGMA journal_mode = WAL");
    db.run(
        "CREATE TABLE article(id INTEGER PRIMARY KEY, body TEXT); CREATE VIRTUAL TABLE search USING fts5(body, content = "
        "'article', content_rowid = 'id', tokenize = 'indonesian');"
        "CREATE TRIGGER a_in AFTER INSERT ON article BEGIN INSERT INTO search(rowid, body) VALUES (new.id, new.body); END;"
        "CREATE TRIGGER a_out AFTER DELETE ON article BEGIN INSERT INTO search(search, rowid, body) VALUES ('delete', old.id, "
        "old.body); END");
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
                       check(db.run("INSERT INTO search(search, rank) VALUES ('integrity-check', 1)").rc == SQLITE_OK,
                             "round %d: the index does not match the articles", round);
    broken += !whole;
    if (db.run("SELECT count(*) > 3000 FROM article").first == "1") db.run("DELETE FROM article");
  }
  report::promise(16, broken == 0, "%d rounds of three processes killed with SIGKILL: %ld broken", rounds, broken);
  remove_database(path);
}

}  // namespace hosts
