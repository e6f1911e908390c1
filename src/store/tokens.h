// The search's own tokenizer: FTS5's unicode61, asked directly, so that what is marked is exactly what was found.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "types/span.h"

struct sqlite3;

namespace crossread {

struct SearchToken {
  std::string form;  // folded: lower case, no accents
  ByteSpan span;
};

class Tokenizer {
 public:
  // As the table `search` was made: unicode61 remove_diacritics 2. Throws BrokenWorld if SQLite was built without FTS5.
  explicit Tokenizer(sqlite3* database);
  ~Tokenizer();
  Tokenizer(const Tokenizer&) = delete;
  Tokenizer& operator=(const Tokenizer&) = delete;

  // In order; spans into `text`.
  std::vector<SearchToken> tokens(std::string_view text) const;
  // The form is valid during the visit only.
  using Visit = std::function<void(std::string_view form, ByteSpan span)>;
  void for_each(std::string_view text, const Visit& visit) const;

 private:
  struct Handle;
  std::unique_ptr<Handle> handle_;
};

}  // namespace crossread
