#include "pipeline/story_blocks.h"

#include <algorithm>
#include <array>
#include <optional>

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

using Leads =
    std::array<std::vector<ReportNumber>, kLadder.size()>;  // ties that lead on from what was visited, by step

// The highest step at which a tie leads to a report that is not visited yet; those that do not are dropped.
std::optional<std::size_t> highest(Leads& leads, const std::unordered_set<ReportNumber>& visited) {
  for (std::size_t step = leads.size(); step-- > 0;) {
    while (!leads[step].empty() && visited.contains(leads[step].back())) leads[step].pop_back();
    if (!leads[step].empty()) return step;
  }
  return std::nullopt;
}

}  // namespace

bool StoryBlocks::is_too_much(ReportNumber report, std::size_t step) const {
  const auto known = too_much_.find(report);
  return known != too_much_.end() && known->second >= step;
}

StoryBlock StoryBlocks::block_of(ReportNumber report) {
  StoryBlock block;
  std::vector<ReportNumber> visited;
  std::unordered_set<ReportNumber> seen;
  Leads leads;
  leads[kLastStep] = {report};
  std::size_t lowest = kLastStep;  // of the ties taken
  bool too_much = false;           // what hangs together at the lowest; what is bound never is
  while (!too_much) {
    const std::optional<std::size_t> step = highest(leads, seen);
    if (!step || *step < lowest) block = {visited, step ? *step + 1 : 0};
    if (!step || (*step < lowest && visited.size() > kMostTogether)) break;
    lowest = std::min(lowest, *step);
    const ReportNumber next = leads[*step].back();
    seen.insert(next);
    visited.push_back(next);
    too_much = lowest != kLastStep && (visited.size() > kMostTogether || is_too_much(next, lowest));
    for (const StrongTie& tie : near_.strong_ties(next)) leads[step_of(tie.strength)].push_back(tie.other);
  }
  if (too_much) {
    for (const ReportNumber one : visited) {
      std::size_t& known = too_much_.try_emplace(one, lowest).first->second;
      known = std::max(known, lowest);
    }
  }
  std::sort(block.members.begin(), block.members.end());
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
