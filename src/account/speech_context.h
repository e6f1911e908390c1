// The words of a report as the reading of statements asks about them: the tree, its quotations, the table of cues, and
// small questions on one token.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "account/speech_quotes.h"
#include "account/speech_tree.h"
#include "lexicon/speech_words.h"
#include "types/account.h"

namespace crossread::account {

bool is_comma(std::string_view form);  // or a colon or a semicolon

struct SpeechContext {
  const SpeechTree& tree;
  const std::vector<Quotation>& quotations;
  const SpeechWords& words;

  // All three must outlive this.
  SpeechContext(const SpeechTree& tree, const std::vector<Quotation>& quotations, const SpeechWords& words);

  bool equal_start(TokenIndex at, std::string_view word) const;
  const Quotation* quotation_at(TokenIndex at) const;
  bool closes(TokenIndex at) const;
  bool opens(TokenIndex at) const;
  bool is_negation(TokenIndex at) const;
  bool is_passive(TokenIndex verb) const;
  bool is_relative(TokenIndex at) const;
  bool is_nominal(TokenIndex at) const;
  bool is_finite(TokenIndex at) const;
  bool is_question_word(TokenIndex at) const;
  // Without quotations and without a verb of its own but in a relative clause.
  bool is_plain(TokenRun run) const;
  TokenIndex skip_commas(TokenIndex at, TokenIndex step) const;
  bool is_time(TokenIndex at) const;
  std::optional<Act> act(TokenIndex at, SpeechKind kind, std::string_view pattern) const;
  // As the table has it: of a verb with the particle behind it where it has one of its own for the two ("point out").
  std::string cue_lemma(TokenIndex at, SpeechKind kind) const;
  bool has_particle(TokenIndex verb) const;
  std::string lowered(TokenIndex at) const;
  std::string lowered_lemma(TokenIndex at) const;
  bool is_cue_verb(TokenIndex at) const;
  bool is_quoted(TokenIndex at) const;  // in a closed quotation of some words
  bool may_be_cue(TokenIndex verb) const;

 private:
  std::vector<int> quotation_at_;  // by token; -1: none
};

}  // namespace crossread::account
