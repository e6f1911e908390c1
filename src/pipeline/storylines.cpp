// A story outside the batch keeps its pick unless a story of the batch is closer. If it had picked one of the stories
// that were replaced, and none of the new ones is as close as that one was, all of its links are read again: anything
// may be the closest now.
#include "pipeline/storylines.h"

#include <algorithm>
#include <utility>

namespace crossread {

Storylines::Storylines(const StoreReader& store, ReportOrder& order, std::span<const ReportNumber> members)
    : store_(store), order_(order), members_(members.begin(), members.end()) {
  for (const ReportNumber member : members) {
    const std::optional<ReportNumber> first = store.story_number_of(member);
    if (!first || before_.contains(*first)) continue;
    before_.emplace(*first, store.story_place(*first));
  }
  for (const auto& [first, place] : before_) {
    for (const First other : store.stories_that_picked(first)) {
      if (!before_.contains(other)) orphans_.insert(other);
    }
  }
}

CanonicalKey Storylines::key_of(ReportNumber number) {
  order_.fetch({&number, 1});
  return order_.key_of(number).value_or(CanonicalKey{});
}

Storylines::First Storylines::story_of(ReportNumber member) {
  const auto [place, fresh] = stories_.try_emplace(member);
  if (fresh) place->second = store_.story_number_of(member).value_or(member);
  return place->second;
}

const StoryPlace& Storylines::place_of(First story) {
  const auto found = places_.find(story);
  return found != places_.end() ? found->second : places_.emplace(story, store_.story_place(story)).first->second;
}

bool Storylines::is_single(First story) {
  const auto [place, fresh] = single_.try_emplace(story);
  if (fresh) place->second = store_.members_of_story(story).size() == 1;
  return place->second;
}

void Storylines::settle(Batch& batch, std::span<const NumberedLink> links) {
  for (const ReportNumber member : members_) new_.insert(story_of(member));
  std::map<First, std::vector<NumberedLink>> links_of;
  for (const NumberedLink& link : links) {
    for (const ReportNumber end : {link.a, link.b}) links_of[story_of(end)].push_back(link);
  }
  for (const auto& [story, its] : links_of) offer(story, its);
  put_picks(batch);
  put_storylines(batch);
}

// The stories that are close to one, of these links that it has; a link may come twice.
std::vector<Storylines::Pick> Storylines::kin_of(First story, std::span<const NumberedLink> links) {
  std::set<std::pair<ReportNumber, ReportNumber>> seen;
  std::map<First, StoryKinship> kinships;
  for (const NumberedLink& link : links) {
    const First a = story_of(link.a);
    const First b = story_of(link.b);
    if (a == b || (a != story && b != story) || !seen.emplace(link.a, link.b).second) continue;
    kinships[a == story ? b : a].add(link.kinship);
  }
  std::vector<Pick> found;
  for (const auto& [other, kinship] : kinships) {
    if (kinship.value(true) < kOneStoryline) continue;
    const std::uint16_t value = kinship.value(is_single(story) && is_single(other));
    if (value >= kOneStoryline) found.push_back({other, kin(key_of(story), key_of(other), value)});
  }
  return found;
}

void Storylines::offer(First story, std::span<const NumberedLink> links) {
  for (const Pick& pick : kin_of(story, links)) {
    const auto [best, first_offer] = best_.try_emplace(story, pick);
    if (!first_offer && is_closer(pick.kin, best->second.kin)) best->second = pick;
  }
}

std::optional<Storylines::Pick> Storylines::stored_pick(First story) {
  const StoryPlace& place = place_of(story);
  if (!place.picked) return std::nullopt;
  return Pick{*place.picked, kin(key_of(story), key_of(*place.picked), place.kinship)};
}

// Of its links with the stories of the batch, and of what is known of the others.
std::optional<Storylines::Pick> Storylines::pick_of(First story) {
  const auto offered = best_.find(story);
  const auto best = offered == best_.end() ? std::nullopt : std::optional(offered->second);
  if (is_new(story)) return best;
  const std::optional<Pick> stored = stored_pick(story);
  const bool as_close = best && (!stored || !is_closer(stored->kin, best->kin));
  if (as_close) return best;
  return stored && before_.contains(stored->story) ? picked_among_all(story) : stored;
}

std::optional<Storylines::Pick> Storylines::picked_among_all(First story) {
  best_.erase(story);
  std::vector<NumberedLink> links;
  for (const ReportNumber member : store_.members_of_story(story)) {
    for (const NumberedLink& link : store_.story_neighbours_of(member)) links.push_back(link);
  }
  offer(story, links);
  const auto found = best_.find(story);
  return found == best_.end() ? std::nullopt : std::optional(found->second);
}

void Storylines::put_picks(Batch& batch) {
  std::set<First> choosing = new_;
  choosing.insert(orphans_.begin(), orphans_.end());
  for (const auto& [story, best] : best_) choosing.insert(story);
  for (const First story : choosing) {
    const std::optional<Pick> pick = pick_of(story);
    StoryPlace& place = places_.find(place_of(story).first)->second;
    const std::optional<ReportNumber> picked = pick ? std::optional(pick->story) : std::nullopt;
    const std::uint16_t kinship = pick ? pick->kin.kinship : std::uint16_t{0};
    if (!is_new(story) && place.picked == picked && place.kinship == kinship) continue;
    affected_.insert(story);
    if (place.picked) affected_.insert(*place.picked);
    if (picked) affected_.insert(*picked);
    place.picked = picked;
    place.kinship = kinship;
    const bool told = pick && follows(key_of(story), pick->kin);
    batch.put_pick(place, told ? std::optional(story_id(pick->kin.first.id)) : std::nullopt);
  }
  for (const auto& [story, place] : before_) {
    if (place.picked) affected_.insert(*place.picked);
  }
  std::erase_if(affected_, [&](First story) { return story_of(story) != story; });  // is no story any more
}

// The canonically earliest of stories of which each picked the next, and the last the first.
Storylines::First Storylines::root_of_circle(std::span<const First> circle) {
  return *std::min_element(circle.begin(), circle.end(), [&](First a, First b) { return key_of(a) < key_of(b); });
}

// The story at the end of the picks.
Storylines::First Storylines::root_of(First story) {
  std::vector<First> path;
  First at = story;
  std::optional<First> root;
  while (!root) {
    const auto known = roots_.find(at);
    const auto passed = std::find(path.begin(), path.end(), at);
    if (known != roots_.end()) {
      root = known->second;
    } else if (passed != path.end()) {
      root = root_of_circle({passed, path.end()});
    } else {
      path.push_back(at);
      const std::optional<ReportNumber> picked = place_of(at).picked;
      if (!picked) root = at;
      at = picked.value_or(at);
    }
  }
  for (const First passed : path) roots_.emplace(passed, *root);
  return *root;
}

// What those that hang on it were told it is.
StorylineId Storylines::known_storyline(First story) {
  const auto replaced = before_.find(story);
  return is_new(story) && replaced != before_.end() ? replaced->second.storyline : place_of(story).storyline;
}

void Storylines::put_storylines(Batch& batch) {
  std::vector<First> waiting(affected_.begin(), affected_.end());
  std::set<First> done;
  while (!waiting.empty()) {
    const First story = waiting.back();
    waiting.pop_back();
    if (!done.insert(story).second) continue;
    const StorylineId now = storyline_id(key_of(root_of(story)).id);
    if (place_of(story).storyline != now) batch.put_storyline(story, now);
    if (known_storyline(story) == now) continue;
    for (const First other : store_.stories_that_picked(story)) waiting.push_back(other);
  }
}

}  // namespace crossread
