#include "base/fault.h"

namespace crossread {
namespace {

struct Row {
  std::string_view name;
  std::string_view gloss;
};

Row row_of(Fault fault) {
  switch (fault) {
    case Fault::unreadable:
      return {"unreadable", "the file cannot be read; check that it exists and its permissions"};
    case Fault::empty:
      return {"empty", "there is nothing in it"};
    case Fault::too_large:
      return {"too_large", "it is longer than a report can be; split it"};
    case Fault::binary:
      return {"binary", "it is not text; convert it to text or HTML first"};
    case Fault::not_utf8:
      return {"not_utf8", "its bytes are no UTF-8; convert it to UTF-8 first"};
    case Fault::unknown_format:
      return {"unknown_format",
              "there is no reader for this kind of file; give text, HTML, JSON lines, a feed, a WARC file, or one of "
              "these packed"};
    case Fault::bad_json:
      return {"bad_json", "this line is not a JSON object"};
    case Fault::bad_field:
      return {"bad_field", "a field has a value that it cannot have"};
    case Fault::missing_field:
      return {"missing_field", "a field that every record needs is missing"};
    case Fault::no_body:
      return {"no_body", "no report was found on this page"};
    case Fault::bad_feed:
      return {"bad_feed", "the feed is not well formed"};
    case Fault::bad_archive:
      return {"bad_archive", "the archive is damaged or breaks off"};
    case Fault::bad_conllu:
      return {"bad_conllu", "this line is not CoNLL-U, see universaldependencies.org/format.html"};
  }
  return {"unknown", "unknown fault"};
}

}  // namespace

std::string_view name_of(Fault fault) {
  return row_of(fault).name;
}
std::string_view gloss_of(Fault fault) {
  return row_of(fault).gloss;
}

}  // namespace crossread
