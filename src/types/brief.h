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
#include "types/outlet.h"
#include "types/storyline.h"

namespace crossread {

// All that a brief of one story is made from.
struct StoryFile {
  struct Member {
    ReportEntry entry;
    Analysis analysis;
    bool fresh = false;  // came after what the reader knows; see `since`
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
  StorylineFile told;                  // what the reports of its storyline say; claims of other reports are left out
  std::optional<std::string> since;    // "batch 3", "2026-11-22": what came after it is news; none: nothing is
};

// A place in a report of the brief: `report` counts Brief::reports from 0.
struct Citation {
  std::uint32_t report = 0;
  ByteSpan span;
  friend auto operator<=>(const Citation&, const Citation&) = default;
};

// A sentence of a report, and wherever else the same is told.
struct BriefLine {
  std::string text;                 // the words of the first citation, blanks joined
  std::vector<Citation> citations;  // at least one; the sentence shown first, then in order of report
  std::uint32_t origins = 1;        // independent origins among them; a lifted passage counts for the one it comes from
  std::optional<ClaimId> claim;     // that put them together; none: they are nearly the same words
  std::optional<ByteSpan> core;     // what the others tell of the first citation's words; none: all of them
  friend bool operator==(const BriefLine&, const BriefLine&) = default;
};

// One of the values by which tellers part.
struct BriefSide {
  std::string value;             // words of the first citation: "16 short-range ballistic missiles"
  std::vector<Citation> values;  // where it stands, at least one, in order of report
  BriefLine line;                // the sentences around them
  friend bool operator==(const BriefSide&, const BriefSide&) = default;
};

// A slot of a claim in which its tellers part, or in which the later replaces the earlier.
struct BriefParting {
  ClaimId claim;
  SlotKind slot = SlotKind::count;
  std::string unit;              // of counts, "" of others
  std::string of;                // what befell those counted: "killed", ""
  std::vector<BriefSide> sides;  // two or more; the earlier first
  friend bool operator==(const BriefParting&, const BriefParting&) = default;
};

// What somebody says. The citations of `line` hold the words said, the cue and the name or office of the speaker.
struct BriefSaying {
  BriefLine line;                // `text`: the words said, in quotation marks where they are quoted
  std::string cue;               // "said", "told"; "" when there is none
  std::vector<std::string> via;  // who passed it on, innermost first, in the words of the first citation
  std::optional<Date> date;      // of the saying
  friend bool operator==(const BriefSaying&, const BriefSaying&) = default;
};

// What one person or body says, in order of time, then of the reports.
struct BriefSpeaker {
  EntityId entity;
  std::string name;                 // as `named` has it
  std::optional<std::string> role;  // as `office` has it
  Citation named;
  std::optional<Citation> office;
  std::vector<BriefSaying> sayings;  // at least one
  std::uint32_t origins = 1;         // that carry any of them
  friend bool operator==(const BriefSpeaker&, const BriefSpeaker&) = default;
};

// Something that happened or was said at a known time.
struct BriefMoment {
  Date date;
  Citation words;  // that date it
  TimeOf time_of = TimeOf::happening;
  BriefLine line;
  friend bool operator==(const BriefMoment&, const BriefMoment&) = default;
};

// Words of a report that name something.
struct BriefNaming {
  std::string name;  // the words cited, blanks joined
  Citation words;
  friend bool operator==(const BriefNaming&, const BriefNaming&) = default;
};

// A ban, closure, warning or piece of advice.
struct BriefAdvisory {
  AdvisoryKind what = AdvisoryKind::advice;
  BriefLine line;
  std::optional<BriefNaming> issuer;
  std::vector<BriefNaming> places;
  std::optional<Date> date;          // resolved
  std::optional<Citation> dated_by;  // the words that date it; there when `date` is
  friend bool operator==(const BriefAdvisory&, const BriefAdvisory&) = default;
};

enum class ActKind : std::uint8_t { said, did, underwent };

// What a person or body said or did, or what was done to it.
struct BriefAct {
  ActKind what = ActKind::did;
  EventStatus status = EventStatus::asserted;  // of a deed
  std::string cue;                             // words of the line: "said", "arrested"; may be "" of what was said
  std::optional<Date> date;                    // resolved
  BriefLine line;
  friend bool operator==(const BriefAct&, const BriefAct&) = default;
};

// A person or body with all that it said and did, in order of time.
struct BriefPerson {
  EntityId entity;
  EntityKind kind = EntityKind::person;
  BriefNaming named;
  std::optional<BriefNaming> office;
  std::vector<BriefAct> acts;  // at least one
  std::uint32_t origins = 1;   // that carry any of them
  friend bool operator==(const BriefPerson&, const BriefPerson&) = default;
};

// Claims of one day and status, by how hostile or friendly they are.
struct BriefPoint {
  std::int32_t day = 0;  // days since 1970-01-01
  EventStatus status = EventStatus::asserted;
  std::int32_t score = 0;         // mean, thousandths of PLOVER's scale from -10,000 to 10,000
  std::vector<BriefLine> claims;  // at least one
  std::vector<Citation> dated;    // of each claim the words that date it
  friend bool operator==(const BriefPoint&, const BriefPoint&) = default;
};

// How one party treated another.
struct BriefConduct {
  std::string actor;  // the name of a country, from a table, or of a body
  std::string recipient;
  std::vector<BriefPoint> points;  // by day, then status; at least one
  friend bool operator==(const BriefConduct&, const BriefConduct&) = default;
};

enum class BriefPart : std::uint8_t { agreed, disputed, revised, single, said };

// near: has a sentence with a good part of its words, and whether that tells the same cannot be said. silent: no such
// sentence was found.
enum class Stance : std::uint8_t { silent, near, tells };

struct MatrixCell {
  Stance stance = Stance::silent;
  std::uint32_t side = 0;         // of a parting: which of its sides the report takes
  std::optional<Citation> words;  // unless silent
  friend bool operator==(const MatrixCell&, const MatrixCell&) = default;
};

// A line of the brief against all its reports.
struct MatrixRow {
  BriefPart part = BriefPart::agreed;
  std::uint32_t place = 0;        // in that list of the brief; of what was said, in Brief::speakers
  std::uint32_t saying = 0;       // of what was said: which of the speaker's sayings
  std::vector<MatrixCell> cells;  // a report each
  friend bool operator==(const MatrixRow&, const MatrixRow&) = default;
};

// What came since the reader last looked. Numbers count the lists of the brief.
struct BriefNews {
  struct Saying {
    std::uint32_t speaker = 0;
    std::uint32_t saying = 0;
    friend bool operator==(const Saying&, const Saying&) = default;
  };
  std::string since;
  std::vector<std::uint32_t> reports;
  std::vector<std::uint32_t> origins;    // all of whose reports are new
  std::vector<BriefLine> lines;          // that no earlier report tells, most telling first
  std::vector<std::uint32_t> confirmed;  // of `agreed`: told before by one origin, now by more
  std::vector<std::uint32_t> disputed;   // with a side that no earlier report takes
  std::vector<std::uint32_t> revised;
  std::vector<Saying> sayings;  // that no earlier report carries
  friend bool operator==(const BriefNews&, const BriefNews&) = default;
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
  std::vector<ReportEntry> reports;                 // in canonical order
  std::vector<std::optional<OutletFacts>> outlets;  // of each report; none: its outlet stands in no table
  std::vector<CopyLink> links;                      // in order of `report`, then `other`
  std::vector<BriefOrigin> origins;                 // in order of their first reports
  std::vector<BriefLine> agreed;                    // told by two origins or more, those of most origins first
  std::vector<BriefParting> disputed;
  std::vector<BriefParting> revised;
  std::vector<BriefLine> single;  // on one origin only: the most telling first
  std::vector<BriefSpeaker> speakers;
  std::vector<BriefMoment> moments;  // in order of time
  std::vector<BriefAdvisory> advisories;
  std::vector<BriefDate> dates;       // named, in order of time
  std::vector<BriefPerson> people;    // those of most origins first
  std::vector<BriefConduct> conduct;  // those of most claims first
  std::vector<MatrixRow> matrix;      // in the order of the parts and lists
  std::optional<BriefNews> news;
  std::vector<StoryFile::Neighbour> follows;
  std::vector<StoryFile::Neighbour> followed_by;
  friend bool operator==(const Brief&, const Brief&) = default;
};

}  // namespace crossread
