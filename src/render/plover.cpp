// Events as PLOVER's gold standard records.
#include <algorithm>
#include <string>

#include "render/json_row.h"
#include "render/telling.h"
#include "render/telling_exports.h"

namespace crossread {
namespace {

// Deaths and hurt of the event, of its first number for each; as the records have them.
void write_casualties(Json& json, const Telling& telling, const Event& event) {
  for (const auto& [field, of] : {std::pair{"dead", "killed"}, std::pair{"injured", "injured"}}) {
    for (const QuantityIndex index : event.quantities) {
      const StatedQuantity& quantity = telling.account().quantities[index];
      const std::optional<double> value = quantity.value ? quantity.value : quantity.low;
      if (quantity.of != of || !value) continue;
      json.maybe_number(field, value);
      break;
    }
  }
}

void write_parties(Json& json, std::string_view name, const Telling& telling, const std::vector<Party>& parties) {
  json.list(name, parties, [&](const Party& party) {
    const Entity& entity = telling.entity(party.entity);
    json.object([&] {
      json.field("actorText", party.span ? party.span->in(telling.report().text) : std::string_view(entity.name));
      json.field("code", entity.country.empty() ? "---" : entity.country);
      if (!entity.sector.empty()) json.field("sector", entity.sector);
    });
  });
}

std::string plover_row(const Telling& telling, const Event& event) {
  const Report& report = telling.report();
  Json json;
  json.object([&] {
    json.field("id", event_id(report.id, event).str());
    const bool dated = event.date && event.date->date.start;
    const bool published = report.published && report.published->start;
    json.maybe("date", dated       ? std::optional(iso(*event.date->date.start))
                       : published ? std::optional(iso(*report.published->start))
                                   : std::nullopt);
    write_parties(json, "source", telling, event.actors);
    write_parties(json, "target", telling, event.recipients);
    json.field("event", name_of(event.type));
    json.maybe("mode", event.mode ? std::optional(std::string(name_of(*event.mode))) : std::nullopt);
    json.list("context", event.contexts, [&](EventContext context) { json.string(name_of(context)); });
    json.field("status", name_of(event.status));
    json.field("eventText", event.trigger.in(report.text));
    json.field("eventLoc", telling.name(event.place));
    write_casualties(json, telling, event);
    json.field("text", event.sentence.in(report.text));
    json.field("language", report.language);
    json.field("publication", report.outlet.value_or(report.source_id));
    json.maybe("url", report.url);
    json.field("version", "2.0");
  });
  return json.str();
}

}  // namespace

void plover_rows(const StorylineFile& file, const TellingTaker& take) {
  for_each_telling(file, [&](const Telling& telling) {
    for (const Event& event : telling.account().events) {
      if (is_plover(event.type)) take(event_id(telling.report().id, event).str(), plover_row(telling, event));
    }
  });
}

}  // namespace crossread
