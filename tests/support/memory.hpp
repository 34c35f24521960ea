// Counts and fails allocations. In a plain build malloc itself is replaced, so that ICU's and utf8proc's memory counts too; a
// sanitizer needs malloc for itself, there only operator new is walked.
#ifndef NETRA_TESTS_MEMORY_HPP
#define NETRA_TESTS_MEMORY_HPP

#include <cstddef>

namespace memory {

// Allocations fail only within a window: in SQLite and the module, not in the test around them.
inline thread_local int open_windows = 0;
struct Window {
  Window() { ++open_windows; }
  ~Window() { --open_windows; }
};
template <class Call>
auto within(Call&& call) {
  const Window window;
  return call();
}

enum class Whose { sqlite, module };  // through sqlite3_malloc, or anything else

// Before sqlite3_initialize(): puts our allocator under SQLite's, so that the two kinds can be told apart.
void install();

// From now on the n-th allocation of that kind (from 1) fails, once or with all after it.
void fail(Whose whose, long n, bool forever);
// Ends that; true when an allocation has failed.
bool heal();

bool counts();  // false under sanitizers
long live_blocks(Whose whose);
size_t live_bytes();
size_t peak_bytes();
void reset_peak();  // the peak becomes what is live now

}  // namespace memory

#endif
