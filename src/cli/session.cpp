#include "cli/session.h"

#include <fmt/format.h>

#include <chrono>
#include <csignal>
#include <ctime>
#include <thread>

namespace crossread::cli {
namespace {

std::atomic<bool> interrupted{false};

extern "C" void on_signal(int signal) {
  if (interrupted.exchange(true)) {
    std::signal(signal, SIG_DFL);
    std::raise(signal);
  }
}

}  // namespace

unsigned threads_of(const Common& common) {
  if (common.jobs > 0) return common.jobs;
  return std::max(1u, std::thread::hardware_concurrency());
}

std::string utc_now() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm utc{};
  gmtime_r(&now, &utc);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday,
                     utc.tm_hour, utc.tm_min, utc.tm_sec);
}

void watch_for_interrupts() {
  std::signal(SIGINT, on_signal);
  std::signal(SIGTERM, on_signal);
}

const std::atomic<bool>& interrupt_flag() {
  return interrupted;
}

std::string refusal_text(const Rejection& rejection) {
  const Problem& problem = rejection.problem;
  return fmt::format("refused {}: {}: {} ({})", rejection.source_id, name_of(problem.fault), problem.detail,
                     gloss_of(problem.fault));
}

StoreReader open_existing(const std::string& path) {
  return StoreReader::open(path);
}

ExitCode exit_code_of(std::uint64_t read, std::uint64_t refused) {
  if (refused == 0) return ExitCode::done;
  return read == 0 ? ExitCode::all_refused : ExitCode::some_refused;
}

}  // namespace crossread::cli
