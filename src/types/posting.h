// What an index knows: under a key, which reports. And what it needs of a store: blobs by number, written in one
// transaction.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"

namespace crossread {

struct Posting {
  std::uint64_t key = 0;
  ReportNumber report;
  friend auto operator<=>(const Posting&, const Posting&) = default;
};

// A sorted run of postings on disk, cut into blocks that are found by their first key. `name` tells indexes of one
// store apart.
class BlockStore {
 public:
  struct Segment {
    std::uint32_t id = 0;
    std::uint32_t level = 0;
    std::uint64_t postings = 0;
  };
  virtual ~BlockStore() = default;
  virtual std::vector<Segment> segments(std::string_view name) const = 0;  // in order of id
  virtual std::uint32_t new_segment(std::string_view name, std::uint32_t level, std::uint64_t postings) = 0;
  // Blocks come in order of number, from 0 without a gap, their first keys never falling; each at most 4,000 bytes.
  virtual void put_block(std::uint32_t segment, std::uint32_t number, std::uint64_t first_key,
                         std::string_view bytes) = 0;
  virtual void drop_segment(std::uint32_t segment) = 0;
  // Visits, in order, the blocks of a segment that may hold `key`: the last whose first key is below it, and every one
  // whose first key it is. The bytes live until the visit returns.
  virtual void blocks_with(std::uint32_t segment, std::uint64_t key,
                           const std::function<void(std::uint32_t number, std::string_view bytes)>& visit) const = 0;
  // The block of that number, counted from 0; empty past the last (no block is).
  virtual std::string block(std::uint32_t segment, std::uint32_t number) const = 0;
};

}  // namespace crossread
