// Looks at the words of a trigger's sentence as parties of its event: see event_features.h.
#include <algorithm>

#include "account/event_features.h"
#include "account/event_keys.h"

namespace crossread::account {
namespace {

constexpr int kLongestPath = 6;

}  // namespace

std::vector<TokenIndex> EventLooks::party_candidates(TokenIndex trigger) const {
  std::vector<TokenIndex> found;
  const Sentence* sentence = text_.sentence_of(trigger);
  if (sentence == nullptr) return found;
  for (auto token = static_cast<TokenIndex>(sentence->first_token);
       token < static_cast<TokenIndex>(sentence->end_token); ++token) {
    if (token == trigger || text_.time_at(token) != nullptr) continue;
    const Token& word = tree_.at(token);
    if (text_.mention_headed(token) != nullptr) {
      found.push_back(token);
      continue;
    }
    if (word.upos != Upos::noun && word.upos != Upos::propn) continue;
    const Relation relation = word.relation;
    if (relation == Relation::compound || relation == Relation::flat || relation == Relation::fixed) continue;
    if (const Mention* mention = text_.mention_at(token); mention != nullptr && mention->level == MentionLevel::name)
      continue;
    found.push_back(token);
  }
  return found;
}

// The relations on the way from one word to another, with the prepositions on it.
std::uint32_t EventLooks::path_key(TokenIndex from, TokenIndex to, int& length) const {
  std::vector<TokenIndex> up;
  for (TokenIndex at = from; at >= 0; at = tree_.head(at)) up.push_back(at);
  std::vector<TokenIndex> down;
  TokenIndex top = to;
  while (top >= 0 && std::ranges::find(up, top) == up.end()) {
    down.push_back(top);
    top = tree_.head(top);
  }
  std::uint32_t path = 1;
  length = 0;
  for (const TokenIndex at : up) {
    if (at == top) break;
    path = mixed(path, number(tree_.at(at).relation) + 1);
    ++length;
  }
  path = mixed(path, 1000);
  for (auto at = down.rbegin(); at != down.rend(); ++at) {
    path = mixed(path, number(tree_.at(*at).relation) + 1);
    if (const std::string_view by = tree_.preposition(*at); !by.empty()) path = mixed(path, word_key(by));
    ++length;
  }
  return length > kLongestPath ? 0 : path;
}

PartyLooks EventLooks::party(TokenIndex trigger, const Clause& clause, EventType type, TokenIndex party) const {
  PartyLooks looks;
  KeyCollector out(looks.keys);
  const std::uint32_t of = number(type);
  const std::uint32_t kind = sort_of(party);
  std::uint32_t slot = 0;
  const auto has = [&](const std::vector<TokenIndex>& list) { return std::ranges::find(list, party) != list.end(); };
  if (has(clause.subjects)) slot = 1;
  if (has(clause.objects)) slot = 2;
  if (has(clause.possessors)) slot = 3;
  if (has(clause.modifiers)) slot = 4;
  for (const Oblique& oblique : clause.obliques)
    if (oblique.token == party && slot == 0) slot = word_key(oblique.preposition);
  slot = mixed(slot, tree_.is_verb(trigger) ? 1 : 2);
  int length = 0;
  const std::uint32_t path = path_key(trigger, party, length);
  const std::uint32_t trigger_tag = number(tree_.at(trigger).upos);
  out.add(Look::bias, 1, of);
  out.add(Look::path, path, trigger_tag);
  out.add(Look::path_type, path, of);
  out.add(Look::path_kind, path, kind);
  out.add(Look::path_lemma, path, key(trigger));
  out.add(Look::path_length, static_cast<std::uint32_t>(std::min(length, 8)), trigger_tag);
  out.add(Look::slot, slot);
  out.add(Look::slot_type, slot, of);
  out.add(Look::slot_kind, slot, kind);
  out.add(Look::slot_kind, slot, kind, of + 1);
  out.add(Look::slot_lemma, slot, key(trigger));
  for (const PartyKind doer : known_.kinds(party)) {
    out.add(Look::role_doer, doer, of);
    out.add(Look::role_doer, doer, 100 + slot);
    out.add(Look::role_doer, doer, slot, 1 + of);
  }
  for (std::uint32_t i = 0; i < kVerbTraits; ++i)
    if (known_.has(trigger, static_cast<VerbTrait>(i))) {
      out.add(Look::role_trait, i, slot);
      out.add(Look::role_trait, i, slot, 1 + kind);
    }
  if (clause.passive) out.add(Look::role_trait, 20, slot);
  if (clause.objects.empty()) out.add(Look::role_trait, 21, slot, of);
  out.add(Look::party_kind, kind);
  out.add(Look::party_kind_type, kind, of);
  out.add(Look::party_word, key(party));
  out.add(Look::party_word, key(party), of + 1);
  out.add(Look::preposition_type, word_key(tree_.preposition(party)), of);
  out.add(Look::preposition_kind, word_key(tree_.preposition(party)), kind);
  if (const Draft* draft = draft_at(trigger)) {
    const auto plays = [&](const std::vector<TokenIndex>& list) {
      return std::ranges::find(list, party) != list.end();
    };
    const std::uint32_t drafted = (plays(draft->actors) ? 1 : 0) + (plays(draft->recipients) ? 2 : 0) +
                                  (draft->place == party ? 4 : 0) + (draft->instrument == party ? 8 : 0);
    out.add(Look::drafted, 1 + drafted);
    out.add(Look::drafted, 1 + drafted, kind);
  }
  const int away = party - trigger;
  out.add(Look::order, away < 0 ? 1 : 0, trigger_tag);
  out.add(Look::distance, static_cast<std::uint32_t>(std::min(std::abs(away) / 3, 8)), away < 0 ? 1 : 0);
  if (draft_at(party) != nullptr) out.add(Look::is_deed);
  out.add(Look::relation, number(tree_.at(party).relation));
  TokenIndex nearer = 0;  // mentions between the two
  for (TokenIndex at = std::min(trigger, party) + 1; at < std::max(trigger, party); ++at)
    if (text_.mention_headed(at) != nullptr) ++nearer;
  out.add(Look::other_party, static_cast<std::uint32_t>(std::min(nearer, 4)), away < 0 ? 1 : 0);
  looks.meanings[0] = meaning(trigger);
  looks.meanings[1] = meaning(party);
  return looks;
}

}  // namespace crossread::account
