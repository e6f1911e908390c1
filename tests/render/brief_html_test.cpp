#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "chronicle/brief.h"
#include "made/story.h"
#include "render/brief.h"
#include "render/html.h"

namespace crossread {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

const Producer kProducer = {"0.1.0", "0123456789abcdef0123456789abcdef", {}};

Brief brief_of(const StoryFile& file) {
  static const Chronicler chronicler(std::string(CROSSREAD_SOURCE_DIR) + "/data");
  return chronicler.brief(file);
}

std::string page_of(const Brief& brief) {
  return brief_html(std::span(&brief, 1), kProducer);
}

std::size_t times(std::string_view text, std::string_view words) {
  std::size_t count = 0;
  for (std::size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) ++count;
  return count;
}

std::string without_tags(std::string_view html) {
  std::string text;
  bool inside = false;
  for (const char c : html) {
    if (c == '<') inside = true;
    if (!inside) text += c;
    if (c == '>') inside = false;
  }
  return text;
}

TEST(Html, Disarms_every_character_of_markup) {
  EXPECT_EQ(escaped("<b a=\"x\" c='y'>&amp;\r"), "&lt;b a=&quot;x&quot; c=&#39;y&#39;&gt;&amp;amp;&#13;");
}

TEST(Html, Links_to_the_web_only) {
  EXPECT_EQ(safe_link("https://example.org/?a=1&b=2"), "https://example.org/?a=1&amp;b=2");
  EXPECT_EQ(safe_link("HTTP://example.org/"), "HTTP://example.org/");
  for (const char* url : {"javascript:alert(1)", " https://x", "data:text/html,x", "file:///etc/passwd", "//x", ""}) {
    EXPECT_EQ(safe_link(url), "") << url;
  }
}

TEST(TextHtml, Marks_furniture_and_cited_words_even_where_they_overlap) {
  Report report = made::report("a", "A", "a", "", "World. It fell & broke.");
  made::mark(report, "World.", FurnitureKind::section);
  const std::vector<Mark> marks = {{made::span_of(report.text, "It fell"), "c1"},
                                   {made::span_of(report.text, "fell & broke"), "c2"}};
  EXPECT_EQ(text_html(report, marks),
            "<span class=\"fur\">World.</span> <a id=\"c1\"></a><mark>It </mark><a id=\"c2\"></a><mark>fell</mark>"
            "<mark> &amp; broke</mark>.");
}

TEST(TextHtml, Is_the_text_once_tags_are_taken_away) {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    Report report = made::report("a", "A", "a", "", "One <two> & \"three\", four five; six.\nSeven eight nine.");
    const auto place = [&] { return static_cast<std::uint32_t>(random() % (report.text.size() + 1)); };
    std::vector<Mark> marks;
    for (std::uint32_t i = 0; i < random() % 5; ++i) {
      const auto [begin, end] = std::minmax({place(), place()});
      marks.push_back({{begin, end}, "c" + std::to_string(i)});
    }
    const auto [begin, end] = std::minmax({place(), place()});
    report.furniture.push_back({{begin, end}, FurnitureKind::advert});
    const std::string html = text_html(report, marks);
    ASSERT_EQ(without_tags(html), escaped(report.text));
    ASSERT_EQ(times(html, "<mark>"), times(html, "</mark>"));
    ASSERT_EQ(times(html, "<a id="), marks.size());
  }
}

TEST(BriefHtml, Counts_origins_first) {
  const std::string page = page_of(brief_of(made::bridge_story()));
  EXPECT_THAT(page, AllOf(HasSubstr("<b>3</b> <span>independent<br>origins</span>"), HasSubstr("4 reports."),
                          HasSubstr("A reprint adds a report, not an origin."), HasSubstr("4–5 March 2031")));
}

TEST(BriefHtml, Names_the_lender_of_lifted_words) {
  const std::string page = page_of(brief_of(made::bridge_story()));
  EXPECT_THAT(page, HasSubstr(">A4</a>")) << "report 4 in the words of origin A";
  EXPECT_THAT(page, HasSubstr("data-lender=\"Northern Press Agency\""));
}

TEST(BriefHtml, Points_every_citation_at_a_place_of_the_page) {
  const std::string page = page_of(brief_of(made::bridge_story()));
  std::size_t citations = 0;
  for (std::size_t at = page.find("class=\"cite"); at != std::string::npos; at = page.find("class=\"cite", at + 1)) {
    const std::size_t begin = page.find("href=\"#", at) + 7;
    const std::string id = page.substr(begin, page.find('"', begin) - begin);
    EXPECT_EQ(times(page, "id=\"" + id + "\""), 1U) << id;
    ++citations;
  }
  EXPECT_GT(citations, 8U);
}

