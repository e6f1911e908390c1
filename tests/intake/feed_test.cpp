#include "intake/feed.h"

#include <gtest/gtest.h>

namespace crossread::intake {
namespace {

// "id | title | outlet | url | published | byline | language | html or text", a row for each item.
std::string printed(std::string_view feed) {
  const auto records = read_feed(feed);
  if (!records) return std::string(name_of(records.problem().fault));
  std::string out;
  for (const WrittenRecord& r : *records) {
    out += r.id + " | " + r.title + " | " + r.outlet + " | " + r.url + " | " + r.published + " | " + r.byline + " | " +
           r.language + " | " + r.html + r.text + "\n";
  }
  return out;
}

TEST(Feed, Rss_items_are_read_with_the_channel_s_title_and_language) {
  EXPECT_EQ(
      printed(
          R"(<?xml version="1.0"?><rss version="2.0" xmlns:content="c" xmlns:dc="d"><channel><title>The Courier</title>
<language>en-gb</language><item><title>Rains &amp; floods</title><link>https://a.example/1</link><guid>g1</guid>
<pubDate>Sun, 04 May 2025 09:12:00 +0200</pubDate><dc:creator>Aline Mputu</dc:creator><description>Short.</description>
<content:encoded><![CDATA[<p>It rained.</p>]]></content:encoded></item>
<item><title>Empty</title></item></channel></rss>)"),
      "g1 | Rains & floods | The Courier | https://a.example/1 | Sun, 04 May 2025 09:12:00 +0200 | Aline Mputu | en-gb "
      "| "
      "<p>It rained.</p>\n");
}

TEST(Feed, Rss_one_keeps_its_items_beside_the_channel) {
  EXPECT_EQ(
      printed(
          R"(<rdf:RDF xmlns:rdf="r"><channel><title>C</title></channel><item><title>T</title><link>https://a.example/1</link>
<description>It rained.</description></item></rdf:RDF>)"),
      "https://a.example/1 | T | C | https://a.example/1 |  |  |  | It rained.\n");
}

TEST(Feed, Atom_entries_are_read_escaped_or_as_nodes) {
  EXPECT_EQ(
      printed(
          R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>C</title><entry><id>e1</id><title>T</title>
<link rel="self" href="https://a.example/self"/><link href="https://a.example/1"/><published>2025-05-04T09:12:00Z</published>
<author><name>Aline Mputu</name></author><content type="xhtml"><div><p>It rained.</p></div></content></entry>
<entry><id>e2</id><summary type="html">&lt;p&gt;It stopped.&lt;/p&gt;</summary></entry></feed>)"),
      "e1 | T | C | https://a.example/1 | 2025-05-04T09:12:00Z | Aline Mputu | en | <div><p>It rained.</p></div>\n"
      "e2 |  | C |  |  |  | en | <p>It stopped.</p>\n");
}

TEST(Feed, Json_feeds_are_read) {
  EXPECT_EQ(
      printed(
          R"({"version": "https://jsonfeed.org/version/1.1", "title": "C", "language": "en", "items": [{"id": "1", "url":
"https://a.example/1", "title": "T", "content_html": "<p>It rained.</p>", "date_published": "2025-05-04T09:12:00Z", "authors":
[{"name": "Aline Mputu"}, {"name": "Kofi Darko"}]}, {"id": "2", "content_text": "It stopped."}, {"id": "3"}]})"),
      "1 | T | C | https://a.example/1 | 2025-05-04T09:12:00Z | Aline Mputu, Kofi Darko | en | <p>It rained.</p>\n"
      "2 |  | C |  |  |  | en | It stopped.\n");
}

TEST(Feed, A_time_in_an_unknown_zone_keeps_its_day) {
  const auto records = read_feed(
      "<rss><channel><item><title>T</title><pubDate>Sun, 04 May 2025 09:12:00 "
      "EAT</pubDate><description>x</description></item>"
      "<item><title>T</title><pubDate>soon</pubDate><description>x</description></item></channel></rss>");
  ASSERT_TRUE(records);
  EXPECT_EQ((*records)[0].published, "Sun, 04 May 2025 09:12:00");
  EXPECT_EQ((*records)[1].published, "");
}

TEST(Feed, What_is_no_feed_is_told) {
  EXPECT_EQ(printed("<rss><channel><item>"), "bad_feed");
  EXPECT_EQ(printed("<html><body>Rain</body></html>"), "bad_feed");
  EXPECT_EQ(printed(R"({"version": "https://jsonfeed.org/version/1", "items": 7})"), "bad_feed");
  EXPECT_EQ(printed("{"), "bad_feed");
  EXPECT_EQ(printed("<rss><channel><title>caf\xE9</title></channel></rss>"), "not_utf8");
  EXPECT_EQ(printed(""), "bad_feed");
}

TEST(Feed, Feeds_are_known_by_their_first_bytes) {
  EXPECT_TRUE(looks_like_feed("\xEF\xBB\xBF<?xml version='1.0'?>\n<rss version='2.0'>"));
  EXPECT_TRUE(looks_like_feed("<feed xmlns='a'>"));
  EXPECT_TRUE(looks_like_feed("{\"version\": \"https://jsonfeed.org/version/1\"}"));
  EXPECT_FALSE(looks_like_feed("{\"id\": 1}"));
  EXPECT_FALSE(looks_like_feed("<html>"));
  EXPECT_FALSE(looks_like_feed(""));
}

}  // namespace
}  // namespace crossread::intake
