#include "lexicon/quantity_words.h"

#include "lexicon/table.h"

namespace crossread {

QuantityWords::QuantityWords(const std::filesystem::path& lexicon_folder, Vocabulary& vocabulary)
    : people_(lexicon_folder / "people_words.tsv", vocabulary) {
  const Table units(lexicon_folder / "units.tsv", 2);
  for (const Table::Row& row : units.rows()) units_.add(vocabulary, row[0], name(row[1]));
  const Table currencies(lexicon_folder / "currencies.tsv", 3);
  for (const Table::Row& row : currencies.rows()) {
    const bool before = currencies.choice(row, 2, {"before", "after"}) == 0;
    (before ? before_ : after_).add(vocabulary, row[0], name(row[1]));
  }
  const Table hundredths(lexicon_folder / "small_money.tsv", 2);
  for (const Table::Row& row : hundredths.rows()) small_.add(vocabulary, row[0], name(row[1]));
  const Table fates(lexicon_folder / "fates.tsv", 3);
  for (const Table::Row& row : fates.rows()) {
    const std::size_t role = fates.choice(row, 2, {"patient", "agent", "state", "noun"});
    put(fates_[role], vocabulary.add(row[0]), row[1]);
  }
  const Table plurals(lexicon_folder / "irregular_plurals.tsv", 2);
  for (const Table::Row& row : plurals.rows()) put(singulars_, vocabulary.add(row[0]), row[1]);
}

void QuantityWords::put(ByWord& by_word, WordId word, std::string_view written) {
  if (word >= by_word.size()) by_word.resize(word + 1);
  by_word[word] = static_cast<std::uint16_t>(name(written));
}

std::uint32_t QuantityWords::name(std::string_view unit) {
  names_.emplace_back(unit);
  return static_cast<std::uint32_t>(names_.size() - 1);
}

}  // namespace crossread
