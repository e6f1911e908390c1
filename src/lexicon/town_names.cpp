#include "lexicon/town_names.h"

#include <algorithm>

#include "base/hash.h"
#include "lexicon/table.h"

namespace crossread {
namespace {

std::uint64_t key_of(const std::vector<LineToken>& words) {
  std::string name;
  for (const LineToken& word : words) {
    if (!name.empty()) name += ' ';
    name += word.form;
  }
  return hash64(name);
}

}  // namespace

TownNames::TownNames(const std::filesystem::path& folder) {
  for (const char* file : {"cities.tsv", "capitals.tsv"}) {
    const Table table(folder / "en" / file, 2);
    for (const Table::Row& row : table.rows()) {
      names_.push_back(key_of(line_tokens(row[0], {0, static_cast<std::uint32_t>(row[0].size())})));
    }
  }
  std::sort(names_.begin(), names_.end());
}

bool TownNames::has(const std::vector<LineToken>& words) const {
  return !words.empty() && std::binary_search(names_.begin(), names_.end(), key_of(words));
}

}  // namespace crossread
