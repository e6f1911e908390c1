#include "lexicon/tracking_parameters.h"

#include <algorithm>

#include "lexicon/table.h"

namespace crossread {

TrackingParameters::TrackingParameters(const std::filesystem::path& folder) {
  const Table table(folder / "web" / "tracking_parameters.tsv", 1);
  for (const Table::Row& row : table.rows()) {
    std::string name(row[0]);
    if (name.ends_with('*')) {
      name.pop_back();
      if (name.size() < 2) table.refuse(row, "a beginning of a name must have two letters at least");
      starts_.push_back(std::move(name));
    } else {
      whole_.push_back(std::move(name));
    }
  }
  std::sort(whole_.begin(), whole_.end());
}

bool TrackingParameters::has(std::string_view name) const {
  std::string lower(name);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return std::binary_search(whole_.begin(), whole_.end(), lower) ||
         std::any_of(starts_.begin(), starts_.end(),
                     [&](const std::string& start) { return lower.starts_with(start); });
}

}  // namespace crossread
