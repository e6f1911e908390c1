// Bytes of a page to UTF-8.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace crossread::intake {

// UTF-8 as it is, whatever the page declares; else converted from the encoding that a byte order mark or the page's
// `meta` declares (by ICU). A page that says it is UTF-8 and breaks the rule in a few places keeps them as U+FFFD.
// `served_as` is the encoding that a server named, "" if none did; it goes before the page's own. Fails with not_utf8.
Result<std::string> page_to_utf8(std::string_view bytes, std::string_view served_as = {});

}  // namespace crossread::intake
