// What we may print where: colours and progress on a terminal, plain text in a pipe, no colour where NO_COLOR is set.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace crossread::cli {

bool is_terminal(int descriptor);
unsigned terminal_width();  // of standard error; 80 when not known

// "1 report", "3 reports".
std::string counted(std::size_t n, std::string_view noun);

enum class Style { plain, bold, dim, red, green, yellow, cyan };

// Wraps text in a style for standard output, or leaves it as it is when colours are unwanted there.
class Painter {
 public:
  explicit Painter(int descriptor);
  std::string operator()(Style style, std::string_view text) const;

 private:
  bool colour_ = false;
};

}  // namespace crossread::cli
