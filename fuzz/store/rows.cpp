// Blobs of the store: whatever is not refused is written back as something that reads the same.
#include "store/rows.h"

#include <cstdint>
#include <cstdlib>

#include "store/account_rows.h"
#include "store/bytes.h"
#include "store/packed.h"
#include "store/rank.h"

using namespace crossread;

namespace {

void require(bool kept) {
  if (!kept) std::abort();
}

void read(unsigned kind, std::string_view blob) {
  if (kind == 0) {
    Report report;
    Report again;
    decode_details(blob, report);
    decode_details(encode_details(report), again);
    require(again == report);
  } else if (kind == 1) {
    const auto passages = decode_passages(blob);
    require(decode_passages(encode_passages(passages)) == passages);
  } else if (kind == 2) {
    const auto evidence = decode_evidence(blob);
    require(decode_evidence(encode_evidence(evidence)) == evidence);
  } else if (kind == 3) {
    StoryProfile profile;
    StoryProfile again;
    decode_terms(blob, profile);
    decode_terms(encode_terms(profile), again);
    require(again == profile);
  } else if (kind == 4) {
    Story story;
    Story again;
    decode_story(blob, story);
    decode_story(encode_story(story), again);
    require(again == story);
  } else if (kind == 5) {
    read_phrase_counts(blob);
  } else if (kind == 6) {
    Account account;
    Account again;
    decode_account(blob, account);
    const std::string written = encode_account(account);
    decode_account(written, again);
    require(encode_account(again) == written);  // not a == b: a number may be none

  } else {
    Packer packer;
    const std::string bytes = packer.unpacked(blob, "The river rose.");
    require(packer.unpacked(packer.packed(bytes)) == bytes);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  try {
    read(data[0] % 8, {reinterpret_cast<const char*>(data) + 1, size - 1});
  } catch (const DamagedBytes&) {
  }
  return 0;
}
