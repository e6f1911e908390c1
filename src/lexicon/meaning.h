// What words mean, as 64 small whole numbers each (data/models/meaning.bin, made by training/meaning.py): words used
// alike have vectors that point alike. A word that is not listed is put together from the longest pieces that are.
//
//   MeaningVectors vectors(data_folder() / "models");
//   MeaningVectors::Row made;
//   for (std::int8_t x : vectors.of("earthquake", made)) ...  // times vectors.scale() is the trained number
//
// The file, little-endian: "CRMEAN01", rows:u32, dimensions:u32, scale:f32, 0:u32, checksum:u64 (XXH3-64 of all that
// follows); then the XXH3-64 of each key, ascending, u64; then the rows in that order, 64 x i8. A key is a folded word
// (text/words.h) or, for the inside of words, a piece after "##".
//
// Guarded by tests/lexicon/meaning_test.cpp and fuzz/lexicon/meaning.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/mapped_file.h"

namespace crossread {

class MeaningVectors {
 public:
  static constexpr std::size_t kSize = 64;
  using Row = std::array<std::int8_t, kSize>;
  using View = std::span<const std::int8_t, kSize>;

  // Maps `meaning.bin` of the folder. Throws BrokenWorld, saying what to do, if it is missing, cut or damaged.
  explicit MeaningVectors(const std::filesystem::path& models_folder);

  // Over a file's bytes that the caller keeps, past the checksum: what is to be refused when that is right by chance.
  static MeaningVectors of_bytes(std::string_view bytes);

  // The folded word's vector; that of an unlisted word is the mean of its pieces' and is written into `made`; all
  // zeros if no piece of it is listed. The view lives as long as this object and `made`.
  View of(std::string_view folded_word, Row& made) const;

  // The vector of the listed word or piece with this hash (Word::hash of text/words.h).
  std::optional<View> listed(std::uint64_t hash) const;

  float scale() const;
  std::uint64_t checksum() const;  // of the file, as it says: what was trained with these vectors is bound to it
  std::size_t size() const { return size_; }  // words and pieces listed

 private:
  MeaningVectors() = default;
  void take(std::string_view bytes);
  std::uint64_t hash_at(std::size_t row) const;
  View row_at(std::size_t row) const;

  std::optional<MappedFile> file_;
  std::string_view bytes_;
  std::size_t size_ = 0;
  std::vector<std::uint32_t> starts_;  // the first row whose hash begins with these bits
};

}  // namespace crossread
