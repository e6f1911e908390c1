// The weights of a layer, laid out once so that products with them need no sum across a vector: sixteen sums at a time,
// and for each pair of inputs the sixteen pairs of weights side by side.
//
//   const PackedWeights layer(weights, bias, width, outs);  // weights[outs][width], as in the files of models
//   layer.multiply(states, rows, sums);                     // the same sums as multiply() of matrix.h, faster
//
// Guarded by tests/base/packed_weights_test.cpp, with matrix.h as the judge.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace crossread {

class PackedWeights {
 public:
  PackedWeights() = default;
  // Copies weights[out][input] and bias[out]. `width`, the number of inputs, is even.
  PackedWeights(const std::int16_t* weights, const std::int32_t* bias, std::size_t width, std::size_t outs);

  std::size_t width() const { return width_; }
  std::size_t outs() const { return outs_; }

  // sums[row][out] = bias[out] + states[row] . weights[out]. The caller sees to it that no sum leaves 32 bits; then
  // every machine gives the same.
  void multiply(const std::int16_t* states, std::size_t rows, std::int32_t* sums) const;

 private:
  std::size_t width_ = 0;
  std::size_t outs_ = 0;
  std::vector<std::int16_t> weights_;  // [outs / 16][width / 2][16][2], outs rounded up
  std::vector<std::int32_t> bias_;     // outs rounded up
};

}  // namespace crossread
