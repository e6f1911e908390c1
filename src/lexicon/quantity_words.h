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
  const std::string& fate(WordId word, FateRole role) const { return at(fates_[static_cast<std::size_t>(role)], word); }

  // The singular of an irregular plural; empty if the table has it not.
  const std::string& singular(WordId word) const { return at(singulars_, word); }

 private:
  // Of names_, by word; 0, the empty name, for all others. Numbers and no strings: the last word of a small table may
  // be the vocabulary's hundred thousandth.
  using ByWord = std::vector<std::uint16_t>;

  std::uint32_t name(std::string_view unit);
  void put(ByWord& by_word, WordId word, std::string_view name);
  const std::string& at(const ByWord& by_word, WordId word) const {
    return names_[word < by_word.size() ? by_word[word] : 0];
  }

  Phrases units_;
  Phrases before_;
  Phrases after_;
  Phrases small_;
  WordSet people_;
  std::array<ByWord, kFateRoles> fates_;
  ByWord singulars_;
  std::vector<std::string> names_ = {""};
};

}  // namespace crossread
