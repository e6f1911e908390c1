// Whole small worlds: reports in, stories out, by the same steps as the pipeline takes. What has to come together and
// what has to stay apart.
#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <set>

#include "story/relate.h"
#include "story/whole.h"
#include "worlds.h"

namespace crossread {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

std::size_t shared_keys(const StoryProfile& a, const StoryProfile& b) {
  std::vector<std::uint64_t> shared;
  std::set_intersection(a.keys.begin(), a.keys.end(), b.keys.begin(), b.keys.end(), std::back_inserter(shared));
  return shared.size();
}

std::vector<Story> settled(const std::vector<Report>& reports) {
  std::vector<StoryProfile> profiles;
  std::vector<StoryMember> members;
  std::vector<StoryLink> links;
  for (const Report& report : reports) {
    profiles.push_back(profile_of(report));
    members.push_back(story_member(report));
    for (std::size_t i = 0; i + 1 < profiles.size(); ++i) {
      if (shared_keys(profiles[i], profiles.back()) < kSharedKeys) continue;
      if (const auto link = relate(profiles[i], profiles.back())) links.push_back(*link);
    }
  }
  return test::settled_whole(members, links, {});
}

// The titles of the reports of each story.
std::vector<std::set<std::string>> stories(const std::vector<Report>& reports) {
  std::map<ReportId, std::string> title;
  for (const Report& report : reports) title[report.id] = report.title;
  std::vector<std::set<std::string>> found;
  for (const Story& story : settled(reports)) {
    found.emplace_back();
    for (const ReportId report : story.reports) found.back().insert(title[report]);
  }
  return found;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

// The same world with other names.
std::vector<Report> renamed(const std::vector<Report>& reports, const std::vector<std::array<std::string, 2>>& names) {
  std::vector<Report> other;
  for (const Report& report : reports) {
    std::string title = report.title;
    std::string text = report.text;
    for (const auto& [from, to] : names) {
      title = replaced(title, from, to);
      text = replaced(text, from, to);
    }
    other.push_back(report_of(title, text, report.published ? iso(*report.published->start) : ""));
  }
  return other;
}

Report weather(const std::string& town, const std::string& high, const std::string& low, const std::string& river) {
  return report_of("Weather for " + town,
                   "Residents of " + town +
                       " can expect sunshine in the morning with clouds building up from the west in the "
                       "afternoon. The high will be " +
                       high + " degrees, the low " + low +
                       ". Winds will be light to moderate. "
                       "Anglers on the " +
                       river + " should watch for fog after sunset. The outlook for the weekend is dry.",
                   "2026-04-01");
}

TEST(Events, Two_towns_weather_in_one_template_stays_apart) {
  EXPECT_THAT(stories({weather("Ostrava Bend", "21", "9", "Tarn"), weather("Millhaven", "17", "4", "Loddon")}),
              UnorderedElementsAre(ElementsAre("Weather for Ostrava Bend"), ElementsAre("Weather for Millhaven")));
}

Report quarter(const std::string& firm, const std::string& chief, const std::string& goods, const std::string& revenue,
               const std::string& profit) {
  return report_of(firm + " posts quarterly results",
                   firm + " said on Tuesday that revenue in the first quarter rose to " + revenue +
                       " million dollars from a "
                       "year earlier, helped by demand for " +
                       goods + ". Net profit was " + profit +
                       " million dollars. Chief "
                       "executive " +
                       chief + " confirmed the forecast for the full year. Shares rose in early trading.",
                   "2026-04-21");
}

TEST(Events, Two_firms_results_in_one_template_stay_apart) {
  EXPECT_EQ(stories({quarter("Halvorsen Marine", "Dag Rimstad", "ferries and tugs", "412", "31"),
                     quarter("Belcanto Foods", "Ines Quaresma", "frozen vegetables", "879", "64")})
                .size(),
            2U);
}

Report match(const std::string& home, const std::string& away, const std::string& score, const std::string& scorer,
             const std::string& ground) {
  return report_of(
      home + " beat " + away + " " + score,
      home + " beat " + away + " " + score + " at " + ground + " on Saturday. " + scorer +
          " scored in the first "
          "half and again shortly before the final whistle. The visitors had chances but their finishing was poor. " +
          home + " move up to third place in the table.",
      "2026-04-18");
}

TEST(Events, Two_match_reports_of_one_round_stay_apart) {
  EXPECT_EQ(stories({match("Corrib Rovers", "Tallaght Vale", "2-0", "Fintan Dorrigan", "Mossgrove"),
                     match("Skerries Athletic", "Bandon Celtic", "3-1", "Lorcan Pym", "Harbour Lane")})
                .size(),
            2U);
}

const std::vector<Report>& two_blasts() {
  static const std::vector<Report> world = {
      report_of(
          "Blast at Karsova plant kills nine",
          "An explosion tore through a fertiliser plant in Karsova on Tuesday, killing nine workers. Mayor Petra "
          "Lindqvist said the blast began in an ammonia tank that inspectors had warned of in May. Windows broke two "
          "kilometres away, and three schools were closed.",
          "2026-03-03"),
      report_of("Nine dead in Karsova factory explosion",
                "Nine people died when a fertiliser factory in Karsova blew up on Tuesday. Inspectors had found faults "
                "in the "
                "ammonia tank months ago, according to Mayor Petra Lindqvist, who asked residents to stay at home.",
                "2026-03-03"),
      report_of(
          "Karsova mourns after ammonia tank explodes",
          "Candles burned outside the Karsova fertiliser works on Wednesday, a day after its ammonia tank exploded and "
          "killed nine. Petra Lindqvist, the mayor, promised an inquiry into why the warning of May was not heeded.",
          "2026-03-04"),
      report_of(
          "Blast at Dunmeath mill kills four",
          "An explosion tore through a flour mill in Dunmeath on Thursday, killing four workers. Fire chief Owen "
          "Garrity "
          "said the blast began in a dust filter. Windows broke across the harbour quarter, and two roads were closed.",
          "2026-03-05"),
      report_of("Four dead after Dunmeath flour mill explosion",
                "Four people were killed on Thursday when dust exploded in a filter of the flour mill at Dunmeath "
                "harbour, said "
                "Owen Garrity, who leads the town's fire service. Eleven others were hurt.",
                "2026-03-05")};
  return world;
}

TEST(Events, Two_explosions_of_one_week_are_two_stories) {
  EXPECT_THAT(
      stories(two_blasts()),
      UnorderedElementsAre(
          UnorderedElementsAre("Blast at Karsova plant kills nine", "Nine dead in Karsova factory explosion",
                               "Karsova mourns after ammonia tank explodes"),
          UnorderedElementsAre("Blast at Dunmeath mill kills four", "Four dead after Dunmeath flour mill explosion")));
}

TEST(Events, Two_explosions_of_one_week_are_two_storylines) {
  std::set<StorylineId> lines;
  for (const Story& story : settled(two_blasts())) lines.insert(story.storyline);
  EXPECT_EQ(lines.size(), 2U);
}

TEST(Events, They_are_two_under_other_names_and_without_dates_too) {
  const auto other = renamed(two_blasts(), {{"Karsova", "Ibadan"},
                                            {"Dunmeath", "Lagos"},
                                            {"Petra Lindqvist", "Bola Ade"},
                                            {"Owen Garrity", "John Smith"},
                                            {"Lindqvist", "Ade"}});
  EXPECT_EQ(stories(other).size(), 2U);
  std::vector<Report> undated;
  for (const Report& report : two_blasts()) undated.push_back(report_of(report.title, report.text));
  EXPECT_EQ(stories(undated).size(), 2U);
}

const std::vector<Report>& dam() {
  static const std::vector<Report> world = {
      report_of("Norvale dam spills over after week of rain",
                "The Norvale dam spilled over on Monday after a week of rain, and 4,000 people left their homes in the "
                "valley of "
                "the Esker. Governor Tomas Adair declared an emergency. Engineers opened two gates by hand.",
                "2026-05-04"),
      report_of(
          "Thousands flee as water tops Norvale dam",
          "Water ran over the crest of the Norvale dam on Monday, and thousands fled the Esker valley. Two gates were "
          "opened by hand, engineers said. Governor Tomas Adair has declared an emergency.",
          "2026-05-04"),
      report_of("Governor sacks head of Norvale dam authority",
                "Governor Tomas Adair dismissed the head of the Norvale dam authority, Ruth Calloway, on Friday and "
                "named a judge "
                "to look into years of skipped maintenance. Calloway called the dismissal a search for a scapegoat.",
                "2026-05-08")};
  return world;
}

TEST(Events, What_grows_out_of_a_story_days_later_is_a_story_that_follows) {
  const std::vector<Story> found = settled(dam());
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].reports.size(), 2U);
  EXPECT_THAT(found[1].follows, ElementsAre(found[0].id));
  EXPECT_EQ(found[1].storyline, found[0].storyline);
}

TEST(Events, It_follows_under_other_names_too) {
  const std::vector<Story> found = settled(renamed(dam(), {{"Norvale", "Tarbela"},
                                                           {"Esker", "Indus"},
                                                           {"Tomas Adair", "Asad Baig"},
                                                           {"Calloway", "Mir"},
                                                           {"Ruth", "Sana"}}));
  ASSERT_EQ(found.size(), 2U);
  EXPECT_THAT(found[1].follows, ElementsAre(found[0].id));
}

}  // namespace
}  // namespace crossread
