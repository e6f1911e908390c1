// `search --speaker` and `--type`: what was said and done, rather than where words stand.
#pragma once

#include "cli/command_line.h"
#include "store/store.h"

namespace crossread::cli {

ExitCode search_told(const StoreReader& store, const SearchCommand& command, const SearchQuery& reports,
                     const Common& common);

}  // namespace crossread::cli
