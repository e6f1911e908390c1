#include "claim/difference.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "claim/settle.h"
#include "identity/identify.h"
#include "made/account.h"

namespace crossread::claim {
namespace {

using made::Made;
const std::filesystem::path kData = std::filesystem::path(CROSSREAD_SOURCE_DIR) / "data";

// "slot one/other" of the first event of each of two reports, or "none".
std::string told_apart(const Made& one, const Made& other) {
  static const Tables kTables(kData / "lexicon/en", kData / "models");
  static const identity::Tables kNames(kData / "lexicon/en");
  const std::vector<ReadReport> reports = {one.read(), other.read()};
  const auto storyline = storyline_reports(reports, identity::identify(reports, kNames), {}, {});
  const auto items = items_of(storyline, {kTables.background, kTables.vectors, kTables.counters});
  const std::vector<std::uint32_t> group = {0, 1};
  const auto found = difference({storyline, items, group, kTables.weights}, items[0], items[1]);
  return found ? std::string(name_of(found->slot)) + " " + found->one + "/" + found->other : "none";
}

Made fire(const std::string& source, const std::string& who, const std::string& where, const std::string& why) {
  Made made(source, source == "a" ? "2031-03-04" : "2031-03-05", who + " burned the mill at " + where + why + ".");
  Event& event = made.event(EventType::assault, "burned", {who}, {"mill"});
  event.place = Party{made.entity(where, EntityKind::place), std::nullopt};
  return made;
}

TEST(Difference, Two_tellings_differ_in_what_is_known_of_both_and_not_shared) {
  const Made herders = fire("a", "Herders", "Ambodi", "");
  EXPECT_EQ(told_apart(herders, fire("b", "Herders", "Ambodi", "")), "none");
  EXPECT_EQ(told_apart(herders, fire("b", "Soldiers", "Ambodi", "")), "actor Herders/Soldiers");
  EXPECT_EQ(told_apart(herders, fire("b", "Herders", "Vohitra", "")), "place Ambodi/Vohitra");
}

TEST(Difference, A_reason_that_one_of_them_gives_tells_the_two_apart) {
  EXPECT_THAT(told_apart(fire("a", "Herders", "Ambodi", ""), fire("b", "Herders", "Ambodi", " because of a debt")),
              ::testing::StartsWith("cause "));
}

TEST(Difference, A_day_further_on_is_another_day) {
  Made one = fire("a", "Herders", "Ambodi", "");
  Made other = fire("b", "Herders", "Ambodi", "");
  const auto on = [](Made& made, std::int32_t day) {
    StatedDate stated;
    stated.date.start = CivilTime{day, -1};
    stated.date.end = stated.date.start;
    stated.span = made.account().events.front().trigger;
    made.account().events.front().date = stated;
  };
  on(one, 0);
  on(other, 1);
  EXPECT_EQ(told_apart(one, other), "date 1970-01-01/1970-01-02");
}

}  // namespace
}  // namespace crossread::claim
