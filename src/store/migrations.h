// The numbered SQL files of src/store/migrations, in order, built into the program. Files are only ever added.
#pragma once

#include <span>
#include <string_view>

namespace crossread {

// Migration n (counted from 1) brings a store of schema n - 1 to schema n.
std::span<const std::string_view> migrations();

}  // namespace crossread
