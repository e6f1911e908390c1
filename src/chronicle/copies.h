// The reports of a story as trees of copies, a tree or more an origin.
#pragma once

#include <span>
#include <vector>

#include "types/brief.h"

namespace crossread {

// The origins whose reports these are, in order of their first reports. Every report stands in exactly one tree, under
// the report of its origin that the largest part of it was taken from; where the links would run in a circle, the
// weakest gives way.
std::vector<BriefOrigin> copy_trees(std::span<const ReportEntry> reports, std::span<const CopyLink> links,
                                    std::span<const Origin> origins);

// Whose words stand at a place: the origin that lent the passage, or else the report's own.
class OriginAt {
 public:
  OriginAt(std::span<const ReportEntry> reports, std::span<const Origin> origins);
  OriginId operator()(const Citation& place) const;
  // Independent origins among them. Where a report lends or borrows the words of a place, its own origin and the
  // lender's are one for this count, so that words which were copied around never count twice.
  std::uint32_t count(std::span<const Citation> places) const;

 private:
  struct Lent {
    Citation place;
    OriginId origin;
    friend auto operator<=>(const Lent&, const Lent&) = default;
  };
  std::vector<OriginId> own_;  // by report
  std::vector<Lent> lent_;     // in order
};

}  // namespace crossread
