#include "account/events_status.h"

#include <algorithm>
#include <array>

namespace crossread::account {
namespace {

using namespace std::string_view_literals;

constexpr int kMostSteps = 6;
constexpr std::array kNever = {"never"sv, "no"sv, "not"sv, "n't"sv, "n’t"sv};
constexpr std::array kMaybe = {"can"sv, "could"sv, "may"sv, "might"sv, "perhaps"sv, "possibly"sv, "would-be"sv};
constexpr std::array kIf = {"if"sv, "unless"sv, "whether"sv};
constexpr std::array kAlleged = {"allegedly"sv, "reportedly"sv, "purportedly"sv, "alleged"sv,
                                 "reported"sv,  "suspected"sv,  "purported"sv,   "supposed"sv};
constexpr std::array kPlanned = {"planned"sv, "proposed"sv, "forthcoming"sv, "upcoming"sv, "scheduled"sv};
constexpr std::array kThreatened = {"threatened"sv};
constexpr std::array kPossible = {"possible"sv, "potential"sv, "hypothetical"sv, "feared"sv};

template <typename List>
bool in(const List& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

// What the words beside a verb or noun of doing say themselves.
void read_own(const Tree& tree, TokenIndex token, Standing& standing) {
  for (const TokenIndex each : tree.children(token)) {
    const std::string& lemma = tree.lemma(each);
    const Relation relation = tree.at(each).relation;
    if (relation == Relation::advmod || relation == Relation::det || relation == Relation::amod ||
        relation == Relation::aux) {
      if (in(kNever, lemma)) standing.negated = true;
      if (in(kMaybe, lemma)) standing.status = EventStatus::hypothetical;
      if (in(kAlleged, lemma)) standing.status = EventStatus::alleged;
      if (in(kPlanned, lemma)) standing.status = EventStatus::planned;
      if (in(kThreatened, lemma)) standing.status = EventStatus::threatened;
      if (in(kPossible, lemma)) standing.status = EventStatus::hypothetical;
    }
    if (relation == Relation::aux) {
      if (lemma == "will" || lemma == "shall" || lemma == "'ll" || lemma == "would" || lemma == "wo")
        standing.future = true;
      if (lemma == "should" || lemma == "must") standing.status = EventStatus::requested;
      if (lemma == "would" && tree.has_child_lemma(token, Relation::aux, "have"))
        standing.status = EventStatus::hypothetical;
    }
    if (relation == Relation::mark && in(kIf, lemma)) standing.status = EventStatus::hypothetical;
    if (relation == Relation::advcl && standing.future) {
      for (const TokenIndex mark : tree.children(each))
        if (tree.at(mark).relation == Relation::mark && tree.lemma(mark) == "if" &&
            tree.has_child_lemma(token, Relation::aux, "would"))
          standing.status = EventStatus::hypothetical;
    }
  }
  const bool object_negated = std::ranges::any_of(tree.children(token), [&](TokenIndex each) {
    const Relation relation = tree.at(each).relation;
    const bool party = relation == Relation::nsubj || relation == Relation::nsubj_pass || relation == Relation::obj;
    return party && (tree.has_child_lemma(each, Relation::det, "no") || tree.lemma(each) == "nobody" ||
                     tree.lemma(each) == "none" || tree.lemma(each) == "nothing");
  });
  standing.negated = standing.negated || object_negated;
}

EventStatus status_under(Cue cue) {
  switch (cue) {
    case Cue::promise:
    case Cue::plan:
      return EventStatus::planned;
    case Cue::threat:
      return EventStatus::threatened;
    case Cue::maybe:
      return EventStatus::hypothetical;
    case Cue::request:
      return EventStatus::requested;
    case Cue::allege:
      return EventStatus::alleged;
    case Cue::deny:
      return EventStatus::denied;
    case Cue::refuse:
    case Cue::fail:
      return EventStatus::negated;
    case Cue::light:
      break;
  }
  return EventStatus::asserted;
}

bool governs_content(Relation relation) {
  switch (relation) {
    case Relation::xcomp:
    case Relation::ccomp:
    case Relation::csubj:
    case Relation::obj:
    case Relation::nsubj_pass:
    case Relation::acl:
    case Relation::advcl:
    case Relation::nmod:
    case Relation::obl:
    case Relation::compound:
      return true;
    default:
      return false;
  }
}

// Of an oblique only some prepositions bring what is wished or charged: "called for talks", "accused of theft".
bool governed(const Tree& tree, TokenIndex token, TokenIndex above, Cue cue) {
  const Relation relation = tree.at(token).relation;
  if (relation == Relation::advcl) {
    const std::string_view how = tree.preposition(token);
    const bool infinitive = tree.has_child_lemma(token, Relation::mark, "to");
    return infinitive || tree.has_child_lemma(token, Relation::mark, "of") || how == "of";
  }
  if (relation != Relation::obl && relation != Relation::nmod) return true;
  const std::string_view by = tree.preposition(token);
  if (cue == Cue::allege) return by == "of" || by == "over";
  return by == "for" || by == "of" || by == "to" || by == "against" || by == "with" ||
         (by == "on" && !tree.is_verb(above));
}

WordClass class_of(Upos tag) {
  if (tag == Upos::noun || tag == Upos::propn) return WordClass::noun;
  return tag == Upos::adj || tag == Upos::adv ? WordClass::adjective : WordClass::verb;
}

// Climbs to the first word above that decides.
void read_above(const Tree& tree, const EventFrames& frames, TokenIndex trigger, Standing& standing) {
  TokenIndex at = trigger;
  for (int step = 0; step < kMostSteps && tree.head(at) >= 0; ++step) {
    const TokenIndex above = tree.head(at);
    const Relation relation = tree.at(at).relation;
    if (relation == Relation::conj) {
      if (tree.is_verb(above)) {  // moods are shared: "could fire and kill"
        Standing beside;
        read_own(tree, above, beside);
        if (tree.child(at, Relation::nsubj) < 0 && tree.child(at, Relation::aux) < 0) {
          if (beside.status != EventStatus::asserted && standing.status == EventStatus::asserted)
            standing.status = beside.status;
          standing.future = standing.future || beside.future;
        }
      }
      at = above;
      continue;
    }
    if (!governs_content(relation)) return;
    if (const auto cue = frames.cue(tree.lemma(above), class_of(tree.at(above).upos));
        cue && *cue != Cue::light && governed(tree, at, above, *cue)) {
      standing.cue = cue;
      standing.cue_token = above;
      Standing over;
      read_own(tree, above, over);
      standing.status = over.negated && *cue == Cue::plan ? EventStatus::negated : status_under(*cue);
      return;
    }
    if (relation == Relation::advcl && tree.has_child_lemma(at, Relation::mark, "to") && at == trigger &&
        !tree.is_verb(trigger))
      return;
    if (relation == Relation::advcl || relation == Relation::nmod) return;
    if (relation != Relation::ccomp || tree.is_verb(above)) {
      Standing over;  // "could see strikes", "there would be no talks"
      read_own(tree, above, over);
      const bool noun_of_verb = !tree.is_verb(at);
      if (noun_of_verb || relation == Relation::xcomp) {
        if (standing.status == EventStatus::asserted) standing.status = over.status;
        standing.negated = standing.negated || over.negated;
        standing.future = standing.future || over.future;
      }
    }
    at = above;
  }
}

}  // namespace

Standing standing_of(const Tree& tree, const EventFrames& frames, TokenIndex trigger) {
  Standing standing;
  read_own(tree, trigger, standing);
  const bool purpose = (tree.at(trigger).relation == Relation::advcl || tree.at(trigger).relation == Relation::acl) &&
                       tree.has_child_lemma(trigger, Relation::mark, "to");
  if (standing.status == EventStatus::asserted) read_above(tree, frames, trigger, standing);
  if (standing.status != EventStatus::asserted && standing.status != EventStatus::hypothetical) return standing;
  if (standing.negated) {
    standing.status = EventStatus::negated;
  } else if (standing.status == EventStatus::asserted && (standing.future || purpose)) {
    standing.status = EventStatus::planned;
  }
  return standing;
}

EventStatus status_within(const Statement& statement, ByteSpan trigger, EventStatus own) {
  const auto holds = [&](ByteSpan span) { return span.contains(trigger); };
  if (statement.negated || std::ranges::none_of(statement.content, holds)) return own;
  const bool quoted = std::ranges::any_of(statement.quotes, holds);
  const bool told = own == EventStatus::asserted;
  switch (statement.act) {
    case Act::deny:
      return own == EventStatus::negated || (told && !quoted) ? EventStatus::denied : own;
    case Act::accuse:
      return told ? EventStatus::alleged : own;
    case Act::threaten:
      return own == EventStatus::planned ? EventStatus::threatened : own;
    case Act::demand:
    case Act::order:
      return own == EventStatus::planned ? EventStatus::requested : own;
    default:
      return own;
  }
}

}  // namespace crossread::account
