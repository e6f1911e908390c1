// Small random worlds of reports whose copying is known: events, independent accounts of each, copies of several kinds.
// The same seed gives the same world.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace crossread::test {

struct WorldReport {
  std::string id;
  std::string outlet;
  std::string published;
  std::string text;
  std::string title;
};

class World {
 public:
  explicit World(std::uint32_t seed) : random_(seed) {}

  // `events` events with `accounts` independent accounts each, every account with `copies` copies.
  std::vector<WorldReport> reports(int events, int accounts, int copies);

  std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random_); }
  std::mt19937& random() { return random_; }

 private:
  std::string sentence(const std::string& person, const std::string& place);
  std::string name();
  std::string copied(const std::string& text);

  std::mt19937 random_;
  int made_ = 0;
};

std::string as_json_lines(const std::vector<WorldReport>& reports);

}  // namespace crossread::test
