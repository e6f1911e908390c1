#include "intake/page_body.h"

#include <gtest/gtest.h>

namespace crossread::intake {
namespace {

constexpr std::string_view kA =
    "Heavy rains have cut the only road to Kindu, officials of the province said on Sunday.";
constexpr std::string_view kB =
    "Lorries with food for the town stand in a queue of nine miles, and drivers sleep under them.";
constexpr std::string_view kC =
    "The engineers have asked for two weeks of dry weather; the forecast promises them four days.";

std::string p(std::string_view text) {
  return "<p>" + std::string(text) + "</p>";
}

// The texts that are the report, one a row; those of which the page tells something else in brackets.
std::string printed(std::string_view body) {
  static const PageHints kHints(std::filesystem::path(CROSSREAD_SOURCE_DIR) / "data/lexicon");
  const PageTree tree = read_tree("<html><body>" + std::string(body) + "</body></html>");
  std::string out;
  for (const PageBlock& block : report_blocks(tree, kHints))
    out += block.kind ? "[" + block.text + "]\n" : block.text + "\n";
  return out;
}

std::string rows(std::initializer_list<std::string_view> texts) {
  std::string out;
  for (const std::string_view text : texts) out += std::string(text) + "\n";
  return out;
}

TEST(PageBody, Menus_footers_and_sidebars_are_left_out) {
  EXPECT_EQ(printed("<nav><a href=/>World</a> <a href=/>Sport</a></nav><div class=sidebar>" + p(kC) +
                    "</div><div class=content>" + p(kA) + p(kB) + p(kC) + "</div><footer>" +
                    p("All rights reserved, it is said here at some length.") + "</footer>"),
            rows({kA, kB, kC}));
}

TEST(PageBody, What_stands_among_the_paragraphs_is_kept_and_named) {
  EXPECT_EQ(printed("<article>" + p(kA) + "<figure><img><figcaption>Lorries.</figcaption></figure>" + p(kB) +
                    "<div class='related-box'><a href=/x>What the river took</a></div>" + p(kC) + "</article>"),
            rows({kA, "[Lorries.]", kB, "[What the river took]", kC}));
}

TEST(PageBody, A_wrapper_with_a_bad_name_does_not_hide_the_report) {
  EXPECT_EQ(printed("<div class='has-sidebar with-comments'>" + p(kA) + p(kB) + p(kC) + "</div>"), rows({kA, kB, kC}));
}

TEST(PageBody, Comments_are_nobody_s_report) {
  EXPECT_EQ(printed("<article>" + p(kA) + p(kB) + p(kC) + "<div id=comments>" + p(kA) +
                    p("Same story every year, and nobody does anything.") + "</div></article>"),
            rows({kA, kB, kC}));
}

TEST(PageBody, Teasers_below_are_links_and_not_the_report) {
  const std::string teaser = "<li><h3><a href=/x>What the river took</a></h3>" +
                             p("Nine villages have gone since the spring, and more will.") + "</li>";
  const std::string page = printed("<div><div class=text>" + p(kA) + p(kB) + p(kC) + "</div><ul>" + teaser + teaser +
                                   teaser + "</ul></div>");
  EXPECT_EQ(page.find("\nNine villages"), std::string::npos) << page;
  EXPECT_EQ(page.substr(0, kA.size()), kA);
}

TEST(PageBody, Old_pages_of_tables_and_line_breaks_are_read) {
  EXPECT_EQ(printed("<table><tr><td>" + std::string(kA) + "<br><br>" + std::string(kB) + "<br>" + std::string(kC) +
                    "</td></tr></table>"),
            std::string(kA) + "\n\n" + std::string(kB) + "\n" + std::string(kC) + "\n");
}

TEST(PageBody, Rows_of_a_table_of_figures_are_lines) {
  EXPECT_EQ(printed("<article>" + p(kA) + p(kB) +
                    "<table><tr><th>Town</th><th>Dead</th></tr><tr><td>Kindu</td><td>9</td></tr></table>" + p(kC) +
                    "</article>"),
            rows({kA, kB, "Town Dead", "Kindu 9", kC}));
}

TEST(PageBody, What_is_hidden_or_made_by_scripts_is_not_there) {
  EXPECT_EQ(printed("<article>" + p(kA) +
                    "<p style='display: none'>Secret words that nobody sees on the page.</p><script>var p = 1;</script>"
                    "<noscript>Please enable scripts to see this page of ours.</noscript><button>Subscribe</button>" +
                    p(kB) + p(kC) + "</article>"),
            rows({kA, kB, kC}));
}

TEST(PageBody, Posts_that_a_report_quotes_belong_to_it) {
  EXPECT_EQ(printed("<article>" + p(kA) + p(kB) + "<div class=twitter><blockquote class=twitter-tweet>" +
                    p("We will not go back, whatever they say of us.") + "</blockquote></div>" + p(kC) + "</article>"),
            rows({kA, kB, "We will not go back, whatever they say of us.", kC}));
}

TEST(PageBody, What_stands_between_headline_and_report_is_taken_in) {
  EXPECT_EQ(printed("<header><h1>Rains cut road</h1><p class=standfirst>Nine miles of lorries.</p><div class=byline>By "
                    "Aline Mputu</div></header>"
                    "<div class=story-body>" +
                    p(kA) + p(kB) + p(kC) + "</div>"),
            rows({"Rains cut road", "[Nine miles of lorries.]", "[By Aline Mputu]", kA, kB, kC}));
}

TEST(PageBody, A_page_without_text_has_no_blocks) {
  EXPECT_EQ(printed("<div><img></div>"), "");
}

}  // namespace
}  // namespace crossread::intake
