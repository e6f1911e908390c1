#include "language/time_periods.h"

#include <fmt/format.h>

#include <cmath>

namespace crossread::language {

std::string period(double count, bool vague, TimeUnit unit) {
  if (unit == TimeUnit::fortnight) count *= 2;
  if (unit == TimeUnit::decade) count *= 10;
  if (unit == TimeUnit::century) count *= 100;
  if (unit == TimeUnit::millennium) count *= 1000;
  if (unit == TimeUnit::half) count *= 6;
  const bool clock = unit == TimeUnit::second || unit == TimeUnit::minute || unit == TimeUnit::hour;
  std::string letter;
  switch (unit) {
    case TimeUnit::second:
      letter = "S";
      break;
    case TimeUnit::minute:
      letter = "M";
      break;
    case TimeUnit::hour:
      letter = "H";
      break;
    case TimeUnit::day:
      letter = "D";
      break;
    case TimeUnit::week:
    case TimeUnit::fortnight:
      letter = "W";
      break;
    case TimeUnit::weekend:
      letter = "WE";
      break;
    case TimeUnit::month:
    case TimeUnit::half:
      letter = "M";
      break;
    case TimeUnit::quarter:
      letter = "Q";
      break;
    default:
      letter = "Y";
      break;
  }
  if (vague) {
    if (unit == TimeUnit::decade) letter = "DE";
    if (unit == TimeUnit::century) letter = "CE";
    return fmt::format("P{}X{}", clock ? "T" : "", letter);
  }
  const double whole = std::floor(count);
  if (whole != count) {
    if (unit == TimeUnit::hour)
      return fmt::format("PT{}{:.0f}M", whole > 0 ? fmt::format("{:.0f}H", whole) : "", (count - whole) * 60);
    if (letter == "Y")
      return whole > 0 ? fmt::format("P{:.0f}Y{:.0f}M", whole, (count - whole) * 12)
                       : fmt::format("P{:.0f}M", count * 12);
    return fmt::format("P{}{:g}{}", clock ? "T" : "", count, letter);
  }
  return fmt::format("P{}{:.0f}{}", clock ? "T" : "", count, letter);
}

double years_in(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::second:
      return 1.0 / 31'557'600;
    case TimeUnit::minute:
      return 1.0 / 525'960;
    case TimeUnit::hour:
      return 1.0 / 8'766;
    case TimeUnit::day:
      return 1.0 / 365.25;
    case TimeUnit::week:
      return 7 / 365.25;
    case TimeUnit::fortnight:
      return 14 / 365.25;
    case TimeUnit::month:
      return 1.0 / 12;
    case TimeUnit::quarter:
      return 0.25;
    case TimeUnit::half:
      return 0.5;
    case TimeUnit::decade:
      return 10;
    case TimeUnit::century:
      return 100;
    case TimeUnit::millennium:
      return 1000;
    default:
      return 1;
  }
}

}  // namespace crossread::language
