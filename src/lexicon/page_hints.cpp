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
    words_[std::string(row[0])] = PageHint{static_cast<std::uint8_t>(kind)};
  }
}

PageHint PageHints::of(std::string_view written) const {
  PageHint strongest = PageHint::none;
  for (std::size_t at = 0; at < written.size();) {
    std::size_t end = at;
    while (end < written.size() && is_letter_or_digit(written[end])) ++end;
    if (end > at) strongest = std::max(strongest, of_name(written.substr(at, end - at)));
    at = end + 1;
  }
  return strongest;
}

// "relatedLinks" is two words. Names that a program made up ("hJpRRP") fall into scraps, which mean nothing.
PageHint PageHints::of_name(std::string_view name) const {
  PageHint strongest = PageHint::none;
  std::string word;
  for (std::size_t i = 0; i <= name.size(); ++i) {
    const bool new_word = i == name.size() || (is_upper(name[i]) && i > 0 && !is_upper(name[i - 1]));
    if (new_word) {
      const bool scrap = word.size() < 3 && word.size() < i;
      if (scrap) return PageHint::none;
      if (const auto found = words_.find(word); found != words_.end()) strongest = std::max(strongest, found->second);
      word.clear();
    }
    if (i < name.size()) word += static_cast<char>(is_upper(name[i]) ? name[i] | 0x20 : name[i]);
  }
  return strongest;
}

}  // namespace crossread
