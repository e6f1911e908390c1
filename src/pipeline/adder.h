// Documents in, a settled store out. Each batch is one transaction: read, analysed and compared on all cores, then
// committed by one writer. The path of a batch, as a list, is Adder::add_batch.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "pipeline/report_order.h"
#include "pipeline/stages.h"
#include "store/store.h"
#include "types/document.h"

namespace crossread {

struct AddOptions {
  unsigned jobs = 1;
  std::size_t batch_reports = 2000;         // most documents of one transaction
  std::size_t batch_bytes = 64u << 20;      // most bytes of them
  std::function<std::string()> now;         // ISO 8601, UTC; the library itself reads no clock
  const std::atomic<bool>* stop = nullptr;  // when it turns true the batch under way is given up, earlier ones stay
};

struct AddSummary {
  std::uint64_t added = 0;    // reports that the store did not have
  std::uint64_t known = 0;    // reports that it had
  std::uint64_t refused = 0;  // inputs that could not be read
  std::uint64_t batches = 0;
  std::vector<Rejection> refusals;  // the first hundred
  bool stopped = false;
};

// One input and what its caller says of it.
struct Arrival {
  Incoming incoming;
  Given given;
};

class Adder {
 public:
  Adder(const Stages& stages, Store& store, AddOptions options);

  // Takes inputs from `next` until it gives none.
  AddSummary add(const std::function<std::optional<Arrival>()>& next);

 private:
  struct Fresh;
  bool add_batch(const std::vector<Arrival>& arrivals);

  const Stages& stages_;
  Store& store_;
  ReportOrder order_;
  AddOptions options_;
  AddSummary summary_;
};

}  // namespace crossread
