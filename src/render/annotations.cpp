// Statements and events as W3C Web Annotations: the data model's sections on textual bodies (3.2.4), text quote
// selectors (4.2.4) and text position selectors (4.2.5).
#include <algorithm>
#include <array>

#include "render/json_row.h"
#include "render/telling.h"
#include "render/telling_exports.h"

namespace crossread {
namespace {

constexpr std::uint32_t kContextBytes = 32;  // of prefix and suffix, about as much as the recommendation's examples

// Up to kContextBytes before or after, on borders of characters.
std::string_view before(std::string_view text, std::uint32_t at) {
  std::uint32_t from = at > kContextBytes ? at - kContextBytes : 0;
  while (from < at && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) ++from;
  return text.substr(from, at - from);
}

std::string_view after(std::string_view text, std::uint32_t at) {
  auto to = static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), at + kContextBytes));
  while (to < text.size() && to > at && (static_cast<unsigned char>(text[to]) & 0xC0) == 0x80) --to;
  return text.substr(at, to - at);
}

struct Body {
  std::string_view purpose;  // "tagging", "describing"
  std::string value;
};

// Bodies of an annotation.
class Bodies {
 public:
  void tag(std::string_view value) { bodies_.push_back({"tagging", std::string(value)}); }
  void describe(std::string_view role, const std::vector<std::string>& names) {
    for (const std::string& name : names) bodies_.push_back({"describing", std::string(role) + ": " + name});
  }
  const std::vector<Body>& all() const { return bodies_; }

 private:
  std::vector<Body> bodies_;
};

void write_selector(Json& json, bool by_quote, const Report& report, const Shown& shown, ByteSpan span) {
  json.object([&] {
    json.field("type", by_quote ? "TextQuoteSelector" : "TextPositionSelector");
    if (!by_quote) return json.range(shown, span);
    json.field("exact", span.in(report.text));
    json.field("prefix", before(report.text, span.begin));
    json.field("suffix", after(report.text, span.end));
  });
}

// Both selectors select the same words: a reader takes the one that it can use.
void write_target(Json& json, const Report& report, const Shown& shown, ByteSpan span) {
  json.object([&] {
    json.field("source", report.url ? *report.url : "urn:crossread:" + report.id.str());
    json.list("selector", std::array{false, true},
              [&](bool by_quote) { write_selector(json, by_quote, report, shown, span); });
  });
}

std::string annotation(const std::string& id, const Report& report, const Shown& shown,
                       const std::vector<ByteSpan>& spans, const Bodies& bodies) {
  Json json;
  json.object([&] {
    json.field("@context", "http://www.w3.org/ns/anno.jsonld");
    json.field("id", "urn:crossread:" + id);
    json.field("type", "Annotation");
    json.field("motivation", "classifying");
    json.list("body", bodies.all(), [&](const Body& body) {
      json.object([&] {
        json.field("type", "TextualBody");
        json.field("purpose", body.purpose);
        json.field("value", body.value);
      });
    });
    json.list("target", spans, [&](ByteSpan span) { write_target(json, report, shown, span); });
  });
  return json.str();
}

void annotate_statements(const Telling& telling, const TellingTaker& take) {
  const Report& report = telling.report();
  const Shown shown(report.text);
  for (const Statement& statement : telling.account().statements) {
    Bodies bodies;
    bodies.tag("statement");
    bodies.tag(name_of(statement.act));
    bodies.describe("speaker", telling.names(statement.speakers));
    if (statement.addressee) bodies.describe("addressee", {telling.name(statement.addressee)});
    const std::string id = statement_id(report.id, statement).str();
    take(id, annotation(id, report, shown, statement.content, bodies));
  }
}

void annotate_events(const Telling& telling, const TellingTaker& take) {
  const Report& report = telling.report();
  const Shown shown(report.text);
  for (const Event& event : telling.account().events) {
    Bodies bodies;
    bodies.tag("event");
    bodies.tag(name_of(event.type));
    if (event.mode) bodies.tag(name_of(*event.mode));
    bodies.tag(name_of(event.status));
    bodies.describe("actor", telling.names(event.actors));
    bodies.describe("recipient", telling.names(event.recipients));
    const std::string id = event_id(report.id, event).str();
    take(id, annotation(id, report, shown, {event.trigger}, bodies));
  }
}

}  // namespace

void annotation_rows(const StorylineFile& file, TellingKind kind, const TellingTaker& take) {
  for_each_telling(file, [&](const Telling& telling) {
    kind == TellingKind::statement ? annotate_statements(telling, take) : annotate_events(telling, take);
  });
}

}  // namespace crossread
