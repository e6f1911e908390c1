// Where the shipped tables and models lie.
#pragma once

#include <filesystem>

namespace crossread {

// The folder that holds `lexicon/` and `models/`: `given` if not empty, else $CROSSREAD_DATA, else `share/crossread`
// beside the installed program, else `data` above the build folder. Throws BrokenWorld, naming the places tried, if
// none is there.
std::filesystem::path data_folder(const std::filesystem::path& given = {});

}  // namespace crossread
