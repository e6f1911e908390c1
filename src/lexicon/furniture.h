// What stands on news pages beside the reports: tables furniture, notices, sections, kickers, share_words,
// picture_credits, outlet_words and agencies of data/lexicon/<lang>/. Guarded by tests/lexicon/furniture_test.cpp.
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/line_pattern.h"
#include "lexicon/line_table.h"
#include "types/report.h"

namespace crossread {

class FurnitureLexicon {
 public:
  // Reads the tables in `folder`/en. Throws BrokenWorld naming the bad row.
  explicit FurnitureLexicon(const std::filesystem::path& folder);

  struct Kind {
    FurnitureKind kind = FurnitureKind::navigation;
    bool wildcard = false;  // known by a few of its words only
  };
  std::optional<Kind> furniture(const LineView& line) const;
  std::optional<NoticeKind> notice(const LineView& line) const;

  // Whether the words are the name of a section, also with one letter wrong or two changed about ("Foriegn").
  bool section(const std::vector<LineToken>& words) const;
  // Whether the words stand before a colon at the head of a line and are no place: "Exclusive", "Fact check".
  bool kicker(const std::vector<LineToken>& words) const;
  // Whether the words are those of a share bar and nothing else.
  bool share_bar(const std::vector<LineToken>& words) const;
  // Whether these words, the last of a caption, say whose picture it is.
  bool picture_credit(const std::vector<LineToken>& words) const;

 private:
  LineTable furniture_;
  LineTable notices_;
  std::set<std::string, std::less<>> sections_;
  std::set<std::string, std::less<>> kickers_;
  std::set<std::string, std::less<>> share_words_;
  struct PictureCredit {
    std::size_t most_words = 0;
    LinePattern pattern;
  };
  std::vector<PictureCredit> picture_credits_;
};

// Names of agencies and outlets.
class PressNames {
 public:
  // Reads `folder`/en/agencies.tsv and outlet_words.tsv.
  explicit PressNames(const std::filesystem::path& folder);

  // Whether the words are the name of an agency, short or whole: "AFP", "Agence France-Presse".
  bool agency(const std::vector<LineToken>& words) const;
  // Whether they look like the name of an outlet: one of them is "News", "Herald", "Times" ...
  bool outlet_like(const std::vector<LineToken>& words) const;

 private:
  std::set<std::string, std::less<>> agencies_;  // folded words, a blank between
  std::set<std::string, std::less<>> outlet_words_;
};

}  // namespace crossread
