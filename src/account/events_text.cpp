#include "account/events_text.h"

#include <algorithm>

namespace crossread::account {
namespace {

bool is_wider(const Mention& one, const Mention* other) {
  return other == nullptr || one.span.size() > other->span.size();
}

}  // namespace

EventText::EventText(const EventFrames& frames, const Report& report, const Analysis& analysis)
    : frames_(frames), report_(report), analysis_(analysis), tree_(analysis) {
  const std::size_t count = analysis.tokens.size();
  times_.resize(count);
  sentences_.resize(count);
  places_.resize(count);
  for (const TimeExpression& time : analysis.times)
    each_token(time.span, [&](std::size_t token) { times_[token] = &time; });
  for (const Sentence& sentence : analysis.sentences)
    for (std::size_t token = sentence.first_token; token < sentence.end_token; ++token) sentences_[token] = &sentence;
  for (const Furniture& furniture : report.furniture) {
    const Place place = furniture.kind == FurnitureKind::headline ? Place::headline : Place::furniture;
    each_token(furniture.span, [&](std::size_t token) { places_[token] = place; });
  }
  find_mentions();
  find_quotes();
}

TokenIndex EventText::first_token(ByteSpan span) const {
  const auto& tokens = analysis_.tokens;
  const auto first =
      std::ranges::lower_bound(tokens, span.begin, {}, [](const Token& token) { return token.span.begin; });
  return static_cast<TokenIndex>(first - tokens.begin());
}

template <typename Take>
void EventText::each_token(ByteSpan span, const Take& take) const {
  const auto& tokens = analysis_.tokens;
  for (auto at = static_cast<std::size_t>(first_token(span)); at < tokens.size() && tokens[at].span.end <= span.end;
       ++at)
    take(at);
}

void EventText::find_mentions() {
  const std::size_t count = analysis_.tokens.size();
  mentions_.resize(count);
  headed_.resize(count);
  for (const Mention& mention : analysis_.mentions) {
    each_token(mention.span, [&](std::size_t token) {
      if (is_wider(mention, mentions_[token])) mentions_[token] = &mention;
    });
    const TokenIndex head = head_token(mention.span);
    if (head < 0) continue;
    const Mention*& headed = headed_[static_cast<std::size_t>(head)];
    if (is_wider(mention, headed)) headed = &mention;
  }
  for (std::size_t token = 0; token < count; ++token)
    if (headed_[token] != nullptr) mentions_[token] = headed_[token];
}

// Quotation marks open and close by turns within a paragraph, which is a line of the text.
void EventText::find_quotes() {
  quoted_.resize(analysis_.tokens.size());
  bool open = false;
  std::uint32_t last = 0;
  for (std::size_t token = 0; token < quoted_.size(); ++token) {
    const ByteSpan span = analysis_.tokens[token].span;
    if (std::string_view(report_.text).substr(last, span.begin - last).find('\n') != std::string_view::npos)
      open = false;
    last = span.end;
    const std::string_view word = span.in(report_.text);
    if (word == "“") {
      open = true;
    } else if (word == "”") {
      open = false;
    } else if (word == "\"") {
      open = !open;
    }
    quoted_[token] = open;
  }
}

bool EventText::is_place(TokenIndex token) const {
  const Mention* mention = mention_at(token);
  return mention != nullptr && (mention->kind == EntityKind::place || mention->kind == EntityKind::facility);
}

bool EventText::is_party(TokenIndex token) const {
  const Token& word = tree_.at(token);
  if (time_at(token) != nullptr) return false;
  if (mention_at(token) != nullptr) return true;
  if (word.upos != Upos::noun && word.upos != Upos::propn) return false;
  return frames_.of(tree_.lemma(token), WordClass::noun).empty();
}

bool EventText::is_somebody(TokenIndex token) const {
  if (tree_.at(token).upos == Upos::propn || frames_.in_class("people", tree_.lemma(token))) return true;
  const Mention* mention = mention_at(token);
  if (mention == nullptr) return false;
  if (mention->level != MentionLevel::nominal) return true;
  switch (mention->kind) {
    case EntityKind::person:
    case EntityKind::organisation:
    case EntityKind::place:
    case EntityKind::group:
    case EntityKind::facility:
    case EntityKind::vehicle:
      return true;
    default:
      return false;  // "an offer", of which the report speaks twice
  }
}

TokenIndex EventText::head_token(ByteSpan span) const {
  const auto& tokens = analysis_.tokens;
  for (auto at = static_cast<std::size_t>(first_token(span)); at < tokens.size() && tokens[at].span.end <= span.end;
       ++at) {
    const TokenIndex up = tokens[at].head;
    if (up < 0 || !span.contains(tree_.at(up).span)) return static_cast<TokenIndex>(at);
  }
  return -1;
}

}  // namespace crossread::account
