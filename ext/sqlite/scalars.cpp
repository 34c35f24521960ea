// Registers scalar functions and runs their bodies.
#include "sqlite/functions.hpp"

namespace netra::sqlite {

namespace {

struct Binding {  // what SQLite hands back with every call
  const Scalar* scalar;
  Connection* connection;
};

void destroy(void* data) noexcept {
  auto* binding = static_cast<Binding*>(data);
  Connection::release(binding->connection);
  delete binding;
}

void call(sqlite3_context* context, int count, sqlite3_value** values) noexcept {
  guarded(context, [&] {
    const auto* binding = static_cast<const Binding*>(sqlite3_user_data(context));
    const Arguments arguments(binding->scalar->name, count, values, *binding->connection);
    Result result(context);
    if (count > 0 && arguments.is_null(0)) return result.null();
    binding->scalar->body(arguments, result);
  });
}

}  // namespace

int register_scalars(sqlite3* db, std::span<const Scalar> scalars, Connection& connection, std::string& failed) {
  constexpr int kFlags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS | SQLITE_RESULT_SUBTYPE;
  for (const Scalar& scalar : scalars)
    for (int arity = scalar.min; arity <= scalar.max; ++arity) {
      auto* binding = new Binding{&scalar, &connection};
      connection.retain();
      // On failure SQLite has already called destroy.
      const int rc = sqlite3_create_function_v2(db, scalar.name, arity, kFlags, binding, call, nullptr, nullptr, destroy);
      if (rc != SQLITE_OK) {
        failed = scalar.name;
        return rc;
      }
    }
  return SQLITE_OK;
}

}  // namespace netra::sqlite
