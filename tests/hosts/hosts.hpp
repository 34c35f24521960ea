// The sections of netra_hosts and what they share.
#ifndef NETRA_TESTS_HOSTS_HPP
#define NETRA_TESTS_HOSTS_HPP

#include <cstdint>
#include <string>
#include <vector>

#include "support/host.hpp"
#include "support/report.hpp"
#include "support/sections.hpp"
#include "support/texts.hpp"

namespace hosts {

using host::Answer;
using host::Call;
using host::Db;
using host::Tokenizer;
using report::check;
using sections::where;

std::string temporary(const char* name);  // a path of this process
void remove_database(const std::string& path);
std::string read_file(const std::string& path);
std::vector<std::string> corpus();                     // the bundled articles
std::vector<std::string> many_texts(size_t articles);  // that many of them, and a text of every hostile class
// One number for everything there is to say about the texts, whatever their order.
uint64_t digest_all(const std::vector<std::string>& list, bool backwards);

// answers.cpp: the same answers everywhere
void section_hash();
void section_encodings();
void section_limit();
void section_golden();
// calls.cpp: what SQLite asks of functions
void section_interrupt();
void section_contract();
void section_refuse();
// processes.cpp: threads, connections, modules, processes
void section_start();
void section_threads();
void section_reload();
void section_second();
void section_kill();
// databases.cpp: databases that are damaged or met without Netra
void section_without();
void section_corrupt();

}  // namespace hosts

#endif
