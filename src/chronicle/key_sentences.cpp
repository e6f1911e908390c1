// A greedy choice by what a sentence adds, after maximal marginal relevance [Carbonell and Goldstein 1998].
//
// A word is worth its rarity in the language times the number of origins that use it: what every origin speaks of, and
// ordinary talk does not, is what the story is about. A sentence is worth the weight of those of its words that no
// chosen line has yet, over its length; more at the head of its report, less when it leans on the sentence before it.
// The best is taken, and again, until the lines are full or nothing much is left; a sentence that is almost contained
// in a chosen line is out. When the lines left are no more than the origins not yet heard, only those may speak.
//
// Every other sentence that says nearly the same in nearly the same words, with the same numbers and the same turning
// words ("not", "denied"), becomes a further citation of the line: "The bridge at Orlo was closed on Monday." and
// "Orlo's bridge was closed on Monday." are one line with two citations; with "16" for "22" they are not.
//
// All sums are of whole numbers. Guarded by tests/chronicle/brief_test.cpp.
#include "chronicle/key_sentences.h"

#include <algorithm>
#include <map>
#include <set>

#include "text/words.h"

namespace crossread {
namespace {

// None of these was tuned on a labelled set; they were set by reading the briefs of the example stories, 2026-11-22.
constexpr int kCommon = 300;              // centibels: words more frequent than one in a thousand carry nothing
constexpr std::size_t kMinWords = 6;      // fewer is a heading or a fragment
constexpr std::size_t kMaxWords = 60;     // more is a list or two sentences in one
constexpr std::uint64_t kDamping = 12;    // words added to a length, so that short sentences do not win by being short
constexpr std::uint64_t kSameShare = 75;  // percent of rarity shared by both to say the same
constexpr std::uint64_t kContainedShare = 60;  // percent of rarity that a chosen line has, to be left out
constexpr std::uint64_t kLeastWorth = 12;      // percent of the first line's worth, to be still worth a line

struct Weighed {
  std::uint64_t word = 0;
  std::uint64_t rarity = 0;   // above kCommon
  std::uint64_t origins = 0;  // that use it in this story
  friend auto operator<=>(const Weighed&, const Weighed&) = default;
};

struct Candidate {
  Citation place;
  OriginId origin;
  std::size_t length = 0;    // words
  std::size_t position = 0;  // among the sentences of its report, from 0
  bool leans_back = false;
  std::vector<Weighed> words;          // different words that carry weight, in order of hash
  std::vector<std::uint64_t> telling;  // numbers and turning words, in order
  std::uint64_t rarity = 0;            // of all `words`
};

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

Candidate read(const Report& report, std::uint32_t index, ByteSpan span, const SentenceTables& tables) {
  Candidate candidate;
  candidate.place = {index, span};
  const std::vector<Word> found = words(report.text, span);
  candidate.length = found.size();
  candidate.leans_back = !found.empty() && tables.bearing.leans_back(found.front().hash);
  std::set<std::uint64_t> different;
  for (const Word& word : found) {
    const bool number = has_digit(word.span.in(report.text));
    if (number || tables.bearing.turns(word.hash)) candidate.telling.push_back(word.hash);
    const int rarity = tables.background.rarity(word.hash) - kCommon;
    if (rarity <= 0 || !different.insert(word.hash).second) continue;
    candidate.words.push_back({word.hash, static_cast<std::uint64_t>(rarity), 0});
    candidate.rarity += static_cast<std::uint64_t>(rarity);
  }
  std::ranges::sort(candidate.words);
  std::ranges::sort(candidate.telling);
  return candidate;
}

ByteSpan trimmed(std::string_view text, ByteSpan span) {
  const auto blank = [&](std::uint32_t at) { return text[at] == ' ' || text[at] == '\n' || text[at] == '\t'; };
  while (!span.empty() && blank(span.begin)) ++span.begin;
  while (!span.empty() && blank(span.end - 1)) --span.end;
  return span;
}

std::vector<Candidate> candidates(std::span<const StoryFile::Member> members, const OriginAt& origin_at,
                                  const SentenceTables& tables) {
  std::vector<Candidate> all;
  for (std::uint32_t i = 0; i < members.size(); ++i) {
    const Report& report = members[i].entry.report;
    std::size_t position = 0;
    for (const Sentence& sentence : members[i].analysis.sentences) {
      const ByteSpan span = trimmed(report.text, sentence.span);
      if (span.empty() || !in_body(report, span)) continue;
      Candidate candidate = read(report, i, span, tables);
      candidate.position = position++;
      candidate.origin = origin_at(candidate.place);
      all.push_back(std::move(candidate));
    }
  }
  return all;
}

void count_origins(std::vector<Candidate>& all) {
  std::map<std::uint64_t, std::set<OriginId>> users;
  for (const Candidate& candidate : all) {
    for (const Weighed& word : candidate.words) users[word.word].insert(candidate.origin);
  }
  for (Candidate& candidate : all) {
    for (Weighed& word : candidate.words) word.origins = users[word.word].size();
  }
}

// The rarity of those words of `a` that `b` has too.
std::uint64_t shared_rarity(const Candidate& a, const Candidate& b) {
  std::uint64_t shared = 0;
  auto other = b.words.begin();
  for (const Weighed& word : a.words) {
    while (other != b.words.end() && other->word < word.word) ++other;
    if (other != b.words.end() && other->word == word.word) shared += word.rarity;
  }
  return shared;
}

bool says_the_same(const Candidate& a, const Candidate& b) {
  if (a.telling != b.telling) return false;
  return shared_rarity(a, b) * 100 >= std::max(a.rarity, b.rarity) * kSameShare;
}

// Nothing new in it: no number and no turning word that the line lacks, and little else.
bool contained(const Candidate& candidate, const Candidate& line) {
  if (!std::ranges::includes(line.telling, candidate.telling)) return false;
  return shared_rarity(candidate, line) * 100 >= candidate.rarity * kContainedShare;
}

// Percent: the head of a report tells what it is about.
std::uint64_t lead(std::size_t position) {
  if (position == 0) return 150;
  if (position <= 2) return 130;
  return position <= 5 ? 115 : 100;
}

class Choice {
 public:
  Choice(std::span<const StoryFile::Member> members, const std::vector<Candidate>& all) : members_(members) {
    for (const Candidate& candidate : all) {
      if (!may_stand_alone(candidate)) continue;
      open_.push_back(&candidate);
      unheard_.insert(candidate.origin);
    }
  }

