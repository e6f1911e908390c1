#include "lexicon/background.h"

#include <algorithm>

#include "base/hash.h"
#include "lexicon/table.h"

namespace crossread {

Background::Background(const std::filesystem::path& file) {
  const Table table(file, 2);
  entries_.reserve(table.rows().size());
  for (const Table::Row& row : table.rows()) {
    entries_.push_back({hash64(row[0]), static_cast<std::uint16_t>(table.number(row, 1, 1, kUnlisted - 1))});
  }
  const auto by_word = [](const Entry& a, const Entry& b) { return a.word < b.word; };
  std::sort(entries_.begin(), entries_.end(), by_word);
}

int Background::rarity(std::uint64_t word) const {
  const auto at = std::lower_bound(entries_.begin(), entries_.end(), word,
                                   [](const Entry& entry, std::uint64_t key) { return entry.word < key; });
  return at != entries_.end() && at->word == word ? at->rarity : kUnlisted;
}

}  // namespace crossread
