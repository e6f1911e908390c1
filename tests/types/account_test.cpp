#include "types/account.h"

#include <gtest/gtest.h>

#include "types/claim.h"
#include "types/timeline.h"

namespace crossread {
namespace {

TEST(Account, Names_and_values_go_both_ways) {
  for (std::size_t i = 0; i < kActCount; ++i) EXPECT_EQ(act_named(name_of(Act(i))), Act(i));
  for (std::size_t i = 0; i < kEventTypeCount; ++i) EXPECT_EQ(event_type_named(name_of(EventType(i))), EventType(i));
  for (std::size_t i = 0; i < kEventModeCount; ++i) EXPECT_EQ(event_mode_named(name_of(EventMode(i))), EventMode(i));
  for (std::size_t i = 0; i < kEventContextCount; ++i)
    EXPECT_EQ(event_context_named(name_of(EventContext(i))), EventContext(i));
  for (std::size_t i = 0; i < kEventStatusCount; ++i)
    EXPECT_EQ(event_status_named(name_of(EventStatus(i))), EventStatus(i));
  for (std::size_t i = 0; i < kSlotKindCount; ++i) EXPECT_EQ(slot_kind_named(name_of(SlotKind(i))), SlotKind(i));
  for (std::size_t i = 0; i < kVerdictCount; ++i) EXPECT_EQ(verdict_named(name_of(Verdict(i))), Verdict(i));
  EXPECT_EQ(name_of(Act::advise), "advise");
  EXPECT_EQ(name_of(EventType::assault), "ASSAULT");
  EXPECT_EQ(name_of(EventType::death), "DEATH");
  EXPECT_EQ(name_of(EventMode::restrict), "restrict");
  EXPECT_EQ(name_of(EventMode::unconventional), "unconventional");
  EXPECT_EQ(name_of(EventContext::trafficking), "trafficking");
  EXPECT_EQ(name_of(EventStatus::requested), "requested");
  EXPECT_EQ(name_of(AdvisoryKind::closure), "closure");
  EXPECT_EQ(name_of(TimeOf::saying), "saying");
  EXPECT_EQ(name_of(DissentKind::doubted), "doubted");
  EXPECT_EQ(name_of(ClaimKind::statement), "statement");
  EXPECT_EQ(act_named("mutter"), std::nullopt);
}

TEST(Account, Types_know_their_modes) {
  EXPECT_TRUE(has_mode(EventType::assault, EventMode::drone));
  EXPECT_TRUE(has_mode(EventType::sanction, EventMode::expel));
  EXPECT_TRUE(has_mode(EventType::threaten, EventMode::expel));
  EXPECT_FALSE(has_mode(EventType::agree, EventMode::visit));
  EXPECT_FALSE(has_mode(EventType::coerce, EventMode::drone));
  EXPECT_TRUE(is_plover(EventType::assault));
  EXPECT_FALSE(is_plover(EventType::accident));
}

// "Police fired, he said"
constexpr std::string_view kText = "Police fired, he said";

Account small() {
  Account account;
  account.entities = {{EntityKind::organisation, "police", true, {}, "", "COP"},
                      {EntityKind::person, "he", true, {}, "", ""}};
  account.mentions = {{{0, 6}, EntityKind::organisation, MentionLevel::nominal, 0},
                      {{14, 16}, EntityKind::person, MentionLevel::pronoun, 1}};
  Statement statement;
  statement.speakers = {{1, ByteSpan{14, 16}}};
  statement.speaker_text = ByteSpan{14, 16};
  statement.cue = ByteSpan{17, 21};
  statement.content = {{0, 12}};
  account.statements = {statement};
  Event event;
  event.mode = EventMode::firearms;
  event.actors = {{0, ByteSpan{0, 6}}};
  event.trigger = {7, 12};
  event.sentence = {0, 21};
  event.source = 0;
  account.events = {event};
  return account;
}

TEST(Account, A_whole_account_has_no_faults) {
  EXPECT_EQ(faults_of(small(), kText), std::vector<std::string>{});
}

TEST(Account, Every_fault_is_told) {
  Account account = small();
  account.events[0].mode = EventMode::visit;
  account.events[0].source = 4;
  account.statements[0].content.clear();
  account.statements[0].within = 0;
  account.mentions.pop_back();
  account.events[0].trigger = {7, 99};
  EXPECT_EQ(faults_of(account, kText),
            (std::vector<std::string>{"entity 1: no mention", "statement 0: no content",
                                      "statement 0: outer statement in a ring", "event 0: no words at 7-99",
                                      "event 0: ASSAULT has no mode visit", "event 0: source 4 of 1"}));
}

TEST(Account, Ids_are_those_of_the_spans) {
  Account account = small();
  const ReportId report{7};
  const EventId before = event_id(report, account.events[0]);
  account.events[0].status = EventStatus::alleged;
  EXPECT_EQ(event_id(report, account.events[0]), before);
  EXPECT_NE(event_id(ReportId{8}, account.events[0]), before);
  account.events[0].trigger.end = 11;
  EXPECT_NE(event_id(report, account.events[0]), before);
  Statement carrier = account.statements[0];
  carrier.carrier = true;
  EXPECT_NE(statement_id(report, carrier), statement_id(report, account.statements[0]));
}

}  // namespace
}  // namespace crossread
