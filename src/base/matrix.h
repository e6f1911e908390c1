// Products of matrices of whole numbers: where the networks spend their time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace crossread {

// sums[row][out] = bias[out] + states[row] . weights[out]; all arrays row by row, every row of states and of weights
// `width` long. The caller sees to it that no sum leaves 32 bits; then the order of adding does not matter, and every
// machine gives the same sums whatever the width of its vectors.
void multiply(const std::int16_t* states, std::size_t rows, std::size_t width, const std::int16_t* weights,
              const std::int32_t* bias, std::size_t outs, std::int32_t* sums);

// Adds these rows of a table, each `width` long, to the sums.
void add_rows(const std::int8_t* table, std::size_t width, std::span<const std::uint32_t> rows, std::int32_t* sums);

}  // namespace crossread
