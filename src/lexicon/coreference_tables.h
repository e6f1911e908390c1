// What is known of words before it is settled who is who in a report: pronouns, the kinds and genders of nouns,
// forenames with their gender, and which countries names, capitals and demonyms stand for. Tables: pronouns,
// noun_kinds, forenames, countries, capitals, demonyms,
// speech_verbs (.tsv).
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "lexicon/phrases.h"
#include "lexicon/vocabulary.h"
#include "lexicon/word_set.h"
#include "types/analysis.h"

namespace crossread {

enum class Gender : std::uint8_t { unknown, feminine, masculine, neuter, person };  // person: of either gender
enum class Number : std::uint8_t { any, one, many };
enum class PronounCase : std::uint8_t { subject, object, possessive, reflexive, pointing };

struct PronounFacts {
  std::uint8_t person = 3;  // the grammarian's first, second, third
  Number number = Number::any;
  Gender gender = Gender::unknown;
  PronounCase kase = PronounCase::subject;
};

struct NounFacts {
  EntityKind kind = EntityKind::other;
  Gender gender = Gender::unknown;  // feminine or masculine where the word tells
};

// A country's number, from 1; 0 is none.
using CountryNumber = std::uint16_t;

class CoreferenceTables {
 public:
  // Reads the tables. Throws BrokenWorld if one is missing or has a bad row.
  CoreferenceTables(const std::filesystem::path& lexicon_folder, Vocabulary& vocabulary);

  std::optional<PronounFacts> pronoun(WordId word) const { return at(pronouns_, word); }
  std::optional<NounFacts> noun(WordId word) const { return at(nouns_, word); }
  Gender forename(WordId word) const { return word < forenames_.size() ? forenames_[word] : Gender::unknown; }

  // Words beside which a capital means its government: "talks with Oslo", "accused Oslo".
  bool is_government_noun(WordId lemma) const { return government_nouns_.has(lemma); }
  bool is_government_verb(WordId lemma) const { return government_verbs_.has(lemma); }

  bool is_speech_verb(WordId lemma) const { return speech_verbs_.has(lemma); }

  // Names of countries, longest first: "United States" is USA.
  const Phrases& countries() const { return countries_; }  // value: CountryNumber
  const Phrases& capitals() const { return capitals_; }    // value: CountryNumber
  CountryNumber demonym(WordId word) const { return word < demonyms_.size() ? demonyms_[word] : CountryNumber{0}; }

 private:
  template <class Value>
  static std::optional<Value> at(const std::vector<std::optional<Value>>& by_word, WordId word) {
    return word < by_word.size() ? by_word[word] : std::nullopt;
  }
  void read_pronouns(const std::filesystem::path& folder, Vocabulary& vocabulary);
  void read_nouns(const std::filesystem::path& folder, Vocabulary& vocabulary);
  void read_forenames(const std::filesystem::path& folder, Vocabulary& vocabulary);
  void read_governments(const std::filesystem::path& folder, Vocabulary& vocabulary);
  void read_countries(const std::filesystem::path& folder, Vocabulary& vocabulary);

  std::vector<std::optional<PronounFacts>> pronouns_;  // by word, as all below
  std::vector<std::optional<NounFacts>> nouns_;
  std::vector<Gender> forenames_;
  std::vector<CountryNumber> demonyms_;
  WordSet speech_verbs_;
  WordSet government_nouns_;
  WordSet government_verbs_;
  Phrases countries_;
  Phrases capitals_;
};

}  // namespace crossread
