// COLLATE indonesian.
#include "sqlite/collation.hpp"

#include <optional>

#include "text/icu.hpp"

namespace netra::sqlite {

namespace {

struct Order {
  explicit Order(sqlite3* database) : db(database) {}
  sqlite3* db;
  std::optional<text::Collator> collator;  // opened on first use: ICU takes its time
};

int compare(void* data, int left_size, const void* left, int right_size, const void* right) noexcept {
  auto* order = static_cast<Order*>(data);
  try {
    if (!order->collator) order->collator.emplace();
  } catch (...) {
    // A comparison cannot fail. Rather than sort by another order for once, which would spoil an index, stop the statement.
    sqlite3_interrupt(order->db);
    return 0;
  }
  return order->collator->compare({static_cast<const char*>(left), static_cast<size_t>(left_size)},
                                  {static_cast<const char*>(right), static_cast<size_t>(right_size)});
}

void destroy(void* data) noexcept { delete static_cast<Order*>(data); }

}  // namespace

int register_collation(sqlite3* db, std::string& failed) {
  auto* order = new Order(db);
  const int rc = sqlite3_create_collation_v2(db, "indonesian", SQLITE_UTF8, order, compare, destroy);
  if (rc != SQLITE_OK) {  // unlike functions, SQLite leaves the data to us
    delete order;
    failed = "collation indonesian";
  }
  return rc;
}

}  // namespace netra::sqlite