  // The next line, or null when the choice is over.
  const Candidate* next(const std::vector<Candidate>& all) {
    const bool only_unheard = !unheard_.empty() && kMaxLines - taken_ <= unheard_.size();
    const Candidate* best = nullptr;
    std::uint64_t best_worth = 0;
    for (const Candidate* candidate : open_) {
      if (only_unheard && !unheard_.contains(candidate->origin)) continue;
      const std::uint64_t worth = worth_of(*candidate);
      if (worth > best_worth) {  // the first in canonical order among equals
        best = candidate;
        best_worth = worth;
      }
    }
    if (taken_ == 0) first_worth_ = best_worth;
    if (best == nullptr || taken_ == kMaxLines) return nullptr;
    if (unheard_.empty() && best_worth * 100 < first_worth_ * kLeastWorth) return nullptr;
    take(*best, all);
    return best;
  }

 private:
  bool may_stand_alone(const Candidate& candidate) const {
    const std::string_view text = candidate.place.span.in(members_[candidate.place.report].entry.report.text);
    return candidate.length >= kMinWords && candidate.length <= kMaxWords && candidate.rarity > 0 && whole(text);
  }

  std::uint64_t worth_of(const Candidate& candidate) const {
    std::uint64_t added = 0;
    for (const Weighed& word : candidate.words) {
      if (!covered_.contains(word.word)) added += word.rarity * word.origins;
    }
    added *=
        lead(candidate.position) * (candidate.leans_back ? 50 : 100) * (unheard_.contains(candidate.origin) ? 2 : 1);
    return added / (candidate.length + kDamping);
  }

  void take(const Candidate& line, const std::vector<Candidate>& all) {
    ++taken_;
    for (const Weighed& word : line.words) covered_.insert(word.word);
    for (const Candidate& other : all) {
      if (says_the_same(line, other)) unheard_.erase(other.origin);
    }
    unheard_.erase(line.origin);
    std::erase_if(open_, [&](const Candidate* candidate) {
      return candidate == &line || says_the_same(line, *candidate) || contained(*candidate, line);
    });
  }

  std::span<const StoryFile::Member> members_;
  std::vector<const Candidate*> open_;
  std::set<OriginId> unheard_;
  std::set<std::uint64_t> covered_;
  std::size_t taken_ = 0;
  std::uint64_t first_worth_ = 0;
};

std::string blanks_joined(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t';
    if (!blank) line += c;
    if (blank && !line.empty() && line.back() != ' ') line += ' ';
  }
  return line;
}

// The chosen sentence, then for each other report the sentence that comes closest to saying the same, if one does.
std::vector<Citation> citations(const Candidate& line, const std::vector<Candidate>& all) {
  std::map<std::uint32_t, const Candidate*> closest;
  for (const Candidate& other : all) {
    if (other.place.report == line.place.report || !says_the_same(line, other)) continue;
    const Candidate*& best = closest[other.place.report];
    if (best == nullptr || shared_rarity(line, other) > shared_rarity(line, *best)) best = &other;
  }
  std::vector<Citation> places = {line.place};
  for (const auto& [report, candidate] : closest) places.push_back(candidate->place);
  return places;
}

}  // namespace

std::vector<BriefLine> key_sentences(std::span<const StoryFile::Member> members, const OriginAt& origin_at,
                                     const SentenceTables& tables) {
  std::vector<Candidate> all = candidates(members, origin_at, tables);
  count_origins(all);
  Choice choice(members, all);
  std::vector<BriefLine> lines;
  while (const Candidate* chosen = choice.next(all)) {
    BriefLine line;
    line.text = blanks_joined(chosen->place.span.in(members[chosen->place.report].entry.report.text));
    line.citations = citations(*chosen, all);
    line.origins = origin_at.count(line.citations);
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace crossread
