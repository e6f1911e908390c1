// A value, or the problem that one input had. The only such type in the project.
//
//   Result<Report> report = read_report(document);
//   if (!report) return report.problem();
//   use(*report);
#pragma once

#include <cassert>
#include <utility>
#include <variant>

#include "base/fault.h"

namespace crossread {

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}            // NOLINT: implicit by design
  Result(Problem problem) : held_(std::in_place_index<1>, std::move(problem)) {}  // NOLINT: implicit by design

  bool ok() const { return held_.index() == 0; }
  explicit operator bool() const { return ok(); }

  T& operator*() {
    assert(ok() && "a Result is asked for its value only after it was asked whether it has one");
    return std::get<0>(held_);
  }
  const T& operator*() const {
    assert(ok() && "a Result is asked for its value only after it was asked whether it has one");
    return std::get<0>(held_);
  }
  T* operator->() { return &**this; }
  const T* operator->() const { return &**this; }

  const Problem& problem() const {
    assert(!ok() && "a Result is asked for its problem only when it has one");
    return std::get<1>(held_);
  }

 private:
  std::variant<T, Problem> held_;
};

}  // namespace crossread
