#include "index/posting_index.h"

#include <algorithm>
#include <queue>

#include "index/block.h"

namespace crossread {
namespace {

constexpr std::size_t kFanIn = 8;  // segments of one level before they are merged; not tuned

void sort_unique(std::vector<Posting>& postings) {
  std::sort(postings.begin(), postings.end());
  postings.erase(std::unique(postings.begin(), postings.end()), postings.end());
}

// Writes a sorted run of postings as the blocks of a new segment, holding a block or two of them at a time.
class SegmentWriter {
 public:
  SegmentWriter(BlockStore& blocks, std::uint32_t segment) : blocks_(blocks), segment_(segment) {}

  void append(const Posting& posting) {
    waiting_.push_back(posting);
    if (waiting_.size() == kWaiting) write(kWaiting / 2);
  }
  void finish() { write(0); }

 private:
  static constexpr std::size_t kWaiting = 4 * kBlockBytes;  // a block takes a byte a posting at least

  // Writes blocks until no more than `left` postings wait.
  void write(std::size_t left) {
    std::size_t begin = 0;
    while (waiting_.size() - begin > left) {
      const auto rest = std::span<const Posting>(waiting_).subspan(begin);
      begin += write_block(rest, bytes_);
      blocks_.put_block(segment_, next_block_++, rest[0].key, bytes_);
    }
    waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(begin));
  }

  BlockStore& blocks_;
  std::uint32_t segment_;
  std::uint32_t next_block_ = 0;
  std::vector<Posting> waiting_;
  std::string bytes_;
};

// Reads the postings of a segment one by one, a block in memory at a time.
class SegmentReader {
 public:
  SegmentReader(const BlockStore& blocks, std::uint32_t segment) : blocks_(blocks), segment_(segment) { next_block(); }
  bool done() const { return at_ == postings_.size(); }
  const Posting& here() const { return postings_[at_]; }
  void step() {
    if (++at_ == postings_.size()) next_block();
  }

 private:
  void next_block() {
    postings_.clear();
    at_ = 0;
    const std::string bytes = blocks_.block(segment_, number_++);
    if (!bytes.empty()) read_block(bytes, postings_);
  }

  const BlockStore& blocks_;
  std::uint32_t segment_;
  std::uint32_t number_ = 0;
  std::vector<Posting> postings_;
  std::size_t at_ = 0;
};

void merge(std::vector<SegmentReader>& sources, SegmentWriter& target) {
  const auto later = [&](std::size_t a, std::size_t b) { return sources[b].here() < sources[a].here(); };
  std::priority_queue<std::size_t, std::vector<std::size_t>, decltype(later)> next(later);
  for (std::size_t i = 0; i < sources.size(); ++i) {
    if (!sources[i].done()) next.push(i);
  }
  bool any = false;
  Posting last;
  while (!next.empty()) {
    const std::size_t source = next.top();
    next.pop();
    if (!any || sources[source].here() != last) target.append(sources[source].here());
    last = sources[source].here();
    any = true;
    sources[source].step();
    if (!sources[source].done()) next.push(source);
  }
  target.finish();
}

std::vector<std::uint64_t> in_order(std::span<const std::uint64_t> keys) {
  std::vector<std::uint64_t> sorted(keys.begin(), keys.end());
  std::sort(sorted.begin(), sorted.end());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  return sorted;
}

// Takes from blocks that come in order the postings under keys that rise. One block is held, since the next key often
// falls into it too.
class Gleaner {
 public:
  Gleaner(const std::vector<std::uint64_t>& keys, std::vector<Posting>& out)
      : next_(keys.begin()), end_(keys.end()), out_(out) {}

  bool done() const { return next_ == end_; }
  std::uint64_t next_key() const { return *next_; }
  // Whether the block held may hold `next_key()` among its inner keys: then no other block does.
  bool holds_next() const { return !held_.empty() && held_.front().key < *next_ && *next_ < held_.back().key; }

  void hold(std::string_view bytes) {
    held_.clear();
    at_ = 0;
    read_block(bytes, held_);
  }
  bool is_held(std::uint32_t number) const { return !held_.empty() && number == number_; }
  void hold(std::uint32_t number, std::string_view bytes) {
    hold(bytes);
    number_ = number;
  }

