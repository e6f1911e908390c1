#include "lineage/origins.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "lineage_samples.h"

namespace crossread {
namespace {

// Reports named by letters, dated in order of the alphabet, and links between them.
class World {
 public:
  explicit World(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      const std::string name(1, static_cast<char>('a' + i));
      reports_.push_back(report_of(name, "Text of " + name, "2025-02-" + std::to_string(10 + i)));
    }
  }
  Report& at(char name) { return reports_[static_cast<std::size_t>(name - 'a')]; }

  void link(char report, char other, CopyKind kind, CopyDirection direction = CopyDirection::from) {
    links_.push_back({at(report).id, at(other).id, kind, direction, 5, 10, 10, {{{0, 4}, {5, 7}}}});
  }

  std::vector<Origin> settled() const {
    std::vector<const Report*> members;
    for (const Report& report : reports_) members.push_back(&report);
    return origins(members, links_);
  }

  std::vector<Origin> settled_shuffled(std::mt19937& random) const {
    std::vector<const Report*> members;
    for (const Report& report : reports_) members.push_back(&report);
    std::vector<CopyLink> links = links_;
    std::shuffle(members.begin(), members.end(), random);
    std::shuffle(links.begin(), links.end(), random);
    return origins(members, links);
  }

  // "a,b | c": the source ids of each origin.
  std::string printed() const {
    std::string text;
    for (const Origin& origin : settled()) {
      if (!text.empty()) text += " | ";
      for (const ReportId id : origin.reports) text += (id == origin.reports.front() ? "" : ",") + name(id);
    }
    return text;
  }

  std::string name(ReportId id) const {
    for (const Report& report : reports_) {
      if (report.id == id) return report.source_id;
    }
    return "?";
  }

 private:
  std::vector<Report> reports_;
  std::vector<CopyLink> links_;
};

TEST(Origins, Of_reports_without_links_are_as_many_as_reports) {
  EXPECT_EQ(World(3).printed(), "a | b | c");
  EXPECT_TRUE(World(0).settled().empty());
}

TEST(Origins, Are_joined_by_copies_of_the_bulk_only) {
  const struct {
    CopyKind kind;
    std::string expected;
  } rows[] = {{CopyKind::same, "a,b"},     {CopyKind::near, "a,b"},   {CopyKind::abridged, "a,b"},
              {CopyKind::releaded, "a,b"}, {CopyKind::part, "a | b"}, {CopyKind::quoted, "a | b"}};
  for (const auto& row : rows) {
    World world(2);
    world.link('b', 'a', row.kind);
    EXPECT_EQ(world.printed(), row.expected);
  }
}

TEST(Origins, Join_along_chains_and_are_named_by_their_first_report) {
  World world(5);
  world.link('e', 'c', CopyKind::abridged);
  world.link('c', 'b', CopyKind::near);
  EXPECT_EQ(world.printed(), "a | b,c,e | d");
  EXPECT_EQ(world.settled()[1].id.value, world.at('b').id.value);
}

TEST(Origins, Own_the_passages_that_others_lifted_from_them) {
  World world(3);
  world.link('b', 'a', CopyKind::part);
  world.link('c', 'b', CopyKind::part, CopyDirection::to);
  world.link('c', 'a', CopyKind::quoted);
  const std::vector<Origin> found = world.settled();
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].passages, (std::vector<Evidence>{{world.at('b').id, {0, 4}}}));
  EXPECT_TRUE(found[1].passages.empty());
  EXPECT_EQ(found[2].passages, (std::vector<Evidence>{{world.at('b').id, {5, 7}}}));
}

TEST(Origins, Of_two_that_share_text_and_credit_one_agency_are_one) {
  World world(4);
  world.link('b', 'a', CopyKind::part);
  world.link('d', 'c', CopyKind::part);
  world.at('a').credits = {{"Alpine Wire", {0, 0}}};
  world.at('b').credits = {{"the Alpine Wire", {0, 0}}};
  EXPECT_EQ(world.printed(), "a,b | c | d");
  EXPECT_EQ(world.settled()[0].label, "Alpine Wire") << "an agency that nobody has in full is an origin still";

  world.at('c').outlet = "Alpine Wire";
  world.at('d').credits = {{"Alpine Wire", {0, 0}}};
  EXPECT_EQ(world.printed(), "a,b | c,d") << "one credit without shared text joins nothing";
}

TEST(Origins, Hold_all_versions_of_one_article) {
  World world(3);
  world.at('a').url = world.at('c').url = "https://valley.example/cable-car";
  EXPECT_EQ(world.printed(), "a,c | b");
}

TEST(Origins, Are_labelled_by_agency_then_outlet_then_source) {
  World world(3);
  world.link('b', 'a', CopyKind::same);
  EXPECT_EQ(world.settled()[0].label, "a");
  world.at('a').outlet = "The Valley Post";
  EXPECT_EQ(world.settled()[0].label, "The Valley Post");
  world.at('b').credits = {{"Alpine Wire", {0, 0}}};
  EXPECT_EQ(world.settled()[0].label, "Alpine Wire");
}

TEST(Origins, Do_not_depend_on_the_order_of_members_or_links) {
  std::mt19937 random(9);
  for (int round = 0; round < 50; ++round) {
    World world(10);
    for (int i = 0; i < 12; ++i) {
      const auto a = static_cast<char>('a' + random() % 10);
      const auto b = static_cast<char>('a' + random() % 10);
      if (a > b) world.link(a, b, static_cast<CopyKind>(random() % 6), static_cast<CopyDirection>(random() % 3));
    }
    EXPECT_EQ(world.settled(), world.settled_shuffled(random));
  }
}

}  // namespace
}  // namespace crossread
