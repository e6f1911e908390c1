// Which part of a page is its report. After the idea of Readability (Arc90, Mozilla): paragraphs lend weight to the
// elements around them, links and telling names take it away, the element with most weight holds the report; what
// stands beside it and looks the same is taken in. Guarded by tests/intake/page_body_test.cpp; measured in
// docs/design/intake.md.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/page_tree.h"
#include "lexicon/page_hints.h"
#include "types/report.h"

namespace crossread::intake {

// A stretch of text that a browser shows as one: a paragraph, a heading, an item of a list, a row of a table.
struct PageBlock {
  std::string text;  // blanks joined; a line break only where the page breaks the line
  Tag tag = Tag::p;
  std::optional<FurnitureKind> kind;  // what the page says it is, if not the report
  bool above = false;                 // between the headline and the element that holds the report
};

// The blocks of the report with what stands among them, in order. Empty if the page has no text.
std::vector<PageBlock> report_blocks(const PageTree& page, const PageHints& hints);

}  // namespace crossread::intake
