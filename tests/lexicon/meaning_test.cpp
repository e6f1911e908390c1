#include "lexicon/meaning.h"

#include <gmock/gmock.h>

#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "base/fault.h"
#include "base/hash.h"
#include "scratch_folder.h"

namespace crossread {
namespace {

namespace fs = std::filesystem;

const fs::path kModels = CROSSREAD_SOURCE_DIR "/data/models";

const MeaningVectors& shipped() {
  static const MeaningVectors vectors(kModels);
  return vectors;
}

std::string shipped_bytes() {
  std::stringstream bytes;
  bytes << std::ifstream(kModels / "meaning.bin", std::ios::binary).rdbuf();
  return bytes.str();
}

template <typename Value>
std::string bytes_of(const Value& value) {
  return {reinterpret_cast<const char*>(&value), sizeof value};
}

// A file of vectors in which every number of a key's row is the key's value.
std::string file_of(const std::map<std::string, std::int8_t>& values) {
  std::map<std::uint64_t, std::int8_t> by_hash;
  for (const auto& [key, value] : values) by_hash[hash64(key)] = value;
  std::string body;
  for (const auto& [hash, value] : by_hash) body += bytes_of(hash);
  for (const auto& [hash, value] : by_hash) body.append(MeaningVectors::kSize, static_cast<char>(value));
  return "CRMEAN01" + bytes_of(static_cast<std::uint32_t>(values.size())) + bytes_of(std::uint32_t{64}) +
         bytes_of(0.5F) + bytes_of(std::uint32_t{0}) + bytes_of(hash64(body)) + body;
}

fs::path folder_with(const std::string& name, const std::string& bytes) {
  const fs::path folder = test::scratch() / name;
  fs::create_directories(folder);
  std::ofstream(folder / "meaning.bin", std::ios::binary) << bytes;
  return folder;
}

double likeness(std::string_view one, std::string_view other) {
  MeaningVectors::Row made_one;
  MeaningVectors::Row made_other;
  const auto a = shipped().of(one, made_one);
  const auto b = shipped().of(other, made_other);
  double dot = 0;
  double of_a = 0;
  double of_b = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    dot += a[i] * b[i];
    of_a += a[i] * a[i];
    of_b += b[i] * b[i];
  }
  return dot / std::sqrt(of_a * of_b);
}

TEST(MeaningVectors, Words_of_one_matter_are_nearer_than_words_of_two) {
  const struct {
    const char* word;
    const char* near;
    const char* far;
  } rows[] = {
      {"earthquake", "quake", "minister"}, {"minister", "ministers", "football"}, {"missile", "rocket", "festival"},
      {"killed", "dead", "elected"},       {"tehran", "iran", "brazil"},          {"flood", "flooding", "verdict"},
      {"doctor", "hospital", "tanker"},    {"inflation", "prices", "goalkeeper"},
  };
  for (const auto& row : rows) EXPECT_GT(likeness(row.word, row.near), likeness(row.word, row.far) + 0.2) << row.word;
}

TEST(MeaningVectors, A_word_that_is_not_listed_is_the_mean_of_its_longest_pieces) {
  const std::string file = file_of({{"un", 10}, {"unlock", 20}, {"##ing", 40}, {"##i", 7}, {"##ab", -15}, {"a", 5}});
  const MeaningVectors vectors = MeaningVectors::of_bytes(file);
  const struct {
    const char* word;
    int expected;
  } rows[] = {
      {"unlock", 20},        // listed
      {"unlocking", 30},     // unlock ing
      {"unab", -2},          // un ab: -2.5, towards zero
      {"unlocki", 13},       // unlock i
      {"unlock\u00e9", 20},  // bytes that begin no piece are passed over
      {"zzz", 0},            // no piece at all
      {"", 0},
  };
  for (const auto& row : rows) {
    MeaningVectors::Row made;
    EXPECT_THAT(vectors.of(row.word, made), testing::Each(row.expected)) << row.word;
  }
  MeaningVectors::Row made;
  EXPECT_THAT(vectors.of(std::string(100, 'a'), made), testing::Each(0)) << "too long for a word";
  EXPECT_FLOAT_EQ(vectors.scale(), 0.5F);
}

// The judge: the file read into a map, asked hash by hash.
TEST(MeaningVectors, Every_listed_word_is_found_and_nothing_else) {
  const std::string bytes = shipped_bytes();
  const std::size_t size = shipped().size();
  std::map<std::uint64_t, const char*> rows;
  for (std::size_t i = 0; i < size; ++i) {
    std::uint64_t hash = 0;
    std::memcpy(&hash, bytes.data() + 32 + i * 8, 8);
    rows[hash] = bytes.data() + 32 + size * 8 + i * 64;
  }
  ASSERT_EQ(rows.size(), size);
  for (const auto& [hash, row] : rows) {
    const auto found = shipped().listed(hash);
    ASSERT_TRUE(found.has_value());
    ASSERT_EQ(std::memcmp(found->data(), row, 64), 0);
    ASSERT_EQ(shipped().listed(hash + 1).has_value(), rows.contains(hash + 1));
    ASSERT_EQ(shipped().listed(hash - 1).has_value(), rows.contains(hash - 1));
  }
  EXPECT_FALSE(shipped().listed(0).has_value());
  EXPECT_FALSE(shipped().listed(~std::uint64_t{0}).has_value());
}

TEST(MeaningVectors, A_damaged_file_is_refused_with_what_to_do) {
  const std::string whole = file_of({{"port", 1}, {"ship", 2}});
  ASSERT_EQ(MeaningVectors(folder_with("meaning_whole", whole)).size(), 2U);
  std::string flipped = whole;
  flipped.back() = static_cast<char>(flipped.back() ^ 1);
  std::string foreign = whole;
  foreign[7] = '2';
  const struct {
    std::string bytes;
    const char* why;
  } rows[] = {
      {whole.substr(0, 20), "cut off"},
      {whole.substr(0, whole.size() - 64), "checksum"},
      {flipped, "checksum"},
      {foreign, "kind or version"},
      {"", "cut off"},
  };
  for (const auto& row : rows) {
    try {
      const MeaningVectors vectors(folder_with("meaning_damaged", row.bytes));
      ADD_FAILURE() << "taken: " << row.why;
    } catch (const BrokenWorld& broken) {
      EXPECT_THAT(broken.what(), testing::AllOf(testing::HasSubstr(row.why), testing::HasSubstr("install the models")));
    }
  }
  EXPECT_THROW(MeaningVectors(test::scratch() / "no_such_models"), BrokenWorld);
}

TEST(MeaningVectors, Damage_behind_a_right_checksum_is_refused_too) {
  const std::string whole = file_of({{"port", 1}, {"ship", 2}});
  const struct {
    std::size_t at;
    const char* why;
  } rows[] = {{8, "as long as"}, {12, "another size"}, {20, "another size"}, {19, "scale"}, {39, "order"}};
  for (const auto& row : rows) {
    std::string bytes = whole;
    bytes[row.at] = static_cast<char>(0xFF);
    try {
      MeaningVectors::of_bytes(bytes);
      ADD_FAILURE() << "taken: " << row.why;
    } catch (const BrokenWorld& broken) {
      EXPECT_THAT(broken.what(), testing::HasSubstr(row.why));
    }
  }
}

}  // namespace
}  // namespace crossread
