// Work on many reports at once: fn(i) for each i below n, in no order, on at most `jobs` threads and no more than the
// machine has. fn must not throw. oneTBB does it; Debian's build of it is not instrumented for the thread sanitizer, so
// the hand-over of data to its threads and back is told to the sanitizer here.
#pragma once

#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>
#include <cstddef>

#if defined(__SANITIZE_THREAD__)
extern "C" void __tsan_acquire(void*);
extern "C" void __tsan_release(void*);
#endif

namespace crossread {

inline void hand_over([[maybe_unused]] void* token) {
#if defined(__SANITIZE_THREAD__)
  __tsan_release(token);
#endif
}

inline void take_over([[maybe_unused]] void* token) {
#if defined(__SANITIZE_THREAD__)
  __tsan_acquire(token);
#endif
}

template <class Fn>
void for_each_index(std::size_t n, unsigned jobs, const Fn& fn) {
  if (jobs <= 1 || n <= 1) {
    for (std::size_t i = 0; i < n; ++i) fn(i);
    return;
  }
  int begun = 0;
  int ended = 0;
  hand_over(&begun);
  tbb::task_arena arena(std::min(static_cast<int>(jobs), tbb::this_task_arena::max_concurrency()));
  arena.execute([&] {
    tbb::parallel_for(std::size_t{0}, n, [&](std::size_t i) {
      take_over(&begun);
      fn(i);
      hand_over(&ended);
    });
  });
  take_over(&ended);
}

}  // namespace crossread
