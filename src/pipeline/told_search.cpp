#include "pipeline/told_search.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_set>

#include "base/hash.h"
#include "index/posting_index.h"
#include "lexicon/name_key.h"

namespace crossread {
namespace {

std::uint64_t key_of(EventType type) {
  return hash64("type " + std::string(name_of(type)));
}

void add_sounds(std::string_view name, std::set<std::uint64_t>& keys) {
  const std::string sounds = name_key(name);
  for (std::size_t begin = 0; begin < sounds.size();) {
    const std::size_t end = std::min(sounds.find(' ', begin), sounds.size());
    keys.insert(hash64("speaker " + sounds.substr(begin, end - begin)));
    begin = end + 1;
  }
}

std::set<EntityIndex> speakers_of(const Account& account) {
  std::set<EntityIndex> speakers;
  for (const Statement& statement : account.statements) {
    for (const Party& speaker : statement.speakers) speakers.insert(speaker.entity);
  }
  return speakers;
}

// The names under which a report speaks of a thing.
std::vector<std::string> names_of(const Account& account, std::string_view text, EntityIndex entity) {
  std::vector<std::string> names = {account.entities[entity].name};
  for (const Mention& mention : account.mentions) {
    if (mention.entity == entity && mention.level == MentionLevel::name) names.emplace_back(mention.span.in(text));
  }
  return names;
}

// Reports that stand under every key, newest first.
std::vector<ReportHead> reports_under(const StoreReader& store, const std::set<std::uint64_t>& keys) {
  const std::vector<std::uint64_t> wanted(keys.begin(), keys.end());
  std::map<ReportNumber, std::size_t> hits;
  for (const Posting& posting : find_postings(store.blocks(), kToldIndex, wanted)) ++hits[posting.report];
  std::vector<ReportHead> heads;
  for (const auto& [number, count] : hits) {
    if (count < wanted.size()) continue;
    ReportHead head = store.head(number);
    if (!head.removed) heads.push_back(std::move(head));
  }
  std::ranges::sort(heads, [](const ReportHead& a, const ReportHead& b) {
    const bool a_known = a.key.minutes != CanonicalKey::kUndated;
    const bool b_known = b.key.minutes != CanonicalKey::kUndated;
    return a_known != b_known ? a_known : b.key < a.key;
  });
  return heads;
}

bool passes(const ReportHead& head, const SearchQuery& wanted) {
  const std::int64_t minutes = head.key.minutes;
  if ((wanted.since_minutes || wanted.until_minutes) && minutes == CanonicalKey::kUndated) return false;
  if (wanted.since_minutes && minutes < *wanted.since_minutes) return false;
  if (wanted.until_minutes && minutes > *wanted.until_minutes) return false;
  return !wanted.outlet || head.outlet == wanted.outlet;
}

// None: no words are asked for.
std::optional<std::unordered_set<ReportNumber>> reports_with_words(const StoreReader& store, SearchQuery wanted) {
  if (wanted.words.empty()) return std::nullopt;
  wanted.limit = UINT32_MAX;
  std::unordered_set<ReportNumber> found;
  for (const SearchHit& hit : store.search(wanted).hits) found.insert(hit.number);
  return found;
}

// Fills in which statements or events of the account are meant.
void choose(const ToldQuery& query, const NameLikeness& names, ToldHit& hit) {
  const Account& account = hit.account;
  std::set<EntityIndex> speaking;
  for (const EntityIndex speaker : speakers_of(account)) {
    const std::vector<std::string> called = names_of(account, hit.report.text, speaker);
    const auto is_meant = [&](const std::string& name) { return names.same(name, query.speaker); };
    if (query.speaker.empty() || std::ranges::any_of(called, is_meant)) speaking.insert(speaker);
  }
  const auto by_speaker = [&](const Statement& statement) {
    return std::ranges::any_of(statement.speakers, [&](const Party& party) { return speaking.contains(party.entity); });
  };
  for (StatementIndex i = 0; i < account.statements.size() && !query.type; ++i) {
    if (by_speaker(account.statements[i])) hit.statements.push_back(i);
  }
  for (EventIndex i = 0; i < account.events.size() && query.type; ++i) {
    const Event& event = account.events[i];
    const bool told = query.speaker.empty() || (event.source && by_speaker(account.statements[*event.source]));
    if (event.type == *query.type && told) hit.events.push_back(i);
  }
}

}  // namespace

std::vector<std::uint64_t> told_keys(const Account& account, std::string_view text) {
  std::set<std::uint64_t> keys;
  for (const EntityIndex speaker : speakers_of(account)) {
    for (const std::string& name : names_of(account, text, speaker)) add_sounds(name, keys);
  }
  for (const Event& event : account.events) keys.insert(key_of(event.type));
  return {keys.begin(), keys.end()};
}

std::vector<ToldHit> find_told(const StoreReader& store, const ToldQuery& query, const NameLikeness& names) {
  std::set<std::uint64_t> keys;
  if (!query.speaker.empty()) add_sounds(query.speaker, keys);
  if (query.type) keys.insert(key_of(*query.type));
  const std::optional<std::unordered_set<ReportNumber>> with_words = reports_with_words(store, query.reports);
  std::vector<ToldHit> hits;
  for (const ReportHead& head : reports_under(store, keys)) {
    if (hits.size() == query.reports.limit) break;
    if (!passes(head, query.reports) || (with_words && !with_words->contains(head.number))) continue;
    ToldHit hit;
    hit.report = store.report(head.number);
    std::optional<Account> account = store.account(hit.report, head.number);
    if (!account) continue;
    hit.account = std::move(*account);
    choose(query, names, hit);
    if (!hit.statements.empty() || !hit.events.empty()) hits.push_back(std::move(hit));
  }
  return hits;
}

}  // namespace crossread
