#include "chronicle/brief.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <set>

#include "base/fault.h"
#include "chronicle/copies.h"
#include "chronicle/key_sentences.h"
#include "made/story.h"
#include "scratch_folder.h"

namespace crossread {
namespace {

using ::testing::HasSubstr;

const Chronicler& chronicler() {
  static const Chronicler made(std::string(CROSSREAD_SOURCE_DIR) + "/data");
  return made;
}

std::vector<BriefLine> lines_of(const Brief& brief) {
  std::vector<BriefLine> lines = brief.agreed;
  lines.insert(lines.end(), brief.single.begin(), brief.single.end());
  return lines;
}

std::vector<std::string> lines(const Brief& brief) {
  std::vector<std::string> texts;
  for (const BriefLine& line : lines_of(brief)) texts.push_back(line.text);
  return texts;
}

StoryFile story_of(const std::vector<Report>& reports) {
  StoryFile file;
  file.story.id = {reports.front().id.value};
  for (const Report& report : reports) {
    file.members.push_back({{report, {report.id.value}, std::nullopt, 1}, made::analysis(report)});
  }
  return file;
}

TEST(Brief, Every_line_and_date_cites_words_of_a_body) {
  const Brief brief = chronicler().brief(made::bridge_story());
  std::vector<Citation> all;
  for (const BriefLine& line : lines_of(brief)) {
    ASSERT_FALSE(line.citations.empty()) << line.text;
    all.insert(all.end(), line.citations.begin(), line.citations.end());
  }
  for (const BriefDate& date : brief.dates) {
    ASSERT_FALSE(date.citations.empty());
    all.insert(all.end(), date.citations.begin(), date.citations.end());
  }
  for (const Citation& citation : all) {
    const Report& report = brief.reports.at(citation.report).report;
    EXPECT_TRUE(std::ranges::any_of(report.body, [&](ByteSpan range) { return range.contains(citation.span); }));
  }
}

TEST(Brief, Hears_every_origin) {
  const Brief brief = chronicler().brief(made::bridge_story());
  std::set<OriginId> heard;
  for (const BriefLine& line : lines_of(brief)) {
    for (const Citation& citation : line.citations) heard.insert(brief.reports[citation.report].origin);
  }
  EXPECT_EQ(heard.size(), 3U);
}

TEST(Brief, Says_nothing_twice_and_cites_every_report_that_says_it) {
  const Brief brief = chronicler().brief(made::bridge_story());
  std::size_t closed = 0;
  for (const BriefLine& line : lines_of(brief)) {
    if (line.text.find("was closed to all traffic") == std::string::npos) continue;
    ++closed;
    EXPECT_EQ(line.citations.size(), 3U) << "the agency, its reprint, and the piece that lifted the passage";
    EXPECT_EQ(line.origins, 1U) << "a lifted passage is its lender's";
  }
  EXPECT_EQ(closed, 1U);
}

TEST(Brief, Two_numbers_are_two_lines) {
  const Brief brief = chronicler().brief(story_of(
      {made::report("a", "A", "A", "2031-05-01", "The army fired 22 missiles at the harbour of Selda on Tuesday."),
       made::report("b", "B", "B", "2031-05-02", "The army fired 16 missiles at the harbour of Selda on Tuesday.")}));
  for (const BriefLine& line : lines_of(brief)) EXPECT_EQ(line.citations.size(), 1U) << line.text;
  EXPECT_EQ(lines_of(brief).size(), 2U) << "each origin is heard";
}

TEST(Brief, A_denial_is_no_second_telling) {
  const Brief brief = chronicler().brief(story_of(
      {made::report("a", "A", "A", "2031-05-01", "General Arden ordered the shelling of the harbour of Selda."),
       made::report("b", "B", "B", "2031-05-02",
                    "General Arden denied that he ordered the shelling of the harbour of Selda.")}));
  for (const BriefLine& line : lines_of(brief)) EXPECT_EQ(line.citations.size(), 1U) << line.text;
}

TEST(Brief, Leaves_headings_fragments_and_furniture_out) {
  Report report = made::report("a", "A", "A", "2031-05-01",
                               "What we know about the Selda bridge so far\n"
                               "Subscribe to our harbour newsletter for more bridge news.\n"
                               "The bridge over the Selda was closed because a pier sank.\n"
                               "“The pier sank because divers were never listened to by the office.\n");
  made::mark(report, "Subscribe to our harbour newsletter for more bridge news.", FurnitureKind::advert);
  EXPECT_EQ(lines(chronicler().brief(story_of({report}))),
            std::vector<std::string>{"The bridge over the Selda was closed because a pier sank."});
}

TEST(Brief, Has_no_more_lines_than_a_glance_takes_in_even_with_forty_origins) {
  std::vector<Report> reports;
  for (const std::string start : {"Ba", "Ce", "Di", "Fo", "Gu", "Ha", "Ke", "Li"}) {
    for (const std::string end : {"rmont", "ldun", "ntova", "sburg", "vrek"}) {
      const std::string town = start + end;
      reports.push_back(
          made::report(town, town, "t", "2031-05-01", "The old market of " + town + " was gone by the morning."));
    }
  }
  EXPECT_EQ(chronicler().brief(story_of(reports)).single.size(), kMaxLines);
}

TEST(Brief, Of_an_empty_or_wordless_story_has_no_lines) {
  EXPECT_TRUE(lines(chronicler().brief({})).empty());
  EXPECT_TRUE(lines(chronicler().brief(story_of({made::report("a", "A", "A", "", "\n\n")}))).empty());
}

std::string tree(const Brief& brief) {
  std::string printed;
  for (const BriefOrigin& origin : brief.origins) {
    printed += origin.label + "\n";
    for (const CopyNode& node : origin.tree) {
      printed += std::string(2 + 2 * node.depth, ' ') + brief.reports[node.report].report.source_id;
      if (node.source) printed += (node.told ? " from " : " like ") + brief.reports[*node.source].report.source_id;
      printed += "\n";
    }
  }
  return printed;
}

TEST(Copies, Hang_under_what_they_were_taken_from_within_their_origin) {
  EXPECT_EQ(tree(chronicler().brief(made::bridge_story())),
            "Northern Press Agency\n"
            "  wire-1\n"
            "    valley-1 from wire-1\n"
            "Selda Evening Post\n"
            "  selda-1\n"
            "Morning Notes\n"
            "  brief-1\n");
}

// Four reports of one origin; each row of `links` is taker, source, shared words of a hundred, direction.
struct Row {
  std::size_t report;
  std::size_t other;
  std::uint32_t shared;
  CopyDirection direction;
};

Brief one_origin(const std::vector<Row>& rows) {
  StoryFile file;
  for (const char* name : {"a", "b", "c", "d"}) {
    const Report report = made::report(name, name, name, "2031-05-01", "text");
    const OriginId origin = file.members.empty() ? OriginId{report.id.value} : file.members[0].entry.origin;
    file.members.push_back({{report, origin, std::nullopt, 1}, {}});
  }
  file.origins = {{file.members[0].entry.origin, "one", {}, {}}};
  for (const Row& row : rows) {
    file.links.push_back({file.members[row.report].entry.report.id,
                          file.members[row.other].entry.report.id,
                          CopyKind::near,
                          row.direction,
                          row.shared,
                          100,
                          100,
                          {}});
  }
  return chronicler().brief(file);
}

TEST(Copies, Follow_the_greatest_share) {
  EXPECT_EQ(tree(one_origin({{1, 0, 60, CopyDirection::from},
                             {2, 0, 50, CopyDirection::from},
                             {2, 1, 90, CopyDirection::unknown},
                             {3, 2, 70, CopyDirection::to}})),
            "one\n  a\n    b from a\n      c like b\n  d\n")
      << "c took from d and from b; most of it stands in b";
}

TEST(Copies, In_a_circle_lose_the_weakest_link) {
  EXPECT_EQ(tree(one_origin(
                {{1, 0, 90, CopyDirection::from}, {2, 1, 80, CopyDirection::from}, {2, 0, 70, CopyDirection::to}})),
            "one\n  a\n    b from a\n      c from b\n  d\n");
}

TEST(Copies, Share_is_of_the_report_that_took) {
  const Brief brief = chronicler().brief(made::bridge_story());
  const CopyNode& reprint = brief.origins[0].tree[1];
  EXPECT_EQ(reprint.share, 1000U) << "all of the reprint stands in the agency's text";
  EXPECT_EQ(brief.links[*reprint.link].report, brief.reports[1].report.id);
}

// Report 0 and its copy 1 are of origin A; 2 is of origin B, from which 1 lifted the first four bytes.
TEST(OriginAt, Counts_words_that_were_copied_around_once) {
  std::vector<ReportEntry> reports;
  for (const char* name : {"a", "b", "c"})
    reports.push_back({made::report(name, name, name, "", "text text"), {1}, {}, 1});
  reports[2].origin = {2};
  const std::vector<Origin> origins = {{{1}, "A", {}, {}}, {{2}, "B", {}, {{reports[1].report.id, {0, 4}}}}};
  const OriginAt origin_at(reports, origins);
  EXPECT_EQ(origin_at({1, {0, 4}}), OriginId{2});
  EXPECT_EQ(origin_at({1, {5, 9}}), OriginId{1});
  EXPECT_EQ(origin_at({1, {1, 9}}), OriginId{1}) << "less than half was lifted";
  EXPECT_EQ(origin_at.count(std::vector<Citation>{{0, {0, 4}}, {1, {0, 4}}, {2, {0, 4}}}), 1U);
  EXPECT_EQ(origin_at.count(std::vector<Citation>{{0, {5, 9}}, {1, {5, 9}}, {2, {5, 9}}}), 2U);
  EXPECT_EQ(origin_at.count({}), 0U);
}

TEST(Dates, Are_gathered_over_reports_and_counted_by_origin) {
  const Brief brief = chronicler().brief(made::bridge_story());
  std::string printed;
  for (const BriefDate& date : brief.dates) {
    printed += iso(*date.date.start) + " " + std::to_string(date.citations.size()) + " reports " +
               std::to_string(date.origins) + " origins\n";
  }
  EXPECT_EQ(printed,
            "2031-01-01 1 reports 1 origins\n"
            "2031-03-03 3 reports 2 origins\n"
            "2031-03-05 1 reports 1 origins\n");
}

TEST(Bearing, Refuses_a_word_that_is_not_folded) {
  const auto file = test::scratch() / "bearing.tsv";
  std::ofstream(file) << "# words\nDon't\tturns\n";
  EXPECT_THAT([&] { Bearing table(file); }, ::testing::ThrowsMessage<BrokenWorld>(HasSubstr("bearing.tsv:2")));
}

}  // namespace
}  // namespace crossread
