#include "base/mapped_file.h"

#include <gtest/gtest.h>

#include <fstream>

#include "base/fault.h"

namespace crossread {
namespace {

std::filesystem::path written(std::string_view bytes) {
  const std::filesystem::path file = std::filesystem::path(testing::TempDir()) / "mapped_file_test.bin";
  std::ofstream(file, std::ios::binary) << bytes;
  return file;
}

TEST(MappedFile, Gives_the_bytes_of_the_file_and_keeps_them_when_moved) {
  MappedFile mapped(written("abc"));
  const MappedFile moved = std::move(mapped);
  EXPECT_EQ(moved.bytes(), "abc");
}

TEST(MappedFile, An_empty_file_gives_no_bytes) {
  EXPECT_EQ(MappedFile(written("")).bytes(), "");
}

TEST(MappedFile, A_file_that_is_not_there_is_a_broken_world) {
  EXPECT_THROW(MappedFile("/nowhere/at/all"), BrokenWorld);
}

}  // namespace
}  // namespace crossread
