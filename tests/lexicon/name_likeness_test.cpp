#include "lexicon/name_likeness.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "base/fault.h"
#include "lexicon/name_key.h"
#include "lexicon/table.h"
#include "scratch_folder.h"

namespace crossread {
namespace {

const std::filesystem::path kFolder = CROSSREAD_SOURCE_DIR "/data/lexicon/en";

const NameLikeness& names() {
  static const NameLikeness kNames(kFolder);
  return kNames;
}

struct Row {
  const char* a;
  const char* b;
};

void expect_same(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    EXPECT_TRUE(names().same(row.a, row.b)) << row.a << " | " << row.b << " " << names().likeness(row.a, row.b);
  }
}

void expect_different(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    EXPECT_FALSE(names().same(row.a, row.b)) << row.a << " | " << row.b << " " << names().likeness(row.a, row.b);
  }
}

TEST(NameLikeness, Spellings_of_a_foreign_name_are_the_same) {
  expect_same({{"Soleimani", "Suleimani"},
               {"Soleimani", "Sulimani"},
               {"Gaddafi", "Qaddafi"},
               {"Gaddafi", "Kadhafi"},
               {"Yeltsin", "Eltsin"},
               {"Mohammed", "Muhammad"},
               {"Mohammed", "Mohamed"},
               {"Mohammed", "Mehmet"},
               {"Kyiv", "Kiev"},
               {"Hassan Rouhani", "Hasan Rohani"},
               {"Abdel Fattah el-Sisi", "Abdul Fatah al-Sissi"},
               {"Sergei Lavrov", "Sergey Lavrov"},
               {"Nikita Khrushchev", "Nikita Chruschtschow"},
               {"Muqtada al-Sadr", "Moqtada Sadr"},
               {"Hezbollah", "Hizbullah"}});
}

TEST(NameLikeness, Marks_hyphens_capitals_and_possessives_do_not_matter) {
  for (const Row& row : std::vector<Row>{{"Erdoğan", "Erdogan"},
                                         {"Milošević", "Milosevic"},
                                         {"Jean-Claude Juncker", "Jean Claude Juncker"},
                                         {"Tehran", "TEHRAN"},
                                         {"Merkel", "Merkel's"},
                                         {"Merkel", "Merkel’s"},
                                         {"O'Brien", "OBrien"},
                                         {"Abdulrahman", "Abdul Rahman"},
                                         {"Łukasz", "Lukasz"},
                                         {"the Pentagon", "Pentagon"}}) {
    EXPECT_GT(names().likeness(row.a, row.b), 0.98) << row.a << " | " << row.b;
  }
}

TEST(NameLikeness, Other_scripts_are_read) {
  expect_same({{"Ельцин", "Yeltsin"},
               {"Владимир Путин", "President Vladimir Putin"},
               {"Київ", "Kyiv"},
               {"قاسم سليماني", "Qassem Soleimani"},
               {"习近平", "Xi Jinping"},
               {"김정은", "Kim Jong Un"}});
  expect_different({{"Владимир Путин", "Dmitry Medvedev"}, {"قاسم سليماني", "Abbas Araghchi"}});
}

TEST(NameLikeness, Initials_acronyms_and_nicknames_stand_for_names) {
  expect_same({{"J. Smith", "John Smith"},
               {"J.S. Bach", "Johann Sebastian Bach"},
               {"John F. Kennedy", "JFK"},
               {"IRGC", "Islamic Revolutionary Guard Corps"},
               {"U.N.", "United Nations"},
               {"UN Security Council", "United Nations Security Council"},
               {"US", "United States"},
               {"Nato", "North Atlantic Treaty Organisation"},
               {"Mohammed bin Salman", "MBS"},
               {"Bill Clinton", "William Clinton"}});
  expect_different(
      {{"P. Smith", "John Smith"}, {"J. S.", "John Smith Motors"}, {"UN", "UK"}, {"EU", "Ege University"}});
}

TEST(NameLikeness, The_order_of_words_titles_and_particles_matter_little) {
  expect_same({{"Soleimani, Qassem", "Qassem Soleimani"},
               {"Kim Jong Un", "Jong Un Kim"},
               {"Tehran University", "University of Tehran"},
               {"Gen. Qassem Soleimani", "Qasem Soleimani"},
               {"Prime Minister Shinzo Abe", "Abe"},
               {"Bashar al-Assad", "Bashar Assad"},
               {"Mohammed bin Salman", "Mohamed ben Salman"},
               {"Iranian Foreign Ministry", "Foreign Ministry of Iran"}});
}

TEST(NameLikeness, A_part_of_a_name_is_the_same_with_a_lower_score) {
  expect_same({{"Craft", "Kelly Craft"},
               {"Suleimani", "Qassem Soleimani"},
               {"Donna", "Donna Parrish"},
               {"Republic of Moldova", "Moldova"}});
  EXPECT_LT(names().likeness("Craft", "Kelly Craft"), names().likeness("Kelly Craft", "Kelly Kraft"));
  EXPECT_LT(names().likeness("Kelly", "Kelly Craft"), names().likeness("Craft", "Kelly Craft"));
}