  // The postings of the block held under the next key; the key stays the next.
  void take() {
    const auto from = held_.begin() + static_cast<std::ptrdiff_t>(at_);
    const auto below = [](const Posting& posting, std::uint64_t wanted) { return posting.key < wanted; };
    auto found = std::lower_bound(from, held_.end(), *next_, below);
    at_ = static_cast<std::size_t>(found - held_.begin());
    for (; found != held_.end() && found->key == *next_; ++found) out_.push_back(*found);
  }
  void step() { ++next_; }

 private:
  std::vector<std::uint64_t>::const_iterator next_;
  std::vector<std::uint64_t>::const_iterator end_;
  std::vector<Posting>& out_;
  std::uint32_t number_ = 0;
  std::vector<Posting> held_;
  std::size_t at_ = 0;  // where the last key was looked for; none of those that follow lies before
};

// Looks each key up: a few keys in a large segment.
void look_up(const BlockStore& blocks, std::uint32_t segment, Gleaner gleaner) {
  for (; !gleaner.done(); gleaner.step()) {
    if (gleaner.holds_next()) {
      gleaner.take();
      continue;
    }
    blocks.blocks_with(segment, gleaner.next_key(), [&](std::uint32_t number, std::string_view bytes) {
      if (!gleaner.is_held(number)) gleaner.hold(number, bytes);
      gleaner.take();
    });
  }
}

// Reads the segment through: so many keys that most blocks hold one.
void read_through(const BlockStore& blocks, std::uint32_t segment, const std::vector<std::uint64_t>& keys,
                  std::vector<Posting>& out) {
  SegmentReader reader(blocks, segment);
  for (const std::uint64_t key : keys) {
    while (!reader.done() && reader.here().key < key) reader.step();
    for (; !reader.done() && reader.here().key == key; reader.step()) out.push_back(reader.here());
  }
}

// A block read in passing costs about a quarter of one that is looked for. Reckoned, not tuned.
bool is_worth_reading_through(const BlockStore::Segment& segment, std::size_t keys) {
  constexpr std::uint64_t kPostingsOfBlock = kBlockBytes / 5;
  return segment.postings / kPostingsOfBlock < 4 * keys;
}

}  // namespace

PostingIndex::PostingIndex(BlockStore& blocks, std::string name) : blocks_(blocks), name_(std::move(name)) {}

void PostingIndex::add(std::vector<Posting> batch) {
  if (batch.empty()) return;
  sort_unique(batch);
  SegmentWriter writer(blocks_, blocks_.new_segment(name_, 0, batch.size()));
  for (const Posting& posting : batch) writer.append(posting);
  writer.finish();
  merge_full_levels();
}

std::vector<Posting> find_postings(const BlockStore& blocks, std::string_view name,
                                   std::span<const std::uint64_t> keys) {
  const std::vector<std::uint64_t> wanted = in_order(keys);
  std::vector<Posting> found;
  for (const BlockStore::Segment& segment : blocks.segments(name)) {
    if (is_worth_reading_through(segment, wanted.size())) {
      read_through(blocks, segment.id, wanted, found);
    } else {
      look_up(blocks, segment.id, Gleaner(wanted, found));
    }
  }
  sort_unique(found);
  return found;
}

void PostingIndex::merge_full_levels() {
  for (std::uint32_t level = 0;; ++level) {
    std::vector<SegmentReader> sources;
    std::vector<std::uint32_t> spent;
    std::uint64_t postings = 0;
    bool higher = false;
    for (const BlockStore::Segment& segment : blocks_.segments(name_)) {
      higher = higher || segment.level > level;
      if (segment.level != level) continue;
      spent.push_back(segment.id);
      postings += segment.postings;
    }
    if (spent.size() < kFanIn) {
      if (!higher) return;
      continue;
    }
    sources.reserve(spent.size());
    for (const std::uint32_t id : spent) sources.emplace_back(blocks_, id);
    SegmentWriter writer(blocks_, blocks_.new_segment(name_, level + 1, postings));
    merge(sources, writer);
    for (const std::uint32_t id : spent) blocks_.drop_segment(id);
  }
}

}  // namespace crossread
