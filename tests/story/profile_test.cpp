#include "story/profile.h"

#include <gmock/gmock.h>

#include "base/hash.h"
#include "text/stem.h"
#include "worlds.h"

namespace crossread {
namespace {

TEST(Stem, Forms_of_one_word_are_one) {
  const std::vector<std::vector<std::string>> rows = {
      {"protest", "protests", "protested", "protesting"},
      {"strike", "strikes", "striking"},
      {"carry", "carries", "carried", "carrying"},
      {"stop", "stops", "stopped", "stopping"},
      {"pass", "passes", "passed", "passing"},
      {"fall", "falls", "falling"},
  };
  for (const auto& forms : rows) {
    for (const std::string& form : forms) EXPECT_EQ(stem(form), stem(forms.front())) << form;
  }
}

TEST(Stem, Short_words_numbers_and_other_letters_stay) {
  for (const char* word : {"", "gas", "red", "1990s", "süds", "ключи"}) EXPECT_EQ(stem(word), word);
}

TEST(Stem, An_ending_never_takes_the_whole_word) {
  for (const char* word : {"ring", "king", "sing", "bed", "news", "ties", "less", "iris"})
    EXPECT_GE(stem(word).size(), 3U);
}

Report quake() {
  return report_of(
      "Quake shakes Velmora",
      "A quake of magnitude 6.1 shook the island of Velmora on Monday, killing at least 12 people. Governor "
      "Ilsa Trent said that 300 houses had fallen in Port Anders. Rescuers dug in the rubble of a school.",
      "2026-03-02");
}

bool has(const StoryProfile& profile, const std::string& word) {
  const auto key = static_cast<std::uint32_t>(hash64(stem(word)) >> 32);
  return std::any_of(profile.terms.begin(), profile.terms.end(), [&](const auto& term) { return term.key == key; });
}

TEST(Profiler, Keeps_what_tells_the_event_and_leaves_the_small_words) {
  const StoryProfile profile = profile_of(quake());
  for (const char* word : {"velmora", "quake", "trent", "rubble", "rescuer"}) EXPECT_TRUE(has(profile, word)) << word;
  for (const char* word : {"the", "of", "on", "that", "had"}) EXPECT_FALSE(has(profile, word)) << word;
}

TEST(Profiler, Names_are_told_from_words_and_numbers) {
  const StoryProfile profile = profile_of(quake());
  const auto kind = [&](const std::string& word) {
    const auto key = static_cast<std::uint32_t>(hash64(stem(word)) >> 32);
    const auto found = std::find_if(profile.terms.begin(), profile.terms.end(), [&](auto& t) { return t.key == key; });
    return found == profile.terms.end() ? std::optional<TermKind>() : found->kind;
  };
  EXPECT_EQ(kind("velmora"), TermKind::name);
  EXPECT_EQ(kind("rubble"), TermKind::word);
  EXPECT_EQ(kind("300"), TermKind::number);
}

TEST(Profiler, Is_in_order_and_small) {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "Word" + hex(mix(1, static_cast<std::uint64_t>(i))) + " ";
  const StoryProfile profile = profile_of(report_of("", text));
  EXPECT_LE(profile.terms.size(), 64U);
  EXPECT_LE(profile.keys.size(), 24U);
  EXPECT_TRUE(std::is_sorted(profile.keys.begin(), profile.keys.end()));
  const auto not_rising = [](const auto& a, const auto& b) { return a.key >= b.key; };
  EXPECT_EQ(std::adjacent_find(profile.terms.begin(), profile.terms.end(), not_rising), profile.terms.end());
}

TEST(Profiler, The_vector_of_all_terms_has_length_ten_thousand) {
  double square = 0;
  for (const auto& term : profile_of(quake()).terms) square += static_cast<double>(term.weight) * term.weight;
  EXPECT_NEAR(std::sqrt(square), 10'000, 10);
}

TEST(Profiler, A_report_without_words_has_an_empty_profile) {
  const StoryProfile profile = profile_of(report_of("", "... --- ..."));
  EXPECT_TRUE(profile.terms.empty());
  EXPECT_TRUE(profile.keys.empty());
}

TEST(Profiler, Carries_the_time_of_the_report) {
  EXPECT_EQ(profile_of(quake()).minutes, day_of(2026, 3, 2) * 1440LL);
  EXPECT_EQ(profile_of(report_of("a", "b")).minutes, CanonicalKey::kUndated);
}

TEST(Profiler, A_word_counts_more_at_the_top_than_far_below) {
  std::string filler;
  for (int i = 0; i < 300; ++i) filler += " and the";
  const auto weight = [](const StoryProfile& profile) { return profile.terms.front().weight; };
  // Two reports of two words each, in one order and the other: the first word outweighs the second.
  const StoryProfile one = profile_of(report_of("", "walrus" + filler + " zeppelin"));
  const StoryProfile two = profile_of(report_of("", "zeppelin" + filler + " walrus"));
  ASSERT_EQ(one.terms.size(), 2U);
  ASSERT_EQ(two.terms.size(), 2U);
  EXPECT_NE(weight(one) > one.terms.back().weight, weight(two) > two.terms.back().weight);
}

}  // namespace
}  // namespace crossread
