// `outlets`: who writes, who copies, from whom and how fast.
#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
#include <unistd.h>

#include "base/data_folder.h"
#include "cli/commands.h"
#include "cli/session.h"
#include "cli/terminal.h"
#include "lexicon/outlet_table.h"
#include "pipeline/outlet_shares.h"
#include "render/outlet_phrases.h"

namespace crossread::cli {
namespace {

std::string delay_text(std::int64_t minutes) {
  if (minutes < 120) return fmt::format("{} min", minutes);
  return minutes < 48 * 60 ? fmt::format("{} h", minutes / 60) : fmt::format("{} days", minutes / (24 * 60));
}

std::uint64_t percent(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0 : part * 100 / whole;
}

// Under what name an outlet is counted; those that stand in no table count apart.
OutletGroup group_of(const OutletTable& table, OutletsBy by) {
  if (by == OutletsBy::outlet) return {};
  return [&table, by](const std::string& outlet) -> std::string {
    const OutletFacts* facts = table.find(outlet, "");
    if (facts == nullptr) return "(not in the table)";
    const std::string of = by == OutletsBy::owner     ? facts->owner
                           : by == OutletsBy::country ? facts->country_name
                           : by == OutletsBy::kind    ? std::string(name_of(facts->kind))
                                                      : std::string(name_of(facts->control));
    return of.empty() ? "(not known)" : of;
  };
}

void print_share(const OutletShare& share, const OutletFacts* facts, const Painter& paint) {
  fmt::print("{}{}\n    {} report{} · {} % without others' text", paint(Style::bold, share.outlet),
             facts == nullptr ? "" : " · " + outlet_phrase(*facts), share.reports, share.reports == 1 ? "" : "s",
             percent(share.reports - share.taking, share.reports));
  if (share.taking > 0) fmt::print(" · {} % of the rest is taken", percent(share.taken_words, share.words));
  if (share.given > 0) fmt::print(" · copied by {} of other outlets", share.given);
  fmt::print("\n");
  for (const OutletSource& source : share.sources) {
    fmt::print("    from {}: {}", source.outlet.empty() ? "an outlet not known" : source.outlet, source.reports);
    if (source.median_minutes) fmt::print(", {} later", delay_text(*source.median_minutes));
    fmt::print("\n");
  }
}

std::string share_row(const OutletShare& share, const OutletFacts* facts) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> out(buffer);
  const auto text = [&](const char* key, const std::string& value) {
    out.Key(key);
    out.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  };
  const auto number = [&](const char* key, std::uint64_t value) {
    out.Key(key);
    out.Uint64(value);
  };
  out.StartObject();
  text("outlet", share.outlet);
  if (facts != nullptr) {
    text("country", facts->country);
    text("kind", std::string(name_of(facts->kind)));
    text("control", std::string(name_of(facts->control)));
    text("owner", facts->owner);
  }
  number("reports", share.reports);
  number("taking", share.taking);
  number("words", share.words);
  number("taken_words", share.taken_words);
  number("given", share.given);
  out.Key("sources");
  out.StartArray();
  for (const OutletSource& source : share.sources) {
    out.StartObject();
    text("outlet", source.outlet);
    number("reports", source.reports);
    out.Key("median_minutes");
    source.median_minutes ? out.Int64(*source.median_minutes) : out.Null();
    out.EndObject();
  }
  out.EndArray();
  out.EndObject();
  return buffer.GetString();
}

}  // namespace

ExitCode run(const OutletsCommand& command, const Common& common) {
  const StoreReader store = open_existing(command.store);
  const auto snapshot = store.snapshot();
  const OutletTable table(data_folder(common.data), command.table);
  const std::vector<OutletShare> shares = outlet_shares(store, group_of(table, command.by));
  const auto facts_of = [&](const OutletShare& share) {
    return command.by == OutletsBy::outlet ? table.find(share.outlet, "") : nullptr;
  };
  const Painter paint(STDOUT_FILENO);
  for (std::size_t i = 0; i < shares.size() && i < command.limit; ++i) {
    if (command.json) {
      fmt::print("{}\n", share_row(shares[i], facts_of(shares[i])));
    } else {
      print_share(shares[i], facts_of(shares[i]), paint);
    }
  }
  if (command.json) return ExitCode::done;
  if (shares.size() > command.limit) fmt::print("... and {} more (--limit)\n", shares.size() - command.limit);
  if (shares.empty()) fmt::print("no outlet is known in {}\n", command.store);
  return ExitCode::done;
}

}  // namespace crossread::cli
