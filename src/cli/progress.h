// One line on a terminal while long work runs: how much is done, how fast, how long it will take. Silent in a pipe.
// Debian 12 packages no C++ library for this; it is forty lines.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace crossread::cli {

class Progress {
 public:
  // `what` is the noun that is counted ("reports").
  explicit Progress(std::string what);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // `share` is between 0 and 1, or negative when the end is not known. Draws at most ten times a second.
  void show(std::uint64_t count, double share);
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  bool on_ = false;
  std::string what_;
  Clock::time_point started_ = Clock::now();
  Clock::time_point drawn_{};
};

// "3 s", "2 min 05 s", "1 h 12 min".
std::string duration_text(double seconds);

}  // namespace crossread::cli
