#include "chronicle/advisories.h"

#include <gtest/gtest.h>

#include <string>

#include "made/story.h"

namespace crossread {
namespace {

const AdvisoryWords& advisory_words() {
  static const AdvisoryWords made(std::string(CROSSREAD_SOURCE_DIR) + "/data/lexicon/en/advisories.tsv");
  return made;
}

// A report in which "The roads office" (entity 0) does or says what the words tell.
StorylineFile told(const std::string& text) {
  StorylineFile file;
  file.reports = {made::report("a", "A", "A", "2031-05-01", text)};
  AccountEntry entry;
  entry.account.report = file.reports[0].id;
  entry.account.entities.resize(1);
  entry.entity_of = {{7}};
  file.accounts = {entry};
  return file;
}

StorylineFile deed(const std::string& text, std::string_view trigger, EventStatus status, bool with_actor) {
  StorylineFile file = told(text);
  Event event;
  event.trigger = made::span_of(text, trigger);
  event.sentence = made::all_of(text);
  event.status = status;
  if (with_actor) event.actors = {{0, made::span_of(text, "The roads office")}};
  file.accounts[0].account.events = {event};
  return file;
}

StorylineFile saying(const std::string& text, std::string_view cue, Act act, std::string_view content) {
  StorylineFile file = told(text);
  Statement statement;
  statement.speakers = {{0, made::span_of(text, "The roads office")}};
  statement.speaker_text = made::span_of(text, "The roads office");
  statement.act = act;
  statement.cue = made::span_of(text, cue);
  statement.content = {made::span_of(text, content)};
  file.accounts[0].account.statements = {statement};
  return file;
}

std::string printed(const StorylineFile& file) {
  std::string all;
  for (const Advisory& advisory : advisories_of(file, advisory_words())) {
    all += std::string(name_of(advisory.what)) + (advisory.issuer ? " by " + advisory.issuer->str() : "") +
           (advisory.to ? " to " + *advisory.to : "") + ": " +
           std::string(advisory.evidence.span.in(file.reports[0].text)) + "\n";
  }
  return all;
}

TEST(Advisories, Are_bans_and_closures_that_are_in_force) {
  const std::string ban = "The roads office banned lorries from the bridge.";
  EXPECT_EQ(printed(deed(ban, "banned", EventStatus::asserted, true)), "ban by e0000000000000007: " + ban + "\n");
  EXPECT_EQ(printed(deed(ban, "banned", EventStatus::denied, true)), "");
  EXPECT_EQ(printed(deed(ban, "banned", EventStatus::asserted, false)), "") << "nobody issues it";
  const std::string closed = "The bridge was closed on Monday.";
  EXPECT_EQ(printed(deed(closed, "closed", EventStatus::asserted, false)), "closure: " + closed + "\n");
  EXPECT_EQ(printed(deed("The gap closed on Monday.", "closed", EventStatus::asserted, false)), "");
}

TEST(Advisories, Are_warnings_and_advice_to_people_not_to_governments) {
  const std::string text = "The roads office warned motorists not to cross the bridge.";
  EXPECT_EQ(printed(saying(text, "warned", Act::warn, "motorists not to cross the bridge")),
            "warning by e0000000000000007 to motorists: " + text.substr(0, text.size() - 1) + "\n");
  EXPECT_EQ(printed(saying(text, "warned", Act::say, "motorists not to cross the bridge")), "");
  const std::string threat = "The roads office warned the ministry against cuts.";
  EXPECT_EQ(printed(saying(threat, "warned", Act::warn, "the ministry against cuts")), "");
}

}  // namespace
}  // namespace crossread
