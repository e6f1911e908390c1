#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <iostream>

#include "base/data_folder.h"
#include "cli/commands.h"
#include "cli/session.h"
#include "pipeline/dossier_reader.h"
#include "pipeline/known_number.h"
#include "render/export_json.h"

namespace crossread::cli {
namespace {

using RowVisitor = std::function<bool(const std::string& id, const std::string& row)>;

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

ExitCode export_rows(const StoreReader& store, const ExportCommand& command) {
  bool begun = command.after.empty();
  std::uint64_t left = command.limit.value_or(UINT64_MAX);
  for_each_row(store, command.only, [&](const std::string& id, const std::string& row) {
    if (left == 0) return false;
    if (begun) {
      std::cout << row << '\n';
      --left;
    }
    begun = begun || id == command.after;
    return true;
  });
  if (begun) return ExitCode::done;
  fmt::print(stderr, "crossread: no row has the id {} that --after names\n", command.after);
  return ExitCode::not_found;
}

Producer producer_of(const std::string& data) {
  Producer producer;
  producer.crossread = CROSSREAD_VERSION;
  producer.tables = digest_of_folder(data_folder(data) / "lexicon");
  return producer;
}

void export_whole(const StoreReader& store, const Producer& producer) {
  DossierWriter writer(std::cout, producer);
  for (const std::string_view key : {"reports", "rejections", "origins", "lineage", "stories", "changes"}) {
    writer.section(key);
    for_each_row(store, key, [&](const std::string&, const std::string& row) {
      writer.row(row);
      return true;
    });
  }
  writer.finish();
}

ExitCode export_part(const StoreReader& store, const ExportCommand& command, const Producer& producer) {
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
  const Dossier dossier = reader.of_stories(stories, producer);
  if (command.rows) {
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
  const Producer producer = producer_of(common.data);
  ExitCode code = ExitCode::done;
  if (!command.story.empty() || !command.storyline.empty()) {
    code = export_part(store, command, producer);
  } else if (command.rows) {
    code = export_rows(store, command);
  } else {
    export_whole(store, producer);
  }
  std::cout.flush();
  if (!std::cout) throw BrokenWorld("cannot write to standard output");
  return code;
}

}  // namespace crossread::cli
