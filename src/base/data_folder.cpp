#include "base/data_folder.h"

#include <dlfcn.h>
#include <fmt/format.h>

#include <cstdlib>
#include <vector>

#include "base/fault.h"

namespace crossread {
namespace {

namespace fs = std::filesystem;

// The folder of the program or library that this very function lies in.
fs::path folder_of_this_binary() {
  Dl_info info{};
  if (dladdr(reinterpret_cast<const void*>(&folder_of_this_binary), &info) == 0 || info.dli_fname == nullptr) return {};
  std::error_code failed;
  fs::path binary = fs::canonical(info.dli_fname, failed);
  if (failed) binary = fs::read_symlink("/proc/self/exe", failed);
  return binary.parent_path();
}

}  // namespace

fs::path data_folder(const fs::path& given) {
  std::vector<fs::path> places;
  if (!given.empty()) {
    places.push_back(given);
  } else if (const char* named = std::getenv("CROSSREAD_DATA"); named != nullptr && *named != '\0') {
    places.emplace_back(named);
  } else {
    const fs::path here = folder_of_this_binary();
    places = {here / "../share/crossread", here / "../../share/crossread", here / "../../data", here / "../../../data"};
  }
  std::string tried;
  for (const fs::path& place : places) {
    std::error_code failed;
    if (fs::is_directory(place / "lexicon", failed)) return fs::weakly_canonical(place);
    tried += fmt::format("\n  {}", place.lexically_normal().string());
  }
  throw BrokenWorld("the data folder with lexicon/ was not found; set CROSSREAD_DATA. Places tried:" + tried);
}

}  // namespace crossread
