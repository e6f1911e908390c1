// A stored block: whatever the bytes, it is refused or gives postings in order that can be written and read again.
#include "index/block.h"

#include <cstdlib>

#include "base/fault.h"

namespace {

void check_round_trip(const std::vector<crossread::Posting>& postings) {
  if (postings.empty()) std::abort();
  for (std::size_t i = 1; i < postings.size(); ++i) {
    if (!(postings[i - 1] < postings[i])) std::abort();
  }
  std::vector<crossread::Posting> again;
  std::string block;
  for (std::size_t begin = 0; begin < postings.size();) {
    begin += crossread::write_block(std::span(postings).subspan(begin), block);
    if (block.size() > crossread::kBlockBytes) std::abort();
    crossread::read_block(block, again);
  }
  if (again != postings) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  std::vector<crossread::Posting> postings;
  try {
    crossread::read_block(bytes, postings);
    check_round_trip(postings);
  } catch (const crossread::BrokenWorld&) {
    postings.clear();
  }
  // The checksum keeps nearly all damage out; behind it the same must hold.
  try {
    crossread::read_payload(bytes, postings);
  } catch (const crossread::BrokenWorld&) {
    return 0;
  }
  check_round_trip(postings);
  return 0;
}
