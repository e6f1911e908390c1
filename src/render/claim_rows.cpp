// Rows of what reports jointly say: claims, timeline, advisories, situation.
#include "render/evidence_spans.h"
#include "render/export_json.h"
#include "render/json_row.h"

namespace crossread {
namespace {

std::string id_of(const ToldBy& by) {
  return std::visit([](const auto& id) { return id.str(); }, by);
}

void write_value(Json& json, const Position& position) {
  json.key("value");
  if (const auto* number = std::get_if<double>(&position.value)) {
    json.number(*number);
    json.maybe_number("low", position.low);
    json.maybe_number("high", position.high);
  } else if (const auto* date = std::get_if<Date>(&position.value)) {
    write_date(json, *date);
  } else {
    json.string(std::get<std::string>(position.value));
  }
}

void write_position(Json& json, const Position& position, EvidenceSpans& spans) {
  json.object([&] {
    write_value(json, position);
    json.ids("holders", position.holders);
    json.ids("origins", position.origins);
    json.key("held");
    write_date(json, position.held);
    json.key("supersedes");
    position.supersedes ? json.integer(*position.supersedes) : json.null();
    json.list("evidence", position.evidence, [&](const Evidence& evidence) { spans.write(evidence); });
  });
}

void write_slot(Json& json, const Slot& slot, EvidenceSpans& spans) {
  json.object([&] {
    json.field("slot", name_of(slot.slot));
    json.maybe("unit", slot.unit.empty() ? std::nullopt : std::optional(slot.unit));
    json.maybe("of", slot.of.empty() ? std::nullopt : std::optional(slot.of));
    json.list("positions", slot.positions, [&](const Position& position) { write_position(json, position, spans); });
    json.field("verdict", name_of(slot.verdict));
  });
}

void write_support(Json& json, const Claim& claim, EvidenceSpans& spans) {
  json.list("support", claim.support, [&](const Support& support) {
    json.object([&] {
      json.key("evidence");
      spans.write(support.evidence);
      json.field("by", id_of(support.by));
      json.field("origin", support.origin.str());
      json.maybe("root", support.root ? std::optional(support.root->str()) : std::nullopt);
    });
  });
  json.list("dissent", claim.dissent, [&](const Dissent& dissent) {
    json.object([&] {
      json.key("evidence");
      spans.write(dissent.evidence);
      json.field("by", id_of(dissent.by));
      json.field("origin", dissent.origin.str());
      json.field("why", name_of(dissent.why));
    });
  });
}

}  // namespace

std::string claim_row(const Claim& claim, const TextOf& text_of) {
  Json json;
  EvidenceSpans spans(json, text_of);
  json.object([&] {
    json.field("id", claim.id.str());
    json.field("storyline", claim.storyline.str());
    json.ids("stories", claim.stories);
    json.field("kind", name_of(claim.kind));
    json.field("summary", claim.summary);
    json.key("date");
    write_date(json, claim.date);
    write_support(json, claim, spans);
    json.field("reports", claim.reports);
    json.field("origins", claim.origins);
    json.field("roots", claim.roots);
    json.list("slots", claim.slots, [&](const Slot& slot) { write_slot(json, slot, spans); });
  });
  return json.str();
}

std::string timeline_row(const TimelineEntry& entry) {
  Json json;
  json.object([&] {
    json.key("date");
    write_date(json, entry.date);
    json.field("claim", entry.claim.str());
    json.field("time_of", name_of(entry.time_of));
  });
  return json.str();
}

std::string advisory_row(const Advisory& advisory, const TextOf& text_of) {
  Json json;
  EvidenceSpans spans(json, text_of);
  json.object([&] {
    json.maybe("issuer", advisory.issuer ? std::optional(advisory.issuer->str()) : std::nullopt);
    json.field("what", name_of(advisory.what));
    json.maybe("to", advisory.to);
    json.ids("place", advisory.place);
    json.key("date");
    write_date(json, advisory.date);
    json.key("span");
    spans.write(advisory.evidence);
  });
  return json.str();
}

std::string situation_row(const SituationRow& row) {
  Json json;
  json.object([&] {
    json.field("date", iso(CivilTime{row.day, -1}));
    json.field("actor", row.actor);
    json.field("recipient", row.recipient);
    json.key("score");
    json.number(static_cast<double>(row.score) / 1000);
    json.ids("claims", row.claims);
  });
  return json.str();
}

}  // namespace crossread
