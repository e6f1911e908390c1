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

// By day, actor, recipient. Reads the file's accounts, entities and claims.
std::vector<SituationRow> situation_of(const StorylineFile& file, const PloverScores& scores);

}  // namespace crossread
