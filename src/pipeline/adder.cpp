// Guarded by tests/pipeline/invariants_test.cpp: batches, orders and threads change nothing.
#include "pipeline/adder.h"

#include <algorithm>
#include <cassert>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "index/posting_index.h"
#include "lineage/traces.h"
#include "pipeline/library_of_batch.h"
#include "pipeline/linking.h"
#include "pipeline/parallel.h"
#include "pipeline/regroup.h"
#include "pipeline/told_search.h"

namespace crossread {
namespace {

constexpr std::size_t kMostRefusalsKept = 100;

// What reading one document gave.
using Reading = std::variant<Report, Rejection>;

Reading read_one(const Arrival& arrival, const intake::Reader& reader) {
  if (const Rejection* rejection = std::get_if<Rejection>(&arrival.incoming)) return *rejection;
  const Document& document = std::get<Document>(arrival.incoming);
  Result<Report> report = reader.read(document, arrival.given);
  if (!report) return Rejection{document.source_id, "intake", report.problem()};
  return std::move(*report);
}

// An account whose parts do not hold together is a fault of ours (the tests and the fuzzer look for one); stored, it
// would make the whole export fail. The report then goes without what it says.
Account whole_account(const Report& report, Account account) {
  const bool whole = faults_of(account, report.text).empty();
  assert(whole && "the parts of an account hold together");
  if (whole) return account;
  Account none;
  none.report = report.id;
  return none;
}

std::vector<Arrival> take_batch(const std::function<std::optional<Arrival>()>& next, const AddOptions& options) {
  std::vector<Arrival> arrivals;
  std::size_t bytes = 0;
  while (arrivals.size() < options.batch_reports && bytes < options.batch_bytes) {
    std::optional<Arrival> one = next();
    if (!one) break;
    if (const Document* document = std::get_if<Document>(&one->incoming)) bytes += document->bytes.size();
    arrivals.push_back(std::move(*one));
  }
  return arrivals;
}

}  // namespace

// A report of the batch that the store does not have.
struct Adder::Fresh {
  Report report;
  const Document* document = nullptr;
  std::vector<std::uint64_t> traces;
  Account account;
  StoryProfile profile;
  ReportNumber number;
};

Adder::Adder(const Stages& stages, Store& store, AddOptions options)
    : stages_(stages), store_(store), order_(store), options_(std::move(options)) {}

AddSummary Adder::add(const std::function<std::optional<Arrival>()>& next) {
  summary_ = {};
  while (!summary_.stopped) {
    const std::vector<Arrival> arrivals = take_batch(next, options_);
    if (arrivals.empty()) break;
    summary_.stopped = !add_batch(arrivals);
  }
  return summary_;
}

bool Adder::add_batch(const std::vector<Arrival>& arrivals) {
  const auto stop_asked = [&] { return options_.stop != nullptr && options_.stop->load(); };

  std::vector<Reading> readings(arrivals.size());
  for_each_index(arrivals.size(), options_.jobs, [&](std::size_t i) {
    if (!stop_asked()) readings[i] = read_one(arrivals[i], stages_.reader);
  });
  if (stop_asked()) return false;

  AddSummary counted = summary_;
  std::vector<Rejection> refused;
  std::vector<Fresh> fresh;
  std::unordered_set<ReportId> ids;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    if (Rejection* rejection = std::get_if<Rejection>(&readings[i])) {
      refused.push_back(std::move(*rejection));
      continue;
    }
    Report& report = std::get<Report>(readings[i]);
    if (!ids.insert(report.id).second || store_.number_of(report.id)) {
      ++counted.known;
      continue;
    }
    fresh.push_back({std::move(report), &std::get<Document>(arrivals[i].incoming), {}, {}, {}, {}});
  }

  std::vector<std::vector<Word>> words(fresh.size());
  for_each_index(fresh.size(), options_.jobs, [&](std::size_t i) {
    if (stop_asked()) return;
    words[i] = body_words(fresh[i].report);
    fresh[i].traces = traces({&fresh[i].report, &words[i]}, stages_.lineage);
    const Analysis analysis = stages_.analyser.analyse(fresh[i].report);
    fresh[i].profile = stages_.profiler.profile(fresh[i].report, analysis);
    fresh[i].account = whole_account(fresh[i].report, stages_.accounts.read(fresh[i].report, analysis));
  });
  if (stop_asked()) return false;

  Batch batch = store_.begin_batch(options_.now());
  for (const Rejection& rejection : refused) batch.reject(rejection);
  std::vector<FreshKeys> keys;
  std::vector<Posting> told_postings;
  LibraryOfBatch library(store_);
  for (std::size_t i = 0; i < fresh.size(); ++i) {
    Fresh& one = fresh[i];
    one.number = batch.append(one.report, one.document->bytes, one.document->format);
    batch.put_profile(one.number, one.profile);
    batch.put_account(one.number, one.report, one.account);
    for (const std::uint64_t key : told_keys(one.account, one.report.text)) told_postings.push_back({key, one.number});
    keys.push_back({one.number, std::move(one.traces), one.profile.keys});
    order_.know(one.number, canonical_key(one.report));
    library.keep(one.number, {std::move(one.report), std::move(words[i]), std::move(one.profile)});
  }
  PostingIndex(batch.blocks(), kToldIndex).add(std::move(told_postings));

  const auto touched = link_fresh({store_, batch, library, order_, keys, {options_.jobs, stop_asked}}, stages_.lineage);
  if (!touched) return false;
  regroup(store_, batch, library, order_, *touched);
  batch.put_meta("stages", stages_.version);
  batch.commit();

  counted.added += fresh.size();
  counted.refused += refused.size();
  counted.batches += 1;
  for (Rejection& rejection : refused) {
    if (counted.refusals.size() < kMostRefusalsKept) counted.refusals.push_back(std::move(rejection));
  }
  summary_ = std::move(counted);
  return true;
}

}  // namespace crossread
