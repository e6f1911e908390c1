// The values that a row keeps as one blob: each begins with a byte that says which layout it has. Decoders take any
// bytes and throw DamagedBytes unless they are whole; whoever reads a row adds its name.
//
// Guarded by tests/store/rows_test.cpp and fuzz/store/rows.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "types/lineage.h"
#include "types/report.h"
#include "types/story.h"

namespace crossread {

// The fields of a report that have no column of their own: byline, dateline, published, language, body, furniture,
// credits, notices. Decoding fills them into `report`; spans are not yet held against the text.
std::string encode_details(const Report& report);
void decode_details(std::string_view blob, Report& report);

std::string encode_passages(const std::vector<Passage>& passages);
std::vector<Passage> decode_passages(std::string_view blob);

std::string encode_evidence(const std::vector<Evidence>& evidence);
std::vector<Evidence> decode_evidence(std::string_view blob);

// Everything but `report` and `minutes`, which the report's own row has.
std::string encode_terms(const StoryProfile& profile);
void decode_terms(std::string_view blob, StoryProfile& profile);

// Start, end and follows of a story.
std::string encode_story(const Story& story);
void decode_story(std::string_view blob, Story& story);

}  // namespace crossread
