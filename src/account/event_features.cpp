#include "account/event_features.h"

#include <algorithm>

#include "base/hash.h"

namespace crossread::account {
namespace {

// What a key tells; part of the key, so the order is that of the trained weights.
// clang-format off
enum class Look : std::uint32_t {
  bias, lemma, lemma_relation, tag, relation, governor, governor_tag, governor_relation, particle,
  child_relation, child, subject, subject_kind, object, object_kind, oblique, oblique_kind, preposition,
  possessor, modifier, parts, lemma_object, lemma_object_kind, lemma_subject_kind, lemma_preposition, frame,
  frame_type, frame_lost, frame_status, object_frame, subject_frame, governor_frame, cue, governor_cue,
  classes, mark, auxiliary, adverb, status, status_cue, negated, future, tense, chain, chain_word,
  chain_first, quoted, headline, paragraph, time, topic, topic_frame, before, after, conjunct, root, form,
  determiner, lemma_tense, copula, aged, path, path_type, slot, slot_type, slot_kind, slot_lemma, party_kind,
  party_kind_type, party_word, drafted, distance, order, path_length, is_deed, preposition_type,
  preposition_kind, path_kind, path_lemma, other_party, known, known_tag, known_frame, known_object,
  known_subject, known_oblique, known_modifier, known_governor, topic_field, topic_known, sentence_known,
  lemma_known_object, known_count, slot_known,
};
// clang-format on

constexpr int kLongestPath = 6;
constexpr int kLongestChain = 5;

std::uint32_t mixed(std::uint32_t a, std::uint32_t b) {
  std::uint32_t h = (a ^ (b * 0x9e3779b1U)) * 0x85ebca6bU;
  h ^= h >> 15;
  h *= 0xc2b2ae35U;
  return h ^ (h >> 13);
}

template <typename Enum>
std::uint32_t number(Enum value) {
  return static_cast<std::uint32_t>(value);
}

std::uint32_t word_key(std::string_view word) {
  return static_cast<std::uint32_t>(hash64(word));
}

}  // namespace

class EventLooks::Collector {
 public:
  explicit Collector(FeatureKeys& keys) : keys_(keys) {}
  void add(Look look, std::uint32_t a = 0, std::uint32_t b = 0, std::uint32_t c = 0) {
    keys_.push_back(mixed(mixed(mixed(number(look) + 1, a), b), c));
  }

