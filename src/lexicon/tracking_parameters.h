// The parameters of web addresses that say how a reader came, not what is read
// (data/lexicon/web/tracking_parameters.tsv).
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace crossread {

class TrackingParameters {
 public:
  // Reads `folder`/web/tracking_parameters.tsv. Throws BrokenWorld naming the bad row.
  explicit TrackingParameters(const std::filesystem::path& folder);

  // Whether a parameter of this name is one; names are compared in lower case.
  bool has(std::string_view name) const;

 private:
  std::vector<std::string> whole_;   // sorted
  std::vector<std::string> starts_;  // written with a `*` at the end
};

}  // namespace crossread
