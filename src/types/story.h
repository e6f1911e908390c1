// Which reports belong together.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "types/date.h"

namespace crossread {

// What a term of a profile stands for; the kinds are weighed apart when two profiles are compared.
enum class TermKind : std::uint8_t { word, name, number };

// What the story stage compares: made once a report, kept in the store, a function of the report and shipped tables
// alone. At most 64 terms and 24 keys: under 700 bytes.
struct StoryProfile {
  struct Term {
    std::uint32_t key = 0;     // hash of a normalised word or name, its kind mixed in
    std::uint16_t weight = 0;  // its share of the report, scaled so that the vector of all terms has length 10,000
    TermKind kind = TermKind::word;
    friend auto operator<=>(const Term&, const Term&) = default;
  };
  ReportId report;
  std::int64_t minutes = INT64_MAX;  // publication, as CanonicalKey
  std::vector<Term> terms;           // in order of key, each key once
  std::vector<std::uint64_t> keys;   // what the index is asked for, in order: the most telling terms
  friend bool operator==(const StoryProfile&, const StoryProfile&) = default;
};

// How strongly two reports belong together; a function of the two profiles alone.
struct StoryLink {
  ReportId a;  // a before b in canonical order
  ReportId b;
  std::uint16_t strength = 0;  // 0 to 1000: of one event
  std::uint16_t kinship = 0;   // 0 to 1000: of one storyline, by the names that they share
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
