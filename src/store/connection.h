// One open store file: SQLite through SQLiteCpp, its statements kept prepared, its faults told as BrokenWorld. Knows
// how to open, to begin and end a transaction and to migrate; nothing of reports.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "store/packed.h"
#include "store/store.h"
#include "store/tokens.h"

namespace crossread {

class Connection;

// A prepared statement on loan from its connection, which gets it back at the end. Positions count from 1 for
// parameters and from 0 for columns, as in SQLite. What is bound by reference must live until the last step.
class Query {
 public:
  Query(const Connection& connection, const char* sql, std::unique_ptr<SQLite::Statement> statement)
      : connection_(&connection), sql_(sql), statement_(std::move(statement)) {}
  Query(Query&&) noexcept = default;
  Query& operator=(Query&&) = delete;
  ~Query();

  Query& integer(std::int64_t value);
  Query& text(const std::string& value);  // by reference
  Query& blob(std::string_view value);    // by reference
  Query& null();

  bool step();   // true: a row is there
  void run();    // to the end, then ready for new values
  void again();  // ready for new values

  std::int64_t integer_at(int column) const;
  std::uint32_t number_at(int column) const { return static_cast<std::uint32_t>(integer_at(column)); }
  std::string text_at(int column) const;
  std::string_view blob_at(int column) const;  // until the next step
  bool is_null(int column) const;

 private:
  const Connection* connection_;
  const char* sql_;
  std::unique_ptr<SQLite::Statement> statement_;
  int next_ = 1;
};

class Connection {
 public:
  static std::unique_ptr<Connection> open_to_read(const std::filesystem::path& path, const StoreOptions& options);
  static std::unique_ptr<Connection> open_to_write(const std::filesystem::path& path, const StoreOptions& options);
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection();

  const std::filesystem::path& path() const { return path_; }

  // `sql` must be a literal: statements are kept by its address.
  Query query(const char* sql) const;
  void give_back(const char* sql, std::unique_ptr<SQLite::Statement> statement) const;

  void begin();   // to write; waits for another writer
  void commit();  // throws, and leaves the transaction open or taken back, when it cannot
  void roll_back() noexcept;
  void begin_read();
  bool in_transaction() const;
  bool can_write() const;
  std::int64_t last_row() const;

  const BlockStore& blocks() const { return *blocks_; }
  BlockStore& blocks() { return *blocks_; }
  Packer& packer() const { return packer_; }
  const Tokenizer& tokenizer() const { return *tokenizer_; }

  // Tells an SQLite fault as BrokenWorld, in words for people.
  [[noreturn]] void broken(const SQLite::Exception& fault) const;

 private:
  Connection(std::filesystem::path path, SQLite::Database database, const StoreOptions& options);
  void set_up(const StoreOptions& options);
  void require_store() const;
  void migrate();
  void prepare_to_write(const StoreOptions& options);
  std::int64_t pragma(const char* sql) const;
  void run(const char* sql);

  std::filesystem::path path_;
  mutable SQLite::Database database_;
  std::uint32_t wait_ms_ = 0;
  mutable std::unordered_map<const char*, std::vector<std::unique_ptr<SQLite::Statement>>> idle_;
  mutable Packer packer_;
  std::unique_ptr<Tokenizer> tokenizer_;
  std::unique_ptr<BlockStore> blocks_;
};

}  // namespace crossread
