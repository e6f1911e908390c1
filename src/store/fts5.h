// The door to FTS5's C interface. Only for the store's own source files.
#pragma once

#include <sqlite3.h>

namespace crossread {

// Never null; throws BrokenWorld if SQLite was built without FTS5.
fts5_api* fts5_of(sqlite3* database);

}  // namespace crossread
