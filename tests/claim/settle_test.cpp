#include "claim/settle.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "identity/identify.h"
#include "made/account.h"

namespace crossread::claim {
namespace {

using made::Made;
const std::filesystem::path kData = std::filesystem::path(CROSSREAD_SOURCE_DIR) / "data";

std::vector<Claim> claims_of(const std::vector<Made>& made, std::vector<Origin> origins = {}) {
  static const Tables kTables(kData / "lexicon/en", kData / "models");
  static const identity::Tables kNames(kData / "lexicon/en");
  std::vector<ReadReport> reports;
  for (const Made& one : made) reports.push_back(one.read());
  return settle(storyline_reports(reports, identity::identify(reports, kNames), origins, {}), kTables);
}

// "slot verdict value/value ..." of the slots that are agreed on by nobody or fought over.
std::vector<std::string> verdicts(const std::vector<Claim>& claims, SlotKind kind) {
  std::vector<std::string> out;
  for (const Claim& claim : claims) {
    for (const Slot& slot : claim.slots) {
      if (slot.slot == kind)
        out.emplace_back(std::string(name_of(slot.verdict)) + " " + std::to_string(slot.positions.size()));
    }
  }
  return out;
}

Made crash(const std::string& source, std::string_view published, const std::string& dead, double value) {
  Made made(source, published,
            "A bus hit a lorry near Ilave. " + dead + " people died in the crash of the bus near Ilave.");
  made.event(EventType::accident, "crash", {"bus"}, {"lorry"});
  made.number(dead, value, "person", "killed");
  return made;
}

TEST(Settle, A_toll_on_which_two_agree_is_agreed) {
  const auto claims = claims_of({crash("a", "2031-03-04", "Fourteen", 14), crash("b", "2031-03-04", "Fourteen", 14)});
  EXPECT_THAT(verdicts(claims, SlotKind::casualties), ::testing::ElementsAre("agreed 1"));
}

TEST(Settle, Two_tolls_of_one_day_are_disputed) {
  const auto claims = claims_of({crash("a", "2031-03-04", "Fourteen", 14), crash("b", "2031-03-04", "Eleven", 11)});
  EXPECT_THAT(verdicts(claims, SlotKind::casualties), ::testing::ElementsAre("disputed 2"));
}

TEST(Settle, A_later_toll_replaces_an_earlier_one) {
  const auto claims = claims_of({crash("a", "2031-03-04", "Fourteen", 14), crash("b", "2031-03-06", "Seventeen", 17)});
  ASSERT_THAT(verdicts(claims, SlotKind::casualties), ::testing::ElementsAre("revised 2"));
}

TEST(Settle, Two_translations_of_a_quotation_stand_side_by_side) {
  const auto said = [](const std::string& source, const std::string& words) {
    Made made(source, "2031-03-04", "The minister called the attacks \"" + words + "\" on Monday.");
    made.statement("minister", Act::say, "the attacks \"" + words).quotes = {made::span_of(made.written().text, words)};
    return made;
  };
  EXPECT_THAT(
      verdicts(claims_of({said("a", "a slap in the face"), said("b", "a slap on the face")}), SlotKind::wording),
      ::testing::ElementsAre("compatible 2"));
  EXPECT_THAT(
      verdicts(claims_of({said("a", "a slap in the face"), said("b", "a slap in the face")}), SlotKind::wording),
      ::testing::IsEmpty());
}

TEST(Settle, How_old_somebody_is_is_no_measure_of_what_happened) {
  const auto aged = [](const std::string& source, const std::string& age, double value) {
    Made made(source, "2031-03-04", "The court jailed Amponsah, " + age + ", in Accra.");
    made.event(EventType::trial, "jailed", {"court"}, {"Amponsah"});
    made.number(age, value, "year", "age");
    return made;
  };
  EXPECT_THAT(verdicts(claims_of({aged("a", "58", 58), aged("b", "41", 41)}), SlotKind::count), ::testing::IsEmpty());
}

TEST(Settle, One_voice_of_one_report_does_not_dispute_itself) {
  Made made("a", "2031-03-04",
            "Fourteen people died in the crash of the bus near Ilave. Eleven people died in the crash of the bus "
            "near Ilave.");
  made.event(EventType::accident, "crash", {"bus"}, {});
  made.number("Fourteen", 14, "person", "killed");
  made.event(EventType::accident, "crash of the bus near Ilave.", {"bus"}, {});
  made.number("Eleven", 11, "person", "killed");
  EXPECT_THAT(verdicts(claims_of({made}), SlotKind::casualties), ::testing::Each("single 1"));
}

TEST(Settle, Two_tellings_of_one_deed_are_one_claim_of_two_origins) {
  const auto claims = claims_of({crash("a", "2031-03-04", "Fourteen", 14), crash("b", "2031-03-04", "Fourteen", 14)});
  ASSERT_EQ(claims.size(), 1u);
  EXPECT_EQ(claims[0].origins, 2u);
  EXPECT_EQ(claims[0].reports, 2u);
  EXPECT_EQ(claims[0].support.size(), 2u);
}

Made denial(const std::string& source) {
  Made made(source, "2031-03-05", "The police denied that officers had fired at growers in Brickaville.");
  made.statement("police", Act::deny, "officers had fired at growers in Brickaville");
  made.event(EventType::assault, "fired", {"officers"}, {"growers"}, EventStatus::denied).source = 0;
  return made;
}
Made accusation(const std::string& source) {
  Made made(source, "2031-03-04", "The union said that officers had fired at growers in Brickaville.");
  made.statement("union", Act::accuse, "officers had fired at growers in Brickaville");
  made.event(EventType::assault, "fired", {"officers"}, {"growers"}, EventStatus::alleged).source = 0;
  return made;
}

TEST(Settle, A_denial_disputes_what_it_denies) {
  const auto claims = claims_of({accusation("a"), denial("b")});
  EXPECT_THAT(verdicts(claims, SlotKind::status), ::testing::Contains("disputed 2"));
  EXPECT_TRUE(std::ranges::any_of(claims, [](const Claim& claim) { return claim.dissent.size() == 1; }));
}

Made summons(const std::string& source, std::string_view published, const std::string& verb, EventStatus status) {
  Made made(source, published, "Peru " + verb + " the envoy of Chile over the wreck of the trawler.");
  made.event(EventType::reject, verb, {"Peru"}, {"envoy of Chile"}, status);
  return made;
}

TEST(Settle, A_plan_that_came_true_on_a_later_day_is_revised) {
  const auto claims = claims_of({summons("a", "2031-03-04", "will summon", EventStatus::planned),
                                 summons("b", "2031-03-06", "summoned", EventStatus::asserted)});
  EXPECT_THAT(verdicts(claims, SlotKind::status), ::testing::ElementsAre("revised 2"));
}

TEST(Settle, A_plan_and_a_deed_told_on_one_day_stand_side_by_side) {
  const auto claims = claims_of({summons("a", "2031-03-04", "will summon", EventStatus::planned),
                                 summons("b", "2031-03-04", "summoned", EventStatus::asserted)});
  EXPECT_THAT(verdicts(claims, SlotKind::status), ::testing::Not(::testing::Contains(::testing::HasSubstr("revised"))));
}

std::vector<Origin> one_origin(const Made& first, const Made& copy) {
  return {{OriginId{1}, "first", {first.written().id, copy.written().id}, {}}};
}

TEST(Settle, A_verbatim_copy_changes_no_verdict_and_no_count_of_origins) {
  const Made a = crash("a", "2031-03-04", "Fourteen", 14);
  const Made b = crash("b", "2031-03-04", "Eleven", 11);
  const Made copy = a.copy("c", "2031-03-04");
  const std::vector<Origin> origins = one_origin(a, copy);
  const auto before = claims_of({a, b}, origins);
  const auto after = claims_of({a, b, copy}, origins);
  ASSERT_EQ(before.size(), after.size());
  for (std::size_t i = 0; i < before.size(); ++i) {
    EXPECT_EQ(before[i].origins, after[i].origins);
    ASSERT_EQ(before[i].slots.size(), after[i].slots.size());
    for (std::size_t k = 0; k < before[i].slots.size(); ++k)
      EXPECT_EQ(before[i].slots[k].verdict, after[i].slots[k].verdict);
  }
}

TEST(Settle, The_order_of_reports_does_not_matter) {
  const std::vector<Made> made = {crash("a", "2031-03-04", "Fourteen", 14), crash("b", "2031-03-04", "Eleven", 11),
                                  accusation("c"), denial("d")};
  const std::vector<Made> reversed(made.rbegin(), made.rend());
  EXPECT_EQ(claims_of(made), claims_of(reversed));
}

TEST(Settle, Every_position_and_support_has_evidence_in_its_text) {
  const std::vector<Made> made = {crash("a", "2031-03-04", "Fourteen", 14), accusation("c"), denial("d")};
  for (const Claim& claim : claims_of(made)) {
    EXPECT_FALSE(claim.support.empty());
    for (const Slot& slot : claim.slots) {
      for (const Position& position : slot.positions) {
        EXPECT_FALSE(position.origins.empty());
        ASSERT_FALSE(position.evidence.empty());
      }
    }
  }
}

}  // namespace
}  // namespace crossread::claim
