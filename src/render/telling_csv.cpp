// Statements and events as tables.
#include <fmt/format.h>

#include "render/csv_row.h"
#include "render/names.h"
#include "render/telling.h"
#include "render/telling_exports.h"
#include "text/unicode.h"

namespace crossread {
namespace {

std::string joined(const std::vector<std::string>& names) {
  return fmt::format("{}", fmt::join(names, "; "));
}

std::string yes(bool value) {
  return value ? "true" : "false";
}

std::string bound(const std::optional<double>& value) {
  return value ? fmt::format("{}", *value) : std::string();
}

// "16 missile launched", "11.. missile": number or bounds, unit, what was done.
std::string quantity_of(const StatedQuantity& quantity) {
  std::string text =
      quantity.value ? bound(quantity.value) : fmt::format("{}..{}", bound(quantity.low), bound(quantity.high));
  if (!quantity.unit.empty()) text += " " + quantity.unit;
  if (!quantity.of.empty()) text += " " + quantity.of;
  return text;
}

std::string published_of(const Report& report) {
  return report.published ? day_of(report.published->start) : std::string();
}

void statement_rows_of(const Telling& telling, const TellingTaker& take) {
  const Account& account = telling.account();
  const Report& report = telling.report();
  const CodePoints points(report.text);
  for (const Statement& statement : account.statements) {
    const std::string id = statement_id(report.id, statement).str();
    std::vector<std::string> via;
    for (const Passer& passer : statement.via)
      via.push_back(passer.entity ? telling.entity(*passer.entity).name : std::string(passer.span.in(report.text)));
    take(id, csv_row({id,
                      report.id.str(),
                      report.source_id,
                      report.outlet.value_or(""),
                      published_of(report),
                      joined(telling.names(statement.speakers)),
                      joined(telling.countries(statement.speakers)),
                      telling.words(statement.speaker_text),
                      telling.name(statement.addressee),
                      std::string(name_of(statement.act)),
                      telling.words(statement.cue),
                      telling.words(statement.content),
                      telling.words(statement.quotes),
                      joined(via),
                      statement.within ? statement_id(report.id, account.statements[*statement.within]).str() : "",
                      yes(statement.anonymous),
                      yes(statement.negated),
                      yes(statement.translated),
                      statement.date ? day_of(statement.date->date.start) : "",
                      std::to_string(points.at(statement.content.front().begin)),
                      std::to_string(points.at(statement.content.back().end))}));
  }
}

void event_rows_of(const Telling& telling, const TellingTaker& take) {
  const Account& account = telling.account();
  const Report& report = telling.report();
  const CodePoints points(report.text);
  for (const Event& event : account.events) {
    const std::string id = event_id(report.id, event).str();
    std::vector<std::string> contexts;
    for (const EventContext context : event.contexts) contexts.emplace_back(name_of(context));
    std::vector<std::string> quantities;
    for (const QuantityIndex index : event.quantities) quantities.push_back(quantity_of(account.quantities[index]));
    const Statement* source = event.source ? &account.statements[*event.source] : nullptr;
    take(id, csv_row({id,
                      report.id.str(),
                      report.source_id,
                      report.outlet.value_or(""),
                      published_of(report),
                      std::string(name_of(event.type)),
                      event.mode ? std::string(name_of(*event.mode)) : "",
                      joined(contexts),
                      std::string(name_of(event.status)),
                      yes(event.background),
                      joined(telling.names(event.actors)),
                      joined(telling.countries(event.actors)),
                      joined(telling.names(event.recipients)),
                      joined(telling.countries(event.recipients)),
                      telling.name(event.instrument),
                      telling.name(event.place),
                      event.date ? day_of(event.date->date.start) : "",
                      event.date ? day_of(event.date->date.end) : "",
                      joined(quantities),
                      source == nullptr ? "" : statement_id(report.id, *source).str(),
                      source == nullptr ? "" : joined(telling.names(source->speakers)),
                      std::string(event.trigger.in(report.text)),
                      std::string(event.sentence.in(report.text)),
                      std::to_string(points.at(event.trigger.begin)),
                      std::to_string(points.at(event.trigger.end))}));
  }
}

}  // namespace

std::string csv_heading(TellingKind kind) {
  if (kind == TellingKind::statement)
    return "id,report,source_id,outlet,published,speakers,speaker_countries,speaker_text,addressee,act,cue,content,"
           "quotes,via,within,anonymous,negated,translated,date,start,end";
  return "id,report,source_id,outlet,published,type,mode,contexts,status,background,actors,actor_countries,recipients,"
         "recipient_countries,instrument,place,date_start,date_end,quantities,source,source_speakers,trigger,sentence,"
         "start,end";
}

void csv_rows(const StorylineFile& file, TellingKind kind, const TellingTaker& take) {
  for_each_telling(file, [&](const Telling& telling) {
    kind == TellingKind::statement ? statement_rows_of(telling, take) : event_rows_of(telling, take);
  });
}

}  // namespace crossread
