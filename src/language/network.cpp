// States are whole numbers of 16 bits, 8 of them behind the point, held within kLimit. A layer multiplies
// 16-bit weights into 32-bit sums, which the file's maker has bounded so that none overflows, and shifts back. Each
// machine takes the widest vectors it has, and since sums of whole numbers do not depend on their order, all agree.
#include "language/network.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>
#include <string_view>

#include "base/fault.h"
#include "base/hash.h"
#include "base/mapped_file.h"
#include "base/matrix.h"
#include "base/packed_weights.h"
#include "base/vector_widths.h"
#include "language/trees.h"

namespace crossread::language {
namespace {

constexpr std::string_view kMagic = "CRNET001";
constexpr std::int32_t kLimit = 8191;  // 32 less a trifle
constexpr std::size_t kMeaning = MeaningVectors::kSize;
constexpr std::size_t kCacheLine = 64;  // bytes

std::int16_t held(std::int32_t value, std::int32_t limit) {
  return static_cast<std::int16_t>(std::clamp(value, -limit, limit));
}

// A linear layer, read from the file.
struct Linear {
  std::uint32_t width = 0;
  std::uint32_t outs = 0;
  std::int32_t shift = 0;  // of the sums back to states
  std::int32_t limit = kLimit;
  PackedWeights weights;
};

// ---- the file -------------------------------------------------------------------------------------------------------

[[noreturn]] void refuse(const std::string& path, std::string_view what) {
  throw BrokenWorld("the model " + path + " " + std::string(what) + "; install Crossread's data folder again");
}

// Hands out arrays from the mapped bytes, each aligned to 64.
class Cursor {
 public:
  Cursor(std::string_view bytes, const std::string& path) : bytes_(bytes), path_(path) {}

  template <class T>
  const T* take(std::size_t count) {
    at_ = (at_ + 63) / 64 * 64;
    if (count > (bytes_.size() - std::min(at_, bytes_.size())) / sizeof(T)) refuse(path_, "is cut off");
    const T* array = reinterpret_cast<const T*>(bytes_.data() + at_);
    at_ += count * sizeof(T);
    return array;
  }

  Linear linear(std::size_t width, std::size_t outs) {
    const auto* head = take<std::int32_t>(4);
    Linear layer;
    layer.width = static_cast<std::uint32_t>(head[0]);
    layer.outs = static_cast<std::uint32_t>(head[1]);
    layer.shift = head[2];
    layer.limit = head[3];
    if (layer.width != width || layer.outs != outs || layer.shift < 0 || layer.shift > 24 || layer.limit < 1 ||
        layer.limit > kLimit) {
      refuse(path_, "has a layer of another size");
    }
    const auto* weights = take<std::int16_t>(width * outs);
    const auto* bias = take<std::int32_t>(outs);
    if (width % 2 != 0) refuse(path_, "has a layer of odd width");
    layer.weights = PackedWeights(weights, bias, width, outs);
    return layer;
  }

 private:
  std::string_view bytes_;
  std::string path_;
  std::size_t at_ = 0;
};

}  // namespace

struct Network::Model {
  Model(const std::filesystem::path& file, std::uint64_t meaning_checksum);

  MappedFile mapped;
  std::size_t width = 0;      // of a state
  std::size_t arcs = 0;       // of a word as governor or dependant
  std::size_t relations = 0;  // of the layer under the relations
  std::vector<std::uint32_t> dilations;
  std::size_t tag_layer = 0;                           // tags are read from the states behind so many convolutions
  std::array<const std::int8_t*, kLooks> tables = {};  // [kLookRows][width]
  std::array<std::int32_t, kLooks> table_shifts = {};  // to states, leftwards
  Linear meaning, name, office, upos, xpos, dependant, governor, pairs, relation_dependant, relation_governor, relation;
  std::vector<Linear> convolutions;             // over three states side by side
  const std::int16_t* xpos_states = nullptr;    // [kXposCount][width]: added to a word once its tag is read
  const std::int16_t* root_governor = nullptr;  // [arcs]
  const std::int16_t* root_relation = nullptr;  // [relations]
  static constexpr std::size_t kNameLabels = 1 + 2 * kEntityKinds;
  static constexpr std::size_t kOfficeLabels = 5;

