#include "lexicon/common_words.h"

#include <bit>

#include "base/hash.h"
#include "lexicon/table.h"

namespace crossread {

CommonWords::CommonWords(const std::filesystem::path& file) {
  const Table table(file, 1);
  slots_.assign(std::bit_ceil(2 * table.rows().size() + 1), 0);
  mask_ = slots_.size() - 1;
  for (const Table::Row& row : table.rows()) {
    const std::uint64_t word = hash64(row[0]);
    if (word == 0) table.refuse(row, "its hash stands for a free place");
    std::size_t at = word & mask_;
    while (slots_[at] != 0) at = (at + 1) & mask_;
    slots_[at] = word;
  }
}

}  // namespace crossread
