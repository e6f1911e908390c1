#include "cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cmath>
#include <cstdio>
#include <utility>

#include "cli/terminal.h"

namespace crossread::cli {

Progress::Progress(std::string what) : on_(is_terminal(STDERR_FILENO)), what_(std::move(what)) {}

Progress::~Progress() {
  clear();
}

void Progress::show(std::uint64_t count, double share) {
  if (!on_) return;
  const Clock::time_point now = Clock::now();
  if (now - drawn_ < std::chrono::milliseconds(100)) return;
  drawn_ = now;
  const double seconds = std::chrono::duration<double>(now - started_).count();
  const double rate = seconds > 0 ? static_cast<double>(count) / seconds : 0;
  std::string line = fmt::format("{} {}  {:.0f}/s", count, what_, rate);
  if (share > 0.001 && share <= 1) {
    line += fmt::format("  {:.0f} %  {} left", share * 100, duration_text(seconds / share * (1 - share)));
  }
  line.resize(std::min<std::size_t>(line.size(), terminal_width() - 1));
  fmt::print(stderr, "\r\x1b[K{}", line);
  std::fflush(stderr);
}

void Progress::clear() {
  if (!on_ || drawn_ == Clock::time_point{}) return;
  fmt::print(stderr, "\r\x1b[K");
  std::fflush(stderr);
}

std::string duration_text(double seconds) {
  const auto whole = static_cast<std::int64_t>(std::llround(seconds));
  if (whole < 60) return fmt::format("{} s", whole);
  if (whole < 3600) return fmt::format("{} min {:02} s", whole / 60, whole % 60);
  return fmt::format("{} h {:02} min", whole / 3600, whole % 3600 / 60);
}

}  // namespace crossread::cli
