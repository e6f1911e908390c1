// A file's bytes, mapped read-only: pages are read when they are first touched and shared between processes.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string_view>

namespace crossread {

class MappedFile {
 public:
  // Throws BrokenWorld when the file cannot be opened or mapped. An empty file gives no bytes.
  explicit MappedFile(const std::filesystem::path& file);
  ~MappedFile();
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;

  std::string_view bytes() const { return {static_cast<const char*>(start_), size_}; }

 private:
  void* start_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace crossread
