// GCC 12 takes parts of std::regex for uninitialised under sanitizers (GCC bug 105562), wherever they end up.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif
#include "render/analysis_html.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

#include "made/story.h"
#include "render/dependency_svg.h"

namespace crossread {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

// The marked words of the first sentence: "[person name e0:Kofi Mensah]", with what each mark says behind it.
std::string marked_words(const std::string& html) {
  const std::size_t begin = html.find("<li><p>") + 7;
  std::string line = html.substr(begin, html.find("</p>", begin) - begin);
  line =
      std::regex_replace(line, std::regex("<span class=\"(?:m )?([^\"]*)\" data-says=\"([^\"]*)\"[^>]*>"), "[$1={$2}:");
  line = std::regex_replace(line, std::regex("<span class=\"(?:m )?([^\"]*)\">"), "[$1:");
  return std::regex_replace(line, std::regex("</span>"), "]");
}

struct Sample {
  Report report =
      made::report("a.txt", "Courier", "Rain & <b>wind</b>", "2031-03-04", "The Mayor of Vito paid 5 on Monday.");
  Analysis analysis;
  Account account;
  Sample() {
    analysis.sentences = {{{0, 35}, 0, 2}};
    analysis.tokens.resize(2);
    analysis.tokens[0] = {{0, 3}, "the", Upos::det, Xpos::dt, Relation::det, 1};
    analysis.tokens[1] = {{4, 9}, "mayor", Upos::noun, Xpos::nn, Relation::root, kRootHead};
  }
};

TEST(AnalysisPage, Nests_marks_and_cuts_those_that_cross) {
  Sample sample;
  sample.account.mentions = {{{0, 17}, EntityKind::person, MentionLevel::nominal, 0},
                             {{13, 17}, EntityKind::place, MentionLevel::name, 1}};
  EXPECT_EQ(marked_words(analysis_html_section(sample.report, sample.analysis, sample.account)),
            "[person nominal e0={person 0}:The Mayor of [place name e1={place 1}:Vito]] paid 5 on Monday.");
  sample.analysis.quantities = {{{13, 24}, 5, 5, std::nullopt, "EUR"}};
  EXPECT_EQ(marked_words(analysis_html_section(sample.report, sample.analysis, sample.account)),
            "[person nominal e0={person 0}:The Mayor of [q:[place name e1={place 1}:Vito]]][q={5 (5…) EUR}: paid 5] on "
            "Monday.");
}

TEST(AnalysisPage, Says_the_values_of_times) {
  Sample sample;
  made::name_date(sample.analysis, sample.report, "Monday", "2031-03-03");
  EXPECT_THAT(analysis_html_section(sample.report, sample.analysis, sample.account),
              AllOf(HasSubstr("data-says=\"2031-03-03\""), HasSubstr("DATE: 2031-03-03")));
}

// "The Mayor of Vito paid 5 on Monday.": said by the Courier, of the mayor.
TEST(AnalysisPage, Marks_and_lists_what_is_said_and_done) {
  Sample sample;
  sample.account.entities = {{EntityKind::person, "the <Mayor>", true, {}, "", ""},
                             {EntityKind::organisation, "Courier", false, {}, "", ""}};
  Statement statement;
  statement.speakers = {{1, {}}};
  statement.content = {{0, 35}};
  statement.act = Act::admit;
  sample.account.statements = {statement};
  Event event;
  event.type = EventType::aid;
  event.actors = {{0, {}}};
  event.trigger = {18, 22};
  event.source = 0;
  sample.account.events = {event};
  const std::string html = analysis_html_section(sample.report, sample.analysis, sample.account);
  EXPECT_EQ(marked_words(html), "[said:The Mayor of Vito [did={E0 AID}:paid] 5 on Monday.]");
  EXPECT_THAT(html, AllOf(HasSubstr("S0 admit</b><span><i>by</i> Courier"), HasSubstr("E0 AID</b>"),
                          HasSubstr("the &lt;Mayor&gt;"), HasSubstr("<i>told in</i> S0")));
}

TEST(AnalysisPage, Lets_no_text_out_of_its_place) {
  Sample sample;
  sample.report = made::report("<a>", "<o>", "<t>", "", "<script>alert('&')</script> \"x\" of the Mayor");
  sample.analysis.tokens[0].lemma = "<lemma>";
  const std::string html = analysis_html_section(sample.report, sample.analysis, sample.account);
  for (const std::string_view raw : {"<script", "<a>", "<o>", "<t>", "<lemma>"})
    EXPECT_THAT(html, Not(HasSubstr(std::string(raw))));
}

TEST(AnalysisPage, Is_one_whole_document_without_a_script) {
  const std::string page = analysis_html_head() + analysis_html_foot();
  EXPECT_THAT(page, AllOf(HasSubstr("<!DOCTYPE html>"), HasSubstr("default-src 'none'"), Not(HasSubstr("<script"))));
  EXPECT_TRUE(page.ends_with("</html>\n"));
}

std::size_t count_of(const std::string& text, std::string_view what) {
  std::size_t count = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++count;
  return count;
}

TEST(DependencyDrawing, Has_a_word_a_token_and_an_arc_a_dependent) {
  const Sample sample;
  const std::string svg = dependency_svg(sample.report.text, sample.analysis, sample.analysis.sentences[0]);
  EXPECT_EQ(count_of(svg, "class=\"form\""), 2u);
  EXPECT_EQ(count_of(svg, "class=\"rel\""), 2u);
  EXPECT_THAT(svg, AllOf(HasSubstr(">mayor</text>"), HasSubstr(">DET</text>"), HasSubstr(">root</text>")));
}

// Arcs over one another lie at different heights.
TEST(DependencyDrawing, Puts_long_arcs_above_short_ones) {
  Sample sample;
  sample.analysis.tokens.resize(4);
  sample.analysis.tokens[2] = {{10, 12}, "of", Upos::adp, Xpos::in, Relation::case_, 3};
  sample.analysis.tokens[3] = {{13, 17}, "Vito", Upos::propn, Xpos::nnp, Relation::nmod, 1};
  sample.analysis.sentences[0].end_token = 4;
  const std::string svg = dependency_svg(sample.report.text, sample.analysis, sample.analysis.sentences[0]);
  const auto label_y = [&](const std::string& label) {
    const std::regex place("class=\"rel\" x=\"\\d+\" y=\"(\\d+)\">" + label + "<");
    std::smatch found;
    return std::regex_search(svg, found, place) ? std::stoi(found[1]) : -1;
  };
  EXPECT_LT(label_y("root"), label_y("nmod"));
  EXPECT_LT(label_y("nmod"), label_y("case"));
  EXPECT_EQ(label_y("case"), label_y("det"));
}

TEST(DependencyDrawing, Leaves_out_what_nobody_could_read) {
  Sample sample;
  sample.analysis.tokens.resize(kMostDrawnTokens + 1);
  sample.analysis.sentences[0].end_token = kMostDrawnTokens + 1;
  EXPECT_EQ(dependency_svg(sample.report.text, sample.analysis, sample.analysis.sentences[0]), "");
  EXPECT_THAT(analysis_html_section(sample.report, sample.analysis, sample.account), HasSubstr("too many to draw"));
}

}  // namespace
}  // namespace crossread
