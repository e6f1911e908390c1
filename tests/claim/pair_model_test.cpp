#include "claim/pair_model.h"

#include <gtest/gtest.h>

#include <fstream>

#include "base/fault.h"
#include "scratch_folder.h"

namespace crossread::claim {
namespace {

PairModel model_of(const std::string& rows) {
  const test::ScratchFolder folder;
  const std::filesystem::path file = folder.path() / "model.tsv";
  std::ofstream(file) << "# trees\n" << rows;
  return PairModel::read(file);
}

PairSigns signs_with(PairSign sign, std::int32_t value) {
  PairSigns signs{};
  signs[static_cast<std::size_t>(sign)] = value;
  return signs;
}

TEST(PairModel, Adds_the_leaves_that_the_signs_lead_to) {
  const PairModel model = model_of(
      "0\t0\tleaf\t0\t-100\n"
      "1\t0\twords_mean\t500\t0\n1\t1\tleaf\t0\t-7\n1\t2\tplace_same\t0\t0\n1\t5\tleaf\t0\t20\n1\t6\tleaf\t0\t300\n");
  EXPECT_EQ(model.score(signs_with(PairSign::words_mean, 500)), -107);
  EXPECT_EQ(model.score(signs_with(PairSign::words_mean, 501)), -80);
  PairSigns both = signs_with(PairSign::words_mean, 900);
  both[static_cast<std::size_t>(PairSign::place_same)] = 1000;
  EXPECT_EQ(model.score(both), 200);
}

TEST(PairModel, Refuses_a_tree_that_is_not_whole) {
  EXPECT_THROW(model_of("0\t0\twords_mean\t5\t0\n0\t1\tleaf\t0\t1\n"), BrokenWorld);
  EXPECT_THROW(model_of("0\t0\tleaf\t0\t1\n0\t0\tleaf\t0\t2\n"), BrokenWorld);
  EXPECT_THROW(model_of("0\t0\tcolour\t0\t1\n"), BrokenWorld);
}

}  // namespace
}  // namespace crossread::claim
