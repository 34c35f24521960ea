#include "sqlite/connection.hpp"

namespace netra::sqlite {

void Connection::release(void* self) noexcept {
  auto* connection = static_cast<Connection*>(self);
  if (--connection->references_ == 0) delete connection;
}

bool Connection::interrupted([[maybe_unused]] void* self) noexcept {
#if SQLITE_VERSION_NUMBER >= 3041000
  // sqlite3_is_interrupted() came with 3.41; the host may be older than the headers.
  if (sqlite3_libversion_number() >= 3041000) return sqlite3_is_interrupted(static_cast<Connection*>(self)->db_) != 0;
#endif
  return false;
}

std::shared_ptr<extract::Analysis> Connection::analysis(std::string_view text) {
  for (const auto& cached : cache_)
    if (cached && cached->text() == text) return cached;
  auto fresh = std::make_shared<extract::Analysis>(text, poll());
  if (text.size() <= kLargestCached) {
    cache_[next_] = fresh;
    next_ = (next_ + 1) % kCached;
  }
  return fresh;
}

}  // namespace netra::sqlite
