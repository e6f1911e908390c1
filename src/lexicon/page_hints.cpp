#include "lexicon/page_hints.h"

#include <algorithm>

#include "lexicon/table.h"

namespace crossread {
namespace {

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_letter_or_digit(char c) {
  return is_upper(c) || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

}  // namespace

PageHints::PageHints(const std::filesystem::path& folder) {
  const Table table(folder / "web" / "page_hints.tsv", 2);
  for (const Table::Row& row : table.rows()) {
    const std::size_t kind =
        table.choice(row, 1,
                     {"none", "keep", "standfirst", "hidden", "embed", "comments", "caption", "byline", "dateline",
                      "reading_time", "section", "notice", "related", "share", "advert", "navigation"});
    words_[row[0]] = PageHint{static_cast<std::uint8_t>(kind)};
  }
}

PageHint PageHints::of(std::string_view written) const {
  PageHint strongest = PageHint::none;
  std::string word;
  const auto take = [&] {
    if (const auto found = words_.find(word); found != words_.end()) strongest = std::max(strongest, found->second);
    word.clear();
  };
  for (std::size_t i = 0; i < written.size(); ++i) {
    const char c = written[i];
    const bool new_word = !is_letter_or_digit(c) || (is_upper(c) && i > 0 && !is_upper(written[i - 1]));
    if (new_word && !word.empty()) take();
    if (is_letter_or_digit(c)) word += static_cast<char>(is_upper(c) ? c | 0x20 : c);
  }
  take();
  return strongest;
}

}  // namespace crossread
