// Tokens and sentences.
#include <gmock/gmock.h>

#include "language/reading.h"

namespace crossread::language {
namespace {

TEST(Tokens, Are_cut_as_the_English_treebanks_cut_them) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"He didn't go.", "He|did|n't|go|."},
      {"They can’t, won't and cannot stay.", "They|ca|n’t|,|wo|n't|and|can|not|stay|."},
      {"It's the minister's car, and the guards' too.", "It|'s|the|minister|'s|car|,|and|the|guards|'|too|."},
      {"Erdoğan’s aide", "Erdoğan|’s|aide"},
      {"a drone-strike by a pro-Iran group", "a|drone|-|strike|by|a|pro-Iran|group"},
      {"the al-Asad base", "the|al|-|Asad|base"},
      {"It cost $1.5bn, or 3.2% of US$47bn.", "It|cost|$|1.5|bn|,|or|3.2|%|of|US$|47|bn|."},
      {"At 5pm, 10km from U.S. troops", "At|5|pm|,|10|km|from|U.S.|troops"},
      {"Gen. J. P. Okoro met Mr. Lund on Jan. 3.", "Gen.|J.|P.|Okoro|met|Mr.|Lund|on|Jan.|3|."},
      {"in the 1980s and '90s, on the 21st", "in|the|1980s|and|'|90s|,|on|the|21st"},
      {"1,000 of 12,500,000; 2018,2019", "1,000|of|12,500,000|;|2018|,|2019"},
      {"Wait... what?! No--never—ever.", "Wait|...|what|?!|No|--|never|—|ever|."},
      {"and/or at 9/11 on 24/7", "and|/|or|at|9/11|on|24/7"},
      {"See https://news.example.org/a?b=1, or write to desk@news.example.org.",
       "See|https://news.example.org/a?b=1|,|or|write|to|desk@news.example.org|."},
      {"“Stop,” she said.", "“|Stop|,|”|she|said|."},
      {"AT&T and Procter & Gamble", "AT&T|and|Procter|&|Gamble"},
      {"Call 202-555-0147 by 2018-19.", "Call|202-555-0147|by|2018|-|19|."},
      {"O'Neill of Qur'an Street at 6 o'clock", "O'Neill|of|Qur'an|Street|at|6|o'clock"},
      {"No. 5 said no.", "No.|5|said|no|."},
      {"They have C$5m and HK$7.", "They|have|C$|5|m|and|HK$|7|."},
      {"So it goes :-) or ;) it seems", "So|it|goes|:-)|or|;)|it|seems"},
      {"It cost $$$ at RM19.4 million", "It|cost|$$$|at|RM|19.4|million"},
      {"An N95 mask for N1,200 or R$ 412", "An|N95|mask|for|N|1,200|or|R$|412"},
  };
  for (const auto& [text, expected] : rows) EXPECT_EQ(tokens_of(text), expected);
}

TEST(Tokens, Of_damaged_text_stand_where_the_damage_stands) {
  EXPECT_EQ(tokens_of("Okoro s reply was late"), "Okoro|s|reply|was|late");
}

TEST(Sentences, End_where_a_reader_would_end_them) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"He left. She stayed.", "He left. | She stayed."},
      {"He met Gen. Okoro of the U.S. Army. The talks failed.",
       "He met Gen. Okoro of the U.S. Army. | The talks failed."},
      {"They flew to the U.S. The talks failed.", "They flew to the U.S. | The talks failed."},
      {"It began at 9 a.m. He was late.", "It began at 9 a.m. | He was late."},
      {"It began at 9 a.m. on Jan. 3 in St. Ives.", "It began at 9 a.m. on Jan. 3 in St. Ives."},
      {"It rose 3.5 percent. Then it fell.", "It rose 3.5 percent. | Then it fell."},
      {"\"Why now?\" he asked. \"Because.\"", "\"Why now?\" he asked. | \"Because.\""},
      {"He said: “It is over. Go home.” They went.", "He said: “It is over. | Go home.” | They went."},
      {"It was ... not our system. No.", "It was ... not our system. | No."},
      {"(The base is large.) It holds planes.", "(The base is large.) | It holds planes."},
      {"J. P. Okoro spoke. J. Lund did not.", "J. P. Okoro spoke. | J. Lund did not."},
      {"She works for Lund Inc. in Oslo.", "She works for Lund Inc. in Oslo."},
      {"Ministers meet in Oslo\n\nThe talks begin today.", "Ministers meet in Oslo | The talks begin today."},
      {"First line of a report.\nSecond line of it.", "First line of a report. | Second line of it."},
      {"1. Wash the rice. 2. Boil it.", "1. Wash the rice. | 2. Boil it."},
      {"Is this Plan B. The answer is no.", "Is this Plan B. | The answer is no."},
      {"Stop! Now.", "Stop! | Now."},
      {"He paid $5 million. \"Too much,\" she said.", "He paid $5 million. | \"Too much,\" she said."},
      {"Vote No. 5 failed.", "Vote No. 5 failed."},
      {"It ended in 2019.\"", "It ended in 2019.\""},
      {"it was fun! we will be back", "it was fun! | we will be back"},
      {"we liked the place. they were kind", "we liked the place. | they were kind"},
      {"\"Why?\" he asked.", "\"Why?\" he asked."},
      {"Shares in Yahoo! said little.", "Shares in Yahoo! said little."},
      {"It sells nuts, bolts etc. and paint.", "It sells nuts, bolts etc. and paint."},
      {"Thanks for that :) See you soon", "Thanks for that :) | See you soon"},
  };
  for (const auto& [text, expected] : rows) EXPECT_EQ(sentences_of(text), expected);
}

TEST(Sentences, Go_on_over_the_line_ends_of_wrapped_text) {
  EXPECT_EQ(read("The minister said on Monday that the\nbridge over the river would be\nclosed for three weeks "
                 "while\nengineers look at its piers. Trains\nwill not run.")
                .sentences.size(),
            2U);
}

TEST(Sentences, Never_cross_from_one_part_of_the_body_into_another) {
  Report report = report_of("The talks went on until\nShow more\nthe morning came.");
  report.body = {{0, 23}, {34, 51}};
  const Analysis analysis = analyser().analyse(report);
  ASSERT_EQ(analysis.sentences.size(), 2U);
  EXPECT_EQ(analysis.sentences[0].span, (ByteSpan{0, 23}));
  EXPECT_EQ(analysis.sentences[1].span, (ByteSpan{34, 51}));
}

TEST(Sentences, Of_a_headline_are_read_beside_the_body) {
  Report report = report_of("Lund quits\nMinister Ada Lund resigned.");
  report.body = {{11, 38}};
  report.furniture = {{{0, 10}, FurnitureKind::headline}};
  EXPECT_EQ(analyser().analyse(report).sentences.size(), 2U);
}

}  // namespace
}  // namespace crossread::language
