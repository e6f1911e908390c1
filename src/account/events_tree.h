// The dependency trees of a report, asked as the event finder asks: what stands around a word, who does what in a
// clause.
//
//   "Police said the growers, who blocked the port, were arrested by soldiers."
//   clause_of(arrested)   subjects {soldiers}, objects {growers}
//   clause_of(blocked)    subjects {growers}, objects {port}: a relative pronoun gives way to its noun
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "types/analysis.h"

namespace crossread::account {

using TokenIndex = std::int32_t;  // into Analysis::tokens; -1: none

struct Oblique {
  std::string preposition;
  TokenIndex token = -1;
};

// The words around a verb or a noun of doing, active voice: passives are turned.
struct Clause {
  std::vector<TokenIndex> subjects;
  std::vector<TokenIndex> objects;
  std::vector<TokenIndex> possessors;
  std::vector<TokenIndex> modifiers;  // before a noun
  std::vector<Oblique> obliques;
  bool passive = false;
};

class Tree {
 public:
  explicit Tree(const Analysis& analysis);

  // Before the first token and behind the last stands nothing: no lemma, no governor, no children.
  bool holds(TokenIndex token) const { return token >= 0 && token < size(); }
  const Token& at(TokenIndex token) const {
    static const Token kNothing;
    return holds(token) ? analysis_.tokens[static_cast<std::size_t>(token)] : kNothing;
  }
  TokenIndex size() const { return static_cast<TokenIndex>(analysis_.tokens.size()); }
  TokenIndex head(TokenIndex token) const { return at(token).head; }
  const std::string& lemma(TokenIndex token) const {  // lower case
    static const std::string kNothing;
    return holds(token) ? lemmas_[static_cast<std::size_t>(token)] : kNothing;
  }
  const std::vector<TokenIndex>& children(TokenIndex token) const {
    static const std::vector<TokenIndex> kNothing;
    return holds(token) ? children_[static_cast<std::size_t>(token)] : kNothing;
  }
  TokenIndex child(TokenIndex token, Relation relation) const;  // the first
  bool is_verb(TokenIndex token) const;                         // a word that governs a clause as its verb
  bool has_child_lemma(TokenIndex token, Relation relation, std::string_view lemma) const;

  // The preposition that a noun hangs by; "" if none.
  std::string_view preposition(TokenIndex token) const;

  // A relative pronoun's noun; other words themselves.
  TokenIndex referent(TokenIndex token) const;

  // The word and those coordinated with it.
  void add_coordinated(TokenIndex token, std::vector<TokenIndex>& into) const;

  Clause clause_of_verb(TokenIndex verb, int depth = 0) const;
  Clause clause_of_noun(TokenIndex noun) const;

  // The words of a noun phrase without relative clauses and appositions.
  ByteSpan phrase(TokenIndex noun) const;

 private:
  void add_own(TokenIndex verb, Clause& clause) const;
  void add_shared(TokenIndex verb, int depth, Clause& clause) const;
  void add_of_noun_above(TokenIndex verb, TokenIndex noun, Clause& clause) const;

  const Analysis& analysis_;
  std::vector<std::vector<TokenIndex>> children_;
  std::vector<std::string> lemmas_;
};

}  // namespace crossread::account
