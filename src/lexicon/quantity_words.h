// Words for what numbers count. Tables: units, currencies, small_money, irregular_plurals, people_words, fates (.tsv).
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/phrases.h"
#include "lexicon/vocabulary.h"
#include "lexicon/word_set.h"

namespace crossread {

// How a word tells what befell those who are counted: "killed 22" (patient), "22 died" (agent), "22 dead" (state),
// "22 deaths" (noun).
enum class FateRole : std::uint8_t { patient, agent, state, noun };
inline constexpr std::size_t kFateRoles = 4;

class QuantityWords {
 public:
  QuantityWords(const std::filesystem::path& lexicon_folder, Vocabulary& vocabulary);

  const Phrases& units() const { return units_; }
  const Phrases& currencies_before() const { return before_; }
  const Phrases& currencies_after() const { return after_; }
  // "cents", "grosz": hundredths of the currency, which is "?" where the word does not tell it.
  const Phrases& small_money() const { return small_; }
  const std::string& unit(std::uint32_t value) const { return names_[value]; }  // of any of the four

  const WordSet& people() const { return people_; }  // "miners", "civilian"

  // "killed" of "died" in the agent's role; empty if the word has no such meaning.
  const std::string& fate(WordId word, FateRole role) const;

  // The singular of an irregular plural; empty if the table has it not.
  std::string_view singular(WordId word) const {
    return word < singulars_.size() ? std::string_view(singulars_[word]) : std::string_view{};
  }

 private:
  std::uint32_t name(std::string_view unit);

  Phrases units_;
  Phrases before_;
  Phrases after_;
  Phrases small_;
  WordSet people_;
  std::array<std::vector<std::string>, kFateRoles> fates_;  // by role and word
  std::vector<std::string> names_;
  std::vector<std::string> singulars_;  // by word
};

}  // namespace crossread
