// The inner loops are written for the compiler to turn into multiply-add instructions, built once for each width of
// vectors; the program takes the widest that the machine has.
#include "language/matrix.h"

// Sanitizers start after the choice would be made; clang 16 has no such choice within C++ namespaces.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) && \
    !defined(__SANITIZE_THREAD__)
#define CROSSREAD_WIDTHS __attribute__((target_clones("default", "avx2", "arch=skylake-avx512")))
#else
#define CROSSREAD_WIDTHS
#endif

namespace crossread::language {

CROSSREAD_WIDTHS
void multiply(const std::int16_t* states, std::size_t rows, std::size_t width, const std::int16_t* weights,
              const std::int32_t* bias, std::size_t outs, std::int32_t* sums) {
  std::size_t out = 0;
  for (; out + 4 <= outs; out += 4) {  // four at a time: the row of states is loaded once for them
    const std::int16_t* w = weights + out * width;
    for (std::size_t row = 0; row < rows; ++row) {
      const std::int16_t* s = states + row * width;
      std::int32_t a = 0;
      std::int32_t b = 0;
      std::int32_t c = 0;
      std::int32_t d = 0;
      for (std::size_t i = 0; i < width; ++i) {
        a += std::int32_t{s[i]} * w[i];
        b += std::int32_t{s[i]} * w[width + i];
        c += std::int32_t{s[i]} * w[2 * width + i];
        d += std::int32_t{s[i]} * w[3 * width + i];
      }
      std::int32_t* sum = sums + row * outs + out;
      sum[0] = bias[out] + a;
      sum[1] = bias[out + 1] + b;
      sum[2] = bias[out + 2] + c;
      sum[3] = bias[out + 3] + d;
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

}  // namespace crossread::language
