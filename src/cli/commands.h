// One function a command: takes its checked options, does the work, prints, and says how it ended. BrokenWorld goes
// through to main.
#pragma once

#include "cli/command_line.h"

namespace crossread::cli {

ExitCode run(const AddCommand& command, const Common& common);
ExitCode run(const StoriesCommand& command, const Common& common);
ExitCode run(const StoryCommand& command, const Common& common);
ExitCode run(const OutletsCommand& command, const Common& common);
ExitCode run(const BriefCommand& command, const Common& common);
ExitCode run(const ExportCommand& command, const Common& common);
ExitCode run(const ExtractCommand& command, const Common& common);
ExitCode run(const AnalyzeCommand& command, const Common& common);
ExitCode run(const NamesCommand& command, const Common& common);
ExitCode run(const SearchCommand& command, const Common& common);
ExitCode run(const CheckCommand& command, const Common& common);
ExitCode run(const RebuildCommand& command, const Common& common);

}  // namespace crossread::cli
