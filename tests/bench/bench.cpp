// netra_bench --module NETRA.so [options]: measures Netra beside SQLite's own tokenizers and Snowball, interleaved, and prints
// one JSON line for each figure. tests/bench/speed.py runs it and makes the table and the chart.
#include "bench.hpp"

#include <spawn.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

extern char** environ;

// tests/support/host.cpp can also link the static library; here the module is loaded, as users load it.
extern "C" int sqlite3_netra_init(sqlite3*, char**, const void*) { return SQLITE_ERROR; }

namespace bench {

void die(const std::string& what) {
  std::fprintf(stderr, "netra_bench: %s\n", what.c_str());
  std::exit(1);
}

static double seconds_of(clockid_t clock) {
  timespec now;
  clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}
double cpu_seconds() { return seconds_of(CLOCK_THREAD_CPUTIME_ID); }
double wall_seconds() { return seconds_of(CLOCK_MONOTONIC); }

double quantile(std::vector<double> values, double q) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  const double at = q * static_cast<double>(values.size() - 1);
  const auto low = static_cast<size_t>(at);
  const size_t high = std::min(low + 1, values.size() - 1);
  return values[low] + (values[high] - values[low]) * (at - static_cast<double>(low));
}
double median(std::vector<double> values) { return quantile(std::move(values), 0.5); }

double ratio(const std::vector<double>& peer, const std::vector<double>& own) {
  std::vector<double> each;
  for (size_t i = 0; i < own.size() && i < peer.size(); ++i) each.push_back(peer[i] / own[i]);
  return median(each);
}

static std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) >= ' ') out += c;
  }
  return out;
}
Record::Record(const char* group, std::string_view name) {
  line_ = std::string("{\"group\": \"") + group + "\", \"name\": \"" + escaped(name) + '"';
}
Record::~Record() {
  std::printf("%s}\n", line_.c_str());
  std::fflush(stdout);
}
Record& Record::text(const char* key, std::string_view value) {
  line_ += std::string(", \"") + key + "\": \"" + escaped(value) + '"';
  return *this;
}
Record& Record::number(const char* key, double value) {
  char digits[40];
  std::snprintf(digits, sizeof digits, "%.6g", value);
  line_ += std::string(", \"") + key + "\": " + digits;
  return *this;
}
Record& Record::times(const std::vector<double>& seconds) {
  line_ += ", \"rounds\": [";
  for (size_t i = 0; i < seconds.size(); ++i) {
    char digits[40];
    std::snprintf(digits, sizeof digits, "%s%.6g", i ? ", " : "", seconds[i]);
    line_ += digits;
  }
  line_ += ']';
  return *this;
}

sqlite3* open(const Settings& settings, bool netra, const std::string& path) {
  sqlite3* db = nullptr;
  if (sqlite3_open(path.c_str(), &db) != SQLITE_OK) die("cannot open " + path);
  if (!netra) return db;
  sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 1, nullptr);
  char* message = nullptr;
  if (sqlite3_load_extension(db, settings.module.c_str(), nullptr, &message) != SQLITE_OK)
    die("cannot load " + settings.module + ": " + (message ? message : ""));
  return db;
}
void run(sqlite3* db, const std::string& sql) {
  char* message = nullptr;
  if (sqlite3_exec(db, sql.c_str(), nullptr, nullptr, &message) != SQLITE_OK) die(sql + ": " + (message ? message : ""));
}
sqlite3_stmt* prepare(sqlite3* db, const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(db, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) die(sql + ": " + sqlite3_errmsg(db));
  return statement;
}
int64_t integer(sqlite3* db, const std::string& sql) {
  sqlite3_stmt* const statement = prepare(db, sql);
  if (sqlite3_step(statement) != SQLITE_ROW) die(sql + ": " + sqlite3_errmsg(db));
  const int64_t value = sqlite3_column_int64(statement, 0);
  sqlite3_finalize(statement);
  return value;
}
void bind_text(sqlite3_stmt* statement, int i, std::string_view text) {
  sqlite3_bind_text(statement, i, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
}
long step_all(sqlite3_stmt* statement) {
  long rows = 0;
  int rc;
  while ((rc = sqlite3_step(statement)) == SQLITE_ROW) {
    const int n = sqlite3_column_count(statement);
    for (int i = 0; i < n; ++i)
      if (sqlite3_column_type(statement, i) == SQLITE_TEXT) sqlite3_column_text(statement, i);
    ++rows;
  }
  sqlite3_reset(statement);
  return rc == SQLITE_DONE ? rows : -1;
}

fts5_api* fts5(sqlite3* db) {
  fts5_api* api = nullptr;
  sqlite3_stmt* const statement = prepare(db, "SELECT fts5(?1)");
  sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
  sqlite3_step(statement);
  sqlite3_finalize(statement);
  if (!api) die("this SQLite has no FTS5");
  return api;
}

std::string fresh_process(const Settings& settings, const std::vector<std::string>& arguments) {
  std::vector<char*> argv{const_cast<char*>(settings.self.c_str())};
  for (const std::string& a : arguments) argv.push_back(const_cast<char*>(a.c_str()));
  argv.push_back(nullptr);
  int ends[2];
  if (pipe(ends) != 0) die("pipe");
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
  posix_spawn_file_actions_addclose(&actions, ends[0]);
  pid_t child = 0;
  std::fflush(stdout);
  if (posix_spawn(&child, settings.self.c_str(), &actions, nullptr, argv.data(), environ) != 0)
    die("cannot start " + settings.self);
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  std::string output;
  char buffer[4096];
  for (ssize_t n; (n = read(ends[0], buffer, sizeof buffer)) > 0;) output.append(buffer, static_cast<size_t>(n));
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  if (status != 0) die("a process of its own failed: " + arguments.front());
  return output;
}

namespace {

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) die("cannot read " + path);
  return {std::istreambuf_iterator<char>(in), {}};
}

