#include "store/packed.h"

#include <zstd.h>

#include <new>

#include "base/fault.h"
#include "store/bytes.h"

namespace crossread {
namespace {

constexpr int kLevel = 1;  // 3 costs 5 % of all writing and saves nothing on texts of 400 words (bench/store)
constexpr std::uint64_t kLargest = std::uint64_t{1}
                                   << 30;  // far beyond what intake takes: a damaged size asks for less

}  // namespace

struct Packer::Contexts {
  ZSTD_CCtx* in = ZSTD_createCCtx();
  ZSTD_DCtx* out = ZSTD_createDCtx();
  Contexts() = default;
  Contexts(const Contexts&) = delete;
  Contexts& operator=(const Contexts&) = delete;
  ~Contexts() {
    ZSTD_freeCCtx(in);
    ZSTD_freeDCtx(out);
  }
};

Packer::Packer() : contexts_(std::make_unique<Contexts>()) {
  if (contexts_->in == nullptr || contexts_->out == nullptr) throw std::bad_alloc();
  ZSTD_CCtx_setParameter(contexts_->in, ZSTD_c_compressionLevel, kLevel);
  ZSTD_CCtx_setParameter(contexts_->in, ZSTD_c_checksumFlag, 1);
}

Packer::~Packer() = default;

std::string Packer::packed(std::string_view bytes, std::string_view prefix) {
  std::string packed(ZSTD_compressBound(bytes.size()), '\0');
  ZSTD_CCtx_refPrefix(contexts_->in, prefix.data(), prefix.size());  // for this one frame only
  const std::size_t size = ZSTD_compress2(contexts_->in, packed.data(), packed.size(), bytes.data(), bytes.size());
  if (ZSTD_isError(size)) throw BrokenWorld(std::string("cannot compress: ") + ZSTD_getErrorName(size));
  packed.resize(size);
  return packed;
}

std::string Packer::unpacked(std::string_view packed, std::string_view prefix) {
  const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), packed.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > kLargest) {
    throw DamagedBytes("it is no whole zstd frame");
  }
  std::string bytes(size, '\0');
  ZSTD_DCtx_refPrefix(contexts_->out, prefix.data(), prefix.size());
  const std::size_t got = ZSTD_decompressDCtx(contexts_->out, bytes.data(), bytes.size(), packed.data(), packed.size());
  if (ZSTD_isError(got)) throw DamagedBytes(ZSTD_getErrorName(got));
  if (got != size) throw DamagedBytes("it is shorter than it says");
  return bytes;
}

}  // namespace crossread
