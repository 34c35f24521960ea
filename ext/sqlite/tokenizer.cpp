#include "sqlite/tokenizer.hpp"

#include <new>

#include "search/tokenizer.hpp"

namespace netra::sqlite {

namespace {

constexpr unsigned kPollEvery = 1 << 12;  // tokens between two looks at the host's interrupt flag

struct Instance {
  Instance(const search::Options& options, Connection& host) noexcept : tokenizer(options, &host.words()), connection(host) {
    connection.retain();
    tokenizer.watch({[](void* db) { return interrupted(static_cast<sqlite3*>(db)); }, host.db()});
  }
  ~Instance() { Connection::release(&connection); }
  search::Tokenizer tokenizer;
  Connection& connection;
};

// 'indonesian [stem both|root|off] [diacritics remove|keep] [rules 1]'. The arguments do not outlive the call.
int create(void* connection, const char** arguments, int count, Fts5Tokenizer** out) noexcept {
  search::Options options;
  *out = nullptr;
  if (count % 2 != 0) return SQLITE_ERROR;
  for (int i = 0; i < count; i += 2)
    if (!search::set_option(options, arguments[i], arguments[i + 1])) return SQLITE_ERROR;
  void* const memory = sqlite3_malloc64(sizeof(Instance));
  if (!memory) return SQLITE_NOMEM;
  *out = reinterpret_cast<Fts5Tokenizer*>(new (memory) Instance(options, *static_cast<Connection*>(connection)));
  return SQLITE_OK;
}

void destroy(Fts5Tokenizer* self) noexcept {
  if (!self) return;
  auto* const instance = reinterpret_cast<Instance*>(self);
  instance->~Instance();
  sqlite3_free(instance);
}

using TokenCallback = int (*)(void*, int, const char*, int, int, int);

int tokenize(Fts5Tokenizer* self, void* context, int flags, const char* text, int size, TokenCallback callback) noexcept {
  if (!text || size <= 0) return SQLITE_OK;
  auto* const instance = reinterpret_cast<Instance*>(self);
  unsigned tokens = 0;
  auto sink = [context, callback, &tokens, db = instance->connection.db()](const char* token, size_t length, size_t start, size_t end, bool colocated) {
    if (++tokens % kPollEvery == 0 && interrupted(db)) [[unlikely]] return SQLITE_INTERRUPT;
    return callback(context, colocated ? FTS5_TOKEN_COLOCATED : 0, token, static_cast<int>(length), static_cast<int>(start),
                    static_cast<int>(end));
  };
  const std::string_view bytes(text, static_cast<size_t>(size));
  const int rc = flags & FTS5_TOKENIZE_QUERY ? instance->tokenizer.query(bytes, (flags & FTS5_TOKENIZE_PREFIX) != 0, sink)
                                             : instance->tokenizer.document(bytes, sink);
  if (rc != SQLITE_OK) return rc == SQLITE_DONE ? SQLITE_OK : rc;
  if (instance->tokenizer.stopped()) return SQLITE_INTERRUPT;
  return instance->tokenizer.failed() ? SQLITE_NOMEM : SQLITE_OK;
}

// FTS5's own interface, or null when this SQLite was built without it. *rc tells any other fault.
fts5_api* fts5(sqlite3* db, int* rc) noexcept {
  fts5_api* api = nullptr;
  sqlite3_stmt* statement = nullptr;
  *rc = sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &statement, nullptr);
  if (*rc == SQLITE_ERROR) {  // no such function
    *rc = SQLITE_OK;
    return nullptr;
  }
  if (*rc != SQLITE_OK) return nullptr;
  sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
  sqlite3_step(statement);
  *rc = sqlite3_finalize(statement);
  return *rc == SQLITE_OK ? api : nullptr;
}

}  // namespace

int register_tokenizer(Connection& connection, std::string& failed) {
  int rc = SQLITE_OK;
  fts5_api* const api = fts5(connection.db(), &rc);
  if (rc != SQLITE_OK) failed = "tokenizer indonesian (cannot reach FTS5)";
  if (!api) return rc;
  // Version 1 of the interface is served by every SQLite from 3.40 to the newest.
  fts5_tokenizer methods{create, destroy, tokenize};
  connection.retain();
  rc = api->xCreateTokenizer(api, "indonesian", &connection, &methods, &Connection::release);
  if (rc != SQLITE_OK) {  // then FTS5 keeps nothing
    Connection::release(&connection);
    failed = "tokenizer indonesian";
  }
  return rc;
}

}  // namespace netra::sqlite
