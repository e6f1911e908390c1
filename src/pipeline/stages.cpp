#include "pipeline/stages.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <vector>

#include "base/hash.h"

#ifndef CROSSREAD_VERSION
#define CROSSREAD_VERSION "0.0.0"
#endif

namespace crossread {
namespace {

namespace fs = std::filesystem;

// Raised by hand when lineage, story or the settling of groups would decide differently on the same input.
constexpr std::string_view kAcrossVersion = "across-8";

struct ModelFile {
  const char* name;
  bool stored = true;  // whether what a store keeps depends on it; claims are settled when they are asked for
};
constexpr ModelFile kModels[] = {{"claim_counter.tsv", false},
                                 {"claim_same.tsv", false},
                                 {"coreference.weights"},
                                 {"events.weights"},
                                 {"language.net"},
                                 {"meaning.bin"},
                                 {"speech.tsv"}};

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw BrokenWorld("cannot read the table " + file.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

std::string digest_of_folder(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::string parts;
  for (const fs::path& file : files)
    parts += fmt::format("{} {}\n", file.lexically_relative(folder).string(), digest_hex(bytes_of(file)));
  return digest_hex(parts);
}

Producer producer_of(const fs::path& data) {
  Producer producer;
  producer.crossread = CROSSREAD_VERSION;
  producer.tables = digest_of_folder(data / "lexicon");
  for (const ModelFile& model : kModels)
    producer.models.push_back(
        {fs::path(model.name).stem().string(), digest_hex(bytes_of(data / "models" / model.name))});
  return producer;
}

Stages::Stages(const fs::path& data)
    : reader(data), analyser(data), accounts(data), profiler(data), lineage(data), producer(producer_of(data)) {
  version = fmt::format("{} {} {} {} {}", intake::kVersion, language::kVersion, account::kVersion, kAcrossVersion,
                        producer.tables);
  for (std::size_t i = 0; i < producer.models.size(); ++i) {
    if (kModels[i].stored) version += " " + producer.models[i].digest;
  }
}

}  // namespace crossread
