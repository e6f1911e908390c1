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
    std::vector<std::string>& by_word = fates_[fates.choice(row, 2, {"patient", "agent", "state", "noun"})];
    const WordId word = vocabulary.add(row[0]);
    if (word >= by_word.size()) by_word.resize(word + 1);
    by_word[word] = row[1];
  }
  const Table plurals(lexicon_folder / "irregular_plurals.tsv", 2);
  for (const Table::Row& row : plurals.rows()) {
    const WordId word = vocabulary.add(row[0]);
    if (word >= singulars_.size()) singulars_.resize(word + 1);
    singulars_[word] = row[1];
  }
}

const std::string& QuantityWords::fate(WordId word, FateRole role) const {
  static const std::string kNone;
  const std::vector<std::string>& by_word = fates_[static_cast<std::size_t>(role)];
  return word < by_word.size() ? by_word[word] : kNone;
}

std::uint32_t QuantityWords::name(std::string_view unit) {
  names_.emplace_back(unit);
  return static_cast<std::uint32_t>(names_.size() - 1);
}

}  // namespace crossread
