#include "store/connection.h"

#include <SQLiteCpp/Exception.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <array>
#include <fstream>

#include "base/fault.h"
#include "store/blocks.h"
#include "store/migrations.h"
#include "store/rank.h"

namespace crossread {
namespace {

constexpr std::int64_t kApplicationId = 0x43725264;  // "CrRd"
constexpr std::string_view kMagic{"SQLite format 3\0", 16};

enum class FileKind { missing, folder, blank, sqlite, other };

FileKind kind_of(const std::filesystem::path& path) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (status.type() == std::filesystem::file_type::not_found) return FileKind::missing;
  if (std::filesystem::is_directory(status)) return FileKind::folder;
  std::ifstream file(path, std::ios::binary);
  std::array<char, kMagic.size()> begin = {};
  file.read(begin.data(), begin.size());
  const std::string_view got(begin.data(), static_cast<std::size_t>(file.gcount()));
  if (got.empty()) return FileKind::blank;  // or not readable: SQLite will say so
  return got == kMagic ? FileKind::sqlite : FileKind::other;
}

[[noreturn]] void refuse(const std::filesystem::path& path, std::string_view why) {
  throw StoreTrouble(fmt::format("{}: {}", path.string(), why));
}

void require_openable(const std::filesystem::path& path, bool must_exist) {
  switch (kind_of(path)) {
    case FileKind::folder:
      refuse(path, "this is a folder; a store is one file");
    case FileKind::other:
      refuse(path, "this is no Crossread store but some other file");
    case FileKind::missing:
      if (must_exist) refuse(path, "there is no store here; `crossread add` makes one");
      break;
    case FileKind::blank:
      if (must_exist) refuse(path, "this file is empty; it is no store yet");
      break;
    case FileKind::sqlite:
      break;
  }
}

// A file name as an SQLite URI, for one that nobody can write: SQLite then asks for no -wal and -shm.
std::string immutable_uri(const std::filesystem::path& path) {
  std::string uri = "file:";
  for (const char c : std::filesystem::absolute(path).string()) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' ||
                       c == '.' || c == '-' || c == '_';
    uri += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return uri + "?immutable=1";
}

// A store in a folder that we cannot write and that nobody has open: SQLite could not make its -wal and -shm there.
bool lies_still(const std::filesystem::path& path) {
  const std::filesystem::path folder = std::filesystem::absolute(path).parent_path();
  return access(folder.c_str(), W_OK) != 0 && !std::filesystem::exists(path.string() + "-wal");
}

std::string words_of(int code, std::uint32_t wait_ms) {
  switch (code) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return fmt::format("the store is busy: another program writes to it (waited {} ms)", wait_ms);
    case SQLITE_FULL:
      return "the disk is full, or the store has reached its largest size";
    case SQLITE_IOERR:
      return "reading or writing failed";
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return "the store is damaged";
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return "the store cannot be written";
    case SQLITE_CANTOPEN:
      return "the store cannot be opened; see that its folder exists and can be written";
    case SQLITE_CONSTRAINT:
      return "what was to be written contradicts what is there";
    default:
      return "the store fails";
  }
}

// Told as what it is: the machine's trouble, the program's, or the store's.
[[noreturn]] void retell(const std::filesystem::path& path, const SQLite::Exception& fault, std::uint32_t wait_ms) {
  const int code = fault.getErrorCode() & 0xFF;
  const std::string words = fmt::format("{}: {} ({})", path.string(), words_of(code, wait_ms), fault.what());
  if (code == SQLITE_FULL || code == SQLITE_IOERR || code == SQLITE_NOMEM || code == SQLITE_CONSTRAINT) {
    throw BrokenWorld(words);
  }
  throw StoreTrouble(words);
}

}  // namespace

Query::~Query() {
  if (!statement_) return;
  statement_->tryReset();
  connection_->give_back(sql_, std::move(statement_));
}

Query& Query::integer(std::int64_t value) {
  statement_->bind(next_++, value);
  return *this;
}

Query& Query::text(const std::string& value) {
  statement_->bindNoCopy(next_++, value);
  return *this;
}

Query& Query::blob(std::string_view value) {
  // An empty blob, not NULL, even of a view without data.
  statement_->bindNoCopy(next_++, value.empty() ? "" : value.data(), static_cast<int>(value.size()));
  return *this;
}

Query& Query::null() {
  statement_->bind(next_++);
  return *this;
}

bool Query::step() {
  try {
    return statement_->executeStep();
  } catch (const SQLite::Exception& fault) {
    connection_->broken(fault);
  }
}

void Query::run() {
  while (step()) {
  }
  again();
}

void Query::again() {
  statement_->tryReset();
  next_ = 1;
}

std::int64_t Query::integer_at(int column) const {
  return statement_->getColumn(column).getInt64();
}

std::string Query::text_at(int column) const {
  return statement_->getColumn(column).getString();
}

std::string_view Query::blob_at(int column) const {
  const SQLite::Column value = statement_->getColumn(column);
  const void* const bytes = value.getBlob();
  return bytes == nullptr
             ? std::string_view()
             : std::string_view(static_cast<const char*>(bytes), static_cast<std::size_t>(value.getBytes()));
}

bool Query::is_null(int column) const {
  return statement_->isColumnNull(column);
}

Connection::Connection(std::filesystem::path path, SQLite::Database database, const StoreOptions& options)
    : path_(std::move(path)), database_(std::move(database)), wait_ms_(options.wait_ms) {
  database_.setBusyTimeout(static_cast<int>(options.wait_ms));
  blocks_ = std::make_unique<BlockRows>(*this);
}

