// Words that change how a sentence may be shown alone or set beside another (data/lexicon/<lang>/bearing.tsv).
#pragma once

#include <cstdint>
#include <filesystem>
#include <set>

namespace crossread {

class Bearing {
 public:
  // Reads the table; throws BrokenWorld, naming the line, if it cannot be read or a row is bad.
  explicit Bearing(const std::filesystem::path& file);

  // A sentence that begins with this word (its hash, see text/words.h) leans on the one before: "He", "But".
  bool leans_back(std::uint64_t word) const { return leans_back_.contains(word); }

  // The word turns a sentence round or leaves it open: "not", "denied", "may".
  bool turns(std::uint64_t word) const { return turns_.contains(word); }

  // The word says that something is not so because somebody says so: "denied", "refutes". It turns a sentence too.
  bool denies(std::uint64_t word) const { return denies_.contains(word); }

 private:
  std::set<std::uint64_t> leans_back_;
  std::set<std::uint64_t> turns_;
  std::set<std::uint64_t> denies_;
};

}  // namespace crossread
