// The network that reads a sentence: part of speech, governor and relation of every word, and the labels of names and
// offices. Sums of embedded looks at each word (word_features.h) go through residual layers of dilated convolutions
// (Strubell et al. 2017, "Fast and accurate entity recognition with iterated dilated convolutions"); from there linear
// layers score tags and labels, and a biaffine one each pair of words as governor and dependant (Dozat and Manning
// 2017). All arithmetic is on whole numbers, hence the same on every machine whatever its vector width.
//
//   const Network network(models_folder, meaning);  // maps language.net
//   Network::Workspace space;                       // one a thread, reused
//   network.read(features_of_sentence, space, readings);
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

#include "language/word_features.h"
#include "types/tags.h"

namespace crossread::language {

// What the network says of one word.
struct WordReading {
  Upos upos = Upos::x;
  Xpos xpos = Xpos::fw;
  crossread::Relation relation = crossread::Relation::dep;
  std::int32_t head = -1;   // index within the sentence; -1 root: exactly one word, the others form a tree under it
  std::uint8_t name = 0;    // 0 outside; 1 + 2 * EntityKind the first word of a name, one more a further word
  std::uint8_t office = 0;  // 0 outside; 1 first, 2 further word of an office; 3, 4 of a title
  std::array<std::int16_t, kEntityKinds> kinds = {};  // by EntityKind: 256 times the log of how much likelier a word
                                                      // of such a name is than a word of none
};

class Network {
 public:
  // Throws BrokenWorld when language.net is missing, of another version, damaged, or trained with other meanings.
  Network(const std::filesystem::path& models_folder, const MeaningVectors& meaning);
  ~Network();
  Network(Network&&) noexcept;
  Network& operator=(Network&&) noexcept;

  // Scratch space, grown as needed and never shrunk.
  struct Workspace {
    std::vector<std::int16_t> states, more, rows;
    std::vector<std::int32_t> sums, scores;
    std::vector<std::int16_t> dependants, governors, relation_dependants, relation_governors;
    std::vector<std::int32_t> heads;
  };

  // One sentence; `out` is cut or grown to its length. Sentences above kLongest words are read in pieces of that
  // length, each with a root of its own that hangs from the first.
  static constexpr std::size_t kLongest = 256;
  void read(std::span<const WordFeatures> words, Workspace& space, std::vector<WordReading>& out) const;

 private:
  struct Model;
  std::unique_ptr<const Model> model_;
};

}  // namespace crossread::language
