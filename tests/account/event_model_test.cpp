// The model of events as shipped: its file, and what it makes of sentences.
#include "account/event_model.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

#include "account/events.h"
#include "base/data_folder.h"
#include "base/fault.h"
#include "language/analyser.h"
#include "made/story.h"
#include "scratch_folder.h"

namespace crossread::account {
namespace {

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class EventModelFile : public testing::Test {
 protected:
  void expect_refused(const std::string& bytes, const std::string& why) const {
    std::ofstream(folder_.path() / "events.weights", std::ios::binary) << bytes;
    const MeaningVectors vectors(data_folder() / "models");
    try {
      const EventModel model(folder_.path(), vectors);
      FAIL() << "not refused: " << why;
    } catch (const BrokenWorld& broken) {
      EXPECT_NE(std::string(broken.what()).find(why), std::string::npos) << broken.what();
    }
  }
  test::ScratchFolder folder_;
  std::string whole_ = bytes_of(data_folder() / "models/events.weights");
};

TEST_F(EventModelFile, Is_refused_when_cut_or_damaged_or_of_another_kind) {
  expect_refused(whole_.substr(0, whole_.size() - 1), "checksum");
  expect_refused(whole_.substr(0, 12), "cut off");
  expect_refused("CREVNT01" + whole_.substr(8), "another kind");
  std::string changed = whole_;
  changed[whole_.size() / 2] ^= 1;
  expect_refused(changed, "checksum");
}

std::vector<Event> events_in(const std::string& text) {
  static const language::Analyser analyser(data_folder());
  static const EventFinder finder(data_folder());
  const Report report = made::report("a", "A", "a", "2031-03-04", text);
  const Analysis analysis = analyser.analyse(report);
  const Account account = account_of(report, analysis, finder.find(report, analysis));
  EXPECT_EQ(faults_of(account, text), std::vector<std::string>{});
  return account.events;
}

TEST(EventModel, Finds_plain_deeds_with_their_types) {
  const std::vector<std::pair<std::string, EventType>> rows = {
      {"Police arrested two fishermen in the harbour on Monday.", EventType::coerce},
      {"Rebels attacked a convoy near the border, killing four soldiers.", EventType::assault},
      {"A court sentenced the banker to nine years in prison for fraud.", EventType::trial},
  };
  for (const auto& [text, type] : rows) {
    const std::vector<Event> events = events_in(text);
    EXPECT_TRUE(std::ranges::any_of(events, [&](const Event& event) { return event.type == type; })) << text;
  }
}

TEST(EventModel, Finds_nothing_in_what_nobody_did) {
  EXPECT_TRUE(events_in("The harbour is grey.").empty());
  EXPECT_TRUE(events_in("").empty());
}

}  // namespace
}  // namespace crossread::account
