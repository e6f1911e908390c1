#include "cli/search_told.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>

#include "base/data_folder.h"
#include "cli/terminal.h"
#include "pipeline/told_search.h"
#include "render/json_row.h"
#include "render/phrases.h"

namespace crossread::cli {
namespace {

std::string day_of(const Report& report) {
  return report.published && report.published->start ? iso(*report.published->start) : "undated";
}

std::string names_of(const Account& account, const std::vector<Party>& parties) {
  std::string names;
  for (const Party& party : parties) names += (names.empty() ? "" : ", ") + account.entities[party.entity].name;
  return names;
}

std::string on_one_line(std::string_view words) {
  std::string line(words);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

void print(const ToldHit& hit, const Painter& paint) {
  const Report& report = hit.report;
  fmt::print("{}  {}\n", paint(Style::cyan, report.id.str()), paint(Style::bold, title_phrase(report)));
  fmt::print("    {} · {} · {}\n", day_of(report), report.outlet.value_or("outlet not known"), report.source_id);
  for (const StatementIndex index : hit.statements) {
    const Statement& statement = hit.account.statements[index];
    std::string words;
    for (const ByteSpan span : statement.content) {
      if (!words.empty()) words += " … ";
      words += on_one_line(span.in(report.text));
    }
    fmt::print("    {} ({}): {}\n", paint(Style::green, names_of(hit.account, statement.speakers)),
               name_of(statement.act), words);
  }
  for (const EventIndex index : hit.events) {
    const Event& event = hit.account.events[index];
    const ByteSpan before{event.sentence.begin, std::max(event.sentence.begin, event.trigger.begin)};
    const ByteSpan after{std::min(event.trigger.end, event.sentence.end), event.sentence.end};
    fmt::print("    {}: {}{}{}\n", name_of(event.status), on_one_line(before.in(report.text)),
               paint(Style::yellow, event.trigger.in(report.text)), on_one_line(after.in(report.text)));
  }
}

template <class Fields>
std::string row_of(const ToldHit& hit, const std::vector<ByteSpan>& spans, const Fields& fields) {
  const Report& report = hit.report;
  const Shown shown(report.text);
  Json json;
  json.object([&] {
    json.field("report", report.id.str());
    json.field("source_id", report.source_id);
    json.field("title", report.title);
    json.maybe("outlet", report.outlet);
    fields(json);
    json.list("passages", spans, [&](ByteSpan span) { json.span(report.id, shown, span); });
  });
  return json.str();
}

void print_json(const ToldHit& hit) {
  const Account& account = hit.account;
  for (const StatementIndex index : hit.statements) {
    const Statement& statement = account.statements[index];
    fmt::print("{}\n", row_of(hit, statement.content, [&](Json& json) {
                 json.field("statement", statement_id(hit.report.id, statement).str());
                 json.field("speaker", names_of(account, statement.speakers));
                 json.field("act", name_of(statement.act));
               }));
  }
  for (const EventIndex index : hit.events) {
    const Event& event = account.events[index];
    fmt::print("{}\n", row_of(hit, {event.trigger}, [&](Json& json) {
                 json.field("event", event_id(hit.report.id, event).str());
                 json.field("type", name_of(event.type));
                 json.field("status", name_of(event.status));
                 json.field("actors", names_of(account, event.actors));
                 json.field("recipients", names_of(account, event.recipients));
               }));
  }
}

}  // namespace

ExitCode search_told(const StoreReader& store, const SearchCommand& command, const SearchQuery& reports,
                     const Common& common) {
  ToldQuery query;
  query.speaker = command.speaker;
  if (!command.type.empty()) query.type = event_type_named(command.type);
  query.reports = reports;
  const NameLikeness names(data_folder(common.data) / "lexicon/en");
  const std::vector<ToldHit> hits = find_told(store, query, names);
  const Painter paint(STDOUT_FILENO);
  for (const ToldHit& hit : hits) command.json ? print_json(hit) : print(hit, paint);
  if (!command.json && hits.empty()) fmt::print("nothing found\n");
  return ExitCode::done;
}

}  // namespace crossread::cli
