#include "support/host.hpp"

#include "support/memory.hpp"

#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <memory>
#include <mutex>
#include <set>

// The table of routines, without the macros that would route this file's own calls through it.
#define SQLITE_CORE 1
#include <sqlite3ext.h>

extern "C" int sqlite3_netra_init(sqlite3* db, char** message, const sqlite3_api_routines* api);

namespace host {

#ifdef __has_feature
#if __has_feature(address_sanitizer)
#define __SANITIZE_ADDRESS__ 1  // as GCC says it
#endif
#endif
#ifdef __SANITIZE_ADDRESS__  // it watches the bytes around a block itself, and pages of one's own are slow
Guarded::Guarded(std::string_view bytes) : map_(new char[bytes.size()]), mapped_(0), data_(map_), size_(bytes.size()) {
  if (size_ > 0) std::memcpy(data_, bytes.data(), size_);
}
Guarded::~Guarded() { delete[] map_; }
#else
Guarded::Guarded(std::string_view bytes) : size_(bytes.size()) {
  const size_t page = static_cast<size_t>(sysconf(_SC_PAGESIZE));
  const size_t room = (size_ + page) / page * page;
  mapped_ = room + page;
  void* const map = mmap(nullptr, mapped_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (map == MAP_FAILED) std::abort();
  map_ = static_cast<char*>(map);
  if (mprotect(map_ + room, page, PROT_NONE) != 0) std::abort();
  data_ = map_ + room - size_;
  if (size_ > 0) std::memcpy(data_, bytes.data(), size_);
}
Guarded::~Guarded() { munmap(map_, mapped_); }
#endif

namespace {

Entry entry = Entry::plain;
const sqlite3_api_routines* real_api = nullptr;

// The last texts handed out. SQLite keeps a value's text while the call lasts, and no call reads this many.
const unsigned char* guarded_value_text(sqlite3_value* value) {
  static thread_local std::deque<std::unique_ptr<Guarded>> handed;
  const auto* text = real_api->value_text(value);
  if (!text) return text;
  const auto size = static_cast<size_t>(real_api->value_bytes(value));
  handed.push_back(std::make_unique<Guarded>(std::string_view(reinterpret_cast<const char*>(text), size)));
  if (handed.size() > 16) handed.pop_front();
  return reinterpret_cast<const unsigned char*>(handed.back()->data());
}

int start(sqlite3* db, char** message, const sqlite3_api_routines* api) {
  if (entry == Entry::plain) return sqlite3_netra_init(db, message, api);
  static sqlite3_api_routines guarded;
  static std::once_flag once;
  std::call_once(once, [api] {
    real_api = api;
    guarded = *api;  // the program is built with the headers of the SQLite it links
    guarded.value_text = guarded_value_text;
  });
  return sqlite3_netra_init(db, message, &guarded);
}

int probe(sqlite3*, char**, const sqlite3_api_routines* api) {
  real_api = api;
  return SQLITE_OK;
}

}  // namespace

// SQLite shows its table of routines to extensions only.
const sqlite3_api_routines* routines() {
  static std::once_flag once;
  std::call_once(once, [] {
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(probe));
    sqlite3* db = nullptr;
    sqlite3_open(":memory:", &db);
    sqlite3_close(db);
    sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(probe));
  });
  return real_api;
}

void enter(Entry e) { entry = e; }
std::string module_path() {
  const char* const path = std::getenv("NETRA_MODULE");
  return path ? path : "";
}

void Digest::add(const void* bytes, size_t size) {
  const auto* p = static_cast<const unsigned char*>(bytes);
  for (size_t i = 0; i < size; ++i) value = (value ^ p[i]) * 1099511628211ull;
  value = (value ^ size) * 1099511628211ull;
}

bool out_of_memory(int rc) { return (rc & 0xFF) == SQLITE_NOMEM || rc == SQLITE_IOERR_NOMEM; }

