// Who copied from whom, and how many independent acts of reporting there are.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/id.h"
#include "types/span.h"

namespace crossread {

enum class CopyKind : std::uint8_t { same, near, abridged, releaded, part, quoted };
enum class CopyDirection : std::uint8_t { from, to, unknown };

// A run of text that stands in both reports.
struct Passage {
  ByteSpan report;
  ByteSpan other;
  friend auto operator<=>(const Passage&, const Passage&) = default;
};

// One row for an unordered pair; `report` is the later of the two in canonical order. A function of the two reports and
// shipped tables alone.
struct CopyLink {
  ReportId report;
  ReportId other;
  CopyKind kind = CopyKind::part;
  CopyDirection direction = CopyDirection::unknown;  // `from`: report took it from other
  std::uint32_t shared_words = 0;                    // words of `report` that lie in passages
  std::uint32_t report_words = 0;                    // words of each body
  std::uint32_t other_words = 0;
  std::vector<Passage> passages;  // in order of `report`
  friend bool operator==(const CopyLink&, const CopyLink&) = default;
};

// One independent act of reporting.
struct Origin {
  OriginId id;                     // of its first report in canonical order
  std::string label;               // the credited agency, else the outlet of the first report, else its source id
  std::vector<ReportId> reports;   // in canonical order: those whose bulk it is
  std::vector<Evidence> passages;  // parts of it in reports of other origins
  friend bool operator==(const Origin&, const Origin&) = default;
};

}  // namespace crossread
