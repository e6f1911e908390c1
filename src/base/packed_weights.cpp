// A tile is up to four rows by thirty-two sums, which the vectors of the machine hold at once: for each pair of inputs
// the pair of every row is spread over a vector and multiplied with the weights, two products added, by one
// instruction (two where there is no VNNI). On 26 rows of 384 numbers and 128 sums: 110 thousand million products a
// second with AVX-512 and 91 with AVX2, where sums across vectors (matrix.cpp) took 69; on 26 rows of 128 numbers and
// 96 sums 114 and 91 for 55 (one core of Zen 4, 2026-11-22).
#include "base/packed_weights.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace crossread {
namespace {

constexpr std::size_t kLanes = 16;         // sums side by side in the layout
constexpr std::size_t kTile = 2 * kLanes;  // sums of a tile
constexpr std::size_t kTileRows = 4;       // rows of a tile

// A tile of rows: sums[row * stride + i] = bias[i] + products, for i below kTile. `states` are rows of 2 * pairs
// numbers, `weights` two runs of [pairs][kLanes][2].
using TileOf = void (*)(const std::int16_t* states, std::size_t pairs, const std::int16_t* weights,
                        const std::int32_t* bias, std::int32_t* sums, std::size_t stride);

template <std::size_t kRows>
void plain_tile(const std::int16_t* states, std::size_t pairs, const std::int16_t* weights, const std::int32_t* bias,
                std::int32_t* sums, std::size_t stride) {
  for (std::size_t row = 0; row < kRows; ++row) std::copy_n(bias, kTile, sums + row * stride);
  for (std::size_t half = 0; half < 2; ++half) {
    for (std::size_t pair = 0; pair < pairs; ++pair) {
      const std::int16_t* w = weights + (half * pairs + pair) * 2 * kLanes;
      for (std::size_t row = 0; row < kRows; ++row) {
        const std::int16_t* s = states + (row * pairs + pair) * 2;
        std::int32_t* sum = sums + row * stride + half * kLanes;
        for (std::size_t i = 0; i < kLanes; ++i)
          sum[i] += std::int32_t{s[0]} * w[2 * i] + std::int32_t{s[1]} * w[2 * i + 1];
      }
    }
  }
}

#if defined(__x86_64__)
std::int32_t pair_at(const std::int16_t* states) {
  std::int32_t pair = 0;
  std::memcpy(&pair, states, sizeof pair);
  return pair;
}

template <std::size_t kRows>
__attribute__((target("avx2"))) void avx2_tile(const std::int16_t* states, std::size_t pairs,
                                               const std::int16_t* weights, const std::int32_t* bias,
                                               std::int32_t* sums, std::size_t stride) {
  for (std::size_t half = 0; half < 2; ++half) {
    __m256i sum[kRows][2];
    const auto* from = reinterpret_cast<const __m256i*>(bias + half * kLanes);
    for (std::size_t row = 0; row < kRows; ++row) {
      sum[row][0] = _mm256_loadu_si256(from);
      sum[row][1] = _mm256_loadu_si256(from + 1);
    }
    for (std::size_t pair = 0; pair < pairs; ++pair) {
      const auto* w = reinterpret_cast<const __m256i*>(weights + (half * pairs + pair) * 2 * kLanes);
      const __m256i low = _mm256_loadu_si256(w);
      const __m256i high = _mm256_loadu_si256(w + 1);
      for (std::size_t row = 0; row < kRows; ++row) {
        const __m256i state = _mm256_set1_epi32(pair_at(states + (row * pairs + pair) * 2));
        sum[row][0] = _mm256_add_epi32(sum[row][0], _mm256_madd_epi16(state, low));
        sum[row][1] = _mm256_add_epi32(sum[row][1], _mm256_madd_epi16(state, high));
      }
    }
    for (std::size_t row = 0; row < kRows; ++row) {
      auto* to = reinterpret_cast<__m256i*>(sums + row * stride + half * kLanes);
      _mm256_storeu_si256(to, sum[row][0]);
      _mm256_storeu_si256(to + 1, sum[row][1]);
    }
  }
}

template <std::size_t kRows>
__attribute__((target("avx512f,avx512bw,avx512vnni"))) void vnni_tile(const std::int16_t* states, std::size_t pairs,
                                                                      const std::int16_t* weights,
                                                                      const std::int32_t* bias, std::int32_t* sums,
                                                                      std::size_t stride) {
  __m512i sum[kRows][2];
  for (std::size_t row = 0; row < kRows; ++row) {
    sum[row][0] = _mm512_loadu_si512(bias);
    sum[row][1] = _mm512_loadu_si512(bias + kLanes);
  }
  for (std::size_t pair = 0; pair < pairs; ++pair) {
    const __m512i low = _mm512_loadu_si512(weights + pair * 2 * kLanes);
    const __m512i high = _mm512_loadu_si512(weights + (pairs + pair) * 2 * kLanes);
    for (std::size_t row = 0; row < kRows; ++row) {
      const __m512i state = _mm512_set1_epi32(pair_at(states + (row * pairs + pair) * 2));
      sum[row][0] = _mm512_dpwssd_epi32(sum[row][0], state, low);
      sum[row][1] = _mm512_dpwssd_epi32(sum[row][1], state, high);
    }
  }
  for (std::size_t row = 0; row < kRows; ++row) {
    _mm512_storeu_si512(sums + row * stride, sum[row][0]);
    _mm512_storeu_si512(sums + row * stride + kLanes, sum[row][1]);
  }
}
#endif

using Tiles = std::array<TileOf, kTileRows>;  // by rows, less one

// The fastest that this machine has.
Tiles tiles_here() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vnni"))
    return {vnni_tile<1>, vnni_tile<2>, vnni_tile<3>, vnni_tile<4>};
  if (__builtin_cpu_supports("avx2")) return {avx2_tile<1>, avx2_tile<2>, avx2_tile<3>, avx2_tile<4>};
#endif
  return {plain_tile<1>, plain_tile<2>, plain_tile<3>, plain_tile<4>};
}

}  // namespace

