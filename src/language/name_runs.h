// Finds the stretches of a sentence that are written like names, and cuts them where a title or another name begins:
// "US Ambassador Kelly Craft" gives "US" and, after a title, "Kelly Craft". What each one names is decided in names.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "language/text_tokens.h"
#include "lexicon/name_tables.h"
#include "lexicon/word_set.h"

namespace crossread::language {

// One stretch of text, as the finder of names needs it.
struct NameText {
  std::string_view text;
  const TokenList& list;
  const std::vector<TokenRange>& sentences;
  const std::vector<bool>& taken;  // by token: it belongs to a time expression
};

struct NameCandidate {
  TokenRange tokens;
  std::optional<std::uint32_t> place;      // as KnownPlace of NameTables
  std::optional<EntityKind> organisation;  // a known one: organisation or group
  bool people = false;                     // "Iraqis": a group by its demonym
  bool titled = false;                     // a title stands before it
  bool begins_sentence = false;            // where any word has a capital
};

class NameRuns {
 public:
  // The tables must outlive it.
  NameRuns(const NameTables& tables, const WordSet& function_words)
      : tables_(tables), function_words_(function_words) {}

  // In order, apart, all within the sentence. A sentence in capitals or with a capital on every word gives only what
  // the tables know.
  std::vector<NameCandidate> candidates(const NameText& text, TokenRange sentence) const;

  // Whether capitals tell nothing: a headline in title case, or shouted.
  bool is_titled(const NameText& text, TokenRange sentence) const;

  bool is_function(WordId word) const { return function_words_.has(word); }

 private:
  const NameTables& tables_;
  const WordSet& function_words_;
};

}  // namespace crossread::language
