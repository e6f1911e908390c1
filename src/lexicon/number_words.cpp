#include "lexicon/number_words.h"

#include "lexicon/table.h"

namespace crossread {

NumberWords::NumberWords(const std::filesystem::path& lexicon_folder, Vocabulary& vocabulary) {
  const Table table(lexicon_folder / "number_words.tsv", 3);
  for (const Table::Row& row : table.rows()) {
    const std::size_t kind =
        table.choice(row, 1, {"unit", "ten", "scale", "short_scale", "group", "vague", "ordinal", "fraction"});
    const WordId word = vocabulary.add(row[0]);
    if (word >= entries_.size()) entries_.resize(word + 1);
    entries_[word] = {static_cast<NumberWordKind>(kind + 1), table.number(row, 2, 0, 1'000'000'000)};
  }
}

}  // namespace crossread
