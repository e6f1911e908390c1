#include "intake/page_metadata.h"

#include <gtest/gtest.h>

namespace crossread::intake {
namespace {

PageMetadata metadata(std::string_view head, std::string_view body = "<p>Rain</p>") {
  return read_metadata(read_tree("<html lang=en-GB><head>" + std::string(head) + "</head><body>" + std::string(body) +
                                 "</body></html>"));
}

std::string day_of(const PageMetadata& page) {
  return page.published ? iso(*page.published->start) : "none";
}

TEST(PageMetadata, The_title_is_the_heading_that_the_head_knows_too) {
  const struct {
    std::string_view head;
    std::string_view body;
    std::string_view title;
  } rows[] = {
      {"<title>Rains cut the only road | Courier</title>", "<h1>Courier</h1><h1>Rains cut the only road</h1>",
       "Rains cut the only road"},
      {"<title>Rains cut the only road to Kindu - The Courier</title>", "", "Rains cut the only road to Kindu"},
      {"<title>Iran - US talks: what we know so far of them</title>", "",
       "Iran - US talks: what we know so far of them"},
      {"<meta property='og:title' content='Rains cut road'><title>x</title>", "<h1>Something else entirely here</h1>",
       "Rains cut road"},
      {"", "<h1>Rains cut road</h1>", "Rains cut road"},
      {"", "", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(metadata(row.head, row.body).title, row.title) << row.head;
}

TEST(PageMetadata, The_outlet_comes_from_where_pages_name_it) {
  const struct {
    std::string_view head;
    std::string_view body;
    std::string_view outlet;
  } rows[] = {
      {"<meta property='og:site_name' content='The Courier'>", "", "The Courier"},
      {R"(<script type="application/ld+json">{"@type":"NewsArticle","publisher":{"name":"The Courier"}}</script>)", "",
       "The Courier"},
      {R"(<script type="application/ld+json">{"@graph":[{"@id":"#o","name":"The Courier"},{"@type":["NewsArticle"],"publisher":{"@id":"#o"}}]}</script>)",
       "", "The Courier"},
      {"<title>Rains cut road | The Courier</title>", "<div>THE COURIER</div>", "The Courier"},
      {"<title>Rains cut road - The Courier</title>", "<p>Copyright 2025 The Courier</p>", "The Courier"},
      {"<title>Rains cut road - at last</title>", "<p>Rain</p>", "none"},
      {"<meta property='og:site_name' content='https://courier.example'>", "", "none"},
  };
  for (const auto& row : rows) EXPECT_EQ(metadata(row.head, row.body).outlet.value_or("none"), row.outlet) << row.head;
}

TEST(PageMetadata, The_time_comes_from_the_most_trustworthy_place) {
  const struct {
    std::string_view head;
    std::string_view body;
    std::string_view day;
  } rows[] = {
      {R"(<script type="application/ld+json">[{"@type":"NewsArticle","datePublished":"2025-05-04T09:12:00Z"}]</script>)"
       "<meta property='article:published_time' content='2025-05-05'>",
       "", "2025-05-04T09:12"},
      {"<meta property='article:published_time' content='2025-05-05T10:00:00+02:00'>", "", "2025-05-05T10:00"},
      {"<meta name=date content='2025-05-05'>", "", "2025-05-05"},
      {"", "<time datetime='2025-05-06'>yesterday</time>", "2025-05-06"},
      {"<meta name=date content='soon'>", "<time datetime='2025-05-06'></time>", "2025-05-06"},
      {"<meta name=date content='2025'>", "", "none"},
  };
  for (const auto& row : rows) EXPECT_EQ(day_of(metadata(row.head, row.body)), row.day) << row.head << row.body;
}

TEST(PageMetadata, Address_language_and_author_are_read) {
  const PageMetadata page =
      metadata("<link rel=canonical href='https://a.example/x'><meta name=author content='By Aline Mputu'>");
  EXPECT_EQ(page.url, "https://a.example/x");
  EXPECT_EQ(page.language, "en-GB");
  EXPECT_EQ(page.byline, "Aline Mputu");
  EXPECT_FALSE(metadata("<meta name=author content='https://facebook.example/courier'>").byline);
}

TEST(PageMetadata, Broken_data_is_no_harm) {
  EXPECT_EQ(
      metadata(
          R"(<title>Rain in Kindu again</title><script type="application/ld+json">{"@type":"NewsArticle",</script>)")
          .title,
      "Rain in Kindu again");
  EXPECT_EQ(
      day_of(metadata(
          R"(<script type="application/ld+json">{"@type":7,"@graph":{"@graph":{"@graph":[]}},"datePublished":[1]}</script>)")),
      "none");
}

}  // namespace
}  // namespace crossread::intake
