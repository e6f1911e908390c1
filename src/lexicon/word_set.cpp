#include "lexicon/word_set.h"

#include "lexicon/table.h"

namespace crossread {

WordSet::WordSet(const std::filesystem::path& file, Vocabulary& vocabulary) {
  const Table table(file, 1);
  for (const Table::Row& row : table.rows()) insert(vocabulary.add(row[0]));
}

void WordSet::insert(WordId word) {
  if (word >= members_.size()) members_.resize(word + 1);
  members_[word] = true;
}

}  // namespace crossread
