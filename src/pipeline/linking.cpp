#include "pipeline/linking.h"

#include <algorithm>
#include <map>
#include <utility>

#include "index/posting_index.h"
#include "lineage/traces.h"
#include "pipeline/candidates.h"
#include "pipeline/parallel.h"
#include "pipeline/regroup.h"
#include "story/relate.h"

namespace crossread {
namespace {

std::vector<ReportNumber> numbers_of(const std::vector<FreshKeys>& fresh) {
  std::vector<ReportNumber> numbers;
  numbers.reserve(fresh.size());
  for (const FreshKeys& one : fresh) numbers.push_back(one.number);
  return numbers;
}

// The fresh reports' keys in one index, found again, and paired.
Candidates indexed_candidates(Batch& batch, const char* index_name, const std::vector<Posting>& postings,
                              const std::vector<ReportNumber>& fresh, std::size_t least, ReportOrder& order) {
  PostingIndex index(batch.blocks(), index_name);
  index.add(postings);
  std::vector<std::uint64_t> keys;
  keys.reserve(postings.size());
  for (const Posting& posting : postings) keys.push_back(posting.key);
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return candidates(index.find(keys), fresh, least, order);
}

std::vector<Posting> postings_of(const std::vector<FreshKeys>& fresh, std::vector<std::uint64_t> FreshKeys::*keys) {
  std::vector<Posting> postings;
  for (const FreshKeys& one : fresh) {
    for (const std::uint64_t key : one.*keys) postings.push_back({key, one.number});
  }
  return postings;
}

// Links and what each rests on.
template <class Link>
struct Linked {
  std::vector<Link> links;
  std::vector<std::uint32_t> keys;
};

// The results of fn over all pairs that gave one, in order of the pairs.
template <class Link, class Fn>
Linked<Link> linked(const std::vector<CandidatePair>& pairs, unsigned jobs, const Fn& fn) {
  std::vector<std::optional<Link>> found(pairs.size());
  for_each_index(pairs.size(), jobs, [&](std::size_t i) { found[i] = fn(pairs[i]); });
  Linked<Link> linked;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (!found[i]) continue;
    linked.links.push_back(std::move(*found[i]));
    linked.keys.push_back(pairs[i].keys);
  }
  return linked;
}

// Versions are compared whatever their keys say. Both lists and what comes out are in order.
std::vector<CandidatePair> with_versions(const std::vector<CandidatePair>& pairs,
                                         const std::vector<CandidatePair>& versions) {
  std::map<std::pair<ReportNumber, ReportNumber>, std::uint32_t> all;
  for (const CandidatePair& pair : pairs) all[{pair.fresh, pair.other}] = pair.keys;
  for (const CandidatePair& pair : versions) all[{pair.fresh, pair.other}] = kRestsOnMore;
  std::vector<CandidatePair> merged;
  merged.reserve(all.size());
  for (const auto& [pair, keys] : all) merged.push_back({pair.first, pair.second, keys});
  return merged;
}

void append(const std::vector<ReportNumber>& more, std::vector<ReportNumber>& numbers) {
  numbers.insert(numbers.end(), more.begin(), more.end());
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

}  // namespace

std::optional<std::vector<ReportNumber>> link_copies(const Linking& linking, const LineageTables& tables) {
  const std::vector<ReportNumber> numbers = numbers_of(linking.fresh);
  const Candidates copied = indexed_candidates(linking.batch, "traces", postings_of(linking.fresh, &FreshKeys::traces),
                                               numbers, kSharedTraces, linking.order);
  const std::vector<CandidatePair> pairs =
      with_versions(copied.pairs, version_pairs(linking.store, linking.library, numbers));
  linking.library.fetch(pairs, tables);
  if (linking.options.stop()) return std::nullopt;
  const auto copies = linked<CopyLink>(pairs, linking.options.jobs, [&](const CandidatePair& pair) {
    return compare(linking.library.side(pair.fresh), linking.library.side(pair.other), tables);
  });
  std::vector<ReportNumber> parted = linking.batch.weaken_copy_links(copied.broken, kSharedTraces);
  linking.batch.put_copy_links(copies.links, copies.keys);
  return parted;
}

std::optional<std::vector<ReportNumber>> link_stories(const Linking& linking) {
  const std::vector<ReportNumber> numbers = numbers_of(linking.fresh);
  const Candidates related = indexed_candidates(linking.batch, "stories", postings_of(linking.fresh, &FreshKeys::story),
                                                numbers, kSharedKeys, linking.order);
  linking.library.fetch_profiles(related.pairs);
  if (linking.options.stop()) return std::nullopt;
  const auto stories = linked<StoryLink>(related.pairs, linking.options.jobs, [&](const CandidatePair& pair) {
    return relate(linking.library.profile(pair.fresh), linking.library.profile(pair.other));
  });
  std::vector<ReportNumber> parted = linking.batch.weaken_story_links(related.broken, kSharedKeys);
  linking.batch.put_story_links(stories.links, stories.keys);
  const std::vector<CandidatePair> versions = version_pairs(linking.store, linking.library, numbers);
  linking.batch.put_story_links(version_links(versions, linking.library));
  return parted;
}

std::optional<std::vector<ReportNumber>> link_fresh(const Linking& linking, const LineageTables& tables) {
  std::vector<ReportNumber> touched = numbers_of(linking.fresh);
  const auto of_copies = link_copies(linking, tables);
  if (!of_copies) return std::nullopt;
  append(*of_copies, touched);
  const auto of_stories = link_stories(linking);
  if (!of_stories) return std::nullopt;
  append(*of_stories, touched);
  return touched;
}

}  // namespace crossread
