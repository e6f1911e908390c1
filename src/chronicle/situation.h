// How parties treat one another, day by day: for each pair the mean of the PLOVER scores of the claims of a day. What
// nobody says has happened (negated, denied, planned, hypothetical, requested) does not count, and each claim counts
// once, however many reports carry it.
//
// PLOVER manual, draft 2.0 (2024), tables of scores.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "types/storyline.h"

namespace crossread {

// Thousandths of the scale from -10 (most hostile) to 10, of a type and mode.
class PloverScores {
 public:
  // Reads the table; throws BrokenWorld, naming the line, if it cannot be read or a row is bad.
  explicit PloverScores(const std::filesystem::path& file);

  // The mode's own score, else the type's; none for what is not political.
  std::optional<std::int32_t> score(EventType type, std::optional<EventMode> mode) const;

 private:
  std::map<std::pair<EventType, std::optional<EventMode>>, std::int32_t> scores_;
};

// What one party did to another on a day, as one claim has it.
struct Treatment {
  std::int32_t day = 0;
  std::string actor;  // country, ISO 3166-1 alpha-3, or the name of a body
  std::string recipient;
  EventStatus status = EventStatus::asserted;  // asserted, alleged or threatened
  std::int32_t score = 0;                      // thousandths of PLOVER's scale
  const Claim* claim = nullptr;                // of the file
};

// By day, actor, recipient, then claim. Reads the file's accounts, entities and claims, and must not outlive it.
std::vector<Treatment> treatments_of(const StorylineFile& file, const PloverScores& scores);

// By day, actor, recipient. Reads the file's accounts, entities and claims.
std::vector<SituationRow> situation_of(const StorylineFile& file, const PloverScores& scores);

}  // namespace crossread
