// Work on many reports at once: fn(i) for each i below n, in no order, on at most `jobs` threads and no more than the
// machine has. fn must not throw.
//
// oneTBB does it. Debian's build of it is not instrumented for the thread sanitizer, which then sees races where there
// are none; so under that sanitizer plain threads take the indexes from a counter, and what is checked is our code.
#pragma once

#include <cstddef>

#if defined(__SANITIZE_THREAD__)
#include <atomic>
#include <thread>
#include <vector>
#else
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>
#endif

namespace crossread {

template <class Fn>
void for_each_index(std::size_t n, unsigned jobs, const Fn& fn) {
  if (jobs <= 1 || n <= 1) {
    for (std::size_t i = 0; i < n; ++i) fn(i);
    return;
  }
#if defined(__SANITIZE_THREAD__)
  std::atomic<std::size_t> next{0};
  std::vector<std::thread> threads;
  threads.reserve(jobs);
  for (unsigned job = 0; job < jobs; ++job) {
    threads.emplace_back([&] {
      for (std::size_t i = next++; i < n; i = next++) fn(i);
    });
  }
  for (std::thread& thread : threads) thread.join();
#else
  tbb::task_arena arena(std::min(static_cast<int>(jobs), tbb::this_task_arena::max_concurrency()));
  arena.execute([&] { tbb::parallel_for(std::size_t{0}, n, [&](std::size_t i) { fn(i); }); });
#endif
}

}  // namespace crossread
