#include "intake/web_address.h"

#include <gtest/gtest.h>

namespace crossread::intake {
namespace {

std::string canonical(std::string_view written) {
  static const TrackingParameters kTracking(std::filesystem::path(CROSSREAD_SOURCE_DIR) / "data/lexicon");
  return canonical_address(written, kTracking).value_or("none");
}

TEST(WebAddress, Two_writings_of_one_address_are_equal) {
  const struct {
    std::string_view written;
    std::string_view canonical;
  } rows[] = {
      {"HTTPS://WWW.Courier.Example/World/Rain", "https://www.courier.example/World/Rain"},
      {"https://courier.example:443/a#top", "https://courier.example/a"},
      {"http://courier.example:80", "http://courier.example/"},
      {"http://courier.example:8080/a", "http://courier.example:8080/a"},
      {"https://courier.example/a?utm_source=x&id=7&fbclid=y", "https://courier.example/a?id=7"},
      {"https://courier.example/a?utm_source=x", "https://courier.example/a"},
      {"  https://courier.example/a  ", "https://courier.example/a"},
      {"ftp://courier.example/a", "none"},
      {"/world/rain", "none"},
      {"https://", "none"},
      {"https://two words/a", "none"},
  };
  for (const auto& row : rows) EXPECT_EQ(canonical(row.written), row.canonical) << row.written;
}

TEST(WebAddress, Making_canonical_twice_is_once) {
  for (const std::string_view written :
       {"HTTP://A.Example?b=1&utm_x=2#c", "https://a.example/?&&x=1", "https://a.example/a?"}) {
    EXPECT_EQ(canonical(canonical(written)), canonical(written));
  }
}

TEST(WebAddress, The_day_is_read_from_the_path_if_it_is_whole) {
  const struct {
    std::string_view address;
    std::string_view day;
  } rows[] = {
      {"https://a.example/2025/03/14/rain", "2025-03-14"},
      {"https://a.example/world/2025-03-14-rain.html", "2025-03-14"},
      {"https://a.example/20250314/rain", "2025-03-14"},
      {"https://a.example/2025/mar/14/rain", "2025-03-14"},
      {"https://a.example/2025/03/rain", "none"},
      {"https://a.example/2025/13/45/rain", "none"},
      {"https://a.example/rain?d=2025/03/14", "none"},
      {"https://a.example/article-20251399", "none"},
  };
  for (const auto& row : rows) {
    const auto date = date_in_address(row.address);
    EXPECT_EQ(date ? iso(*date->start) : "none", row.day) << row.address;
  }
}

}  // namespace
}  // namespace crossread::intake
