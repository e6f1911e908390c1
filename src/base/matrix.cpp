// The inner loops are written for the compiler to turn into multiply-add instructions, built once for each width of
// vectors; the program takes the widest that the machine has.
#include "base/matrix.h"

#include "base/vector_widths.h"

namespace crossread {

CROSSREAD_WIDTHS
void multiply(const std::int16_t* states, std::size_t rows, std::size_t width, const std::int16_t* weights,
              const std::int32_t* bias, std::size_t outs, std::int32_t* sums) {
  // Two rows and four weights at a time, that each number loaded is used more than once. On 26 rows of 384 numbers and
  // 128 sums: 28 thousand million products a second where one row at a time gave 24 (SSE2), 41 and 40 (AVX2), 61 and
  // 53 (AVX-512 with VNNI); one core shared with other work, 2026-11-22.
  std::size_t out = 0;
  for (; out + 4 <= outs; out += 4) {
    const std::int16_t* w = weights + out * width;
    const std::int32_t* more = bias + out;
    std::size_t row = 0;
    for (; row + 2 <= rows; row += 2) {
      const std::int16_t* s = states + row * width;
      const std::int16_t* t = s + width;
      std::int32_t a = 0, b = 0, c = 0, d = 0;
      std::int32_t e = 0, f = 0, g = 0, h = 0;
      for (std::size_t i = 0; i < width; ++i) {
        a += std::int32_t{s[i]} * w[i];
        b += std::int32_t{s[i]} * w[width + i];
        c += std::int32_t{s[i]} * w[2 * width + i];
        d += std::int32_t{s[i]} * w[3 * width + i];
        e += std::int32_t{t[i]} * w[i];
        f += std::int32_t{t[i]} * w[width + i];
        g += std::int32_t{t[i]} * w[2 * width + i];
        h += std::int32_t{t[i]} * w[3 * width + i];
      }
      std::int32_t* sum = sums + row * outs + out;
      sum[0] = more[0] + a, sum[1] = more[1] + b, sum[2] = more[2] + c, sum[3] = more[3] + d;
      sum += outs;
      sum[0] = more[0] + e, sum[1] = more[1] + f, sum[2] = more[2] + g, sum[3] = more[3] + h;
    }
    for (; row < rows; ++row) {
      const std::int16_t* s = states + row * width;
      std::int32_t a = 0, b = 0, c = 0, d = 0;
      for (std::size_t i = 0; i < width; ++i) {
        a += std::int32_t{s[i]} * w[i];
        b += std::int32_t{s[i]} * w[width + i];
        c += std::int32_t{s[i]} * w[2 * width + i];
        d += std::int32_t{s[i]} * w[3 * width + i];
      }
      std::int32_t* sum = sums + row * outs + out;
      sum[0] = more[0] + a, sum[1] = more[1] + b, sum[2] = more[2] + c, sum[3] = more[3] + d;
    }
  }
  for (; out < outs; ++out) {
    for (std::size_t row = 0; row < rows; ++row) {
      std::int32_t sum = 0;
      for (std::size_t i = 0; i < width; ++i) sum += std::int32_t{states[row * width + i]} * weights[out * width + i];
      sums[row * outs + out] = bias[out] + sum;
    }
  }
}

// Four rows at a time, that each sum is fetched and put back once for them: twice as fast as one by one (90 rows of 96
// numbers, AVX-512, 2026-11-22).
CROSSREAD_WIDTHS
void add_rows(const std::int8_t* table, std::size_t width, std::span<const std::uint32_t> rows, std::int32_t* sums) {
  std::size_t row = 0;
  for (; row + 4 <= rows.size(); row += 4) {
    const std::int8_t* a = table + rows[row] * width;
    const std::int8_t* b = table + rows[row + 1] * width;
    const std::int8_t* c = table + rows[row + 2] * width;
    const std::int8_t* d = table + rows[row + 3] * width;
    for (std::size_t i = 0; i < width; ++i) sums[i] += a[i] + b[i] + c[i] + d[i];
  }
  for (; row < rows.size(); ++row) {
    const std::int8_t* numbers = table + rows[row] * width;
    for (std::size_t i = 0; i < width; ++i) sums[i] += numbers[i];
  }
}

}  // namespace crossread
