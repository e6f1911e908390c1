#include "claim/part_words.h"

#include <algorithm>
#include <vector>

#include "base/hash.h"
#include "lexicon/table.h"
#include "text/words.h"

namespace crossread::claim {
namespace {

constexpr std::size_t kBefore = 2;  // words before a number
constexpr std::size_t kBehind = 3;  // and from its second word on, for its span may hold its noun or not

}  // namespace

PartWords::PartWords(const std::filesystem::path& file) {
  const Table table(file, 2);
  for (const Table::Row& row : table.rows()) {
    if (folded(row[0]) != row[0]) table.refuse(row, "the word is not in its folded form");
    (table.choice(row, 1, {"before", "behind"}) == 0 ? before_ : behind_).insert(hash64(row[0]));
  }
}

bool PartWords::is_part(std::string_view text, ByteSpan number, ByteSpan within) const {
  if (!within.contains(number)) return false;
  const std::vector<Word> before = words(text, {within.begin, number.begin});
  for (std::size_t i = 0; i < std::min(kBefore, before.size()); ++i) {
    if (before_.contains(before[before.size() - 1 - i].hash)) return true;
  }
  const std::vector<Word> behind = words(text, {number.begin, within.end});
  for (std::size_t i = 1; i < std::min(1 + kBehind, behind.size()); ++i) {
    if (behind_.contains(behind[i].hash)) return true;
  }
  return false;
}

}  // namespace crossread::claim
