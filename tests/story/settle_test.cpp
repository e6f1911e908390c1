#include "story/settle.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "base/hash.h"

namespace crossread {
namespace {

using testing::ElementsAre;

StoryMember member(std::uint64_t id, const std::string& published = "", const std::string& title = "") {
  StoryMember made;
  made.report = {id};
  made.published = parse_timestamp(published);
  made.title = title;
  made.article = mix(1, id);
  return made;
}

StoryLink link(std::uint64_t a, std::uint64_t b, std::uint16_t strength, std::uint16_t kinship = 0) {
  return {{a}, {b}, strength, kinship};
}

CopyLink copy(std::uint64_t a, std::uint64_t b, CopyKind kind) {
  CopyLink made;
  made.report = {a};
  made.other = {b};
  made.kind = kind;
  return made;
}

std::vector<std::vector<std::uint64_t>> reports_of(const std::vector<Story>& settled) {
  std::vector<std::vector<std::uint64_t>> stories;
  for (const Story& story : settled) {
    stories.emplace_back();
    for (const ReportId report : story.reports) stories.back().push_back(report.value);
  }
  return stories;
}

TEST(Settle, Strong_links_make_a_story_and_weak_ones_none) {
  const std::vector<StoryMember> members = {member(1), member(2), member(3)};
  const std::vector<StoryLink> links = {link(1, 2, 400), link(2, 3, 100)};
  EXPECT_THAT(reports_of(settle(members, links, {})), ElementsAre(ElementsAre(1, 2), ElementsAre(3)));
}

TEST(Settle, Bulk_copies_share_a_story_whatever_their_links_and_parts_do_not) {
  const std::vector<StoryMember> members = {member(1), member(2), member(3), member(4),
                                            member(5), member(6), member(7)};
  const std::vector<CopyLink> copies = {copy(2, 1, CopyKind::same),     copy(3, 2, CopyKind::near),
                                        copy(4, 3, CopyKind::abridged), copy(5, 4, CopyKind::releaded),
                                        copy(6, 5, CopyKind::part),     copy(7, 6, CopyKind::quoted)};
  EXPECT_THAT(reports_of(settle(members, {}, copies)),
              ElementsAre(ElementsAre(1, 2, 3, 4, 5), ElementsAre(6), ElementsAre(7)));
}

TEST(Settle, Versions_of_one_article_share_a_story) {
  std::vector<StoryMember> members = {member(1), member(2), member(3)};
  members[2].article = members[0].article;
  EXPECT_THAT(reports_of(settle(members, {}, {})), ElementsAre(ElementsAre(1, 3), ElementsAre(2)));
}

TEST(Settle, A_crowd_of_copies_counts_as_the_one_report_that_it_is) {
  // Two independent accounts, 1 and 2; nine copies of 1, of which most lost the link to 2.
  std::vector<StoryMember> members = {member(1), member(2)};
  std::vector<CopyLink> copies;
  for (std::uint64_t i = 3; i < 12; ++i) {
    members.push_back(member(i));
    copies.push_back(copy(i, 1, CopyKind::near));
  }
  EXPECT_EQ(settle(members, std::vector{link(1, 2, 300)}, copies).size(), 1U);
}

TEST(Settle, What_is_not_of_the_component_is_left_out) {
  const std::vector<StoryMember> members = {member(1)};
  const std::vector<Story> settled =
      settle(members, std::vector{link(1, 9, 900)}, std::vector{copy(9, 1, CopyKind::same)});
  EXPECT_THAT(reports_of(settled), ElementsAre(ElementsAre(1)));
}

TEST(Settle, Nothing_in_nothing_out) {
  EXPECT_TRUE(settle({}, {}, {}).empty());
}

TEST(Settle, Reports_and_stories_stand_in_order_of_time_and_the_first_names_them) {
  const std::vector<StoryMember> members = {member(1), member(2, "2026-03-04"), member(3, "2026-03-02"),
                                            member(4, "2026-03-03T08:00")};
  const std::vector<Story> settled = settle(members, std::vector{link(2, 3, 500), link(1, 4, 500)}, {});
  ASSERT_THAT(reports_of(settled), ElementsAre(ElementsAre(3, 2), ElementsAre(4, 1)));
  EXPECT_EQ(settled[0].start, members[2].published);
  EXPECT_EQ(settled[0].end, members[1].published);
  const std::vector<Story> alone = settle(std::vector{members[2]}, {}, {});
  EXPECT_EQ(settled[0].id, alone[0].id);
}

TEST(Settle, The_most_central_report_that_has_a_title_gives_the_storys) {
  const std::vector<StoryMember> members = {member(1, "", "Edge"), member(2, "", ""), member(3, "", "Middle"),
                                            member(4, "", "Rim")};
  const std::vector<StoryLink> links = {link(1, 2, 700), link(2, 3, 700), link(3, 4, 500), link(1, 3, 500),
                                        link(2, 4, 700)};
  EXPECT_EQ(settle(members, links, {})[0].title, "Middle");
}

// ---- random worlds -----------------------------------------------------------------------------------------------

struct World {
  std::vector<StoryMember> members;
  std::vector<StoryLink> links;
  std::vector<CopyLink> copies;
};

World random_world(std::mt19937& random) {
  World world;
  const std::uint64_t size = 1 + random() % 40;
  const std::uint64_t clumps = 1 + random() % 8;
  for (std::uint64_t id = 1; id <= size; ++id) {
    const std::string day = random() % 4 == 0 ? "" : "2026-03-" + std::to_string(10 + random() % 20);
    world.members.push_back(member(id, day, random() % 3 == 0 ? "" : "Title " + std::to_string(id)));
    if (random() % 12 == 0) world.members.back().article = world.members[random() % id].article;
  }
  for (std::uint64_t a = 1; a <= size; ++a) {
    for (std::uint64_t b = a + 1; b <= size; ++b) {
      const auto value = static_cast<std::uint16_t>(random() % 500 + (a % clumps == b % clumps ? 150 : 0));
      if (random() % 3 != 0) world.links.push_back(link(a, b, value, static_cast<std::uint16_t>(random() % 500)));
      if (random() % 40 == 0) world.copies.push_back(copy(b, a, static_cast<CopyKind>(random() % 6)));
    }
  }
  return world;
}

TEST(Settle, The_order_of_members_links_and_copies_is_nothing) {
  std::mt19937 random(11);
  for (int round = 0; round < 200; ++round) {
    World world = random_world(random);
    const std::vector<Story> before = settle(world.members, world.links, world.copies);
    std::shuffle(world.members.begin(), world.members.end(), random);
    std::shuffle(world.links.begin(), world.links.end(), random);
    std::shuffle(world.copies.begin(), world.copies.end(), random);
    ASSERT_EQ(settle(world.members, world.links, world.copies), before) << "round " << round;
  }
}

TEST(Settle, Every_member_is_in_one_story) {
  std::mt19937 random(12);
  for (int round = 0; round < 100; ++round) {
    const World world = random_world(random);
    std::set<ReportId> seen;
    for (const Story& story : settle(world.members, world.links, world.copies)) {
      for (const ReportId report : story.reports) ASSERT_TRUE(seen.insert(report).second);
    }
    ASSERT_EQ(seen.size(), world.members.size());
  }
}

// What hangs together by strong links, copies and versions.
std::vector<World> parts_of(const World& world) {
  std::map<ReportId, std::size_t> part;
  std::map<std::uint64_t, std::size_t> part_of_article;
  for (std::size_t i = 0; i < world.members.size(); ++i) part[world.members[i].report] = i;
  const auto unite = [&](std::size_t a, std::size_t b) {
    for (auto& [report, number] : part) number = number == a ? b : number;
  };
  for (const StoryMember& member : world.members) {
    const std::size_t own = part.at(member.report);
    const auto [first, fresh] = part_of_article.try_emplace(member.article, own);
    if (!fresh) unite(own, part.at(world.members[first->second].report));
  }
  for (const StoryLink& l : world.links) {
    if (l.strength >= kOneEvent) unite(part.at(l.a), part.at(l.b));
  }
  for (const CopyLink& c : world.copies) {
    if (takes_the_bulk(c.kind)) unite(part.at(c.report), part.at(c.other));
  }
  std::map<std::size_t, World> parts;
  for (const StoryMember& member : world.members) parts[part.at(member.report)].members.push_back(member);
  std::vector<World> found;
  for (auto& [number, one] : parts) {
    one.links = world.links;  // those that leave it are left out by settle()
    one.copies = world.copies;
    found.push_back(one);
  }
  return found;
}

TEST(Settle, Weak_links_between_what_hangs_together_by_strong_ones_have_no_say) {
  std::mt19937 random(14);
  std::size_t parts = 0;
  for (int round = 0; round < 200; ++round) {
    World world = random_world(random);
    for (StoryLink& l : world.links) {
      if (l.a.value % 5 != l.b.value % 5) l.strength = static_cast<std::uint16_t>(random() % 190);
    }
    std::vector<Story> apart;
    for (const World& part : parts_of(world)) {
      for (const Story& story : settle(part.members, part.links, part.copies)) apart.push_back(story);
      ++parts;
    }
    std::vector<Story> together = settle(world.members, world.links, world.copies);
    const auto by_id = [](const Story& a, const Story& b) { return a.id < b.id; };
    std::sort(apart.begin(), apart.end(), by_id);
    std::sort(together.begin(), together.end(), by_id);
    ASSERT_EQ(together, apart) << "round " << round;
  }
  EXPECT_GT(parts, 400U) << "worlds in one part show nothing";
}

TEST(Settle, Two_components_settled_together_are_as_settled_apart) {
  std::mt19937 random(13);
  for (int round = 0; round < 100; ++round) {
    World one = random_world(random);
    World two = random_world(random);
    const auto moved = [](ReportId& id) { id.value += 1000; };
    for (StoryMember& m : two.members) {
      moved(m.report);
      m.article = mix(2, m.article);
    }
    for (StoryLink& l : two.links) {
      moved(l.a);
      moved(l.b);
    }
    for (CopyLink& c : two.copies) {
      moved(c.report);
      moved(c.other);
    }
    std::vector<Story> apart = settle(one.members, one.links, one.copies);
    for (const Story& story : settle(two.members, two.links, two.copies)) apart.push_back(story);
    one.members.insert(one.members.end(), two.members.begin(), two.members.end());
    one.links.insert(one.links.end(), two.links.begin(), two.links.end());
    one.copies.insert(one.copies.end(), two.copies.begin(), two.copies.end());
    std::vector<Story> together = settle(one.members, one.links, one.copies);
    const auto by_id = [](const Story& a, const Story& b) { return a.id < b.id; };
    std::sort(apart.begin(), apart.end(), by_id);
    std::sort(together.begin(), together.end(), by_id);
    ASSERT_EQ(together, apart) << "round " << round;
  }
}

}  // namespace
}  // namespace crossread
