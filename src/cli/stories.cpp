// `stories` and `story`: what the store has put together, for people.
#include <fmt/format.h>

#include <unistd.h>
#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <vector>

#include "cli/commands.h"
#include "cli/session.h"
#include "cli/terminal.h"
#include "pipeline/dossier_reader.h"
#include "pipeline/story_filter.h"
#include "render/export_json.h"
#include "render/phrases.h"

namespace crossread::cli {
namespace {

std::string dates_of(const Story& story) {
  if (!story.start || !story.start->start) return "undated";
  const std::string first = iso({story.start->start->day, -1});
  const std::string last = story.end && story.end->start ? iso({story.end->start->day, -1}) : first;
  return first == last ? first : first + " to " + last;
}

std::size_t origins_of(const StoreReader& store, const Story& story) {
  std::set<OriginId> origins;
  for (const ReportId id : story.reports) {
    if (const std::optional<Origin> origin = store.origin_of(id)) origins.insert(origin->id);
  }
  return origins.size();
}

// Its title, or else the first words of its first report.
std::string heading_of(const StoreReader& store, const Story& story) {
  if (!story.title.empty() || story.reports.empty()) return story.title;
  const std::optional<ReportNumber> first = store.number_of(story.reports.front());
  return first ? title_phrase(store.report(*first)) : "";
}

void print_story_line(const StoreReader& store, const Story& story, const Painter& paint) {
  fmt::print("{}  {}\n", paint(Style::cyan, story.id.str()), paint(Style::bold, heading_of(store, story)));
  std::string line = fmt::format("    {} · {} from {}", dates_of(story), counted(story.reports.size(), "report"),
                                 counted(origins_of(store, story), "independent origin"));
  if (!story.follows.empty()) line += " · follows " + story.follows.front().str();
  fmt::print("{}\n", line);
}

std::string name_of_report(const Report& report) {
  const std::string outlet = report.outlet.value_or("");
  return outlet.empty() ? report.source_id : fmt::format("{} ({})", outlet, report.source_id);
}

std::string_view word_for(CopyKind kind) {
  switch (kind) {
    case CopyKind::same:
      return "the same text as";
    case CopyKind::near:
      return "nearly the same text as";
    case CopyKind::abridged:
      return "shortened from";
    case CopyKind::releaded:
      return "a new lead on";
    case CopyKind::part:
      return "has passages of";
    case CopyKind::quoted:
      return "quotes the same words as";
  }
  return "shares text with";
}

std::string link_text(const CopyLink& link, const std::map<ReportId, std::string>& names) {
  const bool taken_by_other = link.direction == CopyDirection::to;
  const std::uint32_t words = taken_by_other ? link.other_words : link.report_words;
  const std::string share =
      words == 0 ? "" : fmt::format(", {} % of it", std::min(100u, link.shared_words * 100 / words));
  const std::string& taker = names.at(taken_by_other ? link.other : link.report);
  const std::string& giver = names.at(taken_by_other ? link.report : link.other);
  const char* unsure = link.direction == CopyDirection::unknown ? " (or the other way round)" : "";
  return fmt::format("{}: {} {}{}{}", taker, word_for(link.kind), giver, share, unsure);
}

void print_story(const StoreReader& store, const Story& story, const Painter& paint) {
  const Dossier dossier = DossierReader(store).of_stories({story}, {});
  print_story_line(store, story, paint);
  std::map<ReportId, std::string> names;
  for (const ReportEntry& entry : dossier.reports) names[entry.report.id] = name_of_report(entry.report);
  for (const Origin& origin : dossier.origins) {
    fmt::print("\n{} {}\n", paint(Style::bold, "Origin"), origin.label);
    for (const ReportId id : origin.reports) {
      if (names.contains(id)) fmt::print("  {}  {}\n", id.str(), names.at(id));
    }
  }
  if (!dossier.lineage.empty()) fmt::print("\n{}\n", paint(Style::bold, "Copies"));
  for (const CopyLink& link : dossier.lineage) fmt::print("  {}\n", link_text(link, names));
}

// A story and what it is listed by: the greater, the higher.
struct Ranked {
  std::uint64_t weight = 0;
  std::uint64_t place = 0;  // in canonical order; of equals the later comes first
  Story story;
};

struct Listing {
  std::vector<Ranked> first;  // no more than the limit
  std::uint64_t wanted = 0;
  std::uint64_t all = 0;
};

StoryFilter filter_of(const StoriesCommand& command) {
  StoryFilter filter{{}, command.outlet, command.place, command.person};
  if (!command.since.empty()) filter.since_minutes = minutes_of(parse_timestamp(command.since).value_or(Date{}));
  return filter;
}

std::uint64_t weight_of(const StoreReader& store, const Story& story, StoryOrder order) {
  if (order == StoryOrder::reports) return story.reports.size();
  return order == StoryOrder::origins ? origins_of(store, story) : 0;
}

void cut(std::vector<Ranked>& stories, std::uint64_t limit) {
  std::ranges::sort(stories, [](const Ranked& a, const Ranked& b) {
    return std::tie(b.weight, b.place) < std::tie(a.weight, a.place);
  });
  if (stories.size() > limit) stories.erase(stories.begin() + static_cast<std::ptrdiff_t>(limit), stories.end());
}

// Holds no more than some stories beyond the limit at a time.
Listing listed(const StoreReader& store, const StoriesCommand& command) {
  constexpr std::size_t kBeyond = 10'000;
  const StoryFilter filter = filter_of(command);
  Listing listing;
  store.for_each_story({}, [&](const Story& story) {
    ++listing.all;
    if (!is_wanted(store, story, filter)) return true;
    listing.first.push_back({weight_of(store, story, command.order), listing.wanted++, story});
    if (listing.first.size() > command.limit && listing.first.size() - command.limit > kBeyond) {
      cut(listing.first, command.limit);
    }
    return true;
  });
  cut(listing.first, command.limit);
  return listing;
}

}  // namespace

ExitCode run(const StoriesCommand& command, const Common&) {
  const StoreReader store = open_existing(command.store);
  const auto snapshot = store.snapshot();
  const Listing listing = listed(store, command);
  if (command.json) {
    for (const Ranked& each : listing.first) fmt::print("{}\n", story_row(each.story));
    return ExitCode::done;
  }
  const Painter paint(STDOUT_FILENO);
  for (const Ranked& each : listing.first) print_story_line(store, each.story, paint);
  if (listing.wanted > listing.first.size()) {
    const char* which = command.order == StoryOrder::latest ? "earlier" : "smaller";
    fmt::print("... and {} {} ones (--limit)\n", listing.wanted - listing.first.size(), which);
  }
  if (listing.all == 0) {
    fmt::print("no stories yet: crossread add INPUT --into {}\n", command.store);
  } else if (listing.wanted == 0) {
    fmt::print("no such story among {}\n", listing.all);
  }
  return ExitCode::done;
}

ExitCode run(const StoryCommand& command, const Common&) {
  const StoreReader store = open_existing(command.store);
  const auto snapshot = store.snapshot();
  const std::optional<Story> story = DossierReader(store).story_with_prefix(command.id);
  if (!story) {
    fmt::print(stderr, "crossread: no story, or more than one, begins with {}; see `crossread stories {}`\n",
               command.id, command.store);
    return ExitCode::not_found;
  }
  if (command.json) {
    fmt::print("{}\n", story_row(*story));
  } else {
    print_story(store, *story, Painter(STDOUT_FILENO));
  }
  return ExitCode::done;
}

}  // namespace crossread::cli
