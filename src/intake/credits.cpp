#include "intake/credits.h"

#include <algorithm>
#include <array>
#include <utility>

#include "intake/written_date.h"

namespace crossread::intake {
namespace {

constexpr std::size_t kMostNameWords = 6;
constexpr std::size_t kMostLoneWords = 8;

// Words of a credit that are no part of a name.
constexpr std::array<std::string_view, 41> kNoName = {
    "a",        "additional", "agencies", "agency",     "and",     "appeared", "article",   "by",     "contributed",
    "courtesy", "first",      "for",      "from",       "further", "in",       "input",     "inputs", "is",
    "material", "newsroom",   "on",       "originally", "our",     "own",      "published", "report", "reporting",
    "reports",  "source",     "sources",  "staff",      "story",   "the",      "this",      "to",     "via",
    "was",      "wire",       "wires",    "with",       "|"};

// Words that are part of a name when they are written with a capital: "Nile Basin Wire".
constexpr std::array<std::string_view, 6> kNameEnds = {"agency", "newsroom", "report", "story", "wire", "wires"};

bool no_name(std::string_view text, const LineToken& token) {
  if (token.kind != LineToken::Kind::word) return true;
  const bool capital = token.form.front() != text[token.span.begin];
  if (capital && std::ranges::find(kNameEnds, token.form) != kNameEnds.end()) return false;
  return std::ranges::find(kNoName, token.form) != kNoName.end();
}

// Two to six capitals, "AA-R" and "EPA-EFE" among them.
bool is_letters(std::string_view text, const std::vector<LineToken>& words) {
  if (words.empty() || words.size() > 2 || !all_capitals(text, words)) return false;
  const std::uint32_t size = words.back().span.end - words.front().span.begin;
  const bool joined = words.size() == 1 || text[words.front().span.end] == '-';
  return joined && size >= 2 && size <= (words.size() == 1 ? 6u : 8u);
}

// Where behind the last sentence a dash, a bracket or "Source:" begins what may be a credit.
std::optional<std::size_t> credit_tail(std::string_view shown) {
  constexpr std::size_t kMostBytes = 60;
  const std::size_t from = shown.size() > kMostBytes ? shown.size() - kMostBytes : 0;
  static constexpr std::array<std::string_view, 6> kLeads = {"(", "[", "–", "—", "-", "Source:"};
  for (std::size_t at = from; at < shown.size(); ++at) {
    if (at == 0 || (static_cast<unsigned char>(shown[at]) & 0xC0) == 0x80) continue;
    const std::string_view rest = shown.substr(at);
    const bool leads = std::ranges::any_of(kLeads, [&](std::string_view lead) { return rest.starts_with(lead); });
    if (leads && ends_sentence(shown.substr(0, at))) return at;
  }
  return std::nullopt;
}

}  // namespace

bool same_name(const std::vector<LineToken>& words, std::string_view name) {
  const auto other = line_tokens(name, {0, static_cast<std::uint32_t>(name.size())});
  return std::ranges::equal(words, other, {}, &LineToken::form, &LineToken::form);
}

bool ends_sentence(std::string_view before) {
  while (before.ends_with(' ')) before.remove_suffix(1);
  static constexpr std::array<std::string_view, 8> kEnds = {".", "!", "?", "\"", "”", "’", ")", "…"};
  return std::ranges::any_of(kEnds, [&](std::string_view end) { return before.ends_with(end); });
}

// The runs of words between the words that no name has, commas and slashes.
std::vector<CreditReader::Words> CreditReader::names_of(const Line& line) const {
  std::vector<Words> names;
  Words name;
  const auto flush = [&] {
    if (!name.empty()) names.push_back(std::exchange(name, {}));
  };
  for (const LineToken& token : line.tokens) {
    if (no_name(text_, token)) {
      flush();
      continue;
    }
    const bool parted =
        !name.empty() &&
        text_.substr(name.back().span.end, token.span.begin - name.back().span.end).find_first_of(",/.") !=
            std::string_view::npos;
    if (parted) flush();
    name.push_back(token);
  }
  flush();
  return names;
}

bool CreditReader::is_credited(const Words& words) const {
  return words.size() <= kMostNameWords && title_case(text_, words) && !(outlet_ && same_name(words, *outlet_));
}

bool CreditReader::like_press(const Words& words) const {
  return is_letters(text_, words) || judge_.only_agencies(words) ||
         (words.size() >= 2 && tables_.names.outlet_like({words.back()}));
}

Credit CreditReader::credit_of(const Words& words) const {
  const ByteSpan name{words.front().span.begin, words.back().span.end};
  return {std::string(name.in(text_)), name};
}

std::vector<Credit> CreditReader::of_credit(const Line& line) const {
  std::vector<Credit> credits;
  for (const Words& words : names_of(line)) {
    if (is_credited(words)) credits.push_back(credit_of(words));
  }
  return credits;
}

std::vector<Credit> CreditReader::of_byline(const Line& line) const {
  std::vector<Credit> credits;
  for (const Words& words : names_of(line)) {
    if (is_credited(words) && like_press(words)) credits.push_back(credit_of(words));
  }
  return credits;
}

std::optional<CreditedEnd> CreditReader::at_end(ByteSpan line) const {
  const auto tail = credit_tail(line.in(text_));
  if (!tail) return std::nullopt;
  CreditedEnd end{{line.begin + static_cast<std::uint32_t>(*tail), line.end}, {}, false};
  bool led = false;  // "(with inputs from KNW)": no matter whether we know the agency
  for (const LineToken& token : line_tokens(text_, end.span)) {
    const bool leads = no_name(text_, token);
    led = led || (end.names.empty() && leads && token.kind == LineToken::Kind::word);
    if (!leads) end.names.push_back(token);
  }
  if (end.names.empty()) return std::nullopt;
  end.agencies = judge_.only_agencies(end.names) || (led && is_credited(end.names) && like_press(end.names));
  const bool letters = end.names.size() == 1 && is_letters(text_, end.names);
  return end.agencies || letters ? std::optional<CreditedEnd>(std::move(end)) : std::nullopt;
}

std::optional<Credit> CreditReader::of_end(const CreditedEnd& end) const {
  if (outlet_ && same_name(end.names, *outlet_)) return std::nullopt;
  return credit_of(end.names);
}

bool CreditReader::is_lone(const Line& line, bool right_below) const {
  if (line.tokens.empty() || line.words > kMostLoneWords || !line.open) return false;
  const std::string_view shown = line.span.in(text_);
  const bool dash = shown.starts_with("–") || shown.starts_with("—") || shown.starts_with("-");
  const bool brackets =
      (shown.starts_with('(') && shown.ends_with(')')) || (shown.starts_with('[') && shown.ends_with(']'));
  const std::vector<Words> names = names_of(line);
  if (names.empty() || !std::ranges::all_of(names, [&](const Words& name) { return is_credited(name); })) return false;
  if ((dash || brackets) && line.tokens.front().kind == LineToken::Kind::word && line.words <= kMostLoneWords / 2)
    return true;
  const bool press = like_press(names.front());
  const bool led = no_name(text_, line.tokens.front()) || brackets || dash;
  return press && (led || (right_below && (is_letters(text_, names.front()) || names.size() > 1)));
}

bool CreditReader::names_press(const Line& line) const {
  Words name;
  Words rest;
  for (const LineToken& token : line.tokens) {
    const bool parted =
        !name.empty() &&
        text_.substr(name.back().span.end, token.span.begin - name.back().span.end).find(',') != std::string_view::npos;
    (rest.empty() && !parted ? name : rest).push_back(token);
  }
  if (name.size() < 2 || !title_case(text_, name) || name.back().kind != LineToken::Kind::word) return false;
  const bool press = tables_.names.outlet_like({name.back()}) || judge_.only_agencies(name);
  return press && (rest.empty() || date_line(text_, rest, tables_.dates) != DateLine::none);
}

}  // namespace crossread::intake