 private:
  FeatureKeys& keys_;
};

EventLooks::EventLooks(const EventText& text, const EventFields& fields, const MeaningVectors& vectors,
                       const std::vector<Draft>& drafts)
    : text_(text), tree_(text.tree()), fields_(fields), vectors_(vectors) {
  const auto count = static_cast<std::size_t>(tree_.size());
  keys_.reserve(count);
  kinds_.reserve(count);
  meanings_.reserve(count);
  drafts_.resize(count);
  for (const Draft& draft : drafts) drafts_[static_cast<std::size_t>(draft.trigger)] = &draft;
  for (TokenIndex token = 0; token < tree_.size(); ++token) {
    keys_.push_back(word_key(tree_.lemma(token)));
    kinds_.push_back(kind_read(token));
    meanings_.push_back(meaning_read(token));
  }
  find_topic();
  find_fields();
}

MeaningVectors::Row EventLooks::meaning_read(TokenIndex token) const {
  MeaningVectors::Row row{};
  const MeaningVectors::View view = vectors_.of(tree_.lemma(token), row);
  if (view.data() != row.data()) std::ranges::copy(view, row.begin());
  return row;
}

// What the report is about: the mean of the meanings of its nouns and verbs, and the commonest types of its drafts.
void EventLooks::find_topic() {
  std::array<std::int32_t, MeaningVectors::kSize> sums{};
  std::int32_t count = 0;
  for (TokenIndex token = 0; token < tree_.size(); ++token) {
    const Upos tag = tree_.at(token).upos;
    if ((tag != Upos::noun && tag != Upos::verb) || text_.in_furniture(token)) continue;
    const MeaningVectors::Row& row = meaning(token);
    for (std::size_t i = 0; i < row.size(); ++i) sums[i] += row[i];
    ++count;
  }
  for (std::size_t i = 0; i < topic_.size() && count > 0; ++i)
    topic_[i] = static_cast<std::int8_t>(std::clamp(sums[i] * 3 / count, -127, 127));
  std::array<int, kEventTypeCount> seen{};
  for (const Draft* draft : drafts_)
    if (draft != nullptr) ++seen[number(draft->type)];
  for (std::uint32_t& topic : topic_types_) {
    const auto most = std::ranges::max_element(seen);
    if (*most == 0) break;
    topic = static_cast<std::uint32_t>(most - seen.begin()) + 1;
    *most = 0;
  }
}

const std::vector<EventField>& EventLooks::fields_of(TokenIndex token) const {
  const Upos tag = tree_.at(token).upos;
  const FieldWord word = tag == Upos::verb  ? FieldWord::verb
                         : tag == Upos::adj ? FieldWord::adjective
                                            : FieldWord::noun;
  return fields_.of(tree_.lemma(token), word);
}

// The fields that a word speaks for: as a deed or as a thing of the field.
std::vector<EventField> EventLooks::shown_by(TokenIndex token) const {
  std::vector<EventField> shown = fields_.of(tree_.lemma(token), FieldWord::field);
  if (shown.empty()) shown = fields_of(token);
  return shown;
}

// A word of few fields counts for more: it has twelve votes to share out, a thing of a field twice as many.
void EventLooks::find_fields() {
  std::array<int, kEventFieldCount> votes{};
  for (TokenIndex token = 0; token < tree_.size(); ++token) {
    const Upos tag = tree_.at(token).upos;
    if ((tag != Upos::noun && tag != Upos::verb) || text_.in_furniture(token)) continue;
    const bool thing = !fields_.of(tree_.lemma(token), FieldWord::field).empty();
    const std::vector<EventField> shown = shown_by(token);
    for (const EventField field : shown)
      if (field < kEventTypeCount) votes[field] += (thing ? 24 : 12) / static_cast<int>(shown.size());
  }
  for (std::uint32_t& topic : topic_fields_) {
    const auto most = std::ranges::max_element(votes);
    if (*most == 0) break;
    topic = static_cast<std::uint32_t>(most - votes.begin()) + 1;
    *most = 0;
  }
}

bool EventLooks::is_candidate(TokenIndex token) const {
  const Token& word = tree_.at(token);
  if (text_.in_furniture(token)) return false;
  if (word.upos == Upos::adj) return tree_.child(token, Relation::cop) >= 0 || word.relation == Relation::xcomp;
  if (word.upos != Upos::verb && word.upos != Upos::noun) return false;
  const Mention* mention = text_.mention_headed(token);
  if (mention != nullptr && mention->level == MentionLevel::name) return false;
  return text_.time_at(token) == nullptr || word.upos == Upos::verb;
}

Clause EventLooks::clause_of(TokenIndex token) const {
  return tree_.is_verb(token) ? tree_.clause_of_verb(token) : tree_.clause_of_noun(token);
}

// The kind of thing that a word stands for: that of its mention, with its level; people; nothing known.
std::uint32_t EventLooks::kind_read(TokenIndex token) const {
  if (const Mention* mention = text_.mention_at(token)) return 1 + number(mention->kind);
  if (text_.time_at(token) != nullptr) return 20;
  if (text_.frames().in_class("people", tree_.lemma(token))) return 21;
  if (!text_.frames().of(tree_.lemma(token), WordClass::noun).empty()) return 22;
  return 23 + number(tree_.at(token).upos);
}

std::uint32_t EventLooks::sort_of(TokenIndex token) const {
  const Mention* mention = text_.mention_at(token);
  return kind_of(token) * 8 + (mention == nullptr ? 0 : 1 + number(mention->level));
}

void EventLooks::add_word(TokenIndex token, Collector& out) const {
  const Token& word = tree_.at(token);
  const std::uint32_t lemma = key(token);
  out.add(Look::bias);
  out.add(Look::lemma, lemma, number(word.upos));
  out.add(Look::lemma_relation, lemma, number(word.relation));
  out.add(Look::tag, number(word.xpos));
  out.add(Look::relation, number(word.relation), number(word.upos));
  out.add(Look::form, word_key(word.span.in(text_.report().text)));
  out.add(Look::lemma_tense, lemma, number(word.xpos));
  if (tree_.child(token, Relation::cop) >= 0) out.add(Look::copula, number(word.upos));
  if (const TokenIndex particle = tree_.child(token, Relation::compound_prt); particle >= 0)
    out.add(Look::particle, lemma, key(particle));
  if (token > 0) out.add(Look::before, key(token - 1));
  if (token + 1 < tree_.size()) out.add(Look::after, key(token + 1));
  if (token + 1 < tree_.size()) out.add(Look::after, lemma, key(token + 1));
  for (const TokenIndex each : tree_.children(token)) {
    const Relation relation = tree_.at(each).relation;
    if (relation == Relation::punct) continue;
    out.add(Look::child_relation, number(relation), number(word.upos));
    out.add(Look::child, number(universal(relation)), key(each));
    if (relation == Relation::det || relation == Relation::nmod_poss)
      out.add(Look::determiner, key(each), number(word.relation));
  }
}

void EventLooks::add_clause(TokenIndex token, const Clause& clause, Collector& out) const {
  const std::uint32_t lemma = key(token);
  const std::uint32_t upos = number(tree_.at(token).upos);
  for (const TokenIndex each : clause.subjects) {
    out.add(Look::subject, key(each));
    out.add(Look::subject_kind, kind_of(each), upos);
    out.add(Look::lemma_subject_kind, lemma, kind_of(each));
  }
  for (const TokenIndex each : clause.objects) {
    out.add(Look::object, key(each));
    out.add(Look::object_kind, kind_of(each), upos);
    out.add(Look::lemma_object, lemma, key(each));
    out.add(Look::lemma_object_kind, lemma, kind_of(each));
  }
  for (const Oblique& oblique : clause.obliques) {
    const std::uint32_t by = word_key(oblique.preposition);
    out.add(Look::preposition, by, upos);
    out.add(Look::lemma_preposition, lemma, by);
    out.add(Look::oblique, by, key(oblique.token));
    out.add(Look::oblique_kind, by, kind_of(oblique.token));
  }
  for (const TokenIndex each : clause.possessors) out.add(Look::possessor, kind_of(each), upos);
  for (const TokenIndex each : clause.modifiers) out.add(Look::modifier, key(each), upos);
  const std::uint32_t shape = (clause.subjects.empty() ? 0 : 1) + (clause.objects.empty() ? 0 : 2) +
                              (clause.passive ? 4 : 0) + (clause.obliques.empty() ? 0 : 8) +
                              (clause.possessors.empty() ? 0 : 16);
  out.add(Look::parts, shape, upos);
  for (const std::string_view name : {"people", "force", "help", "money", "curb", "pact", "captive", "talk", "army"}) {
    const auto in = [&](TokenIndex each) { return text_.frames().in_class(name, tree_.lemma(each)); };
    if (std::ranges::any_of(clause.subjects, in)) out.add(Look::classes, word_key(name), 1, upos);
    if (std::ranges::any_of(clause.objects, in)) out.add(Look::classes, word_key(name), 2, upos);
  }
}

void EventLooks::add_frame(TokenIndex token, const Clause& clause, Collector& out) const {
  const auto type_of = [&](TokenIndex each) {
    const Draft* draft = draft_at(each);
    return draft == nullptr ? 0 : 1 + number(draft->type);
  };
  const Upos tag = tree_.at(token).upos;
  const WordClass word_class = tag == Upos::verb ? WordClass::verb : WordClass::noun;
  const bool listed = !text_.frames().of(tree_.lemma(token), word_class).empty();
  const Draft* draft = draft_at(token);
  if (draft == nullptr) {
    out.add(Look::frame, listed ? 1 : 0, number(tag));
  } else {
    const std::uint32_t type = 1 + number(draft->type);
    out.add(Look::frame, 2 + (listed ? 1 : 0), draft->confidence.value_or(1000) / 100, draft->dropped ? 1 : 0);
    out.add(Look::frame_type, type);
    out.add(Look::frame_type, type, number(tag), draft->dropped ? 2 : 1);
    out.add(Look::frame_status, number(draft->standing.status), draft->dropped ? 1 : 0);
    out.add(Look::frame_lost, (draft->actors.empty() ? 0 : 1) + (draft->recipients.empty() ? 0 : 2), type);
    for (const std::uint32_t topic : topic_types_) out.add(Look::topic_frame, topic, type);
  }
  for (const TokenIndex each : clause.objects) out.add(Look::object_frame, type_of(each), number(tag));
  for (const TokenIndex each : clause.subjects) out.add(Look::subject_frame, type_of(each), number(tag));
  if (const auto cue = text_.frames().cue(tree_.lemma(token), word_class)) out.add(Look::cue, number(*cue));
  if (const TokenIndex above = tree_.head(token); above >= 0) {
    out.add(Look::governor_frame, type_of(above), number(tree_.at(token).relation));
    const WordClass of_above = tree_.is_verb(above) ? WordClass::verb : WordClass::noun;
    if (const auto cue = text_.frames().cue(tree_.lemma(above), of_above))
      out.add(Look::governor_cue, number(*cue), number(tree_.at(token).relation));
  }
}

// What the table of fields says of the word and of those around it, and of what the report is about.
void EventLooks::add_fields(TokenIndex token, const Clause& clause, Collector& out) const {
  const std::vector<EventField>& own = fields_of(token);
  const std::uint32_t tag = number(tree_.at(token).upos);
  out.add(Look::known_count, static_cast<std::uint32_t>(std::min<std::size_t>(own.size(), 4)), tag);
  const Draft* draft = draft_at(token);
  for (const EventField field : own) {
    out.add(Look::known, field);
    out.add(Look::known_tag, field, number(tree_.at(token).xpos));
    out.add(Look::known_count, field, static_cast<std::uint32_t>(std::min<std::size_t>(own.size(), 4)), 9);
    out.add(Look::known_frame, field, draft == nullptr ? 0 : 1 + number(draft->type));
    for (std::size_t i = 0; i < topic_fields_.size(); ++i) {
      out.add(Look::topic_known, topic_fields_[i], field);
      if (topic_fields_[i] == field + 1U) out.add(Look::topic_known, 100 + static_cast<std::uint32_t>(i));
    }
  }
  const auto around = [&](Look look, TokenIndex each) {
    for (const EventField field : shown_by(each)) {
      out.add(look, field, tag);
      out.add(Look::slot_known, number(look), field, own.empty() ? 99 : own.front());
      if (look == Look::known_object) out.add(Look::lemma_known_object, key(token), field);
      if (std::ranges::find(own, field) != own.end()) out.add(Look::sentence_known, number(look));
    }
  };
  for (const TokenIndex each : clause.objects) around(Look::known_object, each);
  for (const TokenIndex each : clause.subjects) around(Look::known_subject, each);
  for (const Oblique& each : clause.obliques) around(Look::known_oblique, each.token);
  for (const TokenIndex each : clause.modifiers) around(Look::known_modifier, each);
  if (const TokenIndex above = tree_.head(token); above >= 0) around(Look::known_governor, above);
  for (std::size_t i = 0; i < topic_fields_.size(); ++i) {
    out.add(Look::topic_field, topic_fields_[i]);
    out.add(Look::topic_field, topic_fields_[i], static_cast<std::uint32_t>(i) + 1);
    out.add(Look::topic_field, topic_fields_[i], 10, draft == nullptr ? 0 : 1 + number(draft->type));
    out.add(Look::topic_field, topic_fields_[i], 11, key(token));
  }
}

// The words that say whether and when it was done.
void EventLooks::add_mood(TokenIndex token, Collector& out) const {
  const Standing standing = standing_of(tree_, text_.frames(), token);
  out.add(Look::status, number(standing.status));
  if (standing.cue) out.add(Look::status_cue, number(*standing.cue), number(standing.status));
  if (standing.negated) out.add(Look::negated);
  if (standing.future) out.add(Look::future);
  std::uint32_t auxiliaries = 0;
  for (const TokenIndex each : tree_.children(token)) {
    const Relation relation = universal(tree_.at(each).relation);
    if (relation == Relation::mark) out.add(Look::mark, key(each), number(tree_.at(token).relation));
    if (relation == Relation::aux) out.add(Look::auxiliary, key(each));
    if (relation == Relation::aux) auxiliaries = mixed(auxiliaries, key(each));
    if (relation == Relation::advmod) out.add(Look::adverb, key(each));
  }
  out.add(Look::tense, number(tree_.at(token).xpos), auxiliaries);
}

// What it hangs on, step by step to the root.
void EventLooks::add_above(TokenIndex token, Collector& out) const {
  const Relation own = tree_.at(token).relation;
  TokenIndex at = token;
  std::uint32_t way = 0;
  for (int step = 0; step < kLongestChain && tree_.head(at) >= 0; ++step) {
    const Relation relation = tree_.at(at).relation;
    const TokenIndex above = tree_.head(at);
    way = mixed(way, number(universal(relation)) + 1);
    if (step == 0) {
      out.add(Look::governor, key(above));
      out.add(Look::governor_tag, number(tree_.at(above).upos), number(own));
      out.add(Look::governor_relation, key(above), number(own));
    }
    out.add(Look::chain, way);
    out.add(Look::chain_word, number(universal(relation)), key(above));
    if (relation == Relation::ccomp || relation == Relation::parataxis) out.add(Look::chain_first, key(above));
    if (relation == Relation::conj) out.add(Look::conjunct, key(above), key(token));
    at = above;
  }
  out.add(Look::root, key(at));
}

void EventLooks::add_setting(TokenIndex token, Collector& out) const {
  if (text_.quoted(token)) out.add(Look::quoted);
  if (text_.in_headline(token)) out.add(Look::headline, number(tree_.at(token).upos));
  const auto share = static_cast<std::uint32_t>(token * 6 / std::max(tree_.size(), 1));
  out.add(Look::paragraph, share);
  for (const std::uint32_t topic : topic_types_) out.add(Look::topic, topic);
  for (const std::uint32_t topic : topic_types_) out.add(Look::topic, topic, key(token));
  const Sentence* sentence = text_.sentence_of(token);
  if (sentence == nullptr) return;
  const auto then = text_.report().published ? minutes_of(*text_.report().published) : std::nullopt;
  const TimeExpression* last = nullptr;
  for (std::uint32_t i = sentence->first_token; i < sentence->end_token; ++i) {
    const TimeExpression* time = text_.time_at(static_cast<TokenIndex>(i));
    if (time == nullptr || time == last) continue;
    last = time;
    out.add(Look::time, number(time->type));
    out.add(Look::time, 10 + number(time->date.grain));
    Date from = time->date;
    from.end = from.start;
    const auto when = minutes_of(from);
    if (!then || !when || !time->date.start) continue;
    const std::int64_t days = (*then - *when) / (24 * 60);
    const std::uint32_t age = days < 0 ? 0 : days < 2 ? 1 : days < 8 ? 2 : days < 31 ? 3 : days < 366 ? 4 : 5;
    out.add(Look::aged, age);
    out.add(Look::aged, age, number(tree_.at(token).xpos));
  }
}

void EventLooks::add_meanings(TokenIndex token, const Clause& clause, DeedLooks& out) const {
  out.meanings[0] = meaning(token);
  if (const TokenIndex above = tree_.head(token); above >= 0) out.meanings[1] = meaning(above);
  if (!clause.subjects.empty()) out.meanings[2] = meaning(clause.subjects[0]);
  if (!clause.objects.empty()) out.meanings[3] = meaning(clause.objects[0]);
  if (!clause.obliques.empty()) out.meanings[4] = meaning(clause.obliques[0].token);
  out.meanings[5] = topic_;
}

DeedLooks EventLooks::deed(TokenIndex trigger) const {
  DeedLooks looks;
  Collector out(looks.keys);
  const Clause clause = clause_of(trigger);
  add_word(trigger, out);
  add_clause(trigger, clause, out);
  add_frame(trigger, clause, out);
  add_fields(trigger, clause, out);
  add_mood(trigger, out);
  add_above(trigger, out);
  add_setting(trigger, out);
  add_meanings(trigger, clause, looks);
  return looks;
}

// ---- parties ------------------------------------------------------------------------------------------------------

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
  Collector out(looks.keys);
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
