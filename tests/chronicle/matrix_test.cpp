// The matrix and the news of the bridge (tests/made/story.h), worked out by hand.
#include "chronicle/matrix.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "chronicle/brief.h"
#include "made/story.h"

namespace crossread {
namespace {

const Chronicler& chronicler() {
  static const Chronicler made(std::string(CROSSREAD_SOURCE_DIR) + "/data");
  return made;
}

const std::vector<Citation>& citations_of(const Brief& brief, const MatrixRow& row) {
  return row.part == BriefPart::agreed ? brief.agreed[row.place].citations : brief.single[row.place].citations;
}

TEST(Matrix, Has_a_row_for_each_line_and_a_cell_for_each_report) {
  const Brief brief = chronicler().brief(made::bridge_story());
  ASSERT_EQ(brief.matrix.size(), brief.agreed.size() + brief.single.size());
  for (const MatrixRow& row : brief.matrix) {
    ASSERT_EQ(row.cells.size(), brief.reports.size());
    for (std::uint32_t i = 0; i < row.cells.size(); ++i) {
      const auto& places = citations_of(brief, row);
      const auto cited = std::ranges::find(places, i, &Citation::report);
      EXPECT_EQ(row.cells[i].stance == Stance::tells, cited != places.end());
      if (cited != places.end()) {
        EXPECT_EQ(row.cells[i].words, *cited);
      }
      EXPECT_EQ(row.cells[i].words.has_value(), row.cells[i].stance != Stance::silent);
    }
  }
}

TEST(Matrix, Leaves_open_what_has_the_same_words_with_another_number) {
  StoryFile file;
  for (const char* text : {"Rebels fired 22 missiles at the granary harbour of Selda.",
                           "Rebels fired 16 missiles at the granary harbour of Selda.",
                           "The museum in Kerman shows lanterns from an older tannery."}) {
    const std::string name = "r" + std::to_string(file.members.size());
    const Report report = made::report(name, name, name, "2031-05-01", text);
    file.members.push_back({{report, {report.id.value}, std::nullopt, 1}, made::analysis(report)});
    file.origins.push_back({{report.id.value}, name, {report.id}, {}});
  }
  const Brief brief = chronicler().brief(file);
  bool seen = false;
  for (const MatrixRow& row : brief.matrix) {
    const auto& places = citations_of(brief, row);
    if (places.size() != 1 || places.front().report != 0) continue;
    seen = true;
    EXPECT_EQ(row.cells[1].stance, Stance::near);
    EXPECT_EQ(row.cells[2].stance, Stance::silent);
  }
  EXPECT_TRUE(seen);
}

TEST(News, Are_none_unless_it_is_said_since_when) {
  EXPECT_FALSE(chronicler().brief(made::bridge_story()).news);
}

TEST(News, Tell_only_what_no_earlier_report_tells) {
  StoryFile file = made::bridge_story();
  file.since = "batch 1";
  for (std::size_t i = 2; i < file.members.size(); ++i) file.members[i].fresh = true;
  const Brief brief = chronicler().brief(file);
  ASSERT_TRUE(brief.news);
  EXPECT_EQ(brief.news->since, "batch 1");
  EXPECT_EQ(brief.news->reports, (std::vector<std::uint32_t>{2, 3}));
  EXPECT_FALSE(brief.news->lines.empty());
  for (const BriefLine& line : brief.news->lines) {
    for (const Citation& place : line.citations) EXPECT_GE(place.report, 2U) << line.text;
  }
  for (const std::uint32_t origin : brief.news->origins) {
    for (const CopyNode& node : brief.origins[origin].tree) EXPECT_GE(node.report, 2U);
  }
  EXPECT_FALSE(brief.news->origins.empty());
}

TEST(News, Are_everything_when_all_is_new) {
  StoryFile file = made::bridge_story();
  file.since = "batch 0";
  for (StoryFile::Member& member : file.members) member.fresh = true;
  const Brief brief = chronicler().brief(file);
  EXPECT_EQ(brief.news->origins.size(), brief.origins.size());
  EXPECT_TRUE(brief.news->confirmed.empty()) << "nothing was told before";
}

}  // namespace
}  // namespace crossread
