#include "story/agglomerate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

namespace crossread {
namespace {

constexpr JoinRule kRule{.least = 200, .contrast = 75, .ceiling = 500};

// The rule of agglomerate.h word by word, with no cleverness: all pairs of groups are compared at each step.
class Judge {
 public:
  Judge(std::size_t groups, const std::vector<GroupLink>& links, const JoinRule& rule) : rule_(rule) {
    for (std::uint32_t g = 0; g < groups; ++g) members_[g] = {g};
    for (const GroupLink& link : links) strength_[{std::min(link.a, link.b), std::max(link.a, link.b)}] = link.strength;
  }

  std::vector<std::uint32_t> labels() {
    while (step()) {
    }
    std::map<std::uint32_t, std::uint32_t> label;
    for (const auto& [name, group] : members_) {
      for (const std::uint32_t member : group) label[member] = *group.begin();
    }
    std::vector<std::uint32_t> labels;
    for (const auto& [member, first] : label) labels.push_back(first);
    return labels;
  }

 private:
  using Group = std::set<std::uint32_t>;

  std::uint64_t strength(std::uint32_t x, std::uint32_t y) const {
    const auto found = strength_.find({std::min(x, y), std::max(x, y)});
    return found == strength_.end() ? 0 : found->second;
  }

  std::uint64_t average(const Group& a, const Group& b) const {
    std::uint64_t sum = 0;
    for (const std::uint32_t x : a) {
      for (const std::uint32_t y : b) sum += strength(x, y);
    }
    return sum * 1000 / (a.size() * b.size());
  }

  std::uint64_t within(const Group& group, std::uint64_t link) const {
    if (group.size() == 1) return link;
    std::uint64_t sum = 0;
    for (const std::uint32_t x : group) {
      for (const std::uint32_t y : group) {
        if (x < y) sum += std::min<std::uint64_t>(strength(x, y), rule_.ceiling);
      }
    }
    return sum * 1000 * 2 / (group.size() * (group.size() - 1));
  }

  bool step() {
    std::uint64_t best = 0;
    std::pair<std::uint32_t, std::uint32_t> pair;
    for (const auto& [a, group_a] : members_) {
      for (const auto& [b, group_b] : members_) {
        if (a >= b || apart_.contains({a, b})) continue;
        const std::uint64_t now = average(group_a, group_b);
        if (now >= rule_.least * 1000 && now > best) {
          best = now;
          pair = {a, b};
        }
      }
    }
    if (best == 0) return false;
    decide(pair.first, pair.second, best);
    return true;
  }

  void decide(std::uint32_t a, std::uint32_t b, std::uint64_t link) {
    const std::uint64_t needed = rule_.contrast * rule_.contrast * within(members_[a], link) / 10'000;
    if (link * link < needed * within(members_[b], link)) {
      apart_.insert({a, b});
      return;
    }
    const bool a_stays = members_[a].size() >= members_[b].size();
    const std::uint32_t stays = a_stays ? a : b;
    const std::uint32_t moves = a_stays ? b : a;
    members_[stays].merge(members_[moves]);
    members_.erase(moves);
    for (const auto& [other, group] : members_) {
      const auto key = [&](std::uint32_t g) { return std::pair(std::min(g, other), std::max(g, other)); };
      if (apart_.contains(key(moves))) apart_.insert(key(stays));
    }
  }

  JoinRule rule_;
  std::map<std::uint32_t, Group> members_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> strength_;
  std::set<std::pair<std::uint32_t, std::uint32_t>> apart_;
};

std::uint32_t below(std::uint32_t bound, std::mt19937& random) {
  return static_cast<std::uint32_t>(random() % bound);
}

std::vector<GroupLink> random_links(std::mt19937& random, std::uint32_t groups) {
  std::vector<GroupLink> links;
  const std::uint32_t clumps = 1 + below(6, random);
  for (std::uint32_t a = 0; a < groups; ++a) {
    for (std::uint32_t b = a + 1; b < groups; ++b) {
      const bool together = a % clumps == b % clumps;
      if (below(10, random) < (together ? 8U : 3U))
        links.push_back({a, b, (together ? 250U : 50U) + below(400, random)});
    }
  }
  return links;
}

TEST(Agglomerated, A_slow_judge_agrees_on_random_worlds) {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    const std::uint32_t groups = 2 + below(24, random);
    const std::vector<GroupLink> links = random_links(random, groups);
    ASSERT_EQ(agglomerated(groups, links, kRule), Judge(groups, links, kRule).labels()) << "round " << round;
  }
}

TEST(Agglomerated, The_order_of_the_links_and_of_their_ends_is_nothing) {
  std::mt19937 random(8);
  for (int round = 0; round < 100; ++round) {
    std::vector<GroupLink> links = random_links(random, 20);
    const auto before = agglomerated(20, links, kRule);
    std::shuffle(links.begin(), links.end(), random);
    for (GroupLink& link : links) {
      if (below(2, random) == 0) std::swap(link.a, link.b);
    }
    ASSERT_EQ(agglomerated(20, links, kRule), before);
  }
}

TEST(Agglomerated, A_chain_of_look_alikes_does_not_fuse) {
  std::vector<GroupLink> chain;
  for (std::uint32_t i = 0; i + 1 < 30; ++i) chain.push_back({i, i + 1, 300});
  const auto labels = agglomerated(30, chain, kRule);
  const std::set<std::uint32_t> groups(labels.begin(), labels.end());
  EXPECT_GE(groups.size(), 10U);
}

TEST(Agglomerated, Two_clumps_with_a_clear_gap_between_stay_apart_and_without_one_are_joined) {
  const auto two_clumps = [](std::uint32_t within, std::uint32_t between) {
    std::vector<GroupLink> links;
    for (std::uint32_t a = 0; a < 8; ++a) {
      for (std::uint32_t b = a + 1; b < 8; ++b) links.push_back({a, b, a / 4 == b / 4 ? within : between});
    }
    const auto labels = agglomerated(8, links, kRule);
    return std::set<std::uint32_t>(labels.begin(), labels.end()).size();
  };
  EXPECT_EQ(two_clumps(450, 250), 2U);
  EXPECT_EQ(two_clumps(300, 250), 1U);
  EXPECT_EQ(two_clumps(950, 400), 1U);  // copies of each other, and independent accounts of the same
}

TEST(Agglomerated, Nothing_comes_of_nothing) {
  EXPECT_TRUE(agglomerated(0, {}, kRule).empty());
  EXPECT_EQ(agglomerated(2, {}, kRule), (std::vector<std::uint32_t>{0, 1}));
}

TEST(Agglomerated, A_hundred_thousand_groups_are_no_matter) {
  constexpr std::uint32_t kGroups = 100'000;
  std::mt19937 random(9);
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> pairs;
  for (std::uint32_t i = 0; i < kGroups; ++i) {
    for (int k = 0; k < 4; ++k) {
      const std::uint32_t near = i / 10 * 10 + below(10, random);
      const std::uint32_t other = k == 0 ? below(kGroups, random) : std::min(near, kGroups - 1);
      if (other != i) pairs[{std::min(i, other), std::max(i, other)}] = 200 + below(400, random);
    }
  }
  std::vector<GroupLink> links;
  for (const auto& [pair, strength] : pairs) links.push_back({pair.first, pair.second, strength});
  const auto labels = agglomerated(kGroups, links, kRule);
  EXPECT_EQ(labels.size(), kGroups);
}

}  // namespace
}  // namespace crossread
