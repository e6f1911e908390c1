// Reports for the store's tests: small made-up ones, and random ones that use every field.
#pragma once

#include <filesystem>
#include <random>
#include <string>
#include <string_view>

#include "types/report.h"

namespace crossread::test {

// A folder of its own for one test, gone at the end.
class TempFolder {
 public:
  TempFolder();
  ~TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  std::filesystem::path operator/(std::string_view name) const { return path_ / name; }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// `day` as ISO 8601, empty: undated.
Report simple_report(std::string source_id, std::string title, std::string text, std::string_view day = "2020-01-08");

// Whole and sound: spans on character borders, body and furniture apart.
Report random_report(std::mt19937_64& random);

std::string random_text(std::mt19937_64& random, std::size_t words);

// A span of `text` on character borders, not empty unless the text is.
ByteSpan random_span(std::mt19937_64& random, std::string_view text);

}  // namespace crossread::test
