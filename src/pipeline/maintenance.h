// Looking after a store: is it whole, and working it out anew.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "pipeline/adder.h"

namespace crossread {

// Everything that is wrong with a store, its index included; empty when sound.
std::vector<Finding> findings_of(const StoreReader& store);

// Whether the store was made by other code or tables than these.
bool is_stale(const StoreReader& store, const Stages& stages);

// Reads every original again and settles all anew, in a file beside the store that takes its place only when it is
// complete. What was given by hand for a report is given again. History and rejections are carried over.
AddSummary rebuild(const std::filesystem::path& path, const Stages& stages, const AddOptions& options,
                   const std::function<void(std::uint64_t read, std::uint64_t all)>& progress = {});

}  // namespace crossread
