// `outlets`: who writes, who copies, from whom and how fast.
#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/session.h"
#include "cli/terminal.h"
#include "pipeline/outlet_shares.h"

namespace crossread::cli {
namespace {

std::string delay_text(std::int64_t minutes) {
  if (minutes < 120) return fmt::format("{} min", minutes);
  return minutes < 48 * 60 ? fmt::format("{} h", minutes / 60) : fmt::format("{} days", minutes / (24 * 60));
}

std::uint64_t percent(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0 : part * 100 / whole;
}

void print_share(const OutletShare& share, const Painter& paint) {
  fmt::print("{}\n    {} report{} · {} % without others' text", paint(Style::bold, share.outlet), share.reports,
             share.reports == 1 ? "" : "s", percent(share.reports - share.taking, share.reports));
  if (share.taking > 0) fmt::print(" · {} % of the rest is taken", percent(share.taken_words, share.words));
  if (share.given > 0) fmt::print(" · copied by {} of other outlets", share.given);
  fmt::print("\n");
  for (const OutletSource& source : share.sources) {
    fmt::print("    from {}: {}", source.outlet.empty() ? "an outlet not known" : source.outlet, source.reports);
    if (source.median_minutes) fmt::print(", {} later", delay_text(*source.median_minutes));
    fmt::print("\n");
  }
}

std::string share_row(const OutletShare& share) {
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

ExitCode run(const OutletsCommand& command, const Common&) {
  const StoreReader store = open_existing(command.store);
  const auto snapshot = store.snapshot();
  const std::vector<OutletShare> shares = outlet_shares(store);
  const Painter paint(STDOUT_FILENO);
  for (std::size_t i = 0; i < shares.size() && i < command.limit; ++i) {
    if (command.json) {
      fmt::print("{}\n", share_row(shares[i]));
    } else {
      print_share(shares[i], paint);
    }
  }
  if (command.json) return ExitCode::done;
  if (shares.size() > command.limit) fmt::print("... and {} more (--limit)\n", shares.size() - command.limit);
  if (shares.empty()) fmt::print("no outlet is known in {}\n", command.store);
  return ExitCode::done;
}

}  // namespace crossread::cli
