#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <iostream>

#include "base/data_folder.h"
#include "cli/commands.h"
#include "cli/session.h"
#include "cli/spool.h"
#include "pipeline/dossier_reader.h"
#include "pipeline/known_number.h"
#include "pipeline/storyline_reader.h"
#include "render/export_json.h"
#include "render/telling_exports.h"

namespace crossread::cli {
namespace {

using namespace std::string_view_literals;

using RowVisitor = std::function<bool(const std::string& id, const std::string& row)>;

// The arrays that are settled storyline by storyline when they are asked for, in the order of the dossier.
constexpr std::array kSettledKeys = {"entities"sv, "statements"sv, "events"sv,   "claims"sv,
                                     "timeline"sv, "advisories"sv, "situation"sv};

bool is_settled(std::string_view key) {
  return std::ranges::find(kSettledKeys, key) != kSettledKeys.end();
}

// Walks over one array of the dossier, row by row, in its order. `id` is what --after takes; "" where rows have none.
void for_each_row(const StoreReader& store, std::string_view key, const RowVisitor& visit) {
  const DossierReader reader(store);
  const TextOf text_of = [&store](ReportId id) { return store.report(known_number(store, id)).text; };
  if (key == "reports") {
    reader.for_each_entry({},
                          [&](const ReportEntry& entry) { return visit(entry.report.id.str(), report_row(entry)); });
  } else if (key == "rejections") {
    store.for_each_rejection(
        [&](const Rejection& rejection) { return visit(rejection.source_id, rejection_row(rejection)); });
  } else if (key == "origins") {
    store.for_each_origin({},
                          [&](const Origin& origin) { return visit(origin.id.str(), origin_row(origin, text_of)); });
  } else if (key == "lineage") {
    store.for_each_copy_link({}, [&](const CopyLink& link) {
      return visit(link.report.str() + link.other.str(), lineage_row(link, text_of(link.report), text_of(link.other)));
    });
  } else if (key == "stories") {
    store.for_each_story({}, [&](const Story& story) { return visit(story.id.str(), story_row(story)); });
  } else if (key == "changes") {
    store.for_each_change([&](const Change& change) { return visit("", change_row(change)); });
  }
}

// The rows of one storyline in the format asked for.
void rows_of(const StorylineFile& file, const ExportCommand& command, const TellingTaker& take) {
  const TellingKind kind = command.only == "statements" ? TellingKind::statement : TellingKind::event;
  switch (command.format) {
    case ExportFormat::csv:
      return csv_rows(file, kind, take);
    case ExportFormat::plover:
      return plover_rows(file, take);
    case ExportFormat::annotations:
      return annotation_rows(file, kind, take);
    default:
      return storyline_rows(file, command.only, take);
  }
}

// As for_each_row(), for the arrays of kSettledKeys.
void for_each_settled_row(const StorylineReader& reader, const ExportCommand& command, const RowVisitor& visit) {
  bool going = true;
  const auto take = [&](const std::string& id, const std::string& row) { going = going && visit(id, row); };
  if (command.only != "timeline" && command.only != "situation") {
    return reader.for_each([&](const StorylineFile& file) {
      rows_of(file, command, take);
      return going;
    });
  }
  StorylineFile sorted;  // over all storylines
  reader.for_each([&](const StorylineFile& file) {
    sorted.timeline.insert(sorted.timeline.end(), file.timeline.begin(), file.timeline.end());
    sorted.situation.insert(sorted.situation.end(), file.situation.begin(), file.situation.end());
    return true;
  });
  put_in_order(sorted.timeline);
  put_in_order(sorted.situation);
  rows_of(sorted, command, take);
}

std::string heading_of(const ExportCommand& command) {
  if (command.format != ExportFormat::csv) return {};
  return csv_heading(command.only == "statements" ? TellingKind::statement : TellingKind::event) + "\n";
}

ExitCode export_rows(const StoreReader& store, const ExportCommand& command, const Common& common) {
  bool begun = command.after.empty();
  std::uint64_t left = command.limit.value_or(UINT64_MAX);
  const RowVisitor print = [&](const std::string& id, const std::string& row) {
    if (left == 0) return false;
    if (begun) {
      std::cout << row << '\n';
      --left;
    }
    begun = begun || id == command.after;
    return true;
  };
  std::cout << heading_of(command);
  if (is_settled(command.only)) {
    const StorylineTables tables(data_folder(common.data));
    for_each_settled_row({store, tables, threads_of(common)}, command, print);
  } else {
    for_each_row(store, command.only, print);
  }
  if (begun) return ExitCode::done;
  fmt::print(stderr, "crossread: no row has the id {} that --after names\n", command.after);
  return ExitCode::not_found;
}

// Each storyline is settled once: the rows of all its arrays are set aside until the turn of their array.
void export_settled(const StoreReader& store, const Common& common, DossierWriter& writer) {
  const StorylineTables tables(data_folder(common.data));
  std::array<Spool, kSettledKeys.size()> spools;
  StorylineFile sorted;
  StorylineReader(store, tables, threads_of(common)).for_each([&](const StorylineFile& file) {
    sorted.timeline.insert(sorted.timeline.end(), file.timeline.begin(), file.timeline.end());
    sorted.situation.insert(sorted.situation.end(), file.situation.begin(), file.situation.end());
    for (std::size_t i = 0; i < kSettledKeys.size(); ++i) {
      if (kSettledKeys[i] == "timeline" || kSettledKeys[i] == "situation") continue;
      storyline_rows(file, kSettledKeys[i], [&](const std::string&, const std::string& row) { spools[i].put(row); });
    }
    return true;
  });
  put_in_order(sorted.timeline);
  put_in_order(sorted.situation);
  for (std::size_t i = 0; i < kSettledKeys.size(); ++i) {
    writer.section(kSettledKeys[i]);
    spools[i].for_each([&](const std::string& row) { writer.row(row); });
    storyline_rows(sorted, kSettledKeys[i], [&](const std::string&, const std::string& row) { writer.row(row); });
  }
}

void export_whole(const StoreReader& store, const Common& common) {
  DossierWriter writer(std::cout, producer_of(data_folder(common.data)));
  const auto write = [&](std::string_view key) {
    writer.section(key);
    for_each_row(store, key, [&](const std::string&, const std::string& row) {
      writer.row(row);
      return true;
    });
  };
  for (const std::string_view key : {"reports", "rejections", "origins", "lineage", "stories"}) write(key);
  export_settled(store, common, writer);
  write("changes");
  writer.finish();
}

ExitCode export_part(const StoreReader& store, const ExportCommand& command, const Common& common) {
  const DossierReader reader(store);
  std::vector<Story> stories;
  if (!command.story.empty()) {
    const std::optional<Story> story = reader.story_with_prefix(command.story);
    if (story) stories.push_back(*story);
  } else {
    stories = reader.stories_of_storyline(command.storyline);
  }
  if (stories.empty()) {
    fmt::print(stderr, "crossread: no story, or more than one, begins with {}\n", command.story + command.storyline);
    return ExitCode::not_found;
  }
  const StorylineTables tables(data_folder(common.data));
  const StorylineReader storylines(store, tables, threads_of(common));
  if (command.format != ExportFormat::json && is_settled(command.only)) {
    std::cout << heading_of(command);
    storylines.for_each_part(stories, [&](const StorylineFile& file) {
      rows_of(file, command, [](const std::string&, const std::string& row) { std::cout << row << '\n'; });
      return true;
    });
    return ExitCode::done;
  }
  Dossier dossier = reader.of_stories(stories, producer_of(data_folder(common.data)));
  storylines.for_each_part(stories, [&](const StorylineFile& file) {
    append(dossier, file);
    return true;
  });
  if (command.format == ExportFormat::jsonl) {
    write_rows(dossier, command.only, std::cout);
  } else {
    write_json(dossier, std::cout);
  }
  return ExitCode::done;
}

bool known_key(const std::string& key) {
  const auto keys = dossier_keys();
  return key.empty() || std::find(keys.begin(), keys.end(), key) != keys.end();
}

}  // namespace

ExitCode run(const ExportCommand& command, const Common& common) {
  if (!known_key(command.only)) {
    fmt::print(stderr, "crossread: --only takes one of: {}\n", fmt::join(dossier_keys(), ", "));
    return ExitCode::usage;
  }
  std::ios::sync_with_stdio(false);
  const StoreReader store = open_existing(command.store);
  const auto snapshot = store.snapshot();
  ExitCode code = ExitCode::done;
  if (!command.story.empty() || !command.storyline.empty()) {
    code = export_part(store, command, common);
  } else if (command.format != ExportFormat::json) {
    code = export_rows(store, command, common);
  } else {
    export_whole(store, common);
  }
  std::cout.flush();
  if (!std::cout) throw BrokenWorld("cannot write to standard output");
  return code;
}

}  // namespace crossread::cli
