// From scores of pairs of words to one tree over them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace crossread::language {

// The tree of highest sum of scores over `count` words in which exactly one word hangs from the root.
// scores[word * (count + 1) + governor]; governor `count` is the root; a word's score for itself is not looked at.
// heads[word] is the governor's index, -1 the root. Chu and Liu 1965, Edmonds 1967; ties go to the governor that comes
// first. Time: linear in the scores when the best governors form a tree, as most do; else up to count^3.
void best_tree(std::span<const std::int32_t> scores, std::size_t count, std::vector<std::int32_t>& heads);

}  // namespace crossread::language
