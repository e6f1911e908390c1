#include "base/packed_weights.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

#include "base/matrix.h"

namespace crossread {
namespace {

TEST(PackedWeights, Products_are_those_of_unpacked_weights_for_every_size) {
  std::mt19937 random(5);
  const auto number = [&](int bound) { return static_cast<int>(random() % (2 * bound + 1)) - bound; };
  for (const std::size_t width : {2u, 16u, 34u, 64u, 384u}) {
    for (const std::size_t outs : {1u, 16u, 17u, 32u, 33u, 96u, 128u}) {
      for (const std::size_t rows : {1u, 2u, 3u, 4u, 9u}) {
        std::vector<std::int16_t> states(rows * width);
        std::vector<std::int16_t> weights(outs * width);
        std::vector<std::int32_t> bias(outs);
        for (auto& state : states) state = static_cast<std::int16_t>(number(8191));
        for (auto& weight : weights) weight = static_cast<std::int16_t>(number(600));
        for (auto& one : bias) one = number(1 << 24);
        std::vector<std::int32_t> sums(rows * outs);
        std::vector<std::int32_t> judged(rows * outs);
        PackedWeights(weights.data(), bias.data(), width, outs).multiply(states.data(), rows, sums.data());
        multiply(states.data(), rows, width, weights.data(), bias.data(), outs, judged.data());
        EXPECT_EQ(sums, judged) << rows << " rows, " << width << " x " << outs;
      }
    }
  }
}

TEST(PackedWeights, The_ends_of_16_bits_are_multiplied_right) {
  const std::vector<std::int16_t> states(32, -32768);
  std::vector<std::int16_t> weights(32, 0);
  weights[0] = -32768;
  weights[31] = 32767;
  const std::int32_t bias = 5;
  std::int32_t sum = 0;
  PackedWeights(weights.data(), &bias, 32, 1).multiply(states.data(), 1, &sum);
  EXPECT_EQ(sum, 5 + 32768);
}

TEST(PackedWeights, No_weights_give_no_sums) {
  std::int32_t untouched = 7;
  PackedWeights().multiply(nullptr, 0, &untouched);
  EXPECT_EQ(untouched, 7);
}

}  // namespace
}  // namespace crossread
