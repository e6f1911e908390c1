#include "account/events_drafts.h"

#include <algorithm>
#include <array>
#include <utility>

#include "account/events_folds.h"

namespace crossread::account {
namespace {

using namespace std::string_view_literals;

bool holds_word(const std::vector<std::string>& words, const std::string& lemma) {
  return words.empty() || std::ranges::binary_search(words, lemma);
}

// The reader of one report's words.
class Drafting {
 public:
  Drafting(const EventText& text, const NearVerbs& near) : text_(text), tree_(text.tree()), near_(near) {}

  std::optional<Draft> draft_of(TokenIndex token) const;

 private:
  std::optional<Draft> draft_of_verb(TokenIndex verb) const;
  std::optional<Draft> draft_of_noun(TokenIndex noun) const;
  std::optional<Draft> draft_by_meaning(TokenIndex verb, const Clause& clause) const;
  bool holds(const FrameCondition& condition, TokenIndex token, const Clause& clause) const;
  const Frame* frame_of(TokenIndex token, WordClass word_class, const Clause& clause) const;
  bool is_matter(const Frame& frame, TokenIndex object) const;
  void cast(const Frame& frame, const Clause& clause, WordClass word_class, Draft& draft) const;
  void add_parties_of_matter(const Clause& clause, Draft& draft) const;
  void read_weapon(Draft& draft) const;

