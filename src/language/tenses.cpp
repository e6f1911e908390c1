// The verb that the time hangs on tells by its own form, with its auxiliaries; an infinitive is to come unless a verb
// that is over governs it. The present is what newspapers plan in ("the summit opens on Monday"), but for headlines,
// which tell of what is over in it, and for verbs that bring in what somebody says.
#include "language/tenses.h"

namespace crossread::language {
namespace {

// How far a word may stand from a date to tell its tense, in tokens. Not tuned.
constexpr std::uint32_t kReachLeft = 14;
constexpr std::uint32_t kReachRight = 10;

Tense tense_of(TenseHint hint) {
  return hint == TenseHint::past ? Tense::past : hint == TenseHint::future ? Tense::future : Tense::unknown;
}

// The tree of one sentence. Words are counted within it.
class Clauses {
 public:
  Clauses(std::string_view text, std::span<const WordReading> words, const TokenList& list, TokenRange sentence,
          const TenseWords& hints)
      : words_(words.subspan(sentence.first, sentence.end - sentence.first)),
        ids_(std::span(list.words).subspan(sentence.first, sentence.end - sentence.first)),
        tokens_(std::span(list.tokens).subspan(sentence.first, sentence.end - sentence.first)),
        text_(text),
        hints_(hints) {}

  // A verb in the past right before the phrase is its own, whatever the tree says ("announced Wednesday").
  Tense around(TokenRange phrase) const {
    std::uint32_t before = phrase.first;
    if (before > 0 && words_[before - 1].upos == Upos::adp) --before;
    if (before > 0 && is_past(before - 1)) return of_predicate(static_cast<std::int32_t>(before - 1));
    const std::int32_t governor = words_[top_of(phrase)].head;
    return governor >= 0 && is_predicate(governor) ? of_predicate(governor) : Tense::unknown;
  }

 private:
  // The word of the phrase that hangs on a word outside of it.
  std::int32_t top_of(TokenRange phrase) const {
    for (std::uint32_t at = phrase.first; at < phrase.end; ++at) {
      const std::int32_t head = words_[at].head;
      if (head < 0 || head < static_cast<std::int32_t>(phrase.first) || head >= static_cast<std::int32_t>(phrase.end)) {
        return static_cast<std::int32_t>(at);
      }
    }
    return static_cast<std::int32_t>(phrase.first);
  }

  bool is_past(std::uint32_t at) const { return words_[at].xpos == Xpos::vbd || words_[at].xpos == Xpos::vbn; }

  bool is_predicate(std::int32_t at) const {
    if (words_[at].upos == Upos::verb) return true;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (words_[i].head == at && words_[i].relation == crossread::Relation::cop) return true;
    }
    return false;
  }

  Tense of_predicate(std::int32_t at) const {
    const Tense helped = by_helpers(at);
    if (helped != Tense::unknown) return helped;
    switch (words_[at].xpos) {
      case Xpos::vbd:
        return word_tense(at) == Tense::future ? Tense::future : Tense::past;
      case Xpos::vbz:
      case Xpos::vbp:
        return brings_in_speech(at) || has(at) || !ends_with_stop() ? Tense::unknown : Tense::future;
      case Xpos::vb:
        return of_infinitive(at);
      default:
        return Tense::unknown;
    }
  }

  // By the auxiliaries and the copula: what a modal says, else what their own form says.
  Tense by_helpers(std::int32_t at) const {
    Tense found = Tense::unknown;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const WordReading& word = words_[i];
      const bool helps = word.relation == crossread::Relation::aux || word.relation == crossread::Relation::aux_pass ||
                         word.relation == crossread::Relation::cop;
      if (word.head != at || !helps) continue;
      if (word.xpos == Xpos::md) return tense_of(hints_[ids_[i]]);
      if (word.xpos == Xpos::vbd) found = Tense::past;
    }
    return found == Tense::past && word_tense(at) == Tense::future ? Tense::future : found;
  }

