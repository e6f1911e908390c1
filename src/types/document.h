// Bytes on their way in: what a walk over files, folders or standard input yields, before it is read as a report.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "types/report.h"

namespace crossread {

enum class DocumentFormat : std::uint8_t {
  text,
  html,
  record,  // one JSON object of a .jsonl file
  conllu,  // the sentences of one document of a CoNLL-U file; only where somebody asks for them, never in a store
};

// What the caller says of inputs that do not say it themselves (--outlet, --published, --language).
struct Given {
  std::optional<std::string> outlet;
  std::optional<Date> published;
  std::optional<std::string> language;
};

struct Document {
  std::string source_id;  // relative file name, or the record's place until its own id is read: "day1.jsonl:7"
  DocumentFormat format = DocumentFormat::text;
  std::string bytes;             // as they came in; kept compressed in the store
  std::uint64_t first_line = 1;  // of its file, for problems that name a line
};

// A document, or an input that could not even be opened or split.
using Incoming = std::variant<Document, Rejection>;

}  // namespace crossread
