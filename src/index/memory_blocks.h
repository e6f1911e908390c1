// A BlockStore in memory: for tests, benchmarks and one-off comparisons without a store.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "types/posting.h"

namespace crossread {

class MemoryBlocks : public BlockStore {
 public:
  std::vector<Segment> segments(std::string_view name) const override;
  std::uint32_t new_segment(std::string_view name, std::uint32_t level, std::uint64_t postings) override;
  void put_block(std::uint32_t segment, std::uint32_t number, std::uint64_t first_key, std::string_view bytes) override;
  void drop_segment(std::uint32_t segment) override;
  void blocks_with(std::uint32_t segment, std::uint64_t key,
                   const std::function<void(std::uint32_t number, std::string_view bytes)>& visit) const override;
  std::string block(std::uint32_t segment, std::uint32_t number) const override;

  std::uint64_t bytes() const;  // of all blocks

 private:
  struct Block {
    std::uint64_t first_key = 0;
    std::string bytes;
  };
  struct Run {
    std::string name;
    Segment segment;
    std::vector<Block> blocks;
  };
  std::map<std::uint32_t, Run> runs_;
  std::uint32_t last_id_ = 0;
};

}  // namespace crossread
