#include "pipeline/story_filter.h"

#include <algorithm>
#include <vector>

#include "pipeline/known_number.h"
#include "text/words.h"

namespace crossread {
namespace {

std::vector<std::uint64_t> word_hashes(const std::string& text) {
  std::vector<std::uint64_t> hashes;
  for (const Word& word : words(text, {0, static_cast<std::uint32_t>(text.size())})) hashes.push_back(word.hash);
  std::ranges::sort(hashes);
  return hashes;
}

// Whether the account names a thing of this kind with all of these words in its name.
bool names(const Account& account, EntityKind kind, const std::vector<std::uint64_t>& wanted) {
  return std::ranges::any_of(account.entities, [&](const LocalEntity& entity) {
    return entity.kind == kind && std::ranges::includes(word_hashes(entity.name), wanted);
  });
}

bool is_since(const Story& story, std::int64_t minutes) {
  const std::optional<std::int64_t> last = story.end ? minutes_of(*story.end) : std::nullopt;
  return last && *last >= minutes;
}

bool is_told_by(const StoreReader& store, const Story& story, const std::string& outlet) {
  return std::ranges::any_of(story.reports,
                             [&](ReportId id) { return store.head(known_number(store, id)).outlet == outlet; });
}

bool speaks_of(const StoreReader& store, const Story& story, EntityKind kind, const std::string& name) {
  const std::vector<std::uint64_t> wanted = word_hashes(name);
  return std::ranges::any_of(story.reports, [&](ReportId id) {
    const ReportNumber number = known_number(store, id);
    const std::optional<Account> account = store.account(store.report(number), number);
    return account && names(*account, kind, wanted);
  });
}

}  // namespace

bool is_wanted(const StoreReader& store, const Story& story, const StoryFilter& filter) {
  if (filter.since_minutes && !is_since(story, *filter.since_minutes)) return false;
  if (!filter.outlet.empty() && !is_told_by(store, story, filter.outlet)) return false;
  if (!filter.place.empty() && !speaks_of(store, story, EntityKind::place, filter.place)) return false;
  return filter.person.empty() || speaks_of(store, story, EntityKind::person, filter.person);
}

}  // namespace crossread