Db::Db(const std::string& path, bool with_netra, const char* vfs) {
  routines();
  const int rc = sqlite3_open_v2(path.c_str(), &db_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, vfs);
  if (rc != SQLITE_OK || !db_) {
    std::fprintf(stderr, "cannot open %s: %s\n", path.c_str(), db_ ? sqlite3_errmsg(db_) : "memory");
    if (!db_) std::abort();
  }
  sqlite3_extended_result_codes(db_, 1);
  if (with_netra && load() != SQLITE_OK) {
    std::fprintf(stderr, "cannot load Netra: %s\n", message_.c_str());
    std::exit(2);
  }
}

int Db::load() {
  const std::string path = module_path();
  char* text = nullptr;
  int rc;
  if (path.empty()) {
    rc = memory::within([&, api = routines()] { return start(db_, &text, api); });
  } else {
    sqlite3_db_config(db_, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 1, nullptr);
    rc = memory::within([&] { return sqlite3_load_extension(db_, path.c_str(), nullptr, &text); });
  }
  message_ = text ? text : "";
  sqlite3_free(text);
  return rc;
}

Db::~Db() {
  forget();
  if (sqlite3_close(db_) != SQLITE_OK) std::fprintf(stderr, "close: %s\n", sqlite3_errmsg(db_));
}

void Db::forget() {
  for (auto& [sql, statement] : kept_) sqlite3_finalize(statement);
  kept_.clear();
}

namespace {
constexpr size_t kLongestFirst = 4 << 20;  // a copy of a longer one would count as memory of the call
}

Answer Db::step(sqlite3_stmt* statement) {
  Answer answer;
  Digest digest;
  int rc;
  while ((rc = memory::within([&] { return sqlite3_step(statement); })) == SQLITE_ROW) {
    const int n = sqlite3_column_count(statement);
    for (int i = 0; i < n; ++i) {
      const int type = sqlite3_column_type(statement, i);
      digest.add(static_cast<int64_t>(type));
      if (type == SQLITE_INTEGER) {
        digest.add(static_cast<int64_t>(sqlite3_column_int64(statement, i)));
      } else if (type == SQLITE_FLOAT) {
        const double x = sqlite3_column_double(statement, i);
        digest.add(&x, sizeof x);
      } else if (type != SQLITE_NULL) {
        const void* const bytes = memory::within([&] { return type == SQLITE_BLOB ? sqlite3_column_blob(statement, i) : sqlite3_column_text(statement, i); });
        const int size = sqlite3_column_bytes(statement, i);
        if (!bytes && size > 0) rc = SQLITE_NOMEM;
        if (!bytes && type == SQLITE_TEXT) rc = SQLITE_NOMEM;
        if (bytes) digest.add(bytes, static_cast<size_t>(size));
      }
      if (answer.rows == 0 && i == 0 && type != SQLITE_NULL && type != SQLITE_BLOB) {
        const auto* text = sqlite3_column_text(statement, 0);
        const auto size = static_cast<size_t>(sqlite3_column_bytes(statement, 0));
        if (text && size <= kLongestFirst) answer.first.assign(reinterpret_cast<const char*>(text), size);
      }
    }
    if (rc == SQLITE_NOMEM) break;
    ++answer.rows;
  }
  if (rc == SQLITE_NOMEM) {
    sqlite3_reset(statement);
    answer.rc = SQLITE_NOMEM;
  } else {
    answer.rc = rc == SQLITE_DONE ? SQLITE_OK : rc;
    if (answer.rc != SQLITE_OK) answer.message = sqlite3_errmsg(db_);
    const int reset = sqlite3_reset(statement);
    if (answer.rc == SQLITE_OK) answer.rc = reset;
  }
  answer.digest = digest.value;
  return answer;
}

Answer Db::run(const std::string& sql) {
  Answer answer;
  const char* rest = sql.c_str();
  while (*rest && answer.rc == SQLITE_OK) {
    sqlite3_stmt* statement = nullptr;
    const int rc = memory::within([&] { return sqlite3_prepare_v2(db_, rest, -1, &statement, &rest); });
    if (rc != SQLITE_OK) {
      answer = {};
      answer.rc = rc;
      answer.message = sqlite3_errmsg(db_);
      return answer;
    }
    if (!statement) break;
    answer = step(statement);
    sqlite3_finalize(statement);
  }
  return answer;
}