// A sentence ends at . ! ? behind a word of at least three letters (not "Pj.", "No."), with a blank behind it.
void split_sentences(std::string_view paragraph, std::vector<std::string>& out) {
  size_t begin = 0;
  for (size_t i = 3; i < paragraph.size(); ++i) {
    const auto letter = [&](size_t k) { return (paragraph[k] | 32) >= 'a' && (paragraph[k] | 32) <= 'z'; };
    const bool stop = paragraph[i] == '.' || paragraph[i] == '!' || paragraph[i] == '?';
    const bool last = i + 1 == paragraph.size();
    if (!last && !(stop && paragraph[i + 1] == ' ' && letter(i - 1) && letter(i - 2) && letter(i - 3))) continue;
    if (i + 1 - begin > 20) out.emplace_back(paragraph.substr(begin, i + 1 - begin));
    begin = i + 2;
  }
}

std::vector<std::string> articles_of_file(const Settings& settings) {
  sqlite3* const db = open(settings, false);
  sqlite3_stmt* const field = prepare(db, "SELECT coalesce(json_extract(?1, '$.body'), json_extract(?1, '$.text'))");
  std::vector<std::string> out;
  const std::string all = read_file(settings.file);
  const size_t most = static_cast<size_t>(settings.megabytes * 1e6);
  for (size_t at = 0, sum = 0; at < all.size() && sum < most;) {
    const size_t end = std::min(all.find('\n', at), all.size());
    std::string line = all.substr(at, end - at);
    at = end + 1;
    if (line.empty()) continue;
    if (line[0] == '{') {
      bind_text(field, 1, line);
      std::string body;
      if (sqlite3_step(field) == SQLITE_ROW && sqlite3_column_type(field, 0) == SQLITE_TEXT)
        body = reinterpret_cast<const char*>(sqlite3_column_text(field, 0));
      sqlite3_reset(field);
      if (body.empty()) die(settings.file + ": a JSON line without \"body\" or \"text\"");
      line = body;
    }
    sum += line.size();
    out.push_back(std::move(line));
  }
  sqlite3_finalize(field);
  sqlite3_close(db);
  if (out.empty()) die(settings.file + " is empty");
  return out;
}

}  // namespace

Articles::Articles(const Settings& settings) : state_(settings.seed * 0x9E3779B97F4A7C15u + 1) {
  if (!settings.file.empty()) {
    file_ = articles_of_file(settings);
    return;
  }
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(settings.corpus))
    if (entry.path().extension() == ".txt") names.push_back(entry.path());
  std::sort(names.begin(), names.end());
  for (const std::string& name : names) {
    const std::string all = read_file(name);
    const size_t head = all.find("\n\n");
    if (all.rfind("title: ", 0) != 0 || head == all.npos) die(name + " is no article of the corpus");
    titles_.push_back(all.substr(7, all.find('\n') - 7));
    for (size_t at = head; at < all.size();) {
      at = all.find_first_not_of('\n', at);
      if (at == all.npos) break;
      const size_t end = std::min(all.find('\n', at), all.size());
      split_sentences(std::string_view(all).substr(at, end - at), sentences_);
      at = end;
    }
  }
  if (sentences_.empty()) die("no articles in " + settings.corpus);
}

