// The sentences of a story as claims are checked against them: what two of them have in common is counted in rare words
// without their endings and in names by whom they name, so that "Suleimani's killing" and "killed General Qasem
// Soleimani" share two.
//
// Guarded by tests/chronicle/claim_lines_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "chronicle/tellings.h"
#include "chronicle/told.h"

namespace crossread {

// What words say, as far as it can be compared.
struct Terms {
  struct Term {
    std::uint64_t key = 0;
    std::uint64_t rarity = 0;
    bool name = false;
    friend auto operator<=>(const Term&, const Term&) = default;
  };
  std::vector<Term> terms;             // each key once, in order
  std::uint64_t names = 0;             // rarity of all names
  std::uint64_t plain = 0;             // and of all other words
  std::vector<std::uint64_t> numbers;  // in order
  std::vector<std::uint64_t> turns;    // in order

  std::uint64_t rarity() const { return names + plain; }
};

// Rarity, as Telling counts it, of what both have.
std::uint64_t shared(const Terms& a, const Terms& b);

// Percent of its rarity that words of one claim must share to tell the same. Set by reading the briefs of the seeds and
// examples, 2026-11-22; not tuned.
inline constexpr std::uint64_t kBorneOut = 50;

// The second tells what the first tells: it has the share of its rarity, so too of that of its words which are no
// names, and all its numbers, and neither is turned round or left open where the other is not.
bool bears_out(const Terms& line, const Terms& other, std::uint64_t percent = kBorneOut);

// The second may tell a part of what the first tells, in words of its own: it has a third of its rarity, so too of that
// of its words which are no names, whatever the numbers and turning words.
bool touches(const Terms& line, const Terms& other);

// Nothing much in it beside what the line says.
bool covered(const Terms& words, const Terms& line);

class Sentences {
 public:
  // `members` and `told` must outlive it.
  Sentences(std::span<const StoryFile::Member> members, const Told& told, const OriginAt& origin_at,
            const SentenceTables& tables);

  // In order of report and text.
  const std::vector<Telling>& all() const { return all_; }
  const Telling& operator[](std::size_t sentence) const { return all_[sentence]; }
  const Terms& terms(std::size_t sentence) const { return terms_[sentence]; }
  const Analysis& analysis(std::uint32_t report) const { return members_[report].analysis; }

  // The sentence in which a place begins.
  std::optional<std::size_t> at(const Citation& place) const;

  // Of words within one sentence.
  Terms terms_of(const Citation& words) const;

  // The words that tell of the event whose trigger this is: all that hangs on it in its sentence.
  Citation clause_around(const Citation& trigger) const;

 private:
  std::span<const StoryFile::Member> members_;
  const Told& told_;
  const SentenceTables tables_;
  std::vector<Telling> all_;
  std::vector<Terms> terms_;
};

// The sentences of these places; the first is shown. Every report is cited once. None may be empty.
BriefLine line_of(std::span<const std::size_t> sentences, const Sentences& all, const Told& told,
                  const OriginAt& origin_at);

// On one line, runs of blanks as one.
std::string blanks_joined(std::string_view text);

}  // namespace crossread
