// Small reports for the tests of the story stage: written here, in the manner of news, about places that do not exist.
#pragma once

#include <string>

#include "base/data_folder.h"
#include "story/profile.h"
#include "types/report.h"

namespace crossread {

inline const Profiler& shipped_profiler() {
  static const Profiler profiler(CROSSREAD_SOURCE_DIR "/data");
  return profiler;
}

// `published`: "2026-03-02", or "" for none.
inline Report report_of(const std::string& title, const std::string& text, const std::string& published = "") {
  Report report;
  report.title = title;
  report.text = text;
  report.source_id = title + published;
  report.published = parse_timestamp(published);
  report.body = {{0, static_cast<std::uint32_t>(text.size())}};
  report.language = "en";
  report.id = {hash64(report.source_id + text)};
  return report;
}

inline StoryProfile profile_of(const Report& report) {
  return shipped_profiler().profile(report, Analysis{});
}

}  // namespace crossread
