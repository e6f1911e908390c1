#include "lineage/quotations.h"

#include <gtest/gtest.h>

#include <string>

namespace crossread {
namespace {

std::string quoted(std::string_view text) {
  std::string found;
  for (const ByteSpan span : quotations(text, {{0, static_cast<std::uint32_t>(text.size())}})) {
    found += '<' + std::string(span.in(text)) + '>';
  }
  return found;
}

TEST(Quotations, Open_and_close_by_where_a_mark_stands_not_by_its_form) {
  const struct {
    std::string_view text;
    std::string_view expected;
  } rows[] = {
      {R"(He said "no" and left.)", "<no>"},
      {"He said “no” and left.", "<no>"},
      {"He said ”no” and left.", "<no>"},
      {"He said “no“ and left.", "<no>"},
      {"He said „no“ and «never».", "<no><never>"},
      {"He said ``no'' and left.", "<no>"},
      {"He said 'no' and left.", "<no>"},
      {"He said ‘no, don’t’ and left.", "<no, don’t>"},
      {"The workers' pay and the bosses' cars.", ""},
      {"It was 6'2\" tall.", ""},
      {"(\"no\")—“yes”", "<no><yes>"},
      {"“He told me ‘no’ twice,” she said.", "<He told me ‘no’ twice,>"},
      {"“We begin.\n“We go on.”\nNobody did.", "<We begin.><We go on.>"},
      {"The '90s were \"good\" years", "<good>"},
      {"", ""},
      {"\"", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(quoted(row.text), row.expected) << row.text;
}

TEST(Quotations, Stay_within_the_ranges) {
  const std::string_view text = "say “one” / “two” end";
  const auto begin = static_cast<std::uint32_t>(text.find('/'));
  const auto found = quotations(text, {{begin, static_cast<std::uint32_t>(text.size())}});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].in(text), "two");
}

TEST(Quotations, Flag_the_words_within) {
  const std::string text = "She said “not now” and went.";
  const ByteSpan whole{0, static_cast<std::uint32_t>(text.size())};
  EXPECT_EQ(quoted_words(words(text, whole), quotations(text, {whole})), (std::vector<std::uint8_t>{0, 0, 1, 1, 0, 0}));
}

}  // namespace
}  // namespace crossread