  // "is to meet on Friday" is to come, and so is what hangs on a present; "failed to appear on Friday" is over. A verb
  // that is over looks ahead only if the table names it.
  Tense of_infinitive(std::int32_t at) const {
    if (has_present_helper(at)) return Tense::future;
    const std::int32_t head = words_[at].head;
    if (head < 0 || words_[at].relation != crossread::Relation::xcomp) return Tense::unknown;
    if (word_tense(head) == Tense::future) return Tense::future;
    const Xpos form = words_[head].xpos;
    return form == Xpos::vbz || form == Xpos::vbp ? Tense::future : Tense::unknown;
  }

  bool has_present_helper(std::int32_t at) const {
    for (const WordReading& word : words_) {
      if (word.head == at && word.upos == Upos::aux && (word.xpos == Xpos::vbz || word.xpos == Xpos::vbp)) return true;
    }
    return false;
  }

  bool brings_in_speech(std::int32_t at) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const crossread::Relation relation = words_[i].relation;
      if (words_[i].head == at && relation == crossread::Relation::ccomp) return true;
    }
    return words_[at].relation == crossread::Relation::parataxis;
  }

  // "The log has 1:47 on Friday": a state, no plan.
  bool has(std::int32_t at) const {
    const std::string_view form = tokens_[static_cast<std::size_t>(at)].span.in(text_);
    return form == "has" || form == "have";
  }

  bool ends_with_stop() const { return words_.back().xpos == Xpos::stop || words_.back().xpos == Xpos::close_quote; }

  Tense word_tense(std::int32_t at) const { return tense_of(hints_[ids_[at]]); }

  std::span<const WordReading> words_;
  std::span<const WordId> ids_;
  std::span<const TextToken> tokens_;
  std::string_view text_;
  const TenseWords& hints_;
};

}  // namespace

Tense TenseFinder::around(std::string_view text, const TokenList& list, std::span<const WordReading> readings,
                          TokenRange sentence, TokenRange phrase) const {
  if (phrase.first > sentence.first) {
    const std::string_view before = list.tokens[phrase.first - 1].span.in(text);
    if (before == "until" || before == "till") return Tense::future;
    if (before == "since") return Tense::past;
    if (before == "for" && list.tokens[phrase.first].shape == Shape::capital) return Tense::future;
  }
  if (!readings.empty()) {
    const TokenRange within = {phrase.first - sentence.first, phrase.end - sentence.first};
    const Tense found = Clauses(text, readings, list, sentence, words_).around(within);
    if (found != Tense::unknown) return found;
  }
  return by_words(text, list, sentence, phrase);
}

TenseHint TenseFinder::hint(std::string_view text, const TokenList& list, std::uint32_t at) const {
  const auto form = [&](std::uint32_t token) { return list.tokens[token].span.in(text); };
  // "to be published" is to come, and in "will be published" the word before the passive tells.
  if (form(at) == "be") return at > 0 && form(at - 1) == "to" ? TenseHint::future : TenseHint::none;
  const TenseHint listed = words_[list.words[at]];
  const bool regular = list.tokens[at].shape == Shape::lower && form(at).size() > 4 && form(at).ends_with("ed");
  const TenseHint found = listed == TenseHint::none && regular ? TenseHint::past : listed;
  return found == TenseHint::past && at > 0 && form(at - 1) == "be" ? TenseHint::none : found;
}

// The nearest word before the phrase that tells, else the nearest one behind it.
Tense TenseFinder::by_words(std::string_view text, const TokenList& list, TokenRange sentence,
                            TokenRange phrase) const {
  for (std::uint32_t step = 1; step <= kReachLeft && phrase.first >= sentence.first + step; ++step) {
    const TenseHint found = hint(text, list, phrase.first - step);
    if (found != TenseHint::none) return tense_of(found);
  }
  for (std::uint32_t at = phrase.end; at < sentence.end && at < phrase.end + kReachRight; ++at) {
    const TenseHint found = hint(text, list, at);
    if (found != TenseHint::none) return tense_of(found);
  }
  return Tense::unknown;
}

}  // namespace crossread::language
