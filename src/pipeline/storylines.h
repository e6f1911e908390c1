// Keeps the trees of storylines (story/storylines.h) up to date when a batch replaces some stories: these pick anew,
// and so do their neighbours where that changes whom they are closest to. What does not hang on a story that changed is
// not read.
//
// Guarded by tests/pipeline/regroup_test.cpp, with a slow judge.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <unordered_map>
#include <vector>

#include "pipeline/report_order.h"
#include "store/store.h"
#include "story/storylines.h"

namespace crossread {

class Storylines {
 public:
  // Remembers the stories of `members`, all of whose stories are about to be replaced, and which others picked them.
  Storylines(const StoreReader& store, ReportOrder& order, std::span<const ReportNumber> members);

  // To be called when the new stories of these members are in the store. `links`: all links of any of them; a link may
  // come twice.
  void settle(Batch& batch, std::span<const NumberedLink> links);

 private:
  using First = ReportNumber;  // of a story: its first report
  struct Pick {
    First story;
    Kin kin;
  };

  CanonicalKey key_of(ReportNumber number);
  First story_of(ReportNumber member);
  const StoryPlace& place_of(First story);
  bool is_new(First story) const { return new_.contains(story); }

  bool is_single(First story);
  std::vector<Pick> kin_of(First story, std::span<const NumberedLink> links);
  void offer(First story, std::span<const NumberedLink> links);
  std::optional<Pick> stored_pick(First story);
  std::optional<Pick> pick_of(First story);
  std::optional<Pick> picked_among_all(First story);
  void put_picks(Batch& batch);
  void put_storylines(Batch& batch);
  First root_of(First story);
  First root_of_circle(std::span<const First> circle);
  StorylineId known_storyline(First story);

  const StoreReader& store_;
  ReportOrder& order_;
  std::vector<ReportNumber> members_;
  std::map<First, StoryPlace> before_;  // the stories that were replaced
  std::set<First> orphans_;             // others that picked one of them
  std::set<First> new_;
  std::map<First, Pick> best_;  // of what was offered
  std::unordered_map<ReportNumber, First> stories_;
  std::unordered_map<ReportNumber, StoryPlace> places_;
  std::unordered_map<ReportNumber, First> roots_;
  std::unordered_map<ReportNumber, bool> single_;  // whether a story is one report
  std::set<First> affected_;                       // whose root may be another than it was
};

}  // namespace crossread
