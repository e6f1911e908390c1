#include "account/speech_tree.h"

#include <algorithm>

namespace crossread::account {
namespace {

bool equal_letters(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

SpeechTree::SpeechTree(const Report& report, const Analysis& analysis) : analysis_(&analysis), text_(report.text) {
  sentence_of_.resize(analysis.tokens.size());
  for (std::size_t s = 0; s < analysis.sentences.size(); ++s) {
    for (std::uint32_t t = analysis.sentences[s].first_token; t < analysis.sentences[s].end_token; ++t)
      sentence_of_[t] = static_cast<std::uint32_t>(s);
  }
  find_children();
  find_subtrees();
  find_paragraphs(report);
}

void SpeechTree::find_children() {
  first_child_.assign(static_cast<std::size_t>(size()) + 1, 0);
  for (const Token& token : analysis_->tokens) {
    if (token.head >= 0) ++first_child_[static_cast<std::size_t>(token.head) + 1];
  }
  for (std::size_t i = 1; i < first_child_.size(); ++i) first_child_[i] += first_child_[i - 1];
  children_.resize(first_child_.back());
  std::vector<std::uint32_t> next(first_child_.begin(), first_child_.end() - 1);
  for (TokenIndex i = 0; i < size(); ++i) {
    if ((*this)[i].head >= 0) children_[next[static_cast<std::size_t>((*this)[i].head)]++] = i;
  }
}

// A token's run is widened into its governors' one by one; trees are shallow.
void SpeechTree::find_subtrees() {
  subtree_.resize(static_cast<std::size_t>(size()));
  for (TokenIndex i = 0; i < size(); ++i) subtree_[static_cast<std::size_t>(i)] = {i, i};
  for (TokenIndex i = 0; i < size(); ++i) {
    TokenIndex up = (*this)[i].head;
    for (int steps = 0; up >= 0 && steps < 1000; ++steps, up = (*this)[up].head) {
      TokenRun& run = subtree_[static_cast<std::size_t>(up)];
      run = {std::min(run.first, i), std::max(run.last, i)};
    }
  }
}

void SpeechTree::find_paragraphs(const Report& report) {
  paragraph_of_.resize(static_cast<std::size_t>(size()));
  headline_.resize(static_cast<std::size_t>(size()));
  std::uint32_t paragraph = 0;
  for (TokenIndex i = 0; i < size(); ++i) {
    const std::uint32_t begin = i ? (*this)[i - 1].span.end : 0;
    const std::string_view between = text_.substr(begin, std::max((*this)[i].span.begin, begin) - begin);
    if (i && between.find('\n') != std::string_view::npos) ++paragraph;
    paragraph_of_[static_cast<std::size_t>(i)] = paragraph;
  }
  for (const Furniture& piece : report.furniture) {
    if (piece.kind != FurnitureKind::headline) continue;
    for (TokenIndex i = 0; i < size(); ++i) {
      if (piece.span.contains((*this)[i].span)) headline_[static_cast<std::size_t>(i)] = true;
    }
  }
}

bool SpeechTree::is(TokenIndex at, std::string_view lemma) const {
  return at >= 0 && at < size() && equal_letters((*this)[at].lemma, lemma);
}

std::span<const TokenIndex> SpeechTree::children(TokenIndex at) const {
  if (!holds(at)) return {};
  const std::size_t i = static_cast<std::size_t>(at);
  return std::span(children_).subspan(first_child_[i], first_child_[i + 1] - first_child_[i]);
}

TokenIndex SpeechTree::child(TokenIndex at, Relation relation) const {
  for (const TokenIndex c : children(at)) {
    if ((*this)[c].relation == relation) return c;
  }
  return kNone;
}

TokenIndex SpeechTree::mark(TokenIndex at, std::string_view lemma) const {
  for (const TokenIndex c : children(at)) {
    const Relation relation = (*this)[c].relation;
    if ((relation == Relation::case_ || relation == Relation::mark) && is(c, lemma)) return c;
  }
  return kNone;
}

TokenIndex SpeechTree::case_of(TokenIndex at) const {
  for (const TokenIndex c : children(at)) {
    const Relation relation = (*this)[c].relation;
    if (relation == Relation::case_ || relation == Relation::mark) return c;
  }
  return kNone;
}

bool SpeechTree::is_below(TokenIndex at, TokenIndex ancestor) const {
  for (int steps = 0; at >= 0 && steps < 1000; ++steps, at = (*this)[at].head) {
    if (at == ancestor) return true;
  }
  return false;
}

TokenRun SpeechTree::sentence_run(TokenIndex at) const {
  if (!holds(at)) return {};
  const Sentence& sentence = analysis_->sentences[this->sentence(at)];
  return {static_cast<TokenIndex>(sentence.first_token), static_cast<TokenIndex>(sentence.end_token) - 1};
}

}  // namespace crossread::account
