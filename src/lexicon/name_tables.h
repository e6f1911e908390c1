// What is known of names before a report is read: countries and towns, forenames, titles, the words that names end in,
// and how often words stand in and next to names of each kind. Tables: countries, demonyms, capitals, regions, cities,
// organisations, forenames, surnames, honorifics, offices, name_heads, name_particles, group_words, plain_capitals,
// small_words, name_words, name_contexts (.tsv).
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/phrases.h"
#include "lexicon/vocabulary.h"
#include "lexicon/word_set.h"
#include "types/analysis.h"

namespace crossread {

enum class PlaceKind : std::uint8_t { country, region, capital, city };

struct KnownPlace {
  PlaceKind kind = PlaceKind::city;
  std::string country;  // three letters; "" when not known
};

// How much a word speaks for a person, a place, an organisation: hundredths of the natural logarithm of its likelihood,
// of which only the differences count.
struct NameEvidence {
  std::int32_t person = 0;
  std::int32_t place = 0;
  std::int32_t organisation = 0;

  NameEvidence& operator+=(const NameEvidence& other) {
    person += other.person;
    place += other.place;
    organisation += other.organisation;
    return *this;
  }
};

// What few of the vocabulary's many words speak for; the others for nothing.
class EvidenceTable {
 public:
  void put(WordId word, const NameEvidence& evidence);
  NameEvidence of(WordId word) const { return rows_[word < row_of_.size() ? row_of_[word] : 0]; }

 private:
  std::vector<std::uint16_t> row_of_;  // by word
  std::vector<NameEvidence> rows_ = {{}};
};

enum class WordPlace : std::uint8_t { only, first, inner, last };
enum class ContextSide : std::uint8_t { before, after };

class NameTables {
 public:
  NameTables(const std::filesystem::path& lexicon_folder, Vocabulary& vocabulary);

  const Phrases& places() const { return place_phrases_; }
  const KnownPlace& place(std::uint32_t value) const { return places_[value]; }
  const Phrases& organisations() const { return organisation_phrases_; }  // value: an EntityKind
  const Phrases& demonyms() const { return demonym_phrases_; }            // value: 1 for people, else 0
  const Phrases& plain_capitals() const { return plain_capitals_; }       // "COVID-19": capitals, but no name
  const Phrases& titles() const { return title_phrases_; }                // honorifics and offices; value 1: honorific
  const WordSet& forenames() const { return forenames_; }
  const WordSet& surnames() const { return surnames_; }
  const WordSet& particles() const { return particles_; }
  const WordSet& common() const { return common_; }

  // What a name is that ends in the word.
  std::optional<EntityKind> head(WordId word) const { return word < heads_.size() ? heads_[word] : std::nullopt; }
  NameEvidence in_name(WordId word, WordPlace place) const {
    return in_name_[static_cast<std::size_t>(place)].of(word);
  }
  NameEvidence beside_name(WordId word, ContextSide side) const {
    return beside_name_[static_cast<std::size_t>(side)].of(word);
  }

 private:
  void read_places(const std::filesystem::path& folder, Vocabulary& vocabulary);
  void read_groups(const std::filesystem::path& folder, Vocabulary& vocabulary);
  void read_titles(const std::filesystem::path& folder, Vocabulary& vocabulary);
  void read_heads(const std::filesystem::path& folder, Vocabulary& vocabulary);
  void read_counts(const std::filesystem::path& folder, Vocabulary& vocabulary);
  void add_place(Vocabulary& vocabulary, std::string_view name, PlaceKind kind, std::string_view country);

  Phrases place_phrases_;
  std::vector<KnownPlace> places_;
  Phrases organisation_phrases_;
  Phrases demonym_phrases_;
  Phrases plain_capitals_;
  Phrases title_phrases_;
  WordSet forenames_;
  WordSet surnames_;
  WordSet particles_;
  WordSet common_;
  std::vector<std::optional<EntityKind>> heads_;  // by word
  std::array<EvidenceTable, 4> in_name_;          // by WordPlace
  std::array<EvidenceTable, 2> beside_name_;      // by ContextSide
};

}  // namespace crossread
