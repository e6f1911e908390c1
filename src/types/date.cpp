#include "types/date.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <chrono>
#include <string_view>

#include "base/ascii.h"

namespace crossread {
namespace {

// Reads a written time from the front, piece by piece; each method says whether it found its piece and then moves past
// it.
class Cursor {
 public:
  explicit Cursor(std::string_view rest) : rest_(rest) {}

  std::optional<int> digits(std::size_t count) {
    int value = 0;
    if (rest_.size() < count) return std::nullopt;
    const auto [end, fault] = std::from_chars(rest_.data(), rest_.data() + count, value);
    if (fault != std::errc{} || end != rest_.data() + count || value < 0) return std::nullopt;
    rest_.remove_prefix(count);
    return value;
  }

  // One or two digits.
  std::optional<int> number() {
    const bool two = rest_.size() > 1 && rest_[1] >= '0' && rest_[1] <= '9';
    return digits(two ? 2 : 1);
  }

  bool skip(std::string_view any_of) {
    if (rest_.empty() || any_of.find(rest_.front()) == std::string_view::npos) return false;
    rest_.remove_prefix(1);
    return true;
  }

  void skip_all(std::string_view any_of) {
    while (skip(any_of)) {
    }
  }

  std::string_view letters() {
    std::size_t n = 0;
    while (n < rest_.size() && ((rest_[n] | 0x20) >= 'a') && ((rest_[n] | 0x20) <= 'z')) ++n;
    const std::string_view word = rest_.substr(0, n);
    rest_.remove_prefix(n);
    return word;
  }

  bool done() const { return rest_.empty(); }
  char front() const { return rest_.empty() ? '\0' : rest_.front(); }

 private:
  std::string_view rest_;
};

struct Clock {
  std::optional<std::int16_t> minute;
  std::optional<std::int16_t> zone;
};

bool read_zone(Cursor& at, Clock& clock) {
  at.skip_all(" ");
  if (at.done()) return true;
  const char sign = at.front();
  if (at.skip("+-")) {
    const auto hours = at.digits(2);
    at.skip(":");
    const auto minutes = at.done() ? std::optional<int>(0) : at.digits(2);
    if (!hours || !minutes || *hours > 14 || *minutes > 59) return false;
    clock.zone = static_cast<std::int16_t>((sign == '-' ? -1 : 1) * (*hours * 60 + *minutes));
    at.skip_all(" ");
    return true;
  }
  const std::string_view name = at.letters();
  if (name != "Z" && name != "z" && name != "GMT" && name != "UTC" && name != "UT") return false;
  clock.zone = std::int16_t{0};
  at.skip_all(" ");
  return true;
}

// "09:12", "09:12:30", "09:12:30.25", each with or without a zone.
std::optional<Clock> read_clock(Cursor& at) {
  Clock clock;
  const auto hour = at.digits(2);
  if (!hour || !at.skip(":")) return std::nullopt;
  const auto minute = at.digits(2);
  if (!minute || *hour > 23 || *minute > 59) return std::nullopt;
  if (at.skip(":")) {
    const auto second = at.digits(2);
    if (!second || *second > 60) return std::nullopt;
    if (at.skip(".,")) at.skip_all("0123456789");
  }
  clock.minute = static_cast<std::int16_t>(*hour * 60 + *minute);
  if (!read_zone(at, clock)) return std::nullopt;
  return clock;
}

Date whole(YearMonthDay first, YearMonthDay last, Grain grain) {
  Date date;
  date.start = CivilTime{day_of(first.year, first.month, first.day), -1};
  date.end = CivilTime{day_of(last.year, last.month, last.day), -1};
  date.grain = grain;
  return date;
}

std::optional<Date> at_clock(YearMonthDay when, Cursor& at) {
  Date date = whole(when, when, Grain::day);
  if (at.done()) return date;
  const auto clock = read_clock(at);
  if (!clock || !clock->minute || !at.done()) return std::nullopt;
  date.start = date.end = CivilTime{day_of(when.year, when.month, when.day), *clock->minute};
  date.grain = Grain::minute;
  date.zone_minutes = clock->zone;
  return date;
}

std::optional<Date> read_iso(std::string_view written) {
  Cursor at(written);
  const auto year = at.digits(4);
  if (!year || *year < 1) return std::nullopt;
  if (at.done()) return whole({*year, 1, 1}, {*year, 12, 31}, Grain::year);
  if (!at.skip("-/")) return std::nullopt;
  const auto month = at.digits(2);
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  if (at.done()) return whole({*year, *month, 1}, {*year, *month, days_in_month(*year, *month)}, Grain::month);
  if (!at.skip("-/")) return std::nullopt;
  const auto day = at.digits(2);
  if (!day || !valid_day(*year, *month, *day)) return std::nullopt;
  if (!at.done() && !at.skip("Tt ")) return std::nullopt;
  return at_clock({*year, *month, *day}, at);
}

int month_named(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                               "jul", "aug", "sep", "oct", "nov", "dec"};
  if (word.size() < 3) return 0;
  const std::string head = {static_cast<char>(word[0] | 0x20), static_cast<char>(word[1] | 0x20),
                            static_cast<char>(word[2] | 0x20)};
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (kMonths[i] == head) return static_cast<int>(i) + 1;
  }
  return 0;
}

// "Wed, 08 Jan 2020 09:12:30 +0000"; the weekday and the time may be missing.
std::optional<Date> read_rfc2822(std::string_view written) {
  Cursor at(written);
  at.letters();
  at.skip_all(", ");
  const auto day = at.number();
  at.skip_all(" -");
  const int month = month_named(at.letters());
  at.skip_all(" -,");
  const auto year = at.digits(4);
  if (!day || month == 0 || !year || !valid_day(*year, month, *day)) return std::nullopt;
  at.skip_all(" ,");
  return at_clock({*year, month, *day}, at);
}

}  // namespace

bool valid_day(int year, int month, int day) {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(year, month);
}

int days_in_month(int year, int month) {
  using namespace std::chrono;
  const year_month_day_last last{std::chrono::year{year},
                                 month_day_last{std::chrono::month{static_cast<unsigned>(month)}}};
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

std::int32_t day_of(int year, int month, int day) {
  using namespace std::chrono;
  const year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                            std::chrono::day{static_cast<unsigned>(day)}};
  return static_cast<std::int32_t>(sys_days{date}.time_since_epoch().count());
}

YearMonthDay civil_of(std::int32_t day) {
  using namespace std::chrono;
  const year_month_day date{sys_days{days{day}}};
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

int weekday_of(std::int32_t day) {
  const int from_thursday = ((day % 7) + 7) % 7;  // 1970-01-01 was a Thursday
  return (from_thursday + 3) % 7;
}

std::string iso(CivilTime time) {
  const YearMonthDay date = civil_of(time.day);
  std::string text = fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
  if (time.minute >= 0) text += fmt::format("T{:02}:{:02}", time.minute / 60, time.minute % 60);
  return text;
}

std::optional<Date> parse_timestamp(std::string_view written) {
  written = trimmed(written);
  if (written.empty()) return std::nullopt;
  const bool starts_with_year = written.size() >= 4 && written.find_first_not_of("0123456789") >= 4;
  return starts_with_year ? read_iso(written) : read_rfc2822(written);
}

std::optional<std::int64_t> minutes_of(const Date& date) {
  if (!date.start) return std::nullopt;
  const std::int64_t minute = date.start->minute < 0 ? 0 : date.start->minute;
  return std::int64_t{date.start->day} * 1440 + minute - date.zone_minutes.value_or(0);
}

}  // namespace crossread
