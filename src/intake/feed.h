// Feeds: RSS 0.9 to 2.0, Atom, JSON Feed. Each item becomes a record (record.h); what it holds is HTML as feeds carry
// it. Guarded by tests/intake/feed_test.cpp and fuzz/intake/feed.cpp.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "intake/record.h"

namespace crossread::intake {

// Whether the first bytes are those of a feed.
bool looks_like_feed(std::string_view head);

// The items in the order of the feed, with the feed's title as outlet. Items without any words are left out. Fails with
// bad_feed, not_utf8.
Result<std::vector<WrittenRecord>> read_feed(std::string_view bytes);

}  // namespace crossread::intake
