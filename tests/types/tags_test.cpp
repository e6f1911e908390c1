#include "types/tags.h"

#include <gtest/gtest.h>

namespace crossread {
namespace {

TEST(Tags, Names_and_values_go_both_ways) {
  for (std::size_t i = 0; i < kUposCount; ++i) EXPECT_EQ(upos_named(name_of(Upos(i))), Upos(i));
  for (std::size_t i = 0; i < kXposCount; ++i) EXPECT_EQ(xpos_named(name_of(Xpos(i))), Xpos(i));
  for (std::size_t i = 0; i < kRelationCount; ++i) EXPECT_EQ(relation_named(name_of(Relation(i))), Relation(i));
  EXPECT_EQ(name_of(Upos::propn), "PROPN");
  EXPECT_EQ(name_of(Xpos::currency), "$");
  EXPECT_EQ(name_of(Relation::nsubj_pass), "nsubj:pass");
  EXPECT_EQ(relation_named("nosuch"), std::nullopt);
}

TEST(Tags, A_relation_without_its_subtype) {
  EXPECT_EQ(universal(Relation::acl_relcl), Relation::acl);
  EXPECT_EQ(universal(Relation::conj), Relation::conj);
}

}  // namespace
}  // namespace crossread
