// Timeline and situation: what a reader could work out by hand from a few claims.
#include "chronicle/situation.h"

#include <gmock/gmock.h>

#include "base/data_folder.h"
#include "base/fault.h"
#include "chronicle/timeline.h"
#include "scratch_folder.h"

namespace crossread {
namespace {

constexpr ReportId kReport{7};

// A storyline of one report in which FRA and DEU do things to each other.
class Situation : public testing::Test {
 protected:
  Situation() {
    AccountEntry entry;
    entry.account.report = kReport;
    file_.accounts.push_back(entry);
    for (const char* country : {"FRA", "DEU"}) {
      Entity entity;
      entity.id = {file_.entities.size() + 1};
      entity.name = country;
      entity.country = country;
      file_.entities.push_back(entity);
      file_.accounts[0].account.entities.push_back({EntityKind::place, country, false, {}, country, ""});
      file_.accounts[0].entity_of.push_back(entity.id);
    }
  }

  // A claim of one event; the first party acts.
  void tell(EventType type, std::optional<EventMode> mode, EventStatus status, std::string_view day,
            EntityIndex actor = 0, EntityIndex recipient = 1) {
    Event event;
    event.type = type;
    event.mode = mode;
    event.status = status;
    event.actors = {{actor, {}}};
    event.recipients = {{recipient, {}}};
    const auto at = static_cast<std::uint32_t>(10 * file_.claims.size());
    event.trigger = {at, at + 3};
    file_.accounts[0].account.events.push_back(event);
    Claim claim;
    claim.id = {file_.claims.size() + 1};
    if (!day.empty()) claim.date = parse_timestamp(day);
    claim.support.push_back({{kReport, event.trigger}, event_id(kReport, event), {1}, {}});
    file_.claims.push_back(claim);
  }

  std::vector<SituationRow> rows() const {
    static const PloverScores scores(data_folder() / "lexicon/plover/scores.tsv");
    return situation_of(file_, scores);
  }

  StorylineFile file_;
};

TEST_F(Situation, Takes_the_mean_of_a_days_scores_for_each_pair) {
  tell(EventType::assault, EventMode::drone, EventStatus::asserted, "2031-03-05");
  tell(EventType::accuse, EventMode::disapprove, EventStatus::alleged, "2031-03-05");
  tell(EventType::aid, {}, EventStatus::asserted, "2031-03-05", 1, 0);
  tell(EventType::aid, {}, EventStatus::asserted, "2031-03-06");
  const std::int32_t day = parse_timestamp("2031-03-05")->start->day;
  EXPECT_THAT(rows(), testing::ElementsAre(SituationRow{day, "DEU", "FRA", 10000, {{3}}},
                                           SituationRow{day, "FRA", "DEU", -5750, {{1}, {2}}},
                                           SituationRow{day + 1, "FRA", "DEU", 10000, {{4}}}));
}

TEST_F(Situation, Leaves_out_what_did_not_happen_what_has_no_day_and_what_is_not_political) {
  tell(EventType::assault, {}, EventStatus::negated, "2031-03-05");
  tell(EventType::assault, {}, EventStatus::planned, "2031-03-05");
  tell(EventType::assault, {}, EventStatus::asserted, "");
  tell(EventType::sport, {}, EventStatus::asserted, "2031-03-05");
  tell(EventType::assault, {}, EventStatus::asserted, "2031-03-05", 0, 0);
  EXPECT_THAT(rows(), testing::IsEmpty());
}

TEST(PloverScores, Refuse_a_bad_row_by_its_line) {
  const test::ScratchFolder folder;
  for (const char* row : {"WAR\t-\t5", "SPORT\t-\t5", "AID\tdrone\t5", "AID\t-\t20000"}) {
    try {
      const PloverScores scores(folder.write("scores.tsv", std::string("# made for this test\n") + row + "\n"));
      ADD_FAILURE() << row;
    } catch (const BrokenWorld& fault) {
      EXPECT_THAT(fault.what(), testing::HasSubstr(":2:")) << row;
    }
  }
}

TEST(Timeline, Goes_by_day_finer_grains_first_and_leaves_out_what_has_no_date) {
  std::vector<Claim> claims(4);
  for (std::size_t i = 0; i < claims.size(); ++i) claims[i].id = {i + 1};
  claims[0].date = parse_timestamp("2031-03-06");
  claims[1].date = parse_timestamp("2031-03-05");
  claims[2].date = parse_timestamp("2031-03-05T09:30:00+00:00");
  claims[2].kind = ClaimKind::statement;
  const std::vector<TimelineEntry> entries = timeline_of(claims);
  ASSERT_EQ(entries.size(), 3u);
  EXPECT_EQ(entries[0].claim, ClaimId{3});
  EXPECT_EQ(entries[0].time_of, TimeOf::saying);
  EXPECT_EQ(entries[1].claim, ClaimId{2});
  EXPECT_EQ(entries[1].time_of, TimeOf::happening);
  EXPECT_EQ(entries[2].claim, ClaimId{1});
}

}  // namespace
}  // namespace crossread
