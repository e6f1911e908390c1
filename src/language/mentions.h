// What in a report may stand for a thing: names, noun phrases and pronouns, each with its head, number and gender.
//
//   "Ambassador Kelly Craft said her office had warned the two companies."
//   name     Kelly Craft      (phrase: Ambassador Kelly Craft; called: ambassador)
//   pronoun  her
//   nominal  her office; the two companies
//
// Names are given; the rest is read from the trees (Universal Dependencies v2). Whether a mention stands for a thing
// that is spoken of again is not decided here, but by language/coreference.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "language/text_tokens.h"
#include "lexicon/coreference_tables.h"
#include "types/analysis.h"

namespace crossread::language {

inline constexpr std::uint32_t kNowhere = 0xffffffff;

// The words of a report, looked up once, and their trees turned upside down.
struct TreeWords {
  TreeWords(std::string_view report_text, const Vocabulary& vocabulary, const Analysis& report);

  std::string_view form(std::uint32_t token) const { return analysis.tokens[token].span.in(text); }
  Relation relation(std::uint32_t token) const { return analysis.tokens[token].relation; }
  std::uint32_t governor(std::uint32_t token) const;  // kNowhere for a root
  bool has_child(std::uint32_t token, Relation relation) const;

  std::string_view text;
  const Analysis& analysis;
  // By token:
  std::vector<WordId> ids;
  std::vector<WordId> lemma_ids;
  std::vector<std::uint32_t> keys;    // hash of the folded form
  std::vector<std::uint32_t> lemmas;  // hash of the folded lemma
  std::vector<std::uint32_t> sentences;
  std::vector<std::uint32_t> quotes;     // number of the quotation that the token is in, from 1; 0: the narrator's
  std::vector<TokenRange> subtrees;      // from its leftmost descendant to its rightmost
  std::vector<std::uint32_t> first_kid;  // kids(t) are kid[first_kid[t]] .. kid[first_kid[t + 1]]
  std::vector<std::uint32_t> kid;
};

enum class Article : std::uint8_t { none, definite, indefinite, pointing, possessive, quantity };

struct Candidate {
  TokenRange tokens;  // what is shown
  TokenRange phrase;  // with titles, articles and what hangs on it; equal to `tokens` where the mention is no name
  std::uint32_t head = 0;
  MentionLevel level = MentionLevel::nominal;
  EntityKind kind = EntityKind::other;
  bool known_kind = false;  // the kind comes from a table or the name finder
  Number number = Number::any;
  Gender gender = Gender::unknown;
  Article article = Article::none;
  bool list = false;  // "Lund and Okello": both of them
  std::optional<PronounFacts> pronoun;
  std::uint32_t name = kNowhere;      // index of Analysis::mentions, of a name
  std::vector<std::uint32_t> called;  // head tokens of titles, appositions and predicates: what else it is called
};

// In order of text, of two that begin together the longer first.
std::vector<Candidate> candidates(const TreeWords& words, const CoreferenceTables& tables);

}  // namespace crossread::language
