// An application with Netra inside, as the reliability tests need it: connections, the list of everything Netra registers (found
// by comparing a connection before and after, so that a new function is tested without a line here), and calls with a digest of
// what they answer.
#ifndef NETRA_TESTS_HOST_HPP
#define NETRA_TESTS_HOST_HPP

#include <sqlite3.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct sqlite3_api_routines;

namespace host {

const sqlite3_api_routines* routines();  // as SQLite hands them to extensions

// Bytes that end right before a page without access: a read past the last one is a fault at once. No terminator.
class Guarded {
 public:
  explicit Guarded(std::string_view bytes);
  ~Guarded();
  Guarded(const Guarded&) = delete;
  Guarded& operator=(const Guarded&) = delete;
  const char* data() const { return data_; }
  size_t size() const { return size_; }
  std::string_view view() const { return {data_, size_}; }

 private:
  char* map_;
  size_t mapped_;
  char* data_;
  size_t size_;
};

// How connections get Netra. $NETRA_MODULE names a netra.so to be loaded; without it the static library is linked in.
enum class Entry {
  plain,
  guarded,  // sqlite3_value_text() hands out guarded copies; static library only
};
void enter(Entry entry);
std::string module_path();  // "" for the static library

// FNV-1a, 64 bits.
struct Digest {
  uint64_t value = 14695981039346656037ull;
  void add(const void* bytes, size_t size);
  void add(std::string_view text) { add(text.data(), text.size()); }
  void add(int64_t number) { add(&number, sizeof number); }
};

struct Answer {
  int rc = SQLITE_OK;  // SQLITE_OK, or the extended error code
  std::string message;
  uint64_t digest = 0;  // of types and bytes of all columns of all rows
  long rows = 0;
  std::string first;  // the first column of the first row as text, when it is not too long to be kept
  bool operator==(const Answer& other) const { return rc == other.rc && digest == other.digest && rows == other.rows; }
};

bool out_of_memory(int rc);

class Db {
 public:
  explicit Db(const std::string& path = ":memory:", bool with_netra = true, const char* vfs = nullptr);
  ~Db();
  Db(const Db&) = delete;
  Db& operator=(const Db&) = delete;

  sqlite3* get() const { return db_; }
  int load();  // Netra into this connection: SQLITE_OK or the error; the message is in message()
  const std::string& message() const { return message_; }

  Answer run(const std::string& sql);                         // any number of statements; the answer of the last
  Answer run(const std::string& sql, std::string_view text);  // ?1 = text, prepared once and kept
  Answer run_blob(const std::string& sql, std::string_view bytes);
  void forget();  // finalizes the kept statements
  // Other texts through the cache of analyses, so that the next call does its work anew.
  void flush();

 private:
  Answer step(sqlite3_stmt* statement);
  sqlite3_stmt* prepare(const std::string& sql, Answer& answer);
  sqlite3* db_ = nullptr;
  std::unordered_map<std::string, sqlite3_stmt*> kept_;
  std::string message_;
};

struct Function {
  std::string name;
  int arguments;
  int flags;  // as in pragma_function_list
};
struct Table {
  std::string name;
  std::vector<std::string> columns, parameters;
};
struct Surface {
  std::vector<Function> functions;
  std::vector<Table> tables;
  std::vector<std::string> collations;
};
const Surface& surface();

// One way to call a function with a text: "SELECT f(?1, 'name')" or "SELECT * FROM f(?1)".
struct Call {
  std::string name;  // of the function
  std::string sql;
  bool table;
  bool takes_text;                   // ?1 occurs
  std::vector<std::string> columns;  // of a table-valued function
};
// Every function and arity, further arguments chosen so that the call works, and again with the text itself. $NETRA_CALLS
// restricts them to those with a piece of SQL.
const std::vector<Call>& calls();

// An article with something for every extractor.
std::string_view sample();

// The tokenizer, called directly.
struct Token {
  std::string text;
  int start, end;
  bool colocated;
  bool operator==(const Token&) const = default;
};
class Tokenizer {
 public:
  Tokenizer(Db& db, const std::vector<const char*>& options);
  ~Tokenizer();
  int create_rc() const { return create_rc_; }
  using Callback = int (*)(void*, int, const char*, int, int, int);
  int tokenize(int flags, std::string_view text, void* context, Callback callback);
  std::vector<Token> tokens(std::string_view text, int flags);
  int rc() const { return rc_; }

 private:
  struct Methods;
  Methods* methods_;
  int create_rc_;
  int rc_ = SQLITE_OK;
};
inline constexpr int kDocument = 0x0004, kQuery = 0x0001, kPrefix = 0x0003, kAux = 0x0008;  // FTS5_TOKENIZE_*

// The text cut by SQLite's substr() rule, but through NUL.
std::string_view substr(std::string_view text, int64_t start, int64_t length);
// A byte >= 0xC0 takes the continuation bytes after it; is `at` between two characters?
bool on_boundary(std::string_view text, size_t at);
bool valid_utf8(std::string_view text);
double cpu_seconds();  // of this thread

}  // namespace host

#endif
