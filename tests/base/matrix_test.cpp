#include "base/matrix.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace crossread {
namespace {

// The slow judge: the definition.
std::vector<std::int32_t> product(const std::vector<std::int16_t>& states, std::size_t rows, std::size_t width,
                                  const std::vector<std::int16_t>& weights, const std::vector<std::int32_t>& bias) {
  std::vector<std::int32_t> sums;
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t out = 0; out < bias.size(); ++out) {
      std::int64_t sum = bias[out];
      for (std::size_t i = 0; i < width; ++i) {
        sum += std::int64_t{states[row * width + i]} * weights[out * width + i];
      }
      sums.push_back(static_cast<std::int32_t>(sum));
    }
  }
  return sums;
}

TEST(Matrix, Products_are_those_of_the_definition_for_every_size) {
  std::mt19937 random(3);
  const auto number = [&](int bound) { return static_cast<int>(random() % (2 * bound + 1)) - bound; };
  for (const std::size_t width : {1u, 7u, 16u, 33u, 64u, 384u}) {
    for (const std::size_t outs : {1u, 3u, 4u, 5u, 23u, 128u}) {
      const std::size_t rows = 1 + random() % 9;
      std::vector<std::int16_t> states(rows * width);
      std::vector<std::int16_t> weights(outs * width);
      std::vector<std::int32_t> bias(outs);
      for (auto& state : states) state = static_cast<std::int16_t>(number(8191));
      for (auto& weight : weights) weight = static_cast<std::int16_t>(number(600));
      for (auto& one : bias) one = number(1 << 24);
      std::vector<std::int32_t> sums(rows * outs);
      multiply(states.data(), rows, width, weights.data(), bias.data(), outs, sums.data());
      EXPECT_EQ(sums, product(states, rows, width, weights, bias)) << width << " x " << outs;
    }
  }
}

TEST(Matrix, The_ends_of_16_bits_are_multiplied_right) {
  const std::vector<std::int16_t> states(32, -32768);
  std::vector<std::int16_t> weights(32, 0);
  weights[0] = -32768;
  weights[31] = 32767;
  std::int32_t sum = 0;
  const std::int32_t bias = 5;
  multiply(states.data(), 1, 32, weights.data(), &bias, 1, &sum);
  EXPECT_EQ(sum, 5 + 32768);
}

TEST(Matrix, Rows_of_a_table_are_added_as_often_as_they_are_named) {
  const std::vector<std::int8_t> table = {1, -128, 3, 127, 5, -6};
  const std::vector<std::uint32_t> rows = {1, 0, 1};
  std::vector<std::int32_t> sums = {100, 0, 0};
  add_rows(table.data(), 3, rows, sums.data());
  EXPECT_EQ(sums, (std::vector<std::int32_t>{355, -118, -9}));
}

TEST(Matrix, Rows_of_every_width_are_added_as_one_by_one) {
  std::mt19937 random(7);
  for (const std::size_t width : {1u, 15u, 16u, 17u, 96u, 100u}) {
    std::vector<std::int8_t> table(5 * width);
    for (auto& number : table) number = static_cast<std::int8_t>(static_cast<int>(random() % 256) - 128);
    const std::vector<std::uint32_t> rows = {4, 0, 2, 2, 3, 1};
    std::vector<std::int32_t> sums(width, -1);
    std::vector<std::int32_t> judged(width, -1);
    for (const std::uint32_t row : rows)
      for (std::size_t i = 0; i < width; ++i) judged[i] += table[row * width + i];
    add_rows(table.data(), width, rows, sums.data());
    EXPECT_EQ(sums, judged) << width;
  }
}

}  // namespace
}  // namespace crossread
