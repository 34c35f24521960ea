// The FTS5 tokenizer `indonesian`.
#ifndef NETRA_SQLITE_TOKENIZER_HPP
#define NETRA_SQLITE_TOKENIZER_HPP

#include <string>

#include "sqlite/connection.hpp"

namespace netra::sqlite {

// Registers the tokenizer and the auxiliary functions with FTS5. A SQLite without FTS5 is no fault: the rest of Netra works.
int register_tokenizer(Connection& connection, std::string& failed);

}  // namespace netra::sqlite

#endif