sqlite3_stmt* Db::prepare(const std::string& sql, Answer& answer) {
  const auto found = kept_.find(sql);
  if (found != kept_.end()) return found->second;
  sqlite3_stmt* statement = nullptr;
  answer.rc = memory::within([&] { return sqlite3_prepare_v3(db_, sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr); });
  if (answer.rc != SQLITE_OK) {
    answer.message = sqlite3_errmsg(db_);
    return nullptr;
  }
  return kept_[sql] = statement;
}

Answer Db::run(const std::string& sql, std::string_view text) {
  Answer answer;
  sqlite3_stmt* const statement = prepare(sql, answer);
  if (!statement) return answer;
  answer.rc = memory::within([&] { return sqlite3_bind_text64(statement, 1, text.data() ? text.data() : "", text.size(), SQLITE_STATIC, SQLITE_UTF8); });
  if (answer.rc == SQLITE_RANGE) answer.rc = SQLITE_OK;  // no ?1
  if (answer.rc != SQLITE_OK) return answer;
  answer = step(statement);
  sqlite3_clear_bindings(statement);
  return answer;
}

Answer Db::run_blob(const std::string& sql, std::string_view bytes) {
  Answer answer;
  sqlite3_stmt* const statement = prepare(sql, answer);
  if (!statement) return answer;
  sqlite3_bind_blob64(statement, 1, bytes.data(), bytes.size(), SQLITE_STATIC);
  answer = step(statement);
  sqlite3_clear_bindings(statement);
  return answer;
}

void Db::flush() {
  for (const char* text : {"satu", "dua", "tiga", "empat", "lima", "enam"}) run("SELECT article_body(?1)", text);
}

namespace {

std::set<std::string> strings(Db& db, const char* sql) {
  std::set<std::string> out;
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(db.get(), sql, -1, &statement, nullptr) != SQLITE_OK) std::abort();
  while (sqlite3_step(statement) == SQLITE_ROW) out.insert(reinterpret_cast<const char*>(sqlite3_column_text(statement, 0)));
  sqlite3_finalize(statement);
  return out;
}

constexpr const char* kFunctions = "SELECT name || '/' || narg || '/' || flags FROM pragma_function_list";
constexpr const char* kModules = "SELECT name FROM pragma_module_list";
constexpr const char* kCollations = "SELECT name FROM pragma_collation_list";

Surface find_surface() {
  Db before(":memory:", false), after;
  Surface out;
  const auto minus = [&](const char* sql) {
    auto all = strings(after, sql);
    for (const auto& old : strings(before, sql)) all.erase(old);
    return all;
  };
  for (const auto& row : minus(kFunctions)) {
    const size_t a = row.find('/'), b = row.rfind('/');
    out.functions.push_back({row.substr(0, a), std::atoi(row.c_str() + a + 1), std::atoi(row.c_str() + b + 1)});
  }
  const auto modules = minus(kModules);
  for (const auto& name : modules) {
    Table table{name, {}, {}};
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(after.get(), ("SELECT name, hidden FROM pragma_table_xinfo('" + name + "')").c_str(), -1, &statement, nullptr);
    while (sqlite3_step(statement) == SQLITE_ROW) {
      const std::string column = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
      (sqlite3_column_int(statement, 1) == 1 ? table.parameters : table.columns).push_back(column);
    }
    sqlite3_finalize(statement);
    out.tables.push_back(table);
  }
  for (const auto& name : minus(kCollations)) out.collations.push_back(name);
  return out;
}

