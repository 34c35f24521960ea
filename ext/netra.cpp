// Netra's entry point: `.load ./netra`, load_extension('./netra'), or sqlite3_auto_extension() with the static library.
#include "sqlite/api.hpp"
#include "sqlite/register.hpp"

#if defined(_WIN32)
#define NETRA_EXPORT __declspec(dllexport)
#else
#define NETRA_EXPORT __attribute__((visibility("default")))
#endif

extern "C" NETRA_EXPORT int sqlite3_netra_init(sqlite3* db, char** message, const sqlite3_api_routines* api) {
  return netra::sqlite::register_all(db, message, api);
}
