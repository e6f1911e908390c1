// Who publishes: what a shipped or given table knows of an outlet.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace crossread {

enum class OutletKind : std::uint8_t { agency, broadcaster, daily, tabloid, weekly, magazine, local, online };

// Who directs it. state: a government or its organs; public_: by law apart from the government; nonprofit: a trust, a
// cooperative or an association.
enum class OutletControl : std::uint8_t { state, public_, party, private_, nonprofit };

inline constexpr std::array<std::string_view, 8> kOutletKindNames = {"agency", "broadcaster", "daily", "tabloid",
                                                                     "weekly", "magazine",    "local", "online"};
inline constexpr std::array<std::string_view, 5> kOutletControlNames = {"state", "public", "party", "private",
                                                                        "nonprofit"};

constexpr std::string_view name_of(OutletKind kind) {
  return kOutletKindNames[static_cast<std::size_t>(kind)];
}
constexpr std::string_view name_of(OutletControl control) {
  return kOutletControlNames[static_cast<std::size_t>(control)];
}

struct OutletFacts {
  std::string name;          // as the table shows it
  std::string country;       // ISO 3166-1 alpha-3, "" when not known
  std::string country_name;  // "Iran"; "" when not known
  OutletKind kind = OutletKind::online;
  OutletControl control = OutletControl::private_;
  std::string owner;  // "" when not known
  friend bool operator==(const OutletFacts&, const OutletFacts&) = default;
};

}  // namespace crossread
