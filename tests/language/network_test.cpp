#include "language/network.h"

#include <gtest/gtest.h>

#include <fstream>
#include <random>

#include "base/data_folder.h"
#include "base/fault.h"
#include "scratch_folder.h"

namespace crossread::language {
namespace {

std::vector<WordFeatures> noise(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<WordFeatures> words(count);
  for (WordFeatures& word : words) {
    for (std::size_t look = 0; look < kLooks; ++look) {
      word.rows[look] = static_cast<std::uint16_t>(random() % kLookRows[look]);
    }
    for (std::int8_t& number : word.meaning) number = static_cast<std::int8_t>(random());
  }
  return words;
}

const MeaningVectors& meaning() {
  static const MeaningVectors vectors(data_folder() / "models");
  return vectors;
}

TEST(Network, Whatever_the_words_there_is_one_tree_and_names_are_whole) {
  const Network network(data_folder() / "models", meaning());
  Network::Workspace space;
  std::vector<WordReading> out;
  for (const std::size_t count : {1u, 2u, 17u, 90u, 256u, 257u, 600u}) {
    network.read(noise(count, static_cast<unsigned>(count)), space, out);
    ASSERT_EQ(out.size(), count);
    EXPECT_EQ(std::count_if(out.begin(), out.end(), [](const WordReading& word) { return word.head < 0; }), 1);
    std::uint8_t before = 0;
    for (const WordReading& word : out) {
      EXPECT_EQ(word.head < 0, word.relation == Relation::root);
      EXPECT_LT(word.head, static_cast<std::int32_t>(count));
      const bool further = word.name > 0 && word.name % 2 == 0;
      EXPECT_TRUE(!further || before == word.name || before + 1 == word.name);
      before = word.name;
    }
  }
}

TEST(Network, A_used_workspace_changes_nothing) {
  const Network network(data_folder() / "models", meaning());
  Network::Workspace used;
  std::vector<WordReading> first;
  std::vector<WordReading> again;
  network.read(noise(80, 1), used, first);
  network.read(noise(12, 2), used, again);
  Network::Workspace fresh;
  network.read(noise(12, 2), fresh, first);
  for (std::size_t i = 0; i < first.size(); ++i) {
    EXPECT_EQ(first[i].head, again[i].head);
    EXPECT_EQ(first[i].xpos, again[i].xpos);
    EXPECT_EQ(first[i].kinds, again[i].kinds);
  }
}

TEST(Network, No_words_are_read_as_none) {
  const Network network(data_folder() / "models", meaning());
  Network::Workspace space;
  std::vector<WordReading> out(3);
  network.read({}, space, out);
  EXPECT_TRUE(out.empty());
}

TEST(Network, A_model_that_is_missing_cut_or_changed_is_refused) {
  const std::filesystem::path folder = test::scratch() / "network_test";
  std::filesystem::create_directories(folder);
  std::filesystem::remove(folder / "language.net");
  EXPECT_THROW((Network{folder, meaning()}), BrokenWorld);
  std::ifstream in(data_folder() / "models" / "language.net", std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  const auto written = [&](const std::string& some) {
    std::ofstream(folder / "language.net", std::ios::binary) << some;
    return folder;
  };
  EXPECT_NO_THROW((Network{written(bytes), meaning()}));
  EXPECT_THROW((Network{written(bytes.substr(0, bytes.size() - 100)), meaning()}), BrokenWorld);
  EXPECT_THROW((Network{written("CRNET001"), meaning()}), BrokenWorld);
  bytes[bytes.size() / 2] ^= 4;
  EXPECT_THROW((Network{written(bytes), meaning()}), BrokenWorld);
}

}  // namespace
}  // namespace crossread::language
