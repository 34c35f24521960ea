// The two registration tables of SQL functions. A new scalar is one row in a kScalars table, a new table-valued function one row
// in a kTableFunctions table (scalars_*.cpp, tables_*.cpp), and one function beside its siblings.
#ifndef NETRA_SQLITE_FUNCTIONS_HPP
#define NETRA_SQLITE_FUNCTIONS_HPP

#include <algorithm>
#include <array>
#include <cassert>
#include <initializer_list>
#include <memory>
#include <span>
#include <vector>

#include "sqlite/call.hpp"

namespace netra::sqlite {

// Arguments before min are required; every arity from min to max is registered. A NULL first argument gives NULL before body
// is called (when there is one).
struct Scalar {
  const char* name;
  int min;
  int max;
  void (*body)(const Arguments&, Result&);
};

class RowSet {  // the rows of one call of a table-valued function; they may read its arguments, which outlive them
 public:
  virtual ~RowSet() = default;
  virtual size_t size() const = 0;
  virtual extract::Cell cell(size_t row, size_t column) const = 0;
};

struct ColumnName {
  const char* name;
  const char* declared;
};

// A short list in a table row: no memory is taken while an extension loads.
template <class T, size_t Most>
class ShortList {
 public:
  constexpr ShortList() = default;
  constexpr ShortList(std::initializer_list<T> items) {
    for (const T& item : items) push_back(item);
  }
  constexpr void push_back(const T& item) {
    assert(size_ < Most);
    items_[size_++] = item;
  }
  constexpr size_t size() const noexcept { return size_; }
  constexpr const T* begin() const noexcept { return items_.data(); }
  constexpr const T* end() const noexcept { return items_.data() + size_; }
  constexpr const T& operator[](size_t i) const noexcept { return items_[i]; }

 private:
  std::array<T, Most> items_{};
  size_t size_ = 0;
};
using ColumnNames = ShortList<ColumnName, 24>;

struct TableFunction {
  const char* name;
  ColumnNames columns;                   // what it gives
  ShortList<const char*, 4> parameters;  // hidden columns, in the order of the arguments
  int required;                         // so many of them must be given
  std::unique_ptr<RowSet> (*open)(const Arguments&);  // a required argument that is NULL gives no rows before open is called
};

int register_scalars(sqlite3* db, std::span<const Scalar> scalars, Connection& connection, std::string& failed);
int register_table_functions(sqlite3* db, std::span<const TableFunction> functions, Connection& connection, std::string& failed);

// The tables, one for each family of names.
std::span<const Scalar> meta_scalars();
std::span<const Scalar> language_scalars();
std::span<const Scalar> morphology_scalars();
std::span<const Scalar> article_scalars();
std::span<const Scalar> extract_scalars();
std::span<const Scalar> fact_scalars();
std::span<const Scalar> people_scalars();
std::span<const Scalar> election_scalars();
std::span<const TableFunction> language_tables();
std::span<const TableFunction> morphology_tables();
std::span<const TableFunction> article_tables();
std::span<const TableFunction> extract_tables();
std::span<const TableFunction> fact_tables();
std::span<const TableFunction> people_tables();
std::span<const TableFunction> election_tables();

// Rows of records over an analysed text: those the analysis keeps, or some of this call alone. Kept: their list, by reference or as a view.
template <class Record, class Kept = std::span<const Record>>
class RecordRows : public RowSet {
 public:
  RecordRows(std::shared_ptr<extract::Analysis> analysis, Kept kept, std::span<const extract::Field<Record>> fields)
      : analysis_(std::move(analysis)), records_(kept), fields_(fields) {}
  RecordRows(std::shared_ptr<extract::Analysis> analysis, std::vector<Record> own, std::span<const extract::Field<Record>> fields)
      : analysis_(std::move(analysis)), own_(std::move(own)), records_(own_), fields_(fields) {}
  size_t size() const override { return records_.size(); }
  extract::Cell cell(size_t row, size_t column) const override {
    return fields_[column].get(records_[row], analysis_->document());
  }

 private:
  std::shared_ptr<extract::Analysis> analysis_;
  std::vector<Record> own_;
  Kept records_;
  std::span<const extract::Field<Record>> fields_;
};

// Of records that the analysis keeps those that are mentions, and not only context.
template <class Record, class Kept>
class ListedRows : public RowSet {
 public:
  ListedRows(std::shared_ptr<extract::Analysis> analysis, Kept kept, std::span<const extract::Field<Record>> fields)
      : analysis_(std::move(analysis)), kept_(kept), fields_(fields) {
    rows_.reserve(static_cast<size_t>(std::count_if(kept_.begin(), kept_.end(), [](const Record& record) { return record.listed; })));
    for (uint32_t i = 0; i < kept_.size(); ++i)
      if (kept_[i].listed) rows_.push_back(i);
  }
  size_t size() const override { return rows_.size(); }
  extract::Cell cell(size_t row, size_t column) const override { return fields_[column].get(kept_[rows_[row]], analysis_->document()); }

 private:
  std::shared_ptr<extract::Analysis> analysis_;
  Kept kept_;
  std::vector<uint32_t> rows_;  // their places in kept_
  std::span<const extract::Field<Record>> fields_;
};

template <class Record>
ColumnNames columns_of(std::span<const extract::Field<Record>> fields) {
  ColumnNames columns;
  for (const auto& field : fields) columns.push_back({field.name, field.declared});
  return columns;
}

// The field that argument `at` names, null when none is given. Asked before any work, so that a typing error is told even for a text
// without a record.
template <class Record>
const extract::Field<Record>* field_argument(const Arguments& arguments, int at, std::span<const extract::Field<Record>> fields) {
  const auto name = arguments.text(at);
  if (!name) return nullptr;
  std::string allowed;
  for (const auto& field : fields) {
    if (*name == field.name) return &field;
    allowed += (allowed.empty() ? "" : ", ") + std::string(field.name);
  }
  arguments.fail(*name, "a field", allowed);
}

// Result of a scalar that gives one record: that field of it, or all as JSON.
template <class Record>
void record_result(const extract::Field<Record>* field, Result& result, const Record& record, const extract::Document& document,
                   std::span<const extract::Field<Record>> fields) {
  field ? result.cell(field->get(record, document)) : result.json(extract::to_json(record, document, fields));
}

}  // namespace netra::sqlite

#endif
