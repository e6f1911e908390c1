// Average-link agglomeration over sparse links: the two groups whose members are linked most strongly on average are
// joined first, again and again. A missing link counts as strength 0, so that a chain of look-alikes does not fuse.
// Two groups whose links with each other are clearly weaker than the links within each are two events that look alike:
// they are found apart, and whatever they grow into stays apart.
//
//   strengths within A 500, within B 400, between them 300: 300 < 0.75 * sqrt(500 * 400), apart
//
// A function of the sets of groups and links, whatever their order. Guarded by tests/story/agglomerate_test.cpp, with a
// slow judge.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace crossread {

struct GroupLink {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t strength = 0;  // 0 to 1000
};

struct JoinRule {
  std::uint32_t least = 0;       // average strength at which two groups may be one
  std::uint32_t contrast = 0;    // percent of the strengths within that the strength between must reach
  std::uint32_t ceiling = 1000;  // a link within a group counts no more than this: copies do not make others look apart
};

// Links name groups below `groups`, each pair at most once. Gives for every group the smallest number of the groups
// that it ends up with.
std::vector<std::uint32_t> agglomerated(std::size_t groups, std::span<const GroupLink> links, const JoinRule& rule);

}  // namespace crossread