  void embed(std::span<const WordFeatures> words, Workspace& space) const;
  void convolve(const Linear& layer, std::size_t dilation, std::size_t count, Workspace& space) const;
  void read_tags(std::size_t count, Workspace& space, std::vector<WordReading>& out) const;
  void read_names(std::size_t count, Workspace& space, std::vector<WordReading>& out) const;
  void read_tree(std::size_t count, Workspace& space, std::vector<WordReading>& out) const;
  void read_relations(std::size_t count, Workspace& space, std::vector<WordReading>& out) const;
};

Network::Model::Model(const std::filesystem::path& file, std::uint64_t meaning_checksum) : mapped(file) {
  const std::string path = file.string();
  const std::string_view bytes = mapped.bytes();
  if (bytes.size() < 64 || bytes.substr(0, kMagic.size()) != kMagic)
    refuse(path, "is no language model of this version");
  std::uint64_t digest = 0;
  std::memcpy(&digest, bytes.data() + kMagic.size(), sizeof digest);
  if (digest != hash64(bytes.substr(64))) refuse(path, "is damaged");

  Cursor cursor(bytes.substr(64), path);
  const auto* sizes = cursor.take<std::uint32_t>(8);
  width = sizes[0];
  arcs = sizes[1];
  relations = sizes[2];
  tag_layer = sizes[4];
  const std::size_t layers = sizes[3];
  if (width == 0 || width > 1024 || arcs == 0 || arcs > 1024 || relations == 0 || relations > 1024 || layers > 64 ||
      tag_layer > layers || sizes[5] != kLooks) {
    refuse(path, "has sizes that this version does not know");
  }
  if ((std::uint64_t{sizes[7]} << 32 | sizes[6]) != meaning_checksum) refuse(path, "does not go with meaning.bin");
  const auto* steps = cursor.take<std::uint32_t>(layers);
  dilations.assign(steps, steps + layers);
  const auto* shifts = cursor.take<std::int32_t>(kLooks);
  for (std::size_t look = 0; look < kLooks; ++look) {
    table_shifts[look] = shifts[look];
    if (shifts[look] < 0 || shifts[look] > 8) refuse(path, "has a table of another scale");
    const bool again = look == static_cast<std::size_t>(Look::word_again);  // shares the table of `word`
    tables[look] = again ? tables[0] : cursor.take<std::int8_t>(std::size_t{kLookRows[look]} * width);
  }
  meaning = cursor.linear(kMeaning, width);
  for (std::size_t layer = 0; layer < layers; ++layer) convolutions.push_back(cursor.linear(3 * width, width));
  upos = cursor.linear(width, kUposCount);
  xpos = cursor.linear(width, kXposCount);
  xpos_states = cursor.take<std::int16_t>(kXposCount * width);
  name = cursor.linear(width, kNameLabels);
  office = cursor.linear(width, kOfficeLabels);
  dependant = cursor.linear(width, arcs);
  governor = cursor.linear(width, arcs);
  root_governor = cursor.take<std::int16_t>(arcs);
  pairs = cursor.linear(arcs, arcs);
  relation_dependant = cursor.linear(width, relations);
  relation_governor = cursor.linear(width, relations);
  root_relation = cursor.take<std::int16_t>(relations);
  relation = cursor.linear(relations, kRelationCount);
}

// ---- reading --------------------------------------------------------------------------------------------------------

namespace {

enum class Bend : std::uint8_t { none, ramp };  // ramp: negative sums give 0

// A list that is at least so long; what it held before may still stand in it.
template <class T>
void make_room(std::vector<T>& list, std::size_t size) {
  if (list.size() < size) list.resize(size);
}

void apply(const Linear& layer, const std::vector<std::int16_t>& in, std::size_t count,
           std::vector<std::int32_t>& sums) {
  make_room(sums, count * layer.outs);
  layer.weights.multiply(in.data(), count, sums.data());
}

// Sums as states.
CROSSREAD_WIDTHS
void shift_back(const std::int32_t* sums, std::size_t count, std::int32_t shift, Bend bend, std::int32_t limit,
                std::int16_t* states) {
  const std::int32_t half = shift > 0 ? 1 << (shift - 1) : 0;
  const std::int32_t least = bend == Bend::ramp ? 0 : -limit;
  for (std::size_t i = 0; i < count; ++i)
    states[i] = static_cast<std::int16_t>(std::clamp((sums[i] + half) >> shift, least, limit));
}

// Adds the sums, as states that are not negative, to states.
CROSSREAD_WIDTHS
void add_ramped(const std::int32_t* sums, std::size_t count, std::int32_t shift, std::int32_t limit,
                std::int16_t* states) {
  const std::int32_t half = shift > 0 ? 1 << (shift - 1) : 0;
  for (std::size_t i = 0; i < count; ++i)
    states[i] = held(states[i] + std::clamp((sums[i] + half) >> shift, 0, limit), kLimit);
}

CROSSREAD_WIDTHS
void add_scaled(const std::int8_t* row, std::size_t width, std::int32_t scale, std::int32_t* sums) {
  for (std::size_t i = 0; i < width; ++i) sums[i] += row[i] * scale;
}

CROSSREAD_WIDTHS
void add_states(const std::int16_t* more, std::size_t width, std::int16_t* states) {
  for (std::size_t i = 0; i < width; ++i) states[i] = held(states[i] + more[i], kLimit);
}

CROSSREAD_WIDTHS
void add_up(const std::int16_t* one, const std::int16_t* other, std::size_t width, std::int16_t* states) {
  for (std::size_t i = 0; i < width; ++i)
    states[i] = static_cast<std::int16_t>(std::clamp(one[i] + other[i], 0, kLimit));
}

void states_of(const Linear& layer, const std::vector<std::int16_t>& in, std::size_t count, Bend bend,
               std::vector<std::int32_t>& sums, std::vector<std::int16_t>& out) {
  apply(layer, in, count, sums);
  out.resize(count * layer.outs);
  shift_back(sums.data(), out.size(), layer.shift, bend, layer.limit, out.data());
}

std::size_t best_of(const std::int32_t* scores, std::size_t count) {
  return static_cast<std::size_t>(std::max_element(scores, scores + count) - scores);
}

}  // namespace

void Network::Model::embed(std::span<const WordFeatures> words, Workspace& space) const {
  const std::size_t count = words.size();
  make_room(space.rows, count * kMeaning);
  for (std::size_t w = 0; w < count; ++w) std::ranges::copy(words[w].meaning, space.rows.begin() + w * kMeaning);
  apply(meaning, space.rows, count, space.sums);
  space.states.resize(count * width);
  const auto row_of = [&](std::size_t w, std::size_t look) {
    return tables[look] + std::size_t{words[w].rows[look]} * width;
  };
  for (std::size_t w = 0; w < count; ++w) {
    std::int32_t* sums = space.sums.data() + w * width;
    // The tables are megabytes: the rows of the next word are sent for while this one's are added.
    for (std::size_t look = 0; w + 1 < count && look < kLooks; ++look) {
      for (std::size_t i = 0; i < width; i += kCacheLine) __builtin_prefetch(row_of(w + 1, look) + i);
    }
    for (std::size_t i = 0; i < width; ++i) sums[i] = (sums[i] + (1 << (meaning.shift - 1))) >> meaning.shift;
    for (std::size_t look = 0; look < kLooks; ++look) {
      add_scaled(row_of(w, look), width, 1 << table_shifts[look], sums);
    }
    shift_back(sums, width, 0, Bend::ramp, kLimit, space.states.data() + w * width);
  }
}

void Network::Model::convolve(const Linear& layer, std::size_t dilation, std::size_t count, Workspace& space) const {
  make_room(space.rows, count * 3 * width);
  for (std::size_t w = 0; w < count; ++w) {
    std::int16_t* row = space.rows.data() + w * 3 * width;
    const auto place = [&](bool within, std::size_t from) {
      row = within ? std::copy_n(space.states.data() + from * width, width, row) : std::fill_n(row, width, 0);
    };
    place(w >= dilation, w - dilation);
    place(true, w);
    place(w + dilation < count, w + dilation);
  }
  apply(layer, space.rows, count, space.sums);
  add_ramped(space.sums.data(), count * width, layer.shift, layer.limit, space.states.data());
}

void Network::Model::read_tags(std::size_t count, Workspace& space, std::vector<WordReading>& out) const {
  apply(upos, space.states, count, space.sums);
  for (std::size_t w = 0; w < count; ++w) {
    out[w].upos = static_cast<Upos>(best_of(space.sums.data() + w * kUposCount, kUposCount));
  }
  apply(xpos, space.states, count, space.sums);
  for (std::size_t w = 0; w < count; ++w) {
    const std::size_t tag = best_of(space.sums.data() + w * kXposCount, kXposCount);
    out[w].xpos = static_cast<Xpos>(tag);
    add_states(xpos_states + tag * width, width, space.states.data() + w * width);
  }
}

namespace {

// Labels from left to right: a further word may only follow a word of the same thing.
std::uint8_t best_label(const std::int32_t* scores, std::size_t labels, std::uint8_t before) {
  std::size_t best = 0;
  for (std::size_t label = 1; label < labels; ++label) {
    const bool further = label % 2 == 0;
    if (further && before != label && before + 1u != label) continue;
    if (scores[label] > scores[best]) best = label;
  }
  return static_cast<std::uint8_t>(best);
}

}  // namespace

void Network::Model::read_names(std::size_t count, Workspace& space, std::vector<WordReading>& out) const {
  apply(name, space.states, count, space.sums);
  for (std::size_t w = 0; w < count; ++w) {
    const std::int32_t* scores = space.sums.data() + w * kNameLabels;
    out[w].name = best_label(scores, kNameLabels, w > 0 ? out[w - 1].name : std::uint8_t{0});
    for (std::size_t kind = 0; kind < kEntityKinds; ++kind) {
      const std::int32_t likelier = std::max(scores[1 + 2 * kind], scores[2 + 2 * kind]);
      out[w].kinds[kind] = held((likelier >> name.shift) - (scores[0] >> name.shift), kLimit);
    }
  }
  apply(office, space.states, count, space.sums);
  for (std::size_t w = 0; w < count; ++w) {
    const std::int32_t* scores = space.sums.data() + w * kOfficeLabels;
    out[w].office = best_label(scores, kOfficeLabels, w > 0 ? out[w - 1].office : std::uint8_t{0});
  }
}

void Network::Model::read_tree(std::size_t count, Workspace& space, std::vector<WordReading>& out) const {
  states_of(dependant, space.states, count, Bend::ramp, space.sums, space.more);
  states_of(pairs, space.more, count, Bend::none, space.sums, space.dependants);
  states_of(governor, space.states, count, Bend::ramp, space.sums, space.governors);
  space.governors.insert(space.governors.end(), root_governor, root_governor + arcs);
  space.scores.resize(count * (count + 1));
  space.sums.assign(count + 1, 0);
  multiply(space.dependants.data(), count, arcs, space.governors.data(), space.sums.data(), count + 1,
           space.scores.data());
  best_tree(space.scores, count, space.heads);
  for (std::size_t w = 0; w < count; ++w) out[w].head = space.heads[w];
}

void Network::Model::read_relations(std::size_t count, Workspace& space, std::vector<WordReading>& out) const {
  states_of(relation_dependant, space.states, count, Bend::none, space.sums, space.relation_dependants);
  states_of(relation_governor, space.states, count, Bend::none, space.sums, space.relation_governors);
  space.relation_governors.insert(space.relation_governors.end(), root_relation, root_relation + relations);
  space.more.resize(count * relations);
  for (std::size_t w = 0; w < count; ++w) {
    const std::size_t head = out[w].head < 0 ? count : static_cast<std::size_t>(out[w].head);
    add_up(space.relation_dependants.data() + w * relations, space.relation_governors.data() + head * relations,
           relations, space.more.data() + w * relations);
  }
  apply(relation, space.more, count, space.sums);
  for (std::size_t w = 0; w < count; ++w) {
    std::int32_t* scores = space.sums.data() + w * kRelationCount;
    // The root's relation is `root`, and no other word's is.
    const auto root = static_cast<std::size_t>(Relation::root);
    scores[root] = std::numeric_limits<std::int32_t>::min();
    out[w].relation = out[w].head < 0 ? Relation::root : static_cast<Relation>(best_of(scores, kRelationCount));
  }
}

Network::Network(const std::filesystem::path& models_folder, const MeaningVectors& meaning)
    : model_(std::make_unique<const Model>(models_folder / "language.net", meaning.checksum())) {}
Network::~Network() = default;
Network::Network(Network&&) noexcept = default;
Network& Network::operator=(Network&&) noexcept = default;

void Network::read(std::span<const WordFeatures> words, Workspace& space, std::vector<WordReading>& out) const {
  out.clear();
  std::vector<WordReading> piece;
  for (std::size_t from = 0; from < words.size(); from += kLongest) {
    const std::size_t count = std::min(kLongest, words.size() - from);
    piece.assign(count, {});
    model_->embed(words.subspan(from, count), space);
    for (std::size_t layer = 0; layer < model_->convolutions.size(); ++layer) {
      if (layer == model_->tag_layer) model_->read_tags(count, space, piece);
      model_->convolve(model_->convolutions[layer], model_->dilations[layer], count, space);
    }
    if (model_->tag_layer == model_->convolutions.size()) model_->read_tags(count, space, piece);
    model_->read_names(count, space, piece);
    model_->read_tree(count, space, piece);
    model_->read_relations(count, space, piece);
    std::int32_t first_root = -1;
    if (from > 0) {
      for (std::size_t w = 0; w < out.size() && first_root < 0; ++w) {
        if (out[w].head < 0) first_root = static_cast<std::int32_t>(w);
      }
    }
    for (WordReading& word : piece) {
      if (word.head >= 0) {
        word.head += static_cast<std::int32_t>(from);
      } else if (from > 0) {
        word.head = first_root;
        word.relation = Relation::parataxis;
      }
      out.push_back(word);
    }
  }
}

}  // namespace crossread::language
