#include "lexicon/coreference_tables.h"

#include <array>

#include "lexicon/table.h"

namespace crossread {
namespace {

const std::vector<std::string_view> kNumbers = {"any", "one", "many"};     // as Number
const std::vector<std::string_view> kGenders = {"-", "F", "M", "N", "P"};  // as Gender
const std::vector<std::string_view> kCases = {"subject", "object", "possessive", "reflexive", "pointing"};
const std::vector<std::string_view> kKinds = {"person", "organisation", "place",   "group", "facility", "vehicle",
                                              "weapon", "law",          "product", "event", "other"};  // as EntityKind

template <class Value>
Value& slot(std::vector<Value>& by_word, WordId word) {
  if (word >= by_word.size()) by_word.resize(word + 1);
  return by_word[word];
}

// Numbers the countries in order of their first row.
class CountryNumbers {
 public:
  CountryNumber of(std::string_view code) {
    return numbers_.try_emplace(std::string(code), static_cast<CountryNumber>(numbers_.size() + 1)).first->second;
  }

 private:
  std::map<std::string, CountryNumber> numbers_;
};

}  // namespace

CoreferenceTables::CoreferenceTables(const std::filesystem::path& lexicon_folder, Vocabulary& vocabulary)
    : speech_verbs_(lexicon_folder / "speech_verbs.tsv", vocabulary) {
  read_pronouns(lexicon_folder, vocabulary);
  read_nouns(lexicon_folder, vocabulary);
  read_forenames(lexicon_folder, vocabulary);
  read_governments(lexicon_folder, vocabulary);
  read_countries(lexicon_folder, vocabulary);
}

void CoreferenceTables::read_pronouns(const std::filesystem::path& folder, Vocabulary& vocabulary) {
  const Table table(folder / "pronouns.tsv", 5);
  for (const Table::Row& row : table.rows()) {
    PronounFacts facts;
    facts.person = static_cast<std::uint8_t>(table.number(row, 1, 1, 3));
    facts.number = static_cast<Number>(table.choice(row, 2, kNumbers));
    facts.gender = static_cast<Gender>(table.choice(row, 3, kGenders));
    facts.kase = static_cast<PronounCase>(table.choice(row, 4, kCases));
    slot(pronouns_, vocabulary.add(row[0])) = facts;
  }
}

void CoreferenceTables::read_nouns(const std::filesystem::path& folder, Vocabulary& vocabulary) {
  const Table table(folder / "noun_kinds.tsv", 3);
  for (const Table::Row& row : table.rows()) {
    const auto kind = static_cast<EntityKind>(table.choice(row, 1, kKinds));
    slot(nouns_, vocabulary.add(row[0])) = {kind, static_cast<Gender>(table.choice(row, 2, kGenders))};
  }
}

void CoreferenceTables::read_forenames(const std::filesystem::path& folder, Vocabulary& vocabulary) {
  static constexpr std::array kOf = {Gender::feminine, Gender::masculine, Gender::person};
  const Table table(folder / "forenames.tsv", 2);
  for (const Table::Row& row : table.rows()) {
    slot(forenames_, vocabulary.add(row[0])) = kOf[table.choice(row, 1, {"F", "M", "B"})];
  }
}

void CoreferenceTables::read_governments(const std::filesystem::path& folder, Vocabulary& vocabulary) {
  const Table table(folder / "government_words.tsv", 2);
  for (const Table::Row& row : table.rows()) {
    const bool noun = table.choice(row, 1, {"noun", "verb"}) == 0;
    (noun ? government_nouns_ : government_verbs_).insert(vocabulary.add(row[0]));
  }
}

void CoreferenceTables::read_countries(const std::filesystem::path& folder, Vocabulary& vocabulary) {
  CountryNumbers numbers;
  const Table countries(folder / "countries.tsv", 2);
  for (const Table::Row& row : countries.rows()) countries_.add(vocabulary, row[0], numbers.of(row[1]));
  const Table capitals(folder / "capitals.tsv", 2);
  for (const Table::Row& row : capitals.rows()) capitals_.add(vocabulary, row[0], numbers.of(row[1]));
  const Table demonyms(folder / "demonyms.tsv", 3);
  for (const Table::Row& row : demonyms.rows()) slot(demonyms_, vocabulary.add(row[0])) = numbers.of(row[1]);
}

}  // namespace crossread
