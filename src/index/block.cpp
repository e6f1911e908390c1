// Varints are read with a hard end and a hard width, so that no damage, however it gets past the checksum, makes a read
// beyond the block or an endless list: every posting costs at least one byte.
#include "index/block.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cstring>
#include <limits>

#include "base/fault.h"
#include "base/hash.h"

namespace crossread {
namespace {

constexpr std::size_t kChecksumBytes = 4;

[[noreturn]] void refuse(std::string_view why) {
  throw BrokenWorld(fmt::format("a block of the index is damaged: {}", why));
}

void put_varint(std::uint64_t value, std::string& out) {
  for (; value >= 0x80; value >>= 7) out += static_cast<char>(value | 0x80);
  out += static_cast<char>(value);
}

std::size_t varint_bytes(std::uint64_t value) {
  std::size_t bytes = 1;
  for (; value >= 0x80; value >>= 7) ++bytes;
  return bytes;
}

class Reader {
 public:
  explicit Reader(std::string_view bytes) : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}
  bool done() const { return at_ == end_; }

  std::uint64_t varint() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (done()) refuse("it breaks off");
      const auto byte = static_cast<std::uint8_t>(*at_++);
      if (shift == 63 && byte > 1) refuse("a number is too wide");
      value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
    refuse("a number is too wide");
  }

 private:
  const char* at_;
  const char* end_;
};

std::uint64_t sum(std::uint64_t a, std::uint64_t b) {
  if (b > std::numeric_limits<std::uint64_t>::max() - a) refuse("a key is out of range");
  return a + b;
}

ReportNumber report(std::uint64_t lowest, std::uint64_t step) {
  const std::uint64_t value = sum(lowest, step);
  if (value > std::numeric_limits<std::uint32_t>::max()) refuse("a report is out of range");
  return {static_cast<std::uint32_t>(value)};
}

// A step of 64 bits does not fit beside the flag of the head; a head of 0, which no second key can have otherwise, says
// that flag and step follow.
constexpr std::uint64_t kWide = 0;
bool is_wide(std::uint64_t step) {
  return step >> 63 != 0;
}

// Postings that stand under one key, from `begin` on, no further than `limit`.
std::size_t run_end(std::span<const Posting> postings, std::size_t begin, std::size_t limit) {
  std::size_t end = begin + 1;
  while (end < limit && postings[end].key == postings[begin].key) ++end;
  return end;
}

void put_run(std::span<const Posting> run, std::uint64_t key_step, std::uint32_t lowest, std::string& out) {
  const std::uint64_t many = run.size() > 1 ? 1 : 0;
  if (is_wide(key_step)) {
    put_varint(kWide, out);
    put_varint(many, out);
    put_varint(key_step, out);
  } else {
    put_varint(key_step << 1 | many, out);
  }
  if (many != 0) put_varint(run.size() - 2, out);
  put_varint(run[0].report.value - lowest, out);
  for (std::size_t i = 1; i < run.size(); ++i) put_varint(run[i].report.value - run[i - 1].report.value - 1, out);
}

// An upper bound of what the posting costs, whether it opens a run or goes on with one. The count of a run is paid for
// by its second posting.
std::size_t cost(const Posting& posting, std::uint64_t previous_key, std::uint32_t lowest_possible) {
  const std::uint64_t step = posting.key - previous_key;
  const std::size_t report_bytes = varint_bytes(posting.report.value - lowest_possible);
  if (step == 0) return report_bytes + 2;
  return (is_wide(step) ? 2 + varint_bytes(step) : varint_bytes(step << 1)) + report_bytes;
}

// How many of the postings fit. The lowest report is not known before the block is cut: costs are reckoned from that of
// all that could fit, which is no higher.
std::size_t fitting(std::span<const Posting> postings) {
  constexpr std::size_t kMost = kBlockBytes;  // each costs a byte at least
  const auto window = postings.first(std::min(postings.size(), kMost));
  const auto by_report = [](const Posting& a, const Posting& b) { return a.report < b.report; };
  const std::uint32_t lowest = std::min_element(window.begin(), window.end(), by_report)->report.value;
  std::size_t used = kChecksumBytes + varint_bytes(window[0].key) + varint_bytes(std::uint64_t{1} << 31);
  std::uint64_t previous = window[0].key;
  std::size_t taken = 0;
  for (; taken < window.size(); ++taken) {
    used += taken == 0 ? 16 : cost(window[taken], previous, lowest);
    if (used > kBlockBytes) break;
    previous = window[taken].key;
  }
  return taken;
}

std::string checksum(std::string_view payload) {
  const auto low = static_cast<std::uint32_t>(hash64(payload));
  std::string bytes(kChecksumBytes, '\0');
  for (std::size_t i = 0; i < kChecksumBytes; ++i) bytes[i] = static_cast<char>(low >> (8 * i));
  return bytes;
}

}  // namespace

std::size_t write_block(std::span<const Posting> postings, std::string& block) {
  assert(!postings.empty() && "a block holds a posting at least");
  const std::size_t taken = fitting(postings);
  const auto by_report = [](const Posting& a, const Posting& b) { return a.report < b.report; };
  const auto own = postings.first(taken);
  const std::uint32_t lowest = std::min_element(own.begin(), own.end(), by_report)->report.value;
  std::string payload;
  put_varint(own[0].key, payload);
  put_varint(lowest, payload);
  std::uint64_t previous = own[0].key;
  for (std::size_t begin = 0; begin < taken;) {
    const std::size_t end = run_end(own, begin, taken);
    put_run(own.subspan(begin, end - begin), own[begin].key - previous, lowest, payload);
    previous = own[begin].key;
    begin = end;
  }
  block = checksum(payload) + payload;
  return taken;
}

void read_block(std::string_view block, std::vector<Posting>& out) {
  if (block.size() < kChecksumBytes) refuse("it breaks off");
  const std::string_view payload = block.substr(kChecksumBytes);
  if (block.substr(0, kChecksumBytes) != checksum(payload)) refuse("its checksum does not hold");
  read_payload(payload, out);
}

void read_payload(std::string_view payload, std::vector<Posting>& out) {
  Reader reader(payload);
  std::uint64_t key = reader.varint();
  const std::uint64_t lowest = reader.varint();
  if (reader.done()) refuse("it holds nothing");
  for (bool first = true; !reader.done(); first = false) {
    const std::uint64_t head = reader.varint();
    const bool wide = head == kWide && !first;
    const bool many = ((wide ? reader.varint() : head) & 1) != 0;
    const std::uint64_t step = wide ? reader.varint() : head >> 1;
    if (first ? step != 0 : step == 0) refuse("its keys do not rise");
    key = sum(key, step);
    std::uint64_t more = many ? sum(reader.varint(), 1) : 0;
    out.push_back({key, report(lowest, reader.varint())});
    for (; more > 0; --more) out.push_back({key, report(sum(out.back().report.value, 1), reader.varint())});
  }
}

}  // namespace crossread
