#include "intake/layout.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <random>

#include "intake/lines.h"

namespace crossread::intake {
namespace {

const std::filesystem::path kSource = CROSSREAD_SOURCE_DIR;

struct Tables {
  FurnitureLexicon furniture{kSource / "data/lexicon"};
  PressNames names{kSource / "data/lexicon"};
  DateWords dates{kSource / "data/lexicon"};
  TownNames towns{kSource / "data/lexicon"};
  LayoutTables view() const { return {furniture, names, dates, towns}; }
};

const Tables& tables() {
  static const Tables kTables;
  return kTables;
}

Layout laid_out(std::string_view text, const Sayings& sayings = {}) {
  return lay_out(text, sayings, {}, tables().view());
}

std::string_view name_of(FurnitureKind kind) {
  static constexpr std::array<std::string_view, 12> kNames = {"section", "reading_time", "caption", "credit",
                                                              "related", "navigation",   "notice",  "dateline",
                                                              "byline",  "share",        "advert",  "headline"};
  return kNames[static_cast<std::size_t>(kind)];
}

// "headline Rain\nbody It rained.\n": every piece of the text with its kind, in order.
std::string printed(std::string_view text, const Layout& layout) {
  std::vector<std::pair<ByteSpan, std::string_view>> pieces;
  for (const ByteSpan body : layout.body) pieces.emplace_back(body, "body");
  for (const Furniture& furniture : layout.furniture) pieces.emplace_back(furniture.span, name_of(furniture.kind));
  std::sort(pieces.begin(), pieces.end());
  std::string all;
  for (const auto& [span, kind] : pieces) all += std::string(kind) + " " + std::string(span.in(text)) + "\n";
  return all;
}

std::vector<std::string> rows_of(const char* file) {
  std::ifstream in(kSource / "tests/intake" / file);
  std::vector<std::string> rows;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line.front() != '#') rows.push_back(line);
  }
  EXPECT_GT(rows.size(), 100u) << file;
  return rows;
}

constexpr std::string_view kTitle = "Rains cut the only road to Kindu";
constexpr std::string_view kFirst =
    "Heavy rains have cut the only road to Kindu, and lorries with food for the town stand in a queue of nine miles.";
constexpr std::string_view kLast =
    "The engineers have asked for two weeks of dry weather, and the forecast for the valley promises them four days.";

std::string page_with(std::string_view line, std::string_view place) {
  const std::string above = place == "top" ? std::string(line) + "\n\n" : "";
  const std::string between = place == "middle" ? std::string(line) + "\n\n" : "";
  const std::string below = place == "bottom" ? "\n\n" + std::string(line) : "";
  return std::string(kTitle) + "\n\n" + above + std::string(kFirst) + "\n\n" + between + std::string(kLast) + below;
}

bool in_body(const Layout& layout, std::size_t begin, std::size_t end) {
  return std::any_of(layout.body.begin(), layout.body.end(),
                     [&](ByteSpan body) { return body.begin < end && begin < body.end; });
}

TEST(Layout, Lines_that_are_no_part_of_the_report_are_furniture) {
  for (const std::string& row : rows_of("furniture_lines.tsv")) {
    const std::size_t first = row.find('\t');
    const std::size_t second = row.find('\t', first + 1);
    const std::string place = row.substr(0, first);
    const std::string kind = row.substr(first + 1, second - first - 1);
    const std::string line = row.substr(second + 1);
    const std::string text = page_with(line, place);
    const Layout layout = laid_out(text);
    const std::size_t at = text.find(line, kTitle.size());
    EXPECT_FALSE(in_body(layout, at, at + line.size())) << row;
    const bool right_kind = std::any_of(layout.furniture.begin(), layout.furniture.end(), [&](const Furniture& f) {
      return f.span.begin >= at && f.span.end <= at + line.size() && (kind == "?" || name_of(f.kind) == kind);
    });
    EXPECT_TRUE(right_kind) << row << "\n" << printed(text, layout);
    EXPECT_EQ(layout.title, kTitle) << row;
    EXPECT_TRUE(in_body(layout, text.find(kFirst), text.find(kFirst) + 1)) << row;
    EXPECT_TRUE(in_body(layout, text.find(kLast), text.find(kLast) + 1)) << row;
  }
}

