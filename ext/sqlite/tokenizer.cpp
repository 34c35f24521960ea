#include "sqlite/tokenizer.hpp"
namespace netra::sqlite { int register_tokenizer(sqlite3*, std::string&) { return SQLITE_OK; } }
