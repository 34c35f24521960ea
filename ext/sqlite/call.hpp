// One call of an SQL function: arguments in, result out, faults as exceptions that the trampoline turns into SQLite errors.
#ifndef NETRA_SQLITE_CALL_HPP
#define NETRA_SQLITE_CALL_HPP

#include <optional>
#include <string>
#include <string_view>

#include "extract/record.hpp"
#include "sqlite/api.hpp"
#include "sqlite/connection.hpp"

namespace netra::sqlite {

// A fault of the user's: wrong type, option, field or date. The message names the function, the value and what is allowed.
struct UserError {
  std::string message;
};

std::string quoted(std::string_view text);  // 'text', shortened to 40 characters, for messages

// Arguments of a scalar or table-valued function; positions count from 0.
class Arguments {
 public:
  Arguments(const char* function, int count, sqlite3_value** values, Connection& connection)
      : function_(function), count_(count), values_(values), connection_(connection) {}

  const char* function() const noexcept { return function_; }
  Connection& connection() const noexcept { return connection_; }
  int count() const noexcept { return count_; }
  bool is_null(int i) const noexcept;  // also when the argument is missing

  // Text of the argument (numbers as SQLite writes them), or nothing for NULL or a missing argument. A BLOB is a UserError.
  std::optional<std::string_view> text(int i) const;
  std::optional<int64_t> integer(int i) const;
  // Of the text in argument 0, which must not be NULL. To be asked for after the other arguments are read: the analysis of a long
  // text goes on reading it where it is (connection.hpp).
  std::shared_ptr<extract::Analysis> analysis(std::shared_ptr<const extract::Lexicon> lexicon = {}) const {
    return connection_.analysis(*text(0), std::move(lexicon));
  }

  // "name(): 'value' is not <what>; allowed: <allowed>"
  [[noreturn]] void fail(std::string_view value, std::string_view what, std::string_view allowed) const;

 private:
  const char* function_;
  int count_;
  sqlite3_value** values_;
  Connection& connection_;
};

class Result {
 public:
  explicit Result(sqlite3_context* context) noexcept : context_(context) {}
  void null() noexcept { sqlite3_result_null(context_); }
  void integer(int64_t value) noexcept { sqlite3_result_int64(context_, value); }
  void real(double value) noexcept { sqlite3_result_double(context_, value); }
  void text(std::string_view value) noexcept {
    sqlite3_result_text64(context_, value.data() ? value.data() : "", value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  }
  void json(std::string_view value) noexcept {
    text(value);
    sqlite3_result_subtype(context_, 'J');
  }
  void cell(const extract::Cell& cell) noexcept;

 private:
  sqlite3_context* context_;
};

// Runs body and turns what it throws into an error of the context. Nothing is ever thrown through SQLite's C frames.
template <class Body>
void guarded(sqlite3_context* context, Body&& body) noexcept {
  try {
    body();
  } catch (const UserError& error) {
    sqlite3_result_error(context, error.message.c_str(), static_cast<int>(error.message.size()));
  } catch (const std::bad_alloc&) {
    sqlite3_result_error_nomem(context);
  } catch (const extract::Interrupted&) {
    sqlite3_result_error_code(context, SQLITE_INTERRUPT);
  } catch (...) {
    sqlite3_result_error(context, "netra: internal error", -1);
  }
}

}  // namespace netra::sqlite

#endif
