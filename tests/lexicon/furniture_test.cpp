#include "lexicon/furniture.h"

#include <gtest/gtest.h>

#include "lexicon/page_hints.h"
#include "lexicon/tracking_parameters.h"

namespace crossread {
namespace {

const std::filesystem::path kLexicon = std::filesystem::path(CROSSREAD_SOURCE_DIR) / "data/lexicon";

std::vector<LineToken> tokens(std::string_view line) {
  return line_tokens(line, {0, static_cast<std::uint32_t>(line.size())});
}

const FurnitureLexicon& furniture() {
  static const FurnitureLexicon kFurniture(kLexicon);
  return kFurniture;
}

TEST(Furniture, A_section_is_known_with_one_letter_wrong_but_short_ones_are_not_guessed) {
  for (const std::string_view name : {"World", "Foreign", "Foriegn", "Middle East & Africa", "Busines", "POLITICS"}) {
    EXPECT_TRUE(furniture().section(tokens(name))) << name;
  }
  for (const std::string_view name : {"Word", "Worn", "Stage", "Kindu", "World rain", ""}) {
    EXPECT_FALSE(furniture().section(tokens(name))) << name;
  }
}

TEST(Furniture, A_share_bar_holds_nothing_else) {
  EXPECT_TRUE(furniture().share_bar(tokens("Facebook Twitter | WhatsApp 12")));
  EXPECT_FALSE(furniture().share_bar(tokens("Facebook said")));
  EXPECT_FALSE(furniture().share_bar(tokens("12")));
}

TEST(Furniture, A_picture_credit_names_itself) {
  for (const std::string_view words :
       {"Photo: K. Darko", "Getty Images", "Photograph by K. Darko", "File photo", "Source: Getty Images"}) {
    EXPECT_TRUE(furniture().picture_credit(tokens(words))) << words;
  }
  for (const std::string_view words : {"pic twitter com", "photo ID will be required", "Source: AFP", "in a photo"}) {
    EXPECT_FALSE(furniture().picture_credit(tokens(words))) << words;
  }
}

TEST(PressNames, Agencies_are_known_by_every_name) {
  const PressNames names(kLexicon);
  for (const std::string_view name : {"AFP", "Agence France-Presse", "Reuters", "The Associated Press", "Xinhua"}) {
    EXPECT_TRUE(names.agency(tokens(name))) << name;
  }
  EXPECT_FALSE(names.agency(tokens("Kindu Courier")));
  EXPECT_TRUE(names.outlet_like(tokens("Kindu Courier")));
  EXPECT_FALSE(names.outlet_like(tokens("Aline Mputu")));
}

TEST(PageHints, The_strongest_name_of_an_element_counts) {
  const PageHints hints(kLexicon);
  const struct {
    std::string_view names;
    PageHint hint;
  } rows[] = {
      {"story-body", PageHint::keep},
      {"story-body__relatedLinks", PageHint::related},
      {"articleBody", PageHint::keep},
      {"post_comments", PageHint::comments},
      {"hJpAdRP", PageHint::none},  // made up by a program
      {"sc-77igqf-0", PageHint::none},
      {"adSlot", PageHint::advert},
      {"ad-slot", PageHint::advert},
      {"header", PageHint::none},
      {"", PageHint::none},
  };
  for (const auto& row : rows) EXPECT_EQ(hints.of(row.names), row.hint) << row.names;
}

TEST(TrackingParameters, Whole_names_and_beginnings_are_known) {
  const TrackingParameters tracking(kLexicon);
  EXPECT_TRUE(tracking.has("utm_source"));
  EXPECT_TRUE(tracking.has("FBCLID"));
  EXPECT_FALSE(tracking.has("id"));
  EXPECT_FALSE(tracking.has(""));
}

}  // namespace
}  // namespace crossread