TEST(NameLikeness, Near_names_of_two_things_are_different) {
  expect_different({{"Qassem Soleimani", "Abbas Soleimani"},
                    {"Iran", "Iraq"},
                    {"North Korea", "South Korea"},
                    {"Bank of America", "Bank of England"},
                    {"Johnson", "Johnston"},
                    {"Boris Johnson", "Boris Johnston"},
                    {"Maria Garcia", "Mario Garcia"},
                    {"Mohammed bin Salman", "Mohammed bin Zayed"},
                    {"George W. Bush", "George H. W. Bush"},
                    {"Pope John Paul I", "Pope John Paul II"},
                    {"Boeing 737", "Boeing 747"},
                    {"Niger", "Nigeria"},
                    {"Foreign Ministry", "Interior Ministry"}});
}

TEST(NameLikeness, A_place_is_not_what_is_named_after_it) {
  expect_different({{"Sudan", "South Sudan"},
                    {"Baghdad", "Baghdad Airport"},
                    {"Tehran", "University of Tehran"},
                    {"Oman", "Gulf of Oman"},
                    {"Iran", "Bank of Iran"}});
}

TEST(NameLikeness, Short_forenames_stand_for_long_ones_before_one_surname) {
  expect_same({{"Kunle Adeyemi", "Adekunle Adeyemi"},
               {"Kunle", "Adekunle Adeyemi"},
               {"Alexander Moreau", "Alex Moreau"},
               {"Sasha Petrov", "Aleksandr Petrov"}});
  expect_different({{"Eric Vance", "Erica Vance"}, {"Maria", "Mariana Lopes"}, {"York", "Yorkshire Water"}});
}

TEST(NameLikeness, Acronyms_of_other_languages_and_codes_of_exchanges_are_known_by_their_letters) {
  expect_same({{"CEDA", "Autonomous Departmental Electoral Commission"},
               {"MONFER.OL", "Montegra Ferries"},
               {"SRJATI", "Seri Jati Holdings Bhd"},
               {"NDMA", "National Disaster Risk Management Authority"},
               {"GW Bridge", "George Washington Bridge"},
               {"US Navy", "United States Navy"}});
  expect_different({{"FBI", "Frank Bailey"}, {"NATO", "Natalia Ortiz"}, {"BRIT.L", "Montegra Ferries"}});
}

TEST(NameLikeness, Bodies_may_differ_by_the_endings_of_their_words) {
  expect_same({{"Emergencies Ministry", "Ministry of Emergency Situations"},
               {"Institute of Geology", "Geological Institute"},
               {"1st Armoured Brigade", "First Armoured Brigade"}});
  expect_different({{"Ministry of Sports", "Ministry of Transport"}, {"Social Party", "Socialist Party"}});
}

TEST(NameLikeness, What_a_place_lies_in_stands_behind_a_comma) {
  expect_same({{"Paris", "Paris, France"}, {"San Juan", "San Juan de la Costa"}, {"Durban", "Durban City"}});
  expect_different({{"France", "Paris, France"}, {"Mexico", "Mexico City"}});
}

TEST(NameLikeness, Parts_of_one_long_name_may_overlap) {
  expect_same({{"Maria Fernanda Lopez", "Fernanda Lopez Ruiz"},
               {"J. Kennedy", "John F. Kennedy"},
               {"King Charles", "Charles III"},
               {"Mother Agnes", "Agnes Wanjiru"}});
  expect_different({{"Bank of New York", "New York Times"}, {"Boeing", "Boeing 747"}});
}

TEST(NameLikeness, Is_symmetric_and_one_for_a_name_itself) {
  const std::vector<std::string> pieces = {"Ali", "bin",      "J.",  "Soleimani", "UN",   "al-", "Bank", "of", "Kim-Un",
                                           "II",  "Владимир", "747", "the",       "Gen.", "S",   "Üzüm", ",",  "'s"};
  std::mt19937 random(7);
  const auto name = [&] {
    std::string out;
    for (std::size_t i = 0, n = 1 + random() % 4; i < n; ++i) out += pieces[random() % pieces.size()] + " ";
    return out;
  };
  for (int i = 0; i < 3000; ++i) {
    const std::string a = name();
    const std::string b = name();
    EXPECT_EQ(names().likeness(a, b), names().likeness(b, a)) << a << " | " << b;
    const double itself = names().likeness(a, a);
    EXPECT_TRUE(itself > 0.999 || name_words(a).count == 0) << a;
    EXPECT_EQ(names().same(a, b), names().likeness(a, b) > 0.5) << a << " | " << b;
  }
}

TEST(NameLikeness, Nothing_is_like_a_name_without_letters) {
  for (const char* empty : {"", " ", "...", "\xff\xfe", "'"}) {
    EXPECT_FALSE(names().same(empty, "Iran"));
    EXPECT_FALSE(names().same(empty, empty));
  }
}

