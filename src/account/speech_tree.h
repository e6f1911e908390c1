// The trees of a report's sentences as the reading of statements walks them.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "types/analysis.h"
#include "types/report.h"

namespace crossread::account {

using TokenIndex = std::int32_t;
inline constexpr TokenIndex kNone = -1;

// Tokens [first, last], both in it.
struct TokenRun {
  TokenIndex first = 0;
  TokenIndex last = kNone;
  bool empty() const { return last < first; }
  bool has(TokenIndex at) const { return first <= at && at <= last; }
  bool overlaps(TokenRun other) const { return first <= other.last && other.first <= last; }
  friend auto operator<=>(const TokenRun&, const TokenRun&) = default;
};

// Tokens are asked for by place, and rules look at the words beside others: before the first token and behind the last
// stands nothing, a token without words, lemma, governor or children.
class SpeechTree {
 public:
  SpeechTree(const Report& report, const Analysis& analysis);

  TokenIndex size() const { return static_cast<TokenIndex>(analysis_->tokens.size()); }
  bool holds(TokenIndex at) const { return at >= 0 && at < size(); }
  const Token& operator[](TokenIndex at) const {
    static const Token kNothing;
    return holds(at) ? analysis_->tokens[static_cast<std::size_t>(at)] : kNothing;
  }
  const Analysis& analysis() const { return *analysis_; }
  std::string_view text() const { return text_; }
  std::string_view form(TokenIndex at) const { return (*this)[at].span.in(text_); }
  bool is(TokenIndex at, std::string_view lemma) const;  // lemma, whatever its capitals

  std::span<const TokenIndex> children(TokenIndex at) const;     // in order of text
  TokenIndex child(TokenIndex at, Relation relation) const;      // the first one; kNone
  TokenIndex mark(TokenIndex at, std::string_view lemma) const;  // its case or mark of this lemma; kNone
  TokenIndex case_of(TokenIndex at) const;                       // its first case or mark of a preposition; kNone
  TokenRun subtree(TokenIndex at) const { return holds(at) ? subtree_[static_cast<std::size_t>(at)] : TokenRun{}; }
  bool is_below(TokenIndex at, TokenIndex ancestor) const;  // or the ancestor itself

  // As many as there are sentences for a token that is none.
  std::size_t sentence(TokenIndex at) const {
    return holds(at) ? sentence_of_[static_cast<std::size_t>(at)] : analysis_->sentences.size();
  }
  TokenRun sentence_run(TokenIndex at) const;
  std::uint32_t paragraph(TokenIndex at) const {
    return holds(at) ? paragraph_of_[static_cast<std::size_t>(at)] : UINT32_MAX;
  }
  bool in_headline(TokenIndex at) const { return holds(at) && headline_[static_cast<std::size_t>(at)]; }

  bool is_punctuation(TokenIndex at) const { return (*this)[at].upos == Upos::punct; }
  ByteSpan span(TokenRun run) const { return {(*this)[run.first].span.begin, (*this)[run.last].span.end}; }

 private:
  void find_children();
  void find_subtrees();
  void find_paragraphs(const Report& report);

  const Analysis* analysis_;
  std::string_view text_;
  std::vector<TokenIndex> children_;        // of all tokens, those of one together
  std::vector<std::uint32_t> first_child_;  // by token, and the end
  std::vector<TokenRun> subtree_;
  std::vector<std::uint32_t> sentence_of_;
  std::vector<std::uint32_t> paragraph_of_;
  std::vector<bool> headline_;
};

}  // namespace crossread::account
