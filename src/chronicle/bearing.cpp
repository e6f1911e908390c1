#include "chronicle/bearing.h"

#include "base/hash.h"
#include "lexicon/table.h"
#include "text/words.h"

namespace crossread {

Bearing::Bearing(const std::filesystem::path& file) {
  const Table table(file, 2);
  for (const Table::Row& row : table.rows()) {
    if (folded(row[0]) != row[0]) table.refuse(row, "the word is not in its folded form");
    const std::size_t kind = table.choice(row, 1, {"leans_back", "turns", "denies"});
    (kind == 0 ? leans_back_ : turns_).insert(hash64(row[0]));
    if (kind == 2) denies_.insert(hash64(row[0]));
  }
}

}  // namespace crossread