// Whether the line as a whole is body.
void expect_body(std::string_view line, std::string_view place) {
  const std::string text = page_with(line, place);
  const Layout layout = laid_out(text);
  const auto at = static_cast<std::uint32_t>(text.find(line, kTitle.size()));
  const ByteSpan wanted{at, at + static_cast<std::uint32_t>(line.size())};
  EXPECT_TRUE(std::find(layout.body.begin(), layout.body.end(), wanted) != layout.body.end())
      << place << ": " << line << "\n"
      << printed(text, layout);
}

TEST(Layout, A_paragraph_of_the_report_is_never_lost_however_it_looks) {
  for (const std::string& line : rows_of("body_lines.txt")) {
    expect_body(line, "middle");
    const bool sentence = std::string_view(".”\"!").find(line.back()) != std::string_view::npos;
    if (sentence) expect_body(line, "bottom");
  }
}

TEST(Layout, A_whole_page_is_told_apart) {
  const std::string text =
      "World\n"
      "Rains cut the only road to Kindu\n"
      "Rains cut the only road to Kindu\n"
      "By Aline Mputu | 4 May 2025 | 3 min read\n"
      "Lorries on the road to Kindu. (Photo: Kofi Darko)\n"
      "\n"
      "KINDU, 4 May (KNA) – Heavy rains have cut the only road to Kindu, officials of the province said on Sunday.\n"
      "Read also: Bridge at Kasongo to open in June\n"
      "A town under water\n"
      "“We have food for nine days,” the mayor, Kofi Darko, told reporters who had come by boat. — KNA\n"
      "\n"
      "Related stories\n"
      "Bridge at Kasongo to open in June\n"
      "What the river took\n"
      "Back to top\n";
  const Layout layout = laid_out(text);
  EXPECT_EQ(printed(text, layout),
            "section World\n"
            "headline Rains cut the only road to Kindu\n"
            "headline Rains cut the only road to Kindu\n"
            "byline By Aline Mputu | 4 May 2025 | 3 min read\n"
            "caption Lorries on the road to Kindu.\n"
            "credit (Photo: Kofi Darko)\n"
            "dateline KINDU, 4 May (KNA) –\n"
            "body Heavy rains have cut the only road to Kindu, officials of the province said on Sunday.\n"
            "related Read also: Bridge at Kasongo to open in June\n"
            "body A town under water\n"
            "body “We have food for nine days,” the mayor, Kofi Darko, told reporters who had come by boat.\n"
            "credit — KNA\n"
            "related Related stories\n"
            "related Bridge at Kasongo to open in June\n"
            "related What the river took\n"
            "navigation Back to top\n");
  EXPECT_EQ(layout.title, "Rains cut the only road to Kindu");
  EXPECT_EQ(layout.byline, "Aline Mputu");
  EXPECT_EQ(layout.dateline, "KINDU");
  ASSERT_TRUE(layout.published);
  EXPECT_EQ(iso(*layout.published->start), "2025-05-04");
  ASSERT_EQ(layout.credits.size(), 2u);
  EXPECT_EQ(layout.credits.front().name, "KNA");
}

TEST(Layout, An_outlet_that_stands_above_and_in_the_dateline_is_the_outlet) {
  const Layout layout = laid_out(
      "Rains cut the only road to Kindu\n\nLualaba Online\n\nKINDU (Lualaba Online) – Heavy rains have cut the only "
      "road to "
      "Kindu, officials of the province said on Sunday.\n");
  EXPECT_EQ(layout.outlet, "Lualaba Online");
  EXPECT_TRUE(layout.credits.empty());
}

