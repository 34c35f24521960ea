#include "tablegen/table.hpp"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <set>

#include "text/utf8.hpp"

namespace netra::tablegen {

void Faults::add(const std::string& file, int line, const std::string& message) {
  std::fprintf(stderr, "%s:%d: %s\n", file.c_str(), line, message.c_str());
  ++count_;
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == separator)
      parts.emplace_back();
    else
      parts.back() += c;
  }
  return parts;
}

std::vector<Row> read_rows(const std::string& path, const std::string& file, Faults& faults) {
  std::ifstream in(path, std::ios::binary);
  if (!in) faults.add(file, 0, "cannot be read");
  std::vector<Row> rows;
  std::string text;
  for (int line = 1; std::getline(in, text); ++line) {
    if (text.empty() || text[0] == '#') continue;
    for (const char* p = text.data(); p < text.data() + text.size();) {
      const auto c = text::decode(p, text.data() + text.size());
      if (c.cp == text::kInvalid || c.cp == '\r') {
        faults.add(file, line, "malformed UTF-8 or carriage return");
        break;
      }
      p += c.size;
    }
    rows.push_back({line, split(text, '\t')});
  }
  return rows;
}

namespace {

bool is_date(const std::string& cell) {
  if (cell.size() != 10 || cell[4] != '-' || cell[7] != '-') return false;
  for (const size_t i : {0, 1, 2, 3, 5, 6, 8, 9})
    if (cell[i] < '0' || cell[i] > '9') return false;
  return cell.substr(5, 2) >= "01" && cell.substr(5, 2) <= "12" && cell.substr(8) >= "01" && cell.substr(8) <= "31";
}

std::string fault_of(const Column& column, const std::string& cell) {
  const bool empty = cell == "-" || cell.empty();
  switch (column.type) {
    case Type::text:
    case Type::forms:
      return empty ? "must not be empty" : "";
    case Type::optional:
      return cell.empty() ? "an empty cell is written '-'" : "";
    case Type::number:
      return cell == "-" || (!cell.empty() && cell.find_first_not_of("0123456789") == std::string::npos) ? "" : "is not a number";
    case Type::flag:
      return cell == "0" || cell == "1" ? "" : "is not 0 or 1";
    case Type::date:
      return cell == "-" || is_date(cell) ? "" : "is not a date YYYY-MM-DD";
    case Type::code: {
      if (std::find(column.values.begin(), column.values.end(), cell) != column.values.end()) return "";
      std::string allowed;
      for (const auto& v : column.values) allowed += (allowed.empty() ? "" : ", ") + v;
      return "is not one of: " + allowed;
    }
  }
  return "";
}

}  // namespace

Table read_table(const std::string& directory, const Spec& spec, Faults& faults) {
  Table table{&spec, read_rows(directory + "/" + spec.file, spec.file, faults)};
  if (table.rows.empty()) {
    faults.add(spec.file, 0, "has no rows");
    return table;
  }
  std::vector<std::string> names;
  for (const auto& column : spec.columns) names.push_back(column.name);
  if (table.rows.front().cells != names) {
    std::string wanted;
    for (const auto& name : names) wanted += (wanted.empty() ? "" : " ") + name;
    faults.add(spec.file, table.rows.front().line, "the first line must name the columns: " + wanted);
  }
  table.rows.erase(table.rows.begin());
  std::map<std::string, int> seen;
  for (const auto& row : table.rows) {
    if (row.cells.size() != spec.columns.size()) {
      faults.add(spec.file, row.line,
                 std::to_string(row.cells.size()) + " cells, " + std::to_string(spec.columns.size()) + " columns");
      continue;
    }
    for (size_t i = 0; i < row.cells.size(); ++i) {
      const std::string& cell = row.cells[i];
      if (cell.size() > 1 && (cell.front() == ' ' || cell.back() == ' '))
        faults.add(spec.file, row.line, "column " + spec.columns[i].name + ": blank before or after '" + cell + "'");
      const std::string fault = fault_of(spec.columns[i], cell);
      if (!fault.empty()) faults.add(spec.file, row.line, "column " + spec.columns[i].name + ": '" + cell + "' " + fault);
    }
    const auto [at, inserted] = seen.emplace(row.cells[0], row.line);
    if (spec.unique_key && !inserted)
      faults.add(spec.file, row.line, "'" + row.cells[0] + "' stands already in line " + std::to_string(at->second));
  }
  if (table.rows.size() > 65535) faults.add(spec.file, 0, "has more than 65,535 rows");
  return table;
}

void check_references(const std::vector<Table>& tables, Faults& faults) {
  std::map<std::string, std::set<std::string>> values;  // "regions.code" -> its cells
  for (const auto& table : tables)
    for (size_t i = 0; i < table.spec->columns.size(); ++i)
      for (const auto& row : table.rows)
        if (i < row.cells.size()) values[table.spec->variable + "." + table.spec->columns[i].name].insert(row.cells[i]);
  for (const auto& table : tables)
    for (size_t i = 0; i < table.spec->columns.size(); ++i) {
      const Column& column = table.spec->columns[i];
      if (column.refers_to.empty()) continue;
      for (const auto& row : table.rows)
        if (i < row.cells.size() && row.cells[i] != "-" && !values[column.refers_to].count(row.cells[i]))
          faults.add(table.spec->file, row.line, "column " + column.name + ": '" + row.cells[i] + "' is not in " + column.refers_to);
    }
}

}  // namespace netra::tablegen
