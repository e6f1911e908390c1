// Which tellings of a storyline are worth comparing: those in the same words once, and only with those with which they
// share something to look up. Time and memory grow with the number of tellings, not with its square.
#pragma once

#include <cstdint>
#include <set>
#include <utility>
#include <vector>

#include "claim/item.h"

namespace crossread::claim {

// Items in the same words, with the same type or act: what a copy repeats.
struct Face {
  std::vector<std::uint32_t> items;  // places in the list of items, in order; the first stands for all
  std::set<std::uint32_t> reports;
};

// In order of their first items; every item is of exactly one.
std::vector<Face> faces_of(const StorylineReports& storyline, const std::vector<Item>& items);

using FacePair = std::pair<std::uint32_t, std::uint32_t>;  // places in the list of faces, the lower first

// Pairs that share a key (a type with a party or a day, a rare word, a speaker) and stand no further apart than 64
// faces of that key: of each face and those before it the 96 that share the most keys. In order, each once.
std::vector<FacePair> candidates(const StorylineReports& storyline, const std::vector<Item>& items,
                                 const std::vector<Face>& faces);

}  // namespace crossread::claim
