#include "store/tokens.h"

#include <sqlite3.h>

#include <limits>

#include "base/fault.h"
#include "store/fts5.h"

namespace crossread {

struct Tokenizer::Handle {
  fts5_tokenizer calls = {};
  Fts5Tokenizer* tokenizer = nullptr;
};

Tokenizer::Tokenizer(sqlite3* database) : handle_(std::make_unique<Handle>()) {
  fts5_api* const api = fts5_of(database);
  void* context = nullptr;
  const char* arguments[] = {"remove_diacritics", "2"};
  if (api->xFindTokenizer(api, "unicode61", &context, &handle_->calls) != SQLITE_OK ||
      handle_->calls.xCreate(context, arguments, 2, &handle_->tokenizer) != SQLITE_OK) {
    throw BrokenWorld("this SQLite has no unicode61 tokenizer");
  }
}

Tokenizer::~Tokenizer() {
  if (handle_->tokenizer != nullptr) handle_->calls.xDelete(handle_->tokenizer);
}

void Tokenizer::for_each(std::string_view text, const Visit& visit) const {
  const auto take = [](void* context, int, const char* form, int size, int begin, int end) {
    const ByteSpan span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    (*static_cast<const Visit*>(context))({form, static_cast<std::size_t>(size)}, span);
    return SQLITE_OK;
  };
  if (text.size() > std::numeric_limits<int>::max()) throw BrokenWorld("a text is too long to be searched");
  const int status = handle_->calls.xTokenize(handle_->tokenizer, const_cast<Visit*>(&visit), FTS5_TOKENIZE_DOCUMENT,
                                              text.data(), static_cast<int>(text.size()), take);
  if (status != SQLITE_OK) throw BrokenWorld("a text cannot be cut into words for the search");
}

std::vector<SearchToken> Tokenizer::tokens(std::string_view text) const {
  std::vector<SearchToken> found;
  for_each(text, [&](std::string_view form, ByteSpan span) { found.push_back({std::string(form), span}); });
  return found;
}

}  // namespace crossread