std::vector<Call> find_calls() {
  static const std::vector<std::string> kValues = {"'2024-11-27'", "'name'", "'type'", "'place'", "'all'", "'search'", "'en'",
                                                   "'pilkada'",    "'suara'", "8", "2024", "'stem both'",
                                                   "'[{\"kind\":\"office\",\"form\":\"Juragan\",\"unit\":\"Dinas \\\"C\\\"\"},{\"kind\":\"region\",\"form\":\"Bumi Anoa\",\"code\":\"74\"}]'",
                                                   "NULL"};
  std::vector<Call> out;
  Db db;
  auto sql_of = [](const std::string& name, bool table, const std::vector<std::string>& arguments) {
    std::string list;
    for (const auto& a : arguments) list += (list.empty() ? "" : ", ") + a;
    return (table ? "SELECT * FROM " : "SELECT ") + name + "(" + list + ")";
  };
  auto try_all = [&](const std::string& name, bool table, int n, const std::vector<std::string>& columns) {
    if (n == 0) {
      const std::string sql = sql_of(name, table, {});
      if (db.run(sql).rc == SQLITE_OK) out.push_back({name, sql, table, false, columns});
      return;
    }
    std::vector<std::string> arguments(static_cast<size_t>(n), "NULL");
    arguments[0] = "?1";
    auto works = [&] { return db.run(sql_of(name, table, arguments), sample()).rc == SQLITE_OK; };
    auto add = [&] { out.push_back({name, sql_of(name, table, arguments), table, true, columns}); };
    if (n == 1) {
      if (!works()) {  // wants a code or a date: the text is then an error that must name the function
        for (const auto& v : kValues) {
          arguments[0] = v;
          if (db.run(sql_of(name, table, arguments)).rc == SQLITE_OK) break;
        }
        out.push_back({name, sql_of(name, table, arguments), table, false, columns});
        arguments[0] = "?1";
      }
      add();
      return;
    }
    for (const std::string& v : kValues) {  // one value for the second, any for the rest
      arguments[1] = v;
      bool found = works();
      for (size_t i = 2; !found && i < arguments.size(); ++i)
        for (const std::string& w : kValues) {
          arguments[i] = w;
          if ((found = works())) break;
        }
      if (found) {
        add();
        break;
      }
    }
    arguments[1] = "?1";
    add();
    arguments[0] = "'2024-11-27'";  // functions of a date and something
    add();
  };
  for (const Function& f : surface().functions) {
    bool table = false;
    for (const Table& t : surface().tables) table = table || t.name == f.name;
    if (table || f.name == "highlight" || f.arguments < 0) continue;
    try_all(f.name, false, f.arguments, {});
  }
  for (const Table& t : surface().tables) {
    const int most = static_cast<int>(t.parameters.size());
    for (int n = 0; n <= most; ++n) {
      std::vector<std::string> nothing(static_cast<size_t>(n), "NULL");
      if (db.run(sql_of(t.name, true, nothing)).rc == SQLITE_OK) try_all(t.name, true, n, t.columns);
    }
  }
  return out;
}

}  // namespace

const Surface& surface() {
  static const Surface kSurface = find_surface();
  return kSurface;
}
const std::vector<Call>& calls() {
  static const std::vector<Call> kCalls = [] {
    std::vector<Call> list = find_calls();
    if (const char* const wanted = std::getenv("NETRA_CALLS")) std::erase_if(list, [wanted](const Call& c) { return c.sql.find(wanted) == std::string::npos; });
    return list;
  }();
  return kCalls;
}

std::string_view sample() {
  return "Bawaslu Ngawi Ingatkan ASN Netral pada Pilkada 2024\n\n"
         "NGAWI, netra.example \xE2\x80\x93 Penjabat (Pj.) Bupati Ngawi, Dra. Hj. Siti Aminah, M.Si., mengimbau aparatur sipil negara (ASN) "
         "tetap netral pada masa kampanye Pemilihan Bupati dan Wakil Bupati Ngawi, Rabu (23/10/2024).\n"
         "\xE2\x80\x9CPasal 71 ayat (1) Undang-Undang Nomor 10 Tahun 2016 melarang pejabat negara membuat keputusan yang menguntungkan salah "
         "satu pasangan calon,\xE2\x80\x9D kata Siti Aminah di Pendopo Kabupaten Ngawi, Jawa Timur.\n"
         "Ketua KPU Kabupaten Ngawi Budi Santoso mengatakan pemungutan suara digelar 27 November 2024 pukul 07.00 WIB. Menurut dia, rekapitulasi "
         "suara di tingkat kecamatan berlangsung sehari kemudian.\n"
         "Seorang camat diduga melanggar kode etik karena memberi 'like' pada unggahan calon; ia dijatuhi sanksi teguran tertulis dan denda "
         "Rp6.000.000 sesuai PP 94/2021. Undang-undang itu berlaku bagi KPU, DPRD, dan S.Pd. di \xE6\x9D\xB1\xE4\xBA\xAC.\n\n"
         "BACA JUGA: KPU Tetapkan DPT\n\nReporter: Andi\nEditor: Rina\n";
}

