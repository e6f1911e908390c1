#include "chronicle/roles.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace crossread {
namespace {

struct Placed {
  std::string_view word;
  Relation relation;
  int head;  // from 0, -1 none
};

struct Tree {
  std::string text;
  Analysis analysis;
};

Tree tree_of(const std::vector<Placed>& words) {
  Tree tree;
  for (const Placed& placed : words) {
    if (!tree.text.empty()) tree.text += ' ';
    Token& token = tree.analysis.tokens.emplace_back();
    token.span.begin = static_cast<std::uint32_t>(tree.text.size());
    tree.text += placed.word;
    token.span.end = static_cast<std::uint32_t>(tree.text.size());
    token.relation = placed.relation;
    token.head = placed.head;
  }
  return tree;
}

std::string role(const Tree& tree, std::string_view words, std::string_view trigger) {
  const auto span = [&](std::string_view part) {
    const auto at = static_cast<std::uint32_t>(tree.text.find(part));
    return ByteSpan{at, at + static_cast<std::uint32_t>(part.size())};
  };
  const bool acts = acts_in(tree.analysis, span(words), span(trigger));
  const bool undergoes = undergoes_in(tree.analysis, span(words), span(trigger));
  return acts && undergoes ? "either" : acts ? "acts" : undergoes ? "undergoes" : "neither";
}

const Tree kActive = tree_of({{"Rebels", Relation::nsubj, 1},
                              {"shelled", Relation::root, -1},
                              {"Selda", Relation::obj, 1},
                              {"and", Relation::cc, 4},
                              {"wounded", Relation::conj, 1},
                              {"Mayor", Relation::compound, 6},
                              {"Arden", Relation::obj, 4}});
const Tree kPassive = tree_of({{"Selda", Relation::nsubj_pass, 2},
                               {"was", Relation::aux_pass, 2},
                               {"shelled", Relation::root, -1},
                               {"by", Relation::case_, 4},
                               {"rebels", Relation::obl_agent, 2},
                               {",", Relation::punct, 6},
                               {"said", Relation::parataxis, 2},
                               {"Arden", Relation::nsubj, 6}});
const Tree kNoun = tree_of({{"Orlo", Relation::nsubj, 1},
                            {"began", Relation::root, -1},
                            {"the", Relation::det, 3},
                            {"siege", Relation::obj, 1},
                            {"of", Relation::case_, 5},
                            {"Selda", Relation::nmod, 3}});

TEST(Roles, Are_read_from_the_tree) {
  EXPECT_EQ(role(kActive, "Rebels", "shelled"), "acts");
  EXPECT_EQ(role(kActive, "Selda", "shelled"), "undergoes");
  EXPECT_EQ(role(kPassive, "rebels", "shelled"), "acts");
  EXPECT_EQ(role(kPassive, "Selda", "shelled"), "undergoes");
  EXPECT_EQ(role(kNoun, "Selda", "siege"), "undergoes");
}

TEST(Roles, Reach_over_joined_verbs_and_those_that_hold_the_deed) {
  EXPECT_EQ(role(kActive, "Rebels", "wounded"), "acts");
  EXPECT_EQ(role(kActive, "Mayor Arden", "wounded"), "undergoes");
  EXPECT_EQ(role(kNoun, "Orlo", "siege"), "acts");
}

TEST(Roles, Are_none_of_whoever_stands_elsewhere_in_the_sentence) {
  EXPECT_EQ(role(kPassive, "Arden", "shelled"), "neither");
  EXPECT_EQ(role(kActive, "Mayor Arden", "shelled"), "neither");
}

TEST(Roles, Are_looser_for_whom_a_deed_reaches) {
  const Tree tree = tree_of({{"Rebels", Relation::nsubj, 1},
                             {"fired", Relation::root, -1},
                             {"at", Relation::case_, 3},
                             {"bases", Relation::obl, 1},
                             {"housing", Relation::acl, 3},
                             {"Selda", Relation::compound, 6},
                             {"troops", Relation::obj, 4},
                             {",", Relation::punct, 8},
                             {"said", Relation::parataxis, 1},
                             {"Arden", Relation::nsubj, 8}});
  const auto reached = [&](std::string_view words) {
    const auto at = static_cast<std::uint32_t>(tree.text.find(words));
    return reached_by(tree.analysis, {at, at + static_cast<std::uint32_t>(words.size())}, tree.analysis.tokens[1].span);
  };
  EXPECT_TRUE(reached("Selda troops"));
  EXPECT_FALSE(reached("Arden"));
  EXPECT_FALSE(reached("Rebels"));
}

}  // namespace
}  // namespace crossread
