#include "base/mapped_file.h"

#include <gtest/gtest.h>

#include "base/fault.h"
#include "scratch_folder.h"

namespace crossread {
namespace {

TEST(MappedFile, Gives_the_bytes_of_the_file_and_keeps_them_when_moved) {
  const test::ScratchFolder folder;
  MappedFile mapped(folder.write("abc.bin", "abc"));
  const MappedFile moved = std::move(mapped);
  EXPECT_EQ(moved.bytes(), "abc");
}

TEST(MappedFile, An_empty_file_gives_no_bytes) {
  const test::ScratchFolder folder;
  EXPECT_EQ(MappedFile(folder.write("empty.bin", "")).bytes(), "");
}

TEST(MappedFile, A_file_that_is_not_there_is_a_broken_world) {
  EXPECT_THROW(MappedFile("/nowhere/at/all"), BrokenWorld);
}

}  // namespace
}  // namespace crossread
