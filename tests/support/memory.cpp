#include "support/memory.hpp"

#include <malloc.h>
#include <sqlite3.h>

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <new>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || defined(NETRA_SANITIZED)
#define OWN_MALLOC 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define OWN_MALLOC 0
#endif
#endif
#ifndef OWN_MALLOC
#define OWN_MALLOC 1
#endif

namespace {

std::atomic<int> armed{-1};  // the kind that fails, -1 none
std::atomic<long> countdown{0};
std::atomic<bool> for_ever{false}, has_failed{false};
thread_local bool inside_sqlite = false;

std::atomic<long> blocks[2];
std::atomic<size_t> bytes{0}, peak{0};

bool refuse(int whose) noexcept {
  if (armed.load(std::memory_order_relaxed) != whose || memory::open_windows == 0) return false;
  const long left = --countdown;
  if (left > 0 || (left < 0 && !for_ever)) return false;
  has_failed = true;
  return true;
}

[[maybe_unused]] void grown(size_t size) noexcept {
  const size_t now = bytes.fetch_add(size, std::memory_order_relaxed) + size;
  size_t old = peak.load(std::memory_order_relaxed);
  while (now > old && !peak.compare_exchange_weak(old, now, std::memory_order_relaxed)) {
  }
}

}  // namespace

#if OWN_MALLOC

extern "C" {
void* __libc_malloc(size_t);
void* __libc_calloc(size_t, size_t);
void* __libc_realloc(void*, size_t);
void* __libc_memalign(size_t, size_t);
void __libc_free(void*);

static void* taken(void* p) noexcept {
  if (!p) return p;
  if (!inside_sqlite) blocks[1].fetch_add(1, std::memory_order_relaxed);
  grown(malloc_usable_size(p));
  return p;
}
static void given(void* p) noexcept {
  if (!p) return;
  if (!inside_sqlite) blocks[1].fetch_sub(1, std::memory_order_relaxed);
  bytes.fetch_sub(malloc_usable_size(p), std::memory_order_relaxed);
}
static bool refused() noexcept {
  if (inside_sqlite || !refuse(1)) return false;
  errno = ENOMEM;
  return true;
}

void* malloc(size_t n) { return refused() ? nullptr : taken(__libc_malloc(n)); }
void* calloc(size_t n, size_t size) { return refused() ? nullptr : taken(__libc_calloc(n, size)); }
void* realloc(void* old, size_t n) {
  if (refused()) return nullptr;
  given(old);
  void* p = __libc_realloc(old, n);
  if (!p && old && n > 0) taken(old);
  return taken(p);
}
void* memalign(size_t align, size_t n) { return refused() ? nullptr : taken(__libc_memalign(align, n)); }
void* aligned_alloc(size_t align, size_t n) { return memalign(align, n); }
int posix_memalign(void** out, size_t align, size_t n) {
  *out = memalign(align, n);
  return *out ? 0 : ENOMEM;
}
void free(void* p) {
  given(p);
  __libc_free(p);
}
}

#else

static void* allocate(size_t n) noexcept {
  if (!inside_sqlite && refuse(1)) return nullptr;
  return std::malloc(n ? n : 1);
}
void* operator new(size_t n) {
  if (void* p = allocate(n)) return p;
  throw std::bad_alloc();
}
void* operator new(size_t n, const std::nothrow_t&) noexcept { return allocate(n); }
void* operator new[](size_t n) { return operator new(n); }
void* operator new[](size_t n, const std::nothrow_t&) noexcept { return allocate(n); }
void operator delete(void* p) noexcept { std::free(p); }
void operator delete(void* p, size_t) noexcept { std::free(p); }
void operator delete[](void* p) noexcept { std::free(p); }
void operator delete[](void* p, size_t) noexcept { std::free(p); }

#endif

namespace {

sqlite3_mem_methods below;

struct Inside {
  Inside() noexcept { inside_sqlite = true; }
  ~Inside() { inside_sqlite = false; }
};

void* mem_malloc(int n) {
  if (refuse(0)) return nullptr;
  const Inside inside;
  void* p = below.xMalloc(n);
  if (p) ++blocks[0];
  return p;
}
void mem_free(void* p) {
  const Inside inside;
  if (p) --blocks[0];
  below.xFree(p);
}
void* mem_realloc(void* p, int n) {
  if (refuse(0)) return nullptr;
  const Inside inside;
  return below.xRealloc(p, n);
}

}  // namespace

namespace memory {

void install() {
  sqlite3_config(SQLITE_CONFIG_GETMALLOC, &below);
  sqlite3_mem_methods ours = below;
  ours.xMalloc = mem_malloc;
  ours.xFree = mem_free;
  ours.xRealloc = mem_realloc;
  sqlite3_config(SQLITE_CONFIG_MALLOC, &ours);
}

void fail(Whose whose, long n, bool forever) {
  has_failed = false;
  for_ever = forever;
  countdown = n;
  armed = whose == Whose::sqlite ? 0 : 1;
}

bool heal() {
  armed = -1;
  return has_failed;
}

bool counts() { return OWN_MALLOC; }
long live_blocks(Whose whose) { return blocks[whose == Whose::sqlite ? 0 : 1]; }
size_t live_bytes() { return bytes; }
size_t peak_bytes() { return peak; }
void reset_peak() { peak = bytes.load(); }

}  // namespace memory
