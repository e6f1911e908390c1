#include "text/mend.h"

#include <gtest/gtest.h>

#include <random>

#include "text/unicode.h"

namespace crossread {
namespace {

struct Row {
  std::string_view shown;
  std::string_view mended;
};

// The words of the shown text that stand behind `words` of the mended one.
std::string behind(const MendedText& mended, std::string_view words, const std::string& shown) {
  const std::size_t at = mended.utf8.find(words);
  EXPECT_NE(at, std::string::npos) << words;
  const auto begin = static_cast<std::uint32_t>(at);
  return std::string(mended.map.original({begin, begin + static_cast<std::uint32_t>(words.size())}).in(shown));
}

TEST(Mend, Damage_is_undone) {
  const Row rows[] = {
      // double encoding
      {"the â€œonly solutionâ€\u009d, Iranâ€™s envoy said", "the “only solution”, Iran’s envoy said"},
      {"the â€œonly wayâ€ forward", "the “only way” forward"},
      {"cafÃ© in KÃ¶ln, 20Â°C, Â£5", "café in Köln, 20°C, £5"},
      {"KÃ–LN", "KÖLN"},
      {"itÃ¢â‚¬â„¢s", "it’s"},
      {"Ð¿Ñ€Ð¸Ð²ÐµÑ‚", "привет"},
      {"â‚¬5 â€“ or more", "€5 – or more"},
      {"it\u0092s a \u0093deal\u0094", "it’s a “deal”"},
      // references
      {"Smith &amp; Sons&#39; &quot;boat&quot;", "Smith & Sons' \"boat\""},
      {"&amp;amp;", "&"},
      // lost apostrophes
      {"Musa s pledge, Kenya s UN envoy", "Musa's pledge, Kenya's UN envoy"},
      {"Musa\u00a0s pledge", "Musa's pledge"},
      {"Musa s vow after the tribes  truce", "Musa's vow after the tribes' truce"},
      {"they don t know and we re late, I m told", "they don't know and we're late, I'm told"},
      // quotation marks
      {"are ”ready to talk” in", "are “ready to talk” in"},
      {"he said “no“.", "he said “no”."},
      {"as a’ traitor’ and blames", "as a ‘traitor’ and blames"},
      {"the ’Northerners would pay for years’.", "the ‘Northerners would pay for years’."},
      {"``Never,'' he said", "“Never,” he said"},
      {"a `grave' error", "a ‘grave' error"},
      {"the army`s and the king´s men", "the army’s and the king’s men"},
      {"Musa‘s", "Musa’s"},
      // blanks
      {"Kenya\u00a0rejected\u202fit", "Kenya rejected it"},
      {"in\u200bvisible soft\u00adhyphen", "invisible softhyphen"},
      {"killing troops,rather they", "killing troops, rather they"},
      {"it was over.Then they left", "it was over. Then they left"},
  };
  for (const Row& row : rows) EXPECT_EQ(mend(row.shown).utf8, row.mended);
}

TEST(Mend, Sound_text_stays_as_it_is_byte_for_byte) {
  const std::string_view rows[] = {
      "",
      "Plain words, and more: 1,000 men (or 2.5 million).",
      "“Quotes,” he said, ‘within “quotes” too’ – and the 1990s’ end.",
      "rock ’n’ roll in the ’90s, the soldiers’ families’ homes",
      "Größe, naïve, NAÇÃO, IRMÃ – São Tomé; Malmö” said",
      "„Nein“, sagte er.",
      "Vitamin C s a good thing",
      "N,N-dimethyl and x,y at www.example.com/a,b",
      "The U.S. Senate. Node.js is.",
      "AT&T & Sons; Q&A;",
      "line one\nline two\n\nline three",
      "Київ, 北京, القاهرة",
  };
  for (std::string_view row : rows) EXPECT_EQ(mend(row).utf8, row);
}

TEST(Mend, Two_blanks_are_no_lost_apostrophe_where_they_stand_everywhere) {
  EXPECT_EQ(mend("Two  blanks here, the tribes  truce, Musa s friend").utf8,
            "Two  blanks here, the tribes  truce, Musa's friend");
}

TEST(Mend, Positions_lead_back_to_the_words_that_are_shown) {
  const std::string shown = "Musa s vow: the â€œlast chanceâ€\u009d, he said,then &amp; left";
  const MendedText mended = mend(shown);
  EXPECT_EQ(mended.utf8, "Musa's vow: the “last chance”, he said, then & left");
  EXPECT_EQ(behind(mended, "Musa's", shown), "Musa s");
  EXPECT_EQ(behind(mended, "vow", shown), "vow");
  EXPECT_EQ(behind(mended, "last chance", shown), "last chance");
  EXPECT_EQ(behind(mended, "“last", shown), "â€œlast");
  EXPECT_EQ(behind(mended, "then & left", shown), "then &amp; left");
  EXPECT_EQ(behind(mended, ", then", shown), ",then");
}

TEST(OffsetMap, Pieces_of_other_size_are_taken_whole) {
  OffsetMap map;
  map.append({0, 4}, 4);
  map.append({4, 8}, 1);
  map.append({8, 10}, 0);
  map.append({10, 12}, 2);
  EXPECT_EQ(map.original({0, 2}), (ByteSpan{0, 2}));
  EXPECT_EQ(map.original({3, 5}), (ByteSpan{3, 8}));
  EXPECT_EQ(map.original({4, 6}), (ByteSpan{4, 11}));
  EXPECT_EQ(map.original({7, 7}), (ByteSpan{12, 12}));
}

// The properties that fuzz/text/mend.cpp checks too, on text made of damaged pieces.
TEST(Mend, Any_text_is_mended_once_and_for_all_and_every_position_lies_inside) {
  const std::string_view pieces[] = {"â€œ",  "â€",     "Ã",   "©", "s",         " ",  "  ",     "\u00a0", "’",
                                     "‘",    "”",      "“",   "`", "'",         "''", ",",      ".",      "A",
                                     "word", "Iran",   "don", "t", "&amp;",     "&",  "amp;",   "\n",     "Ð",
                                     "¿",    "\u200b", "Â",   "é", "countries", "£",  "\u0092", "™",      "€"};
  std::mt19937 random(7);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::uint32_t i = 0; i < 1 + random() % 12; ++i) text += pieces[random() % std::size(pieces)];
    const std::string shown = normalised(text);
    const MendedText once = mend(shown);
    ASSERT_EQ(mend(once.utf8).utf8, once.utf8) << shown;
    std::uint32_t before = 0;
    for (std::uint32_t at = 0; at < once.utf8.size(); ++at) {
      const ByteSpan original = once.map.original({at, at + 1});
      ASSERT_LE(original.end, shown.size()) << shown;
      ASSERT_GE(original.begin, before) << shown;
      before = original.begin;
    }
  }
}

}  // namespace
}  // namespace crossread
