// What one line is, by the tables and its own shape alone; its neighbours are for layout.h.
#pragma once

#include <optional>
#include <string_view>

#include "intake/layout.h"
#include "intake/lines.h"

namespace crossread::intake {

struct LineVerdict {
  FurnitureKind kind = FurnitureKind::navigation;
  std::optional<NoticeKind> notice;
  std::optional<ByteSpan> credit;  // of a caption: whose picture it is, at its end
  bool header = false;             // so short that a list may follow: "Related stories"
};

class LineJudge {
 public:
  LineJudge(std::string_view text, const LayoutTables& tables) : text_(text), tables_(tables) {}

  // Signs that hold wherever the line stands. The first line of a text is not taken for a link to another report:
  // headlines begin with "Watch:" too.
  std::optional<LineVerdict> anywhere(const Line& line, bool first_line) const;

  // Signs that hold above the first or below the last paragraph only.
  std::optional<LineVerdict> at_edge(const Line& line, LinePlace place) const;

  // Whether the words are names of agencies and nothing else: "Reuters and AP", "AFP/APP".
  bool only_agencies(const std::vector<LineToken>& words) const;

 private:
  std::optional<LineVerdict> by_tables(const Line& line, LinePlace place, bool first_line) const;
  std::optional<LineVerdict> by_tables(const Line& line, const std::vector<LineToken>& words, LinePlace place,
                                       bool first_line) const;
  std::optional<LineVerdict> by_last_sentence(const Line& line) const;
  std::optional<FurnitureKind> kind_of_parts(const Line& line) const;
  std::optional<FurnitureKind> kind_of_part(const std::vector<LineToken>& part) const;
  std::optional<FurnitureKind> menu_kind(const std::vector<std::vector<LineToken>>& parts) const;
  std::optional<LineVerdict> caption(const Line& line) const;
  bool is_agency(const std::vector<LineToken>& words, std::size_t at, std::size_t size) const;
  bool agency_and_name(const std::vector<LineToken>& words) const;
  bool is_byline(const Line& line) const;
  bool names_somebody(const Line& line) const;
  std::optional<FurnitureKind> contributed(const Line& line) const;
  bool says_when_published(const Line& line) const;

  std::string_view text_;
  LayoutTables tables_;
};

}  // namespace crossread::intake
