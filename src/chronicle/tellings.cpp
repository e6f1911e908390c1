// Two sentences say the same when most of the rarity of the richer one stands in both, and their numbers and turning
// words are equal: "The bridge at Orlo was closed on Monday." and "Orlo's bridge was closed on Monday.", but not "16"
// for "22", nor "denied that he ordered" for "ordered".
//
// To count who tells a sentence, verbatim copies are put together first; the different wordings are then compared with
// those that share one of their rarest words (prefix filtering, [Bayardo et al. 2007]), so that a story of ten thousand
// copies costs no more than one of ten.
//
// Guarded by tests/chronicle/tellings_test.cpp, which compares with all pairs.
#include "chronicle/tellings.h"

#include <algorithm>
#include <map>
#include <set>

#include "text/words.h"

namespace crossread {
namespace {

// None of these was tuned on a labelled set; they were set by reading the briefs of the seeds and examples, 2026-11-22.
constexpr int kCommon = 300;              // centibels: words more frequent than one in a thousand carry nothing
constexpr int kMostRarity = 250;          // above kCommon: a name that no table knows says no more than a rare word
constexpr std::uint64_t kSameShare = 60;  // percent of rarity shared by both to say the same
constexpr std::uint64_t kContainedShare = 60;  // percent of rarity that a line has, to hold nothing new
constexpr std::size_t kMinWords = 6;           // fewer is a heading or a fragment
constexpr std::size_t kMostUses = 1000;        // wordings that use a word, beyond which it finds nothing

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

using Wordings =
    std::map<std::pair<std::vector<Telling::RareWord>, std::vector<std::uint64_t>>, std::vector<std::size_t>>;

// The rarest words of a telling, until the others are too few to say the same by themselves: whatever says the same
// has one of these. Among equals the lower hash.
std::vector<std::uint64_t> probes(const Telling& telling) {
  std::vector<Telling::RareWord> rarest = telling.words;
  std::ranges::stable_sort(rarest, std::greater{}, &Telling::RareWord::rarity);
  std::vector<std::uint64_t> found;
  std::uint64_t left = telling.rarity;
  for (const Telling::RareWord& word : rarest) {
    if (left * 100 < telling.rarity * kSameShare) break;
    found.push_back(word.word);
    left -= word.rarity;
  }
  return found;
}

// Fills told_by.
void count_tellers(std::vector<Telling>& all) {
  Wordings wordings;  // tellings that are word for word the same
  for (std::size_t i = 0; i < all.size(); ++i) wordings[{all[i].words, all[i].telling}].push_back(i);
  std::map<std::uint64_t, std::vector<const std::vector<std::size_t>*>> users;
  for (const auto& [words, members] : wordings) {
    for (const Telling::RareWord& word : words.first) users[word.word].push_back(&members);
  }
  for (const auto& [words, members] : wordings) {
    const Telling& telling = all[members.front()];
    std::set<const std::vector<std::size_t>*> alike = {&members};
    for (const std::uint64_t probe : probes(telling)) {
      if (users[probe].size() > kMostUses) continue;
      for (const std::vector<std::size_t>* other : users[probe]) {
        if (!alike.contains(other) && says_the_same(telling, all[other->front()])) alike.insert(other);
      }
    }
    std::set<OriginId> tellers;
    for (const std::vector<std::size_t>* group : alike) {
      for (const std::size_t i : *group) tellers.insert(all[i].origin);
    }
    for (const std::size_t i : members) all[i].told_by = tellers.size();
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
  return shared_rarity(a, b) * 100 >= std::max(a.rarity, b.rarity) * kSameShare;
}

bool contained(const Telling& telling, const Telling& line) {
  if (!std::ranges::includes(line.telling, telling.telling)) return false;
  return shared_rarity(telling, line) * 100 >= telling.rarity * kContainedShare;
}

}  // namespace crossread
