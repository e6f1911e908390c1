// Rules of the trees, through the slow judge; that a store comes to the same is for tests/pipeline/regroup_test.cpp.
#include "story/storylines.h"

#include <gmock/gmock.h>

#include "story/whole.h"

namespace crossread {
namespace {

using test::settled_whole;
using testing::ElementsAre;

StoryMember member(std::uint64_t id, const std::string& published) {
  StoryMember made;
  made.report = {id};
  made.published = parse_timestamp(published);
  made.article = id;
  return made;
}

StoryLink kin(std::uint64_t a, std::uint64_t b, std::uint16_t kinship) {
  return {{a}, {b}, 0, kinship};
}

TEST(Storylines, A_later_story_follows_the_earlier_one_that_it_is_closest_to) {
  const std::vector<StoryMember> members = {member(1, "2026-03-01"), member(2, "2026-03-02"), member(3, "2026-03-06")};
  const auto settled = settled_whole(members, std::vector{kin(1, 3, 300), kin(2, 3, 250)}, {});
  ASSERT_EQ(settled.size(), 3U);
  EXPECT_THAT(settled[2].follows, ElementsAre(settled[0].id));
  EXPECT_EQ(settled[2].storyline, settled[0].storyline);
  EXPECT_TRUE(settled[0].follows.empty());
}

TEST(Storylines, A_story_that_is_close_to_an_earlier_one_does_not_fuse_two_storylines) {
  const std::vector<StoryMember> members = {member(1, "2026-03-01"), member(2, "2026-03-02"), member(3, "2026-03-03"),
                                            member(4, "2026-03-06")};
  const auto settled = settled_whole(members, std::vector{kin(1, 4, 300), kin(2, 3, 400), kin(3, 4, 250)}, {});
  ASSERT_EQ(settled.size(), 4U);
  EXPECT_EQ(settled[3].storyline, settled[0].storyline);
  EXPECT_EQ(settled[2].storyline, settled[1].storyline);
  EXPECT_NE(settled[2].storyline, settled[0].storyline);
}

TEST(Storylines, A_story_close_to_no_earlier_one_hangs_on_a_later_one) {
  const std::vector<StoryMember> members = {member(1, "2026-03-01"), member(2, "2026-03-02"), member(3, "2026-03-06")};
  const auto settled = settled_whole(members, std::vector{kin(1, 3, 300), kin(2, 3, 250)}, {});
  EXPECT_EQ(settled[1].storyline, storyline_id({1}));
  EXPECT_TRUE(settled[1].follows.empty());
}

TEST(Storylines, One_close_pair_of_reports_does_not_make_kin_of_two_stories_of_several) {
  std::vector<StoryMember> members = {member(1, "2026-03-01"), member(2, "2026-03-01"), member(3, "2026-03-09")};
  const StoryLink one_event{{1}, {2}, 600, 600};
  EXPECT_EQ(settled_whole(members, std::vector{one_event, kin(1, 3, 150)}, {}).back().storyline, storyline_id({3}));
  EXPECT_EQ(settled_whole(members, std::vector{one_event, kin(1, 3, 150), kin(2, 3, 90)}, {}).back().storyline,
            storyline_id({1}));
}

TEST(Storylines, Weak_kinship_makes_a_storyline_but_nothing_follows) {
  const std::vector<StoryMember> members = {member(1, "2026-03-01"), member(2, "2026-03-06")};
  const auto settled = settled_whole(members, std::vector{kin(1, 2, 150)}, {});
  EXPECT_EQ(settled[0].storyline, settled[1].storyline);
  EXPECT_TRUE(settled[1].follows.empty());
}

TEST(Storylines, Without_a_known_order_nothing_follows) {
  for (const char* day : {"", "2026-03-01"}) {
    const std::vector<StoryMember> members = {member(1, day), member(2, day)};
    const auto settled = settled_whole(members, std::vector{kin(1, 2, 400)}, {});
    EXPECT_EQ(settled[0].storyline, settled[1].storyline) << day;
    EXPECT_EQ(settled[0].storyline, storyline_id({1})) << day;  // of two that pick each other the earlier is the root
    EXPECT_TRUE(settled[1].follows.empty()) << day;
  }
}

TEST(Storylines, A_story_with_a_date_hangs_on_none_without) {
  const std::vector<StoryMember> members = {member(1, ""), member(2, "2026-03-01")};
  const auto settled = settled_whole(members, std::vector{kin(1, 2, 400)}, {});
  EXPECT_EQ(settled[0].storyline, storyline_id({2}));
  EXPECT_EQ(settled[1].storyline, storyline_id({2}));  // the undated one hangs on it
  EXPECT_TRUE(settled[1].follows.empty());
}

TEST(Storylines, Of_equally_close_stories_the_earlier_is_picked) {
  const Kin early{{10, {2}}, 300, true};
  const Kin late{{20, {1}}, 300, true};
  const Kin closer{{30, {3}}, 301, true};
  EXPECT_TRUE(is_closer(early, late));
  EXPECT_TRUE(is_closer(closer, early));
  EXPECT_FALSE(is_closer(early, early));
}

}  // namespace
}  // namespace crossread
