// The public library: a thin page over the pipeline. What goes wrong inside comes out as StoreError.
#include <crossread/crossread.h>

#include <chrono>
#include <ctime>
#include <memory>
#include <sstream>
#include <thread>

#include "base/data_folder.h"
#include "chronicle/brief.h"
#include "intake/inputs.h"
#include "pipeline/adder.h"
#include "pipeline/brief_reader.h"
#include "pipeline/dossier_reader.h"
#include "pipeline/storyline_reader.h"
#include "render/brief.h"
#include "render/export_json.h"

namespace crossread {
namespace {

std::string utc_now() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm utc{};
  gmtime_r(&now, &utc);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
  return text;
}

Given given_of(const Defaults& defaults) {
  Given given;
  if (!defaults.outlet.empty()) given.outlet = defaults.outlet;
  if (!defaults.language.empty()) given.language = defaults.language;
  if (defaults.published.empty()) return given;
  given.published = parse_timestamp(defaults.published);
  if (!given.published)
    throw StoreError("\"" + defaults.published + "\" is no date: write 2020-01-08 or 2020-01-08T09:12+00:00");
  return given;
}

template <class Fn>
auto guarded(const Fn& fn) {
  try {
    return fn();
  } catch (const BrokenWorld& fault) {
    throw StoreError(fault.what());
  }
}

}  // namespace

struct Library::State {
  State(const std::string& path, const LibraryOptions& options)
      : data(data_folder(options.data_folder)),
        stages(data),
        chronicler(data),
        store(Store::open(path)),
        jobs(options.jobs) {
    if (jobs == 0) jobs = std::max(1u, std::thread::hardware_concurrency());
  }

  Added add(const std::function<std::optional<Arrival>()>& next) {
    AddOptions options;
    options.jobs = jobs;
    options.now = utc_now;
    const AddSummary summary = Adder(stages, store, options).add(next);
    return {summary.added, summary.known, summary.refused};
  }

  std::vector<Brief> briefs(const std::string& story) const {
    std::vector<Story> wanted;
    store.for_each_story({}, [&](const Story& one) {
      if (story.empty() || one.id.str() == story) wanted.push_back(one);
      return true;
    });
    if (wanted.empty() && !story.empty()) throw StoreError("no story has the id " + story);
    const StorylineReader storylines(store, storyline_tables(), jobs);
    std::vector<Brief> made(wanted.size());
    BriefReader(store, storylines, stages.analyser).for_each(wanted, [&](std::size_t place, const StoryFile& file) {
      made[place] = chronicler.brief(file);
    });
    return made;
  }

  Dossier dossier() const {
    Dossier whole = DossierReader(store).of_everything(stages.producer);
    StorylineReader(store, storyline_tables(), jobs).for_each([&](const StorylineFile& file) {
      append(whole, file);
      return true;
    });
    return whole;
  }

  const StorylineTables& storyline_tables() const {
    if (!tables) tables = std::make_unique<StorylineTables>(data);
    return *tables;
  }

  std::filesystem::path data;
  Stages stages;
  Chronicler chronicler;
  mutable std::unique_ptr<StorylineTables> tables;  // loaded when first asked for
  Store store;
  unsigned jobs;
};

Library::Library(const std::string& path, const LibraryOptions& options)
    : state_(guarded([&] { return std::make_unique<State>(path, options); })) {}
Library::~Library() = default;
Library::Library(Library&&) noexcept = default;
Library& Library::operator=(Library&&) noexcept = default;

Added Library::add(const std::vector<std::string>& inputs, const Defaults& defaults) {
  const Given given = given_of(defaults);
  return guarded([&] {
    intake::Inputs walk(inputs);
    return state_->add([&]() -> std::optional<Arrival> {
      std::optional<Incoming> incoming = walk.next();
      if (!incoming) return std::nullopt;
      return Arrival{std::move(*incoming), given};
    });
  });
}

Added Library::add_text(const std::string& source_id, const std::string& text, const Defaults& defaults) {
  const Given given = given_of(defaults);
  bool taken = false;
  return guarded([&] {
    return state_->add([&]() -> std::optional<Arrival> {
      if (std::exchange(taken, true)) return std::nullopt;
      return Arrival{Document{source_id, DocumentFormat::text, text}, given};
    });
  });
}

std::vector<StoryLine> Library::stories() const {
  return guarded([&] {
    std::vector<StoryLine> lines;
    state_->store.for_each_story({}, [&](const Story& story) {
      StoryLine line{story.id.str(), story.storyline.str(), story.title, {}};
      for (const ReportId id : story.reports) line.reports.push_back(id.str());
      lines.push_back(std::move(line));
      return true;
    });
    return lines;
  });
}

std::string Library::dossier_json() const {
  return guarded([&] {
    const auto snapshot = state_->store.snapshot();
    std::ostringstream out;
    write_json(state_->dossier(), out);
    return out.str();
  });
}

std::string Library::brief_markdown(const std::string& story) const {
  return guarded([&] {
    std::string text;
    for (const Brief& brief : state_->briefs(story)) text += crossread::brief_markdown(brief) + "\n";
    return text;
  });
}

std::string Library::brief_html(const std::string& story) const {
  return guarded([&] { return crossread::brief_html(state_->briefs(story), state_->stages.producer); });
}

}  // namespace crossread
