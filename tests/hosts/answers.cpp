// The same text, the same answer: orders, locales, encodings, limits, and the tokens of this version of the rules.
#include <algorithm>
#include <clocale>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "hosts/hosts.hpp"

namespace hosts {

namespace {

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

}  // namespace

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
  report::promise(5, report::failed == 0, "%zu texts, both orders, %d locales: one digest (SQLite %s)", list.size(), locales,
                  sqlite3_libversion());
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
      check(db.run(std::string("CREATE VIRTUAL TABLE t USING fts5(c, detail = ") + detail + ", tokenize = 'indonesian')").rc ==
                SQLITE_OK,
            "%s", where);
      for (const auto& text : list) {
        // a database in UTF-16 keeps no malformed text
        if (!host::valid_utf8(text) || text.find('\0') != text.npos) continue;
        // SQLite 3.54's own integrity-check fails on noncharacters in a database in UTF-16, with unicode61 too
        if (text.find("\xEF\xBF\xBE") != text.npos || text.find("\xEF\xBF\xBF") != text.npos) continue;
        check(db.run("INSERT INTO t VALUES (?1)", text).rc == SQLITE_OK, "%s: insert", where);
      }
      size_t at = 0;
      for (const char* query :
           {"suara", "kampanye", "menyuarakan", "bupati OR calon", "pemung*", "netral NOT kampanye", "\"=suara\""}) {
        std::string rows;
        const Answer a = db.run(std::string("SELECT group_concat(rowid) FROM (SELECT rowid FROM t WHERE t MATCH '") + query +
                                "' ORDER BY rowid)");
        check(a.rc == SQLITE_OK, "%s: %s: %s", where, query, a.message.c_str());
        ++searched;
        if (wanted.size() <= at) wanted.push_back(a.first);
        check(wanted[at] == a.first, "%s: %s finds other rows", where, query);
        ++at;
      }
      check(db.run("INSERT INTO t(t) VALUES ('integrity-check')").rc == SQLITE_OK, "%s: integrity-check", where);
      check(db.run("INSERT INTO t(t) VALUES ('rebuild')").rc == SQLITE_OK &&
                db.run("INSERT INTO t(t) VALUES ('integrity-check')").rc == SQLITE_OK,
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
  report::promise(5, report::failed == 0, "UTF-8, UTF-16le, UTF-16be x detail full, column, none: %ld searches with equal rows",
                  searched);
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
        if (!check(got.rc == SQLITE_TOOBIG || got == right, "%s: %d (%s), %ld rows for %ld", where, got.rc, got.message.c_str(),
                   got.rows, right.rows))
          ++truncated;
      }
    }
  }
  report::promise(14, truncated == 0, "%ld calls under five limits: SQLITE_TOOBIG or the whole answer", calls);
}

// Promise 22: the tokens of this version of the rules.
void section_golden() {
  Db db;
  const int rules = std::stoi(db.run("SELECT netra_debug() ->> 'rules'").first);
  const auto golden = [](int version) {
    return NETRA_SOURCE_DIR "/tests/golden/tokens-rules" + std::to_string(version) + ".tsv";
  };
  const std::string path = golden(rules);
  std::vector<std::string> list = {
      std::string(host::sample()),
      "Warga menyuarakan aspirasi; undang-undang, KTP-nya, buku-buku, sayur-mayur.",
      "Rp1.929.000,50 27 dua puluh tujuh 72% 23 Oktober 2024 23/10/2024 ke-4 1960-an",
      "S.Pd. M.Si. a.n. Jum'at caf\xC3\xA9 na\xC3\xAFve \xC3\x9F\xC4\xB0 p\xCC\x84",
      "kompas.com redaksi@kpu.go.id https://kpu.go.id/berita?id=3",
      "pertanggungjawabannya mempertanggungjawabkan keberagaman sebaik-baiknya",
      "dua orang, kedua, dua-duanya, dua persen, seratus, satu, 100, 2,0; 1 Oktober, 01/10/2024, (1/10)"};
  std::string now;
  for (const auto& options : std::vector<std::vector<const char*>>{{}, {"stem", "root"}, {"stem", "off", "diacritics", "keep"}}) {
    Tokenizer t(db, options);
    for (const int flags : {host::kDocument, host::kQuery})
      for (size_t i = 0; i < list.size(); ++i)
        for (const auto& token : t.tokens(list[i], flags)) {
          now += std::string(options.empty() ? "both" : options[1]) + '\t' + (flags == host::kDocument ? "document" : "query") +
                 '\t' + std::to_string(i) + '\t' + token.text + '\t' + std::to_string(token.start) + '\t' +
                 std::to_string(token.end) + '\t' + (token.colocated ? "+" : "") + '\n';
        }
  }
  if (std::getenv("NETRA_UPDATE")) {
    std::filesystem::create_directories(NETRA_SOURCE_DIR "/tests/golden");
    std::ofstream(path, std::ios::binary) << now;
  }
  const std::string then = read_file(path);
  size_t line = 1;
  for (size_t i = 0; i < std::min(now.size(), then.size()) && now[i] == then[i]; ++i) line += now[i] == '\n';
  check(!then.empty() && now == then,
        "tokens differ from %s at line %zu: a change of tokens needs a new rules version (or, before a release, NETRA_UPDATE=1)",
        path.c_str(), line);
  for (const int other : {rules - 1, rules + 1, 999}) {
    const Answer a = db.run("CREATE VIRTUAL TABLE r USING fts5(c, tokenize = 'indonesian rules " + std::to_string(other) + "')");
    check(a.rc == SQLITE_ERROR, "a table of rules %d, which are not there, is taken: %d", other, a.rc);
  }
  // an index with other tokens than these rules give is detected and mended by rebuild
  db.run(
      "CREATE TABLE b(id INTEGER PRIMARY KEY, c); INSERT INTO b VALUES (1, 'menyuarakan'); CREATE VIRTUAL TABLE r USING fts5(c, "
      "content = 'b', content_rowid = 'id', tokenize = 'indonesian')");
  db.run("INSERT INTO r(rowid, c) VALUES (1, 'kata lain')");
  check(db.run("INSERT INTO r(r, rank) VALUES ('integrity-check', 1)").rc != SQLITE_OK, "other tokens are not detected");
  check(db.run("INSERT INTO r(r) VALUES ('rebuild')").rc == SQLITE_OK &&
            db.run("INSERT INTO r(r, rank) VALUES ('integrity-check', 1)").rc == SQLITE_OK,
        "rebuild does not mend");
  report::promise(22, report::failed == 0,
                  "rules %d: %zu golden tokens; older and unknown rules refused; other tokens detected, rebuild mends", rules,
                  static_cast<size_t>(std::count(now.begin(), now.end(), '\n')));
}

}  // namespace hosts
