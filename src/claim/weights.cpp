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

}  // namespace

Weights Weights::read(const std::filesystem::path& lexicon_folder, const std::filesystem::path& models_folder) {
  return {PairModel::read(models_folder / "claim_same.tsv"),
          PairModel::read(models_folder / "claim_counter.tsv"),
          {weights_in<NumberSign, kNumberSigns>(lexicon_folder / "equal_number_alignment.tsv"),
           weights_in<NumberSign, kNumberSigns>(lexicon_folder / "unequal_number_alignment.tsv")}};
}

}  // namespace crossread::claim
