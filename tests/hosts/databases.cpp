// Databases that are damaged, hostile, or opened where Netra is not loaded.
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <iterator>

#include "hosts/hosts.hpp"

namespace hosts {

// Promise 21.
void section_without() {
  const std::string path = temporary("without.db");
  remove_database(path);
  {
    Db db(path);
    db.run(
        "CREATE TABLE article(id INTEGER PRIMARY KEY, body); CREATE VIRTUAL TABLE search USING fts5(body, content = 'article', "
        "content_rowid = 'id', tokenize = 'indonesian')");
    db.run("INSERT INTO article(body) VALUES ('Warga menyuarakan aspirasi'); INSERT INTO search(search) VALUES ('rebuild')");
    check(db.run("SELECT * FROM search WHERE search MATCH 'suara'").rows == 1, "not found with the extension");
  }
  Db bare(path, false);
  check(bare.run("SELECT body FROM article").first == "Warga menyuarakan aspirasi", "the articles are not readable");
  const Answer a = bare.run("SELECT * FROM search WHERE search MATCH 'suara'");
  check(a.rc != SQLITE_OK && (a.message.find("indonesian") != a.message.npos || a.message.find("tokenizer") != a.message.npos),
        "the error is: %s", a.message.c_str());
  check(bare.run("UPDATE article SET body = body || '.'").rc == SQLITE_OK, "the articles are not writable");
  report::promise(21, report::failed == 0, "articles readable and writable; the error: %s", a.message.c_str());
  remove_database(path);
}

// Promise 20. Each batch runs in a child, so that a crash is told with its number.
void section_corrupt() {
  const std::string path = temporary("corrupt.db");
  std::vector<std::string> images;
  for (const char* schema :
       {"CREATE VIRTUAL TABLE t USING fts5(c, tokenize = 'indonesian')",
        "CREATE VIRTUAL TABLE t USING fts5(c, detail = column, tokenize = 'indonesian stem root')",
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
            case 0:
              image[at] = static_cast<char>(random.next() >> 30);
              break;
            case 1:
              image[at] = static_cast<char>(image[at] ^ (1 << random.below(8)));
              break;
            case 2:
              image[at] = static_cast<char>(random.below(2) ? 0xFF : 0);
              break;
            default: {
              const size_t n = std::min<size_t>(1 + random.below(40), image.size() - at), to = random.below(image.size() - n);
              image.replace(to, n, image.substr(at, n));
            }
          }
        }
        Db db;
        auto* copy = static_cast<unsigned char*>(sqlite3_malloc64(image.size()));
        std::memcpy(copy, image.data(), image.size());
        sqlite3_deserialize(db.get(), "main", copy, static_cast<sqlite3_int64>(image.size()),
                            static_cast<sqlite3_int64>(image.size()),
                            SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
        for (const char* sql :
             {"SELECT count(*) FROM t WHERE t MATCH 'suara OR kampanye OR a*'",
              "SELECT highlight(t, 0, '[', ']'), snippet(t, 0, '[', ']', '.', 5), bm25(t) FROM t WHERE t MATCH 'bupati OR suara'",
              "SELECT * FROM t LIMIT 5", "INSERT INTO t VALUES ('menyuarakan aspirasi')",
              "UPDATE t SET c = 'lain' WHERE rowid = 2", "DELETE FROM t WHERE rowid = 1",
              "INSERT INTO t(t) VALUES ('integrity-check')", "INSERT INTO t(t) VALUES ('rebuild')",
              "SELECT * FROM g WHERE b = 'satu dua'", "PRAGMA integrity_check"})
          db.run(sql);
      }
      _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    if (!check(status == 0, "mutations %d to %d: %s %d", from, from + batch - 1, WIFSIGNALED(status) ? "signal" : "exit",
               WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status)))
      ++crashes;
  }
  // hostile schemas: options without end, of odd count, with anything in them
  Db db;
  texts::Random random(5);
  const char* const kWords[] = {"stem",  "both", "root", "off",  "diacritics", "keep",
                                "rules", "1",    "2",    "''''", "-1",         "999999999999"};
  for (int i = 0; i < 400; ++i) {
    std::string options;
    for (size_t k = random.below(9); k > 0; --k) options += std::string(" ") + kWords[random.below(std::size(kWords))];
    if (i % 50 == 0) options += " " + std::string(static_cast<size_t>(1) << (i / 50 + 8), 'x');
    std::snprintf(where, sizeof where, "options:%.200s", options.c_str());
    db.run("DROP TABLE IF EXISTS o");
    const Answer a = db.run("CREATE VIRTUAL TABLE o USING fts5(c, tokenize = 'indonesian" + options + "')");
    check(a.rc == SQLITE_OK || a.rc == SQLITE_ERROR, "%s: %d", where, a.rc);
    if (a.rc == SQLITE_OK)
      check(db.run("INSERT INTO o VALUES ('suara'); SELECT * FROM o WHERE o MATCH 'suara'").rows == 1, "%s: not found", where);
  }
  report::promise(20, crashes == 0 && report::failed == 0, "%d mutated databases and 400 schemas: %ld crashes (SQLite %s)",
                  wanted, crashes, sqlite3_libversion());
}

}  // namespace hosts
