#include "lexicon/name_tables.h"

#include <cmath>

#include "lexicon/table.h"

namespace crossread {
namespace {

constexpr int kMostCounted = 1'000'000;

// The kinds by the words of the tables, in the order of kHeadKinds.
const std::vector<std::string_view> kHeadWords = {"organisation", "facility", "place", "event",
                                                  "law",          "other",    "group"};
constexpr std::array<EntityKind, 7> kHeadKinds = {EntityKind::organisation, EntityKind::facility, EntityKind::place,
                                                  EntityKind::event,        EntityKind::law,      EntityKind::other,
                                                  EntityKind::group};

template <class Value>
Value& slot(std::vector<Value>& by_word, WordId word) {
  if (word >= by_word.size()) by_word.resize(word + 1);
  return by_word[word];
}

std::int32_t hundredths(double value) {
  return static_cast<std::int32_t>(std::lround(value * 100));
}

// Counts of one table as evidence: the share that the word has among the names of each kind, smoothed by half a count,
// less the mean of the three.
class Likelihoods {
 public:
  explicit Likelihoods(const Table& table) : table_(table) {
    for (const Table::Row& row : table.rows()) {
      for (std::size_t kind = 0; kind < 3; ++kind) totals_[kind] += count(row, kind);
    }
  }

  NameEvidence of(const Table::Row& row) const {
    std::array<double, 3> logs{};
    double mean = 0;
    for (std::size_t kind = 0; kind < 3; ++kind) {
      logs[kind] = std::log((count(row, kind) + 0.5) / (totals_[kind] + 0.5));
      mean += logs[kind] / 3;
    }
    return {hundredths(logs[0] - mean), hundredths(logs[1] - mean), hundredths(logs[2] - mean)};
  }

 private:
  int count(const Table::Row& row, std::size_t kind) const { return table_.number(row, 2 + kind, 0, kMostCounted); }

  const Table& table_;
  std::array<double, 3> totals_{};
};

}  // namespace

void EvidenceTable::put(WordId word, const NameEvidence& evidence) {
  if (word >= row_of_.size()) row_of_.resize(word + 1);
  row_of_[word] = static_cast<std::uint16_t>(rows_.size());
  rows_.push_back(evidence);
}

NameTables::NameTables(const std::filesystem::path& lexicon_folder, Vocabulary& vocabulary)
    : surnames_(lexicon_folder / "surnames.tsv", vocabulary),
      particles_(lexicon_folder / "name_particles.tsv", vocabulary),
      common_(lexicon_folder / "small_words.tsv", vocabulary) {
  read_places(lexicon_folder, vocabulary);
  read_groups(lexicon_folder, vocabulary);
  read_titles(lexicon_folder, vocabulary);
  read_heads(lexicon_folder, vocabulary);
  read_counts(lexicon_folder, vocabulary);
}

void NameTables::add_place(Vocabulary& vocabulary, std::string_view name, PlaceKind kind, std::string_view country) {
  if (place_phrases_.add(vocabulary, name, static_cast<std::uint32_t>(places_.size()))) {
    places_.push_back({kind, std::string(country)});
  }
}

// A name that several tables hold is what the first of them says.
void NameTables::read_places(const std::filesystem::path& folder, Vocabulary& vocabulary) {
  const Table countries(folder / "countries.tsv", 2);
  for (const Table::Row& row : countries.rows()) add_place(vocabulary, row[0], PlaceKind::country, row[1]);
  const Table capitals(folder / "capitals.tsv", 2);
  for (const Table::Row& row : capitals.rows()) add_place(vocabulary, row[0], PlaceKind::capital, row[1]);
  const Table regions(folder / "regions.tsv", 1);
  for (const Table::Row& row : regions.rows()) add_place(vocabulary, row[0], PlaceKind::region, "");
  const Table cities(folder / "cities.tsv", 2);
  place_phrases_.reserve(places_.size() + cities.rows().size());
  places_.reserve(places_.size() + cities.rows().size());
  for (const Table::Row& row : cities.rows()) add_place(vocabulary, row[0], PlaceKind::city, row[1]);
}

void NameTables::read_groups(const std::filesystem::path& folder, Vocabulary& vocabulary) {
  const Table organisations(folder / "organisations.tsv", 2);
  for (const Table::Row& row : organisations.rows()) {
    const bool group = organisations.choice(row, 1, {"organisation", "group"}) == 1;
    organisation_phrases_.add(vocabulary, row[0],
                              static_cast<std::uint32_t>(group ? EntityKind::group : EntityKind::organisation));
  }
  const Table demonyms(folder / "demonyms.tsv", 3);
  for (const Table::Row& row : demonyms.rows()) {
    demonym_phrases_.add(vocabulary, row[0],
                         static_cast<std::uint32_t>(demonyms.choice(row, 2, {"adjective", "people"})));
  }
  const Table words(folder / "group_words.tsv", 2);
  for (const Table::Row& row : words.rows()) {
    demonym_phrases_.add(vocabulary, row[0], static_cast<std::uint32_t>(words.choice(row, 1, {"adjective", "people"})));
  }
  const Table capitals(folder / "plain_capitals.tsv", 1);
  for (const Table::Row& row : capitals.rows()) plain_capitals_.add(vocabulary, row[0], 0);
}

void NameTables::read_titles(const std::filesystem::path& folder, Vocabulary& vocabulary) {
  const Table honorifics(folder / "honorifics.tsv", 1);
  for (const Table::Row& row : honorifics.rows()) title_phrases_.add(vocabulary, row[0], 1);
  const Table offices(folder / "offices.tsv", 1);
  for (const Table::Row& row : offices.rows()) title_phrases_.add(vocabulary, row[0], 0);
  const Table forenames(folder / "forenames.tsv", 2);
  for (const Table::Row& row : forenames.rows()) {
    forenames.choice(row, 1, {"F", "M", "B"});
    forenames_.insert(vocabulary.add(row[0]));
  }
}

void NameTables::read_heads(const std::filesystem::path& folder, Vocabulary& vocabulary) {
  const Table table(folder / "name_heads.tsv", 2);
  for (const Table::Row& row : table.rows()) {
    slot(heads_, vocabulary.add(row[0])) = kHeadKinds[table.choice(row, 1, kHeadWords)];
  }
}

void NameTables::read_counts(const std::filesystem::path& folder, Vocabulary& vocabulary) {
  const Table words(folder / "name_words.tsv", 5);
  const Likelihoods of_words(words);
  for (const Table::Row& row : words.rows()) {
    const std::size_t place = words.choice(row, 1, {"only", "first", "inner", "last"});
    in_name_[place].put(vocabulary.add(row[0]), of_words.of(row));
  }
  const Table contexts(folder / "name_contexts.tsv", 5);
  const Likelihoods of_contexts(contexts);
  for (const Table::Row& row : contexts.rows()) {
    const std::size_t side = contexts.choice(row, 1, {"before", "after"});
    beside_name_[side].put(vocabulary.add(row[0]), of_contexts.of(row));
  }
}

}  // namespace crossread
