#include "account/event_knowledge.h"

#include <algorithm>

namespace crossread::account {
namespace {

const std::vector<KnownField> kNothing;
constexpr std::size_t kBeginning = 3;  // sentences: headline and what opens the report

FieldWord word_of(Upos tag) {
  if (tag == Upos::verb) return FieldWord::verb;
  return tag == Upos::adj ? FieldWord::adjective : FieldWord::noun;
}

// The places of the greatest votes, counted from one, most first; 0 where nothing is left.
template <std::size_t kCount, typename Votes>
std::array<std::uint32_t, kCount> greatest(Votes votes) {
  std::array<std::uint32_t, kCount> places{};
  for (std::uint32_t& place : places) {
    const auto most = std::ranges::max_element(votes);
    if (*most <= 0) break;
    place = static_cast<std::uint32_t>(most - votes.begin()) + 1;
    *most = 0;
  }
  return places;
}

}  // namespace

EventKnowledge::EventKnowledge(const EventText& text, const EventFields& fields, const PartyKinds& kinds)
    : text_(text), fields_(fields), kinds_(kinds) {
  const TokenIndex count = text.tree().size();
  for (TokenIndex token = 0; token < count; ++token) {
    const std::vector<KnownField>& thing = fields_.of(text.tree().lemma(token), FieldWord::field);
    own_.push_back(&read_own(token));
    phrases_.push_back(&read_phrase(token));
    shown_.push_back(thing.empty() ? &named(token) : &thing);
  }
  find_votes();
  find_doers();
}

const std::vector<KnownField>& EventKnowledge::read_own(TokenIndex token) const {
  return fields_.of(text_.tree().lemma(token), word_of(text_.tree().at(token).upos));
}

// Whether each of the words hangs on the word, or on what hangs on it by a preposition, before it or as its object.
bool EventKnowledge::stands_beside(TokenIndex token, const std::vector<std::string>& rest) const {
  const Tree& tree = text_.tree();
  return std::ranges::all_of(rest, [&](const std::string& word) {
    return std::ranges::any_of(tree.children(token), [&](TokenIndex child) {
      if (tree.at(child).relation == Relation::nsubj) return false;
      if (tree.lemma(child) == word) return true;
      return std::ranges::any_of(tree.children(child), [&](TokenIndex inner) {
        const Relation relation = tree.at(inner).relation;
        return (relation == Relation::case_ || relation == Relation::compound) && tree.lemma(inner) == word;
      });
    });
  });
}

const std::vector<KnownField>& EventKnowledge::read_phrase(TokenIndex token) const {
  const Tree& tree = text_.tree();
  if (tree.at(token).upos == Upos::noun) {
    if (const TokenIndex before = tree.child(token, Relation::compound); before >= 0)
      return fields_.of(tree.lemma(before) + "-" + tree.lemma(token), FieldWord::noun);
    return kNothing;
  }
  const FieldPhrase* longest = nullptr;
  for (const FieldPhrase& phrase : fields_.phrases_of(tree.lemma(token)))
    if ((longest == nullptr || phrase.rest.size() > longest->rest.size()) && stands_beside(token, phrase.rest))
      longest = &phrase;
  return longest == nullptr ? kNothing : longest->fields;
}

void EventKnowledge::add_votes(TokenIndex token, int sign, EventVotes& votes) const {
  const Upos tag = text_.tree().at(token).upos;
  if ((tag != Upos::noun && tag != Upos::verb) || text_.in_furniture(token)) return;
  const std::vector<KnownField>& fields = shown(token);
  int whole = 0;
  for (const KnownField& known : fields) whole += 1 + static_cast<int>(known.surety);
  const bool thing = &fields != &named(token);
  for (const KnownField& known : fields)
    if (known.field < kEventTypeCount)
      votes[known.field] += sign * (thing ? 24 : 12) * (1 + static_cast<int>(known.surety)) / whole;
}

void EventKnowledge::find_votes() {
  const std::vector<Sentence>& sentences = text_.analysis().sentences;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    EventVotes& votes = sentence_votes_.emplace_back();
    const auto end = static_cast<TokenIndex>(sentences[i].end_token);
    for (auto token = static_cast<TokenIndex>(sentences[i].first_token); token < end; ++token)
      add_votes(token, 1, votes);
    for (std::size_t type = 0; type < votes.size(); ++type) {
      report_votes_[type] += votes[type];
      if (i < kBeginning) beginning_votes_[type] += votes[type];
    }
  }
  topics_ = greatest<3>(report_votes_);
}

std::ptrdiff_t EventKnowledge::sentence_number(TokenIndex token) const {
  const Sentence* sentence = text_.sentence_of(token);
  return sentence == nullptr ? -1 : sentence - text_.analysis().sentences.data();
}

EventVotes EventKnowledge::sentence_votes(TokenIndex token) const {
  const std::ptrdiff_t sentence = sentence_number(token);
  if (sentence < 0) return {};
  EventVotes votes = sentence_votes_[static_cast<std::size_t>(sentence)];
  add_votes(token, -1, votes);
  return votes;
}

EventVotes EventKnowledge::neighbour_votes(TokenIndex token) const {
  EventVotes votes{};
  const std::ptrdiff_t sentence = sentence_number(token);
  if (sentence < 0) return votes;
  for (const std::ptrdiff_t near : {sentence - 1, sentence + 1})
    if (near >= 0 && near < std::ssize(sentence_votes_))
      for (std::size_t type = 0; type < votes.size(); ++type)
        votes[type] += sentence_votes_[static_cast<std::size_t>(near)][type];
  return votes;
}

std::array<std::uint32_t, 2> EventKnowledge::sentence_topics(TokenIndex token) const {
  return greatest<2>(sentence_votes(token));
}

void EventKnowledge::find_doers() {
  std::array<int, 64> votes{};
  for (TokenIndex token = 0; token < text_.tree().size(); ++token) {
    if (text_.in_furniture(token)) continue;
    const std::vector<PartyKind>& kinds = kinds_.of(text_.tree().lemma(token));
    for (const PartyKind kind : kinds) votes[kind] += 12 / static_cast<int>(kinds.size());
    const Mention* mention = text_.mention_headed(token);
    if (mention == nullptr) continue;
    if (mention->entity >= entity_kinds_.size()) entity_kinds_.resize(mention->entity + 1);
    std::vector<PartyKind>& known = entity_kinds_[mention->entity];
    if (known.empty()) known = kinds;
  }
  doers_ = greatest<3>(votes);
}

const std::vector<PartyKind>& EventKnowledge::kinds(TokenIndex token) const {
  const std::vector<PartyKind>& own = kinds_.of(text_.tree().lemma(token));
  if (!own.empty()) return own;
  const Mention* mention = text_.mention_at(token);
  return mention == nullptr || mention->entity >= entity_kinds_.size() ? own : entity_kinds_[mention->entity];
}

}  // namespace crossread::account
