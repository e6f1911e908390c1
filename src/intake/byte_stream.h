// The bytes of one file or of standard input, unpacked on the way if they are compressed (gzip, zstd, xz, bzip2; by
// libarchive), in pieces of bounded size.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace crossread::intake {

class ByteStream {
 public:
  // Fails with Fault::unreadable.
  static Result<ByteStream> open(const std::string& path);
  static Result<ByteStream> standard_input();
  // Of bytes in memory, unpacked if they are compressed; `bytes` must outlive the stream.
  static Result<ByteStream> of(std::string_view bytes);
  ~ByteStream();
  ByteStream(ByteStream&&) noexcept;
  ByteStream& operator=(ByteStream&&) noexcept;

  // Up to `most` bytes from here on; fewer only at the end. Fails with bad_archive when compressed bytes are damaged or
  // break off, with unreadable when the disk fails.
  Result<std::string> read(std::size_t most);

  // Passes over `count` bytes; says how many there were.
  Result<std::uint64_t> skip(std::uint64_t count);

  struct Line {
    std::string bytes;      // without its line end
    bool too_long = false;  // longer than `most`: its first bytes are here, the others have been passed over
  };
  // The next line; empty at the end.
  Result<std::optional<Line>> line(std::size_t most);

  // The bytes that come next, at least `least` of them unless the stream ends before; they stay to be read.
  Result<std::string_view> peek(std::size_t least);

  // Bytes taken from the disk so far, as they lie there.
  std::uint64_t bytes_taken() const;

 private:
  struct State;
  explicit ByteStream(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace crossread::intake
