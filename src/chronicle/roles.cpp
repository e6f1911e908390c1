#include "chronicle/roles.h"

#include <algorithm>
#include <initializer_list>
#include <optional>

namespace crossread {
namespace {

constexpr int kSteps = 3;  // from one to the other over verbs joined to each other or holding each other

constexpr int kDepth = 6;  // words from a party up to the trigger

using Index = std::uint32_t;

// The word of the span on which its other words hang.
std::optional<Index> head_of(const Analysis& analysis, ByteSpan span) {
  const auto inside = [&](std::int32_t at) {
    return at >= 0 && span.contains(analysis.tokens[static_cast<Index>(at)].span);
  };
  for (Index i = 0; i < analysis.tokens.size(); ++i) {
    if (inside(static_cast<std::int32_t>(i)) && !inside(analysis.tokens[i].head)) return i;
  }
  return std::nullopt;
}

bool is_one_of(Relation relation, std::initializer_list<Relation> relations) {
  return std::ranges::find(relations, relation) != relations.end();
}

// The word itself, those that it is joined to, and those that hold it as their object or complement.
bool reaches(const Analysis& analysis, Index from, Index to) {
  for (int step = 0; step <= kSteps; ++step) {
    if (from == to) return true;
    const Token& token = analysis.tokens[from];
    const bool joined = is_one_of(universal(token.relation), {Relation::conj, Relation::xcomp, Relation::obj,
                                                              Relation::advcl, Relation::obl, Relation::compound});
    if (!joined || token.head < 0) return false;
    from = static_cast<Index>(token.head);
  }
  return false;
}

// How the words hang on the trigger; none when they do not. Of appositions and names side by side ("Foreign Minister
// Zarif") the first word speaks.
std::optional<Relation> relation_to(const Analysis& analysis, ByteSpan words, ByteSpan trigger) {
  std::optional<Index> at = head_of(analysis, words);
  const std::optional<Index> deed = head_of(analysis, trigger);
  if (!at || !deed) return std::nullopt;
  while (is_one_of(universal(analysis.tokens[*at].relation), {Relation::appos, Relation::flat, Relation::conj}) &&
         analysis.tokens[*at].head >= 0) {
    at = static_cast<Index>(analysis.tokens[*at].head);
  }
  const Token& token = analysis.tokens[*at];
  if (token.head < 0) return std::nullopt;
  const auto governor = static_cast<Index>(token.head);
  const bool within = trigger.contains(analysis.tokens[governor].span);
  return within || reaches(analysis, *deed, governor) ? std::optional(token.relation) : std::nullopt;
}

}  // namespace

bool acts_in(const Analysis& analysis, ByteSpan words, ByteSpan trigger) {
  const std::optional<Relation> relation = relation_to(analysis, words, trigger);
  return relation && is_one_of(*relation, {Relation::nsubj, Relation::obl_agent, Relation::nmod_poss,
                                           Relation::compound, Relation::amod});
}

bool undergoes_in(const Analysis& analysis, ByteSpan words, ByteSpan trigger) {
  const std::optional<Relation> relation = relation_to(analysis, words, trigger);
  return relation && is_one_of(*relation, {Relation::nsubj_pass, Relation::obj, Relation::iobj, Relation::obl,
                                           Relation::nmod, Relation::nmod_poss});
}

bool reached_by(const Analysis& analysis, ByteSpan words, ByteSpan trigger) {
  std::optional<Index> at = head_of(analysis, words);
  for (int step = 0; at && step < kDepth; ++step) {
    const Token& token = analysis.tokens[*at];
    if (trigger.contains(token.span)) return step > 0;
    const bool leaves = is_one_of(token.relation, {Relation::nsubj, Relation::nsubj_outer, Relation::ccomp,
                                                   Relation::parataxis, Relation::advcl, Relation::csubj});
    const bool beside = step > 0 && token.relation == Relation::appos;  // "Arden, the head of the office"
    if (leaves || beside || token.head < 0) return false;
    at = static_cast<Index>(token.head);
  }
  return false;
}

}  // namespace crossread
