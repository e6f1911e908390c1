// Two sentences say the same when most of the rarity of the richer one stands in both, and their numbers and turning
// words are equal: "The bridge at Orlo was closed on Monday." and "Orlo's bridge was closed on Monday.", but not "16"
// for "22", nor "denied that he ordered" for "ordered".
//
// To count who tells a sentence, verbatim copies are put together first; the different wordings are then compared with
// those that share one of their rarest words (prefix filtering, [Bayardo et al. 2007]), so that a story of a thousand
// copies costs no more than one of ten.
//
// Guarded by tests/chronicle/tellings_test.cpp, which compares with all pairs.
#include "chronicle/tellings.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "text/words.h"

namespace crossread {
namespace {

// None of these was tuned on a labelled set; they were set by reading the briefs of the seeds and examples, 2026-11-22.
constexpr int kCommon = 300;              // centibels: words more frequent than one in a thousand carry nothing
constexpr int kMostRarity = 250;          // above kCommon: a name that no table knows says no more than a rare word
constexpr std::uint64_t kSameShare = 60;  // percent of rarity shared by both to say the same
constexpr std::uint64_t kContainedShare = 60;  // percent of rarity that a line has, to hold nothing new
constexpr std::size_t kMinWords = 6;           // fewer is a heading or a fragment
constexpr std::size_t kMostUses = 1000;        // wordings found by one word, beyond which it finds nothing

bool has_digit(std::string_view word) {
  return std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

bool in_body(const Report& report, ByteSpan span) {
  return std::ranges::any_of(report.body, [&](ByteSpan range) { return range.contains(span); });
}

// A whole sentence: it ends like one, begins with no small letter, and closes the quotes that it opens.
bool whole(std::string_view text) {
  const auto ends_with = [&](std::string_view mark) { return text.ends_with(mark); };
  static constexpr std::string_view kEnds[] = {".", "!", ".”", "!”", ".\"", "!\"", ".’", ".'", ".)", "。"};
  if (std::ranges::none_of(kEnds, ends_with)) return false;
  if (text.front() >= 'a' && text.front() <= 'z') return false;
  std::size_t opened = 0;
  std::size_t closed = 0;
  std::size_t straight = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i, 3) == "“") ++opened;
    if (text.substr(i, 3) == "”") ++closed;
    if (text[i] == '"') ++straight;
  }
  return opened == closed && straight % 2 == 0;
}

Telling read(const Report& report, std::uint32_t index, ByteSpan span, const SentenceTables& tables) {
  Telling telling;
  telling.place = {index, span};
  const std::vector<Word> found = words(report.text, span);
  telling.length = found.size();
  telling.leans_back = !found.empty() && tables.bearing.leans_back(found.front().hash);
  std::set<std::uint64_t> different;
  for (const Word& word : found) {
    const bool number = has_digit(word.span.in(report.text));
    if (number || tables.bearing.turns(word.hash)) telling.telling.push_back(word.hash);
    const int rarity = std::min(tables.background.rarity(word.hash) - kCommon, kMostRarity);
    if (rarity <= 0 || !different.insert(word.hash).second) continue;
    telling.words.push_back({word.hash, static_cast<std::uint64_t>(rarity), 0});
    telling.rarity += static_cast<std::uint64_t>(rarity);
  }
  std::ranges::sort(telling.words);
  std::ranges::sort(telling.telling);
  return telling;
}

ByteSpan trimmed(std::string_view text, ByteSpan span) {
  const auto blank = [&](std::uint32_t at) { return text[at] == ' ' || text[at] == '\n' || text[at] == '\t'; };
  while (!span.empty() && blank(span.begin)) ++span.begin;
  while (!span.empty() && blank(span.end - 1)) --span.end;
  return span;
}

std::vector<Telling> sentences_of(std::span<const StoryFile::Member> members, const OriginAt& origin_at,
                                  const SentenceTables& tables) {
  std::vector<Telling> all;
  for (std::uint32_t i = 0; i < members.size(); ++i) {
    const Report& report = members[i].entry.report;
    std::size_t position = 0;
    for (const Sentence& sentence : members[i].analysis.sentences) {
      const ByteSpan span = trimmed(report.text, sentence.span);
      if (span.empty() || !in_body(report, span)) continue;
      Telling telling = read(report, i, span, tables);
      telling.whole = telling.length >= kMinWords && whole(span.in(report.text));
      telling.position = position;
      if (telling.whole) ++position;
      telling.origin = origin_at(telling.place);
      all.push_back(std::move(telling));
    }
  }
  return all;
}

using Users = std::map<std::uint64_t, std::set<OriginId>>;

Users users_in_titles(std::span<const StoryFile::Member> members) {
  Users users;
  for (const StoryFile::Member& member : members) {
    const std::string& title = member.entry.report.title;
    const ByteSpan all = {0, static_cast<std::uint32_t>(title.size())};
    for (const Word& word : words(title, all)) users[word.hash].insert(member.entry.origin);
  }
  return users;
}

