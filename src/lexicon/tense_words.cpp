#include "lexicon/tense_words.h"

#include "lexicon/table.h"

namespace crossread {

TenseWords::TenseWords(const std::filesystem::path& lexicon_folder, Vocabulary& vocabulary) {
  const Table table(lexicon_folder / "tense_words.tsv", 2);
  for (const Table::Row& row : table.rows()) {
    const WordId word = vocabulary.add(row[0]);
    if (word >= hints_.size()) hints_.resize(word + 1);
    hints_[word] = static_cast<TenseHint>(table.choice(row, 1, {"past", "future"}) + 1);
  }
}

}  // namespace crossread
