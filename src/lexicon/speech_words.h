// Words by which somebody says something, with what is done by saying it. Table: speech_acts (.tsv).
#pragma once

#include <tsl/robin_map.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "types/account.h"

namespace crossread {

enum class SpeechKind : std::uint8_t { verb, noun, teller, document, light, figure };

class SpeechWords {
 public:
  // Reads `lexicon_folder`/speech_acts.tsv. Throws BrokenWorld if it is missing or bad.
  explicit SpeechWords(const std::filesystem::path& lexicon_folder);

  // The act of a lemma whose words said hang on it by `pattern` ("clause", "infinitive", "object", "name", "figure",
  // "number", "person" or a preposition); none: not one that introduces speech so.
  std::optional<Act> act(std::string_view lemma, SpeechKind kind, std::string_view pattern) const;
  bool has(std::string_view lemma, SpeechKind kind) const;
  bool is_document(std::string_view lemma) const { return has(lemma, SpeechKind::document); }

 private:
  tsl::robin_map<std::string, Act> acts_;  // "say verb clause"; "say verb" alone: the first of its rows
};

}  // namespace crossread
