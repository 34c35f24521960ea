// Every function and table-valued function the module registers, several on the same text, and growth with the number of
// articles.
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <numeric>

#include "bench.hpp"
#include "support/host.hpp"

namespace bench {

namespace {

// A statement run over all texts: seconds for each round.
struct Work {
  std::string name, sql;
  sqlite3_stmt* statement = nullptr;
  std::vector<double> articles, words;
  long rows = 0;
};

double seconds_for(sqlite3_stmt* statement, const std::vector<std::string>& texts, long* rows = nullptr) {
  const double begin = cpu_seconds();
  for (const std::string& text : texts) {
    bind_text(statement, 1, text);
    const long n = step_all(statement);
    if (rows) *rows += n;
  }
  return cpu_seconds() - begin;
}

// A row's worth of questions. Sorted by nothing: written as a user writes them.
constexpr const char* kFive[] = {"extract_official(?1, 'name')", "extract_law(?1, 'citation')", "extract_date(?1)",
                                 "extract_region(?1, 'code')", "election_stage(?1)"};

std::string select(const std::vector<std::string>& expressions) {
  std::string sql = "SELECT ";
  for (size_t i = 0; i < expressions.size(); ++i) sql += (i ? ", " : "") + expressions[i];
  return sql;
}

// Every extractor and election function on one text, each table-valued one read through.
std::vector<std::string> all_extractors() {
  std::vector<std::string> out;
  for (const host::Call& call : host::calls()) {
    const bool family =
        call.name.rfind("extract_", 0) == 0 || call.name.rfind("election_", 0) == 0 || call.name.rfind("article_", 0) == 0;
    const bool one_argument = call.sql.find(',') == call.sql.npos && call.sql.find("?1)") != call.sql.npos;
    if (!family || !one_argument || call.name == "election_stage_name") continue;
    if (call.table)
      out.push_back("(SELECT count(" + call.columns.front() + ") FROM " + call.name + "(?1))");
    else
      out.push_back(call.name + "(?1)");
  }
  return out;
}

}  // namespace

void measure_functions(const Settings& settings) {
  Articles articles(settings);
  std::vector<std::string> texts;
  for (int i = 0; i < std::max(settings.sample, 8); ++i) texts.push_back(articles.next());
  const size_t bytes =
      std::accumulate(texts.begin(), texts.end(), size_t{0}, [](size_t n, const std::string& t) { return n + t.size(); });
  std::vector<std::string> words;  // the same texts' words, for functions of a word
  for (const auto& text : texts)
    for (size_t at = 0; at < text.size() && words.size() < 1000;) {
      const size_t end = std::min(text.find_first_of(" \n,.", at), text.size());
      if (end > at + 2) words.push_back(text.substr(at, end - at));
      at = end + 1;
    }
  sqlite3* const db = open(settings, true);
  std::vector<Work> works;
  for (const host::Call& call : host::calls()) {
    if (!call.takes_text || call.sql.find("?1") != call.sql.rfind("?1") || call.sql.find("'2024-11-27', ?1") != call.sql.npos)
      continue;
    if (call.sql.find("(?1") == call.sql.npos) continue;
    Work work;
    work.name = call.sql.substr(call.sql.find(call.name));
    work.sql = call.sql;
    work.statement = prepare(db, call.sql);
    works.push_back(work);
  }
  for (int round = 0; round < settings.rounds; ++round)
    for (Work& work : works) {
      work.articles.push_back(seconds_for(work.statement, texts, round == 0 ? &work.rows : nullptr));
      work.words.push_back(seconds_for(work.statement, words));
    }
  for (Work& work : works) {
    Record("function", work.name)
        .number("us_article", median(work.articles) * 1e6 / static_cast<double>(texts.size()))
        .number("mb_s", megabytes(bytes) / median(work.articles))
        .number("us_word", median(work.words) * 1e6 / static_cast<double>(words.size()))
        .number("rows", static_cast<double>(work.rows) / static_cast<double>(texts.size()));
    sqlite3_finalize(work.statement);
  }

  std::vector<std::pair<std::string, std::vector<std::string>>> sets;
  for (const char* one : kFive) sets.push_back({one, {one}});
  sets.push_back({"five functions", {std::begin(kFive), std::end(kFive)}});
  sets.push_back({"all extractors", all_extractors()});
  sets.push_back({"sequential read", {"length(?1)"}});
  std::vector<std::vector<double>> times(sets.size());
  std::vector<sqlite3_stmt*> statements;
  for (const auto& set : sets) statements.push_back(prepare(db, select(set.second)));
  for (int round = 0; round < settings.rounds; ++round)
    for (size_t i = 0; i < sets.size(); ++i) times[i].push_back(seconds_for(statements[i], texts));
  const size_t five = std::size(kFive);
  for (size_t i = 0; i < sets.size(); ++i) {
    Record("together", sets[i].first)
        .number("functions", static_cast<double>(sets[i].second.size()))
        .number("us_article", median(times[i]) * 1e6 / static_cast<double>(texts.size()))
        .number("mb_s", megabytes(bytes) / median(times[i]))
        .number("five_of_this", ratio(times[five], times[i]))
        .times(times[i]);
    sqlite3_finalize(statements[i]);
  }
  sqlite3_close(db);
}

// In a process of its own, so that its memory is its own: `articles` articles into a database on disk.
int grow_once(const Settings& settings, const char* what, long count) {
  Articles articles(settings);
  const std::string path =
      (std::filesystem::temp_directory_path() / ("netra_bench_" + std::to_string(getpid()) + ".db")).string();
  sqlite3* const db = open(settings, true, path);
  run(db, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
  sqlite3_stmt* work;
  const bool facts = std::string_view(what) == "facts";
  if (facts) {
    work = prepare(db, select({std::begin(kFive), std::end(kFive)}));
  } else {
    run(db, std::string("CREATE VIRTUAL TABLE t USING fts5(body, content='', tokenize='") + what + "')");
    work = prepare(db, "INSERT INTO t(rowid, body) VALUES (?2, ?1)");
  }
  run(db, "BEGIN");
  double seconds = 0, bytes = 0;
  for (long i = 0; i < count; ++i) {
    const std::string text = articles.next();
    bytes += static_cast<double>(text.size());
    const double begin = cpu_seconds();
    bind_text(work, 1, text);
    if (!facts) sqlite3_bind_int64(work, 2, i + 1);
    if (step_all(work) < 0) die(std::string(what) + ": " + sqlite3_errmsg(db));
    seconds += cpu_seconds() - begin;
  }
  double begin = cpu_seconds();
  run(db, "COMMIT");
  seconds += cpu_seconds() - begin;
  sqlite3_finalize(work);
  const auto size_before = std::filesystem::file_size(path);
  double optimize = 0;
  if (!facts) {
    begin = cpu_seconds();
    run(db, "INSERT INTO t(t) VALUES ('optimize')");
    optimize = cpu_seconds() - begin;
  }
  sqlite3_close(db);
  std::remove(path.c_str());
  long peak = 0;  // kB
  if (FILE* status = std::fopen("/proc/self/status", "r")) {
    for (char line[256]; std::fgets(line, sizeof line, status);) std::sscanf(line, "VmHWM: %ld", &peak);
    std::fclose(status);
  }
  std::printf("%.9g %.9g %.9g %ld %.9g\n", seconds, bytes, optimize, peak, static_cast<double>(size_before));
  return 0;
}

void measure_growth(const Settings& settings) {
  for (const char* what : {"unicode61", "indonesian", "indonesian stem root", "facts"}) {
    double first = 0;
    for (long count = 1000; count <= settings.growth; count *= 10) {
      std::vector<double> each;
      double seconds = 0, bytes = 0, optimize = 0, size = 0;
      long peak = 0;
      const int rounds = count <= 1000 ? std::min(settings.rounds, 5) : 1;
      for (int round = 0; round < rounds; ++round) {
        std::vector<std::string> arguments{"--module",    settings.module,
                                           "--corpus",    settings.corpus,
                                           "--seed",      std::to_string(settings.seed),
                                           "--growth",    std::to_string(count),
                                           "--grow-once", what};
        if (!settings.file.empty()) arguments.insert(arguments.end(), {"--file", settings.file});
        const std::string line = fresh_process(settings, arguments);
        if (std::sscanf(line.c_str(), "%lf %lf %lf %ld %lf", &seconds, &bytes, &optimize, &peak, &size) != 5)
          die("growth: " + line);
        each.push_back(seconds / static_cast<double>(count));
      }
      const double mine = median(each);
      if (count == 1000) first = mine;
      Record("growth", what)
          .number("articles", static_cast<double>(count))
          .number("us_article", mine * 1e6)
          .number("of_first", mine / first)
          .number("mb_s", megabytes(static_cast<size_t>(bytes)) / (mine * static_cast<double>(count)))
          .number("optimize_seconds", optimize)
          .number("peak_kb", static_cast<double>(peak))
          .number("file_bytes", size);
    }
  }
}

}  // namespace bench
