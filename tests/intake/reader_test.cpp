#include "intake/reader.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "text/unicode.h"

namespace crossread::intake {
namespace {

const Reader& reader() {
  static const Reader kReader(std::filesystem::path(CROSSREAD_SOURCE_DIR) / "data");
  return kReader;
}

Result<Report> read(DocumentFormat format, std::string bytes, const Given& given = {}) {
  return reader().read({"a.in", format, std::move(bytes)}, given);
}

constexpr std::string_view kLede =
    "Heavy rains have cut the only road to Kindu, officials of the province said on Sunday.";

std::string page(std::string_view head, std::string_view body) {
  return "<!doctype html><html><head>" + std::string(head) + "</head><body>" + std::string(body) + "</body></html>";
}

TEST(Reader, A_text_becomes_a_report) {
  const auto report =
      read(DocumentFormat::text, "\xEF\xBB\xBFRains cut road\r\n\r\n" + std::string(kLede) + "\r\n\r\n");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->source_id, "a.in");
  EXPECT_EQ(report->title, "Rains cut road");
  EXPECT_EQ(report->text, "Rains cut road\n\n" + std::string(kLede));
  EXPECT_EQ(body_text(*report), kLede);
  EXPECT_EQ(report->language, "en");
  EXPECT_EQ(report->published_from, PublishedFrom::none);
  EXPECT_EQ(report->id, report_id(*report));
}

TEST(Reader, Who_says_it_first_is_page_then_caller_then_text) {
  const Given given{"Given Post", parse_timestamp("2025-05-01"), "sw"};
  const auto record =
      read(DocumentFormat::record,
           R"({"id": "7", "text": "Published: 4 May 2025\n\nHeavy rains have cut the only road to Kindu, said all.", )"
           R"("outlet": "Own Courier", "published": "2025-05-02", "language": "fr-CD"})",
           given);
  ASSERT_TRUE(record);
  EXPECT_EQ(record->source_id, "7");
  EXPECT_EQ(record->outlet, "Own Courier");
  EXPECT_EQ(iso(*record->published->start), "2025-05-02");
  EXPECT_EQ(record->published_from, PublishedFrom::metadata);
  EXPECT_EQ(record->language, "fr");
  const auto text = read(DocumentFormat::text, "Published: 4 May 2025\n\n" + std::string(kLede), given);
  EXPECT_EQ(text->outlet, "Given Post");
  EXPECT_EQ(text->published_from, PublishedFrom::given);
  EXPECT_EQ(text->language, "sw");
  const auto alone = read(DocumentFormat::text, "Published: 4 May 2025\n\n" + std::string(kLede));
  EXPECT_EQ(iso(*alone->published->start), "2025-05-04");
  EXPECT_EQ(alone->published_from, PublishedFrom::text);
}

TEST(Reader, The_address_dates_a_report_that_nothing_else_dates) {
  const auto record =
      read(DocumentFormat::record,
           R"({"text": "Heavy rains have cut the road.", "url": "https://A.example/2025/03/14/rain?utm_source=x"})");
  ASSERT_TRUE(record);
  EXPECT_EQ(record->url, "https://a.example/2025/03/14/rain");
  EXPECT_EQ(record->published_from, PublishedFrom::url);
  EXPECT_EQ(record->source_id, "a.in");
}

TEST(Reader, A_page_is_read_with_what_it_says_of_itself) {
  const auto report = read(
      DocumentFormat::html,
      page(
          R"(<title>Rains cut the only road to Kindu | Lualaba Courier</title><meta property="og:site_name" content="Lualaba Courier">)"
          R"(<link rel="canonical" href="https://courier.example/a?fbclid=1"><script type="application/ld+json">{"@type":"NewsArticle",)"
          R"("datePublished":"2025-05-04T09:12:00+02:00","author":[{"name":"Aline Mputu"},{"name":"Kofi Darko"}]}</script>)",
          R"(<nav><a href="/">Home</a></nav><article><h1>Rains cut the only road to Kindu</h1><figure><figcaption>Lorries.</figcaption></figure>)"
          R"(<p>KINDU, May 4 (KNA) &ndash; Heavy rains have cut the only road to Kindu, officials of the province said on Sunday.</p>)"
          R"(<p>Lorries with food for the town stand in a queue of nine miles, and drivers sleep under them.</p>)"
          R"(<p>The engineers have asked for two weeks of dry weather; the forecast promises four days.</p></article>)"
          R"(<footer>&copy; 2025 Lualaba Courier</footer>)"));
  ASSERT_TRUE(report) << report.problem().detail;
  EXPECT_EQ(report->title, "Rains cut the only road to Kindu");
  EXPECT_EQ(report->outlet, "Lualaba Courier");
  EXPECT_EQ(report->byline, "Aline Mputu, Kofi Darko");
  EXPECT_EQ(report->url, "https://courier.example/a");
  EXPECT_EQ(iso(*report->published->start), "2025-05-04T09:12");
  EXPECT_EQ(report->published->zone_minutes, 120);
  EXPECT_EQ(report->dateline, "KINDU");
  ASSERT_EQ(report->body.size(), 3u);
  EXPECT_TRUE(report->body[0].in(report->text).starts_with("Heavy rains"));
  EXPECT_TRUE(std::any_of(report->furniture.begin(), report->furniture.end(), [&](const Furniture& f) {
    return f.kind == FurnitureKind::caption && f.span.in(report->text) == "Lorries.";
  }));
  EXPECT_EQ(report->text.find("Home"), std::string::npos);
}

TEST(Reader, A_page_in_another_encoding_is_read_by_what_it_declares) {
  const auto report = read(DocumentFormat::html, page("<meta charset=\"windows-1252\"><title>Crue \xE0 Kindu</title>",
                                                      "<p>La pluie a coup\xE9 la seule route de Kindu, ont d\xE9"
                                                      "clar\xE9 dimanche les autorit\xE9s.</p>"));
  ASSERT_TRUE(report) << report.problem().detail;
  EXPECT_NE(report->text.find("coupé"), std::string::npos);
}

TEST(Reader, What_cannot_be_read_is_told) {
  std::string zeros = "Rain";
  zeros += '\0';
  const struct {
    DocumentFormat format;
    std::string bytes;
    Fault fault;
  } rows[] = {
      {DocumentFormat::text, "", Fault::empty},
      {DocumentFormat::text, " \n\t\r\n", Fault::empty},
      {DocumentFormat::text, zeros, Fault::binary},
      {DocumentFormat::text, "\x01\x02\x03\x04Rain", Fault::binary},
      {DocumentFormat::text, "caf\xE9 in Kindu", Fault::not_utf8},
      {DocumentFormat::text, std::string(kMostTextBytes + 1, 'a'), Fault::too_large},
      {DocumentFormat::record, R"({"text": "It rai)", Fault::bad_json},
      {DocumentFormat::record, R"({"text": 4})", Fault::bad_field},
      {DocumentFormat::record, R"({"id": "4"})", Fault::missing_field},
      {DocumentFormat::record, R"({"text": "  "})", Fault::empty},
      {DocumentFormat::record, R"({"html": "<script>1</script>"})", Fault::no_body},
      {DocumentFormat::html, "", Fault::empty},
      {DocumentFormat::html, "<html><body></body></html>", Fault::no_body},
      {DocumentFormat::html, "<p>caf\xE9</p>", Fault::not_utf8},
      {DocumentFormat::html, zeros, Fault::binary},
      {DocumentFormat::html, std::string(kMostDocumentBytes + 1, 'a'), Fault::too_large},
  };
  for (const auto& row : rows) {
    const auto report = read(row.format, row.bytes);
    ASSERT_FALSE(report) << row.bytes.substr(0, 40);
    EXPECT_EQ(report.problem().fault, row.fault) << row.bytes.substr(0, 40) << ": " << report.problem().detail;
  }
}

TEST(Reader, Pages_nested_without_end_are_read) {
  std::string deep;
  for (int i = 0; i < 200000; ++i) deep += "<div>";
  const auto report = read(DocumentFormat::html, "<title>Rain</title>" + deep + "<p>" + std::string(kLede) + "</p>");
  ASSERT_TRUE(report);
  EXPECT_NE(report->text.find(kLede), std::string::npos);
}

TEST(Reader, One_long_line_is_read) {
  std::string line;
  while (line.size() < 1024 * 1024) line += "It rained in Kindu, and the road was cut. ";
  const auto report = read(DocumentFormat::text, line);
  ASSERT_TRUE(report);
  EXPECT_EQ(report->body.size(), 1u);
}

TEST(Reader, Short_lines_without_end_are_read_in_time_that_grows_with_them) {
  for (const std::string_view line :
       {"World\n", "a b\n", "x\n\n", "Share this\n", "Kindu Courier\n", "1\n", "TEHRAN:\n"}) {
    std::string text;
    while (text.size() < 32 * 1024) text += line;
    EXPECT_TRUE(read(DocumentFormat::text, text)) << line;
  }
}

TEST(Reader, Names_and_titles_are_tidied) {
  const auto report = read(DocumentFormat::record,
                           R"({"text": "It rained in Kindu.", "title": " Rains\n cut  road ", "outlet": "  "})");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->title, "Rains cut road");
  EXPECT_FALSE(report->outlet);
}

TEST(Reader, The_same_document_reads_the_same) {
  const std::string text = "Rains cut road\n\nBy Aline Mputu\n\n" + std::string(kLede);
  EXPECT_EQ(*read(DocumentFormat::text, text), *read(DocumentFormat::text, text));
}

TEST(Reader, Two_titles_are_of_one_article_by_its_address) {
  const auto first =
      read(DocumentFormat::record, R"({"id": "1", "text": "It rained in Kindu.", "url": "https://a.example/x"})");
  const auto second =
      read(DocumentFormat::record, R"({"id": "2", "text": "It rained in Kindu!", "url": "https://a.example/x#y"})");
  EXPECT_EQ(first->article_key(), second->article_key());
  EXPECT_NE(first->id, second->id);
}

}  // namespace
}  // namespace crossread::intake