PackedWeights::PackedWeights(const std::int16_t* weights, const std::int32_t* bias, std::size_t width, std::size_t outs)
    : width_(width), outs_(outs) {
  assert(width % 2 == 0 && "inputs are multiplied two by two");
  const std::size_t rounded = (outs + kTile - 1) / kTile * kTile;
  weights_.resize(rounded * width);
  bias_.resize(rounded);
  std::copy_n(bias, outs, bias_.begin());
  for (std::size_t out = 0; out < outs; ++out) {
    std::int16_t* run = weights_.data() + out / kLanes * kLanes * width + out % kLanes * 2;
    for (std::size_t i = 0; i < width; ++i) run[i / 2 * 2 * kLanes + i % 2] = weights[out * width + i];
  }
}

void PackedWeights::multiply(const std::int16_t* states, std::size_t rows, std::int32_t* sums) const {
  static const Tiles tiles = tiles_here();
  std::array<std::int32_t, kTileRows * kTile> last;  // of a tile that is wider than the sums left
  for (std::size_t out = 0; out < outs_; out += kTile) {
    const std::size_t wanted = std::min(kTile, outs_ - out);
    for (std::size_t row = 0; row < rows; row += kTileRows) {
      const std::size_t here = std::min(kTileRows, rows - row);
      std::int32_t* to = sums + row * outs_ + out;
      const bool fits = wanted == kTile;
      tiles[here - 1](states + row * width_, width_ / 2, weights_.data() + out * width_, bias_.data() + out,
                      fits ? to : last.data(), fits ? outs_ : kTile);
      for (std::size_t i = 0; !fits && i < here; ++i) std::copy_n(last.data() + i * kTile, wanted, to + i * outs_);
    }
  }
}

}  // namespace crossread
