#include "claim/weights.h"

#include "base/fault.h"
#include "lexicon/table.h"

namespace crossread::claim {
namespace {

constexpr int kLargest = 100'000;

template <class Sign, std::size_t size>
std::array<std::int32_t, size> weights_in(const std::filesystem::path& file) {
  std::array<std::int32_t, size> weights{};
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < size; ++i) names.push_back(name_of(static_cast<Sign>(i)));
  const Table table(file, 2);
  for (const Table::Row& row : table.rows())
    weights[table.choice(row, 0, names)] = table.number(row, 1, -kLargest, kLargest);
  if (table.rows().size() != size) throw BrokenWorld(file.string() + ": a sign is missing or told twice");
  return weights;
}

template <std::size_t size>
std::int32_t sum(const std::array<std::int32_t, size>& signs, const std::array<std::int32_t, size>& weights) {
  std::int64_t total = 0;
  for (std::size_t i = 0; i < size; ++i) total += std::int64_t{signs[i]} * weights[i];
  return static_cast<std::int32_t>(total / 1000);
}

}  // namespace

Weights Weights::read(const std::filesystem::path& folder) {
  return {weights_in<EventSign, kEventSigns>(folder / "event_alignment.tsv"),
          weights_in<StatementSign, kStatementSigns>(folder / "statement_alignment.tsv"),
          {weights_in<NumberSign, kNumberSigns>(folder / "equal_number_alignment.tsv"),
           weights_in<NumberSign, kNumberSigns>(folder / "unequal_number_alignment.tsv")}};
}

std::int32_t score(const EventSigns& signs, const Weights& weights) {
  return sum(signs, weights.events);
}
std::int32_t score(const StatementSigns& signs, const Weights& weights) {
  return sum(signs, weights.statements);
}

}  // namespace crossread::claim
