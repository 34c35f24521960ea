// Registers everything with one connection.
#ifndef NETRA_SQLITE_REGISTER_HPP
#define NETRA_SQLITE_REGISTER_HPP

struct sqlite3;
struct sqlite3_api_routines;

namespace netra::sqlite {

// The body of sqlite3_netra_init: SQLITE_OK, or an error code and a message (sqlite3_malloc) in *message.
int register_all(sqlite3* db, char** message, const sqlite3_api_routines* api) noexcept;

}  // namespace netra::sqlite

#endif
