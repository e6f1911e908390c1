// Whether two reports belong together, decided from their profiles alone: what they share, what they do not, and the
// days between them.
//
// Guarded by tests/story/relate_test.cpp.
#pragma once

#include <cstddef>
#include <optional>

#include "types/report.h"
#include "types/story.h"

namespace crossread {

// Two reports are looked at together if they share at least this many keys.
inline constexpr std::size_t kSharedKeys = 2;

// Symmetric. Empty when the two have nothing to say about each other.
std::optional<StoryLink> relate(const StoryProfile& a, const StoryProfile& b);

}  // namespace crossread
