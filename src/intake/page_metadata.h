// What a page says of itself for machines: JSON-LD, Open Graph, `meta`, `link`, `time`.
// Guarded by tests/intake/page_metadata_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "intake/page_tree.h"
#include "types/date.h"

namespace crossread::intake {

struct PageMetadata {
  std::string title;  // "" if the page has none
  std::optional<std::string> outlet;
  std::optional<std::string> byline;
  std::optional<std::string> url;  // as written; may be relative
  std::optional<std::string> language;
  std::optional<Date> published;
  std::string summary;  // in a sentence or two, "" without
  std::string body;     // the report as JSON-LD carries it, "" without
};

PageMetadata read_metadata(const PageTree& page);

}  // namespace crossread::intake
