// What the frames make of sentences read whole: words, trees, frames. What the model decides over them is in
// event_model_test.cpp.
#include "account/events.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "account/events_settle.h"
#include "account/events_status.h"
#include "base/data_folder.h"
#include "language/analyser.h"
#include "made/story.h"

namespace crossread::account {
namespace {

const language::Analyser& analyser() {
  static const language::Analyser one(data_folder());
  return one;
}

// The frames alone, before the model of events decides.
FoundEvents drafted(const Report& report, const Analysis& analysis) {
  static const EventFrames frames(data_folder() / "lexicon/en");
  static const MeaningVectors vectors(data_folder() / "models");
  static const NearVerbs near(frames, vectors);
  const EventText text(frames, report, analysis);
  std::vector<Draft> drafts = drafts_of(text, near);
  std::erase_if(drafts, [](const Draft& draft) { return draft.dropped; });
  return settled(text, drafts);
}

std::string names_of(const Account& account, const std::string& text, const std::vector<Party>& parties) {
  std::string names;
  for (const Party& party : parties) {
    if (!names.empty()) names += "+";
    names += party.span ? std::string(party.span->in(text)) : account.entities[party.entity].name;
  }
  return names;
}

// "COERCE/arrest arrested (Soldiers > two fishermen)"; the status where it is not asserted.
std::string events_of(const std::string& text) {
  const Report report = made::report("a", "A", "a", "2031-03-04", text);
  const Analysis analysis = analyser().analyse(report);
  const Account account = account_of(report, analysis, drafted(report, analysis));
  EXPECT_EQ(faults_of(account, text), std::vector<std::string>{});
  std::string printed;
  for (const Event& event : account.events) {
    if (!printed.empty()) printed += "; ";
    printed += name_of(event.type);
    if (event.mode) printed += "/" + std::string(name_of(*event.mode));
    printed += " " + std::string(event.trigger.in(text)) + " (" + names_of(account, text, event.actors) + " > " +
               names_of(account, text, event.recipients) + ")";
    if (event.status != EventStatus::asserted) printed += " " + std::string(name_of(event.status));
    if (event.background) printed += " background";
  }
  return printed;
}

using Rows = std::vector<std::pair<std::string, std::string>>;

void expect_events(const Rows& rows) {
  for (const auto& [text, expected] : rows) EXPECT_EQ(events_of(text), expected) << text;
}

TEST(Events, Are_told_by_verbs_active_and_passive) {
  expect_events({
      {"Soldiers arrested two fishermen on Monday.", "COERCE/arrest arrested (Soldiers > two fishermen)"},
      {"Two fishermen were arrested by soldiers.", "COERCE/arrest arrested (soldiers > Two fishermen)"},
      {"France condemned Belgium over the ferry.", "ACCUSE/disapprove condemned (France > Belgium)"},
      {"The growers, who attacked the convoy, fled.", "ASSAULT attacked (The growers > the convoy)"},
  });
}

TEST(Events, Are_told_by_nouns_of_doing) {
  expect_events({
      {"The army launched a raid on the village school.", "ASSAULT launched a raid (The army > the village school)"},
      {"Rebels carried out an attack against the convoy.", "ASSAULT carried out an attack (Rebels > the convoy)"},
  });
}

TEST(Events, That_did_not_happen_say_so) {
  expect_events({
      {"Soldiers did not arrest the fishermen.", "COERCE/arrest arrest (Soldiers > the fishermen) negated"},
      {"Soldiers could arrest the fishermen.", "COERCE/arrest arrest (Soldiers > the fishermen) hypothetical"},
      {"Officers plan to arrest the fishermen.", "COERCE/arrest arrest (Officers > the fishermen) planned"},
  });
}

TEST(Events, Of_words_stand_for_the_deed_that_they_promise) {
  expect_events({
      {"Norway pledged to send food to Malawi.", "AGREE pledged (Norway > Malawi)"},
      {"Norway threatened to bomb Malawi.", "THREATEN threatened (Norway > Malawi)"},
      {"Norway refused to release the sailors.", "REJECT refused (Norway > the sailors)"},
  });
}

TEST(Events, In_a_ban_that_is_lifted_or_a_ferry_that_sinks_are_one) {
  expect_events({
      {"France lifted its ban on Belgium.", "CONCEDE lifted (France > Belgium)"},
      {"Norway agreed to lift a ban on Malawi.", "AGREE agreed (Norway > Malawi)"},
      {"A drone strike on a convoy has killed two soldiers.", "ASSAULT/drone drone strike ( > a convoy+two soldiers)"},
  });
}

TEST(Events, Told_in_a_statement_have_its_status) {
  const std::string text = "The minister accused Belgium. \"Soldiers never arrested the fishermen,\" he said.";
  const ByteSpan trigger = made::span_of(text, "arrested");
  Statement statement;
  statement.content = {made::span_of(text, "Soldiers never arrested the fishermen")};
  const auto status = [&](Act act, EventStatus own) {
    statement.act = act;
    return status_within(statement, trigger, own);
  };
  EXPECT_EQ(status(Act::deny, EventStatus::negated), EventStatus::denied);
  EXPECT_EQ(status(Act::deny, EventStatus::asserted), EventStatus::denied);
  EXPECT_EQ(status(Act::accuse, EventStatus::asserted), EventStatus::alleged);
  EXPECT_EQ(status(Act::threaten, EventStatus::planned), EventStatus::threatened);
  EXPECT_EQ(status(Act::say, EventStatus::asserted), EventStatus::asserted);
  statement.quotes = statement.content;
  EXPECT_EQ(status(Act::deny, EventStatus::asserted), EventStatus::asserted);
  statement.content = {{0, 3}};
  EXPECT_EQ(status(Act::accuse, EventStatus::asserted), EventStatus::asserted);
}

TEST(Events, Told_with_an_old_date_are_background) {
  expect_events(
      {{"Soldiers arrested the fisherman in 2019.", "COERCE/arrest arrested (Soldiers > the fisherman) background"}});
}

TEST(Events, Told_again_have_the_date_that_they_were_told_with) {
  const std::string text =
      "Soldiers arrested two fishermen on 2 March 2031. A fisherman was arrested in the market by the same soldiers.";
  const Report report = made::report("a", "A", "a", "2031-03-04", text);
  const Analysis analysis = analyser().analyse(report);
  const FoundEvents found = drafted(report, analysis);
  ASSERT_EQ(found.events.size(), 2U);
  for (const Event& event : found.events) {
    ASSERT_TRUE(event.date && event.date->span);
    EXPECT_EQ(event.date->span->in(text).substr(0, 7), "2 March");
  }
}

TEST(Events, Without_a_date_have_the_recent_day_that_was_named_last_and_no_words_for_it) {
  const std::string text =
      "Soldiers arrested two fishermen. On 2 March 2031 a court met. Norway condemned Belgium. France will arrest a "
      "baker. In 2019 the king died.";
  const Report report = made::report("a", "A", "a", "2031-03-04", text);
  const Analysis analysis = analyser().analyse(report);
  int guessed = 0;
  for (const Event& event : drafted(report, analysis).events) {
    if (event.status == EventStatus::planned) {
      EXPECT_FALSE(event.date);
    }
    if (!event.date || event.date->span) continue;
    ++guessed;
    EXPECT_EQ(iso(*event.date->date.start), "2031-03-02");
  }
  EXPECT_EQ(guessed, 2);  // arrested, before the day is named; condemned, after it
}

TEST(Events, Describe_their_parties_by_the_whole_phrase) {
  const std::string text = "The directors of Arara met. France condemned the directors of Arara.";
  const Report report = made::report("a", "A", "a", "2031-03-04", text);
  const Analysis analysis = analyser().analyse(report);
  const Account account = account_of(report, analysis, drafted(report, analysis));
  EXPECT_TRUE(std::ranges::any_of(
      account.mentions, [&](const Mention& mention) { return mention.span.in(text) == "the directors of Arara"; }));
}

TEST(Events, Are_none_in_a_report_without_words) {
  EXPECT_EQ(events_of(""), "");
}

}  // namespace
}  // namespace crossread::account