TEST(BriefHtml, Gives_each_story_ids_of_its_own_and_links_stories_of_one_page) {
  StoryFile later = made::bridge_story();
  const StoryId first = later.story.id;
  later.story.id = {7};
  later.follows = {{first, "Orlo bridge closed", std::nullopt}, {{8}, "Not here <yet>", std::nullopt}};
  const std::vector<Brief> briefs = {brief_of(made::bridge_story()), brief_of(later)};
  const std::string page = brief_html(briefs, kProducer);
  for (std::size_t at = page.find(" id=\""); at != std::string::npos; at = page.find(" id=\"", at + 1)) {
    const std::string id = page.substr(at, page.find('"', at + 5) + 1 - at);
    if (id.find("${") == std::string::npos) {
      EXPECT_EQ(times(page, id), 1U) << id;
    }
  }
  EXPECT_THAT(page, HasSubstr("Grows out of <a href=\"#" + first.str() + "\">Orlo bridge closed</a>"));
  EXPECT_THAT(page, HasSubstr("Grows out of Not here &lt;yet&gt;"));
}

TEST(BriefHtml, Keeps_hostile_reports_inert) {
  const std::string attack = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\" onmouseover=\"alert(3)";
  StoryFile file = made::bridge_story();
  file.story.title = attack;
  file.follows = {{{9}, attack, std::nullopt}};
  for (Origin& origin : file.origins) origin.label = attack;
  for (StoryFile::Member& member : file.members) {
    Report& report = member.entry.report;
    report.outlet = attack;
    report.title = attack;
    report.byline = attack;
    report.url = "javascript:alert(4)";
    report.source_id = attack;
    report.language = "en\" onclick=\"x";
    report.credits.push_back({attack, {0, 4}});
    report.text += "\n" + attack;
    member.analysis = made::analysis(report);
  }
  const std::string page = page_of(brief_of(file));
  EXPECT_THAT(page, AllOf(Not(HasSubstr("<script>alert")), Not(HasSubstr("<img")), Not(HasSubstr("\" onmouseover=")),
                          Not(HasSubstr("javascript:")), Not(HasSubstr("\" onclick="))));
  EXPECT_EQ(times(page, "<script"), 2U) << "the data of one story, and our own";
}

TEST(BriefHtml, Asks_the_network_for_nothing) {
  StoryFile file = made::bridge_story();
  file.members[0].entry.report.url = "https://npa.example/orlo";
  const std::string page = page_of(brief_of(file));
  for (const char* door : {"src=", "url(", "@import", "fetch(", "XMLHttpRequest", "<link", "<iframe", "WebSocket"}) {
    EXPECT_THAT(page, Not(HasSubstr(door)));
  }
  EXPECT_EQ(times(page, "https://"), 1U) << "the link to the original page";
  EXPECT_THAT(page, HasSubstr("default-src 'none'"));
}

TEST(BriefHtml, Is_the_same_every_time) {
  EXPECT_EQ(page_of(brief_of(made::bridge_story())), page_of(brief_of(made::bridge_story())));
}

TEST(BriefHtml, Says_so_when_there_is_nothing_to_show) {
  EXPECT_THAT(brief_html({}, kProducer), HasSubstr("There is no story to show."));
  StoryFile wordless;
  wordless.members.push_back({{made::report("a", "A", "", "", ""), {1}, std::nullopt, 1}, {}});
  EXPECT_THAT(page_of(brief_of(wordless)), AllOf(HasSubstr("No whole sentence to show."), HasSubstr("(no text)")));
}

TEST(BriefMarkdown, Cites_every_line_in_numbered_footnotes) {
  const std::string text = brief_markdown(brief_of(made::bridge_story()));
  EXPECT_THAT(
      text, AllOf(HasSubstr("# Orlo bridge closed after pier sinks\n"),
                  HasSubstr("**3 independent origins** in 4 reports · 4–5 March 2031\n"),
                  HasSubstr("- The Orlo bridge was closed to all traffic on Monday night after one of its piers sank "
                            "by 22 centimetres, the Selda roads office said.[^1][^2][^3]  \n  _3 reports, 1 origin_\n"),
                  HasSubstr("100\u00A0% of it taken from Northern Press Agency; abridged")));
  for (int number = 1;; ++number) {
    const std::string mark = "[^" + std::to_string(number) + "]";
    if (text.find(mark) == std::string::npos) {
      EXPECT_GT(number, 8);
      break;
    }
    EXPECT_EQ(times(text, mark), 2U) << mark << " stands in a line and before its footnote";
    EXPECT_EQ(times(text, "\n" + mark + ": "), 1U) << mark;
  }
}

TEST(BriefMarkdown, Gives_the_exact_words_with_their_code_points) {
  const Brief brief = brief_of(made::bridge_story());
  const Report& report = brief.reports[0].report;
  EXPECT_THAT(
      brief_markdown(brief),
      HasSubstr("[^1]: Northern Press Agency, 4 March 2031, 08:10 UTC: “The Orlo bridge was closed to all traffic on "
                "Monday night after one of its piers sank by 22 centimetres, the Selda roads office said.” (" +
                report.id.str() + ", 60–193)"));
}

TEST(BriefMarkdown, Lets_no_text_become_markup) {
  StoryFile file = made::bridge_story();
  file.story.title = "1. # <script> *bold* [a](javascript:b) `c` | d\nnext";
  EXPECT_THAT(brief_markdown(brief_of(file)),
              HasSubstr("# 1\\. \\# \\<script\\> \\*bold\\* \\[a\\](javascript:b) \\`c\\` \\| d next\n"));
}

}  // namespace
}  // namespace crossread
