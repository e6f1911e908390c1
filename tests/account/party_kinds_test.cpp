#include "account/party_kinds.h"

#include <gtest/gtest.h>

#include <fstream>

#include "base/data_folder.h"
#include "base/fault.h"
#include "scratch_folder.h"

namespace crossread::account {
namespace {

TEST(PartyKindsTable, Gives_a_word_all_its_kinds_in_order) {
  const PartyKinds kinds(data_folder() / "lexicon/en");
  EXPECT_EQ(kinds.of("ministry").size(), 1U);
  EXPECT_EQ(kinds.of("miner").size(), 2U);
  EXPECT_LT(kinds.of("miner")[0], kinds.of("miner")[1]);
  EXPECT_TRUE(kinds.of("yesterday").empty());
}

TEST(PartyKindsTable, Is_refused_with_a_kind_that_nobody_knows) {
  const test::ScratchFolder folder;
  std::ofstream(folder.path() / "party_kinds.tsv") << "ministry\tministry\n";
  EXPECT_THROW(PartyKinds(folder.path()), BrokenWorld);
}

}  // namespace
}  // namespace crossread::account
