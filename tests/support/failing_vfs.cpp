#include "support/failing_vfs.hpp"

#include <sqlite3.h>

#include <cstring>
#include <new>

namespace {

long countdown = 0;
bool armed = false, for_ever = false, has_failed = false;

bool refuse() {
  if (!armed) return false;
  const long left = --countdown;
  if (left > 0 || (left < 0 && !for_ever)) return false;
  return has_failed = true;
}

struct File {
  sqlite3_file base;
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};
File* of(sqlite3_file* f) { return reinterpret_cast<File*>(f); }
sqlite3_file* real(sqlite3_file* f) { return of(f)->real(); }
sqlite3_vfs* below;

int io_close(sqlite3_file* f) { return real(f)->pMethods ? real(f)->pMethods->xClose(real(f)) : SQLITE_OK; }
int io_read(sqlite3_file* f, void* p, int n, sqlite3_int64 at) {
  return refuse() ? SQLITE_IOERR_READ : real(f)->pMethods->xRead(real(f), p, n, at);
}
int io_write(sqlite3_file* f, const void* p, int n, sqlite3_int64 at) {
  return refuse() ? SQLITE_IOERR_WRITE : real(f)->pMethods->xWrite(real(f), p, n, at);
}
int io_truncate(sqlite3_file* f, sqlite3_int64 n) { return refuse() ? SQLITE_IOERR_TRUNCATE : real(f)->pMethods->xTruncate(real(f), n); }
int io_sync(sqlite3_file* f, int flags) { return refuse() ? SQLITE_IOERR_FSYNC : real(f)->pMethods->xSync(real(f), flags); }
int io_size(sqlite3_file* f, sqlite3_int64* n) { return refuse() ? SQLITE_IOERR_FSTAT : real(f)->pMethods->xFileSize(real(f), n); }
int io_lock(sqlite3_file* f, int level) { return real(f)->pMethods->xLock(real(f), level); }
int io_unlock(sqlite3_file* f, int level) { return real(f)->pMethods->xUnlock(real(f), level); }
int io_reserved(sqlite3_file* f, int* out) { return real(f)->pMethods->xCheckReservedLock(real(f), out); }
int io_control(sqlite3_file* f, int op, void* arg) { return real(f)->pMethods->xFileControl(real(f), op, arg); }
int io_sector(sqlite3_file* f) { return real(f)->pMethods->xSectorSize(real(f)); }
int io_traits(sqlite3_file* f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); }

sqlite3_io_methods methods = {1,        io_close,  io_read,     io_write,   io_truncate, io_sync, io_size, io_lock,
                              io_unlock, io_reserved, io_control, io_sector, io_traits,   nullptr, nullptr, nullptr,
                              nullptr,  nullptr,   nullptr};

int open(sqlite3_vfs*, const char* name, sqlite3_file* f, int flags, int* out) {
  auto* file = new (f) File{};
  file->real()->pMethods = nullptr;
  if (refuse()) return SQLITE_CANTOPEN;
  const int rc = below->xOpen(below, name, file->real(), flags, out);
  if (rc == SQLITE_OK) file->base.pMethods = &methods;
  return rc;
}
int remove(sqlite3_vfs*, const char* name, int sync) { return refuse() ? SQLITE_IOERR_DELETE : below->xDelete(below, name, sync); }

}  // namespace

namespace failing_vfs {

void install() {
  static sqlite3_vfs ours;
  below = sqlite3_vfs_find(nullptr);
  ours = *below;
  ours.iVersion = 1;
  ours.pNext = nullptr;
  ours.zName = kName;
  ours.szOsFile = static_cast<int>(sizeof(File)) + below->szOsFile;
  ours.xOpen = open;
  ours.xDelete = remove;
  sqlite3_vfs_register(&ours, 0);
}

void fail(long n, bool forever) {
  countdown = n;
  for_ever = forever;
  has_failed = false;
  armed = true;
}

bool heal() {
  armed = false;
  return has_failed;
}

}  // namespace failing_vfs