TEST(NameLikeness, Refuses_a_bad_table) {
  const std::filesystem::path file = test::scratch() / "name_edits.tsv";
  for (const char* row : {"a\tb\tc", "abcd\ta\t1", "é\te\t1", "a\tb\t99999"}) {
    std::ofstream(file) << "# made for this test\n" << row << "\n";
    try {
      const NameEdits edits(file);
      FAIL() << row;
    } catch (const BrokenWorld& fault) {
      EXPECT_NE(std::string(fault.what()).find(":2:"), std::string::npos) << fault.what();
    }
  }
}

// The plain recursion over all ways to cut both words, with a map of strings.
class SlowEdits {
 public:
  SlowEdits() {
    const Table table(kFolder / "name_edits.tsv", 3);
    for (const Table::Row& row : table.rows()) {
      const int weight = table.number(row, 2, -2000, 2000);
      const auto piece = [&](std::size_t column) { return std::string(row[column] == "-" ? "" : row[column]); };
      if (row[0] == "bias") {
        bias_ = weight;
      } else {
        weights_[{piece(0), piece(1)}] = weights_[{piece(1), piece(0)}] = weight;
      }
    }
  }

  int weight(const std::string& a, const std::string& b) {
    known_.clear();
    return bias_ + best("^" + a + "$", "^" + b + "$");
  }

 private:
  int best(const std::string& a, const std::string& b) {
    if (a.empty() && b.empty()) return 0;
    if (const auto found = known_.find({a, b}); found != known_.end()) return found->second;
    int most = -1'000'000;
    for (std::size_t i = 0; i <= std::min<std::size_t>(3, a.size()); ++i) {
      for (std::size_t j = 0; j <= std::min<std::size_t>(3, b.size()); ++j) {
        const auto pair = weights_.find({a.substr(0, i), b.substr(0, j)});
        if (i + j > 0 && pair != weights_.end()) most = std::max(most, pair->second + best(a.substr(i), b.substr(j)));
      }
    }
    return known_[{a, b}] = most;
  }

  std::map<std::pair<std::string, std::string>, int> weights_;
  std::map<std::pair<std::string, std::string>, int> known_;
  int bias_ = 0;
};

TEST(NameEdits, Give_what_the_plain_recursion_gives) {
  const NameEdits edits(kFolder / "name_edits.tsv");
  SlowEdits slow;
  std::mt19937 random(11);
  const auto word = [&] {
    std::string out;
    for (std::size_t i = 0, n = 1 + random() % 8; i < n; ++i) out += "aeiouyhkqgsctzmnlrSCU"[random() % 21];
    return out;
  };
  for (int i = 0; i < 300; ++i) {
    const std::string a = word();
    const std::string b = i % 3 == 0 ? a + word() : word();
    EXPECT_EQ(edits.weight(a, b), slow.weight(a, b)) << a << " " << b;
  }
}

TEST(NameWords, Are_folded_letters_between_gaps) {
  const auto shown = [](std::string_view name) {
    const NameWords words = name_words(name);
    std::string out;
    for (std::size_t i = 0; i < words.count; ++i) out += (i > 0 ? " " : "") + std::string(words.letters_of(i));
    return out;
  };
  const std::vector<Row> rows = {{"Qassem al-Soleimani's", "qassem al soleimani"},
                                 {"U.N.", "un"},
                                 {"J.S. Bach", "js bach"},
                                 {"J. Smith", "j smith"},
                                 {"Milošević", "miloSeviC"},
                                 {"Strauß", "strauss"},
                                 {"Nguyễn Văn A", "nguyen van a"},
                                 {"Ba’ath", "baath"},
                                 {"  ", ""},
                                 {"Sánchez\xff Pérez", "sanchez perez"}};
  for (const Row& row : rows) EXPECT_EQ(shown(row.a), row.b);
}

TEST(NameWords, Are_cut_where_a_name_is_too_long) {
  const NameWords letters = name_words(std::string(500, 'a'));
  EXPECT_EQ(letters.size, NameWords::kMostLetters);
  std::string many;
  for (int i = 0; i < 100; ++i) many += "b ";
  EXPECT_EQ(name_words(many).count, NameWords::kMostWords);
  EXPECT_TRUE(names().same(many, many));
}

TEST(NameKey, Is_shared_by_spellings_of_a_name) {
  const std::vector<Row> rows = {{"Soleimani", "slmn"},      {"Suleymani", "slmn"},
                                 {"Gaddafi", "ktf"},         {"Kadhafi", "ktf"},
                                 {"Qaddafi", "ktf"},         {"Mohammed", "mt"},
                                 {"Muḥammad", "mt"},         {"al-Assad", "st"},
                                 {"Chaker", "skr"},          {"Šakir", "skr"},
                                 {"Kelly Craft", "kl krft"}, {"Ai", "a"},
                                 {"Путин", "ptn"},           {"", ""}};
  for (const Row& row : rows) EXPECT_EQ(name_key(row.a), row.b) << row.a;
}

}  // namespace
}  // namespace crossread
