// Which fields of events a word belongs to: its deeds' types, or the field that a noun shows a report to be about
// (data/lexicon/<lang>/event_fields.tsv). Wider than frames, and never enough for an event by itself.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/string_map.h"
#include "types/account.h"

namespace crossread::account {

// A type of event by its number, or a verb of speech, or one of state.
using EventField = std::uint8_t;
inline constexpr EventField kSpeechField = kEventTypeCount;
inline constexpr EventField kStateField = kEventTypeCount + 1;
inline constexpr std::size_t kEventFieldCount = kEventTypeCount + 2;

enum class FieldWord : std::uint8_t { verb, noun, adjective, field };

class EventFields {
 public:
  // Throws BrokenWorld, naming the line, if the table cannot be read or a row is bad.
  explicit EventFields(const std::filesystem::path& language_folder);

  // In order of number; empty for a word that is not listed.
  const std::vector<EventField>& of(std::string_view lemma, FieldWord word) const;

 private:
  std::array<StringMap<std::vector<EventField>>, 4> fields_;
  std::vector<EventField> none_;
};

}  // namespace crossread::account
