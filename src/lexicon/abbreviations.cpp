#include "lexicon/abbreviations.h"

#include "lexicon/table.h"

namespace crossread {

Abbreviations::Abbreviations(const std::filesystem::path& lexicon_folder, Vocabulary& vocabulary) {
  const Table table(lexicon_folder / "abbreviations.tsv", 3);
  for (const Table::Row& row : table.rows()) {
    if (row[0].back() != '.') table.refuse(row, "an abbreviation without its stop");
    const std::size_t kind = table.choice(row, 1, {"title", "number", "end", "inner"});
    const bool needs_capital = table.choice(row, 2, {"any", "capital"}) == 1;
    const WordId word = vocabulary.add(row[0]);
    if (word >= entries_.size()) entries_.resize(word + 1);
    entries_[word] = {static_cast<AbbreviationKind>(kind + 1), needs_capital};
  }
}

}  // namespace crossread
