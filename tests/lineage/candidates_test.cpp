// Traces against a judge that compares every pair: in random worlds of originals, copies, lifts and strangers no link
// is lost whose two reports share a long enough run.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "lineage/alignment.h"
#include "lineage/traces.h"
#include "lineage_samples.h"

namespace crossread {
namespace {

class RandomWorld {
 public:
  explicit RandomWorld(unsigned seed) : random_(seed) {
    for (int i = 0; i < 30; ++i) {
      const std::size_t copied = reports_.size();
      add(sentences(8 + random_() % 8));
      if (i % 3 == 0) add(shortened(texts_[copied]));
      if (i % 3 == 1) add(reworded(texts_[copied]));
      if (i % 5 == 0) add(hosting(texts_[copied]));
    }
  }
  const std::vector<Report>& reports() const { return reports_; }

 private:
  using Sentences = std::vector<std::string>;

  std::string word() {
    static const char* const kCommon[] = {"the", "of", "and", "said", "in", "to", "a", "was"};
    if (random_() % 3 == 0) return kCommon[random_() % 8];
    std::string made;
    for (int i = 0; i < 3; ++i) made += {"bdfgklmnprstvz"[random_() % 14], "aeiou"[random_() % 5]};
    return made;
  }
  Sentences sentences(std::size_t count) {
    Sentences made(count);
    for (std::string& sentence : made) {
      for (std::size_t words = 8 + random_() % 12; words > 0; --words) sentence += word() + (words > 1 ? " " : ".");
    }
    return made;
  }
  Sentences shortened(const Sentences& source) { return {source.begin(), source.begin() + 4}; }
  Sentences reworded(Sentences source) {
    for (std::string& sentence : source) {
      if (random_() % 2 == 0) sentence.replace(0, sentence.find(' '), word());
    }
    return source;
  }
  Sentences hosting(const Sentences& source) {
    Sentences made = sentences(6);
    made.insert(made.begin() + 3, source.begin() + 2, source.begin() + 5);
    return made;
  }
  void add(Sentences text) {
    std::string joined;
    for (const std::string& sentence : text) joined += sentence + ' ';
    reports_.push_back(report_of("r" + std::to_string(reports_.size()), joined, "2025-02-10"));
    texts_.push_back(std::move(text));
  }

  std::mt19937 random_;
  std::vector<Report> reports_;
  std::vector<Sentences> texts_;
};

bool share_traces(const Report& a, const Report& b) {
  const auto keys_a = traces_of(a);
  const auto keys_b = traces_of(b);
  return std::find_first_of(keys_a.begin(), keys_a.end(), keys_b.begin(), keys_b.end()) != keys_a.end();
}

std::uint32_t longest_run(const Report& a, const Report& b) {
  std::uint32_t longest = 0;
  for (const SharedRun& run : shared_runs(body_words(a), body_words(b))) longest = std::max(longest, run.size);
  return longest;
}

TEST(Candidates, Lose_no_link_that_comparing_every_pair_finds) {
  std::size_t links = 0;
  std::size_t found = 0;
  for (unsigned seed = 0; seed < 5; ++seed) {
    const RandomWorld world(seed);
    const std::vector<Report>& reports = world.reports();
    for (std::size_t i = 0; i < reports.size(); ++i) {
      for (std::size_t k = 0; k < i; ++k) {
        if (!compared(reports[i], reports[k])) continue;
        ++links;
        const bool traced = share_traces(reports[i], reports[k]);
        found += traced ? 1 : 0;
        EXPECT_TRUE(traced || longest_run(reports[i], reports[k]) < kSureRun) << reports[i].text << "\n\n"
                                                                              << reports[k].text;
      }
    }
  }
  EXPECT_GE(links, 130U) << "the worlds hold copies";
  EXPECT_GE(100 * found, 98 * links);
}

}  // namespace
}  // namespace crossread
