// What the parts of netra_bench share: the text measured on, clocks, medians, and one JSON line for each figure.
#ifndef NETRA_TESTS_BENCH_HPP
#define NETRA_TESTS_BENCH_HPP

#include <sqlite3.h>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

struct Settings {
  std::string module;       // netra.so
  std::string without_icu;  // netra.so of the build without ICU, "" when there is none
  std::string corpus;       // folder of the bundled articles
  std::string file;         // measure on this text instead: one article a line, or JSON lines with "body" or "text"
  std::string self;         // this program, for fresh processes
  double megabytes = 8;     // of text made from the corpus; of a file at most that much is read
  uint64_t seed = 1;
  int rounds = 7;
  int sample = 64;  // articles the functions are measured on
  long growth = 0;  // articles of the largest database, 0: not measured
};

// An endless, repeatable row of articles: sentences of the corpus in new order, as long as its articles are; or those of the
// file.
class Articles {
 public:
  explicit Articles(const Settings& settings);
  std::string next();
  std::vector<std::string> take(size_t bytes);
  const char* description() const { return file_.empty() ? "sentences of the bundled corpus, shuffled" : "file"; }

 private:
  size_t below(size_t n);
  std::vector<std::string> titles_, sentences_, file_;
  size_t at_ = 0;
  uint64_t state_;
};

double cpu_seconds();  // of this thread: other work on the machine counts less
double wall_seconds();
double median(std::vector<double> values);
double quantile(std::vector<double> values, double q);
// Median over the rounds of peer / own: how many times faster `own` is.
double ratio(const std::vector<double>& peer, const std::vector<double>& own);
inline double megabytes(size_t bytes) { return static_cast<double>(bytes) / 1e6; }

// {"group": ..., "name": ..., further fields}, printed at the end of its life.
class Record {
 public:
  Record(const char* group, std::string_view name);
  ~Record();
  Record(const Record&) = delete;
  Record& operator=(const Record&) = delete;
  Record& text(const char* key, std::string_view value);
  Record& number(const char* key, double value);
  Record& times(const std::vector<double>& seconds);  // "rounds": all of them, so that the spread can be judged

 private:
  std::string line_;
};

[[noreturn]] void die(const std::string& what);
sqlite3* open(const Settings& settings, bool netra, const std::string& path = ":memory:");
void run(sqlite3* db, const std::string& sql);
int64_t integer(sqlite3* db, const std::string& sql);
sqlite3_stmt* prepare(sqlite3* db, const std::string& sql);
void bind_text(sqlite3_stmt* statement, int i, std::string_view text);
long step_all(sqlite3_stmt* statement);  // reads every column of every row, resets; rows, or -1 for an error

// Registers "snowball", Debian's libstemmer over unicode61, in that connection; false when built without libstemmer.
bool register_snowball(sqlite3* db);
fts5_api* fts5(sqlite3* db);

void measure_tokenizers(const Settings& settings);  // bare and indexing, sizes
void measure_queries(const Settings& settings);
void measure_functions(const Settings& settings);
void measure_load(const Settings& settings);
int load_once(const char* module);  // in a process of its own
void measure_growth(const Settings& settings);
int grow_once(const Settings& settings, const char* what, long articles);

// Output of this program run anew with these arguments; dies when it fails.
std::string fresh_process(const Settings& settings, const std::vector<std::string>& arguments);

}  // namespace bench

#endif
