// SQLite as a loadable extension sees it: everything goes through sqlite3_api. Only files in ext/sqlite and netra.cpp include this.
#ifndef NETRA_SQLITE_API_HPP
#define NETRA_SQLITE_API_HPP

#include <sqlite3ext.h>

#if SQLITE_VERSION_NUMBER < 3040000
#error "Netra needs the headers of SQLite 3.40 or newer"
#endif

SQLITE_EXTENSION_INIT3  // extern const sqlite3_api_routines *sqlite3_api; defined once, in register.cpp

// Functions whose result may carry a subtype say so from SQLite 3.45 on; older versions ignore the bit.
#ifndef SQLITE_RESULT_SUBTYPE
#define SQLITE_RESULT_SUBTYPE 0x001000000
#endif

#endif
