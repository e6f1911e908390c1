#include "index/block.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>

#include "base/fault.h"

namespace crossread {
namespace {

using Postings = std::vector<Posting>;

Postings there_and_back(const Postings& postings) {
  Postings read;
  std::string block;
  for (std::size_t begin = 0; begin < postings.size();) {
    begin += write_block(std::span(postings).subspan(begin), block);
    EXPECT_LE(block.size(), kBlockBytes);
    read_block(block, read);
  }
  return read;
}

Postings random_postings(std::mt19937_64& random, std::size_t count, int key_bits, int report_bits) {
  Postings postings;
  for (std::size_t i = 0; i < count; ++i) {
    postings.push_back({random() >> (64 - key_bits), {static_cast<std::uint32_t>(random() >> (64 - report_bits))}});
  }
  std::sort(postings.begin(), postings.end());
  postings.erase(std::unique(postings.begin(), postings.end()), postings.end());
  return postings;
}

TEST(Block, Gives_back_what_was_written) {
  constexpr std::uint64_t kTop = std::numeric_limits<std::uint64_t>::max();
  constexpr std::uint32_t kLast = std::numeric_limits<std::uint32_t>::max();
  const Postings rows[] = {
      {{0, {0}}},
      {{kTop, {kLast}}},
      {{0, {kLast}}, {kTop, {0}}},
      {{0, {1}}, {0, {2}}, {kTop, {0}}, {kTop, {kLast}}},
      {{5, {1}}, {5, {2}}, {5, {9}}, {6, {1}}},
  };
  for (const Postings& row : rows) EXPECT_EQ(there_and_back(row), row);
}

TEST(Block, Gives_back_random_postings_of_any_density) {
  std::mt19937_64 random(7);
  for (const int key_bits : {1, 8, 20, 40, 63, 64}) {
    for (const int report_bits : {1, 7, 20, 32}) {
      const Postings postings = random_postings(random, 3000, key_bits, report_bits);
      EXPECT_EQ(there_and_back(postings), postings) << key_bits << " bits of key, " << report_bits << " of report";
    }
  }
}

TEST(Block, That_is_damaged_in_any_byte_is_refused) {
  std::mt19937_64 random(11);
  const Postings postings = random_postings(random, 60, 40, 12);
  std::string block;
  write_block(postings, block);
  for (std::size_t i = 0; i < block.size(); ++i) {
    std::string damaged = block;
    damaged[i] = static_cast<char>(damaged[i] ^ (1 << random() % 8));
    Postings read;
    EXPECT_THROW(read_block(damaged, read), BrokenWorld) << "byte " << i;
    EXPECT_THROW(read_block(block.substr(0, i), read), BrokenWorld) << "cut at " << i;
  }
}

TEST(Block, Payload_that_no_writer_makes_is_refused) {
  const std::string rows[] = {
      "",                                                               // nothing
      std::string("\x05\x00", 2),                                       // no posting
      std::string("\x05\x00\x02\x00", 4),                               // the first key has a step
      std::string("\x05\x00\x00\x00\x00\x00\x00\x00", 8),               // a wide step of nothing
      std::string("\x05\x00\x01\x7f\x00", 5),                           // 129 reports said, one there
      std::string("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x02\x00", 11),  // a key of 65 bits
      std::string("\x00\xff\xff\xff\xff\x0f\x00\x01", 8),               // a report beyond 32 bits
  };
  for (const std::string& payload : rows) {
    Postings read;
    EXPECT_THROW(read_payload(payload, read), BrokenWorld) << testing::PrintToString(payload);
  }
}

}  // namespace
}  // namespace crossread
