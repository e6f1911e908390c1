#include "language/analysis_checks.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "text/unicode.h"

namespace crossread::language {
namespace {

bool on_border(std::string_view text, std::uint32_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

bool is_sound(std::string_view text, ByteSpan span) {
  return span.begin < span.end && span.end <= text.size() && on_border(text, span.begin) && on_border(text, span.end);
}

template <class Item>
bool in_order_and_apart(const std::vector<Item>& items) {
  return std::adjacent_find(items.begin(), items.end(),
                            [](const Item& a, const Item& b) { return a.span.end > b.span.begin; }) == items.end();
}

bool in_one_sentence(const Analysis& analysis, ByteSpan span) {
  return std::any_of(analysis.sentences.begin(), analysis.sentences.end(),
                     [&](const Sentence& sentence) { return sentence.span.contains(span); });
}

// ASCII letters and digits of the body that lie in no token.
bool leaves_letters_out(const Report& report, const Analysis& analysis) {
  std::vector<bool> covered(report.text.size());
  for (const Token& token : analysis.tokens) {
    std::fill(covered.begin() + token.span.begin, covered.begin() + token.span.end, true);
  }
  for (const ByteSpan& range : report.body) {
    for (std::uint32_t at = range.begin; at < range.end; ++at) {
      const auto c = static_cast<unsigned char>(report.text[at]);
      if (c > ' ' && c < 0x7f && !covered[at]) return true;
    }
  }
  return false;
}

std::string flaw_of_sentences(const Analysis& analysis) {
  std::uint32_t next = 0;
  for (const Sentence& sentence : analysis.sentences) {
    if (sentence.first_token != next || sentence.end_token <= next || sentence.end_token > analysis.tokens.size()) {
      return "sentences do not share out the tokens";
    }
    next = sentence.end_token;
    if (sentence.span.begin != analysis.tokens[sentence.first_token].span.begin ||
        sentence.span.end != analysis.tokens[sentence.end_token - 1].span.end) {
      return "a sentence is not the span of its tokens";
    }
  }
  return next == analysis.tokens.size() ? "" : "tokens outside of sentences";
}

template <class Item>
std::string flaw_of_items(std::string_view text, const Analysis& analysis, const std::vector<Item>& items,
                          const std::string& name) {
  for (const Item& item : items) {
    if (!is_sound(text, item.span)) return "a bad span: " + name;
    if (!in_one_sentence(analysis, item.span)) return "outside of a sentence: " + name;
  }
  return in_order_and_apart(items) ? "" : "not in order and apart: " + name;
}

// Names stand apart; phrases may hold names and other phrases.
std::string flaw_of_mentions(std::string_view text, const Analysis& analysis) {
  std::vector<Mention> names;
  std::copy_if(analysis.mentions.begin(), analysis.mentions.end(), std::back_inserter(names),
               [](const Mention& mention) { return mention.level == MentionLevel::name; });
  for (const Mention& mention : analysis.mentions) {
    if (!is_sound(text, mention.span)) return "a bad span: mentions";
    if (!in_one_sentence(analysis, mention.span)) return "outside of a sentence: mentions";
  }
  const bool in_order = std::is_sorted(analysis.mentions.begin(), analysis.mentions.end(),
                                       [](const Mention& a, const Mention& b) { return a.span < b.span; });
  return in_order ? flaw_of_items(text, analysis, names, "names") : "not in order: mentions";
}

}  // namespace

std::string flaw_of(const Report& report, const Analysis& analysis) {
  for (const Token& token : analysis.tokens) {
    if (!is_sound(report.text, token.span)) return "a bad span: tokens";
  }
  if (!in_order_and_apart(analysis.tokens)) return "not in order and apart: tokens";
  if (leaves_letters_out(report, analysis)) return "letters in no token";
  for (const std::string& flaw :
       {flaw_of_sentences(analysis), flaw_of_items(report.text, analysis, analysis.times, "times"),
        flaw_of_mentions(report.text, analysis),
        flaw_of_items(report.text, analysis, analysis.quantities, "quantities")}) {
    if (!flaw.empty()) return flaw;
  }
  return "";
}

}  // namespace crossread::language
