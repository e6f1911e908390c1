#include "intake/dateline.h"

#include <gtest/gtest.h>

namespace crossread::intake {
namespace {

const std::filesystem::path kLexicon = std::filesystem::path(CROSSREAD_SOURCE_DIR) / "data/lexicon";

constexpr std::string_view kRest =
    "Heavy rains have cut the only road to Kindu, officials of the province said on Sunday.";

// "words | place | name, name | date"; "none" without a dateline.
std::string printed(std::string_view head, bool first = true) {
  static const FurnitureLexicon kFurniture(kLexicon);
  static const PressNames kNames(kLexicon);
  static const DateWords kDates(kLexicon);
  static const TownNames kTowns(kLexicon);
  const std::string text = std::string(head) + " " + std::string(kRest);
  const auto found =
      read_dateline(text, {0, static_cast<std::uint32_t>(text.size())}, first, {kFurniture, kNames, kDates, kTowns});
  if (!found) return "none";
  std::string out = std::string(found->span.in(text)) + " | " + found->place + " |";
  for (const DatelineName& name : found->names) {
    EXPECT_EQ(name.name, name.span.in(text));
    out += " " + name.name;
  }
  return out + (found->date ? " | " + iso(*found->date->start) : "");
}

TEST(Dateline, Place_names_and_day_are_read) {
  const struct {
    std::string_view head;
    std::string_view expected;
  } rows[] = {
      {"TEHRAN:", "TEHRAN: | TEHRAN |"},
      {"UNITED NATIONS (Kestrel News) –", "UNITED NATIONS (Kestrel News) – | UNITED NATIONS | Kestrel News"},
      {"WASHINGTON, Jan 9 (Reuters) -", "WASHINGTON, Jan 9 (Reuters) - | WASHINGTON | Reuters"},
      {"(Reuters) -", "(Reuters) - |  | Reuters"},
      {"KINDU, Congo (AP) —", "KINDU, Congo (AP) — | KINDU, Congo | AP"},
      {"SATTUR (Tamil Nadu), 15 October 2024 (DNS):",
       "SATTUR (Tamil Nadu), 15 October 2024 (DNS): | SATTUR | DNS | 2024-10-15"},
      {"MWANZA, Sunday (GLPA) –", "MWANZA, Sunday (GLPA) – | MWANZA | GLPA"},
      {"MWANZA, Tanzania, 9 March 2025 (GLPA) –",
       "MWANZA, Tanzania, 9 March 2025 (GLPA) – | MWANZA, Tanzania | GLPA | 2025-03-09"},
      {"Daily Herald, Lagos:", "Daily Herald, Lagos: | Lagos | Daily Herald"},
      {"NEW DELHI/MUMBAI:", "NEW DELHI/MUMBAI: | NEW DELHI, MUMBAI |"},
      {"LIMA —", "LIMA — | LIMA |"},
      {"PALM BEACH, Fla. —", "PALM BEACH, Fla. — | PALM BEACH, Fla |"},
      {"Lahore:", "Lahore: | Lahore |"},
      {"New Delhi:", "New Delhi: | New Delhi |"},
      {"KUALA LUMPUR, March 9 (Bernama) --", "KUALA LUMPUR, March 9 (Bernama) -- | KUALA LUMPUR | Bernama"},
      {"ISLAMABAD (Web Desk) –", "ISLAMABAD (Web Desk) – | ISLAMABAD | Web Desk"},
  };
  for (const auto& row : rows) EXPECT_EQ(printed(row.head), row.expected);
}

TEST(Dateline, What_only_looks_like_one_is_none) {
  for (const std::string_view head : {"Mputu:",
                                      "Aline Mputu:",
                                      "Police:",
                                      "EXCLUSIVE:",
                                      "BREAKING:",
                                      "Q:",
                                      "Note:",
                                      "The minister –",
                                      "Kindu –",
                                      "Monday:",
                                      "14 March:",
                                      "March 14, 2025:",
                                      "Killed (41):",
                                      "Smith (Labour) –",
                                      "He said:",
                                      "WATCH:",
                                      "OPINION:",
                                      "PLEASE NOTE:",
                                      "CHARGED WITH MURDER:",
                                      "“Lahore:"}) {
    EXPECT_EQ(printed(head), "none") << head;
  }
}

TEST(Dateline, A_later_paragraph_begins_with_a_speaker) {
  EXPECT_EQ(printed("MPUTU:", true), "MPUTU: | MPUTU |");
  static const FurnitureLexicon kFurniture(kLexicon);
  static const PressNames kNames(kLexicon);
  static const DateWords kDates(kLexicon);
  static const TownNames kTowns(kLexicon);
  const std::string text = "MPUTU: We will not go back.";
  EXPECT_FALSE(
      read_dateline(text, {0, static_cast<std::uint32_t>(text.size())}, false, {kFurniture, kNames, kDates, kTowns}));
}

}  // namespace
}  // namespace crossread::intake
