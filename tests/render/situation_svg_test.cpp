#include "render/situation_svg.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "render/brief.h"

namespace crossread {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

BriefPoint point(std::int32_t day, EventStatus status, std::int32_t score) {
  BriefPoint made{day, status, score, {}, {}};
  made.claims.push_back({"Selda <closed> the bridge.", {{0, {0, 4}}}, 1, {}, {}});
  made.dated.push_back({0, {0, 4}});
  return made;
}

Brief brief_of(std::vector<BriefConduct> conduct) {
  Brief brief;
  brief.title = "The bridge";
  brief.conduct = std::move(conduct);
  return brief;
}

const Brief kThree =
    brief_of({{"Selda", "Orlo", {point(10, EventStatus::asserted, -9500), point(12, EventStatus::asserted, 7000)}},
              {"Orlo", "Varn", {point(11, EventStatus::alleged, -4000)}},
              {"Orlo", "Selda", {point(12, EventStatus::threatened, -4400)}}});

TEST(SituationCharts, Put_both_directions_of_a_pair_into_one) {
  const std::vector<SituationChart> charts = charts_of(kThree);
  ASSERT_EQ(charts.size(), 2U);
  EXPECT_EQ(charts[0].conducts, (std::vector<std::size_t>{0, 2}));
  EXPECT_EQ(charts[1].conducts, (std::vector<std::size_t>{1}));
}

TEST(SituationCharts, Draw_a_point_for_each_day_and_status_and_lead_to_its_claims) {
  const std::string svg = chart_svg(kThree, charts_of(kThree)[0], [](std::size_t conduct, std::size_t place) {
    return "#" + std::to_string(conduct) + "-" + std::to_string(place);
  });
  EXPECT_THAT(svg, AllOf(HasSubstr("href=\"#0-0\""), HasSubstr("href=\"#0-1\""), HasSubstr("href=\"#2-0\""),
                         Not(HasSubstr("href=\"#1-0\""))));
  EXPECT_THAT(svg, AllOf(HasSubstr("11 January 1970: Selda → Orlo, −9.5 (asserted, 1 claim)"),
                         HasSubstr("Selda &lt;closed&gt; the bridge.")));
}

TEST(SituationCharts, Stand_higher_the_friendlier_the_day) {
  const Brief brief = brief_of(
      {{"Selda", "Orlo", {point(10, EventStatus::asserted, -10000), point(12, EventStatus::asserted, 10000)}}});
  const std::string svg = chart_svg(brief, charts_of(brief)[0], [](std::size_t, std::size_t) { return std::string(); });
  EXPECT_THAT(svg, HasSubstr("points=\"44,174 616,34\""));
}

TEST(BriefSvg, Is_a_picture_even_where_nothing_is_to_be_shown) {
  const Brief none = brief_of({});
  EXPECT_THAT(brief_svg({&none, 1}), AllOf(HasSubstr("<svg "), HasSubstr("No party is told")));
}

}  // namespace
}  // namespace crossread
