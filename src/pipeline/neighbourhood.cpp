#include "pipeline/neighbourhood.h"

#include "story/settle.h"

namespace crossread {

const std::vector<NumberedLink>& Neighbourhood::story_links(ReportNumber number) {
  const auto [place, fresh] = story_links_.try_emplace(number);
  if (fresh) place->second = store_.story_neighbours_of(number);
  return place->second;
}

const std::vector<CopyNeighbour>& Neighbourhood::copies(ReportNumber number) {
  const auto [place, fresh] = copies_.try_emplace(number);
  if (fresh) place->second = store_.copy_neighbours_of(number);
  return place->second;
}

const std::vector<StrongTie>& Neighbourhood::strong_ties(ReportNumber number) {
  const auto [place, fresh] = strong_ties_.try_emplace(number);
  if (!fresh) return place->second;
  std::vector<StrongTie>& ties = place->second;
  for (const NumberedLink& link : story_links(number)) {
    if (link.strength >= kOneEvent) ties.push_back({link.a == number ? link.b : link.a, link.strength});
  }
  for (const CopyNeighbour& copy : copies(number)) {
    if (takes_the_bulk(copy.kind)) ties.push_back({copy.other, kBound});
  }
  return ties;
}

CanonicalKey Neighbourhood::key_of(ReportNumber number) {
  order_.fetch({&number, 1});
  return order_.key_of(number).value_or(CanonicalKey{});
}

}  // namespace crossread