TEST(Layout, An_outlet_before_the_place_is_the_outlet) {
  const Layout layout = laid_out(
      "Rains cut the only road to Kindu\n\nThe Morning Courier, Kindu: Heavy rains have cut the only road to Kindu, "
      "officials "
      "of the province said on Sunday.\n");
  EXPECT_EQ(layout.outlet, "The Morning Courier");
  EXPECT_EQ(layout.dateline, "Kindu");
}

TEST(Layout, An_agency_in_the_dateline_is_credited_and_no_outlet) {
  const Layout layout = laid_out(
      "Rains cut the only road to Kindu\n\nKINDU, May 4 (Reuters) - Heavy rains have cut the only road to Kindu, "
      "officials of "
      "the province said on Sunday.\n");
  EXPECT_FALSE(layout.outlet);
  ASSERT_EQ(layout.credits.size(), 1u);
  EXPECT_EQ(layout.credits[0].name, "Reuters");
}

TEST(Layout, A_text_without_headline_has_none) {
  const Layout layout = laid_out(
      "TEHRAN: Heavy rains have cut the only road to Kindu, officials of the province said on Sunday.\nNobody was "
      "hurt.\n");
  EXPECT_EQ(layout.title, "");
  EXPECT_EQ(layout.dateline, "TEHRAN");
  EXPECT_EQ(layout.body.size(), 2u);
}

TEST(Layout, A_title_that_the_record_gives_is_not_looked_for) {
  const std::string text =
      "Rains cut road\n\nHeavy rains have cut the only road to Kindu, officials said on Sunday, and more.\n";
  EXPECT_EQ(
      printed(text, laid_out(text, {"Something else", {}, {}})),
      "body Rains cut road\nbody Heavy rains have cut the only road to Kindu, officials said on Sunday, and more.\n");
  EXPECT_EQ(printed(text, laid_out(text, {"Rains cut road", {}, {}})),
            "headline Rains cut road\nbody Heavy rains have cut the only road to Kindu, officials said on Sunday, and "
            "more.\n");
}

TEST(Layout, What_is_nothing_but_furniture_keeps_its_words) {
  EXPECT_FALSE(laid_out("Rains cut the only road to Kindu").body.empty());
  EXPECT_FALSE(laid_out("World").body.empty());
  EXPECT_FALSE(laid_out("Show more").body.empty());
  EXPECT_TRUE(laid_out("").body.empty());
}

// The property that fuzz/intake/text.cpp checks too.
TEST(Layout, Every_word_is_in_the_body_or_in_the_furniture_and_in_one_only) {
  std::vector<std::string> lines = rows_of("body_lines.txt");
  for (const std::string& row : rows_of("furniture_lines.tsv")) lines.push_back(row.substr(row.rfind('\t') + 1));
  lines.insert(lines.end(), {std::string(kTitle), std::string(kFirst), std::string(kLast), ""});
  std::mt19937 random(11);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::uint32_t i = 0; i < 1 + random() % 14; ++i) text += lines[random() % lines.size()] + "\n";
    const Layout layout = laid_out(text);
    std::vector<int> covered(text.size(), 0);
    const auto cover = [&](ByteSpan span) {
      ASSERT_LE(span.end, text.size());
      for (std::uint32_t i = span.begin; i < span.end; ++i) ++covered[i];
    };
    for (const ByteSpan body : layout.body) cover(body);
    for (const Furniture& furniture : layout.furniture) cover(furniture.span);
    for (std::size_t i = 0; i < text.size(); ++i) {
      ASSERT_LE(covered[i], 1) << text;
      ASSERT_TRUE(covered[i] == 1 || text[i] == ' ' || text[i] == '\n') << i << "\n" << text << printed(text, layout);
    }
    ASSERT_EQ(layout.body.empty(), text.find_first_not_of(" \n") == std::string::npos) << text;
  }
}

}  // namespace
}  // namespace crossread::intake
