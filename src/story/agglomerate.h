// Average-link agglomeration over sparse links: the two groups whose members are linked most strongly on average are
// joined first, again and again, until no pair reaches the threshold. A missing link counts as strength 0, so that a
// chain of look-alikes does not fuse. A function of the sets of groups and links, whatever their order.
//
// Guarded by tests/story/agglomerate_test.cpp, with a slow judge.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace crossread {

struct GroupLink {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint64_t sum = 0;  // of the strengths of all links between members of the two
};

// `sizes` holds the number of members of each group; links join different groups, each pair once. Gives for every group
// the smallest number of the groups that it ends up with.
std::vector<std::uint32_t> agglomerated(std::span<const std::uint32_t> sizes, std::span<const GroupLink> links,
                                        std::uint64_t threshold);

}  // namespace crossread
