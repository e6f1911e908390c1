#include "text/unicode.h"

#include <gtest/gtest.h>

namespace crossread {
namespace {

TEST(Unicode, Bytes_that_are_no_utf8_are_told) {
  EXPECT_TRUE(is_utf8("Zoë — Київ"));
  EXPECT_FALSE(is_utf8("caf\xE9"));
  EXPECT_FALSE(is_utf8("\xED\xA0\x80")) << "a surrogate";
}

TEST(Unicode, Text_is_made_nfc_with_plain_line_ends) {
  EXPECT_EQ(normalised("\xEF\xBB\xBF"
                       "a\r\nb\rc"),
            "a\nb\nc");
  EXPECT_EQ(normalised("e\xCC\x81"), "é");
  EXPECT_EQ(normalised(normalised("e\xCC\x81\r")), normalised("e\xCC\x81\r")) << "twice is once";
}

TEST(Unicode, Code_points_are_counted_up_to_any_byte) {
  std::string text;
  for (int i = 0; i < 50; ++i) text += "a’é";
  const CodePoints points(text);
  std::uint32_t slow = 0;
  for (std::uint32_t i = 0; i <= text.size(); ++i) {
    EXPECT_EQ(points.at(i), slow) << i;
    if (i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) ++slow;
  }
  EXPECT_EQ(points.count(), 150u);
}

TEST(Unicode, Ascii_bytes_are_code_points) {
  EXPECT_EQ(CodePoints("plain").at(3), 3u);
  EXPECT_EQ(CodePoints("").count(), 0u);
}

}  // namespace
}  // namespace crossread
