#include "lineage/credits.h"

#include <algorithm>
#include <iterator>

#include "base/hash.h"
#include "text/words.h"

namespace crossread {

std::uint64_t name_key(std::string_view name) {
  static const std::uint64_t kArticle = hash64("the");
  std::uint64_t key = 0;
  const std::vector<Word> parts = words(name, {0, static_cast<std::uint32_t>(name.size())});
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0 || parts.size() == 1 || parts[i].hash != kArticle) key = mix(key, parts[i].hash);
  }
  return key;
}

std::vector<std::uint64_t> credited(const Report& report) {
  std::vector<std::uint64_t> keys;
  for (const Credit& credit : report.credits) keys.push_back(name_key(credit.name));
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

bool credits(const Report& report, const Report& other) {
  if (!other.outlet || report.credits.empty()) return false;
  const std::vector<std::uint64_t> names = credited(report);
  return std::binary_search(names.begin(), names.end(), name_key(*other.outlet));
}

bool share_credit(const Report& a, const Report& b) {
  if (credits(a, b) || credits(b, a)) return true;
  const std::vector<std::uint64_t> mine = credited(a);
  const std::vector<std::uint64_t> theirs = credited(b);
  std::vector<std::uint64_t> both;
  std::set_intersection(mine.begin(), mine.end(), theirs.begin(), theirs.end(), std::back_inserter(both));
  return !both.empty();
}

}  // namespace crossread
