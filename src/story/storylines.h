// Which story grows out of which. A story picks its kin: of the stories that did not begin later, the one that it is
// closest to. It hangs on that one, and what hangs together is a storyline, a tree. Whom a story picks is a function of
// its own links and of when it and its neighbours began, so a new report touches the neighbours of its story, not the
// storyline.
//
//   a, Monday ◀─300─ b, Thursday ◀─250─ c, Saturday      and 150 between a and c: c picks b, one storyline
//
// Two stories that began in one minute (or both without a date) may pick each other: then the canonically earlier one
// is the root. No other circle can be: of the picks in a circle none is weaker than the one before it, so all are
// equally strong, and of equals the earlier is picked.
//
// Guarded by tests/story/storylines_test.cpp; kept up to date in a store by pipeline/hanging.h.
#pragma once

#include <cstdint>
#include <optional>

#include "types/report.h"
#include "types/story.h"

namespace crossread {

// The least kinship of two reports that makes their stories kin. On T17 (five topics of months in one stream) B-cubed
// F1 of storylines was 0.81, 0.75, 0.68 for 60, 100, 120, but half of the unrelated pairs of ECB+ that the index offers
// have a kinship of 84 or more, 2026-11-22.
inline constexpr std::uint16_t kOneStoryline = 100;

// A story that another may hang on, by its first report, and how close the closest reports of the two are.
struct Kin {
  CanonicalKey first;
  std::uint16_t kinship = 0;
  friend bool operator==(const Kin&, const Kin&) = default;
};

// Whether a story of this first report may hang on one of that: it is not known to have begun before.
bool may_hang(const CanonicalKey& story, const CanonicalKey& on);

// Whether `a` is picked before `b`.
bool is_closer(const Kin& a, const Kin& b);

// Whether a story hangs on nothing although it picked `kin`, which picked `kin_of_kin`.
bool is_root(const CanonicalKey& story, const CanonicalKey& kin, const std::optional<CanonicalKey>& kin_of_kin);

// Whether it is told that the one follows the other: they are close, and it is known which began earlier.
bool follows(const CanonicalKey& story, const Kin& kin);

StoryId story_id(ReportId first);
StorylineId storyline_id(ReportId first_of_root);

}  // namespace crossread
