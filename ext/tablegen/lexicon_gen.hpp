// Compiles the stemmer's tables (roots, protected, function_words, acronyms, reduplication, exceptions, variants .tsv).
#pragma once

#include <string>

namespace netra::tablegen {

// Reads the tables of data_dir, checks them and writes a C++ file with the compiled lexicon to out_path.
// Returns 0; on malformed rows prints `file:line: message` for each to stderr and returns 1.
int generate_lexicon(const std::string& data_dir, const std::string& out_path);

}  // namespace netra::tablegen
