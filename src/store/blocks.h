// The blocks of the indexes as rows of the store.
#pragma once

#include "types/posting.h"

namespace crossread {

class Connection;

// Writing calls are for a batch; `connection` outlives this.
class BlockRows : public BlockStore {
 public:
  explicit BlockRows(Connection& connection) : connection_(connection) {}
  std::vector<Segment> segments(std::string_view name) const override;
  std::uint32_t new_segment(std::string_view name, std::uint32_t level, std::uint64_t postings) override;
  void put_block(std::uint32_t segment, std::uint32_t number, std::uint64_t first_key, std::string_view bytes) override;
  void drop_segment(std::uint32_t segment) override;
  void blocks_with(std::uint32_t segment, std::uint64_t key,
                   const std::function<void(std::uint32_t number, std::string_view bytes)>& visit) const override;
  std::string block(std::uint32_t segment, std::uint32_t number) const override;

 private:
  Connection& connection_;
};

}  // namespace crossread
