#include "index/memory_blocks.h"

#include <algorithm>

namespace crossread {

std::vector<BlockStore::Segment> MemoryBlocks::segments(std::string_view name) const {
  std::vector<Segment> found;
  for (const auto& [id, run] : runs_) {
    if (run.name == name) found.push_back(run.segment);
  }
  return found;
}

std::uint32_t MemoryBlocks::new_segment(std::string_view name, std::uint32_t level, std::uint64_t postings) {
  const std::uint32_t id = ++last_id_;
  runs_[id] = {std::string(name), {id, level, postings}, {}};
  return id;
}

void MemoryBlocks::put_block(std::uint32_t segment, std::uint32_t number, std::uint64_t first_key,
                             std::string_view bytes) {
  std::vector<Block>& blocks = runs_.at(segment).blocks;
  if (blocks.size() <= number) blocks.resize(number + std::size_t{1});
  blocks[number] = {first_key, std::string(bytes)};
}

void MemoryBlocks::drop_segment(std::uint32_t segment) {
  runs_.erase(segment);
}

void MemoryBlocks::blocks_with(std::uint32_t segment, std::uint64_t key,
                               const std::function<void(std::uint32_t number, std::string_view bytes)>& visit) const {
  const std::vector<Block>& blocks = runs_.at(segment).blocks;
  const auto below = [](const Block& block, std::uint64_t wanted) { return block.first_key < wanted; };
  auto at = std::lower_bound(blocks.begin(), blocks.end(), key, below);
  if (at != blocks.begin()) --at;
  for (; at != blocks.end() && at->first_key <= key; ++at) {
    visit(static_cast<std::uint32_t>(at - blocks.begin()), at->bytes);
  }
}

std::string MemoryBlocks::block(std::uint32_t segment, std::uint32_t number) const {
  const std::vector<Block>& blocks = runs_.at(segment).blocks;
  return number < blocks.size() ? blocks[number].bytes : std::string();
}

std::uint64_t MemoryBlocks::bytes() const {
  std::uint64_t sum = 0;
  for (const auto& [id, run] : runs_) {
    for (const Block& block : run.blocks) sum += block.bytes.size();
  }
  return sum;
}

}  // namespace crossread