Connection::~Connection() = default;

std::unique_ptr<Connection> Connection::open_to_read(const std::filesystem::path& path, const StoreOptions& options) {
  require_openable(path, true);
  try {
    const bool still = lies_still(path);
    SQLite::Database database(still ? immutable_uri(path) : path.string(),
                              SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX | (still ? SQLite::OPEN_URI : 0));
    std::unique_ptr<Connection> connection(new Connection(path, std::move(database), options));
    connection->require_store();
    const std::int64_t schema = connection->pragma("PRAGMA user_version");
    if (schema != static_cast<std::int64_t>(migrations().size())) {
      refuse(path, "this store was made by an older Crossread; any `crossread add` brings it up to date");
    }
    connection->set_up(options);
    return connection;
  } catch (const SQLite::Exception& fault) {
    retell(path, fault, options.wait_ms);
  }
}

std::unique_ptr<Connection> Connection::open_to_write(const std::filesystem::path& path, const StoreOptions& options) {
  require_openable(path, options.must_exist.value_or(false));
  if (options.must_exist == false && kind_of(path) == FileKind::sqlite) refuse(path, "there is a store here already");
  try {
    SQLite::Database database(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX);
    std::unique_ptr<Connection> connection(new Connection(path, std::move(database), options));
    connection->prepare_to_write(options);
    return connection;
  } catch (const SQLite::Exception& fault) {
    retell(path, fault, options.wait_ms);
  }
}

// Each figure was measured by bench/store on 400-word reports; docs/design/store.md has the table.
void Connection::prepare_to_write(const StoreOptions& options) {
  database_.exec("PRAGMA page_size = 8192");  // of a file that is made now
  require_store();
  migrate();
  database_.exec("PRAGMA journal_mode = WAL");
  database_.exec("PRAGMA synchronous = FULL");
  database_.exec("PRAGMA wal_autocheckpoint = 4000");
  database_.exec("PRAGMA journal_size_limit = 67108864");
  database_.exec("PRAGMA foreign_keys = ON");
  database_.exec("PRAGMA secure_delete = OFF");
  if (options.max_pages > 0) database_.exec(fmt::format("PRAGMA max_page_count = {}", options.max_pages));
  set_up(options);
}

void Connection::set_up(const StoreOptions& options) {
  database_.exec(fmt::format("PRAGMA cache_size = -{}", std::uint64_t{options.cache_mib} * 1024));
  database_.exec("PRAGMA temp_store = MEMORY");
  tokenizer_ = std::make_unique<Tokenizer>(database_.getHandle());
  add_rank_function(database_.getHandle());
}

std::int64_t Connection::pragma(const char* sql) const {
  return database_.execAndGet(sql).getInt64();
}

// A store of this version or an older one, or a file without any table, which becomes one.
void Connection::require_store() const {
  const std::int64_t application = pragma("PRAGMA application_id");
  const std::int64_t schema = pragma("PRAGMA user_version");
  const bool blank = application == 0 && schema == 0 && pragma("SELECT count(*) FROM sqlite_schema") == 0;
  if (application != kApplicationId && !blank) refuse(path_, "this is an SQLite database, but no Crossread store");
  if (schema > static_cast<std::int64_t>(migrations().size())) {
    refuse(path_, fmt::format("this store was made by a newer Crossread (schema {}, this one knows {})", schema,
                              migrations().size()));
  }
}

void Connection::migrate() {
  const auto latest = static_cast<std::int64_t>(migrations().size());
  if (pragma("PRAGMA user_version") == latest) return;
  database_.exec("BEGIN IMMEDIATE");
  for (std::int64_t schema = pragma("PRAGMA user_version"); schema < latest; ++schema) {
    database_.exec(std::string(migrations()[static_cast<std::size_t>(schema)]));
  }
  database_.exec(fmt::format("PRAGMA application_id = {}", kApplicationId));
  database_.exec(fmt::format("PRAGMA user_version = {}", latest));
  database_.exec("COMMIT");
}

Query Connection::query(const char* sql) const {
  auto& idle = idle_[sql];
  if (idle.empty()) {
    try {
      return {*this, sql, std::make_unique<SQLite::Statement>(database_, sql)};
    } catch (const SQLite::Exception& fault) {
      broken(fault);
    }
  }
  std::unique_ptr<SQLite::Statement> statement = std::move(idle.back());
  idle.pop_back();
  return {*this, sql, std::move(statement)};
}

void Connection::give_back(const char* sql, std::unique_ptr<SQLite::Statement> statement) const {
  idle_[sql].push_back(std::move(statement));
}

void Connection::run(const char* sql) {
  try {
    database_.exec(sql);
  } catch (const SQLite::Exception& fault) {
    broken(fault);
  }
}

void Connection::begin() {
  run("BEGIN IMMEDIATE");
}

void Connection::begin_read() {
  run("BEGIN");
  query("SELECT count(*) FROM batch").run();  // a deferred transaction sees its state from its first read on
}

void Connection::commit() {
  run("COMMIT");
}

void Connection::roll_back() noexcept {
  if (in_transaction()) database_.tryExec("ROLLBACK");
}

bool Connection::in_transaction() const {
  return sqlite3_get_autocommit(database_.getHandle()) == 0;
}

bool Connection::can_write() const {
  return sqlite3_db_readonly(database_.getHandle(), "main") == 0;
}

std::int64_t Connection::last_row() const {
  return database_.getLastInsertRowid();
}

void Connection::broken(const SQLite::Exception& fault) const {
  retell(path_, fault, wait_ms_);
}

}  // namespace crossread
