#include "claim/candidates.h"

#include <algorithm>
#include <map>

#include "base/hash.h"
#include "claim/pair_signs.h"
#include "text/words.h"

namespace crossread::claim {
namespace {

constexpr std::size_t kWindow = 64;  // faces of a key, the last before it in canonical order, that one is compared with
// Of those, with how many it is compared: 40 scores on our corpus what 96 does, and takes three quarters of the time
// for a storyline of 246 long reports (2026-11-23).
constexpr std::size_t kMost = 40;
constexpr std::size_t kRareWords = 8;  // of a telling, as keys

// Those met under the most keys, of equals the latest.
std::vector<std::uint32_t> most_met(std::vector<std::uint32_t> met) {
  std::ranges::sort(met);
  std::vector<std::pair<std::int64_t, std::uint32_t>> counted;  // keys, face
  for (const std::uint32_t face : met) {
    if (counted.empty() || counted.back().second != face) counted.emplace_back(0, face);
    ++counted.back().first;
  }
  std::ranges::sort(counted, std::ranges::greater{});
  if (counted.size() > kMost) counted.resize(kMost);
  std::vector<std::uint32_t> out;
  for (const auto& [keys, face] : counted) out.push_back(face);
  return out;
}

std::uint64_t face_key(const StorylineReports& storyline, const Item& item) {
  const std::string_view text = storyline.reports[item.report].report->text;
  std::uint64_t key = hash64(item.is_event ? "event" : "statement");
  for (const Word& word : words(text, item.sentence)) key = mix(key, word.hash);
  for (const Word& word : words(text, item.evidence)) key = mix(key, word.hash);
  if (item.is_event) {
    const Event& event = event_of(storyline, item);
    key = mix(key, static_cast<std::uint64_t>(event.type) * 100 + static_cast<std::uint64_t>(event.status));
  } else {
    key = mix(key, static_cast<std::uint64_t>(statement_of(storyline, item).act));
  }
  return key;
}

// What a telling is looked up by. Kinds of deed that readers take for one another share keys.
std::vector<std::uint64_t> keys_of(const StorylineReports& storyline, const Item& item) {
  std::vector<std::uint64_t> keys;
  const auto add = [&](std::uint64_t kind, std::uint64_t value) { keys.push_back(mix(kind, value)); };
  if (item.is_event) {
    const EventType type = event_of(storyline, item).type;
    for (std::size_t other = 0; other < kEventTypeCount; ++other) {
      if (!are_kin(type, static_cast<EventType>(other))) continue;
      for (const std::uint32_t entity : item.mentioned) add(100 + other, entity);
      if (item.dated) add(200 + other, static_cast<std::uint64_t>(item.days.first));
    }
    for (const BagWord& word : item.trigger) add(2, word.stem);
  } else {
    for (const std::uint32_t entity : item.actors) add(3, entity);
  }
  Bag rare = item.words;
  std::ranges::sort(rare, [](const BagWord& a, const BagWord& b) {
    return std::pair(-a.weight, a.stem) < std::pair(-b.weight, b.stem);
  });
  if (rare.size() > kRareWords) rare.resize(kRareWords);
  for (const BagWord& word : rare) add(2, word.stem);
  return keys;
}

}  // namespace

std::vector<Face> faces_of(const StorylineReports& storyline, const std::vector<Item>& items) {
  std::map<std::uint64_t, std::uint32_t> known;
  std::vector<Face> faces;
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    const auto [at, fresh] = known.emplace(face_key(storyline, items[i]), static_cast<std::uint32_t>(faces.size()));
    if (fresh) faces.emplace_back();
    faces[at->second].items.push_back(i);
    faces[at->second].reports.insert(items[i].report);
  }
  return faces;
}

std::vector<FacePair> candidates(const StorylineReports& storyline, const std::vector<Item>& items,
                                 const std::vector<Face>& faces) {
  std::map<std::uint64_t, std::vector<std::uint32_t>> buckets;
  std::vector<FacePair> pairs;
  for (std::uint32_t i = 0; i < faces.size(); ++i) {
    std::vector<std::uint64_t> keys = keys_of(storyline, items[faces[i].items.front()]);
    std::ranges::sort(keys);
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    std::vector<std::uint32_t> met;
    for (const std::uint64_t key : keys) {
      auto& bucket = buckets[key];
      met.insert(met.end(), bucket.end() - static_cast<std::ptrdiff_t>(std::min(bucket.size(), kWindow)), bucket.end());
      bucket.push_back(i);
    }
    for (const std::uint32_t other : most_met(std::move(met))) pairs.emplace_back(other, i);
  }
  std::ranges::sort(pairs);
  return pairs;
}

}  // namespace crossread::claim
