#include "intake/web_address.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "base/ascii.h"

namespace crossread::intake {
namespace {

std::string without_tracking(std::string_view query, const TrackingParameters& tracking) {
  std::string kept;
  while (!query.empty()) {
    const std::string_view pair = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(query.size(), pair.size() + 1));
    if (pair.empty() || tracking.has(pair.substr(0, pair.find('=')))) continue;
    if (!kept.empty()) kept += '&';
    kept += pair;
  }
  return kept;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

int number(std::string_view digits) {
  int value = -1;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

int month_of(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                               "jul", "aug", "sep", "oct", "nov", "dec"};
  if (word.size() <= 2 && all_digits(word)) return number(word);
  if (word.size() != 3) return 0;
  const auto found = std::find(kMonths.begin(), kMonths.end(), ascii_lower(word));
  return found == kMonths.end() ? 0 : static_cast<int>(found - kMonths.begin()) + 1;
}

std::optional<Date> day_date(int year, int month, int day) {
  if (year < 1980 || year > 2100 || !valid_day(year, month, day)) return std::nullopt;
  Date date;
  date.start = date.end = CivilTime{day_of(year, month, day), -1};
  return date;
}

// The pieces of a path between slashes, hyphens and underscores.
std::vector<std::string_view> pieces_of(std::string_view path) {
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= path.size(); ++i) {
    if (i < path.size() && path[i] != '/' && path[i] != '-' && path[i] != '_' && path[i] != '.') continue;
    pieces.push_back(path.substr(begin, i - begin));
    begin = i + 1;
  }
  return pieces;
}

}  // namespace

std::optional<std::string> canonical_address(std::string_view written, const TrackingParameters& tracking) {
  written = trimmed(written);
  const std::size_t colon = written.find("://");
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string scheme = ascii_lower(written.substr(0, colon));
  if (scheme != "http" && scheme != "https") return std::nullopt;
  std::string_view rest = written.substr(colon + 3);
  rest = rest.substr(0, rest.find('#'));
  const std::size_t host_end = std::min(rest.find_first_of("/?"), rest.size());
  std::string host = ascii_lower(rest.substr(0, host_end));
  rest.remove_prefix(host_end);
  const std::string_view default_port = scheme == "http" ? ":80" : ":443";
  if (host.ends_with(default_port)) host.resize(host.size() - default_port.size());
  if (host.empty() || host.find_first_of(" \t\"<>") != std::string::npos) return std::nullopt;
  const std::size_t query_at = rest.find('?');
  const std::string_view path = rest.substr(0, query_at);
  const std::string query =
      query_at == std::string_view::npos ? "" : without_tracking(rest.substr(query_at + 1), tracking);
  return scheme + "://" + host + (path.empty() ? "/" : std::string(path)) + (query.empty() ? "" : "?" + query);
}

std::optional<Date> date_in_address(std::string_view address) {
  const std::size_t scheme_end = address.find("://");
  const std::size_t path_at = address.find('/', scheme_end == std::string_view::npos ? 0 : scheme_end + 3);
  if (path_at == std::string_view::npos) return std::nullopt;
  std::string_view path = address.substr(path_at);
  path = path.substr(0, path.find_first_of("?#"));
  const std::vector<std::string_view> pieces = pieces_of(path);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const std::string_view piece = pieces[i];
    if (piece.size() == 8 && all_digits(piece)) {
      const auto date = day_date(number(piece.substr(0, 4)), number(piece.substr(4, 2)), number(piece.substr(6, 2)));
      if (date) return date;
    }
    if (piece.size() != 4 || !all_digits(piece) || i + 2 >= pieces.size()) continue;
    const std::string_view day = pieces[i + 2];
    if (day.size() > 2 || !all_digits(day)) continue;
    if (const auto date = day_date(number(piece), month_of(pieces[i + 1]), number(day))) return date;
  }
  return std::nullopt;
}

}  // namespace crossread::intake
