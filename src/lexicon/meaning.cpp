#include "lexicon/meaning.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>

#include "base/fault.h"
#include "base/hash.h"

namespace crossread {
namespace {

constexpr std::string_view kMagic = "CRMEAN01";
constexpr std::size_t kHashBytes = sizeof(std::uint64_t);
constexpr int kBucketBits = 12;                // some eighteen hashes a bucket
constexpr std::size_t kLongestUnlisted = 64;   // bytes; what is longer is no word
constexpr std::string_view kInnerMark = "##";  // before a piece for the inside of words
constexpr std::size_t kLongestPiece = 24;      // bytes; only listed words of common use are longer

struct Header {
  char magic[8];
  std::uint32_t rows;
  std::uint32_t dimensions;
  float scale;
  std::uint32_t nothing;
  std::uint64_t checksum;
};
static_assert(sizeof(Header) == 32);

template <typename Value>
Value read(std::string_view bytes, std::size_t at) {
  Value value;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

[[noreturn]] void refuse(std::string_view why) {
  throw BrokenWorld(fmt::format(
      "meaning.bin is damaged: {}; install the models again, or set CROSSREAD_DATA to a whole folder", why));
}

std::size_t bucket_of(std::uint64_t hash) {
  return hash >> (64 - kBucketBits);
}

// The mean of vectors, each number rounded towards zero.
class Mean {
 public:
  void add(MeaningVectors::View row) {
    for (std::size_t i = 0; i < MeaningVectors::kSize; ++i) sums_[i] += row[i];
    ++count_;
  }
  void write(MeaningVectors::Row& out) const {
    for (std::size_t i = 0; i < MeaningVectors::kSize; ++i) {
      out[i] = static_cast<std::int8_t>(count_ == 0 ? 0 : sums_[i] / count_);
    }
  }

 private:
  std::array<std::int32_t, MeaningVectors::kSize> sums_{};
  std::int32_t count_ = 0;
};

}  // namespace

MeaningVectors::MeaningVectors(const std::filesystem::path& models_folder) : file_(models_folder / "meaning.bin") {
  const std::string_view bytes = file_->bytes();
  if (bytes.size() < sizeof(Header)) refuse("it is cut off");
  if (read<Header>(bytes, 0).checksum != hash64(bytes.substr(sizeof(Header)))) refuse("its checksum does not match");
  take(bytes);
}

MeaningVectors MeaningVectors::of_bytes(std::string_view bytes) {
  MeaningVectors vectors;
  vectors.take(bytes);
  return vectors;
}

void MeaningVectors::take(std::string_view bytes) {
  if (bytes.size() < sizeof(Header)) refuse("it is cut off");
  const auto header = read<Header>(bytes, 0);
  if (std::string_view(header.magic, sizeof header.magic) != kMagic) refuse("it is of another kind or version");
  if (header.dimensions != kSize || header.nothing != 0) refuse("its vectors are of another size");
  if (!std::isfinite(header.scale) || header.scale <= 0) refuse("its scale is no positive number");
  if (bytes.size() != sizeof(Header) + header.rows * (kHashBytes + kSize)) refuse("it is not as long as it says");
  bytes_ = bytes;
  size_ = header.rows;
  starts_.assign((std::size_t{1} << kBucketBits) + 1, 0);
  for (std::size_t row = 0; row < size_; ++row) {
    if (row > 0 && hash_at(row) <= hash_at(row - 1)) refuse("its words are not in order");
    starts_[bucket_of(hash_at(row)) + 1] = static_cast<std::uint32_t>(row + 1);
  }
  for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] = std::max(starts_[i], starts_[i - 1]);
}

float MeaningVectors::scale() const {
  return read<Header>(bytes_, 0).scale;
}

std::uint64_t MeaningVectors::checksum() const {
  return read<Header>(bytes_, 0).checksum;
}

std::uint64_t MeaningVectors::hash_at(std::size_t row) const {
  return read<std::uint64_t>(bytes_, sizeof(Header) + row * kHashBytes);
}

MeaningVectors::View MeaningVectors::row_at(std::size_t row) const {
  const char* at = bytes_.data() + sizeof(Header) + size_ * kHashBytes + row * kSize;
  return View(reinterpret_cast<const std::int8_t*>(at), kSize);
}

std::optional<MeaningVectors::View> MeaningVectors::listed(std::uint64_t hash) const {
  const std::size_t bucket = bucket_of(hash);
  for (std::size_t row = starts_[bucket]; row < starts_[bucket + 1]; ++row) {
    const std::uint64_t here = hash_at(row);
    if (here >= hash) return here == hash ? std::optional(row_at(row)) : std::nullopt;
  }
  return std::nullopt;
}

MeaningVectors::View MeaningVectors::of(std::string_view folded_word, Row& made) const {
  if (const std::optional<View> whole = listed(hash64(folded_word))) return *whole;
  Mean mean;
  std::string piece;
  std::size_t begin = folded_word.size() > kLongestUnlisted ? folded_word.size() : 0;
  while (begin < folded_word.size()) {
    std::size_t length = std::min(folded_word.size() - begin, kLongestPiece);
    for (; length > 0; --length) {
      piece.assign(begin == 0 ? "" : kInnerMark).append(folded_word, begin, length);
      if (const std::optional<View> part = listed(hash64(piece))) {
        mean.add(*part);
        break;
      }
    }
    begin += std::max<std::size_t>(length, 1);  // a byte that begins no piece is passed over
  }
  mean.write(made);
  return View(made);
}

}  // namespace crossread
