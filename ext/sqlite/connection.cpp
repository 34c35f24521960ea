#include "sqlite/connection.hpp"

namespace netra::sqlite {

void Connection::release(void* self) noexcept {
  auto* connection = static_cast<Connection*>(self);
  if (--connection->references_ == 0) delete connection;
}

namespace {

// sqlite3_is_interrupted() came with SQLite 3.41. SQLite only ever appends to sqlite3_api_routines, so in a build with the headers
// of 3.40 the new member lies right behind the last one we know; in a host of 3.41 or newer it is there and filled, and only there
// is it read. (tests/hosts compares this place with the newest header.)
#if SQLITE_VERSION_NUMBER >= 3041000
using Routines = sqlite3_api_routines;
#else
struct Routines : sqlite3_api_routines {
  int (*is_interrupted)(sqlite3*);
};
static_assert(sizeof(Routines) == sizeof(sqlite3_api_routines) + sizeof(void*));
#endif

}  // namespace

bool interrupted(sqlite3* db) noexcept {
  if (sqlite3_libversion_number() < 3041000) return false;
  return static_cast<const Routines*>(sqlite3_api)->is_interrupted(db) != 0;
}

std::shared_ptr<extract::Analysis> Connection::analysis(std::string_view text, std::shared_ptr<const extract::Lexicon> lexicon) {
  const auto same = [&](const extract::Analysis& known) {  // null stands for the compiled tables alone
    const extract::Lexicon* other = known.lexicon();
    return other == lexicon.get() || (other && lexicon && other->json() == lexicon->json());
  };
  for (const auto& cached : cache_)
    if (cached && cached->text() == text && same(*cached)) return cached;
  using Kept = extract::Analysis::Text;
  const Kept kept = text.size() <= kLargestCached ? Kept::copied : Kept::borrowed;
  auto fresh = std::make_shared<extract::Analysis>(text, poll(), std::move(lexicon), kept);
  if (kept == Kept::copied) {
    cache_[next_] = fresh;
    next_ = (next_ + 1) % kCached;
  }
  return fresh;
}

std::shared_ptr<const extract::Lexicon> Connection::lexicon(std::string_view json) {
  if (!lexicon_ || lexicon_->json() != json) lexicon_ = std::make_shared<const extract::Lexicon>(json);
  return lexicon_;
}

}  // namespace netra::sqlite
