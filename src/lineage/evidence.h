// What two reports share, weighed as evidence that one was written from the other.
//
// Guarded by tests/lineage/compare_test.cpp.
#pragma once

#include <cstdint>
#include <vector>

#include "lexicon/common_words.h"
#include "lineage/alignment.h"
#include "lineage/side.h"

namespace crossread {

// One side, made ready.
struct Reading {
  const Report* report = nullptr;
  const std::vector<Word>* words = nullptr;
  std::vector<std::uint8_t> quoted;  // a flag for each word: it stands in a quotation

  const Word& word(std::size_t i) const { return (*words)[i]; }
  std::size_t size() const { return words->size(); }
};

Reading reading(const Side& side);

// How often words of one sort agree, and how often one stands against another of the other text.
struct Tally {
  int kept = 0;
  int exchanged = 0;
};

struct Weighed {
  Stretch stretch;
  int unquoted = 0;  // weight of the words outside quotations, see evidence.cpp
  int quoted = 0;    // weight of those in a quotation of either side
  int words = 0;     // that agree
  int unquoted_words = 0;
  int free_words = 0;     // outside quotations
  int quotation = 0;      // words in quotations of the run that has most
  Tally telling;          // words that are not common
  Tally facts;            // names and numbers
  bool standing = false;  // it ends both bodies
};

struct Shared {
  std::vector<Weighed> stretches;  // in order of `a`
  int evidence = 0;           // beyond what independent accounts reach, summed over the stretches that do not stand
  int standing_evidence = 0;  // the same of those that do
  int unquoted_words = 0;
  int quotation = 0;  // of the longest run
  Tally telling;
  Tally facts;
};

// `runs` as shared_runs(*a.words, *b.words) gives them.
Shared shared(const std::vector<SharedRun>& runs, const Reading& a, const Reading& b, const CommonWords& common);

// The shares of both bodies that lie in stretches, and the words of `a` that do.
struct Coverage {
  double a = 0;
  double b = 0;
  std::uint32_t a_words = 0;
  double most() const { return a < b ? b : a; }
};
Coverage coverage(const std::vector<Weighed>& stretches, const Reading& a, const Reading& b);

// What they share is a frame that each fills in its own way.
bool is_mould(const Shared& found);

// The verdict on two that do not share a mould: one of the two was written from the other.
bool is_copied(const Shared& found, const Reading& a, const Reading& b, const CommonWords& common);

}  // namespace crossread
