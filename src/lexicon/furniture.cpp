#include "lexicon/furniture.h"

#include <algorithm>

#include "lexicon/table.h"

namespace crossread {
namespace {

const std::vector<std::string_view> kFurnitureKinds = {"section", "reading_time", "caption", "credit",
                                                       "related", "navigation",   "notice",  "dateline",
                                                       "byline",  "share",        "advert",  "headline"};
const std::vector<std::string_view> kNoticeKinds = {"machine_translation", "correction", "update", "embargo",
                                                    "opinion"};

// The words joined by blanks, marks left out, and "and" too: "Middle East & Africa".
std::string joined_names(const std::vector<LineToken>& words) {
  std::string all;
  for (const LineToken& word : words) {
    if (word.kind == LineToken::Kind::mark || word.form == "and") continue;
    if (!all.empty()) all += ' ';
    all += word.form;
  }
  return all;
}

// The words joined by blanks, marks left out.
std::string joined(const std::vector<LineToken>& words) {
  std::string all;
  for (const LineToken& word : words) {
    if (word.kind == LineToken::Kind::mark) continue;
    if (!all.empty()) all += ' ';
    all += word.form;
  }
  return all;
}

std::string joined(std::string_view text) {
  return joined(line_tokens(text, {0, static_cast<std::uint32_t>(text.size())}));
}

std::set<std::string, std::less<>> word_set(const std::filesystem::path& file) {
  const Table table(file, 1);
  std::set<std::string, std::less<>> words;
  for (const Table::Row& row : table.rows()) {
    if (joined(row[0]) != row[0]) table.refuse(row, "not in folded form; write \"" + joined(row[0]) + "\"");
    words.emplace(row[0]);
  }
  return words;
}

std::set<std::string, std::less<>> without_and(const std::set<std::string, std::less<>>& names) {
  std::set<std::string, std::less<>> out;
  for (const std::string& name : names) {
    out.insert(joined_names(line_tokens(name, {0, static_cast<std::uint32_t>(name.size())})));
  }
  return out;
}

// Whether one letter more, less, other, or two neighbours changed about make the one of the other.
bool one_slip_apart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  const auto [in_a, in_b] = std::mismatch(a.begin(), a.end(), b.begin());
  std::string_view rest_a = a.substr(static_cast<std::size_t>(in_a - a.begin()));
  std::string_view rest_b = b.substr(static_cast<std::size_t>(in_b - b.begin()));
  if (a.size() < b.size()) return rest_a == rest_b.substr(1);
  if (rest_a.empty()) return true;
  if (rest_a.substr(1) == rest_b.substr(1)) return true;
  return rest_a.size() > 1 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] && rest_a.substr(2) == rest_b.substr(2);
}

constexpr std::size_t kSureLength = 7;  // shorter words one slip apart are often other words: "state", "stage"

}  // namespace

FurnitureLexicon::FurnitureLexicon(const std::filesystem::path& folder)
    : furniture_(folder / "en" / "furniture.tsv", kFurnitureKinds),
      notices_(folder / "en" / "notices.tsv", kNoticeKinds),
      sections_(without_and(word_set(folder / "en" / "sections.tsv"))),
      kickers_(word_set(folder / "en" / "kickers.tsv")),
      share_words_(word_set(folder / "en" / "share_words.tsv")) {
  const Table table(folder / "en" / "picture_credits.tsv", 2);
  for (const Table::Row& row : table.rows()) {
    std::optional<LinePattern> pattern = LinePattern::read(row[1]);
    if (!pattern) table.refuse(row, "not a pattern: \"" + std::string(row[1]) + "\"");
    if (pattern->needed_words() == 0) table.refuse(row, "a pattern without a word that must be there");
    picture_credits_.push_back({static_cast<std::size_t>(table.number(row, 0, 1, 20)), std::move(*pattern)});
  }
}

std::optional<FurnitureLexicon::Kind> FurnitureLexicon::furniture(const LineView& line) const {
  const auto found = furniture_.find(line);
  if (!found) return std::nullopt;
  return Kind{FurnitureKind{static_cast<std::uint8_t>(found->kind)}, found->wildcard};
}

std::optional<NoticeKind> FurnitureLexicon::notice(const LineView& line) const {
  const auto found = notices_.find(line);
  if (!found) return std::nullopt;
  return NoticeKind{static_cast<std::uint8_t>(found->kind)};
}

bool FurnitureLexicon::section(const std::vector<LineToken>& words) const {
  const std::string name = joined_names(words);
  if (sections_.contains(name)) return true;
  if (name.size() < kSureLength) return false;
  return std::any_of(sections_.begin(), sections_.end(), [&](const std::string& section) {
    return section.size() >= kSureLength && one_slip_apart(name, section);
  });
}

bool FurnitureLexicon::kicker(const std::vector<LineToken>& words) const {
  return kickers_.contains(joined(words));
}

bool FurnitureLexicon::share_bar(const std::vector<LineToken>& words) const {
  bool any = false;
  for (const LineToken& word : words) {
    if (word.kind == LineToken::Kind::mark || word.kind == LineToken::Kind::number) continue;
    if (!share_words_.contains(word.form)) return false;
    any = true;
  }
  return any;
}

bool FurnitureLexicon::picture_credit(const std::vector<LineToken>& words) const {
  return std::any_of(picture_credits_.begin(), picture_credits_.end(), [&](const PictureCredit& credit) {
    return words.size() <= credit.most_words && credit.pattern.matches(words);
  });
}

PressNames::PressNames(const std::filesystem::path& folder)
    : outlet_words_(word_set(folder / "en" / "outlet_words.tsv")) {
  const Table table(folder / "en" / "agencies.tsv", 2);
  for (const Table::Row& row : table.rows()) {
    agencies_.insert(joined(row[0]));
    agencies_.insert(joined(row[1]));
  }
}

bool PressNames::agency(const std::vector<LineToken>& words) const {
  return agencies_.contains(joined(words));
}

bool PressNames::outlet_like(const std::vector<LineToken>& words) const {
  return std::any_of(words.begin(), words.end(),
                     [&](const LineToken& word) { return outlet_words_.contains(word.form); });
}

}  // namespace crossread