void count_origins(std::vector<Telling>& all, const Users& in_titles) {
  Users users;
  for (const Telling& telling : all) {
    for (const Telling::RareWord& word : telling.words) users[word.word].insert(telling.origin);
  }
  for (Telling& telling : all) {
    for (Telling::RareWord& word : telling.words) {
      const auto titles = in_titles.find(word.word);
      word.origins = users[word.word].size() + (titles == in_titles.end() ? 0 : titles->second.size());
    }
  }
}

// Tellings that are word for word the same.
struct Wording {
  std::vector<std::size_t> members;   // in order of the tellings
  std::vector<std::uint64_t> prefix;  // see prefix_of()
};

std::vector<Wording> wordings_of(const std::vector<Telling>& all) {
  std::map<std::pair<std::vector<Telling::RareWord>, std::vector<std::uint64_t>>, std::size_t> known;
  std::vector<Wording> wordings;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto [place, is_new] = known.try_emplace({all[i].words, all[i].telling}, wordings.size());
    if (is_new) wordings.emplace_back();
    wordings[place->second].members.push_back(i);
  }
  return wordings;
}

using Uses = std::unordered_map<std::uint64_t, std::uint32_t>;  // wordings that have a word

// The words of a telling that few others have, until the rest is too light to say the same by itself. Since the words
// stand in one order for all, two tellings that say the same have a word of their prefixes in common.
std::vector<std::uint64_t> prefix_of(const Telling& telling, const Uses& uses) {
  std::vector<std::tuple<std::uint32_t, std::uint64_t, std::uint64_t>> order;  // uses, word, rarity
  order.reserve(telling.words.size());
  for (const Telling::RareWord& word : telling.words) order.emplace_back(uses.at(word.word), word.word, word.rarity);
  std::ranges::sort(order);
  std::vector<std::uint64_t> prefix;
  std::uint64_t left = telling.rarity;
  for (const auto& [count, word, rarity] : order) {
    if (left * 100 < telling.rarity * kSameShare) break;
    prefix.push_back(word);
    left -= rarity;
  }
  return prefix;
}

// Under each word the wordings whose prefix has it.
std::unordered_map<std::uint64_t, std::vector<std::size_t>> index_prefixes(std::vector<Wording>& wordings,
                                                                           const std::vector<Telling>& all) {
  Uses uses;
  for (const Wording& wording : wordings) {
    for (const Telling::RareWord& word : all[wording.members.front()].words) ++uses[word.word];
  }
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> users;
  for (std::size_t i = 0; i < wordings.size(); ++i) {
    wordings[i].prefix = prefix_of(all[wordings[i].members.front()], uses);
    for (const std::uint64_t word : wordings[i].prefix) users[word].push_back(i);
  }
  return users;
}

// Fills told_by.
void count_tellers(std::vector<Telling>& all) {
  std::vector<Wording> wordings = wordings_of(all);
  const auto users = index_prefixes(wordings, all);
  std::vector<std::size_t> compared_with(wordings.size(), wordings.size());  // the last wording that met this one
  for (std::size_t i = 0; i < wordings.size(); ++i) {
    std::set<OriginId> tellers;
    const auto count = [&](const Wording& wording) {
      for (const std::size_t member : wording.members) tellers.insert(all[member].origin);
    };
    count(wordings[i]);
    compared_with[i] = i;
    for (const std::uint64_t word : wordings[i].prefix) {
      const std::vector<std::size_t>& others = users.at(word);
      if (others.size() > kMostUses) continue;
      for (const std::size_t other : others) {
        if (std::exchange(compared_with[other], i) == i) continue;
        if (says_the_same(all[wordings[i].members.front()], all[wordings[other].members.front()]))
          count(wordings[other]);
      }
    }
    for (const std::size_t member : wordings[i].members) all[member].told_by = tellers.size();
  }
}

}  // namespace

std::vector<Telling> tellings(std::span<const StoryFile::Member> members, const OriginAt& origin_at,
                              const SentenceTables& tables) {
  std::vector<Telling> all = sentences_of(members, origin_at, tables);
  count_origins(all, users_in_titles(members));
  count_tellers(all);
  return all;
}

std::uint64_t shared_rarity(const Telling& a, const Telling& b) {
  std::uint64_t shared = 0;
  auto other = b.words.begin();
  for (const Telling::RareWord& word : a.words) {
    while (other != b.words.end() && other->word < word.word) ++other;
    if (other != b.words.end() && other->word == word.word) shared += word.rarity;
  }
  return shared;
}

bool says_the_same(const Telling& a, const Telling& b) {
  if (a.telling != b.telling) return false;
  if (std::min(a.rarity, b.rarity) * 100 < std::max(a.rarity, b.rarity) * kSameShare) return false;
  return shared_rarity(a, b) * 100 >= std::max(a.rarity, b.rarity) * kSameShare;
}

bool contained(const Telling& telling, const Telling& line) {
  if (!std::ranges::includes(line.telling, telling.telling)) return false;
  return shared_rarity(telling, line) * 100 >= telling.rarity * kContainedShare;
}

}  // namespace crossread
