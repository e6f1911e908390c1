#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "base/data_folder.h"
#include "chronicle/brief.h"
#include "cli/commands.h"
#include "cli/session.h"
#include "pipeline/dossier_reader.h"
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

std::string rendered(const StoreReader& store, const std::vector<Story>& stories, const BriefCommand& command,
                     const std::string& data) {
  const std::filesystem::path folder = data_folder(data);
  const language::Analyser analyser(folder);
  const Chronicler chronicler(folder);
  const DossierReader reader(store);
  std::vector<Brief> briefs;
  briefs.reserve(stories.size());
  for (const Story& story : stories) briefs.push_back(chronicler.brief(reader.story_file(story, analyser)));
  if (command.html) return brief_html(briefs, {CROSSREAD_VERSION, digest_of_folder(folder / "lexicon"), {}});
  std::string text;
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
  const std::string text = rendered(store, stories, command, common.data);
  if (!command.output.empty()) {
    write_file(command.output, text);
    return ExitCode::done;
  }
  std::cout << text << std::flush;
  if (!std::cout) throw BrokenWorld("cannot write to standard output");
  return ExitCode::done;
}

}  // namespace crossread::cli
