#include "store/bytes.h"

#include <limits>

namespace crossread {

void ByteWriter::number(std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) bytes_ += static_cast<char>(value | 0x80);
  bytes_ += static_cast<char>(value);
}

void ByteWriter::signed_number(std::int64_t value) {
  const auto bits = static_cast<std::uint64_t>(value);
  number((bits << 1) ^ (value < 0 ? ~std::uint64_t{0} : 0));
}

void ByteWriter::fixed32(std::uint32_t value) {
  for (unsigned shift = 0; shift < 32; shift += 8) bytes_ += static_cast<char>(value >> shift);
}

void ByteWriter::fixed64(std::uint64_t value) {
  for (unsigned shift = 0; shift < 64; shift += 8) bytes_ += static_cast<char>(value >> shift);
}

void ByteWriter::text(std::string_view value) {
  number(value.size());
  bytes_ += value;
}

std::string_view ByteReader::take(std::size_t size) {
  if (size > left_.size()) throw DamagedBytes("it breaks off");
  const std::string_view taken = left_.substr(0, size);
  left_.remove_prefix(size);
  return taken;
}

std::uint64_t ByteReader::number() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    const auto byte = static_cast<unsigned char>(take(1)[0]);
    if (shift == 63 && byte > 1) break;
    value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return value;
  }
  throw DamagedBytes("a number is longer than 64 bits");
}

std::uint32_t ByteReader::number32() {
  return static_cast<std::uint32_t>(number_up_to(std::numeric_limits<std::uint32_t>::max()));
}

std::uint64_t ByteReader::number_up_to(std::uint64_t largest) {
  const std::uint64_t value = number();
  if (value > largest) throw DamagedBytes("a number is larger than it can be");
  return value;
}

std::int64_t ByteReader::signed_number() {
  const std::uint64_t bits = number();
  return static_cast<std::int64_t>((bits >> 1) ^ (bits & 1 ? ~std::uint64_t{0} : 0));
}

std::uint32_t ByteReader::fixed32() {
  std::uint32_t value = 0;
  unsigned shift = 0;
  for (const char byte : take(4)) {
    value |= static_cast<std::uint32_t>(static_cast<unsigned char>(byte)) << shift;
    shift += 8;
  }
  return value;
}

std::uint64_t ByteReader::fixed64() {
  const std::uint64_t low = fixed32();
  return low | static_cast<std::uint64_t>(fixed32()) << 32;
}

std::string_view ByteReader::text() {
  return take(number());
}

std::size_t ByteReader::count(std::size_t smallest) {
  const std::uint64_t value = number();
  if (value > left_.size() / smallest) throw DamagedBytes("it counts more items than it has bytes");
  return value;
}

void ByteReader::expect_end() const {
  if (!left_.empty()) throw DamagedBytes("bytes are left over");
}

}  // namespace crossread
