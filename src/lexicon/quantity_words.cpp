#include "lexicon/quantity_words.h"

#include "lexicon/table.h"

namespace crossread {

QuantityWords::QuantityWords(const std::filesystem::path& lexicon_folder, Vocabulary& vocabulary) {
  const Table units(lexicon_folder / "units.tsv", 2);
  for (const Table::Row& row : units.rows()) units_.add(vocabulary, row[0], name(row[1]));
  const Table currencies(lexicon_folder / "currencies.tsv", 3);
  for (const Table::Row& row : currencies.rows()) {
    const bool before = currencies.choice(row, 2, {"before", "after"}) == 0;
    (before ? before_ : after_).add(vocabulary, row[0], name(row[1]));
  }
  const Table plurals(lexicon_folder / "irregular_plurals.tsv", 2);
  for (const Table::Row& row : plurals.rows()) {
    const WordId word = vocabulary.add(row[0]);
    if (word >= singulars_.size()) singulars_.resize(word + 1);
    singulars_[word] = row[1];
  }
}

std::uint32_t QuantityWords::name(std::string_view unit) {
  names_.emplace_back(unit);
  return static_cast<std::uint32_t>(names_.size() - 1);
}

}  // namespace crossread
