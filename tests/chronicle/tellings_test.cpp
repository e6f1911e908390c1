#include "chronicle/tellings.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "made/story.h"

namespace crossread {
namespace {

const std::filesystem::path kLexicon = std::filesystem::path(CROSSREAD_SOURCE_DIR) / "data/lexicon/en";

std::vector<Telling> tellings_of(const std::vector<std::string>& texts) {
  static const Background background(kLexicon / "background.tsv");
  static const Bearing bearing(kLexicon / "bearing.tsv");
  std::vector<StoryFile::Member> members;
  std::vector<ReportEntry> entries;
  for (const std::string& text : texts) {
    const Report report = made::report("r" + std::to_string(members.size()), "o", "t", "", text);
    entries.push_back({report, {members.size()}, std::nullopt, 1});
    members.push_back({entries.back(), made::analysis(report)});
  }
  return tellings(members, OriginAt(entries, {}), {background, bearing});
}

bool same(const std::string& a, const std::string& b) {
  const std::vector<Telling> both = tellings_of({a, b});
  EXPECT_EQ(says_the_same(both[0], both[1]), says_the_same(both[1], both[0])) << "whichever comes first";
  return says_the_same(both[0], both[1]);
}

TEST(Tellings, Say_the_same_or_do_not) {
  const struct {
    std::string a;
    std::string b;
    bool expected;
  } rows[] = {
      {"The bridge at Orlo was closed on Monday.", "Orlo’s bridge was closed on Monday.", true},
      {"Rebels shelled the harbour of Selda.", "The harbour of Selda was shelled by rebels.", true},
      {"They fired 22 missiles at the harbour.", "They fired 16 missiles at the harbour.", false},
      {"Arden ordered the shelling of Selda.", "Arden denied he ordered the shelling of Selda.", false},
      {"The minister will resign on Friday.", "The minister will not resign on Friday.", false},
      {"The harbour of Selda burned for a day.", "The mayor opened a school in Kerman.", false},
      {"Selda.", "Selda, said the harbour master, lost both its granaries and its mill.", false},
  };
  for (const auto& row : rows) EXPECT_EQ(same(row.a, row.b), row.expected) << row.a << " / " << row.b;
}

TEST(Tellings, Know_what_holds_nothing_new_beside_a_line) {
  const std::vector<Telling> two =
      tellings_of({"The harbour of Selda burned.", "The harbour of Selda burned after rebels shelled its granaries."});
  EXPECT_TRUE(contained(two[0], two[1]));
  EXPECT_FALSE(contained(two[1], two[0]));
}

// Sentences of a few rare words, many of them near copies; told_by is what comparing all pairs gives.
TEST(Tellings, Count_their_tellers_as_all_pairs_do) {
  const std::vector<std::string> words = {"granary", "harbour", "shelling", "tannery",  "foundry", "orchard",
                                          "quarry",  "ferry",   "lantern",  "vineyard", "barley",  "copper",
                                          "saffron", "chapel",  "brewery",  "22",       "denied",  "the"};
  std::mt19937 random(11);
  for (int round = 0; round < 20; ++round) {
    std::vector<std::string> texts;
    for (int report = 0; report < 30; ++report) {
      std::string text;
      for (int i = 0; i < 14; ++i) text += words[random() % words.size()] + " ";
      if (report % 3 > 0) text = texts[random() % texts.size()].substr(0, 60) + text.substr(0, 40);  // a near copy
      texts.push_back(report % 4 == 3 ? texts[random() % texts.size()] : text + "fell.");
    }
    const std::vector<Telling> all = tellings_of(texts);
    for (const Telling& telling : all) {
      std::set<OriginId> tellers = {telling.origin};
      for (const Telling& other : all) {
        if (says_the_same(telling, other)) tellers.insert(other.origin);
      }
      ASSERT_EQ(telling.told_by, tellers.size()) << texts[telling.place.report];
    }
  }
}

}  // namespace
}  // namespace crossread
