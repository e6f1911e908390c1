// Bans, closures, warnings and advice: what people were told to do or not to do, by whom.
//
// Guarded by tests/chronicle/advisories_test.cpp.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <vector>

#include "types/storyline.h"

namespace crossread {

// Words that make an advisory of an event or a statement (data/lexicon/<lang>/advisories.tsv).
class AdvisoryWords {
 public:
  enum class Sense : std::uint8_t { ban, closure, closable, audience };

  // Reads the table; throws BrokenWorld, naming the line, if it cannot be read or a row is bad.
  explicit AdvisoryWords(const std::filesystem::path& file);

  // The word is given by its hash (text/words.h).
  bool has(std::uint64_t word, Sense sense) const;

 private:
  std::map<std::uint64_t, Sense> senses_;
};

// In order of report, then of text. Reads the file's reports and accounts. An event is a ban when its words say so and
// somebody is named who issues it, a closure when they say so beside something that can be closed; not what is denied,
// threatened or merely possible. A statement that warns, advises, asks or orders counts when it is given to people at
// large, not to another government.
std::vector<Advisory> advisories_of(const StorylineFile& file, const AdvisoryWords& words);

}  // namespace crossread
