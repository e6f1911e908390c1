// Unicode at the borders of the program: checking, normal form, code points. All by ICU.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "types/span.h"

namespace crossread {

bool is_utf8(std::string_view bytes);

// NFC, line ends as LF, byte order mark and zero bytes gone. The input must be UTF-8.
std::string normalised(std::string_view utf8);

// Turns byte offsets of one text into code points, in constant time after one pass.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text);
  std::uint32_t at(std::uint32_t byte) const;  // code points before this byte
  std::uint32_t count() const { return at(bytes_); }

 private:
  std::uint32_t bytes_ = 0;
  bool ascii_ = false;
  std::string_view text_;
  std::vector<std::uint32_t> before_;  // code points before each 64-byte stride
};

}  // namespace crossread
