#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "chronicle/brief.h"
#include "made/story.h"

namespace crossread {
namespace {

const Chronicler& chronicler() {
  static const Chronicler made(std::string(CROSSREAD_SOURCE_DIR) + "/data");
  return made;
}

StoryFile story_of(const std::vector<std::string>& texts) {
  StoryFile file;
  for (const std::string& text : texts) {
    const std::string name = "r" + std::to_string(file.members.size());
    const Report report = made::report(name, name, name, "2031-05-01", text);
    file.members.push_back({{report, {report.id.value}, std::nullopt, 1}, made::analysis(report)});
  }
  return file;
}

Evidence words(const StoryFile& file, std::size_t report, std::string_view exact) {
  const Report& of = file.members[report].entry.report;
  return {of.id, made::span_of(of.text, exact)};
}

Position position(const StoryFile& file, std::size_t report, std::string_view exact,
                  std::variant<std::string, double, Date> value) {
  Position made;
  made.value = std::move(value);
  made.evidence = {words(file, report, exact)};
  made.origins = {{report}};
  return made;
}

// Two reports, each with a value that its words give, which the claim stage took for a dispute.
std::string disputed(const std::vector<std::string>& texts, const std::vector<Position>& positions, SlotKind kind) {
  StoryFile file = story_of(texts);
  Claim claim;
  claim.slots = {{kind, "missile", "", positions, Verdict::disputed}};
  file.told.claims = {claim};
  std::string printed;
  for (const BriefParting& parting : chronicler().brief(file).disputed) {
    for (const BriefSide& side : parting.sides) printed += side.value + ";";
  }
  return printed;
}

const std::vector<std::string> kHarbour = {"Rebels fired 22 missiles at the harbour of Selda on Tuesday.",
                                           "Rebels launched 16 missiles at Selda harbour, the governor said."};

TEST(Disputes, Are_shown_when_numbers_of_one_thing_exclude_each_other) {
  const StoryFile file = story_of(kHarbour);
  EXPECT_EQ(disputed(kHarbour, {position(file, 0, "22 missiles", 22.0), position(file, 1, "16 missiles", 16.0)},
                     SlotKind::count),
            "22 missiles;16 missiles;");
}

TEST(Disputes, Are_left_out_when_the_bounds_meet) {
  const StoryFile file = story_of(kHarbour);
  Position open = position(file, 1, "16 missiles", 16.0);
  open.low = 16;  // at least
  EXPECT_EQ(disputed(kHarbour, {position(file, 0, "22 missiles", 22.0), open}, SlotKind::count), "");
}

TEST(Disputes, Are_left_out_when_the_sentences_speak_of_two_things) {
  const std::vector<std::string> texts = {kHarbour[0], "The museum in Kerman shows 16 missiles from an older war."};
  const StoryFile file = story_of(texts);
  EXPECT_EQ(disputed(texts, {position(file, 0, "22 missiles", 22.0), position(file, 1, "16 missiles", 16.0)},
                     SlotKind::count),
            "");
}

TEST(Disputes, About_whether_it_is_so_need_a_word_that_denies_it) {
  for (const bool denied : {true, false}) {
    const std::vector<std::string> texts = {"Rebels shelled the harbour granary of Selda, the governor said.",
                                            std::string("Rebels ") + (denied ? "denied they" : "smiled when they") +
                                                " shelled the harbour granary of Selda."};
    const StoryFile file = story_of(texts);
    EXPECT_EQ(disputed(texts,
                       {position(file, 0, "Rebels shelled", std::string("told")),
                        position(file, 1, "shelled", std::string("denied"))},
                       SlotKind::status),
              denied ? "told;denied;" : "");
  }
}

void expect_whole(const Brief& brief, const BriefLine& line) {
  ASSERT_FALSE(line.citations.empty()) << line.text;
  const std::string& text = brief.reports.at(line.citations.front().report).report.text;
  EXPECT_EQ(line.text, line.citations.front().span.in(text));
  for (const Citation& place : line.citations) {
    const Report& report = brief.reports.at(place.report).report;
    EXPECT_TRUE(std::ranges::any_of(report.body, [&](ByteSpan range) { return range.contains(place.span); }));
  }
  EXPECT_TRUE(!line.core || line.citations.front().span.contains(*line.core));
}

// Whatever claims a machine may have read: sentences of a few rare words, claims over any of them.
TEST(ClaimLines, Of_random_worlds_cite_their_words) {
  const std::vector<std::string> words = {"Granary", "harbour", "shelling", "tannery", "foundry", "orchard",
                                          "quarry",  "ferry",   "lantern",  "22",      "16",      "denied"};
  std::mt19937 random(5);
  for (int round = 0; round < 30; ++round) {
    std::vector<std::string> texts;
    for (int report = 0; report < 5; ++report) {
      std::string text;
      for (int sentence = 0; sentence < 4; ++sentence) {
        text += "The ";
        for (int i = 0; i < 7; ++i) text += words[random() % words.size()] + " ";
        text += "fell. ";
      }
      texts.push_back(random() % 3 == 0 && report > 0 ? texts[0] : text);
    }
    StoryFile file = story_of(texts);
    for (std::uint64_t c = 0; c < 6; ++c) {
      Claim claim;
      claim.id = {c};
      claim.origins = 2;
      Slot slot{SlotKind::count, "", "", {}, random() % 2 == 0 ? Verdict::disputed : Verdict::revised};
      for (int k = 0; k < 3; ++k) {
        const std::size_t report = random() % texts.size();
        const auto begin = static_cast<std::uint32_t>(random() % (texts[report].size() - 4));
        const Evidence evidence = {file.members[report].entry.report.id, {begin, begin + 4}};
        claim.support.push_back({evidence, StatementId{c}, {report}, std::nullopt});
        slot.positions.push_back({static_cast<double>(random() % 9), {}, {}, {}, {{report}}, {}, {}, {evidence}});
      }
      if (c % 2 == 0) claim.slots = {slot};
      file.told.claims.push_back(claim);
    }
    const Brief brief = chronicler().brief(file);
    EXPECT_EQ(brief, chronicler().brief(file));
    for (const BriefLine& line : brief.agreed) {
      expect_whole(brief, line);
      EXPECT_GT(line.origins, 1U);
    }
    for (const BriefLine& line : brief.single) expect_whole(brief, line);
    for (const BriefParting& parting : brief.disputed) {
      EXPECT_GT(parting.sides.size(), 1U);
      for (const BriefSide& side : parting.sides) expect_whole(brief, side.line);
    }
  }
}

}  // namespace
}  // namespace crossread
