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

// The key of a table's name; of letters and blanks of ASCII alone, as nearly all are, without cutting it into tokens.
std::uint64_t key_of(std::string_view name, std::string& scratch) {
  scratch.assign(name);
  for (char& c : scratch) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    if (c != ' ' && !(c >= 'a' && c <= 'z')) {
      return key_of(line_tokens(name, {0, static_cast<std::uint32_t>(name.size())}));
    }
  }
  return hash64(scratch);
}

}  // namespace

TownNames::TownNames(const std::filesystem::path& folder) {
  std::string scratch;
  for (const char* file : {"cities.tsv", "capitals.tsv"}) {
    const Table table(folder / "en" / file, 2);
    for (const Table::Row& row : table.rows()) {
      names_.push_back(key_of(row[0], scratch));
    }
  }
  std::sort(names_.begin(), names_.end());
}

bool TownNames::has(const std::vector<LineToken>& words) const {
  return !words.empty() && std::binary_search(names_.begin(), names_.end(), key_of(words));
}

}  // namespace crossread
