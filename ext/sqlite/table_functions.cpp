// One virtual table module for all table-valued functions: eponymous only, arguments as hidden columns.
#include <array>
#include <utility>

#include "sqlite/functions.hpp"

namespace netra::sqlite {

namespace {

struct Binding {
  const TableFunction* function;
  Connection* connection;
};

struct Table : sqlite3_vtab {
  const Binding* binding;
};

struct Cursor : sqlite3_vtab_cursor {
  std::unique_ptr<RowSet> rows;
  size_t at = 0;
  std::array<sqlite3_value*, 4> arguments{};  // by parameter; null when not given; kept for reading the hidden columns back

  void clear() noexcept {
    rows.reset();  // before the arguments: rows of a long text read it there
    for (sqlite3_value*& value : arguments) sqlite3_value_free(std::exchange(value, nullptr));
    at = 0;
  }
};

// SQLITE_ERROR with that message, or SQLITE_NOMEM when there is no room for it.
int set_error(sqlite3_vtab* table, const char* message) noexcept {
  sqlite3_free(table->zErrMsg);
  table->zErrMsg = sqlite3_mprintf("%s", message);
  return table->zErrMsg ? SQLITE_ERROR : SQLITE_NOMEM;
}

template <class Body>
int guarded_code(sqlite3_vtab* table, Body&& body) noexcept {
  try {
    return body();
  } catch (const UserError& error) {
    return set_error(table, error.message.c_str());
  } catch (const std::bad_alloc&) {
    return SQLITE_NOMEM;
  } catch (const extract::Interrupted&) {
    return SQLITE_INTERRUPT;
  } catch (...) {
    return set_error(table, "netra: internal error");
  }
}

int connect(sqlite3* db, void* data, int, const char* const*, sqlite3_vtab** out, char**) noexcept {
  const auto* binding = static_cast<const Binding*>(data);
  try {
    std::string sql = "CREATE TABLE x(";
    for (const ColumnName& column : binding->function->columns) {
      if (sql.back() != '(') sql += ", ";
      sql += std::string("\"") + column.name + "\" " + (std::string_view(column.declared) == "JSON" ? "TEXT" : column.declared);
    }
    for (const char* parameter : binding->function->parameters) sql += std::string(", \"") + parameter + "\" HIDDEN";
    const int rc = sqlite3_declare_vtab(db, (sql + ")").c_str());
    if (rc != SQLITE_OK) return rc;
    sqlite3_vtab_config(db, SQLITE_VTAB_INNOCUOUS);
    auto* table = new Table{};
    table->binding = binding;
    *out = table;
    return SQLITE_OK;
  } catch (...) {
    return SQLITE_NOMEM;
  }
}

int disconnect(sqlite3_vtab* table) noexcept {
  delete static_cast<Table*>(table);
  return SQLITE_OK;
}

int open(sqlite3_vtab*, sqlite3_vtab_cursor** out) noexcept {
  auto* cursor = new (std::nothrow) Cursor{};
  if (!cursor) return SQLITE_NOMEM;
  *out = cursor;
  return SQLITE_OK;
}

int close(sqlite3_vtab_cursor* base) noexcept {
  auto* cursor = static_cast<Cursor*>(base);
  cursor->clear();
  delete cursor;
  return SQLITE_OK;
}

// idxNum: bit i set = parameter i is given, values in parameter order.
int best_index(sqlite3_vtab* base, sqlite3_index_info* info) noexcept {
  const TableFunction& function = *static_cast<Table*>(base)->binding->function;
  const int visible = static_cast<int>(function.columns.size());
  const int parameters = static_cast<int>(function.parameters.size());
  int given = 0;
  for (int p = 0; p < parameters; ++p) {
    bool unusable = false;
    for (int i = 0; i < info->nConstraint; ++i) {
      const auto& constraint = info->aConstraint[i];
      if (constraint.iColumn != visible + p || constraint.op != SQLITE_INDEX_CONSTRAINT_EQ) continue;
      if (!constraint.usable) {
        unusable = true;
      } else if (!(given >> p & 1)) {
        given |= 1 << p;
        info->aConstraintUsage[i].argvIndex = 1;  // numbered below
        info->aConstraintUsage[i].omit = 1;
      }
    }
    if (!(given >> p & 1) && unusable) return SQLITE_CONSTRAINT;  // the planner must try another join order
    if (!(given >> p & 1) && p < function.required) {
      sqlite3_free(base->zErrMsg);
      base->zErrMsg = sqlite3_mprintf("%s(): argument %d (%s) is missing", function.name, p + 1, function.parameters[static_cast<size_t>(p)]);
      return base->zErrMsg ? SQLITE_ERROR : SQLITE_NOMEM;
    }
  }
  int next = 1;
  for (int p = 0; p < parameters; ++p)
    for (int i = 0; i < info->nConstraint; ++i)
      if (info->aConstraint[i].iColumn == visible + p && info->aConstraintUsage[i].argvIndex != 0)
        info->aConstraintUsage[i].argvIndex = next++;
  info->idxNum = given;
  info->estimatedCost = function.required > 0 ? 1000 : 100;
  info->estimatedRows = 10;
  return SQLITE_OK;
}

int filter(sqlite3_vtab_cursor* base, int given, const char*, int count, sqlite3_value** values) noexcept {
  auto* cursor = static_cast<Cursor*>(base);
  const Binding& binding = *static_cast<Table*>(base->pVtab)->binding;
  const TableFunction& function = *binding.function;
  return guarded_code(base->pVtab, [&] {
    cursor->clear();
    int taken = 0;
    for (size_t p = 0; p < function.parameters.size() && taken < count; ++p) {
      if (!(given >> p & 1)) continue;
      cursor->arguments[p] = sqlite3_value_dup(values[taken++]);
      if (!cursor->arguments[p]) return SQLITE_NOMEM;
    }
    const Arguments call(function.name, static_cast<int>(function.parameters.size()), cursor->arguments.data(), *binding.connection);
    for (int p = 0; p < function.required; ++p)
      if (call.is_null(p)) return SQLITE_OK;
    cursor->rows = function.open(call);
    return SQLITE_OK;
  });
}

int next(sqlite3_vtab_cursor* base) noexcept {
  ++static_cast<Cursor*>(base)->at;
  return SQLITE_OK;
}

int eof(sqlite3_vtab_cursor* base) noexcept {
  const auto* cursor = static_cast<Cursor*>(base);
  return !cursor->rows || cursor->at >= cursor->rows->size();
}

int column(sqlite3_vtab_cursor* base, sqlite3_context* context, int n) noexcept {
  const auto* cursor = static_cast<Cursor*>(base);
  const auto visible = static_cast<int>(static_cast<Table*>(base->pVtab)->binding->function->columns.size());
  if (n >= visible) {
    sqlite3_value* value = cursor->arguments[static_cast<size_t>(n - visible)];
    if (value) sqlite3_result_value(context, value);
    return SQLITE_OK;
  }
  guarded(context, [&] { Result(context).cell(cursor->rows->cell(cursor->at, static_cast<size_t>(n))); });
  return SQLITE_OK;
}

int rowid(sqlite3_vtab_cursor* base, sqlite3_int64* out) noexcept {
  *out = static_cast<sqlite3_int64>(static_cast<Cursor*>(base)->at) + 1;
  return SQLITE_OK;
}

constexpr sqlite3_module make_module() {
  sqlite3_module module{};
  module.iVersion = 0;
  module.xConnect = connect;  // xCreate stays null: eponymous only
  module.xBestIndex = best_index;
  module.xDisconnect = disconnect;
  module.xOpen = open;
  module.xClose = close;
  module.xFilter = filter;
  module.xNext = next;
  module.xEof = eof;
  module.xColumn = column;
  module.xRowid = rowid;
  return module;
}
constexpr sqlite3_module kModule = make_module();

void destroy(void* data) noexcept {
  auto* binding = static_cast<Binding*>(data);
  Connection::release(binding->connection);
  delete binding;
}

}  // namespace

int register_table_functions(sqlite3* db, std::span<const TableFunction> functions, Connection& connection, std::string& failed) {
  for (const TableFunction& function : functions) {
    auto* binding = new Binding{&function, &connection};
    connection.retain();
    const int rc = sqlite3_create_module_v2(db, function.name, &kModule, binding, destroy);
    if (rc != SQLITE_OK) {
      failed = function.name;
      return rc;
    }
  }
  return SQLITE_OK;
}

}  // namespace netra::sqlite
