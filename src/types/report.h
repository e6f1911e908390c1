// A report: one article as one outlet published it. Complete when intake hands it on; no later stage changes it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.h"
#include "base/id.h"
#include "types/date.h"
#include "types/span.h"

namespace crossread {

enum class FurnitureKind : std::uint8_t {
  section,
  reading_time,
  caption,
  credit,
  related,
  navigation,
  notice,
  dateline,
  byline,
  share,
  advert,
  headline
};

// What stands on the page but is not the report.
struct Furniture {
  ByteSpan span;
  FurnitureKind kind = FurnitureKind::navigation;
  friend bool operator==(const Furniture&, const Furniture&) = default;
};

// An agency or outlet that the text says it was taken from.
struct Credit {
  std::string name;
  ByteSpan span;
  friend bool operator==(const Credit&, const Credit&) = default;
};

enum class NoticeKind : std::uint8_t { machine_translation, correction, update, embargo, opinion };

struct Notice {
  NoticeKind kind = NoticeKind::update;
  ByteSpan span;
  friend bool operator==(const Notice&, const Notice&) = default;
};

enum class PublishedFrom : std::uint8_t { metadata, url, text, file, given, none };

struct Report {
  ReportId id;            // of article_key and text, see report_id()
  std::string source_id;  // the id, relative file name or URL that it came in with
  std::optional<std::string> outlet;
  std::optional<std::string> url;  // canonical: scheme and host in lower case, no fragment, no tracking parameters
  std::string title;
  std::optional<std::string> byline;
  std::optional<std::string> dateline;
  std::optional<Date> published;
  PublishedFrom published_from = PublishedFrom::none;
  std::string language;              // ISO 639-1, "" when unknown
  std::string text;                  // what the reader sees, furniture included: UTF-8, NFC, LF
  std::vector<ByteSpan> body;        // in order, apart: the ranges of `text` that are the report itself
  std::vector<Furniture> furniture;  // in order; never overlaps `body`
  std::vector<Credit> credits;
  std::vector<Notice> notices;
  friend bool operator==(const Report&, const Report&) = default;

  // Two reports with one key are versions of one article: the canonical URL, else the source id.
  const std::string& article_key() const { return url ? *url : source_id; }
};

// Derived from everything that came in with the report but its bytes: source id, URL, outlet, title, byline,
// publication, language and text. Equal ids mean equal reports, so that adding one twice changes nothing, and a change
// of any of them is a new version.
ReportId report_id(const Report& report);

// The order in which members of a group are listed, and the first of which names the group: publication time, undated
// last, then id.
struct CanonicalKey {
  std::int64_t minutes = kUndated;  // as minutes_of()
  ReportId id;
  friend auto operator<=>(const CanonicalKey&, const CanonicalKey&) = default;
  static constexpr std::int64_t kUndated = INT64_MAX;
};
CanonicalKey canonical_key(const Report& report);

// The body as one string, ranges joined by a blank line; for counting and tests, not for positions.
std::string body_text(const Report& report);

// What could not be read.
struct Rejection {
  std::string source_id;
  std::string stage;  // "intake"
  Problem problem;
  friend bool operator==(const Rejection&, const Rejection&) = default;
};

}  // namespace crossread
