// Texts and originals as the store keeps them: zstd, with a checksum.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace crossread {

// Packs and unpacks one after the other; holds the working memory of both. One thread at a time.
class Packer {
 public:
  Packer();
  ~Packer();
  Packer(const Packer&) = delete;
  Packer& operator=(const Packer&) = delete;

  // With a `prefix`, what the bytes have in common with it costs next to nothing; unpacking needs the same one. An
  // original and the text that was read from it are such a pair.
  std::string packed(std::string_view bytes, std::string_view prefix = {});

  // Throws DamagedBytes unless `packed` is whole and the prefix is the same.
  std::string unpacked(std::string_view packed, std::string_view prefix = {});

 private:
  struct Contexts;
  std::unique_ptr<Contexts> contexts_;
};

}  // namespace crossread
