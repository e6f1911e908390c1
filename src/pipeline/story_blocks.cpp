#include "pipeline/story_blocks.h"

#include <algorithm>
#include <array>
#include <optional>
#include <queue>

#include "story/settle.h"

namespace crossread {
namespace {

// Each step about a fifth above the one before. Not tuned.
constexpr std::array<std::uint16_t, 10> kLadder = {kOneEvent, 215, 260, 310, 375, 450, 540, 650, 800, kBound};

std::size_t step_of(std::uint16_t strength) {
  const auto above = std::upper_bound(kLadder.begin(), kLadder.end(), strength);
  return static_cast<std::size_t>(above - kLadder.begin()) - 1;
}

constexpr std::size_t kLastStep = kLadder.size() - 1;

// A tie that leads on from what was visited; of the highest step first.
struct Lead {
  std::size_t step = 0;
  ReportNumber other;
  friend bool operator<(const Lead& a, const Lead& b) { return a.step < b.step; }
};

}  // namespace

StoryBlock StoryBlocks::block_of(ReportNumber report) {
  StoryBlock block;
  std::vector<ReportNumber>& visited = block.members;
  std::unordered_set<ReportNumber> seen;
  std::priority_queue<Lead> leads;
  std::size_t lowest = kLastStep;  // of the ties taken
  std::size_t together = 0;        // as many of the visited are what hangs together at some step
  leads.push({kLastStep, report});
  while (visited.size() <= kMostTogether || lowest == kLastStep) {
    const std::optional<Lead> lead = leads.empty() ? std::nullopt : std::optional(leads.top());
    if (!lead || lead->step < lowest) {
      together = visited.size();
      block.step = lead ? lead->step + 1 : 0;
    }
    if (!lead || (lead->step < lowest && visited.size() > kMostTogether)) break;
    lowest = std::min(lowest, lead->step);
    leads.pop();
    if (!seen.insert(lead->other).second) continue;
    visited.push_back(lead->other);
    for (const StrongTie& tie : near_.strong_ties(lead->other)) {
      if (!seen.contains(tie.other)) leads.push({step_of(tie.strength), tie.other});
    }
  }
  visited.resize(together);
  std::sort(visited.begin(), visited.end());
  return block;
}

void StoryBlocks::take_up(ReportNumber report) {
  if (taken_up_.contains(report)) return;
  std::vector<ReportNumber> together = store_.settled_with(report);
  if (together.empty()) together.push_back(report);
  for (const ReportNumber one : together) {
    if (taken_up_.insert(one).second) waiting_.push_back(one);
  }
}

// Whether a new tie to it can change the block of the other.
bool StoryBlocks::leads_into_block(const StrongTie& tie) const {
  const std::optional<std::size_t> step = store_.settled_at_step(tie.other);
  return !step || step_of(tie.strength) >= *step;
}

std::vector<StoryBlock> StoryBlocks::changed_by(std::span<const ReportNumber> touched) {
  for (const ReportNumber report : touched) {
    take_up(report);
    for (const StrongTie& tie : near_.strong_ties(report)) {
      if (!taken_up_.contains(tie.other) && leads_into_block(tie)) take_up(tie.other);
    }
  }
  std::vector<StoryBlock> blocks;
  std::unordered_set<ReportNumber> placed;
  for (std::size_t i = 0; i < waiting_.size(); ++i) {
    if (placed.contains(waiting_[i])) continue;
    blocks.push_back(block_of(waiting_[i]));
    for (const ReportNumber member : blocks.back().members) {
      placed.insert(member);
      take_up(member);
    }
  }
  return blocks;
}

}  // namespace crossread