size_t Articles::below(size_t n) {
  state_ ^= state_ >> 12, state_ ^= state_ << 25, state_ ^= state_ >> 27;
  return static_cast<size_t>((state_ * 2685821657736338717u) >> 33) % n;
}

std::string Articles::next() {
  if (!file_.empty()) return file_[at_++ % file_.size()];
  std::string out = titles_[below(titles_.size())] + "\n\n";
  const size_t sentences = 12 + below(13);
  for (size_t i = 0; i < sentences; ++i) {
    if (i > 0) out += below(3) == 0 ? "\n\n" : " ";
    out += sentences_[below(sentences_.size())];
  }
  return out;
}

std::vector<std::string> Articles::take(size_t bytes) {
  std::vector<std::string> out;
  for (size_t sum = 0; sum < bytes; sum += out.back().size()) {
    if (!file_.empty() && at_ == file_.size()) break;
    out.push_back(next());
  }
  return out;
}

}  // namespace bench

namespace {

std::string processor() {
  std::ifstream in("/proc/cpuinfo");
  for (std::string line; std::getline(in, line);)
    if (line.rfind("model name", 0) == 0) return line.substr(line.find(':') + 2);
  return "unknown";
}

}  // namespace

int main(int argc, char** argv) {
  using namespace bench;
  Settings settings;
  settings.self = std::filesystem::read_symlink("/proc/self/exe");
  std::vector<std::string> groups;
  const char* grow = nullptr;
  for (int i = 1; i < argc; ++i) {
    const std::string name = argv[i];
    const auto value = [&] { return ++i < argc ? argv[i] : (die(name + " wants a value"), ""); };
    if (name == "--module")
      settings.module = value();
    else if (name == "--without-icu")
      settings.without_icu = value();
    else if (name == "--corpus")
      settings.corpus = value();
    else if (name == "--file")
      settings.file = value();
    else if (name == "--megabytes")
      settings.megabytes = std::atof(value());
    else if (name == "--seed")
      settings.seed = std::strtoull(value(), nullptr, 10);
    else if (name == "--rounds")
      settings.rounds = std::atoi(value());
    else if (name == "--sample")
      settings.sample = std::atoi(value());
    else if (name == "--growth")
      settings.growth = std::atol(value());
    else if (name == "--load-once")
      return load_once(value());
    else if (name == "--grow-once")
      grow = value();
    else if (name[0] != '-')
      groups.push_back(name);
    else
      die("unknown option " + name);
  }
  if (settings.module.empty() || settings.corpus.empty() || settings.rounds < 1)
    die("usage: netra_bench --module NETRA.so --corpus FOLDER [options] [tokenizers|queries|functions|load|growth]...");
  setenv("NETRA_MODULE", settings.module.c_str(), 1);
  if (grow) return grow_once(settings, grow, settings.growth);
  const auto wanted = [&](const char* group) {
    return groups.empty() || std::find(groups.begin(), groups.end(), group) != groups.end();
  };
  {
    Articles articles(settings);
    const auto texts = articles.take(static_cast<size_t>(settings.megabytes * 1e6));
    size_t bytes = 0;
    for (const auto& text : texts) bytes += text.size();
    sqlite3* const db = open(settings, true);
    sqlite3_stmt* const version = prepare(db, "SELECT netra_version()");
    sqlite3_step(version);
    Record("machine", processor())
        .text("sqlite", sqlite3_libversion())
        .text("netra", reinterpret_cast<const char*>(sqlite3_column_text(version, 0)))
        .text("text", settings.file.empty() ? articles.description() : settings.file.substr(settings.file.rfind('/') + 1))
        .number("bytes", static_cast<double>(bytes))
        .number("articles", static_cast<double>(texts.size()))
        .number("seed", static_cast<double>(settings.seed))
        .number("rounds", settings.rounds)
        .number("snowball", register_snowball(db));
    sqlite3_finalize(version);
    sqlite3_close(db);
  }
  if (wanted("tokenizers")) measure_tokenizers(settings);
  if (wanted("queries")) measure_queries(settings);
  if (wanted("functions")) measure_functions(settings);
  if (wanted("load")) measure_load(settings);
  if (wanted("growth") && settings.growth > 0) measure_growth(settings);
  return 0;
}
