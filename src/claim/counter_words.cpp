#include "claim/counter_words.h"

#include "base/hash.h"
#include "lexicon/table.h"
#include "text/words.h"

namespace crossread::claim {

CounterWords::CounterWords(const std::filesystem::path& file) {
  const Table table(file, 2);
  for (const Table::Row& row : table.rows()) {
    if (folded(row[0]) != row[0]) table.refuse(row, "the word is not in its folded form");
    const std::size_t sense =
        table.choice(row, 1, {"negates", "dismisses", "refers", "undoes", "owns", "turns", "explains"});
    senses_.emplace(hash64(row[0]), static_cast<CounterSense>(sense));
  }
}

CounterCounts CounterWords::count(std::string_view text, ByteSpan within) const {
  CounterCounts counts{};
  for (const Word& word : words(text, within)) {
    const auto [first, last] = senses_.equal_range(word.hash);
    for (auto at = first; at != last; ++at) ++counts[static_cast<std::size_t>(at->second)];
  }
  return counts;
}

}  // namespace crossread::claim
