// Apostrophes that left a blank, or two, where they stood.
#include "text/mend_rules.h"

#include <algorithm>
#include <array>

namespace crossread::mending {
namespace {

std::vector<LetterRun> letter_runs(const Characters& chars) {
  std::vector<LetterRun> runs;
  for (std::size_t i = 0; i < chars.size(); ++i) {
    if (!is_letter(chars[i].code)) continue;
    LetterRun run{i, i};
    while (run.end < chars.size() && is_letter(chars[run.end].code)) ++run.end;
    runs.push_back(run);
    i = run.end;
  }
  return runs;
}

// The blanks between two neighbouring runs, 0 if anything else stands there too.
std::size_t blanks_between(const Characters& chars, LetterRun left, LetterRun right) {
  for (std::size_t i = left.end; i < right.begin; ++i) {
    if (!is_blank(chars[i].code)) return 0;
  }
  return right.begin - left.end;
}

bool word_ends(const Characters& chars, std::size_t at) {
  if (at >= chars.size()) return true;
  const UChar32 c = chars[at].code;
  return !is_letter(c) && !is_digit(c) && c != '\'' && c != 0x2019 && c != '-' && c != '.' && c != '/' && c != '&';
}

// "don t": what stands before a lone t.
constexpr std::array<std::string_view, 18> kBeforeT = {"ain",   "aren",    "can",  "couldn", "didn", "doesn",
                                                       "don",   "hadn",    "hasn", "haven",  "isn",  "mustn",
                                                       "needn", "shouldn", "wasn", "weren",  "won",  "wouldn"};
struct Contraction {
  std::string_view left;
  std::string_view right;
};
constexpr std::array kContractions = {Contraction{"i", "m"},     Contraction{"i", "ve"},    Contraction{"i", "ll"},
                                      Contraction{"we", "re"},   Contraction{"we", "ve"},   Contraction{"we", "ll"},
                                      Contraction{"you", "re"},  Contraction{"you", "ve"},  Contraction{"you", "ll"},
                                      Contraction{"they", "re"}, Contraction{"they", "ve"}, Contraction{"they", "ll"},
                                      Contraction{"he", "ll"},   Contraction{"she", "ll"},  Contraction{"it", "ll"}};

bool lost_between(const std::string& left, const std::string& right) {
  if (right == "t") return std::find(kBeforeT.begin(), kBeforeT.end(), left) != kBeforeT.end();
  return std::any_of(kContractions.begin(), kContractions.end(),
                     [&](const Contraction& row) { return row.left == left && row.right == right; });
}

bool is_lost_possessive(const Characters& chars, LetterRun left, LetterRun s) {
  return s.size() == 1 && chars[s.begin].code == 's' && left.size() >= 2;
}

// "countries  exchange": two blanks after a plural, in a text that has lost other apostrophes and has no two blanks
// after other words.
bool may_be_plural(const Characters& chars, LetterRun run) {
  static constexpr std::array<std::string_view, 8> kOther = {"this", "does", "says",    "thus",
                                                             "less", "plus", "perhaps", "always"};
  if (run.size() < 4 || chars[run.end - 1].code != 's') return false;
  const UChar32 before = chars[run.end - 2].code;
  if (before == 's' || before == 'u' || before == 'i') return false;
  return std::find(kOther.begin(), kOther.end(), lower_ascii(chars, run)) == kOther.end();
}

}  // namespace

Edits lost_apostrophes(const Characters& chars) {
  const std::vector<LetterRun> runs = letter_runs(chars);
  Edits edits;
  Edits plurals;
  bool loose = false;
  for (std::size_t i = 0; i + 1 < runs.size(); ++i) {
    const LetterRun left = runs[i];
    const LetterRun right = runs[i + 1];
    const std::size_t blanks = blanks_between(chars, left, right);
    if (blanks == 0) continue;
    const ByteSpan gap = {chars[left.end].span.begin, chars[right.begin].span.begin};
    const bool whole = word_ends(chars, right.end) && right.size() <= 2;
    if (blanks <= 2 && whole &&
        (is_lost_possessive(chars, left, right) || lost_between(lower_ascii(chars, left), lower_ascii(chars, right)))) {
      edits.push_back({gap, "'"});
    } else if (blanks == 2) {
      if (may_be_plural(chars, left) && is_lower(chars[right.begin].code)) {
        plurals.push_back({{gap.begin, chars[left.end].span.end}, "'"});
      } else {
        loose = true;
      }
    }
  }
  if (edits.empty() || loose) return edits;
  edits.insert(edits.end(), plurals.begin(), plurals.end());
  std::sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.where < b.where; });
  return edits;
}

}  // namespace crossread::mending
