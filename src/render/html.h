// Text made safe for HTML, and the text of a report as HTML.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "types/report.h"

namespace crossread {

// Safe between tags and within quoted attributes.
std::string escaped(std::string_view text);

// The URL, escaped, if a reader may be sent there (http and https only); else empty.
std::string safe_link(std::string_view url);

// A stretch of a report's text that a page may point at.
struct Mark {
  ByteSpan span;
  std::string id;  // of the element at its beginning
};

// The whole text in order, byte for byte once tags are taken away: furniture in <span class="fur">, cited words in
// <mark>, and where a mark begins an empty <a id="...">. Marks may overlap each other and furniture.
std::string text_html(const Report& report, std::span<const Mark> marks);

}  // namespace crossread