  const EventText& text_;
  const Tree& tree_;
  const NearVerbs& near_;
};

bool Drafting::holds(const FrameCondition& condition, TokenIndex token, const Clause& clause) const {
  const auto is_one = [&](TokenIndex each) {
    if (holds_word(condition.words, tree_.lemma(each))) return true;
    return std::ranges::any_of(tree_.children(each), [&](TokenIndex part) {  // "some of its troops"
      return tree_.at(part).relation == Relation::nmod && tree_.preposition(part) == "of" &&
             holds_word(condition.words, tree_.lemma(part));
    });
  };
  const auto any = [&](const std::vector<TokenIndex>& tokens) { return std::ranges::any_of(tokens, is_one); };
  if (condition.slot == "s") return any(clause.subjects);
  if (condition.slot == "o") return any(clause.objects);
  if (condition.slot == "poss") return any(clause.possessors);
  if (condition.slot == "mod") return any(clause.modifiers);
  if (condition.slot == "prt") {
    const TokenIndex particle = tree_.child(token, Relation::compound_prt);
    if (particle >= 0) return holds_word(condition.words, tree_.lemma(particle));
    return std::ranges::any_of(tree_.children(token), [&](TokenIndex each) {
      return tree_.at(each).relation == Relation::advmod && !condition.words.empty() &&
             holds_word(condition.words, tree_.lemma(each));
    });
  }
  if (condition.slot == "inf") {
    return std::ranges::any_of(tree_.children(token), [&](TokenIndex each) {
      const Relation relation = tree_.at(each).relation;
      const bool purpose = relation == Relation::advcl && tree_.has_child_lemma(each, Relation::mark, "to");
      const bool infinitive = relation == Relation::ccomp && tree_.has_child_lemma(each, Relation::mark, "to");
      return (relation == Relation::xcomp || infinitive || relation == Relation::acl || purpose) &&
             holds_word(condition.words, tree_.lemma(each));
    });
  }
  return std::ranges::any_of(clause.obliques, [&](const Oblique& oblique) {
    return oblique.preposition == condition.slot && holds_word(condition.words, tree_.lemma(oblique.token));
  });
}

const Frame* Drafting::frame_of(TokenIndex token, WordClass word_class, const Clause& clause) const {
  for (const Frame& frame : text_.frames().of(tree_.lemma(token), word_class)) {
    if (std::ranges::all_of(frame.conditions, [&](const auto& each) { return holds(each, token, clause); }))
      return &frame;
  }
  return nullptr;
}

// What the deed is about and not to whom it is done: an object that the frame asks for by its word, "send [food]".
bool Drafting::is_matter(const Frame& frame, TokenIndex object) const {
  if (!frame.type || *frame.type == EventType::assault || *frame.type == EventType::coerce) return false;
  if (text_.is_somebody(object)) return false;
  return std::ranges::any_of(frame.conditions, [&](const FrameCondition& each) {
    return each.slot == "o" && !each.words.empty() && holds_word(each.words, tree_.lemma(object));
  });
}

void Drafting::cast(const Frame& frame, const Clause& clause, WordClass word_class, Draft& draft) const {
  const auto role_in = [&](std::string_view slot) -> std::optional<FrameRole> {
    for (const SlotRole& role : frame.roles)
      if (role.slot == slot) return role.role;
    return std::nullopt;
  };
  const auto put = [&](std::optional<FrameRole> role, TokenIndex token) {
    if (!role || token == draft.trigger || !text_.is_party(token)) return;
    if (*role == FrameRole::actor) add_all(draft.actors, {token});
    const bool fit = is_plover(draft.type) || text_.is_somebody(token);
    if (*role == FrameRole::recipient && fit) add_all(draft.recipients, {token});
    if (*role == FrameRole::instrument && draft.instrument < 0) draft.instrument = token;
    if (*role == FrameRole::place && draft.place < 0) draft.place = token;
  };
  for (const TokenIndex each : clause.subjects) put(role_in("s").value_or(FrameRole::actor), each);
  for (const TokenIndex each : clause.objects) {
    if (word_class == WordClass::verb && is_matter(frame, each)) continue;
    const bool weapon = draft.type == EventType::assault && text_.frames().mode_of_weapon(tree_.lemma(each));
    put(weapon ? FrameRole::instrument : role_in("o").value_or(FrameRole::recipient), each);
  }
  for (const TokenIndex each : clause.possessors) put(role_in("poss").value_or(FrameRole::actor), each);
  for (const TokenIndex each : clause.modifiers) {
    const Token& word = tree_.at(each);
    const bool name = word.upos == Upos::propn || text_.mention_at(each) != nullptr;
    if (role_in("mod") || name) put(role_in("mod").value_or(FrameRole::actor), each);
  }
  for (const Oblique& oblique : clause.obliques) {
    std::optional<FrameRole> role = role_in(oblique.preposition);
    const std::string& by = oblique.preposition;
    if (!role && word_class == WordClass::noun && by == "by") role = FrameRole::actor;
    const bool aimed = by == "against" || by == "on" || (by == "at" && !text_.is_place(oblique.token));
    if (!role && aimed && draft.recipients.empty() && text_.is_somebody(oblique.token)) role = FrameRole::recipient;
    if (!role && (by == "in" || by == "at" || by == "near" || by == "outside" || by == "off") &&
        text_.is_place(oblique.token))
      role = FrameRole::place;
    if (!role && by == "with" && text_.frames().mode_of_weapon(tree_.lemma(oblique.token)))
      role = FrameRole::instrument;
    put(role, oblique.token);
  }
}

// The mode of an attack from the weapon that stands with it.
void Drafting::read_weapon(Draft& draft) const {
  if (draft.type != EventType::assault) return;
  const auto look = [&](TokenIndex token) {
    if (const auto mode = text_.frames().mode_of_weapon(tree_.lemma(token))) {
      draft.mode = mode;
      return true;
    }
    return false;
  };
  if (draft.mode && *draft.mode != EventMode::firearms) return;
  for (const TokenIndex around : {draft.trigger, draft.light}) {
    if (around < 0) continue;
    for (const TokenIndex each : tree_.children(around)) {
      if (look(each)) return;
      for (const TokenIndex inner : tree_.children(each))
        if (tree_.at(inner).relation != Relation::acl_relcl && look(inner)) return;
    }
  }
}

std::optional<Draft> Drafting::draft_of_verb(TokenIndex verb) const {
  const Clause clause = tree_.clause_of_verb(verb);
  if (text_.frames().of(tree_.lemma(verb), WordClass::verb).empty()) return draft_by_meaning(verb, clause);
  const Frame* frame = frame_of(verb, WordClass::verb, clause);
  if (frame == nullptr || !frame->type) return {};
  Draft draft;
  draft.trigger = verb;
  draft.type = *frame->type;
  draft.by_object = std::ranges::any_of(
      frame->conditions, [](const FrameCondition& each) { return each.slot == "o" && !each.words.empty(); });
  draft.mode = frame->mode;
  draft.confidence = frame->confidence;
  cast(*frame, clause, WordClass::verb, draft);
  const auto is_somebody = [&](TokenIndex each) { return text_.is_somebody(each); };
  if (std::ranges::none_of(draft.recipients, is_somebody)) {
    const std::vector<TokenIndex> things = std::exchange(draft.recipients, {});
    add_parties_of_matter(clause, draft);
    if (draft.recipients.empty()) draft.recipients = things;
  }
  return draft;
}

// "rejected the appeal of a student", "cut aid to the islands": whom the matter of a deed concerns.
void Drafting::add_parties_of_matter(const Clause& clause, Draft& draft) const {
  constexpr std::array kWhom = {"to"sv, "for"sv, "on"sv, "against"sv, "with"sv, "of"sv, "by"sv, "from"sv, "in"sv};
  for (const TokenIndex object : clause.objects) {
    const auto take = [&](TokenIndex token) {
      if (!text_.is_party(token) || std::ranges::find(draft.actors, token) != draft.actors.end()) return;
      if (text_.is_somebody(token)) add_all(draft.recipients, {token});
    };
    for (const TokenIndex each : tree_.children(object)) {
      const Relation relation = tree_.at(each).relation;
      if (relation == Relation::nmod_poss && tree_.at(each).upos != Upos::pron) take(each);
      const Mention* named = text_.mention_headed(each);  // "a US offer"
      const bool modifies = relation == Relation::compound || relation == Relation::amod;
      if (modifies && named != nullptr && named->level == MentionLevel::name) take(each);
      if (relation != Relation::nmod) continue;
      if (std::ranges::find(kWhom, tree_.preposition(each)) != kWhom.end()) take(each);
    }
  }
}

// A verb without a frame, after the verb that is used most like it; only with both parties.
std::optional<Draft> Drafting::draft_by_meaning(TokenIndex verb, const Clause& clause) const {
  if (clause.subjects.empty() || clause.objects.empty()) return {};
  const std::optional<NearVerbs::Found> near = near_.find(tree_.lemma(verb));
  if (!near) return {};
  Draft draft;
  draft.trigger = verb;
  draft.type = *near->frame->type;
  draft.mode = near->frame->mode;
  draft.confidence = near->confidence;
  cast(*near->frame, clause, WordClass::verb, draft);
  if (draft.actors.empty() || draft.recipients.empty()) return {};
  return draft;
}

std::optional<Draft> Drafting::draft_of_noun(TokenIndex noun) const {
  if (text_.frames().of(tree_.lemma(noun), WordClass::noun).empty()) return {};
  if (tree_.at(noun).relation == Relation::compound) return {};
  Clause clause = tree_.clause_of_noun(noun);
  Draft draft;
  draft.trigger = noun;
  const TokenIndex above = tree_.head(noun);
  const Relation relation = tree_.at(noun).relation;
  if (above >= 0 && tree_.is_verb(above) &&
      (relation == Relation::obj || relation == Relation::nsubj_pass || relation == Relation::obl)) {
    const auto cue = text_.frames().cue(tree_.lemma(above), WordClass::verb);
    const bool carries =
        cue == Cue::light || cue == Cue::promise || cue == Cue::refuse || cue == Cue::threat || cue == Cue::plan;
    if (carries && (relation != Relation::obl || cue == Cue::light)) {
      const Clause verb = tree_.clause_of_verb(above);
      add_all(clause.subjects, verb.subjects);
      for (const TokenIndex each : verb.objects)
        if (each != noun && tree_.at(each).relation == Relation::iobj) clause.objects.push_back(each);
      for (const Oblique& oblique : verb.obliques)
        if (oblique.token != noun) clause.obliques.push_back(oblique);
      if (cue == Cue::light) draft.light = above;
    }
  }
  const Frame* frame = frame_of(noun, WordClass::noun, clause);
  if (frame == nullptr || !frame->type) return {};
  draft.type = *frame->type;
  draft.mode = frame->mode;
  draft.confidence = frame->confidence;
  cast(*frame, clause, WordClass::noun, draft);
  return draft;
}

std::optional<Draft> Drafting::draft_of(TokenIndex token) const {
  const Upos tag = tree_.at(token).upos;
  if (const Mention* mention = text_.mention_at(token); mention && mention->level == MentionLevel::name) return {};
  std::optional<Draft> draft;
  if (tag == Upos::verb) draft = draft_of_verb(token);
  if (tag == Upos::noun) draft = draft_of_noun(token);
  if (!draft) return {};
  draft->standing = standing_of(tree_, text_.frames(), token);
  read_weapon(*draft);
  return draft;
}

}  // namespace

void add_all(std::vector<TokenIndex>& into, const std::vector<TokenIndex>& from) {
  for (const TokenIndex token : from)
    if (std::ranges::find(into, token) == into.end()) into.push_back(token);
}

std::vector<Draft> drafts_of(const EventText& text, const NearVerbs& near) {
  const Drafting drafting(text, near);
  std::vector<Draft> drafts;
  for (TokenIndex token = 0; token < text.tree().size(); ++token)
    if (std::optional<Draft> draft = drafting.draft_of(token)) drafts.push_back(std::move(*draft));
  fold(text, drafts);
  return drafts;
}

}  // namespace crossread::account
