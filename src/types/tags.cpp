#include "types/tags.h"

#include <algorithm>
#include <array>

namespace crossread {
namespace {

// In the order of the enumerations.
// clang-format off
constexpr std::array<std::string_view, kUposCount> kUposNames = {
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT",
    "SCONJ", "SYM", "VERB", "X",
};
constexpr std::array<std::string_view, kXposCount> kXposNames = {
    "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNS", "NNP", "NNPS", "PDT",
    "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP",
    "VBZ", "WDT", "WP", "WP$", "WRB", "ADD", "AFX", "GW", "HYPH", "NFP", "-LRB-", "-RRB-", ",", ".", ":",
    "``", "''", "$",
};
constexpr std::array<std::string_view, kRelationCount> kRelationNames = {
    "root", "nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "csubj:outer", "obj", "iobj", "obl",
    "obl:agent", "obl:unmarked", "ccomp", "xcomp", "advcl", "advcl:relcl", "acl", "acl:relcl", "advmod",
    "amod", "nummod", "nmod", "nmod:poss", "nmod:unmarked", "nmod:desc", "appos", "det", "det:predet", "case",
    "mark", "cc", "cc:preconj", "conj", "aux", "aux:pass", "cop", "expl", "compound", "compound:prt", "flat",
    "fixed", "discourse", "vocative", "parataxis", "list", "dislocated", "orphan", "reparandum", "goeswith",
    "punct", "dep",
};
// clang-format on

template <class Tag, std::size_t count>
std::optional<Tag> named(const std::array<std::string_view, count>& names, std::string_view name) {
  const auto at = std::find(names.begin(), names.end(), name);
  if (at == names.end()) return std::nullopt;
  return static_cast<Tag>(at - names.begin());
}

}  // namespace

std::string_view name_of(Upos tag) {
  return kUposNames[static_cast<std::size_t>(tag)];
}
std::string_view name_of(Xpos tag) {
  return kXposNames[static_cast<std::size_t>(tag)];
}
std::string_view name_of(Relation relation) {
  return kRelationNames[static_cast<std::size_t>(relation)];
}

std::optional<Upos> upos_named(std::string_view name) {
  return named<Upos>(kUposNames, name);
}
std::optional<Xpos> xpos_named(std::string_view name) {
  return named<Xpos>(kXposNames, name);
}
std::optional<Relation> relation_named(std::string_view name) {
  return named<Relation>(kRelationNames, name);
}

Relation universal(Relation relation) {
  const std::string_view name = name_of(relation);
  return *relation_named(name.substr(0, name.find(':')));
}

}  // namespace crossread
