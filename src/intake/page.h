// A page as the layout and the report want it: its text, the lines of which it tells what they are, and what it says of
// itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "intake/layout.h"
#include "intake/page_metadata.h"
#include "lexicon/page_hints.h"

namespace crossread::intake {

struct Page {
  PageMetadata metadata;
  std::string text;              // title, blank line, blocks with a blank line between; normalised
  std::vector<KnownLine> known;  // into text
};

// Fails with not_utf8 or no_body.
Result<Page> read_page(std::string_view bytes, const PageHints& hints);

}  // namespace crossread::intake
