#include "identity/identify.h"

#include <gtest/gtest.h>

#include "made/account.h"

namespace crossread::identity {
namespace {

using made::Made;

const Tables& tables() {
  static const Tables kTables(std::filesystem::path(CROSSREAD_SOURCE_DIR) / "data/lexicon/en");
  return kTables;
}

struct Thing {
  std::string words;
  EntityKind kind = EntityKind::person;
  bool name = true;
};

// A report that speaks of one thing; with `acts` the thing says something.
Made of_one(const std::string& source, const Thing& thing, bool acts = false) {
  Made made(source, "2031-03-04", thing.words + " was there.");
  made.entity(thing.words, thing.kind, thing.name);
  if (acts) made.statement(thing.words, Act::say, "was there");
  return made;
}

bool one_thing(const Thing& a, const Thing& b, bool acts = false) {
  const Made first = of_one("a.txt", a, acts);
  const Made second = of_one("b.txt", b, acts);
  const std::vector<ReadReport> reports{first.read(), second.read()};
  const Identities found = identify(reports, tables());
  return found.entity_of[0][0] == found.entity_of[1][0];
}

TEST(Identify, Names_that_are_one) {
  using enum EntityKind;
  const std::vector<std::pair<Thing, Thing>> pairs = {
      {{"Herisoa Bezara"}, {"Bezara"}},
      {{"Zoë Kléber"}, {"Zoe Kleber"}},
      {{"Qassem Soleimani"}, {"Qasem Suleimani"}},
      {{"Hanif Mat Zain"}, {"Hanif bin Mat Zain"}},
      {{"Joint Rescue Coordination Centre", organisation}, {"JRCC", organisation}},
      {{"the United States", place}, {"US", place}},
      {{"the growers", group, false}, {"vanilla growers", group, false}},
      {{"Blue Line", organisation}, {"Blue Line", group}},
      {{"Azerbaijan", place}, {"the Republic of Azerbaijan", place}},
      {{"Varpu", organisation}, {"Varpu Shipping", organisation}},
  };
  for (const auto& [a, b] : pairs) EXPECT_TRUE(one_thing(a, b)) << a.words << " / " << b.words;
}

TEST(Identify, Names_that_are_not_one) {
  using enum EntityKind;
  const std::vector<std::pair<Thing, Thing>> pairs = {
      {{"Majid Ravanchi"}, {"Hassan Rouhani"}},
      {{"Mamadou Cissokho"}, {"Lamine Cissokho"}},
      {{"Georgia", place}, {"Georgia Brown"}},
      {{"Niger", place}, {"Nigeria", place}},
      {{"the police", group, false}, {"the growers", group, false}},
      {{"Tehran", place}, {"Iran", place}},
      {{"Tavira", place}, {"North Tavira", place}},
      {{"Tavira", place}, {"Tavira Region", place}},
      {{"Tavira", place}, {"Tavira Post", organisation}},
      {{"Radio Bento", organisation}, {"Radio Cardoso", organisation}},
  };
  for (const auto& [a, b] : pairs) EXPECT_FALSE(one_thing(a, b)) << a.words << " / " << b.words;
}

TEST(Identify, A_capital_that_speaks_is_its_government) {
  EXPECT_TRUE(one_thing({"Tehran", EntityKind::place}, {"Iran", EntityKind::place}, true));
}

TEST(Identify, A_capital_that_is_shelled_is_the_town_and_one_that_is_sanctioned_the_government) {
  const auto is_government = [](EventType type) {
    Made town("a.txt", "2031-03-04", "Norway moved against Tehran.");
    town.entity("Norway", EntityKind::place);
    town.entity("Tehran", EntityKind::place);
    town.event(type, "moved", {"Norway"}, {"Tehran"});
    const Made country = of_one("b.txt", {"Iran", EntityKind::place}, true);
    const std::vector<ReadReport> reports{town.read(), country.read()};
    const Identities found = identify(reports, tables());
    return found.entity_of[0][1] == found.entity_of[1][0];
  };
  EXPECT_TRUE(is_government(EventType::sanction));
  EXPECT_FALSE(is_government(EventType::assault));
}

TEST(Identify, A_surname_of_two_people_is_left_apart) {
  Made both("a.txt", "2031-03-04", "Ana Ruiz met Leo Ruiz.");
  both.entity("Ana Ruiz", EntityKind::person);
  both.entity("Leo Ruiz", EntityKind::person);
  const Made one = of_one("b.txt", {"Ruiz"});
  const std::vector<ReadReport> reports{both.read(), one.read()};
  const Identities found = identify(reports, tables());
  EXPECT_NE(found.entity_of[0][0], found.entity_of[0][1]);
  EXPECT_NE(found.entity_of[1][0], found.entity_of[0][0]);
  EXPECT_NE(found.entity_of[1][0], found.entity_of[0][1]);
}

TEST(Identify, The_order_of_reports_does_not_matter) {
  const Made a = of_one("a.txt", {"Herisoa Bezara"});
  const Made b = of_one("b.txt", {"Bezara"});
  const Made c = of_one("c.txt", {"Jaonina Ranaivo"});
  const std::vector<ReadReport> one{a.read(), b.read(), c.read()};
  const std::vector<ReadReport> other{c.read(), b.read(), a.read()};
  EXPECT_EQ(identify(one, tables()).entities, identify(other, tables()).entities);
}

}  // namespace
}  // namespace crossread::identity
