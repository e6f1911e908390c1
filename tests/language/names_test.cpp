// Names: where they are, what they name, which belong together.
#include <gmock/gmock.h>

#include "language/reading.h"

namespace crossread::language {
namespace {

TEST(Names, Have_a_kind) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"She met Kamala Lund in Oslo.", "Kamala Lund=person 0; Oslo=place 1"},
      {"The Ministry of Health warned Norway.", "Ministry of Health=organisation 0; Norway=place 1"},
      {"The storm hit the Gulf of Aden.", "Gulf of Aden=place 0"},
      {"He studied at Lund University.", "Lund University=organisation 0"},
      {"The fire at Haram Airport was put out.", "Haram Airport=facility 0"},
      {"He joined the WMO in Geneva.", "WMO=organisation 0; Geneva=place 1"},
      {"He was seen with Tamim bin Farouk Al-Harbi.", "Tamim bin Farouk Al-Harbi=person 0"},
      {"They signed the Treaty of Oslo.", "Treaty of Oslo=law 0"},
  };
  for (const auto& [text, expected] : rows) EXPECT_EQ(names_of(text), expected);
}

TEST(Names, Stand_apart_from_titles_and_offices) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"US Ambassador Kelly Craft spoke.", "US=place 0; Kelly Craft=person 1"},
      {"US Defense Secretary Ada Lund, however, stayed.", "US=place 0; Ada Lund=person 1"},
      {"Norway's UN Ambassador wrote to Ayatollah Hamidi.", "Norway=place 0; UN=organisation 1; Hamidi=person 2"},
      {"They met Foreign Minister Joram Okello.", "Joram Okello=person 0"},
      {"He met Gen. Salif Okoro.", "Salif Okoro=person 0"},
      {"It was Prime Minister Ada Lund.", "Ada Lund=person 0"},
      {"A letter to French President Jean Moulin", "Jean Moulin=person 0"},
      {"It was Quds Force chief Amir Okoro.", "Quds Force=organisation 0; Amir Okoro=person 1"},
      {"the President of Norway", "Norway=place 0"},
      {"The General Civil Aviation Authority spoke.", "General Civil Aviation Authority=organisation 0"},
  };
  for (const auto& [text, expected] : rows) EXPECT_EQ(names_of(text), expected);
}

TEST(Names, Are_no_demonyms_that_no_table_knows) {
  EXPECT_EQ(names_of("The Norlandic government met Zavian officials in Oslo."), "Oslo=place 0");
  EXPECT_EQ(names_of("They avoid Zavian and Norlandic airspace over Norland."), "Norland=place 0");
  EXPECT_EQ(names_of("In Oslo they met Grand Ayatollah Hamid Rastegar."), "Oslo=place 0; Hamid Rastegar=person 1");
}

TEST(Names, Of_one_thing_bear_one_number) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"They met Joram Okello. Okello left.", "Joram Okello=person 0; Okello=person 0"},
      {"The United States left. The US and the U.S. came back to America.",
       "United States=place 0; US=place 0; U.S.=place 0; America=place 0"},
      {"The Harbour Safety Authority spoke. The HSA is new.",
       "Harbour Safety Authority=organisation 0; HSA=organisation 0"},
      {"The UN Security Council met. Later the Security Council voted.",
       "UN Security Council=organisation 0; Security Council=organisation 0"},
  };
  for (const auto& [text, expected] : rows) EXPECT_EQ(names_of(text), expected);
}

TEST(Names, Once_given_in_full_are_names_where_they_stand_alone) {
  EXPECT_EQ(names_of("They met General Mirza Kestrel. The killing of Kestrel was justified, the letter argued."),
            "Mirza Kestrel=person 0; Kestrel=person 0");
  EXPECT_EQ(names_of("A kestrel hung above them. The killing of Mirza Kestrel was justified."),
            "Mirza Kestrel=person 0");
}

TEST(Names, Of_two_known_bodies_one_behind_the_other_are_two) {
  EXPECT_EQ(names_of("The chief of the Islamic Revolutionary Guards Corps Quds Force left Oslo."),
            "Islamic Revolutionary Guards Corps=organisation 0; Quds Force=organisation 1; Oslo=place 2");
}

TEST(Names, Keep_two_people_of_one_surname_apart) {
  EXPECT_EQ(names_of("They met Joram Okello and Miriam Okello. Okello left."),
            "Joram Okello=person 0; Miriam Okello=person 1; Okello=person 1");
}

TEST(Names, Are_not_seen_in_words_that_begin_a_sentence) {
  for (const std::string text :
       {"Security was tight. Talks failed.", "Citing officials, reporters left.",
        "\"Somebody made a mistake,\" he said.", "Iranian officials denied it.", "DO NOT ENTER THE BUILDING"}) {
    EXPECT_EQ(names_of(text), "") << text;
  }
}

TEST(Names, In_a_headline_are_those_that_are_known) {
  EXPECT_EQ(names_of("Norway Rejects New Offer Over Rising Tensions"), "Norway=place 0");
}

// Invariant 8 in the small: other names, the same structure.
TEST(Names, Renamed_keep_their_structure) {
  const auto kinds = [](const std::string& text) {
    std::vector<std::pair<EntityKind, std::uint32_t>> found;
    for (const Mention& mention : read(text).mentions) found.emplace_back(mention.kind, mention.entity);
    return found;
  };
  const auto told = [](const std::string& person, const std::string& surname, const std::string& country) {
    return "President " + person + " of " + country + " left. Mr " + surname + " said " + country +
           " was safe. Critics of " + surname + " disagreed.";
  };
  const auto first = kinds(told("Joram Okello", "Okello", "Norway"));
  EXPECT_EQ(first.size(), 5U);
  EXPECT_EQ(kinds(told("Ada Lindqvist", "Lindqvist", "Peru")), first);
  EXPECT_EQ(kinds(told("Tamar Qeladze", "Qeladze", "Malaysia")), first);
}

}  // namespace
}  // namespace crossread::language
