// What the names that page makers give to elements say of the text in them (data/lexicon/web/page_hints.tsv).
// Guarded by tests/lexicon/page_hints_test.cpp.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace crossread {

enum class PageHint : std::uint8_t {
  none,
  keep,
  standfirst,
  hidden,
  embed,
  comments,
  caption,
  byline,
  dateline,
  reading_time,
  section,
  notice,
  related,
  share,
  advert,
  navigation
};

class PageHints {
 public:
  // Reads `folder`/web/page_hints.tsv. Throws BrokenWorld naming the bad row.
  explicit PageHints(const std::filesystem::path& folder);

  // The strongest hint of the names in `written`: "story-body__relatedLinks" are story, body, related and links. What
  // speaks against the report goes before what speaks for it.
  PageHint of(std::string_view written) const;

 private:
  PageHint of_name(std::string_view name) const;

  std::map<std::string, PageHint, std::less<>> words_;
};

}  // namespace crossread
