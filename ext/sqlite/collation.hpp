// The collation `indonesian`: ICU's order for Indonesian, without regard to case and accents.
#ifndef NETRA_SQLITE_COLLATION_HPP
#define NETRA_SQLITE_COLLATION_HPP

#include <string>

#include "sqlite/api.hpp"

namespace netra::sqlite {

int register_collation(sqlite3* db, std::string& failed);

}  // namespace netra::sqlite

#endif
