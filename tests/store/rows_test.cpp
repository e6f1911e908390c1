// Blobs come back as they were written; damaged ones are refused.
#include "store/rows.h"

#include <gtest/gtest.h>

#include <random>

#include "store/bytes.h"
#include "store/packed.h"
#include "store/sample_reports.h"

namespace crossread {
namespace {

using test::random_report;
using test::random_text;

ByteSpan any_span(std::mt19937_64& random) {
  return {static_cast<std::uint32_t>(random()), static_cast<std::uint32_t>(random())};
}

TEST(Rows, Details_of_random_reports_come_back) {
  std::mt19937_64 random(1);
  for (int round = 0; round < 300; ++round) {
    const Report report = random_report(random);
    Report decoded;
    decode_details(encode_details(report), decoded);
    decoded.id = report.id;
    decoded.source_id = report.source_id;
    decoded.outlet = report.outlet;
    decoded.url = report.url;
    decoded.title = report.title;
    decoded.text = report.text;
    EXPECT_EQ(decoded, report);
  }
}

TEST(Rows, Spans_of_any_kind_come_back) {
  std::mt19937_64 random(2);
  for (int round = 0; round < 300; ++round) {
    std::vector<Passage> passages;
    std::vector<Evidence> evidence;
    for (std::size_t i = random() % 5; i > 0; --i) {
      passages.push_back({any_span(random), any_span(random)});
      evidence.push_back({{random()}, any_span(random)});
    }
    EXPECT_EQ(decode_passages(encode_passages(passages)), passages);
    EXPECT_EQ(decode_evidence(encode_evidence(evidence)), evidence);
  }
}

TEST(Rows, Profiles_and_stories_come_back) {
  std::mt19937_64 random(3);
  for (int round = 0; round < 100; ++round) {
    StoryProfile profile;
    for (std::size_t i = random() % 65; i > 0; --i) {
      profile.terms.push_back({static_cast<std::uint32_t>(random()), static_cast<std::uint16_t>(random()),
                               static_cast<TermKind>(random() % 3)});
      profile.keys.push_back(random());
    }
    StoryProfile decoded;
    decode_terms(encode_terms(profile), decoded);
    EXPECT_EQ(decoded, profile);

    Story story;
    story.start = random_report(random).published;
    story.end = random_report(random).published;
    for (std::size_t i = random() % 4; i > 0; --i) story.follows.push_back({random()});
    Story back;
    decode_story(encode_story(story), back);
    EXPECT_EQ(back, story);
  }
}

TEST(Rows, A_blob_cut_anywhere_is_refused) {
  std::mt19937_64 random(4);
  const Report report = random_report(random);
  const std::string blob = encode_details(report);
  for (std::size_t size = 0; size < blob.size(); ++size) {
    Report decoded;
    EXPECT_THROW(decode_details(std::string_view(blob).substr(0, size), decoded), DamagedBytes) << size;
  }
  Report decoded;
  EXPECT_THROW(decode_details(blob + 'x', decoded), DamagedBytes);
  EXPECT_THROW(decode_details(std::string(1, '\x07') + blob.substr(1), decoded), DamagedBytes) << "another layout";
}

TEST(Rows, A_count_larger_than_the_blob_asks_for_no_memory) {
  ByteWriter out;
  out.number(1);
  out.number(std::uint64_t{1} << 60);
  EXPECT_THROW(decode_passages(out.take()), DamagedBytes);
}

TEST(Packed, Bytes_come_back_with_and_without_a_prefix) {
  std::mt19937_64 random(5);
  Packer packer;
  for (int round = 0; round < 100; ++round) {
    const std::string text = random_text(random, random() % 300);
    const std::string page = "<p>" + text + "</p>" + random_text(random, random() % 20);
    EXPECT_EQ(packer.unpacked(packer.packed(text)), text);
    EXPECT_EQ(packer.unpacked(packer.packed(page, text), text), page);
  }
}

TEST(Packed, An_original_that_holds_the_text_costs_next_to_nothing) {
  std::mt19937_64 random(6);
  Packer packer;
  const std::string text = random_text(random, 400);
  EXPECT_LT(packer.packed("{\"id\": \"a\", \"text\": \"" + text + "\"}", text).size(), text.size() / 10);
}

TEST(Packed, Damage_is_found) {
  std::mt19937_64 random(7);
  Packer packer;
  const std::string text = random_text(random, 100);
  const std::string packed = packer.packed(text);
  for (std::size_t size = 0; size < packed.size(); ++size) {
    EXPECT_THROW(packer.unpacked(packed.substr(0, size)), DamagedBytes) << size;
  }
  for (std::size_t at = 0; at < packed.size(); ++at) {
    std::string damaged = packed;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
    try {
      EXPECT_EQ(packer.unpacked(damaged), text) << at;  // a bit that means nothing
    } catch (const DamagedBytes&) {
    }
  }
  EXPECT_THROW(packer.unpacked(packer.packed("<p>" + text, text), "another prefix"), DamagedBytes);
  EXPECT_EQ(packer.unpacked(packed), text) << "a fault leaves nothing behind";
}

}  // namespace
}  // namespace crossread
