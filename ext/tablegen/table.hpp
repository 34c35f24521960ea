// Reads and checks one .tsv table. Format: UTF-8, tab-separated, '#' comment lines, the first other line names the columns,
// '-' is an empty cell. Every fault is reported as file:line: message; the build stops after all tables were read.
#ifndef NETRA_TABLEGEN_TABLE_HPP
#define NETRA_TABLEGEN_TABLE_HPP

#include <string>
#include <vector>

namespace netra::tablegen {

enum class Type {
  text,     // any text, not empty
  optional,  // any text or '-'
  number,   // decimal integer, '-' = 0
  flag,     // 0 or 1
  date,     // YYYY-MM-DD or '-'
  code,     // one of the names of a C++ enum
  forms,    // surface forms separated by '|'; '^x' asks for a capital, '!X' for upper case in the text
};

struct Column {
  std::string name;
  Type type = Type::text;
  std::string enum_type = {};             // code: C++ type, e.g. "Level"
  std::vector<std::string> values = {};   // code: allowed cells
  std::string refers_to = {};             // "regions.code": the cell must be a value of that table's column
};

struct Spec {
  std::string file;      // "regions.tsv"
  std::string row_type;  // C++ struct in data/tables.hpp, fields in column order
  std::string variable;  // C++ name of the table
  std::string kind;      // extract::Kind of its forms; empty when it has none
  std::vector<Column> columns;
  bool unique_key = true;  // the first column has no duplicates
};

struct Row {
  int line;
  std::vector<std::string> cells;
};

struct Table {
  const Spec* spec;
  std::vector<Row> rows;
};

extern const std::vector<Spec> kSpecs;  // specs.cpp

class Faults {
 public:
  void add(const std::string& file, int line, const std::string& message);
  int count() const { return count_; }

 private:
  int count_ = 0;
};

Table read_table(const std::string& directory, const Spec& spec, Faults& faults);
void check_references(const std::vector<Table>& tables, Faults& faults);

std::vector<std::string> split(const std::string& text, char separator);

// Lines of a tsv file without comments and blank lines, cut at tabs. Shared with the lexicon compiler.
std::vector<Row> read_rows(const std::string& path, const std::string& file, Faults& faults);

// The C++ source of the tables and of the gazetteer.
std::string write_tables(const std::vector<Table>& tables);
std::string write_gazetteer(const std::vector<Table>& tables, Faults& faults);

}  // namespace netra::tablegen

#endif
