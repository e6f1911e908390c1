#include "render/differing_words.h"

#include <gtest/gtest.h>

#include <string>

namespace crossread {
namespace {

// Differing words in brackets.
std::vector<std::string> marked(const std::vector<std::string_view>& texts) {
  const std::vector<std::vector<ByteSpan>> spans = differing_words(texts);
  std::vector<std::string> all;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    std::string shown(texts[i]);
    for (auto span = spans[i].rbegin(); span != spans[i].rend(); ++span) {
      shown.insert(span->end, "]");
      shown.insert(span->begin, "[");
    }
    all.push_back(shown);
  }
  return all;
}

TEST(DifferingWords, Are_those_that_one_text_alone_has_whatever_their_endings) {
  EXPECT_EQ(marked({"Rebels fired 22 missiles at Selda.", "The rebels fired 16 missile at Selda", "rebels, firing"}),
            (std::vector<std::string>{"Rebels fired [22] missiles at Selda.",
                                      "[The] rebels fired [16] missile at Selda", "rebels, firing"}));
}

TEST(DifferingWords, Side_by_side_are_one_span) {
  EXPECT_EQ(marked({"It sank by the old pier.", "It sank."}),
            (std::vector<std::string>{"It sank [by the old pier].", "It sank."}));
  EXPECT_EQ(marked({"", "Selda"}), (std::vector<std::string>{"", "[Selda]"}));
}

}  // namespace
}  // namespace crossread
