// Which reports belong together.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "types/date.h"

namespace crossread {

// What the story stage compares: made once a report, kept in the store, a function of the report and shipped tables
// alone.
struct StoryProfile {
  struct Term {
    std::uint64_t key = 0;     // hash of a normalised word, pair of words or name
    std::uint16_t weight = 0;  // its share of the report's weight vector, scaled so that the vector's length is 32767
    friend auto operator<=>(const Term&, const Term&) = default;
  };
  ReportId report;
  std::int64_t minutes = INT64_MAX;  // publication, as CanonicalKey
  std::vector<Term> terms;           // in order of key, each key once
  std::vector<std::uint64_t> keys;   // what the index is asked for, in order; a few of the most telling terms
  friend bool operator==(const StoryProfile&, const StoryProfile&) = default;
};

// How strongly two reports belong together; a function of the two profiles alone.
struct StoryLink {
  ReportId a;  // a before b in canonical order
  ReportId b;
  std::uint16_t strength = 0;  // 0 to 1000; from `kSameStory` on they tell of one event, below it of one storyline
  friend auto operator<=>(const StoryLink&, const StoryLink&) = default;
};

struct Story {
  StoryId id;                     // of its first report in canonical order
  std::string title;              // the title of one of its reports
  std::vector<ReportId> reports;  // in canonical order
  std::optional<Date> start;      // publication of the first and last dated report
  std::optional<Date> end;
  std::vector<StoryId> follows;  // stories of the same storyline that it grows out of
  StorylineId storyline;         // of the first report of the whole storyline
  friend bool operator==(const Story&, const Story&) = default;
};

}  // namespace crossread
