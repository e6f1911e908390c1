// Small values as compact bytes: whole numbers seven bits a byte, texts with their length before them. What a column of
// kind BLOB holds; rows.h says which fields in which order.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/fault.h"

namespace crossread {

class ByteWriter {
 public:
  void number(std::uint64_t value);
  void signed_number(std::int64_t value);  // small magnitudes in few bytes, whatever the sign
  void fixed32(std::uint32_t value);       // four bytes, for hashes
  void fixed64(std::uint64_t value);       // eight
  void text(std::string_view value);
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// The bytes are not what the writer wrote.
class DamagedBytes : public BrokenWorld {
 public:
  using BrokenWorld::BrokenWorld;
};

// Reads back in the order written. Throws DamagedBytes rather than read past the end.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : left_(bytes) {}
  std::uint64_t number();
  std::uint32_t number32();  // refuses what does not fit
  std::uint64_t number_up_to(std::uint64_t largest);
  std::int64_t signed_number();
  std::uint32_t fixed32();
  std::uint64_t fixed64();
  std::string_view text();
  // A count of items of at least `smallest` bytes each, so that a damaged one asks for no more memory than there are
  // bytes.
  std::size_t count(std::size_t smallest = 1);
  void expect_end() const;

 private:
  std::string_view take(std::size_t size);
  std::string_view left_;
};

}  // namespace crossread
