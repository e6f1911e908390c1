#include "claim/numbers.h"

#include <gtest/gtest.h>

namespace crossread::claim {
namespace {

NumberRange exactly(double value) {
  return {value, value, value, false};
}
NumberRange at_least(double value) {
  return {value, value, std::nullopt, false};
}
NumberRange nearly(double value) {
  return {value, std::nullopt, value, false};
}
NumberRange some(double value) {
  return {value, std::nullopt, std::nullopt, true};
}

TEST(Numbers, Neither_excludes_the_other) {
  EXPECT_TRUE(compatible(exactly(16), exactly(16)));
  EXPECT_TRUE(compatible(at_least(11), exactly(16)));
  EXPECT_TRUE(compatible(nearly(20), exactly(19)));
  EXPECT_TRUE(compatible(some(90'000), exactly(91'200)));
  EXPECT_TRUE(compatible(exactly(41'000), exactly(41'312)));
}

TEST(Numbers, They_exclude_each_other) {
  EXPECT_FALSE(compatible(exactly(22), exactly(16)));
  EXPECT_FALSE(compatible(at_least(17), exactly(16)));
  EXPECT_FALSE(compatible(some(90'000), exactly(60'000)));
  EXPECT_FALSE(compatible(exactly(20), exactly(19)));
}

TEST(Numbers, A_part_is_no_measure_of_its_whole) {
  const StatedQuantity whole{{0, 1}, 16, 16, 16, "missile", "launched", std::nullopt};
  StatedQuantity part = whole;
  part.part_of = 0;
  EXPECT_TRUE(same_measure(whole, whole));
  EXPECT_FALSE(same_measure(whole, part));
}

}  // namespace
}  // namespace crossread::claim
