#include "claim/candidates.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "claim/align.h"
#include "claim/counters.h"
#include "claim/settle.h"
#include "identity/identify.h"
#include "made/account.h"

namespace crossread::claim {
namespace {

using made::Made;
const std::filesystem::path kData = std::filesystem::path(CROSSREAD_SOURCE_DIR) / "data";

struct Storyline {
  std::vector<Made> made;
  StorylineReports reports;
  std::vector<Item> items;
};

const Tables& tables() {
  static const Tables kTables(kData / "lexicon/en", kData / "models");
  return kTables;
}

Storyline storyline(std::vector<Made> made) {
  static const identity::Tables kNames(kData / "lexicon/en");
  Storyline out{std::move(made), {}, {}};
  std::vector<ReadReport> reports;
  for (const Made& one : out.made) reports.push_back(one.read());
  out.reports = storyline_reports(reports, identity::identify(reports, kNames), {}, {});
  out.items = items_of(out.reports, {tables().background, tables().vectors, tables().counters});
  return out;
}

Made ferry(const std::string& source, const std::string& verb, const std::string& rescued) {
  Made made(source, "2031-03-04",
            "The ferry Nusa " + verb + " off Langara on Saturday. Divers " + rescued +
                " the captain. The harbourmaster said that the ferry had carried 51 people. The union denied that "
                "the hatch had been locked. The owner said that the hatch had been locked.");
  made.event(EventType::accident, verb, {}, {"ferry Nusa"});
  made.event(EventType::aid, rescued, {"Divers"}, {"captain"});
  made.statement("harbourmaster", Act::say, "the ferry had carried 51 people");
  made.statement("union", Act::deny, "the hatch had been locked. The");
  made.statement("owner", Act::say, "hatch had been locked.");
  return made;
}

TEST(Candidates, Every_pair_that_would_be_joined_is_one) {
  const Storyline line = storyline({ferry("a", "capsized", "rescued"), ferry("b", "turned over", "saved"),
                                    ferry("c", "sank", "pulled out"), ferry("d", "capsized", "rescued")});
  const std::vector<Face> faces = faces_of(line.reports, line.items);
  const std::vector<FacePair> found = candidates(line.reports, line.items, faces);
  const Comparison comparison(line.reports, line.items);
  std::size_t joined = 0;
  for (std::uint32_t a = 0; a < faces.size(); ++a) {
    for (std::uint32_t b = a + 1; b < faces.size(); ++b) {
      const Item& x = line.items[faces[a].items.front()];
      const Item& y = line.items[faces[b].items.front()];
      if (tables().weights.same.score(comparison.signs(x, y)) <= 0) continue;
      ++joined;
      EXPECT_TRUE(std::ranges::binary_search(found, FacePair(a, b))) << a << " " << b;
    }
  }
  EXPECT_GT(joined, 0u);
}

TEST(Candidates, A_copy_adds_no_face) {
  const Made first = ferry("a", "capsized", "rescued");
  const Storyline one = storyline({first});
  const Storyline two = storyline({first, first.copy("b", "2031-03-05")});
  EXPECT_EQ(faces_of(one.reports, one.items).size(), faces_of(two.reports, two.items).size());
}

TEST(Counters, Denials_are_told_apart_from_what_they_deny_and_lead_to_it) {
  const Storyline line = storyline({ferry("a", "capsized", "rescued")});
  std::vector<Group> groups = align(line.reports, line.items, tables().weights);
  part_denials(line.reports, line.items, groups);
  const std::vector<std::uint32_t> group_of = groups_of_items(groups, line.items.size());
  for (const Counter& counter : counters_of(line.reports, line.items, groups, tables().weights)) {
    for (const std::uint32_t item : counter.items) {
      const bool denies = !line.items[item].is_event && statement_of(line.reports, line.items[item]).act == Act::deny;
      EXPECT_TRUE(!denies || group_of[item] != counter.group);
    }
  }
  for (const Group& group : groups) {
    std::set<bool> kinds;
    for (const std::uint32_t item : group.items) {
      if (!line.items[item].is_event) kinds.insert(statement_of(line.reports, line.items[item]).act == Act::deny);
    }
    EXPECT_LE(kinds.size(), 1u);
  }
}

TEST(Counters, Nothing_stands_against_what_its_own_speaker_says_on_that_day) {
  Made made("a", "2031-03-04",
            "The mayor said that no road had been shut. \"Every road is open,\" the mayor said. The union said that "
            "a road had been shut.");
  made.statement("mayor", Act::say, "no road had been shut");
  made.statement("mayor", Act::say, "Every road is open");
  made.statement("union", Act::say, "a road had been shut");
  const Storyline line = storyline({made});
  const auto pairs = counter_pairs(line.reports, line.items);
  EXPECT_THAT(pairs, ::testing::Contains(std::pair(0u, 2u)));
  EXPECT_THAT(pairs, ::testing::Not(::testing::Contains(std::pair(0u, 1u))));
}

TEST(Counters, Nothing_stands_against_the_statement_that_it_is_told_in) {
  Made made("a", "2031-03-04", "The union denied that guards had fired at growers.");
  made.statement("union", Act::deny, "guards had fired at growers");
  made.event(EventType::assault, "fired", {"guards"}, {"growers"}, EventStatus::denied).source = 0;
  const Storyline line = storyline({made});
  EXPECT_THAT(counter_pairs(line.reports, line.items), ::testing::IsEmpty());
}

}  // namespace
}  // namespace crossread::claim
