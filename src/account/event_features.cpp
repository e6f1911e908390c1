#include "account/event_features.h"

#include <algorithm>

#include "account/event_keys.h"

namespace crossread::account {
namespace {

constexpr int kLongestChain = 5;

// The surest field, the first of equals, counted from one; 0: none.
std::uint32_t best_of(const std::vector<KnownField>& fields) {
  const auto best = std::ranges::max_element(fields, {}, &KnownField::surety);
  return best == fields.end() ? 0 : 1U + best->field;
}

}  // namespace

EventLooks::EventLooks(const EventText& text, const EventTables& tables, const MeaningVectors& vectors,
                       const std::vector<Draft>& drafts)
    : text_(text), tree_(text.tree()), known_(text, tables.fields, tables.kinds), vectors_(vectors) {
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
  evidence_.emplace(text_, known_, drafts_, tables.meanings, meanings_, topic_);
}

MeaningVectors::Row EventLooks::meaning_read(TokenIndex token) const {
  MeaningVectors::Row row{};
  const MeaningVectors::View view = vectors_.of(tree_.lemma(token), row);
  if (view.data() != row.data()) std::ranges::copy(view, row.begin());
  return row;
}

// The mean of the meanings of the nouns and verbs, made three times as large.
MeaningVectors::Row EventLooks::mean_of(TokenIndex first, TokenIndex end) const {
  std::array<std::int32_t, MeaningVectors::kSize> sums{};
  std::int32_t count = 0;
  for (TokenIndex token = first; token < end; ++token) {
    const Upos tag = tree_.at(token).upos;
    if ((tag != Upos::noun && tag != Upos::verb) || text_.in_furniture(token)) continue;
    const MeaningVectors::Row& row = meaning(token);
    for (std::size_t i = 0; i < row.size(); ++i) sums[i] += row[i];
    ++count;
  }
  MeaningVectors::Row mean{};
  for (std::size_t i = 0; i < mean.size() && count > 0; ++i)
    mean[i] = static_cast<std::int8_t>(std::clamp(sums[i] * 3 / count, -127, 127));
  return mean;
}

const MeaningVectors::Row& EventLooks::sentence_mean(TokenIndex token) const {
  static const MeaningVectors::Row kNone{};
  const Sentence* sentence = text_.sentence_of(token);
  return sentence == nullptr ? kNone
                             : sentence_means_[static_cast<std::size_t>(sentence - text_.analysis().sentences.data())];
}

// What the report is about: the mean of its meanings, and the commonest types of its drafts.
void EventLooks::find_topic() {
  topic_ = mean_of(0, tree_.size());
  for (const Sentence& sentence : text_.analysis().sentences)
    sentence_means_.push_back(
        mean_of(static_cast<TokenIndex>(sentence.first_token), static_cast<TokenIndex>(sentence.end_token)));
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

void EventLooks::add_word(TokenIndex token, KeyCollector& out) const {
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

void EventLooks::add_clause(TokenIndex token, const Clause& clause, KeyCollector& out) const {
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

void EventLooks::add_frame(TokenIndex token, const Clause& clause, KeyCollector& out) const {
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

// What the table of fields says of the word and of those around it.
void EventLooks::add_fields(TokenIndex token, const Clause& clause, KeyCollector& out) const {
  const std::vector<KnownField>& own = known_.named(token);
  const bool phrase = !known_.phrase(token).empty();
  const std::uint32_t tag = number(tree_.at(token).upos);
  const auto count = static_cast<std::uint32_t>(std::min<std::size_t>(own.size(), 4));
  const Draft* draft = draft_at(token);
  const std::uint32_t drafted = draft == nullptr ? 0 : 1 + number(draft->type);
  out.add(Look::known_count, count, tag);
  for (const KnownField& each : own) {
    out.add(Look::known, each.field);
    out.add(Look::known, each.field, 1 + number(each.surety), tag);
    out.add(Look::known_tag, each.field, number(tree_.at(token).xpos));
    out.add(Look::known_count, each.field, count, 9);
    out.add(Look::known_frame, each.field, drafted);
    if (phrase) out.add(Look::phrase_field, each.field, 1 + number(each.surety));
    for (std::size_t i = 0; i < known_.topics().size(); ++i) {
      out.add(Look::topic_known, known_.topics()[i], each.field);
      if (known_.topics()[i] == each.field + 1U)
        out.add(Look::topic_known, 100 + static_cast<std::uint32_t>(i), 1 + number(each.surety));
    }
  }
  if (phrase) out.add(Look::phrase, tag, drafted);
  const std::uint32_t best = best_of(own);
  out.add(Look::known_best, best, tag, number(tree_.at(token).relation));
  for (std::uint32_t i = 0; i < kVerbTraits; ++i)
    if (known_.has(token, static_cast<VerbTrait>(i))) out.add(Look::trait, i, tag);
  const auto around = [&](Look look, TokenIndex each) {
    for (const KnownField& shown : known_.shown(each)) {
      if (shown.surety == Surety::possible) continue;
      out.add(look, shown.field, tag);
      out.add(Look::slot_known, number(look), shown.field, best);
      if (look == Look::known_object) out.add(Look::lemma_known_object, key(token), shown.field);
      if (std::ranges::find(own, shown.field, &KnownField::field) != own.end())
        out.add(Look::sentence_known, number(look));
    }
  };
  for (const TokenIndex each : clause.objects) around(Look::known_object, each);
  for (const TokenIndex each : clause.subjects) around(Look::known_subject, each);
  for (const Oblique& each : clause.obliques) around(Look::known_oblique, each.token);
  for (const TokenIndex each : clause.modifiers) around(Look::known_modifier, each);
  if (const TokenIndex above = tree_.head(token); above >= 0) {
    around(Look::known_governor, above);
    if (known_.has(above, VerbTrait::light)) out.add(Look::trait, 10, number(tree_.at(token).relation), best);
    if (known_.has(above, VerbTrait::happen)) out.add(Look::trait, 11, number(tree_.at(token).relation), best);
  }
}

// What kinds of parties stand around the word.
void EventLooks::add_doers(TokenIndex token, const Clause& clause, KeyCollector& out) const {
  const std::uint32_t best = best_of(known_.named(token));
  const auto around = [&](std::uint32_t slot, TokenIndex each) {
    for (const PartyKind kind : known_.kinds(each)) {
      out.add(Look::doer, slot, kind);
      out.add(Look::doer, slot, kind, 1 + best);
      out.add(Look::doer, slot, kind, 100 + key(token));
    }
  };
  for (const TokenIndex each : clause.subjects) around(1, each);
  for (const TokenIndex each : clause.objects) around(2, each);
  for (const TokenIndex each : clause.possessors) around(3, each);
  for (const TokenIndex each : clause.modifiers) around(4, each);
  for (const Oblique& each : clause.obliques) around(mixed(5, word_key(each.preposition)), each.token);
}

// What the report and the sentence are about.
void EventLooks::add_topics(TokenIndex token, KeyCollector& out) const {
  const Draft* draft = draft_at(token);
  const std::uint32_t best = best_of(known_.named(token));
  for (std::uint32_t i = 0; i < known_.topics().size(); ++i) {
    const std::uint32_t topic = known_.topics()[i];
    out.add(Look::topic_field, topic);
    out.add(Look::topic_field, topic, i + 1);
    out.add(Look::topic_field, topic, 10, draft == nullptr ? 0 : 1 + number(draft->type));
    out.add(Look::topic_field, topic, 11, key(token));
    out.add(Look::topic_field, topic, 12, best);
  }
  for (const std::uint32_t doer : known_.doers()) {
    out.add(Look::topic_doer, doer);
    out.add(Look::topic_doer, doer, 1, best);
  }
  for (const std::uint32_t topic : known_.sentence_topics(token)) {
    out.add(Look::sentence_field, topic);
    out.add(Look::sentence_field, topic, 1, best);
    out.add(Look::sentence_field, topic, 2, number(tree_.at(token).upos));
  }
}

// The words that say whether and when it was done.
void EventLooks::add_mood(TokenIndex token, KeyCollector& out) const {
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
void EventLooks::add_above(TokenIndex token, KeyCollector& out) const {
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

void EventLooks::add_setting(TokenIndex token, KeyCollector& out) const {
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
  out.meanings[6] = sentence_mean(token);
  if (clause.obliques.size() > 1) {
    out.meanings[7] = meaning(clause.obliques[1].token);
  } else if (!clause.modifiers.empty()) {
    out.meanings[7] = meaning(clause.modifiers[0]);
  }
}

DeedLooks EventLooks::deed(TokenIndex trigger) const {
  DeedLooks looks;
  KeyCollector out(looks.keys);
  const Clause clause = clause_of(trigger);
  add_word(trigger, out);
  add_clause(trigger, clause, out);
  add_frame(trigger, clause, out);
  add_fields(trigger, clause, out);
  add_doers(trigger, clause, out);
  add_topics(trigger, out);
  add_mood(trigger, out);
  add_above(trigger, out);
  add_setting(trigger, out);
  add_meanings(trigger, clause, looks);
  looks.evidence = evidence_->of(trigger, clause, looks.meanings[6]);
  return looks;
}

}  // namespace crossread::account
