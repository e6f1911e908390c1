#include "lineage/compare.h"

#include <gtest/gtest.h>

#include <map>

#include "lineage_samples.h"

namespace crossread {
namespace {

// A wire story, a paragraph a line.
const std::string kWire =
    "A cable car broke down above the gorge at Valdrossa on Sunday afternoon, leaving 34 passengers dangling over the "
    "river for almost six hours before rescuers winched them to safety.\n"
    "Mountain guides abseiled from the upper pylon and lowered the stranded tourists one by one in canvas slings, "
    "officials in the canton said. Two elderly women were treated for mild hypothermia.\n"
    "“It was bitterly cold and the children were crying, but nobody panicked,” said passenger Ilse Brandauer, who was "
    "travelling with her grandson.\n"
    "The operator, Gorge Lifts, said a sheared bolt had jammed the haulage wheel. The bolt had been replaced only in "
    "March, it added, and the supplier would be questioned.\n"
    "Prosecutors opened an inquiry into suspected negligence and seized the maintenance ledgers.\n"
    "The cableway, built in 1968, carries some 90,000 visitors a year and was overhauled a decade ago.\n"
    "A similar stoppage in 2011 ended without injuries, but prompted stricter inspections across the country.\n"
    "Service will stay suspended at least until the end of the week, the operator said, and ticket holders can claim "
    "refunds at the valley station.";

// The wire story, sentence by sentence in other words.
const std::string kRewritten =
    "On Sunday afternoon 34 passengers were left hanging above the river at Valdrossa for close on six hours: over the "
    "gorge a "
    "cable car had broken down, until rescuers brought them to safety by winch.\n"
    "According to officials in the canton, the stranded tourists, each in a canvas sling, were lowered by mountain "
    "guides who had "
    "abseiled from the upper pylon. For mild hypothermia two elderly women received treatment.\n"
    "Passenger Ilse Brandauer, with whom her grandson was travelling, said: “It was bitterly cold and the children "
    "were crying, "
    "but nobody panicked.”\n"
    "What had jammed the haulage wheel was a sheared bolt, said Gorge Lifts, the operator. Only in March, it added, "
    "had that bolt "
    "been replaced; questioned would be the supplier.\n"
    "The maintenance ledgers were seized by prosecutors, who suspect negligence and opened an inquiry.\n"
    "Overhauled ten years ago and built in 1968, the cableway has some 90,000 visitors in a year.\n"
    "Stricter inspections were prompted across the country by a stoppage in 2011 that was similar and injured nobody.\n"
    "Until the week ends at the earliest, service stays suspended, and refunds can be had by ticket holders at the "
    "station in the valley.";

// Another reporter's account of the same afternoon.
const std::string kOwn =
    "VALDROSSA. Thirty-four people spent most of Sunday hanging over the Valdross in a gondola that would neither "
    "climb "
    "nor descend. By nightfall all of them were down.\n"
    "I watched from the footbridge as the guides, roped to the mast, swung out under the cabin. Each passenger took "
    "about ten minutes. A boy waved. His grandmother did not.\n"
    "“It was bitterly cold and the children were crying, but nobody panicked,” Ilse Brandauer told a knot of reporters "
    "afterwards, a blanket round her shoulders.\n"
    "Gorge Lifts blames a bolt. People in the village blame Gorge Lifts. The line dates from 1968, and whoever drinks "
    "at the Crown will tell you about the winter of 2011, when it stuck as well.\n"
    "The prosecutor has taken away the books. There will be no rides this week.";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

// Lines [begin, end) of a text.
std::string lines(const std::string& text, int begin, int end) {
  std::string out;
  std::size_t at = 0;
  for (int line = 0; line < end && at < text.size(); ++line) {
    const std::size_t stop = std::min(text.find('\n', at), text.size());
    if (line >= begin) out += text.substr(at, stop - at) + '\n';
    at = stop + 1;
  }
  return out;
}

std::string kind_of(const std::string& first, const std::string& second) {
  return printed(compared(report_of("b", second, "2025-02-11"), report_of("a", first, "2025-02-10")));
}

TEST(Compare, Knows_a_text_told_again_sentence_by_sentence_in_other_words) {
  const Report wire = report_of("wire", kWire, "2026-03-01");
  const Report rewritten = report_of("rewritten", kRewritten, "2026-03-02");
  const auto link = compared(wire, rewritten);
  EXPECT_EQ(printed(link), "near from");
  ASSERT_TRUE(link);
  ASSERT_FALSE(link->passages.empty());
  EXPECT_EQ(link->report, rewritten.id);
  const std::size_t half = kRewritten.size() / 2;
  std::size_t covered = 0;
  for (const Passage& passage : link->passages) covered += passage.report.end - passage.report.begin;
  EXPECT_GT(covered, half);
  EXPECT_EQ(printed(compared(report_of("own", kOwn, "2026-03-02"), rewritten)),
            printed(compared(report_of("own", kOwn, "2026-03-02"), wire)));
}

TEST(Compare, Knows_a_text_of_which_only_the_facts_are_kept_in_their_order) {
  const Report wire = report_of("wire", kWire, "2026-03-01");
  const Report heavy = report_of(
      "heavy",
      "Some 34 people hung in a stuck cabin over the ravine near Valdrossa for nearly six hours last Sunday before "
      "helpers hauled every one "
      "of them up, unhurt.\n"
      "Climbers let themselves down from the top mast and took the sightseers off singly, in seats of cloth, by the "
      "account of the "
      "authorities. A pair of pensioners were looked after because they had grown too cold.\n"
      "Ilse Brandauer, out with a grandchild, told of frost and of weeping youngsters, and of heads kept cool.\n"
      "Blame lies with a snapped screw that blocked the drive, according to Gorge Lifts; fitted anew as late as March, "
      "it will now mean "
      "awkward talks with whoever sold it.\n"
      "Investigators carried off the service books and look into carelessness.\n"
      "Going since 1968 and renewed ten years back, the line takes 90,000 guests annually.\n"
      "It had stuck before, in 2011; nobody came to harm, yet checks everywhere grew tighter.\n"
      "Gorge Lifts will run nothing before Monday and pays back whoever asks in the valley at Valdrossa.",
      "2026-03-02");
  EXPECT_EQ(printed(compared(wire, heavy)), "near from");
  EXPECT_NE(printed(compared(report_of("own", kOwn, "2026-03-02"), heavy)).substr(0, 4), "near");
}

TEST(Compare, Looks_for_no_rewriting_in_a_body_as_long_as_a_book) {
  const auto kind_of = [](int sentences) {
    std::string one;
    std::string other;
    for (int i = 0; i < sentences; ++i) {
      const std::string name = "Zor" + std::to_string(i) + "vik";
      one += "Quietly the ferryman " + name + " mended nets. ";
      other += "Nets were mended by " + name + ", ferryman, quietly. ";
    }
    return printed(compared(report_of("one", one, "2026-03-01"), report_of("other", other, "2026-03-02")));
  };
  EXPECT_EQ(kind_of(300), "near from");
  EXPECT_EQ(kind_of(600), "none");
}

TEST(Compare, Does_not_take_one_mould_with_other_names_and_numbers_for_a_rewriting) {
  std::string other = kRewritten;
  const std::pair<const char*, const char*> exchanged[] = {{"34", "51"},
                                                           {"Valdrossa", "Monte Fosco"},
                                                           {"Sunday", "Friday"},
                                                           {"Ilse Brandauer", "Remo Castagna"},
                                                           {"Gorge Lifts", "Funivie Fosco"},
                                                           {"March", "August"},
                                                           {"1968", "1974"},
                                                           {"90,000", "25,000"},
                                                           {"2011", "2004"}};
  for (const auto& [from, to] : exchanged) {
    for (std::size_t at = other.find(from); at != std::string::npos;
         at = other.find(from, at + std::string(to).size())) {
      other.replace(at, std::string(from).size(), to);
    }
  }
  EXPECT_NE(printed(compared(report_of("wire", kWire), report_of("other", other))).substr(0, 4), "near");
}

TEST(Compare, Tells_the_kinds_apart) {
  const std::string edited = replaced(replaced(kWire, "stranded tourists", "trapped visitors"), "prompted", "led to");
  const std::string top =
      "Dozens of day trippers will remember this Sunday. They boarded for a ride of nine minutes.\n";
  const struct {
    std::string name;
    std::string copy;
    std::string expected;
  } rows[] = {
      {"verbatim", kWire, "same from"},
      {"other marks and line ends", replaced(replaced(kWire, "“", "\""), "\n", "\n\n"), "same from"},
      {"a few words exchanged", edited, "near from"},
      {"the first third", lines(kWire, 0, 3), "abridged from"},
      {"every other paragraph", lines(kWire, 0, 1) + lines(kWire, 2, 3) + lines(kWire, 4, 5) + lines(kWire, 6, 7),
       "abridged from"},
      {"a new top", top + lines(kWire, 1, 8), "releaded from"},
      {"three sentences lifted", lines(kOwn, 0, 2) + lines(kWire, 3, 5) + lines(kOwn, 2, 5), "part from"},
      {"an account of one's own with the same quotation", kOwn, "quoted"},
      {"an account of one's own", lines(kOwn, 0, 2) + lines(kOwn, 3, 5), "none"},
      {"another story", "The harvest of plums in the north was poor this year, growers said at their fair.", "none"},
  };
  for (const auto& row : rows) EXPECT_EQ(kind_of(kWire, row.copy), row.expected) << row.name;
}

TEST(Compare, Calls_a_report_rewritten_sentence_by_sentence_the_bulk_of_the_other) {
  const std::string rewritten =
      "Thirty-four passengers were left dangling over the river for almost six hours on Sunday when a cable car "
      "stopped "
      "above the gorge at Valdrossa, until rescuers winched them to safety.\n"
      "The stranded tourists were lowered one by one in canvas slings by mountain guides who abseiled from a pylon, "
      "officials said. Mild hypothermia was treated in two women.\n"
      "Passenger Ilse Brandauer, travelling with her grandson, said it was “bitterly cold and the children were "
      "crying, "
      "but nobody panicked”.\n"
      "A sheared bolt had jammed the haulage wheel, said Gorge Lifts. It had replaced the bolt in March and would "
      "question "
      "the supplier.\n"
      "Maintenance ledgers were seized by prosecutors, who opened an inquiry into suspected negligence.\n"
      "The cableway was built in 1968 and overhauled a decade ago. It carries 90,000 visitors a year.\n"
      "Service is suspended until the end of the week at least, the operator said.";
  const auto link = compared(report_of("b", rewritten, "2025-02-11"), report_of("a", kWire, "2025-02-10"));
  ASSERT_TRUE(link);
  EXPECT_TRUE(link->kind == CopyKind::near || link->kind == CopyKind::abridged) << printed(link);
}

TEST(Compare, Sees_no_copy_in_two_towns_weather_from_one_mould) {
  const auto weather = [](const std::string& town, const std::string& sky, int high, int low, int wind) {
    return "The weather in " + town + " will be " + sky + " on Tuesday, with a high of " + std::to_string(high) +
           " degrees in the early afternoon and a low of " + std::to_string(low) +
           " degrees overnight. Winds will blow from the west at " + std::to_string(wind) +
           " kilometres an hour, gusting at times along the shore. Drivers in " + town +
           " are asked to mind patches of fog on the motorway before dawn, and " + std::to_string(high - low) +
           " gritting lorries stand ready.";
  };
  EXPECT_EQ(kind_of(weather("Leeds", "bright", 14, 3, 20), weather("Truro", "dull", 17, 9, 35)), "none");
  EXPECT_EQ(kind_of(weather("Leeds", "bright", 14, 3, 20), weather("Leeds", "bright", 14, 3, 20)), "same from");
}

TEST(Compare, Sees_no_copy_in_what_every_page_of_a_house_ends_with) {
  const std::string standing =
      "\nReaders may send letters to the editor by post or through the form below; we publish a selection each "
      "Saturday "
      "and reserve the right to shorten them.";
  const std::string plums =
      "The harvest of plums in the north was poor this year, growers said at their fair. Frost in April had burnt the "
      "blossom, and wasps took much of what was left hanging in the orchards.";
  EXPECT_EQ(kind_of(kWire + standing, plums + standing), "none");
}

TEST(Compare, Knows_who_was_first_by_time_then_credit_then_containment) {
  const std::string part = lines(kWire, 0, 3);
  Report wire = report_of("wire", kWire, "2025-02-10", "Alpine Wire");
  Report copy = report_of("copy", part, "2025-02-11", "The Valley Post");
  EXPECT_EQ(printed(compared(copy, wire)), "abridged from");

  // The row's report is the later one; here that is the wire's long story, which the short one cannot be cut from.
  wire.published = parse_timestamp("2025-02-12");
  EXPECT_EQ(printed(compared(copy, wire)), "part from");

  wire.published = copy.published = parse_timestamp("2025-02-10");
  const auto same_day = compared(copy, wire);
  ASSERT_TRUE(same_day);
  EXPECT_EQ(same_day->direction, same_day->report == copy.id ? CopyDirection::from : CopyDirection::to)
      << "a text that stands whole in a longer one was cut from it";

  Report reprint = report_of("reprint", kWire, "2025-02-10", "The Valley Post");
  EXPECT_EQ(compared(reprint, wire)->direction, CopyDirection::unknown);
  reprint.credits = {{"the Alpine Wire", {0, 0}}};
  const auto credited = compared(reprint, wire);
  EXPECT_EQ(credited->direction, credited->report == reprint.id ? CopyDirection::from : CopyDirection::to);

  EXPECT_EQ(compared(report_of("x", kWire, "2025-02-10T09:30"), report_of("y", kWire, "2025-02-10T09:31"))->direction,
            CopyDirection::from);
  EXPECT_EQ(compared(report_of("x", kWire, "2025-02-10T09:30"), report_of("y", kWire, "2025-02-10"))->direction,
            CopyDirection::unknown)
      << "a day holds all its minutes";
}

TEST(Compare, Gives_the_same_link_when_the_two_are_swapped) {
  const Report a = report_of("a", kWire, "2025-02-10");
  for (const std::string& text : {kWire, lines(kWire, 0, 3), lines(kOwn, 0, 2) + lines(kWire, 3, 5), kOwn}) {
    const Report b = report_of("b", text);
    EXPECT_EQ(compared(a, b), compared(b, a));
  }
}

TEST(Compare, Gives_passages_that_lie_in_their_texts_in_order) {
  const Report a = report_of("a", kWire, "2025-02-10");
  const Report b = report_of("b", lines(kOwn, 0, 2) + lines(kWire, 3, 5) + lines(kOwn, 2, 5), "2025-02-11");
  const auto link = compared(a, b);
  ASSERT_TRUE(link);
  ASSERT_EQ(link->passages.size(), 2U) << "the lifted sentences and the quotation";
  EXPECT_TRUE(link->passages[0].report.in(b.text).starts_with("The operator, Gorge Lifts, said a sheared bolt"));
  EXPECT_EQ(link->passages[0].report.in(b.text), link->passages[0].other.in(a.text));
  EXPECT_LT(link->passages[0].report.end, link->passages[1].report.begin);
  EXPECT_EQ(link->other_words, body_words(a).size());
  EXPECT_GT(link->shared_words, 35U);
}

TEST(Compare, Of_a_report_with_itself_or_with_nothing_is_none) {
  const Report a = report_of("a", kWire);
  EXPECT_EQ(printed(compared(a, a)), "none");
  EXPECT_EQ(printed(compared(a, report_of("b", ""))), "none");
  EXPECT_EQ(printed(compared(report_of("c", "…"), report_of("b", "!"))), "none");
}

// Names and rare words may be any others, as long as they are the same ones throughout.
TEST(Compare, Decides_alike_when_everything_is_renamed) {
  const std::map<std::string, std::string> names = {
      {"Valdrossa", "Kettlebrigg"},  {"Valdross", "Kettle"},  {"Ilse", "Mbali"},          {"Brandauer", "Okonjo"},
      {"Gorge Lifts", "Fell Ropes"}, {"gorge", "fjord"},      {"abseiled", "parachuted"}, {"pylon", "gantry"},
      {"hypothermia", "concussion"}, {"haulage", "traction"}, {"ledgers", "logbooks"},    {"negligence", "sabotage"}};
  const auto renamed = [&](std::string text) {
    for (const auto& [from, to] : names) text = replaced(text, from, to);
    return text;
  };
  for (const std::string& text : {kWire, lines(kWire, 0, 3), lines(kOwn, 0, 2) + lines(kWire, 3, 5), kOwn,
                                  lines(kOwn, 0, 2) + lines(kOwn, 3, 5)}) {
    const auto before = compared(report_of("a", kWire, "2025-02-10"), report_of("b", text, "2025-02-11"));
    const auto after =
        compared(report_of("a", renamed(kWire), "2025-02-10"), report_of("b", renamed(text), "2025-02-11"));
    EXPECT_EQ(printed(before), printed(after));
    EXPECT_EQ(before ? before->shared_words : 0, after ? after->shared_words : 0);
  }
}

}  // namespace
}  // namespace crossread
