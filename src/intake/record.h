// One JSON object of a .jsonl file, as dossier.md gives it: `id`, `text` or `html`, and optionally `title`, `outlet`,
// `url`, `published`, `byline`, `language`. Other fields are passed over.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "types/date.h"

namespace crossread::intake {

struct Record {
  std::optional<std::string> id;
  std::optional<std::string> text;
  std::optional<std::string> html;
  std::optional<std::string> title;
  std::optional<std::string> outlet;
  std::optional<std::string> url;
  std::optional<std::string> byline;
  std::optional<std::string> language;
  std::optional<Date> published;
};

// Fails with bad_json (not a JSON object, not UTF-8), bad_field (naming the field) or missing_field (neither text nor
// html). A field that is null or an empty string is absent.
Result<Record> read_record(std::string_view json);

// The same as one line of JSON, for items that come out of feeds and archives. `published` as written; one that is no
// date is left out.
struct WrittenRecord {
  std::string id;
  std::string text;
  std::string html;
  std::string title;
  std::string outlet;
  std::string url;
  std::string published;
  std::string byline;
  std::string language;
};
std::string record_line(const WrittenRecord& record);

}  // namespace crossread::intake
