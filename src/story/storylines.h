// Which story grows out of which. A story picks its kin: of the stories that began earlier, the one that it is closest
// to; if it is close to none of them, of those that began later. It hangs on that one, and what hangs together is a
// storyline. Whom a story picks is a function of its own links and of when it and its neighbours began, so a new report
// touches the neighbours of its story, not the storyline.
//
//   a, Monday ◀─300─ b, Thursday ◀─250─ c, Saturday      and 150 between a and c: c picks b, one storyline
//
// Each story picks one at most, so what hangs together ends in one story without a pick or in one circle; the root is
// that story, or the canonically earliest of the circle.
//
// Guarded by tests/story/storylines_test.cpp; kept up to date in a store by pipeline/storylines.h.
#pragma once

#include <cstdint>
#include <optional>

#include "types/report.h"
#include "types/story.h"

namespace crossread {

// The least kinship of two stories that makes a storyline. On T17 (five topics of months in one stream), B-cubed F1 of
// storylines and its precision for 75, 80, 85, 90, 100: 0.84 0.92, 0.87 0.99, 0.86 0.99, 0.86 0.99, 0.81 0.99, where
// the closest pair of reports alone gives 0.81 0.80, 0.81 0.79, 0.83 0.91, 0.85 0.96, 0.79 0.99 (simulated on the links
// of the store, 2026-11-23).
inline constexpr std::uint16_t kOneStoryline = 85;

// How close two stories are: the mean of the kinship of their two closest pairs of reports. One pair of reports
// of two long stories may be close by chance; two seldom are.
class StoryKinship {
 public:
  void add(std::uint16_t kinship);  // of a pair of reports, one of each; each pair once

  // `single_pair`: each of the stories is one report.
  std::uint16_t value(bool single_pair) const {
    return single_pair ? closest_ : static_cast<std::uint16_t>((closest_ + next_) / 2);
  }

 private:
  std::uint16_t closest_ = 0;
  std::uint16_t next_ = 0;
};

// A story that another may hang on, by its first report.
struct Kin {
  CanonicalKey first;
  std::uint16_t kinship = 0;  // of the two stories
  bool earlier = false;       // it began canonically earlier than the story that hangs on it
  friend bool operator==(const Kin&, const Kin&) = default;
};

// `other`, as kin of `story`.
Kin kin(const CanonicalKey& story, const CanonicalKey& other, std::uint16_t kinship);

// Whether `a` is picked before `b`.
bool is_closer(const Kin& a, const Kin& b);

// Whether it is told that the one follows the other: they are close, and it is known which began earlier.
bool follows(const CanonicalKey& story, const Kin& kin);

StoryId story_id(ReportId first);
StorylineId storyline_id(ReportId first_of_root);

}  // namespace crossread
