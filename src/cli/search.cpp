#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/search_told.h"
#include "cli/session.h"
#include "cli/terminal.h"
#include "render/phrases.h"
#include "text/unicode.h"

namespace crossread::cli {
namespace {

constexpr std::uint32_t kContextBytes = 70;  // shown on either side of the first match

std::optional<std::int64_t> minutes_from(const std::string& written, bool end_of_day) {
  const std::optional<Date> date = written.empty() ? std::nullopt : parse_timestamp(written);
  if (!date) return std::nullopt;
  if (!end_of_day || !date->end) return minutes_of(*date);
  Date last = *date;
  last.start = date->end;
  const std::int64_t rest_of_day = date->end->minute < 0 ? 1439 : 0;
  return minutes_of(last).value_or(0) + rest_of_day;
}

SearchQuery query_of(const SearchCommand& command) {
  SearchQuery query;
  query.words = command.query;
  if (!command.outlet.empty()) query.outlet = command.outlet;
  query.since_minutes = minutes_from(command.since, false);
  query.until_minutes = minutes_from(command.until, true);
  query.limit = static_cast<std::uint32_t>(std::min<std::uint64_t>(command.limit, 10000));
  return query;
}

// Moves a byte position to the nearest blank at or before it, so that no word and no character is cut.
std::uint32_t back_to_blank(const std::string& text, std::uint32_t at) {
  while (at > 0 && text[at] != ' ' && text[at] != '\n') --at;
  return at;
}

std::uint32_t on_to_blank(const std::string& text, std::uint32_t at) {
  while (at < text.size() && text[at] != ' ' && text[at] != '\n') ++at;
  return at;
}

// The words around the first match, on one line, matches painted.
std::string passage(const std::string& text, const std::vector<ByteSpan>& spans, const Painter& paint) {
  if (spans.empty()) return {};
  const std::uint32_t from =
      back_to_blank(text, spans.front().begin > kContextBytes ? spans.front().begin - kContextBytes : 0);
  const std::uint32_t to = on_to_blank(
      text, std::min<std::uint32_t>(static_cast<std::uint32_t>(text.size()), spans.front().end + 2 * kContextBytes));
  std::string shown;
  std::uint32_t at = from;
  for (const ByteSpan span : spans) {
    if (span.begin < at || span.end > to) continue;
    shown += text.substr(at, span.begin - at) + paint(Style::yellow, span.in(text));
    at = span.end;
  }
  shown += text.substr(at, to - at);
  std::replace(shown.begin(), shown.end(), '\n', ' ');
  return shown;
}

void print_hit(const StoreReader& store, const SearchHit& hit, const Painter& paint) {
  const Report report = store.report(hit.number);
  const std::string when = report.published && report.published->start ? iso(*report.published->start) : "undated";
  fmt::print("{}  {}\n", paint(Style::cyan, hit.id.str()), paint(Style::bold, title_phrase(report)));
  fmt::print("    {} · {} · {}\n", when, report.outlet.value_or("outlet not known"), report.source_id);
  const std::string words = passage(report.text, hit.spans, paint);
  if (!words.empty()) fmt::print("    … {} …\n", words);
}

std::string hit_json(const StoreReader& store, const SearchHit& hit) {
  const Report report = store.report(hit.number);
  const CodePoints points(report.text);
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> out(buffer);
  const auto text = [&](const char* key, const std::string& value) {
    out.Key(key);
    out.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  };
  out.StartObject();
  text("report", hit.id.str());
  text("source_id", report.source_id);
  text("title", report.title);
  out.Key("passages");
  out.StartArray();
  for (const ByteSpan span : hit.spans) {
    out.StartObject();
    text("report", hit.id.str());
    out.Key("start");
    out.Uint(points.at(span.begin));
    out.Key("end");
    out.Uint(points.at(span.end));
    text("exact", std::string(span.in(report.text)));
    out.EndObject();
  }
  out.EndArray();
  out.EndObject();
  return buffer.GetString();
}

}  // namespace

ExitCode run(const SearchCommand& command, const Common& common) {
  const StoreReader store = open_existing(command.store);
  const auto snapshot = store.snapshot();
  if (!command.speaker.empty() || !command.type.empty()) return search_told(store, command, query_of(command), common);
  const SearchResult result = store.search(query_of(command));
  const Painter paint(STDOUT_FILENO);
  for (const SearchHit& hit : result.hits) {
    if (command.json) {
      fmt::print("{}\n", hit_json(store, hit));
    } else {
      print_hit(store, hit, paint);
    }
  }
  if (!command.json && result.hits.empty()) fmt::print("nothing found\n");
  if (!command.json && result.more) fmt::print("... and more (--limit)\n");
  return ExitCode::done;
}

}  // namespace crossread::cli
