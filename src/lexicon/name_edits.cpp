#include "lexicon/name_edits.h"

#include <algorithm>
#include <string>

#include "lexicon/table.h"

namespace crossread {
namespace {

constexpr std::string_view kSymbolOrder = "^$abcdefghijklmnopqrstuvwxyzAOUSCZGN0123456789";
constexpr std::string_view kVowels = "aeiouyAOU";
constexpr std::int32_t kMostWeight = 2000;
constexpr std::int32_t kFreeVowel = -10;  // a vowel that stands against nothing where vowels are left out; not tuned
constexpr std::int32_t kUnreached = -1'000'000;
constexpr std::int16_t kDigitEqual = 100;  // digits stand for themselves; not learnt, names of people have none
constexpr std::int16_t kDigitMissing = -500;

constexpr std::array<std::uint8_t, 256> symbol_table() {
  std::array<std::uint8_t, 256> table{};
  for (auto& cell : table) cell = 255;
  for (std::size_t i = 0; i < kSymbolOrder.size(); ++i) {
    table[static_cast<unsigned char>(kSymbolOrder[i])] = static_cast<std::uint8_t>(i);
  }
  return table;
}
constexpr std::array<std::uint8_t, 256> kSymbolOf = symbol_table();

bool are_symbols(std::string_view piece) {
  return std::ranges::all_of(piece, [](char c) { return kSymbolOf[static_cast<unsigned char>(c)] != 255; });
}

}  // namespace

// Weight rows of the table by the two pieces; "-" is nothing.
NameEdits::NameEdits(const std::filesystem::path& file) {
  steps_.emplace_back();
  piece_at_ = {0};
  length_ = {0};
  vowel_ = {false};
  const Table table(file, 3);
  std::vector<std::array<std::uint16_t, 2>> ends;
  const auto piece_of = [&](const Table::Row& row, std::size_t column) -> std::uint16_t {
    if (row[column] == "-") return 0;
    if (row[column].size() > kLongestPiece || !are_symbols(row[column]))
      table.refuse(row, "no piece: " + std::string(row[column]));
    return add_piece(row[column]);
  };
  for (const Table::Row& row : table.rows()) {
    if (row[0] != "bias") ends.push_back({piece_of(row, 0), piece_of(row, 1)});
  }
  for (char digit = '0'; digit <= '9'; ++digit) add_piece({&digit, 1});
  pieces_ = length_.size();
  weights_.assign(pieces_ * pieces_, kNever);
  auto end = ends.begin();
  for (const Table::Row& row : table.rows()) {
    const int weight = table.number(row, 2, -kMostWeight, kMostWeight);
    if (row[0] == "bias") {
      bias_ = weight;
    } else {
      set_weight((*end)[0], (*end)[1], static_cast<std::int16_t>(weight));
      ++end;
    }
  }
  for (char digit = '0'; digit <= '9'; ++digit) {
    const std::uint16_t piece = add_piece({&digit, 1});
    set_weight(piece, piece, kDigitEqual);
    set_weight(0, piece, kDigitMissing);
  }
}

// The number of the piece, a new one if it is not known yet.
std::uint16_t NameEdits::add_piece(std::string_view piece) {
  std::size_t node = 0;
  for (std::size_t i = piece.size(); i-- > 0;) {
    const std::uint8_t symbol = kSymbolOf[static_cast<unsigned char>(piece[i])];
    if (steps_[node][symbol] == 0) {
      steps_[node][symbol] = static_cast<std::uint16_t>(steps_.size());
      steps_.emplace_back();
      piece_at_.push_back(0);
    }
    node = steps_[node][symbol];
  }
  if (piece_at_[node] == 0) {
    piece_at_[node] = static_cast<std::uint16_t>(length_.size());
    length_.push_back(static_cast<std::uint8_t>(piece.size()));
    vowel_.push_back(piece.size() == 1 && kVowels.find(piece[0]) != std::string_view::npos);
  }
  return piece_at_[node];
}

void NameEdits::set_weight(std::uint16_t a, std::uint16_t b, std::int16_t weight) {
  weights_[a * pieces_ + b] = weights_[b * pieces_ + a] = weight;
}

NameEdits::Word NameEdits::cut(std::string_view letters) const {
  std::array<std::uint8_t, kMostLetters + 2> symbols{};
  Word word;
  symbols[word.size++] = kSymbolOf['^'];
  for (const char letter : letters.substr(0, kMostLetters)) {
    const std::uint8_t symbol = kSymbolOf[static_cast<unsigned char>(letter)];
    if (symbol != 255) symbols[word.size++] = symbol;
  }
  symbols[word.size++] = kSymbolOf['$'];
  for (std::size_t end = 1; end <= word.size; ++end) {
    std::size_t node = 0;
    std::size_t found = 0;
    for (std::size_t back = 1; back <= std::min(kLongestPiece, end); ++back) {
      node = steps_[node][symbols[end - back]];
      if (node == 0) break;
      if (piece_at_[node] != 0) word.ends[end][found++] = piece_at_[node];
    }
  }
  return word;
}

// best[i][j]: the best weight of i letters of a against j of b.
struct NameEdits::Ways {
  std::array<std::array<std::int32_t, kMostLetters + 3>, kMostLetters + 3> best;
};

std::int32_t NameEdits::weight(std::string_view a, std::string_view b, bool vowels_free) const {
  const Word left = cut(a);
  const Word right = cut(b);
  Ways ways;
  const auto missing = [&](std::uint16_t piece) {
    const std::int32_t weight = pair_weight(0, piece);
    return vowels_free && vowel_[piece] ? std::max(weight, kFreeVowel) : weight;
  };
  for (std::size_t i = 0; i <= left.size; ++i) {
    for (std::size_t j = 0; j <= right.size; ++j) {
      std::int32_t best = i + j == 0 ? 0 : kUnreached;
      for (const std::uint16_t x : left.ends[i]) {
        if (x == 0) break;
        const auto& before = ways.best[i - length_[x]];
        best = std::max(best, before[j] + missing(x));
        for (const std::uint16_t y : right.ends[j]) {
          if (y == 0) break;
          best = std::max(best, before[j - length_[y]] + pair_weight(x, y));
        }
      }
      for (const std::uint16_t y : right.ends[j]) {
        if (y == 0) break;
        best = std::max(best, ways.best[i][j - length_[y]] + missing(y));
      }
      ways.best[i][j] = best;
    }
  }
  return bias_ + ways.best[left.size][right.size];
}

}  // namespace crossread
