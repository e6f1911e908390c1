#include "store/fts5.h"

#include "base/fault.h"

namespace crossread {

fts5_api* fts5_of(sqlite3* database) {
  fts5_api* api = nullptr;
  sqlite3_stmt* ask = nullptr;
  if (sqlite3_prepare_v2(database, "SELECT fts5(?1)", -1, &ask, nullptr) == SQLITE_OK) {
    sqlite3_bind_pointer(ask, 1, &api, "fts5_api_ptr", nullptr);
    sqlite3_step(ask);
  }
  sqlite3_finalize(ask);
  if (api == nullptr) throw BrokenWorld("this SQLite was built without FTS5");
  return api;
}

}  // namespace crossread
