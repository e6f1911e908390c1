// A brief: one story told in its own reports' words, with who is independent of whom. Made by chronicle, shown by
// render.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "types/analysis.h"
#include "types/dossier.h"

namespace crossread {

// All that a brief of one story is made from.
struct StoryFile {
  struct Member {
    ReportEntry entry;
    Analysis analysis;
  };
  struct Neighbour {
    StoryId id;
    std::string title;
    std::optional<Date> start;
    friend bool operator==(const Neighbour&, const Neighbour&) = default;
  };
  Story story;
  std::vector<Member> members;         // its reports, in canonical order
  std::vector<CopyLink> links;         // those between two of its members; others are left out of account
  std::vector<Origin> origins;         // those that its members belong to or hold passages of
  std::vector<Neighbour> follows;      // earlier stories of the storyline that it grows out of
  std::vector<Neighbour> followed_by;  // and those that grow out of it
};

// A place in a report of the brief: `report` counts Brief::reports from 0.
struct Citation {
  std::uint32_t report = 0;
  ByteSpan span;
  friend auto operator<=>(const Citation&, const Citation&) = default;
};

// A sentence of a report, and wherever else the same is told in nearly the same words.
struct BriefLine {
  std::string text;                 // the words of the first citation, blanks joined
  std::vector<Citation> citations;  // at least one; the sentence shown first, then in order of report
  std::uint32_t origins = 1;        // independent origins among them; a lifted passage counts for the one it comes from
  friend bool operator==(const BriefLine&, const BriefLine&) = default;
};

// A day or longer that the reports speak of.
struct BriefDate {
  Date date;                        // resolved
  std::vector<Citation> citations;  // at least one
  std::uint32_t origins = 1;
  friend bool operator==(const BriefDate&, const BriefDate&) = default;
};

// Where a report stands in the tree of copies. A share is in thousandths.
struct CopyNode {
  std::uint32_t report = 0;
  std::uint32_t depth = 0;              // 0: a root
  std::optional<std::uint32_t> source;  // the report that it hangs under
  std::optional<std::uint32_t> link;    // the CopyLink between the two, index into Brief::links
  std::uint32_t share = 0;              // of its words that stand in `source`
  bool told = false;                    // the direction is known, not taken from the order of publication
  friend bool operator==(const CopyNode&, const CopyNode&) = default;
};

// One independent act of reporting, with its reports as a tree: each node before its copies, `depth` tells the rest.
struct BriefOrigin {
  OriginId id;
  std::string label;
  std::vector<CopyNode> tree;  // the reports whose bulk it is
  std::vector<Citation> lent;  // parts of it in reports of other origins
  friend bool operator==(const BriefOrigin&, const BriefOrigin&) = default;
};

struct Brief {
  StoryId id;
  std::string title;
  std::optional<Date> start;  // publication of the first and last dated report
  std::optional<Date> end;
  std::vector<ReportEntry> reports;  // in canonical order
  std::vector<CopyLink> links;       // in order of `report`, then `other`
  std::vector<BriefOrigin> origins;  // in order of their first reports
  std::vector<BriefLine> lines;      // the most telling first
  std::vector<BriefDate> dates;      // in order of time
  std::vector<StoryFile::Neighbour> follows;
  std::vector<StoryFile::Neighbour> followed_by;
  friend bool operator==(const Brief&, const Brief&) = default;
};

}  // namespace crossread
