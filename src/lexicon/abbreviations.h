// Abbreviations that keep their stop, and what the stop may mean. Table: abbreviations.tsv.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "lexicon/vocabulary.h"

namespace crossread {

enum class AbbreviationKind : std::uint8_t {
  none,
  title,   // stands before a name, never ends a sentence: "Gen.", "Mr."
  number,  // stands before a number; ends a sentence otherwise: "Jan.", "No."
  end,     // may end a sentence: "Inc.", "U.S.", "p.m."
  inner,   // hardly ever ends a sentence: "e.g.", "vs."
};

class Abbreviations {
 public:
  Abbreviations(const std::filesystem::path& lexicon_folder, Vocabulary& vocabulary);
  // Of the word with its stop, "jan."; `capital`: whether it is written with a capital letter.
  AbbreviationKind kind(WordId word, bool capital) const {
    if (word >= entries_.size() || (entries_[word].needs_capital && !capital)) return AbbreviationKind::none;
    return entries_[word].kind;
  }

 private:
  struct Entry {
    AbbreviationKind kind = AbbreviationKind::none;
    bool needs_capital = false;
  };
  std::vector<Entry> entries_;  // by word
};

}  // namespace crossread
