#include "account/events_tree.h"

#include <algorithm>

namespace crossread::account {
namespace {

constexpr int kMostSteps = 6;  // up a chain of shared subjects

std::string lower(std::string_view word) {
  std::string made(word);
  for (char& letter : made)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return made;
}

}  // namespace

Tree::Tree(const Analysis& analysis) : analysis_(analysis), children_(analysis.tokens.size()) {
  lemmas_.reserve(analysis.tokens.size());
  for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
    const Token& token = analysis.tokens[i];
    if (token.head >= 0) children_[static_cast<std::size_t>(token.head)].push_back(static_cast<TokenIndex>(i));
    lemmas_.push_back(lower(token.lemma));
  }
}

TokenIndex Tree::child(TokenIndex token, Relation relation) const {
  for (const TokenIndex each : children(token))
    if (at(each).relation == relation) return each;
  return -1;
}

bool Tree::is_verb(TokenIndex token) const {
  return at(token).upos == Upos::verb;
}

bool Tree::has_child_lemma(TokenIndex token, Relation relation, std::string_view lemma_wanted) const {
  return std::ranges::any_of(
      children(token), [&](TokenIndex each) { return at(each).relation == relation && lemma(each) == lemma_wanted; });
}

std::string_view Tree::preposition(TokenIndex token) const {
  const TokenIndex found = child(token, Relation::case_);
  return found < 0 ? std::string_view() : std::string_view(lemma(found));
}

TokenIndex Tree::referent(TokenIndex token) const {
  const Xpos tag = at(token).xpos;
  if (tag != Xpos::wdt && tag != Xpos::wp) return token;
  for (TokenIndex up = token; up >= 0; up = head(up))
    if (at(up).relation == Relation::acl_relcl || at(up).relation == Relation::acl) return head(up);
  return token;
}

void Tree::add_coordinated(TokenIndex token, std::vector<TokenIndex>& into) const {
  const TokenIndex meant = referent(token);
  if (std::ranges::find(into, meant) != into.end()) return;
  into.push_back(meant);
  for (const TokenIndex each : children(meant))
    if (at(each).relation == Relation::conj && !is_verb(each)) into.push_back(each);
}

void Tree::add_own(TokenIndex verb, Clause& clause) const {
  clause.passive = child(verb, Relation::nsubj_pass) >= 0 || child(verb, Relation::aux_pass) >= 0;
  for (const TokenIndex each : children(verb)) {
    switch (at(each).relation) {
      case Relation::nsubj:
        add_coordinated(each, clause.subjects);
        break;
      case Relation::nsubj_pass:
      case Relation::obj:
      case Relation::iobj:
        add_coordinated(each, clause.objects);
        break;
      case Relation::obl_agent:
        add_coordinated(each, clause.subjects);
        break;
      case Relation::obl:
      case Relation::nmod:
        if (const std::string_view by = preposition(each); clause.passive && by == "by") {
          add_coordinated(each, clause.subjects);
        } else if (!by.empty()) {
          std::vector<TokenIndex> all;
          add_coordinated(each, all);
          for (const TokenIndex one : all) clause.obliques.push_back({std::string(by), one});
        }
        break;
      default:
        break;
    }
  }
}

void Tree::add_of_noun_above(TokenIndex verb, TokenIndex noun, Clause& clause) const {
  const Xpos tag = at(verb).xpos;
  const bool infinitive = has_child_lemma(verb, Relation::mark, "to");
  if (tag == Xpos::vbg && clause.subjects.empty()) {
    add_coordinated(noun, clause.subjects);
  } else if (tag == Xpos::vbn && clause.objects.empty() && child(verb, Relation::nsubj) < 0) {
    clause.passive = true;
    add_coordinated(noun, clause.objects);
    for (const TokenIndex each : children(verb))
      if (at(each).relation == Relation::obl && preposition(each) == "by") add_coordinated(each, clause.subjects);
  } else if (infinitive && clause.subjects.empty() && at(noun).relation == Relation::obj && head(noun) >= 0) {
    clause.subjects = clause_of_verb(head(noun), kMostSteps).subjects;
  } else if (at(verb).relation == Relation::acl_relcl && clause.objects.empty() && !clause.subjects.empty() &&
             std::ranges::find(clause.subjects, noun) == clause.subjects.end()) {
    add_coordinated(noun, clause.objects);  // "the ship the navy seized"
  }
}

void Tree::add_shared(TokenIndex verb, int depth, Clause& clause) const {
  const TokenIndex above = head(verb);
  if (above < 0 || depth >= kMostSteps) return;
  const Relation relation = at(verb).relation;
  if (relation == Relation::acl || relation == Relation::acl_relcl) return add_of_noun_above(verb, above, clause);
  const bool lacks = clause.passive ? clause.objects.empty() : clause.subjects.empty();
  if (!lacks) return;
  const Clause outer = clause_of_verb(above, depth + 1);
  const std::vector<TokenIndex>* shared = nullptr;
  if (relation == Relation::conj || relation == Relation::advcl || relation == Relation::parataxis)
    shared = outer.passive ? &outer.objects : &outer.subjects;
  if (relation == Relation::advcl && child(verb, Relation::mark) >= 0 && at(verb).xpos == Xpos::vbg)
    shared = &outer.subjects;
  if (relation == Relation::xcomp) shared = outer.objects.empty() || outer.passive ? &outer.subjects : &outer.objects;
  if (relation == Relation::xcomp && outer.passive) shared = &outer.objects;
  if (shared == nullptr) return;
  (clause.passive ? clause.objects : clause.subjects) = *shared;
}

Clause Tree::clause_of_verb(TokenIndex verb, int depth) const {
  Clause clause;
  add_own(verb, clause);
  add_shared(verb, depth, clause);
  return clause;
}

Clause Tree::clause_of_noun(TokenIndex noun) const {
  Clause clause;
  for (const TokenIndex each : children(noun)) {
    switch (at(each).relation) {
      case Relation::nmod_poss:
        add_coordinated(each, clause.possessors);
        break;
      case Relation::compound:
      case Relation::amod:
      case Relation::nmod_desc:
      case Relation::nmod_unmarked:
        clause.modifiers.push_back(each);
        break;
      case Relation::nsubj:  // of a noun with a copula
        break;
      case Relation::nmod:
      case Relation::obl:
        if (const std::string_view by = preposition(each); !by.empty()) {
          std::vector<TokenIndex> all;
          add_coordinated(each, all);
          for (const TokenIndex one : all) clause.obliques.push_back({std::string(by), one});
        }
        break;
      default:
        break;
    }
  }
  return clause;
}

ByteSpan Tree::phrase(TokenIndex noun) const {
  ByteSpan span = at(noun).span;
  for (const TokenIndex each : children(noun)) {
    switch (at(each).relation) {
      case Relation::det:
      case Relation::amod:
      case Relation::compound:
      case Relation::nummod:
      case Relation::nmod_poss:
      case Relation::flat:
      case Relation::nmod_desc:
      case Relation::advmod: {
        const ByteSpan inner = phrase(each);
        if (inner.begin < span.begin || at(each).relation == Relation::flat) {
          span.begin = std::min(span.begin, inner.begin);
          span.end = std::max(span.end, inner.end);
        }
        break;
      }
      default:
        break;
    }
  }
  return span;
}

}  // namespace crossread::account
