// Words for what numbers count. Tables: units, currencies, irregular_plurals (.tsv).
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/phrases.h"
#include "lexicon/vocabulary.h"

namespace crossread {

class QuantityWords {
 public:
  QuantityWords(const std::filesystem::path& lexicon_folder, Vocabulary& vocabulary);

  const Phrases& units() const { return units_; }
  const Phrases& currencies_before() const { return before_; }
  const Phrases& currencies_after() const { return after_; }
  const std::string& unit(std::uint32_t value) const { return names_[value]; }  // of any of the three

  // The singular of an irregular plural; empty if the table has it not.
  std::string_view singular(WordId word) const {
    return word < singulars_.size() ? std::string_view(singulars_[word]) : std::string_view{};
  }

 private:
  std::uint32_t name(std::string_view unit);

  Phrases units_;
  Phrases before_;
  Phrases after_;
  std::vector<std::string> names_;
  std::vector<std::string> singulars_;  // by word
};

}  // namespace crossread
