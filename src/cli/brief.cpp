#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "base/data_folder.h"
#include "chronicle/brief.h"
#include "cli/commands.h"
#include "cli/session.h"
#include "pipeline/brief_reader.h"
#include "pipeline/dossier_reader.h"
#include "pipeline/stages.h"
#include "render/brief.h"

namespace crossread::cli {
namespace {

std::vector<Story> wanted(const StoreReader& store, const BriefCommand& command) {
  const DossierReader reader(store);
  std::vector<Story> stories;
  if (!command.story.empty()) {
    if (const std::optional<Story> story = reader.story_with_prefix(command.story)) stories.push_back(*story);
  } else {
    stories = reader.stories_of_storyline(command.storyline);  // all of them when none is named
  }
  return stories;
}

// In order of their first stories.
std::vector<std::vector<Story>> by_storyline(const std::vector<Story>& stories) {
  std::vector<std::vector<Story>> groups;
  for (const Story& story : stories) {
    const auto known = std::ranges::find_if(
        groups, [&](const std::vector<Story>& group) { return group.front().storyline == story.storyline; });
    if (known == groups.end()) {
      groups.push_back({story});
    } else {
      known->push_back(story);
    }
  }
  return groups;
}

// The last batch that the reader knows, of a batch's number or a moment.
std::optional<Since> since_of(const StoreReader& store, const BriefCommand& command) {
  if (command.since.empty()) return std::nullopt;
  if (command.since.find_first_not_of("0123456789") == std::string::npos)
    return Since{static_cast<std::uint32_t>(std::stoul(command.since)), "batch " + command.since};
  return Since{store.last_batch_before(*minutes_of(*parse_timestamp(command.since))), command.since};
}

std::string json_array(const std::vector<Brief>& briefs) {
  std::string text = "[";
  for (const Brief& brief : briefs) text += (text.size() == 1 ? "\n" : ",\n") + brief_json(brief);
  return text + "\n]\n";
}

std::string rendered(const StoreReader& store, std::vector<Story> stories, const BriefCommand& command,
                     const Common& common) {
  const std::filesystem::path folder = data_folder(common.data);
  const language::Analyser analyser(folder);
  const StorylineTables tables(folder);
  const StorylineReader storylines(store, tables, threads_of(common));
  const BriefReader reader(store, storylines, analyser, since_of(store, command));
  const Chronicler chronicler(folder, command.table);
  std::erase_if(stories, [&](const Story& story) { return !reader.has_news(story); });
  std::vector<Brief> briefs;
  if (command.storyline.empty()) {
    briefs.resize(stories.size());
    reader.for_each(stories, [&](std::size_t place, const StoryFile& file) { briefs[place] = chronicler.brief(file); });
  } else {
    for (const std::vector<Story>& whole : by_storyline(stories))
      briefs.push_back(chronicler.brief(reader.file_of_all(whole)));
  }
  if (command.format == "json") return json_array(briefs);
  if (command.format == "html")
    return brief_html(briefs, {CROSSREAD_VERSION, digest_of_folder(folder / "lexicon"), {}});
  if (command.format == "csv") return brief_csv(briefs);
  if (command.format == "svg") return brief_svg(briefs);
  std::string text = briefs.empty() && !command.since.empty() ? "Nothing is new since " + command.since + ".\n" : "";
  for (const Brief& brief : briefs) text += (text.empty() ? "" : "\n") + brief_markdown(brief);
  return text;
}

// Written beside and moved into place, so that a reader never sees half a brief and a full disk costs no earlier one.
void write_file(const std::string& path, const std::string& text) {
  const std::string beside = path + ".part";
  std::ofstream out(beside, std::ios::binary);
  out << text;
  out.close();
  std::error_code failed;
  if (out) std::filesystem::rename(beside, path, failed);
  if (!out || failed) {
    std::filesystem::remove(beside, failed);
    throw BrokenWorld("cannot write " + path);
  }
}

}  // namespace

ExitCode run(const BriefCommand& command, const Common& common) {
  const StoreReader store = open_existing(command.store);
  const auto snapshot = store.snapshot();
  const std::vector<Story> stories = wanted(store, command);
  const std::string named = command.story + command.storyline;
  if (stories.empty() && !named.empty()) {
    fmt::print(stderr, "crossread: no story, or more than one, begins with {}; see `crossread stories {}`\n", named,
               command.store);
    return ExitCode::not_found;
  }
  const std::string text = rendered(store, stories, command, common);
  if (!command.output.empty()) {
    write_file(command.output, text);
    return ExitCode::done;
  }
  std::cout << text << std::flush;
  if (!std::cout) throw BrokenWorld("cannot write to standard output");
  return ExitCode::done;
}

}  // namespace crossread::cli
