// Three signs: the noun itself (a source, an insider), a noun of office without its holder's name and told of for the
// first time (a diplomat, two bank officials), or words beside the speaker that say so (who asked not to be named).
// What the same thing says elsewhere in the report is unnamed as well.
#include "account/statements_unnamed.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace crossread::account {
namespace {

constexpr std::array<std::string_view, 2> kSecret = {"source", "insider"};
constexpr std::array<std::string_view, 9> kHolders = {"commander", "aide",   "diplomat", "friend", "official",
                                                      "pal",       "person", "people",   "one"};
constexpr std::array<std::string_view, 5> kUnnamed = {"anonymous", "unnamed", "unidentified", "undisclosed",
                                                      "people familiar"};
// What somebody who will not be named asks for or is given.
constexpr std::array<std::string_view, 22> kAskedNotToBe = {"anonymity",
                                                            "anonymous",
                                                            "not to be named",
                                                            "not be named",
                                                            "not to be identified",
                                                            "not be identified",
                                                            "declined to be named",
                                                            "wished to remain",
                                                            "not authorised to",
                                                            "not authorized to",
                                                            "name withheld",
                                                            "name be withheld",
                                                            "leave out his name",
                                                            "leave out her name",
                                                            "leave his name out",
                                                            "leave her name out",
                                                            "not give his name",
                                                            "not give her name",
                                                            "only his first name",
                                                            "only her first name",
                                                            "condition of",
                                                            "without being named"};
constexpr TokenIndex kLongestPhrase = 30;

bool is_one_of(const SpeechTree& tree, TokenIndex at, const auto& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return tree.is(at, word); });
}

bool has_any(std::string_view text, const auto& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

// "did not want his name to be written", "would give only his nickname"
bool withholds_name(const SpeechTree& tree, TokenRun run) {
  bool no = false;
  for (TokenIndex i = run.first; i <= run.last; ++i) {
    no = no || tree.is(i, "not") || tree.is(i, "n't") || tree.is(i, "no") || tree.is(i, "only") || tree.is(i, "ask") ||
         tree.is(i, "withhold") || tree.is(i, "without") || tree.is(i, "forbid");
    if (no && (tree.is(i, "name") || tree.is(i, "nickname") || tree.is(i, "identify") || tree.is(i, "quote")))
      return true;
  }
  return false;
}

// The words of a speaker with the apposition or relative clause behind, within his sentence and outside what he says.
TokenRun around(const SpeechTree& tree, const Speech& speech) {
  const TokenRun sentence = tree.sentence_run(speech.speaker.head);
  TokenRun run = speech.speaker.run;
  const auto is_told = [&](TokenIndex at) {
    return std::any_of(speech.content.begin(), speech.content.end(), [&](TokenRun told) { return told.has(at); });
  };
  while (run.last < sentence.last && run.last - speech.speaker.run.last < kLongestPhrase && !is_told(run.last + 1))
    ++run.last;
  return run;
}

bool is_definite(const SpeechTree& tree, TokenRun run) {
  return tree.is(run.first, "the") || tree[run.first].xpos == Xpos::prp_poss;
}

bool holds_name(const SpeechTree& tree, TokenRun run) {
  const ByteSpan span = tree.span(run);
  return std::any_of(tree.analysis().mentions.begin(), tree.analysis().mentions.end(), [&](const Mention& mention) {
    return mention.level == MentionLevel::name && mention.kind == EntityKind::person && span.contains(mention.span);
  });
}

// "one of the two", "two of them": of those who were not named before
bool is_one_of_several(const SpeechTree& tree, TokenRun run) {
  const bool some = tree[run.first].upos == Upos::num || tree.is(run.first, "one") || tree.is(run.first, "another");
  if (!some || run.last < run.first + 2 || !tree.is(run.first + 1, "of")) return false;
  return tree.is(run.first + 2, "they") || (tree.is(run.first + 2, "the") && tree[run.first + 3].upos == Upos::num);
}

bool is_unnamed(const SpeechTree& tree, const Speech& speech) {
  const TokenRun run = speech.speaker.run;
  if (run.empty() || holds_name(tree, run)) return false;
  const TokenIndex head = speech.speaker.head;
  const std::string_view name = tree.span(run).in(tree.text());
  if (is_one_of(tree, head, kSecret) || has_any(name, kUnnamed)) return true;
  const bool bare = run.first == run.last;  // "officials said": the body
  if (is_one_of(tree, head, kHolders) && !bare && !is_definite(tree, run) && tree[head].upos == Upos::noun) return true;
  if (is_one_of_several(tree, run)) return true;
  const TokenRun near = around(tree, speech);
  return has_any(tree.span(near).in(tree.text()), kAskedNotToBe) || withholds_name(tree, near);
}

bool says_who(const Account& account, const Statement& statement) {
  return statement.speakers.empty() || !account.entities[statement.speakers.front().entity].nameless;
}

}  // namespace

void mark_unnamed(const SpeechTree& tree, const std::vector<Speech>& speeches, Account& account) {
  std::vector<EntityIndex> unnamed;
  for (std::size_t i = 0; i < speeches.size(); ++i) {
    Statement& statement = account.statements[i];
    if (!speeches[i].speaker || !is_unnamed(tree, speeches[i])) continue;
    statement.anonymous = true;
    if (!statement.speakers.empty() && !says_who(account, statement))
      unnamed.push_back(statement.speakers.front().entity);
  }
  for (Statement& statement : account.statements) {
    if (statement.speakers.empty()) continue;
    const EntityIndex who = statement.speakers.front().entity;
    if (std::find(unnamed.begin(), unnamed.end(), who) != unnamed.end()) statement.anonymous = true;
  }
}

}  // namespace crossread::account