struct Tokenizer::Methods {
  fts5_tokenizer methods;
  void* context;
  Fts5Tokenizer* instance;
};

Tokenizer::Tokenizer(Db& db, const std::vector<const char*>& options) : methods_(new Methods{}) {
  fts5_api* api = nullptr;
  sqlite3_stmt* statement = nullptr;
  sqlite3_prepare_v2(db.get(), "SELECT fts5(?1)", -1, &statement, nullptr);
  sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
  sqlite3_step(statement);
  sqlite3_finalize(statement);
  create_rc_ = api ? api->xFindTokenizer(api, "indonesian", &methods_->context, &methods_->methods) : SQLITE_ERROR;
  if (create_rc_ != SQLITE_OK) return;
  auto list = options;
  create_rc_ = methods_->methods.xCreate(methods_->context, list.data(), static_cast<int>(list.size()), &methods_->instance);
}
Tokenizer::~Tokenizer() {
  if (methods_->instance) methods_->methods.xDelete(methods_->instance);
  delete methods_;
}
int Tokenizer::tokenize(int flags, std::string_view text, void* context, Callback callback) {
  return methods_->methods.xTokenize(methods_->instance, context, flags, text.data(), static_cast<int>(text.size()), callback);
}
std::vector<Token> Tokenizer::tokens(std::string_view text, int flags) {
  std::vector<Token> out;
  rc_ = tokenize(flags, text, &out, [](void* context, int token_flags, const char* token, int size, int start, int end) {
    static_cast<std::vector<Token>*>(context)->push_back(
        {std::string(token, static_cast<size_t>(size)), start, end, (token_flags & FTS5_TOKEN_COLOCATED) != 0});
    return SQLITE_OK;
  });
  return out;
}

std::string_view substr(std::string_view text, int64_t start, int64_t length) {
  auto skip = [&](size_t at) {
    const bool lead = static_cast<unsigned char>(text[at++]) >= 0xC0;
    while (lead && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
    return at;
  };
  size_t from = 0;
  for (int64_t i = 1; i < start && from < text.size(); ++i) from = skip(from);
  size_t to = from;
  for (int64_t i = 0; i < length && to < text.size(); ++i) to = skip(to);
  return text.substr(from, to - from);
}

bool on_boundary(std::string_view text, size_t at) {
  if (at == 0 || at >= text.size()) return at <= text.size();
  if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80) return true;
  size_t lead = at;
  while (lead > 0 && (static_cast<unsigned char>(text[lead]) & 0xC0) == 0x80) --lead;
  return static_cast<unsigned char>(text[lead]) < 0xC0;  // continuation bytes without a lead stand alone
}

bool valid_utf8(std::string_view s) {
  for (size_t i = 0; i < s.size();) {
    const auto c = static_cast<unsigned char>(s[i]);
    const size_t n = c < 0x80 ? 1 : c >= 0xC2 && c < 0xE0 ? 2 : c >= 0xE0 && c < 0xF0 ? 3 : c >= 0xF0 && c < 0xF5 ? 4 : 0;
    if (n == 0 || i + n > s.size()) return false;
    uint32_t cp = n == 1 ? c : c & (0xFFu >> (n + 1));
    for (size_t k = 1; k < n; ++k) {
      const auto d = static_cast<unsigned char>(s[i + k]);
      if ((d & 0xC0) != 0x80) return false;
      cp = cp << 6 | (d & 0x3F);
    }
    if ((n == 3 && (cp < 0x800 || (cp >= 0xD800 && cp <= 0xDFFF))) || (n == 4 && (cp < 0x10000 || cp > 0x10FFFF))) return false;
    i += n;
  }
  return true;
}

double cpu_seconds() {
  timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

}  // namespace host
