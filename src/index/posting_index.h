// Under a key, which reports: a log-structured index over the blocks of a store. Each batch becomes one sorted segment
// that is never changed; eight segments of one level are merged into one of the next, so a posting is written once a
// level. A fresh process reads only the blocks that its keys fall into.
//
//   PostingIndex index(blocks, "traces");
//   index.add({{key, number}, ...});                 // within the batch's transaction
//   for (const Posting& found : index.find(keys)) ...
//
// Guarded by tests/index/posting_index_test.cpp (against a std::multimap) and fuzz/index/block.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "types/posting.h"

namespace crossread {

// The postings of the index `name` under these keys, in order of key, then report, each once. Keys in any order. Throws
// BrokenWorld if a block is damaged.
std::vector<Posting> find_postings(const BlockStore& blocks, std::string_view name,
                                   std::span<const std::uint64_t> keys);

class PostingIndex {
 public:
  // `blocks` must outlive the index. Indexes of one store are told apart by `name`.
  PostingIndex(BlockStore& blocks, std::string name);

  // In any order, repetitions allowed. Adding what is there already changes no answer.
  void add(std::vector<Posting> batch);

  std::vector<Posting> find(std::span<const std::uint64_t> keys) const { return find_postings(blocks_, name_, keys); }

 private:
  void merge_full_levels();

  BlockStore& blocks_;
  std::string name_;
};

}  // namespace crossread
