// What Netra keeps per connection: the last analysed texts, the stems of words met, and the collator. Nothing here changes an
// answer; SQLite serialises the calls of one connection, so no lock is needed.
#ifndef NETRA_SQLITE_CONNECTION_HPP
#define NETRA_SQLITE_CONNECTION_HPP

#include <array>
#include <memory>
#include <string_view>

#include "extract/analysis.hpp"
#include "search/tokenizer.hpp"
#include "sqlite/api.hpp"

namespace netra::sqlite {

// Has the host asked this connection to stop? Always false before SQLite 3.41, which cannot tell.
bool interrupted(sqlite3* db) noexcept;

class Connection {
 public:
  explicit Connection(sqlite3* db) : db_(db) {}

  // Shared by every registration of one connection; the last one to be dropped frees it.
  void retain() noexcept { ++references_; }
  static void release(void* self) noexcept;

  sqlite3* db() const noexcept { return db_; }
  search::SurfaceCache& words() noexcept { return words_; }  // of all its tokenizers
  extract::Poll poll() noexcept { return {&Connection::stopped, this}; }

  // The analysis of a text, from the cache when the same text was asked for just before with the same lexicon. That of a text too
  // long for the cache reads the argument itself: it must be dropped before the argument is.
  std::shared_ptr<extract::Analysis> analysis(std::string_view text, std::shared_ptr<const extract::Lexicon> lexicon = {});
  // Users' own entries; the last ones are kept. Throws extract::LexiconFault.
  std::shared_ptr<const extract::Lexicon> lexicon(std::string_view json);

 private:
  static bool stopped(void* self) noexcept { return interrupted(static_cast<Connection*>(self)->db_); }

  static constexpr size_t kCached = 4;             // texts: one row's columns
  static constexpr size_t kLargestCached = 1 << 20;  // bytes
  sqlite3* db_;
  int references_ = 0;
  std::array<std::shared_ptr<extract::Analysis>, kCached> cache_;
  size_t next_ = 0;
  search::SurfaceCache words_;
  std::shared_ptr<const extract::Lexicon> lexicon_;
};

}  // namespace netra::sqlite

#endif
